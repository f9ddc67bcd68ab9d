"""Which tasks are late, which are near, which are running: computed from the day."""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import Enum

from roadmap_cli.domain.deadlines.deadline import Deadline, DeadlineKind
from roadmap_cli.domain.model.files.roadmap import TaskStatus
from roadmap_cli.domain.plan.planned import PlannedTask

DEFAULT_HORIZON = timedelta(days=30)


class Urgency(Enum):
    """How a task stands on a given day."""

    OVERDUE = "overdue"
    SOON = "soon"
    RUNNING = "running"
    LATER = "later"
    UNDATED = "undated"
    DONE = "done"
    CANCELLED = "cancelled"

    @property
    def title(self) -> str:
        """The urgency in Russian."""
        return _TITLES[self]


_TITLES = {
    Urgency.OVERDUE: "просрочено",
    Urgency.SOON: "скоро срок",
    Urgency.RUNNING: "срок идёт",
    Urgency.LATER: "позже",
    Urgency.UNDATED: "без даты",
    Urgency.DONE: "выполнено",
    Urgency.CANCELLED: "отменено",
}
_CLOSED = {TaskStatus.DONE: Urgency.DONE, TaskStatus.CANCELLED: Urgency.CANCELLED}


def urgency(planned: PlannedTask, today: date, horizon: timedelta = DEFAULT_HORIZON) -> Urgency:
    """How the task stands on `today`; due days up to `today + horizon` count as near.

    A task is overdue from the day after its last day, so one due today is still near. A
    repeating one stands as its first open period does.
    """
    if planned.task.status in _CLOSED:
        return _CLOSED[planned.task.status]
    due, state = planned.due, planned.first_open
    if state is None and planned.periods:
        return Urgency.DONE
    if due is not None and due < today:
        return Urgency.OVERDUE
    start = state.period.first if state is not None else planned.deadline.start
    if state is not None and state.period.first > today:
        return Urgency.LATER
    if due is not None and due <= today + horizon:
        return Urgency.SOON
    return _not_pressing(planned.deadline, due, start is not None and start <= today)


def _not_pressing(deadline: Deadline, due: date | None, started: bool) -> Urgency:
    if deadline.kind is DeadlineKind.PERMANENT:
        return Urgency.RUNNING
    if due is None and deadline.start is None:
        return Urgency.RUNNING if deadline.every else Urgency.UNDATED
    return Urgency.RUNNING if started else Urgency.LATER


def soonest_first(tasks: Iterable[PlannedTask]) -> list[PlannedTask]:
    """Sort by due day; tasks without one come last, ties stay in reading order."""
    return sorted(tasks, key=lambda planned: planned.due or date.max)
