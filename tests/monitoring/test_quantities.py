"""What each quantity counts, at the bounds of its rule."""

from datetime import date
from typing import Any

import pytest

from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.forms import Form
from roadmap_cli.domain.model.files.indicators import Indicators, Population, Rules
from roadmap_cli.domain.model.files.meetings import Meeting, Meetings
from roadmap_cli.domain.model.files.pairs import PairStatus
from roadmap_cli.domain.model.files.participants import Mentee, Mentees, Mentor, Mentors
from roadmap_cli.domain.model.files.partners import Partner, Partners
from roadmap_cli.domain.model.files.people import People, Person
from roadmap_cli.domain.model.files.plans import DevelopmentPlan, DevelopmentPlans, PlanStep
from roadmap_cli.domain.model.files.roadmap import TaskStatus
from roadmap_cli.domain.model.files.school import School, SchoolLesson
from roadmap_cli.domain.model.files.surveys import Level, Moment, Respondent
from roadmap_cli.domain.monitoring.quantities import QUANTITIES, QUANTITY
from roadmap_cli.domain.monitoring.sources import Sources
from tests.records import AFTER, BEFORE, DAY, dataset, mentees, mentors, pair, pairs, roadmap, task
from tests.surveys.samples import response, responses, scale, survey, surveyed

PUPILS, TEACHERS = Form.PUPIL_PUPIL, Form.TEACHER_TEACHER
OUTSIDE = Form.EMPLOYER_PUPIL


def _born(years: int, day: date = DAY) -> People:
    return People(people=(Person(id="x", surname="Икс", born=day.replace(year=day.year - years)),))


def _value(name: str, data: Dataset, form: Form | None = None) -> tuple[float | None, int]:
    """The value and how many records are doubtful."""
    found = QUANTITY[name].measure(Sources(data, DAY, form))
    if found.value is not None and found.records:
        assert found.value in (len(found.records), found.value)
    return found.value, len(found.doubtful)


def _aged(years: int, day: date = DAY) -> Dataset:
    return dataset(mentees("x", form=PUPILS), mentors("x", form=PUPILS), _born(years, day))


AFTER_SURVEY = survey(scale("a"), scale("b"), moment=Moment.AFTER)
CURATOR = survey(
    scale("a", least=0, most=2), scale("b", least=0, most=2), respondents=Respondent.CURATOR,
    levels=(Level(least=0, title="низкий"),),
)  # fmt: skip


def _satisfied(rules: Rules | None = None, **replies: Any) -> Dataset:
    own = [Indicators(rules=rules)] if rules else []
    return surveyed({"s": AFTER_SURVEY}, responses(response(1, "x", **replies)), *own)


