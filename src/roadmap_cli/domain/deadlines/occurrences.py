"""The next day by which a repeating deadline wants something done."""

from collections.abc import Iterator
from datetime import date, timedelta

from roadmap_cli.domain.deadlines.deadline import Deadline, Recurrence, Unit
from roadmap_cli.domain.deadlines.spans import last_day

_MONTHS_IN = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.HALF_YEAR: 6, Unit.YEAR: 12}


def next_occurrence(deadline: Deadline, today: date) -> date | None:
    """The first due day on or after `today` within the deadline's bounds.

    Where the notation names no day, the last day of the running week, month, quarter,
    half-year or year is taken. None when the repetition is over, or when only the school's
    calendar knows the days (a term, every second week).
    """
    if deadline.every is None:
        return None
    begin = max(today, deadline.start or today)
    for day in _days(deadline.every, begin):
        if day >= begin:
            return day if deadline.end is None or day <= deadline.end else None
    return None


def _days(every: Recurrence, begin: date) -> Iterator[date]:
    if every.interval > 1 or every.unit is Unit.TERM:
        return
    if every.unit in (Unit.DAY, Unit.WEEK):
        yield from _days_of_week(every, begin)
        return
    if every.ordinal is not None and not every.weekdays:
        return
    for year, month in _months_from(every, begin):
        if (day := _day_in_month(every, year, month)) is not None:
            yield day


def _days_of_week(every: Recurrence, begin: date) -> Iterator[date]:
    wanted = every.weekdays or ((6,) if every.unit is Unit.WEEK else range(7))
    for distance in range(7):
        day = begin + timedelta(days=distance)
        if day.weekday() in wanted:
            yield day


def _months_from(every: Recurrence, begin: date) -> Iterator[tuple[int, int]]:
    """The months that can hold a due day, two years ahead."""
    step = _MONTHS_IN[every.unit]
    for distance in range(25):
        year, month = (
            begin.year + (begin.month - 1 + distance) // 12,
            (begin.month - 1 + distance) % 12 + 1,
        )
        if month in every.months if every.months else month % step == 0:
            yield year, month


def _day_in_month(every: Recurrence, year: int, month: int) -> date | None:
    end = last_day(year, month)
    if every.weekdays and every.ordinal is not None:
        return _weekday_in_month(every.weekdays[0], every.ordinal, end)
    return end if every.day is None else date(year, month, min(every.day, end.day))


def _weekday_in_month(weekday: int, ordinal: int, end: date) -> date | None:
    """The n-th such weekday of the month that ends on `end`; many months have no fifth."""
    if ordinal == -1:
        return end - timedelta(days=(end.weekday() - weekday) % 7)
    first = end.replace(day=1)
    to_first = (weekday - first.weekday()) % 7
    day = first + timedelta(days=to_first + 7 * (ordinal - 1))
    return day if day <= end else None
