"""The rules of matching: who is to be matched on a day, what forbids a pair, what it is worth."""

from datetime import date
from typing import Any

import pytest

from roadmap_cli.domain.matching.cohort import Cohort
from roadmap_cli.domain.matching.question import Seat
from roadmap_cli.domain.matching.rules import cohort_of, form_of
from roadmap_cli.domain.matching.why_absent import absent_words
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.consents import ConsentKind, Consents
from roadmap_cli.domain.model.files.forms import Form
from roadmap_cli.domain.model.files.matching import Matching, Weights, Wish
from roadmap_cli.domain.model.files.pairs import Ground, PairStatus
from roadmap_cli.domain.model.files.participants import (
    Mentee,
    Mentees,
    Mentor,
    Mentors,
    Weekday,
)
from roadmap_cli.domain.model.files.people import People, Person
from roadmap_cli.domain.model.files.school import School, SchoolLesson
from roadmap_cli.domain.registries.directory import Directory
from tests.records import (
    AFTER,
    BEFORE,
    DAY,
    all_consents,
    consent,
    dataset,
    pair,
    pairs,
    people,
)

PAIR = ("x", "m")


def _data(
    *more: Any, mentor: dict[str, Any] | None = None, mentee: dict[str, Any] | None = None
) -> Dataset:
    """One mentor and one mentee who have consented to everything."""
    files = {
        type(each): each
        for each in (
            people("M", "X"),
            Mentors(mentors=(Mentor(**{"person": "m", **(mentor or {})}),)),
            Mentees(mentees=(Mentee(**{"person": "x", **(mentee or {})}),)),
            all_consents("m", "x"),
            *more,
        )
    }
    return dataset(*files.values())


def _cohort(*more: Any, **sides: dict[str, Any]) -> Cohort:
    return cohort_of(_data(*more, **sides), DAY)


@pytest.mark.parametrize(
    ("capacity", "held", "places"),
    [
        (None, 0, 1),
        (None, 1, 1),
        (None, 2, 2),
        (1, 0, 1),
        (1, 1, 1),
        (1, 2, 2),
        (2, 1, 2),
        (3, 1, 3),
    ],
)
def test_a_mentor_has_one_place_unless_more_are_told(
    capacity: int | None, held: int, places: int
) -> None:
    own = pairs(*(pair(f"a{number}", "m", f"y{number}") for number in range(held)))
    cohort = _cohort(own, mentor={"capacity": capacity})
    assert cohort.question.seats == (Seat("m", places, held),)


def test_a_pair_that_is_over_takes_no_place() -> None:
    over = [pair("a", "m", "y", status=PairStatus.CLOSED),
            pair("b", "m", "z", status=PairStatus.REPLACED)]  # fmt: skip
    assert _cohort(pairs(*over)).question.seats == (Seat("m", 1, 0),)


HERE = [
    ({}, True),
    ({"joined": BEFORE}, True),
    ({"joined": DAY}, True),
    ({"joined": AFTER}, False),
    ({"left": BEFORE}, False),
    ({"left": DAY}, False),
    ({"left": AFTER}, True),
    ({"joined": DAY, "left": AFTER}, True),
    ({"joined": AFTER, "left": AFTER}, False),
    ({"joined": BEFORE, "left": DAY}, False),
]


@pytest.mark.parametrize(("days", "here"), HERE)
def test_who_takes_part_on_the_day_is_to_be_matched(days: dict[str, date], here: bool) -> None:
    assert [seat.mentor for seat in _cohort(mentor=days).question.seats] == (["m"] if here else [])
    assert _cohort(mentee=days).question.mentees == (("x",) if here else ())


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ({}, None),
        ({"joined": DAY}, None),
        ({"joined": AFTER}, "участвует с 02.12.2025"),
        ({"left": AFTER}, None),
        ({"left": DAY}, "участие прекращено 01.12.2025"),
        ({"left": BEFORE}, "участие прекращено 30.11.2025"),
        ({"joined": AFTER, "left": BEFORE}, "участие прекращено 30.11.2025"),
    ],
)
def test_who_is_not_to_be_matched_is_told(days: dict[str, date], said: str | None) -> None:
    for side, name in (("mentor", "M"), ("mentee", "X")):
        words = absent_words(Directory(_data(**{side: days})), "x", "m", DAY)
        assert words == ([f"{name}: {said}."] if said else [])


