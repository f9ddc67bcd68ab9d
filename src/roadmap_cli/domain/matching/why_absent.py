"""Why two people are not in the matching: a pair already, not in the registries, gone."""

from collections.abc import Iterator
from datetime import date

from roadmap_cli.domain.matching.terms import decision_words
from roadmap_cli.domain.model.files.pairs import Pair
from roadmap_cli.domain.model.files.participants import Mentee, Mentor
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.text.dates import numeric


def absent_words(names: Directory, mentee: str, mentor: str, day: date) -> list[str]:
    """Sentences in Russian; empty when both are to be matched on `day`."""
    data = names.data
    together = [
        pair for pair in data.pairs.live if pair.mentor == mentor and mentee in pair.mentees
    ]
    if together:
        return [sentence for pair in together for sentence in _of_pair(pair, mentee)]
    mentees = {one.person: one for one in data.mentees.mentees}
    mentors = {one.person: one for one in data.mentors.mentors}
    found = [*_of_person(names, mentee, mentees.get(mentee), day, "наставляемых")]
    found += _of_person(names, mentor, mentors.get(mentor), day, "наставников")
    held = [pair for pair in data.pairs.live if mentee in pair.mentees]
    who = names.person(mentee)
    return found + [
        f"{who}: наставник уже есть — {names.name('people', pair.mentor)} ({pair.status.title})."
        for pair in held
    ]


def _of_pair(pair: Pair, mentee: str) -> Iterator[str]:
    since = f", с {numeric(pair.start)}" if pair.start else ""
    yield f"Они уже пара {pair.id}: {pair.status.title}{since}."
    if pair.decided_by:
        yield f"Решение {decision_words(pair)}".removesuffix(".") + "."
    yield from (f"Почему: {ground.why}." for ground in pair.grounds if ground.mentee == mentee)


def _of_person(
    names: Directory, code: str, record: Mentor | Mentee | None, day: date, registry: str
) -> Iterator[str]:
    who = names.person(code)
    if record is None:
        yield f"{who}: в базе {registry} нет."
    elif record.left is not None and record.left <= day:
        yield f"{who}: участие прекращено {numeric(record.left)}."
    elif record.joined is not None and record.joined > day:
        yield f"{who}: участвует с {numeric(record.joined)}."
