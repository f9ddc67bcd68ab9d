"""The roadmap for everybody: stages, items, deadlines as written, the recorded state."""

from datetime import date

from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.roadmap import TaskStatus
from roadmap_cli.domain.plan.planned import PlannedTask, planned_tasks
from roadmap_cli.domain.plan.urgency import Urgency, urgency
from roadmap_cli.domain.publication.discretion import Discretion
from roadmap_cli.domain.publication.page import PublicActivity, PublicStage, PublicTask
from roadmap_cli.text.dates import numeric


def public_stages(data: Dataset, today: date, discretion: Discretion) -> tuple[PublicStage, ...]:
    """Every stage with its activities and items; cancelled items are shown and not counted."""
    planned = planned_tasks(data)
    stages = []
    for stage in data.roadmap.stages:
        own = [task for task in planned if task.stage is stage]
        states = [urgency(task, today) for task in own]
        activities = tuple(
            PublicActivity(
                activity.id,
                discretion.text(activity.title, place_of(activity.id)),
                tuple(_task(task, discretion) for task in own if task.activity is activity),
            )
            for activity in stage.activities
        )
        stages.append(
            PublicStage(
                stage.id,
                discretion.text(stage.title, place_of(stage.id)),
                states.count(Urgency.DONE),
                len(states) - states.count(Urgency.CANCELLED),
                activities,
            )
        )
    return tuple(stages)


def place_of(number: str) -> str:
    """Where in the roadmap a text stands."""
    return f"дорожная карта, {number}"


def _task(planned: PlannedTask, discretion: Discretion) -> PublicTask:
    place = place_of(planned.id)
    responsible = planned.task.responsible or planned.activity.responsible
    return PublicTask(
        planned.id,
        discretion.text(planned.task.text, place),
        discretion.text(planned.task.deadline or planned.activity.deadline, place),
        discretion.responsible(responsible, place),
        _state(planned),
    )


def _state(planned: PlannedTask) -> str:
    """What is recorded: «выполнено 12.11.2025»; of what repeats how many periods are closed."""
    task, periods = planned.task, planned.periods
    if task.status is TaskStatus.DONE and task.done_on is not None:
        return f"{task.status.title} {numeric(task.done_on)}"
    if periods and planned.is_open:
        closed = sum(not state.is_open for state in periods)
        if closed:
            return f"выполнено {closed} из {len(periods)} периодов"
    return task.status.title