def test_who_stands_in_no_registry_is_told() -> None:
    names = Directory(_data())
    assert absent_words(names, "m", "x", DAY) == [
        "M: в базе наставляемых нет.", "X: в базе наставников нет.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ({}, ["Они уже пара a: предложена."]),
        ({"start": DAY, "status": PairStatus.ACTIVE},
         ["Они уже пара a: работает, с 01.12.2025."]),
        ({"decided_by": "педсовет."}, ["Они уже пара a: предложена.", "Решение педсовет."]),
        ({"decided_by": "педсовет", "decided_on": DAY, "decided_why": "беседа",
          "grounds": (Ground(mentee="y", why="иное"), Ground(mentee="x", why="стаж"))},
         ["Они уже пара a: предложена.", "Решение 01.12.2025, педсовет: беседа.",
          "Почему: стаж."]),
    ],
)  # fmt: skip
def test_a_pair_that_is_there_is_told(keys: dict[str, Any], words: list[str]) -> None:
    own = pairs(pair("a", "m", "x", **keys), pair("b", "m", "x", status=PairStatus.CLOSED))
    assert absent_words(Directory(_data(own)), "x", "m", DAY) == words


def test_another_mentor_of_the_mentee_is_told() -> None:
    own = pairs(pair("a", "z", "x"), pair("b", "z", "x", status=PairStatus.CLOSED))
    assert absent_words(Directory(_data(own)), "x", "m", DAY) == [
        "X: наставник уже есть — z (предложена)."
    ]


def test_the_forgotten_are_not_matched() -> None:
    gone = People(people=(Person(id="m", surname="М", forgotten_on=BEFORE),
                          Person(id="x", surname="Х", forgotten_on=BEFORE)))  # fmt: skip
    question = _cohort(gone).question
    assert (question.mentees, question.seats) == ((), ())


PUPILS, TEACHERS = Form.PUPIL_PUPIL, Form.TEACHER_TEACHER


@pytest.mark.parametrize(
    ("own", "of_pair", "status", "waits"),
    [
        (PUPILS, PUPILS, PairStatus.ACTIVE, False),
        (PUPILS, TEACHERS, PairStatus.ACTIVE, True),
        (None, TEACHERS, PairStatus.ACTIVE, False),
        (PUPILS, None, PairStatus.PROPOSED, False),
        (None, None, PairStatus.PROPOSED, False),
        (PUPILS, PUPILS, PairStatus.CLOSED, True),
        (PUPILS, PUPILS, PairStatus.REPLACED, True),
    ],
)
def test_a_mentee_waits_unless_there_is_a_pair_of_that_form(
    own: Form | None, of_pair: Form | None, status: PairStatus, waits: bool
) -> None:
    there = pairs(pair("a", "z", "x", form=of_pair, status=status))
    question = _cohort(there, mentee={"form": own}).question
    assert question.mentees == (("x",) if waits else ())
    assert question.first == ({"x"} if status is PairStatus.REPLACED else frozenset())
    assert form_of(_data(mentee={"form": own}), "x") is own
    assert form_of(_data(), "m") is None


