"""Whom or what a document can be about, and how a person names it on the command line."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from roadmap_cli.domain.model.dataset import BY_KEY, Dataset
from roadmap_cli.domain.papers.conditions import refused
from roadmap_cli.domain.papers.document_type import DocumentType
from roadmap_cli.domain.papers.layouts import Subject
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.domain.registries.lookup import find_named
from roadmap_cli.domain.surveys.known import survey_names
from roadmap_cli.errors import RequestInvalidError


class Subjects(NamedTuple):
    """The subjects of one sort: their codes and names, and the codes that `--all` stands for.

    `where` says in Russian, after «в», where they stand; `none` and `instead` that `--all` stands
    for nothing and what to do.
    """

    names: Callable[[Dataset], Mapping[str, str]]
    where: str
    everybody: Callable[[Dataset], list[str]]
    none: str = "в данных ещё никого нет"
    instead: str = "Пустой бланк: без --all."


class Everybody(NamedTuple):
    """Whom `--all` stands for, and who is left out with the Russian reason, by code."""

    codes: list[str]
    left_out: Mapping[str, str]


def _participants(data: Dataset) -> list[str]:
    return list(dict.fromkeys((*data.mentors.codes, *data.mentees.codes)))


def _of(registry: str) -> Subjects:
    """Every record of a registry."""

    def names(data: Dataset) -> Mapping[str, str]:
        return Directory(data).names(registry)

    return Subjects(names, BY_KEY[registry].file, lambda data: list(names(data)))


_PEOPLE = _of("people")
_SURVEYS = Subjects(
    survey_names,
    f"{Dataset.surveys.file} и среди встроенных анкет",
    lambda data: list(data.surveys),
    none="своих анкет в data/surveys ещё нет",
    instead="Встроенную анкету назовите кодом: roadmap form survey curator",
)
SUBJECTS: dict[Subject, Subjects] = {
    Subject.PERSON: _PEOPLE._replace(everybody=_participants),
    Subject.MENTOR: _PEOPLE._replace(everybody=lambda data: list(data.mentors.codes)),
    Subject.LEARNER: _PEOPLE._replace(everybody=_participants),
    Subject.PARTNER: _of("partners"),
    Subject.PAIR: _of("pairs"),
    Subject.STAGE: _of("roadmap"),
    Subject.SURVEY: _SURVEYS,
    Subject.EVENT: _of("events")._replace(none="мероприятий в данных ещё нет"),
    Subject.ORDER: _of("documents")._replace(
        none="приказов с номерами в журнале ещё нет", instead="Внести: roadmap order register"
    ),
}


def offered(subject: Subject, data: Dataset) -> list[tuple[str, str]]:
    """Codes and names, for completion."""
    return list(SUBJECTS[subject].names(data).items())


def resolve(kind: DocumentType, words: Sequence[str], data: Dataset, day: date) -> list[str]:
    """Return the codes of the subjects that the words name, for a document of that day.

    Raises UnknownNameError, and RequestInvalidError listing everybody about whom the document
    would be untrue.
    """
    own = SUBJECTS[kind.layout.subject]
    names = own.names(data)
    codes = [find_named(names, word, own.where) for word in words]
    whys = {code: refused(kind.code, data, code, day) for code in codes}
    faults = [f"{names[code]}: {why}" for code, why in whys.items() if why]
    if faults:
        raise RequestInvalidError("; ".join(faults))
    return codes


def everybody(kind: DocumentType, data: Dataset, day: date) -> Everybody:
    """Whom `--all` stands for. Raises RequestInvalidError where there is nobody."""
    own = SUBJECTS[kind.layout.subject]
    whys = {code: refused(kind.code, data, code, day) for code in own.everybody(data)}
    if not whys:
        raise RequestInvalidError(own.none, hint=own.instead)
    left_out = {code: why for code, why in whys.items() if why}
    if len(left_out) == len(whys):
        names = own.names(data)
        said = "; ".join(f"{names[code]}: {why}" for code, why in left_out.items())
        raise RequestInvalidError(f"такой документ создать не для кого. {said}", hint=own.instead)
    return Everybody([code for code in whys if code not in left_out], left_out)
