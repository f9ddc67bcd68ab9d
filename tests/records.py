"""Datasets and plans made of records, for tests that ask the domain without any files."""

from datetime import date, timedelta
from typing import Any

from roadmap_cli.domain.model.dataset import REGISTRIES, Dataset
from roadmap_cli.domain.model.files.consents import Consent, ConsentKind, Consents
from roadmap_cli.domain.model.files.pairs import Pair, Pairs
from roadmap_cli.domain.model.files.participants import Mentee, Mentees, Mentor, Mentors
from roadmap_cli.domain.model.files.people import People, Person
from roadmap_cli.domain.model.files.roadmap import Activity, Roadmap, Stage, Task
from roadmap_cli.domain.model.record import Record
from roadmap_cli.domain.model.school_year import SchoolYear

YEAR = SchoolYear(2025)
DAY = date(2025, 12, 1)
# The day before, the day itself, the day after.
BEFORE, AFTER = DAY - timedelta(days=1), DAY + timedelta(days=1)
_KEYS = {registry.record: registry.key for registry in REGISTRIES}


def dataset(*files: Record, **more: Any) -> Dataset:
    """What a workspace with these files holds; a roadmap without stages when none is given."""
    records = {"roadmap": roadmap(), **{_KEYS[type(each)]: each for each in files}}
    return Dataset(records, **{"salt": "т", **more})


def roadmap(*tasks: Task, **keys: Any) -> Roadmap:
    """A plan of one stage and one activity with these tasks; `keys` are the activity's."""
    activity = Activity(**{"id": "1.1", "title": "Подготовка", "tasks": tasks, **keys})
    stage = Stage(id="1", title="Условия", activities=(activity,))
    return Roadmap(title="Дорожная карта", school_year=YEAR, stages=(stage,) if tasks else ())


def task(number: int = 1, **keys: Any) -> Task:
    """The n-th task of activity 1.1."""
    return Task(**{"id": f"1.1.{number}", "text": f"Пункт {number}", **keys})


def people(*surnames: str) -> People:
    """People whose codes are their surnames in small letters."""
    return People(people=tuple(Person(id=each.lower(), surname=each) for each in surnames))


def mentors(*codes: str, **keys: Any) -> Mentors:
    """Mentors of whom the same is said."""
    return Mentors(mentors=tuple(Mentor(person=code, **keys) for code in codes))


def mentees(*codes: str, **keys: Any) -> Mentees:
    """Mentees of whom the same is said."""
    return Mentees(mentees=tuple(Mentee(person=code, **keys) for code in codes))


def pair(code: str, mentor: str, *own: str, **keys: Any) -> Pair:
    """A pair or a group."""
    return Pair(id=code, mentor=mentor, mentees=own, **keys)


def pairs(*each: Pair) -> Pairs:
    """The file of pairs."""
    return Pairs(pairs=each)


def consent(person: str, kind: ConsentKind = ConsentKind.PD_PROCESSING, **keys: Any) -> Consent:
    """A consent that holds since the first of September and has no end."""
    known = {"id": f"{person}-{kind.value}", "given_on": YEAR.start}
    return Consent(person=person, kind=kind, **{**known, **keys})


def all_consents(*codes: str) -> Consents:
    """Every consent that anybody may need, of each of these people."""
    return Consents(consents=tuple(consent(code, kind) for code in codes for kind in ConsentKind))