ROWS: list[tuple[str, Dataset, tuple[float | None, int]]] = [
    ("mentors", dataset(mentors("a", "b")), (2, 0)),
    ("mentors", dataset(mentors("a", joined=DAY)), (1, 0)),
    ("mentors", dataset(mentors("a", joined=AFTER)), (0, 0)),
    ("mentees", dataset(mentees("a", left=BEFORE)), (1, 0)),
    ("participants", dataset(mentors("a", "b"), mentees("b", "c")), (3, 0)),
    ("paired_mentees", dataset(mentees("x", "y"), pairs(pair("p", "m", "x", "z"))), (0, 0)),
    ("paired_mentees", dataset(
        mentees("x", "y"), pairs(pair("p", "m", "x", status=PairStatus.CONFIRMED))), (1, 0)),
    ("child_mentees", _aged(9), (0, 0)),
    ("child_mentees", _aged(10, AFTER), (0, 0)),
    ("child_mentees", _aged(10), (1, 0)),
    ("child_mentees", _aged(19), (1, 0)),
    ("child_mentees", _aged(20, AFTER), (1, 0)),
    ("child_mentees", _aged(20), (0, 0)),
    ("child_mentees", dataset(mentees("x", form=PUPILS)), (0, 1)),
    ("child_mentees", dataset(mentees("x", form=TEACHERS), _born(15)), (0, 0)),
    ("teen_mentors", _aged(14), (0, 0)),
    ("teen_mentors", _aged(15), (1, 0)),
    ("teen_mentors", _aged(19), (1, 0)),
    ("teen_mentors", _aged(20), (0, 0)),
    ("young_mentees", dataset(mentees("x", form=TEACHERS, experience=3)), (1, 0)),
    ("young_mentees", dataset(mentees("x", form=TEACHERS, experience=4)), (0, 0)),
    ("young_mentees", dataset(mentees("x", form=TEACHERS)), (0, 1)),
    ("young_mentees", dataset(mentees("x", form=PUPILS, experience=0)), (0, 0)),
    ("children", dataset(), (None, 0)),
    ("children", dataset(Indicators(population=Population(children=0))), (0, 0)),
    ("teenagers", dataset(Indicators(population=Population(teenagers=7))), (7, 0)),
    ("young_teachers", dataset(Indicators(population=Population(young_teachers=7))), (7, 0)),
    ("enterprises", dataset(Indicators(population=Population(enterprises=7))), (7, 0)),
    ("helping_enterprises", dataset(
        mentors("x", "y", form=OUTSIDE),
        Partners(partners=(Partner(id="z", name="Завод", head="x"),))), (1, 1)),
    ("helping_enterprises", dataset(mentors("x", form=TEACHERS)), (0, 0)),
    ("satisfied_mentees", _satisfied(a=7, b=7), (1, 0)),
    ("satisfied_mentees", _satisfied(a=7, b=6), (0, 0)),
    ("satisfied_mentees", _satisfied(Rules(satisfied_from=6), a=6, b=6), (1, 0)),
    ("satisfied_mentors", _satisfied(a=10), (0, 0)),
    ("answered_mentees", _satisfied(a=1), (1, 0)),
    ("answered_mentees", _satisfied(), (0, 1)),
    ("answered_mentees", _satisfied(a=1, day=DAY), (1, 0)),
    ("answered_mentees", _satisfied(a=1, day=AFTER), (0, 0)),
    ("answered_mentors", _satisfied(a=1), (0, 0)),
    ("tasks", dataset(roadmap(task(1), task(2, status=TaskStatus.CANCELLED))), (1, 0)),
    ("done_tasks", dataset(roadmap(task(1, status=TaskStatus.DONE, done_on=DAY))), (1, 0)),
    ("done_tasks", dataset(roadmap(task(1, status=TaskStatus.DONE, done_on=AFTER))), (0, 0)),
    ("done_tasks", dataset(roadmap(task(1))), (0, 0)),
    ("pairs", dataset(pairs(
        pair("a", "m", "x"), pair("b", "m", "y", status=PairStatus.ACTIVE, start=DAY),
        pair("c", "m", "z", status=PairStatus.ACTIVE, start=AFTER),
        pair("d", "m", "u", status=PairStatus.REPLACED),
        pair("e", "m", "v", status=PairStatus.CLOSED))), (2, 0)),
    ("ended_pairs", dataset(pairs(
        pair("a", "m", "x", status=PairStatus.CLOSED, end=DAY),
        pair("b", "m", "y", status=PairStatus.CLOSED, end=AFTER),
        pair("c", "m", "z", status=PairStatus.ACTIVE))), (1, 0)),
    ("planned_pairs", dataset(
        pairs(pair("a", "m", "x", status=PairStatus.ACTIVE), pair("b", "m", "y")),
        DevelopmentPlans(plans=(DevelopmentPlan(pair="a"), DevelopmentPlan(pair="b")))), (1, 0)),
    ("meetings", dataset(
        pairs(pair("a", "m", "x", status=PairStatus.ACTIVE)),
        Meetings(meetings=(
            Meeting(pair="a", held_on=DAY), Meeting(pair="a", held_on=DAY),
            Meeting(pair="a", held_on=AFTER), Meeting(pair="b", held_on=DAY)))), (2, 0)),
    ("trained_mentors", dataset(
        mentors("a", "b"),
        School(lessons=(SchoolLesson(topic="Т", attended=("a", "c")),))), (1, 0)),
    ("steps", dataset(
        pairs(pair("a", "m", "x", status=PairStatus.ACTIVE)),
        DevelopmentPlans(plans=(DevelopmentPlan(
            pair="a", steps=(PlanStep(task="1"), PlanStep(task="2", result="да"))),))), (2, 0)),
    ("done_steps", dataset(
        pairs(pair("a", "m", "x", status=PairStatus.ACTIVE)),
        DevelopmentPlans(plans=(DevelopmentPlan(
            pair="a", steps=(PlanStep(task="1"), PlanStep(task="2", result="да"))),))), (1, 0)),
    ("curator_points", surveyed({"s": CURATOR}, responses(
        response(1, "k", a=2, b=1), response(2, "l", a=2),
        response(3, "m", a=2, b=2, day=AFTER))), (3, 0)),
    ("curator_responses", surveyed({"s": CURATOR}, responses(
        response(1, "k", a=2, b=1), response(2, "l", a=2))), (1, 0)),
    ("interim_answers", surveyed(
        {"s": survey(scale(), moment=Moment.INTERIM), "t": survey(scale())},
        responses(response(1, "x", q1=5), response(2, "x", "t", q1=5))), (1, 0)),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data", "counted"), ROWS, ids=[row[0] for row in ROWS])
def test_a_quantity(name: str, data: Dataset, counted: tuple[float | None, int]) -> None:
    assert _value(name, data) == counted


def test_every_quantity_is_tested() -> None:
    assert {row[0] for row in ROWS} == {quantity.name for quantity in QUANTITIES}


def test_a_form_bounds_what_is_counted() -> None:
    data = dataset(
        Mentors(mentors=(Mentor(person="a", form=PUPILS), Mentor(person="b", form=TEACHERS))),
        Mentees(mentees=(Mentee(person="x", form=PUPILS), Mentee(person="y"))),
        pairs(pair("p", "a", "x", form=PUPILS, status=PairStatus.ACTIVE)),
    )
    assert _value("mentors", data, PUPILS) == (1, 0)
    assert _value("mentees", data, PUPILS) == (1, 0)
    assert _value("pairs", data, TEACHERS) == (0, 0)
    assert _value("children", data, PUPILS) == (None, 0)
    assert Sources(data, DAY).forms == tuple(sorted((PUPILS, TEACHERS), key=lambda f: f.title))


def test_satisfaction_by_one_question() -> None:
    rules = Indicators(rules=Rules(satisfied_by="glad"))
    from roadmap_cli.domain.model.files.surveys import QuestionKind
    from tests.surveys.samples import question

    asked = survey(scale("a"), question(QuestionKind.YES_NO, "b", pair="glad"), moment=Moment.AFTER)
    given = responses(
        response(1, "x", a=1, b="да"), response(2, "y", a=10, b="нет"), response(3, "z", a=10)
    )
    data = surveyed({"s": asked}, given, rules)
    assert _value("satisfied_mentees", data) == (1, 0)
    assert _value("answered_mentees", data) == (2, 1)


def test_only_points_out_of_ten_tell_of_satisfaction() -> None:
    asked = survey(scale("a", most=5), moment=Moment.AFTER)
    data = surveyed({"s": asked}, responses(response(1, "x", a=5)))
    assert _value("answered_mentees", data) == (0, 1)
