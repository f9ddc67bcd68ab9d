"""Whom or what a document can be about, and how a person names it on the command line."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from roadmap_cli.documents.layouts import Subject
from roadmap_cli.domain.dataset import Dataset
from roadmap_cli.domain.directory import Directory
from roadmap_cli.domain.lookup import find_code
from roadmap_cli.domain.registries import BY_KEY


class Subjects(NamedTuple):
    """The subjects of one sort: their registry, and the codes that `--all` means."""

    registry: str
    everybody: Callable[[Dataset], list[str]]


def _participants(data: Dataset) -> list[str]:
    named = [mentor.person for mentor in data.mentors.mentors]
    named += [mentee.person for mentee in data.mentees.mentees]
    return list(dict.fromkeys(named))


def _all(registry: str) -> Subjects:
    return Subjects(registry, lambda data: list(Directory(data).names(registry)))


SUBJECTS: dict[Subject, Subjects] = {
    Subject.PERSON: Subjects("people", _participants),
    Subject.PARTNER: _all("partners"),
    Subject.PAIR: _all("pairs"),
}


def offered(subject: Subject, data: Dataset) -> list[tuple[str, str]]:
    """Codes and names, for completion."""
    return list(Directory(data).names(SUBJECTS[subject].registry).items())


def resolve(subject: Subject, words: Sequence[str], data: Dataset) -> list[str]:
    """The codes of the subjects that the words name; raises UnknownNameError."""
    directory, registry = Directory(data), BY_KEY[SUBJECTS[subject].registry]
    return [find_code(directory, registry, word) for word in words]
