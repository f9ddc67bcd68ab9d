"""Whom or what a document can be about, and how a person names it on the command line."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from roadmap_cli.domain.model.dataset import BY_KEY, Dataset
from roadmap_cli.domain.pairs.rules import UNFINISHED
from roadmap_cli.domain.papers.layouts import Subject
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.domain.registries.lookup import find_code
from roadmap_cli.errors import RequestInvalidError


class Subjects(NamedTuple):
    """The subjects of one sort: what file names them, and the codes that `--all` stands for.

    `refused` gives the Russian reason why a document about a subject would be untrue, or None.
    """

    registry: str
    everybody: Callable[[Dataset], list[str]]
    refused: Callable[[Dataset, str], str | None] = lambda _data, _code: None


def _participants(data: Dataset) -> list[str]:
    return list(dict.fromkeys((*data.mentors.codes, *data.mentees.codes)))


def _graduates(data: Dataset) -> list[str]:
    finished = data.school.finished()
    return [code for code in data.mentors.codes if code in finished]


def _no_graduate(data: Dataset, code: str) -> str | None:
    """A school that does not note attendance answers for its certificates itself."""
    noted = any(lesson.attended for lesson in data.school.lessons)
    return UNFINISHED if noted and code not in data.school.finished() else None


def _all(registry: str) -> Subjects:
    return Subjects(registry, lambda data: list(Directory(data).names(registry)))


SUBJECTS: dict[Subject, Subjects] = {
    Subject.PERSON: Subjects("people", _participants),
    Subject.PARTNER: _all("partners"),
    Subject.PAIR: _all("pairs"),
    Subject.GRADUATE: Subjects("people", _graduates, _no_graduate),
    Subject.STAGE: _all("roadmap"),
}


def offered(subject: Subject, data: Dataset) -> list[tuple[str, str]]:
    """Codes and names, for completion."""
    return list(Directory(data).names(SUBJECTS[subject].registry).items())


def resolve(subject: Subject, words: Sequence[str], data: Dataset) -> list[str]:
    """Return the codes of the subjects that the words name.

    Raises UnknownNameError, and RequestInvalidError listing everybody who is refused.
    """
    own = SUBJECTS[subject]
    directory, registry = Directory(data), BY_KEY[own.registry]
    codes = [find_code(directory, registry, word) for word in words]
    whys = {code: own.refused(data, code) for code in codes}
    faults = [f"{directory.name(registry.key, code)}: {why}" for code, why in whys.items() if why]
    if faults:
        raise RequestInvalidError("; ".join(faults))
    return codes
