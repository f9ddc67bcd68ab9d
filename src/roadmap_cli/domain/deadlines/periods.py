"""The periods of a repeating deadline within a school year: each has a last day of its own."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from roadmap_cli.domain.deadlines.deadline import Deadline, Interval, Recurrence, Unit
from roadmap_cli.domain.deadlines.spans import last_day, months, week_of_month, weekday_of_month
from roadmap_cli.domain.model.school_calendar import EMPTY, SchoolCalendar
from roadmap_cli.domain.model.school_year import SchoolYear

_ONE = timedelta(1)
_MONTHS_IN = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.HALF_YEAR: 6}
_SUMMER = (6, 7, 8)


class Period(NamedTuple):
    """Days from `first` to `last` in which something is wanted `times` times, by `due`."""

    first: date
    due: date
    last: date
    times: int = 1


@lru_cache(maxsize=4096)
def periods(
    deadline: Deadline, year: SchoolYear, calendar: SchoolCalendar = EMPTY
) -> tuple[Period, ...]:
    """The periods of a deadline, the first one first.

    They run through the lessons of the year, or within the bounds that the notation names, and
    into the summer only where it names a summer month. Where a period is not tied to a month,
    it reaches halfway to the days before and after. Empty for what does not repeat, what is
    wanted every day, and terms whose days are not entered.
    """
    every = deadline.every
    if every is None:
        return ()
    named = {*every.months, *(month for month, _ in every.dates)}
    usual_end = year.end if named & {*_SUMMER} else year.lessons_end
    bounds = Interval(
        max(deadline.start or year.start, year.start),
        min(deadline.end or usual_end, year.end),
    )
    return tuple(_within(every, bounds, calendar))


def _within(every: Recurrence, bounds: Interval, calendar: SchoolCalendar) -> Iterator[Period]:
    if every.unit is Unit.WEEK or (every.unit is Unit.DAY and every.weekdays):
        return _weeks(every, bounds)
    if every.unit in (Unit.TERM, Unit.TRIMESTER):
        return _terms(every, bounds, calendar)
    if every.unit is Unit.YEAR:
        return _year(every, bounds)
    if every.unit is Unit.DAY:
        return iter(())
    if len(every.ordinals) > 1 or (every.unit is Unit.QUARTER and every.day is not None):
        return _around(_named_days(every, bounds), bounds)
    return _stretches(every, bounds)


def _weeks(every: Recurrence, bounds: Interval) -> Iterator[Period]:
    """Weeks from Monday to Sunday, several together where it is «раз в две недели»."""
    first, end = _ends(bounds)
    length = timedelta(7 * every.interval)
    monday = first - timedelta(first.weekday())
    while monday <= end:
        days = [monday + timedelta(weekday) for weekday in sorted(every.weekdays)]
        inside = [day for day in days if first <= day <= end]
        sunday = monday + length - _ONE
        if inside:
            yield Period(max(monday, first), inside[-1], sunday, len(inside))
        elif not every.weekdays and sunday <= end:
            yield Period(max(monday, first), sunday, sunday, every.times)
        monday += length


def _terms(every: Recurrence, bounds: Interval, calendar: SchoolCalendar) -> Iterator[Period]:
    first, end = _ends(bounds)
    for term in calendar.terms_of(trimester=every.unit is Unit.TRIMESTER):
        if first <= term.last <= end:
            yield Period(term.first, term.last, term.last, every.times)


def _year(every: Recurrence, bounds: Interval) -> Iterator[Period]:
    first, end = _ends(bounds)
    if every.interval > 1:
        return iter(())  # which of the years it is, the notation does not say
    if every.dates or every.months:
        days = _days_of_year(every, bounds)
        times = max(every.times // len(days), 1) if days else 1
        return (one._replace(times=times) for one in _around(days, bounds))
    return iter((Period(first, end, end, every.times),))


def _days_of_year(every: Recurrence, bounds: Interval) -> list[date]:
    first, end = _ends(bounds)
    found = []
    for year in range(first.year, end.year + 1):
        named = every.dates or [(month, every.day or 31) for month in _last_in_row(every.months)]
        for month, day in named:
            found.append(date(year, month, min(day, last_day(year, month).day)))
    return sorted(day for day in found if first <= day <= end)


def _last_in_row(named: Sequence[int]) -> list[int]:
    """The months that end a run: «август–сентябрь» is wanted once, by the end of September."""
    return [month for month in named if month % 12 + 1 not in named] or list(named)[-1:]


def _stretches(every: Recurrence, bounds: Interval) -> Iterator[Period]:
    """Months, quarters or half-years, several together where an interval is named."""
    first, end = _ends(bounds)
    size = _MONTHS_IN[every.unit] * every.interval
    aligned = every.unit is not Unit.MONTH
    month = first.replace(day=1)
    if aligned:
        month = month.replace(month=(month.month - 1) // size * size + 1) if size <= 12 else month
    while month <= end:
        whole = months(month.year, month.month, size)
        assert whole.end is not None
        named = _day_in(every, whole.end)
        due = min(whole.end, end) if named is None and not every.ordinals else named
        if due is not None and first <= due <= end:
            yield Period(max(month, first), due, whole.end, every.times)
        month = whole.end + _ONE


def _named_days(every: Recurrence, bounds: Interval) -> list[date]:
    """The single days wanted: «1-й и 3-й понедельник», «ежеквартально до 10 числа».

    By the 10th «ежеквартально» means the month after the quarter, as reports are due.
    """
    first, end = _ends(bounds)
    found: list[date | None] = []
    month = first.replace(day=1)
    while month <= end:
        ending = last_day(month.year, month.month)
        if every.ordinals:
            found += [_in_month(every._replace(ordinals=(one,)), ending) for one in every.ordinals]
        elif month.month % 3 == 1:
            found.append(_day_in(every, ending))
        month = ending + _ONE
    return sorted(day for day in found if day is not None and first <= day <= end)


def _day_in(every: Recurrence, ending: date) -> date | None:
    """The day named in the month that ends on `ending`; None where none is named or there."""
    if every.ordinals:
        return _in_month(every, ending)
    return None if every.day is None else ending.replace(day=min(every.day, ending.day))


def _in_month(every: Recurrence, ending: date) -> date | None:
    """The n-th weekday, or the n-th week, of a month; many months have no fifth."""
    ordinal = every.ordinals[0]
    if not every.weekdays:
        return week_of_month(ending.year, ending.month, ordinal).end
    try:
        return weekday_of_month(ending, every.weekdays[0], ordinal)
    except ValueError:
        return None


def _around(days: Sequence[date], bounds: Interval) -> Iterator[Period]:
    """A period around each day, halfway to its neighbours."""
    first, end = _ends(bounds)
    begin = first
    for number, day in enumerate(days):
        following = days[number + 1] if number + 1 < len(days) else None
        last = day + (following - day) // 2 if following else max(end, day)
        yield Period(begin, day, last)
        begin = last + _ONE


def _ends(bounds: Interval) -> tuple[date, date]:
    assert bounds.start is not None
    assert bounds.end is not None
    return bounds.start, bounds.end
