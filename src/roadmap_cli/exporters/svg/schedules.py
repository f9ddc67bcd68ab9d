"""The roadmap on months, for those who work by it and for everybody: states and how they look."""

from collections.abc import Callable

from roadmap_cli.domain.model.files.roadmap import Roadmap, TaskStatus
from roadmap_cli.domain.plan.timeline import Bar, Timeline
from roadmap_cli.domain.plan.urgency import Urgency
from roadmap_cli.domain.publication.schedule import Look, Row, Schedule

_BY_URGENCY = {
    Urgency.OVERDUE: Look.CROSSED,
    Urgency.SOON: Look.DOTTED,
    Urgency.RUNNING: Look.STRIPED,
    Urgency.LATER: Look.EMPTY,
    Urgency.UNDATED: Look.EMPTY,
    Urgency.DONE: Look.FULL,
    Urgency.CANCELLED: Look.EMPTY,
}
_BY_STATUS = {
    TaskStatus.PLANNED: Look.EMPTY,
    TaskStatus.IN_PROGRESS: Look.STRIPED,
    TaskStatus.DONE: Look.FULL,
    TaskStatus.CANCELLED: Look.EMPTY,
}


def working_schedule(timeline: Timeline, title: str) -> Schedule:
    """For those who work by it: what is late and what is near."""

    def row(bar: Bar) -> Row:
        state = bar.urgency or Urgency.LATER
        said = f"{bar.id} {bar.title}"
        return Row(said, bar.level, bar.start, bar.end, state.title, _BY_URGENCY[state])

    return _schedule(timeline, title, row)


def public_schedule(
    timeline: Timeline, title: str, roadmap: Roadmap, cleaned: Callable[[str, str], str]
) -> Schedule:
    """For everybody: what is recorded of the stages and activities.

    `cleaned` gets a title and the number of its item.
    """
    statuses = _statuses(roadmap)

    def row(bar: Bar) -> Row:
        state = _together(statuses[bar.id])
        said = f"{bar.id} {cleaned(bar.title, bar.id)}"
        return Row(said, bar.level, bar.start, bar.end, state.title, _BY_STATUS[state])

    return _schedule(timeline, title, row)


def _schedule(timeline: Timeline, title: str, row: Callable[[Bar], Row]) -> Schedule:
    rows = tuple(map(row, timeline.bars))
    return Schedule(title, timeline.first, timeline.last, timeline.today, rows)


def _statuses(roadmap: Roadmap) -> dict[str, list[TaskStatus]]:
    """The recorded statuses below each stage and activity, by its number."""
    found: dict[str, list[TaskStatus]] = {}
    for stage in roadmap.stages:
        for activity in stage.activities:
            for task in activity.tasks:
                begun = task.is_planned and task.periods
                status = TaskStatus.IN_PROGRESS if begun else task.status
                for number in (stage.id, activity.id, task.id):
                    found.setdefault(number, []).append(status)
    return found


def _together(statuses: list[TaskStatus]) -> TaskStatus:
    """Done when all are that count, cancelled when none does, in work when any has begun."""
    counted = {status for status in statuses if status is not TaskStatus.CANCELLED}
    if not counted:
        return TaskStatus.CANCELLED
    if len(counted) == 1:
        return counted.pop()
    return TaskStatus.IN_PROGRESS
