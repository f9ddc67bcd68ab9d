"""The plan as JSON data: tasks with what they inherit, stages and activities with their tasks."""

from collections.abc import Sequence
from datetime import date

from roadmap_cli.domain.deadlines.words import in_words, period_words
from roadmap_cli.domain.model.files.roadmap import Activity, Stage
from roadmap_cli.domain.plan.periods import PeriodState
from roadmap_cli.domain.plan.planned import PlannedTask
from roadmap_cli.domain.plan.status import StageStatus, StatusReport
from roadmap_cli.domain.plan.urgency import Urgency, urgency
from roadmap_cli.render.json_values import Json, as_json, record_json


def task_json(planned: PlannedTask, state: Urgency) -> Json:
    """A task with what it inherits; its deadline with what was understood of it."""
    return {
        **record_json(planned.task),
        "stage": planned.stage.id,
        "activity": planned.activity.id,
        "urgency": state.value,
        "deadline": {**as_json(planned.deadline), "understood": in_words(planned.deadline)},
        "periods": [_period(state) for state in planned.periods],
        "due": as_json(planned.due),
        "responsible": planned.responsible,
    }


def _period(state: PeriodState) -> Json:
    """A period of a repeating task: its days, how often, and when it was done."""
    own = {**as_json(state.period), "done_on": as_json(state.done), "open": state.is_open}
    return {**own, "title": period_words(state.period)}


def tasks_json(tasks: Sequence[tuple[PlannedTask, Urgency]]) -> Json:
    """A list of tasks."""
    return {"tasks": [task_json(planned, state) for planned, state in tasks]}


def status_json(report: StatusReport) -> Json:
    """The report of `roadmap status`."""
    whole = as_json(report._replace(stages=(), tasks=()))
    stages = [_stage(stage) for stage in report.stages]
    return {**whole, "stages": stages, **tasks_json(report.tasks)}


def _stage(status: StageStatus) -> Json:
    rest = status._asdict()
    stage: Stage = rest.pop("stage")
    progress = as_json(rest.pop("progress"))
    return {"id": stage.id, "title": stage.title, **as_json(rest), **progress}


def item_json(item: Stage | Activity, tasks: Sequence[PlannedTask], today: date) -> Json:
    """A stage or an activity with its tasks."""
    own = record_json(item)
    inside = {"activities", "tasks"} & own.keys()
    at_hand = {name: value for name, value in own.items() if name not in inside}
    return {**at_hand, **tasks_json([(task, urgency(task, today)) for task in tasks])}
