"""A list of pairs set against the register of pairs: what is new."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.edits import Edit, appended
from roadmap_cli.domain.model.files.forms import AnyForm
from roadmap_cli.domain.people.consents import not_given, pair_needs
from roadmap_cli.domain.registries.codes import new_code
from roadmap_cli.domain.registries.directory import Directory

_PAIRS = Dataset.pairs


class ToldPair(NamedTuple):
    """A pair of a list: the rows of its people, its form and what else is said of it."""

    mentor: str
    mentee: str
    form: AnyForm | None
    note: str
    mentor_name: str = ""
    mentee_name: str = ""


def pair_edits(
    directory: Directory, told: Sequence[ToldPair], codes: Mapping[str, str], today: date
) -> tuple[list[Edit], list[str]]:
    """The pairs that are not there yet, and doubts; `codes` are people by row.

    A mentor with several mentees becomes several pairs: only a person makes a group of them.
    A pair whose consents are not there on `today` is named and not taken.
    """
    pairs = directory.data.pairs.pairs
    live = {(one.mentor, mentee) for one in pairs if one.is_live for mentee in one.mentees}
    taken = {one.id: one.id for one in pairs}
    names = directory.names("people")
    edits: list[Edit] = []
    doubts: list[str] = []
    waiting: list[str] = []
    for one in told:
        mentor, mentee = codes.get(one.mentor), codes.get(one.mentee)
        if mentor is None or mentee is None:
            said = f"пара не взята, пока не решено, кто её участники: {one.note}".rstrip(": ")
            doubts.append(f"строка {one.mentee}: {said}")
            continue
        if mentor == mentee:
            doubts.append(f"строка {one.mentee}: наставник и наставляемый — один человек")
            continue
        if (mentor, mentee) in live:
            continue
        wanted = pair_needs(directory.data, mentor, (mentee,), one.form)
        if not_given(directory.data, wanted, today):
            more = f" ({one.note})" if one.note else ""
            waiting.append(f"{one.mentor_name} – {one.mentee_name}{more}")
            continue
        live.add((mentor, mentee))
        code = new_code(directory.data, "pairs", {"mentor": mentor, "mentees": [mentee]}, taken)
        taken[code] = code
        record = {
            "id": code,
            "mentor": mentor,
            "mentees": [mentee],
            "form": one.form,
            "note": one.note or None,
        }
        said = f"новая пара: {names.get(mentor, mentor)} – {names.get(mentee, mentee)}"
        edits.append(Edit(code, said, (appended(_PAIRS.file, ("pairs",), record),)))
    if waiting:
        doubts.append(
            f"нет согласий, пары не взяты: {'; '.join(waiting)}. Впишите согласия"
            " (roadmap consent list --missing) и повторите импорт"
        )
    return edits, doubts
