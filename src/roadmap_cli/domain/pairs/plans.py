"""Individual development plans: made from a programme, filled with results, measured."""

from collections.abc import Sequence
from typing import NamedTuple

from roadmap_cli.domain.model.changes import AppendItem
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.edits import Edit, appended, key_changes
from roadmap_cli.domain.model.files.pairs import Pair
from roadmap_cli.domain.model.files.plans import DevelopmentPlan
from roadmap_cli.domain.model.files.programs import Program
from roadmap_cli.domain.model.plain import plain_record, present
from roadmap_cli.domain.model.record import key_names
from roadmap_cli.errors import RequestInvalidError

_FILE = Dataset.plans.file


class PlanProgress(NamedTuple):
    """How far a pair's plan has come; a step with a result is done."""

    pair: str
    done: int
    total: int


def make_plans(data: Dataset, pairs: Sequence[Pair], program: Program | None) -> list[Edit]:
    """A plan for each pair that has none: the programme's goal and contents as its steps."""
    planned = {plan.pair for plan in data.plans.plans}
    requests = {mentee.person: mentee.requests for mentee in data.mentees.mentees}
    edits = []
    for pair in pairs:
        if pair.id in planned:
            edits.append(Edit(pair.id, "план уже есть", ()))
            continue
        asked = [text for code in pair.mentees for text in requests.get(code, ())]
        written = {
            "pair": pair.id,
            "request": "; ".join(asked),
            "goal": program.goal if program else None,
            "steps": [{"task": task} for task in program.content] if program else [],
        }
        change = appended(_FILE, ("plans",), written)
        edits.append(Edit(pair.id, "план составлен", (change,)))
    return edits


def carry_on_plan(data: Dataset, pair: str, new: str) -> list[Edit]:
    """The plan of a pair for the one that takes its place: all but the steps that are done."""
    edits = []
    for plan in data.plans.plans:
        if plan.pair != pair:
            continue
        left = [step for step in plan.steps if not step.result]
        said = f"план перешёл из {pair}, осталось пунктов: {len(left)}"
        written = {**plain_record(plan), "pair": new, "steps": left}
        edits.append(Edit(new, said, (appended(_FILE, ("plans",), written),)))
    return edits


def set_result(plan: DevelopmentPlan, number: int, told: dict[str, str | None]) -> Edit:
    """The result, the mark, the deadline of a step (counted from 1).

    Raises RequestInvalidError for a step that the plan does not have.
    """
    if not 1 <= number <= len(plan.steps):
        raise RequestInvalidError(f"в плане {plan.pair} пунктов {len(plan.steps)}, а не {number}")
    step = plan.steps[number - 1]
    changes = key_changes(_FILE, step, {name: text for name, text in told.items() if text})
    return Edit(plan.pair, f"пункт {number}: {step.task}", tuple(changes))


def add_step(plan: DevelopmentPlan, task: str, deadline: str | None) -> Edit:
    """One more step."""
    order = key_names(DevelopmentPlan)
    written = present({"task": task, "deadline": deadline})
    change = AppendItem(_FILE, (*plan.at, "steps"), written, order)
    return Edit(plan.pair, f"новый пункт: {task}", (change,))


def plan_progress(data: Dataset) -> list[PlanProgress]:
    """How far the plans of the pairs at work have come; a pair without a plan has no steps."""
    plans = {plan.pair: plan for plan in data.plans.plans}
    found = []
    for pair in data.pairs.live:
        steps = plans[pair.id].steps if pair.id in plans else ()
        found.append(PlanProgress(pair.id, sum(bool(step.result) for step in steps), len(steps)))
    return found