@pytest.mark.parametrize(
    ("mentee", "mentor", "why"),
    [
        (None, None, None),
        (PUPILS, None, None),
        (None, PUPILS, None),
        (PUPILS, PUPILS, None),
        (PUPILS, TEACHERS, "формы разные: ученик – ученик и педагог – педагог"),
    ],
)
def test_a_pair_has_one_form(mentee: Form | None, mentor: Form | None, why: str | None) -> None:
    cohort = _cohort(mentor={"form": mentor}, mentee={"form": mentee})
    assert cohort.forbidden == ({PAIR: why} if why else {})
    assert (PAIR in cohort.reasons) is (PAIR in cohort.question.worth) is (why is None)


def test_nobody_is_a_mentor_of_oneself() -> None:
    both = Mentors(mentors=(Mentor(person="x"),))
    assert _cohort(both).forbidden == {("x", "x"): "это один человек"}


DATA, DUTY = ConsentKind.PD_PROCESSING, ConsentKind.MENTOR_DUTY
PART = ConsentKind.PARTICIPATION


@pytest.mark.parametrize(
    ("given", "form", "why"),
    [
        (("m", DATA, DUTY), None, "у наставляемого нет согласия на обработку персональных данных;"
                                  " у наставляемого нет согласия на участие в программе"),
        (("x", DATA, PART), None, "у наставника нет согласия на обработку персональных данных;"
                                  " у наставника нет согласия на исполнение обязанностей"
                                  " наставника"),
        (("x", DATA, PART), PUPILS, "у наставника нет согласия на обработку персональных данных"),
    ],
)  # fmt: skip
def test_a_pair_needs_its_consents(given: tuple[Any, ...], form: Form | None, why: str) -> None:
    who, *kinds = given
    own = Consents(consents=tuple(consent(who, kind) for kind in kinds))
    # Either side may tell the form.
    for sides in ({"mentee": {"form": form}}, {"mentor": {"form": form}}):
        assert _cohort(own, **sides).forbidden == {PAIR: why}


@pytest.mark.parametrize(
    ("required", "attended", "why"),
    [
        (False, (), None),
        (True, (), "Школа наставников не окончена"),
        (True, ("m",), None),
        (False, ("m",), None),
    ],
)
def test_a_school_may_require_its_own_school(
    required: bool, attended: tuple[str, ...], why: str | None
) -> None:
    school = School(lessons=(SchoolLesson(topic="Т", attended=attended),))
    cohort = _cohort(Matching(school_required=required), school)
    assert cohort.forbidden.get(PAIR) == why


def test_a_rule_that_forbids_goes_before_the_school() -> None:
    cohort = _cohort(Matching(school_required=True), mentor={"form": PUPILS},
                     mentee={"form": TEACHERS})  # fmt: skip
    assert str(cohort.forbidden[PAIR]).startswith("формы разные")


def _reasons(*more: Any, **sides: dict[str, Any]) -> list[tuple[int, str]]:
    return [(each.points, each.words) for each in _cohort(*more, **sides).reasons[PAIR]]


@pytest.mark.parametrize(
    ("mentor", "mentee", "counts"),
    [
        (5, 5, False),
        (6, 5, True),
        (4, 5, False),
        (1, 0, True),
        (0, 0, False),
        (None, 0, False),
        (5, None, False),
        (None, None, False),
    ],
)
def test_only_greater_experience_counts(
    mentor: int | None, mentee: int | None, counts: bool
) -> None:
    sides: dict[str, dict[str, Any]] = {
        "mentor": {"experience": mentor},
        "mentee": {"experience": mentee},
    }
    assert _reasons(**sides) == ([(2, f"стаж {mentor} против {mentee}")] if counts else [])
    off = Matching(weights=Weights(experience=0))
    assert _reasons(off, **sides) == []


