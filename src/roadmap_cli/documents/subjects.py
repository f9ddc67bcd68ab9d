"""Whom or what a document can be about, and how a person names it on the command line."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from roadmap_cli.documents.catalog import Subject
from roadmap_cli.domain.dataset import Dataset
from roadmap_cli.errors import UnknownNameError
from roadmap_cli.text.suggest import did_you_mean


class Subjects(NamedTuple):
    """The subjects of one sort: codes with names to show, and those that `--all` means."""

    title: str
    offered: Callable[[Dataset], list[tuple[str, str]]]
    everybody: Callable[[Dataset], list[str]]


def _people(data: Dataset) -> list[tuple[str, str]]:
    return [(person.id, person.full_name) for person in data.people.people]


def _participants(data: Dataset) -> list[str]:
    named = [mentor.person for mentor in data.mentors.mentors]
    named += [mentee.person for mentee in data.mentees.mentees]
    return list(dict.fromkeys(named))


def _partners(data: Dataset) -> list[tuple[str, str]]:
    return [(partner.id, partner.name) for partner in data.partners.partners]


def _pairs(data: Dataset) -> list[tuple[str, str]]:
    offered = []
    for pair in data.pairs.pairs:
        mentor = data.people.find(pair.mentor)
        offered.append((pair.id, mentor.full_name if mentor else pair.mentor))
    return offered


SUBJECTS: dict[Subject, Subjects] = {
    Subject.PERSON: Subjects("человека", _people, _participants),
    Subject.PARTNER: Subjects(
        "партнёра", _partners, lambda data: [code for code, _ in _partners(data)]
    ),
    Subject.PAIR: Subjects("пары", _pairs, lambda data: [code for code, _ in _pairs(data)]),
}


def resolve(subject: Subject, words: Sequence[str], data: Dataset) -> list[str]:
    """The codes of the subjects that the words name; raises UnknownNameError."""
    known = SUBJECTS[subject].offered(data)
    return [_one(word, known, SUBJECTS[subject].title) for word in words]


def _one(word: str, known: list[tuple[str, str]], title: str) -> str:
    if word in (code for code, _ in known):
        return word
    folded = word.casefold()
    found = [code for code, name in known if folded in name.casefold()]
    if len(found) == 1:
        return found[0]
    if found:
        raise UnknownNameError(
            f"«{word}» подходит нескольким", hint=f"Назовите код: {', '.join(found)}."
        )
    hint = did_you_mean(word, [text for pair in known for text in pair])
    raise UnknownNameError(f"{title} «{word}» нет", hint=hint or _codes(known))


def _codes(known: list[tuple[str, str]]) -> str | None:
    return f"Есть: {', '.join(code for code, _ in known[:10])}." if known else None
