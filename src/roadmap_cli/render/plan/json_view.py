"""The plan as JSON data: tasks with what they inherit, stages and activities with their tasks."""

from collections.abc import Sequence
from datetime import date

from roadmap_cli.domain.model.files.roadmap import Activity, Stage
from roadmap_cli.domain.plan.planned import PlannedTask
from roadmap_cli.domain.plan.status import StageStatus, StatusReport
from roadmap_cli.domain.plan.urgency import Urgency, urgency
from roadmap_cli.render.json_values import Json, as_json, record_json


def task_json(planned: PlannedTask, state: Urgency, today: date) -> Json:
    """A task with what it inherits; its deadline with what was understood of it."""
    return {
        **record_json(planned.task),
        "stage": planned.stage.id,
        "activity": planned.activity.id,
        "urgency": state.value,
        "deadline": as_json(planned.deadline),
        "due": as_json(planned.due(today)),
        "responsible": planned.responsible,
    }


def tasks_json(tasks: Sequence[tuple[PlannedTask, Urgency]], today: date) -> Json:
    """A list of tasks."""
    return {"tasks": [task_json(planned, state, today) for planned, state in tasks]}


def status_json(report: StatusReport) -> Json:
    """The report of `roadmap status`."""
    whole = as_json(report._replace(stages=(), tasks=()))
    stages = [_stage(stage) for stage in report.stages]
    return {**whole, "stages": stages, **tasks_json(report.tasks, report.today)}


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
    return {**at_hand, **tasks_json([(task, urgency(task, today)) for task in tasks], today)}
