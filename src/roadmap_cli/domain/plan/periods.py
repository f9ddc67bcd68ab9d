"""The periods of a task, and which of them are closed."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from roadmap_cli.domain.deadlines.deadline import Deadline, Interval
from roadmap_cli.domain.deadlines.periods import Period, periods
from roadmap_cli.domain.model.files.roadmap import Task
from roadmap_cli.domain.model.school_calendar import SchoolCalendar
from roadmap_cli.domain.model.school_year import SchoolYear


class PeriodState(NamedTuple):
    """A period, and the days on which something was done in it or for it."""

    period: Period
    done: tuple[date, ...]

    @property
    def is_open(self) -> bool:
        """True while less was done than is wanted."""
        return len(self.done) < self.period.times


def period_states(
    task: Task, deadline: Deadline, year: SchoolYear, calendar: SchoolCalendar
) -> tuple[PeriodState, ...]:
    """The periods of a task in their order; empty for a task that does not repeat.

    A record belongs to the period that holds its `due`, so that a changed day of the month
    leaves closed what was closed.
    """
    if deadline.every is None:
        return ()
    return tuple(
        PeriodState(
            period,
            tuple(
                closed.done_on
                for closed in task.periods
                if period.first <= closed.due <= period.last
            ),
        )
        for period in periods(deadline, year, calendar)
    )


def current(states: Sequence[PeriodState], day: date) -> PeriodState | None:
    """The period that something done on `day` belongs to: the one that holds the day.

    Where none holds it, the last open one before the day, and failing that the first open one.
    """
    for state in states:
        if state.period.first <= day <= state.period.last:
            return state
    opened = [state for state in states if state.is_open]
    before = [state for state in opened if state.period.last < day]
    return next(iter([*before[-1:], *opened]), None)


def named(states: Sequence[PeriodState], days: Interval) -> PeriodState | None:
    """The period whose last day lies in `days`, or that holds the first of them."""
    first, last = days.start or days.end, days.end or days.start
    if first is None or last is None:
        return None
    by_due = [state for state in states if first <= state.period.due <= last]
    holding = [state for state in states if state.period.first <= first <= state.period.last]
    return next(iter([*by_due, *holding]), None)
