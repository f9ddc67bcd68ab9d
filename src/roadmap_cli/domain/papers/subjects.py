"""Whom or what a document can be about, and how a person names it on the command line."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from roadmap_cli.domain.model.dataset import BY_KEY, Dataset
from roadmap_cli.domain.pairs.rules import UNFINISHED
from roadmap_cli.domain.papers.layouts import Subject
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.domain.registries.lookup import find_named
from roadmap_cli.domain.surveys.known import survey_names
from roadmap_cli.errors import RequestInvalidError


class Subjects(NamedTuple):
    """The subjects of one sort: their codes and names, and the codes that `--all` stands for.

    `where` says in Russian, after «в», where they stand; `none` and `instead` that `--all` stands
    for nothing and what to do. `refused` gives the Russian reason why a document about a subject
    would be untrue, or None.
    """

    names: Callable[[Dataset], Mapping[str, str]]
    where: str
    everybody: Callable[[Dataset], list[str]]
    refused: Callable[[Dataset, str], str | None] = lambda _data, _code: None
    none: str = "в данных ещё никого нет"
    instead: str = "Пустой бланк: без --all."


def _participants(data: Dataset) -> list[str]:
    return list(dict.fromkeys((*data.mentors.codes, *data.mentees.codes)))


def _graduates(data: Dataset) -> list[str]:
    finished = data.school.finished()
    return [code for code in data.mentors.codes if code in finished]


def _no_graduate(data: Dataset, code: str) -> str | None:
    """A school that does not note attendance answers for its certificates itself."""
    noted = any(lesson.attended for lesson in data.school.lessons)
    return UNFINISHED if noted and code not in data.school.finished() else None


def _of(registry: str) -> Subjects:
    """Every record of a registry."""

    def names(data: Dataset) -> Mapping[str, str]:
        return Directory(data).names(registry)

    return Subjects(names, BY_KEY[registry].file, lambda data: list(names(data)))


_SURVEYS = Subjects(
    survey_names,
    f"{Dataset.surveys.file} и среди встроенных анкет",
    lambda data: list(data.surveys),
    none="своих анкет в data/surveys ещё нет",
    instead="Встроенную анкету назовите кодом: roadmap form survey curator",
)
SUBJECTS: dict[Subject, Subjects] = {
    Subject.PERSON: _of("people")._replace(everybody=_participants),
    Subject.PARTNER: _of("partners"),
    Subject.PAIR: _of("pairs"),
    Subject.GRADUATE: _of("people")._replace(everybody=_graduates, refused=_no_graduate),
    Subject.STAGE: _of("roadmap"),
    Subject.SURVEY: _SURVEYS,
}


def offered(subject: Subject, data: Dataset) -> list[tuple[str, str]]:
    """Codes and names, for completion."""
    return list(SUBJECTS[subject].names(data).items())


def resolve(subject: Subject, words: Sequence[str], data: Dataset) -> list[str]:
    """Return the codes of the subjects that the words name.

    Raises UnknownNameError, and RequestInvalidError listing everybody who is refused.
    """
    own = SUBJECTS[subject]
    names = own.names(data)
    codes = [find_named(names, word, own.where) for word in words]
    whys = {code: own.refused(data, code) for code in codes}
    faults = [f"{names[code]}: {why}" for code, why in whys.items() if why]
    if faults:
        raise RequestInvalidError("; ".join(faults))
    return codes


def all_of(subject: Subject, data: Dataset) -> list[str]:
    """The codes that `--all` stands for. Raises RequestInvalidError where there is none."""
    own = SUBJECTS[subject]
    found = own.everybody(data)
    if not found:
        raise RequestInvalidError(own.none, hint=own.instead)
    return found
