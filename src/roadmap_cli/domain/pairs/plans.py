"""Individual development plans: made from a programme, filled with results, measured."""

from collections.abc import Sequence
from typing import NamedTuple

from roadmap_cli.domain.model.changes import AppendItem, Plain
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.pairs import Pair, Plan
from roadmap_cli.domain.model.files.programme import Program
from roadmap_cli.domain.model.flat import as_plain
from roadmap_cli.domain.model.record import key_names
from roadmap_cli.domain.model.registries import BY_KEY
from roadmap_cli.domain.plan.edits import Edit, told_keys
from roadmap_cli.errors import RequestInvalidError

_FILE = BY_KEY["plans"].file


class PlanProgress(NamedTuple):
    """How far a pair's plan has come; a step with a result is done."""

    pair: str
    done: int
    total: int


def plan_for(data: Dataset, pairs: Sequence[Pair], program: Program | None) -> list[Edit]:
    """A plan for each pair that has none: the programme's goal and contents as its steps."""
    planned = {plan.pair for plan in data.plans.plans}
    requests = {each.person: each.requests for each in data.mentees.mentees}
    edits = []
    for pair in pairs:
        if pair.id in planned:
            edits.append(Edit(pair.id, "план уже есть", ()))
            continue
        asked = [text for code in pair.mentees for text in requests.get(code, ())]
        written: dict[str, Plain] = {"pair": pair.id}
        if asked:
            written["request"] = "; ".join(asked)
        if program is not None and program.goal:
            written["goal"] = program.goal
        if program is not None and program.content:
            written["steps"] = [{"task": each} for each in program.content]
        edits.append(Edit(pair.id, "план составлен", (AppendItem(_FILE, ("plans",), written),)))
    return edits


def carried_on(data: Dataset, pair: str, new: str) -> list[Edit]:
    """The plan of a pair for the one that takes its place: all but the steps that are done."""
    edits = []
    for plan in data.plans.plans:
        if plan.pair != pair:
            continue
        left: list[Plain] = [as_plain(step) for step in plan.steps if not step.result]
        written: dict[str, Plain] = {**as_plain(plan), "pair": new, "steps": left}
        if not left:
            del written["steps"]
        said = f"план перешёл из {pair}, осталось пунктов: {len(left)}"
        edits.append(Edit(new, said, (AppendItem(_FILE, ("plans",), written),)))
    return edits


def with_result(plan: Plan, number: int, told: dict[str, str | None]) -> Edit:
    """The result, the mark, the deadline of a step (counted from 1).

    Raises RequestInvalidError for a step that the plan does not have.
    """
    if not 1 <= number <= len(plan.steps):
        raise RequestInvalidError(f"в плане {plan.pair} пунктов {len(plan.steps)}, а не {number}")
    step = plan.steps[number - 1]
    changes = told_keys(_FILE, step, told)
    return Edit(plan.pair, f"пункт {number}: {step.task}", tuple(changes))


def with_step(plan: Plan, task: str, deadline: str | None) -> Edit:
    """One more step."""
    written: dict[str, Plain] = {"task": task, **({"deadline": deadline} if deadline else {})}
    order = key_names(Plan)
    change = AppendItem(_FILE, (*plan.at, "steps"), written, order)
    return Edit(plan.pair, f"новый пункт: {task}", (change,))


def progress_of(data: Dataset) -> list[PlanProgress]:
    """How far the plans of the pairs at work have come; a pair without a plan has no steps."""
    plans = {plan.pair: plan for plan in data.plans.plans}
    found = []
    for pair in data.pairs.live:
        steps = plans[pair.id].steps if pair.id in plans else ()
        found.append(PlanProgress(pair.id, sum(bool(step.result) for step in steps), len(steps)))
    return found
