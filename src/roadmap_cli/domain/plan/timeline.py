"""The plan on a line of months, for `roadmap gantt`."""

from datetime import date, timedelta
from typing import NamedTuple

from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.plan.planned import PlannedTask, planned_tasks
from roadmap_cli.domain.plan.urgency import Urgency, urgency


class Bar(NamedTuple):
    """One row: from `start` to `end`, both inside the timeline, or None for no calendar time.

    `closed` and `missed` are the last days of periods that are over, of a task that repeats.
    """

    id: str
    title: str
    level: int
    start: date | None
    end: date | None
    urgency: Urgency | None
    closed: tuple[date, ...] = ()
    missed: tuple[date, ...] = ()


class Timeline(NamedTuple):
    """Rows over the days from `first` to `last`."""

    first: date
    last: date
    today: date
    bars: tuple[Bar, ...]


def timeline(data: Dataset, today: date, *, with_tasks: bool, stage_id: str | None) -> Timeline:
    """Lay the activities (and the tasks when `with_tasks`) of the roadmap on the school year.

    The line covers the school year and, when deadlines lie outside it, those too.
    """
    tasks = [planned for planned in planned_tasks(data) if stage_id in (None, planned.stage.id)]
    year = data.roadmap.school_year
    days = [day for planned in tasks for day in _days(planned) if day is not None]
    first = min([year.start, *days]).replace(day=1)
    last = max([year.lessons_end, *days])
    bars: list[Bar] = []
    for stage in data.roadmap.stages:
        own = [planned for planned in tasks if planned.stage is stage]
        if own:
            bars.append(_summary(stage.id, stage.title, 0, own, today))
        for activity in stage.activities:
            under = [planned for planned in own if planned.activity is activity]
            if under:
                bars.append(_summary(activity.id, activity.title, 1, under, today))
            if with_tasks:
                bars.extend(_bar(planned, today) for planned in under)
    return Timeline(first, last, today, tuple(bars))


def _days(planned: PlannedTask) -> tuple[date | None, date | None]:
    states = planned.periods
    if states:
        return states[0].period.first, states[-1].period.due
    return planned.deadline.start or planned.deadline.end, planned.deadline.end


def _bar(planned: PlannedTask, today: date) -> Bar:
    start, end = _days(planned)
    own = Bar(planned.id, planned.task.text, 2, start, end or start, urgency(planned, today))
    due = {state.period.due: state.is_open for state in planned.periods}
    return own._replace(
        closed=tuple(day for day, is_open in due.items() if not is_open),
        missed=tuple(day for day, is_open in due.items() if is_open and day < today),
    )


def _summary(item_id: str, title: str, level: int, tasks: list[PlannedTask], today: date) -> Bar:
    days = [day for planned in tasks for day in _days(planned) if day is not None]
    states = [urgency(planned, today, timedelta(days=30)) for planned in tasks]
    return Bar(
        item_id,
        title,
        level,
        min(days, default=None),
        max(days, default=None),
        min(states, key=list(Urgency).index),
    )
