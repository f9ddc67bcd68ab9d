"""Individual development plans: made once, filled step by step, measured."""

from typing import Any

import pytest

from roadmap_cli.domain.model.changes import AppendItem, SetKey
from roadmap_cli.domain.model.files.pairs import PairStatus
from roadmap_cli.domain.model.files.participants import Mentee, Mentees
from roadmap_cli.domain.model.files.plans import DevelopmentPlan, DevelopmentPlans, PlanStep
from roadmap_cli.domain.model.files.programs import Program
from roadmap_cli.domain.model.record import placed
from roadmap_cli.domain.pairs.plans import (
    PlanProgress,
    add_step,
    make_plans,
    plan_progress,
    set_result,
)
from roadmap_cli.errors import RequestInvalidError
from tests.records import dataset, pair, pairs

DONE, LEFT = PlanStep(task="урок", result="да"), PlanStep(task="игра")


@pytest.mark.parametrize(
    ("program", "more"),
    [
        (None, {}),
        (Program(id="p", title="П"), {}),
        (Program(id="p", title="П", goal="Рост", content=("урок", "игра")),
         {"goal": "Рост", "steps": [{"task": "урок"}, {"task": "игра"}]}),
    ],
)  # fmt: skip
def test_a_plan_is_made_of_the_programme_and_the_requests(
    program: Program | None, more: dict[str, Any]
) -> None:
    mentees = Mentees(
        mentees=(
            Mentee(person="x", requests=("урок", "отчёт")),
            Mentee(person="y", requests=("игра",)),
            Mentee(person="z", requests=("иное",)),
        )
    )
    known = DevelopmentPlans(plans=(DevelopmentPlan(pair="b"),))
    own = [pair("a", "m", "x", "y", "u"), pair("b", "m", "z")]
    made, kept = make_plans(dataset(mentees, known, pairs(*own)), own, program)
    assert (kept.said, kept.changes) == ("план уже есть", ())
    (change,) = made.changes
    assert isinstance(change, AppendItem)
    assert change.value == {"pair": "a", "request": "урок; отчёт; игра", **more}


@pytest.mark.parametrize("number", [0, 3, -1])
def test_a_step_that_the_plan_does_not_have_is_refused(number: int) -> None:
    plan = DevelopmentPlan(pair="a", steps=(DONE, LEFT))
    with pytest.raises(RequestInvalidError, match=f"в плане a пунктов 2, а не {number}"):
        set_result(plan, number, {"result": "да"})


@pytest.mark.parametrize(
    ("number", "told", "changed"),
    [
        (1, {"result": "да"}, {}),
        (1, {"result": "нет"}, {"result": "нет"}),
        (2, {"result": "да", "mark": "5"}, {"result": "да", "mark": "5"}),
        (2, {"result": "", "mark": None}, {}),
        (1, {"result": ""}, {}),
    ],
)
def test_a_step_gets_its_result(
    number: int, told: dict[str, str | None], changed: dict[str, str]
) -> None:
    steps = tuple(placed(each, ("plans", 0, "steps", n)) for n, each in enumerate((DONE, LEFT)))
    edit = set_result(DevelopmentPlan(pair="a", steps=steps), number, told)
    assert edit.said == f"пункт {number}: {steps[number - 1].task}"
    assert {change.at: getattr(change, "value", None) for change in edit.changes} == {
        ("plans", 0, "steps", number - 1, name): text for name, text in changed.items()
    }
    assert all(isinstance(change, SetKey) for change in edit.changes)


@pytest.mark.parametrize(
    ("deadline", "value"),
    [(None, {"task": "игра"}), ("май", {"task": "игра", "deadline": "май"})],
)
def test_a_step_is_added(deadline: str | None, value: dict[str, str]) -> None:
    plan = placed(DevelopmentPlan(pair="a"), ("plans", 3))
    (change,) = add_step(plan, "игра", deadline).changes
    assert isinstance(change, AppendItem)
    assert (change.at, change.value) == (("plans", 3, "steps"), value)


def test_the_progress_of_the_live_pairs() -> None:
    own = [pair("a", "m"), pair("b", "m"), pair("c", "m"),
           pair("d", "m", status=PairStatus.CLOSED)]  # fmt: skip
    plans = DevelopmentPlans(
        plans=(
            DevelopmentPlan(pair="a", steps=(DONE, LEFT, DONE)),
            DevelopmentPlan(pair="b"),
            DevelopmentPlan(pair="d", steps=(DONE,)),
        )
    )
    assert plan_progress(dataset(pairs(*own), plans)) == [
        PlanProgress("a", 2, 3),
        PlanProgress("b", 0, 0),
        PlanProgress("c", 0, 0),
    ]
