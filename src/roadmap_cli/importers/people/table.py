"""A list of people or the answers to a questionnaire: rows of values, each under its key."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from roadmap_cli.domain.imports.left_out import LeftOut
from roadmap_cli.domain.model.dataset import PARTICIPANT_REGISTRIES
from roadmap_cli.importers.people.headings import (
    ANSWER,
    FULL_NAME,
    NOTE,
    ROLE,
    SKIP,
    heading_row,
    is_questionnaire,
    is_second_row,
    normalised,
    offices_in,
    role_in,
    targets_of,
    together,
)
from roadmap_cli.importers.people.left_over import is_signature, left_of_table
from roadmap_cli.importers.reading.grid import clean

_MANY = (SKIP, ANSWER, NOTE)
_SAMPLES = 3


class Told(NamedTuple):
    """A row: its number in the file, values by target, and answers to other questions.

    `offices` are the keys of organization.yaml that the role names, `words` the whole row.
    """

    number: int
    values: Mapping[str, str]
    answers: tuple[tuple[str, str], ...]
    role: str | None
    offices: tuple[str, ...] = ()
    words: str = ""


class Unplaced(NamedTuple):
    """A column whose meaning is unknown, with the first values in it."""

    heading: str
    samples: tuple[str, ...]
    because: str = ""


class PeopleTable(NamedTuple):
    """The rows of a table, the columns whose meaning is unknown, and what is left out."""

    rows: tuple[Told, ...]
    unplaced: tuple[Unplaced, ...]
    left: tuple[LeftOut, ...] = ()


def read_people(
    name: str,
    table: Sequence[Sequence[str]],
    known: Mapping[str, str],
    role: str | None,
    where: str = "таблица",
) -> PeopleTable | None:
    """Read the people of a table; None if it names no person.

    `name` is the sheet's or the file's, `known` are targets that the user gave to headings
    (normalised), `role` is the registry of all rows if the user has named it, `where` tells a
    person which table it is.
    """
    position = heading_row(table, known)
    if position is None:
        return None
    headings = [clean(cell) for cell in table[position]]
    below = table[position + 1] if position + 1 < len(table) else []
    if is_second_row(headings, below):
        headings = together(headings, below)
        table = [*table[:position], [], *table[position + 1 :]]
        position += 1
        table[position] = headings
    questionnaire = is_questionnaire(headings)
    targets = targets_of(headings, known)
    named = next(
        (n for n, target in enumerate(targets) if target in (FULL_NAME, "people.surname")), 0
    )
    role = role or role_in(name) or role_in(headings[named]) or _only_role(targets)
    chosen = [normalised(heading) in known for heading in headings]
    columns = _columns(headings, targets, role, chosen, questionnaire=questionnaire)
    rows = [
        _told(number, cells, headings, columns, role)
        for number, cells in enumerate(table[position + 1 :], position + 2)
        if any(cell.strip() for cell in cells) and not is_signature(cells, headings)
    ]
    unplaced = tuple(
        Unplaced(
            heading, _samples(table[position + 1 :], column), _because(told, targets, headings)
        )
        for column, (heading, target, told) in enumerate(
            zip(headings, columns, targets, strict=True)
        )
        if target is None and heading
    )
    left = left_of_table(where, table, position, headings, columns)
    return PeopleTable(tuple(rows), unplaced, tuple(left))


def _samples(rows: Sequence[Sequence[str]], column: int) -> tuple[str, ...]:
    """The first different values of a column."""
    texts = (clean(row[column]) for row in rows if column < len(row))
    return tuple(dict.fromkeys(text for text in texts if text))[:_SAMPLES]


def _because(told: str | None, targets: Sequence[str | None], headings: Sequence[str]) -> str:
    """Why a column whose heading is known is asked about: another one has the same meaning."""
    if told is None or targets.count(told) < 2:
        return ""
    first = headings[targets.index(told)]
    return f"то же, что «{first}»"


def _columns(
    headings: Sequence[str],
    targets: Sequence[str | None],
    role: str | None,
    chosen: Sequence[bool],
    *,
    questionnaire: bool,
) -> list[str | None]:
    """The target of every column in a table of people with a role.

    Of two columns with one target the first has it, unless the user has `chosen` the target of
    the other: then both have it. Columns about the other side («место работы
    наставника» in the registry of mentees) do not describe these people.
    """
    taken: set[str] = set()
    columns: list[str | None] = []
    for heading, told, given in zip(headings, targets, chosen, strict=True):
        of = role_in(heading)
        other = of is not None and role is not None and of != role and not questionnaire
        target = None if told in taken and told not in _MANY and not given else told
        if other and target not in (SKIP, None) and "." not in str(target).removeprefix("people."):
            target = None
        if target is None and questionnaire and heading:
            target = ANSWER
        if target is not None:
            taken.add(target)
        columns.append(target)
    return columns


def _only_role(columns: Sequence[str | None]) -> str | None:
    """The registry whose own keys the columns name, when it is only one."""
    found = {target.partition(".")[0] for target in columns if target and "." in target}
    roles = found & set(PARTICIPANT_REGISTRIES)
    return roles.pop() if len(roles) == 1 and ROLE not in columns else None


def _told(
    number: int,
    cells: Sequence[str],
    headings: Sequence[str],
    columns: Sequence[str | None],
    role: str | None,
) -> Told:
    values: dict[str, str] = {}
    heard: dict[str, str] = {}
    answers = []
    notes = []
    for cell, heading, target in zip(cells, headings, columns, strict=False):
        text = "\n".join(filter(None, (clean(line) for line in cell.splitlines())))
        if not text or target in (None, SKIP):
            continue
        if target == ANSWER:
            answers.append((heading, text))
        elif target == NOTE:
            notes.append(f"{heading}: {text}")
        elif target is not None:
            own = [values[target], text] if target in values else [text]
            values[target] = "; ".join(dict.fromkeys(own))
            heard[target] = heading
    role_words = values.pop(ROLE, "")
    chosen, offices = role_in(role_words), offices_in(role_words)
    if role_words and not chosen and not offices:
        notes.append(f"{heard[ROLE]}: {role_words}")
    for target in [value for value in values if chosen and _is_of_other(value, chosen)]:
        answers.append((heard[target], values.pop(target)))
    if notes:
        values["people.note"] = "\n".join(filter(None, [values.get("people.note"), *notes]))
    whole = "; ".join(filter(None, map(clean, cells)))
    part = chosen or (None if offices else role)
    return Told(number, values, tuple(answers), part, offices, whole)


def _is_of_other(target: str, role: str) -> bool:
    registry = target.partition(".")[0]
    return registry in PARTICIPANT_REGISTRIES and registry != role
