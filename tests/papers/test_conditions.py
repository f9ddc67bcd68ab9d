"""About whom a paper may be made: each condition at its boundary."""

from datetime import date, timedelta

import pytest

from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.forms import Form
from roadmap_cli.domain.model.files.pairs import Pair, PairStatus
from roadmap_cli.domain.model.files.participants import Mentee, Mentees, Mentor, Mentors
from roadmap_cli.domain.model.files.people import People, Person
from roadmap_cli.domain.papers.catalog import BY_CODE
from roadmap_cli.domain.papers.conditions import (
    CONDITIONS,
    only_a_learner,
    only_a_mentor,
    only_a_minor,
    only_a_substitute,
    only_a_worker,
    only_an_adult,
    predecessor,
)
from tests.records import dataset, pairs

BIRTHDAY = date(2008, 3, 4)
EIGHTEEN = date(2026, 3, 4)
DAY = timedelta(days=1)


def _one(mentee: Form | None = None, mentor: Form | None = None, **keys: object) -> Dataset:
    person = Person(id="a", surname="А", **keys)  # type: ignore[arg-type]  # a table's values
    return dataset(
        People(people=(person,)),
        Mentees(mentees=(Mentee(person="a", form=mentee),) if mentee else ()),
        Mentors(mentors=(Mentor(person="a", form=mentor),) if mentor else ()),
    )


@pytest.mark.parametrize(("days", "is_adult"), [(-1, False), (0, True), (1, True)])
def test_an_adult_from_the_eighteenth_birthday_on(days: int, is_adult: bool) -> None:
    data, day = _one(born=BIRTHDAY), EIGHTEEN + days * DAY
    assert (only_an_adult(data, "a", day) is None) is is_adult
    assert (only_a_minor(data, "a", day) is None) is not is_adult
    assert (only_a_worker(data, "a", day) is None) is is_adult


@pytest.mark.parametrize(
    ("keys", "adult", "minor"),
    [
        ({}, True, False),
        ({"group": "9А"}, False, True),
        ({"mentee": Form.PUPIL_PUPIL}, False, True),
        ({"mentor": Form.PUPIL_PUPIL}, False, True),
        ({"mentee": Form.TEACHER_TEACHER}, True, False),
        ({"birth_year": 2008}, True, False),
        ({"birth_year": 2009}, False, True),
    ],
)
def test_of_unknown_age_a_learner_counts_as_a_minor(
    keys: dict[str, object], adult: bool, minor: bool
) -> None:
    data = _one(**keys)  # type: ignore[arg-type]  # a table's values
    assert (only_an_adult(data, "a", EIGHTEEN) is None) is adult
    assert (only_a_minor(data, "a", EIGHTEEN) is None) is minor


@pytest.mark.parametrize(
    ("mentor", "group", "is_worker"),
    [
        (None, None, True),
        (Form.TEACHER_TEACHER, None, True),
        (Form.TEACHER_PUPIL, None, True),
        (Form.EMPLOYER_PUPIL, None, False),
        (Form.PUPIL_PUPIL, None, False),
        (Form.STUDENT_PUPIL, None, False),
        (Form.TEACHER_TEACHER, "9А", False),
    ],
)
def test_extra_work_is_agreed_with_a_worker(
    mentor: Form | None, group: str | None, is_worker: bool
) -> None:
    assert (only_a_worker(_one(mentor=mentor, group=group), "a", EIGHTEEN) is None) is is_worker


def test_mentors_and_learners_are_thanked() -> None:
    mentor, pupil = _one(mentor=Form.TEACHER_PUPIL), _one(mentee=Form.TEACHER_PUPIL)
    assert only_a_mentor(mentor, "a", EIGHTEEN) is None
    assert only_a_mentor(pupil, "a", EIGHTEEN) == "в базе наставников нет"
    assert only_a_learner(pupil, "a", EIGHTEEN) is None
    assert only_a_learner(mentor, "a", EIGHTEEN) == "это не обучающийся"


def _pair(code: str, *mentees: str, days: tuple[int, int], status: PairStatus) -> Pair:
    start, end = (EIGHTEEN + each * DAY for each in days)
    return Pair(id=code, mentor="m", mentees=mentees, start=start, end=end, status=status)


REPLACED, ACTIVE, CLOSED = PairStatus.REPLACED, PairStatus.ACTIVE, PairStatus.CLOSED


@pytest.mark.parametrize(
    ("before", "found"),
    [
        ([("o", "x", 0, REPLACED)], "o"),
        ([("o", "x", -1, REPLACED)], "o"),
        ([("o", "x", 1, REPLACED)], None),
        ([("o", "x", 0, CLOSED)], None),
        ([("o", "x", 0, ACTIVE)], None),
        ([("o", "y", 0, REPLACED)], None),
        ([("o", "x", -2, REPLACED), ("p", "x", -1, REPLACED)], "p"),
        ([], None),
    ],
)
def test_a_substitute_takes_the_place_of_a_pair_that_was_replaced(
    before: list[tuple[str, str, int, PairStatus]], found: str | None
) -> None:
    old = [_pair(code, who, days=(-9, end), status=state) for code, who, end, state in before]
    data = dataset(pairs(*old, _pair("n", "x", days=(0, 9), status=ACTIVE)))
    one = predecessor(data, "n")
    assert (one.id if one else None) == found
    assert (only_a_substitute(data, "n", EIGHTEEN) is None) is (found is not None)
    assert predecessor(data, "o") is None
    assert predecessor(data, None) is None


def test_every_condition_is_of_a_document() -> None:
    assert CONDITIONS.keys() <= BY_CODE.keys()
    two = {code.removesuffix("-minor") for code in BY_CODE if code.endswith("-minor")}
    assert {code for code, rule in CONDITIONS.items() if rule is only_an_adult} == two