@pytest.mark.parametrize(
    ("place", "of_mentee", "of_mentor"),
    [(1, 50, 40), (2, 40, 32), (3, 30, 24), (4, 20, 16), (5, 10, 8), (6, 0, 0), (7, 0, 0)],
)
def test_the_first_five_choices_count(place: int, of_mentee: int, of_mentor: int) -> None:
    others = tuple(f"o{number}" for number in range(1, place))
    theirs = Matching(wishes=(Wish(person="x", choices=(*others, "m")),))
    said = f"выбор наставляемого: {place}-е место"
    assert _reasons(theirs) == ([(of_mentee, said)] if of_mentee else [])
    ours = Matching(wishes=(Wish(person="m", choices=(*others, "x", "z")),))
    said = f"выбор наставника: {place}-е место"
    assert _reasons(ours) == ([(of_mentor, said)] if of_mentor else [])
    off = Weights(mentee_choice=0, mentor_choice=0)
    assert _reasons(Matching(wishes=(*theirs.wishes, *ours.wishes), weights=off)) == []


WORDS = ("аттестация", "робототехника", "шахматы", "хор")


@pytest.mark.parametrize(("shared", "counted"), [(0, 0), (1, 1), (2, 2), (3, 3), (4, 3)])
@pytest.mark.parametrize(
    ("mentee", "mentor", "weight", "said"),
    [
        ("requests", "competences", 5, "отвечает запросу"),
        ("interests", "interests", 2, "общие интересы"),
        ("directions", "directions", 4, "общее направление"),
    ],
)
def test_no_more_than_three_words_count(
    mentee: str, mentor: str, weight: int, said: str, shared: int, counted: int
) -> None:
    sides: dict[str, Any] = {"mentee": {mentee: WORDS}, "mentor": {mentor: WORDS[:shared]}}
    words = ", ".join(sorted(WORDS[:shared])[:counted])
    assert _reasons(**sides) == ([(weight * counted, f"{said}: {words}")] if counted else [])
    off = Weights(competence=0, interest=0, direction=0)
    assert _reasons(Matching(weights=off), **sides) == []


def test_words_that_are_ignored_do_not_count() -> None:
    sides = {"mentee": {"requests": WORDS[:2]}, "mentor": {"competences": WORDS[:2]}}
    ignored = Matching(ignored_words=("шахматы", "аттестации"))
    assert _reasons(ignored, **sides) == [(5, "отвечает запросу: робототехника")]


MON, FRI, SUN = Weekday.MONDAY, Weekday.FRIDAY, Weekday.SUNDAY


@pytest.mark.parametrize(
    ("mentor", "mentee", "said"),
    [
        ((MON,), (MON,), "понедельник"),
        ((MON, FRI), (SUN, FRI, MON), "пятница, понедельник"),
        ((MON,), (FRI,), None),
        ((), (FRI,), None),
        ((), (), None),
    ],
)
def test_the_same_days_count_once(
    mentor: tuple[Weekday, ...], mentee: tuple[Weekday, ...], said: str | None
) -> None:
    sides: dict[str, Any] = {"mentor": {"days": mentor}, "mentee": {"days": mentee}}
    assert _reasons(**sides) == ([(2, f"общие удобные дни: {said}")] if said else [])
    assert _reasons(Matching(weights=Weights(schedule=0)), **sides) == []


@pytest.mark.parametrize(
    ("mentor", "mentee", "counts"),
    [("а", "а", True), ("а", "б", False), ("а", None, False), (None, None, False)],
)
def test_one_role_model_counts(mentor: str | None, mentee: str | None, counts: bool) -> None:
    sides: dict[str, Any] = {"mentor": {"variant": mentor}, "mentee": {"variant": mentee}}
    assert _reasons(**sides) == ([(3, "одна ролевая модель")] if counts else [])
    assert _reasons(Matching(weights=Weights(variant=0)), **sides) == []


def test_a_pair_is_worth_its_reasons_together() -> None:
    sides: dict[str, Any] = {
        "mentor": {"variant": "а", "experience": 9, "days": (MON,)},
        "mentee": {"variant": "а", "experience": 1, "days": (MON,)},
    }
    assert _cohort(**sides).question.worth == {PAIR: 7}
