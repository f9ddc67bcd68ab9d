"""Calendar arithmetic: the days of a month, a quarter, a half-year, a part of a month."""

from datetime import date, timedelta

from roadmap_cli.domain.deadlines.deadline import Interval

_PART_OF_MONTH = {"begin": (1, 10), "middle": (11, 20), "end": (21, 31)}


def last_day(year: int, month: int) -> date:
    """The last day of a month."""
    following = date(year + month // 12, month % 12 + 1, 1)
    return following - timedelta(days=1)


def months(year: int, first: int, count: int) -> Interval:
    """`count` whole months from the `first` (1–12) of `year`, over New Year if need be."""
    final = first - 1 + count - 1
    return Interval(date(year, first, 1), last_day(year + final // 12, final % 12 + 1))


def days_of_month(year: int, month: int, first: int, last: int) -> Interval:
    """The days `first`–`last` of a month; `last` is cut to the month's length."""
    end = last_day(year, month)
    return Interval(date(year, month, first), date(year, month, min(last, end.day)))


def part_of_month(year: int, month: int, part: str) -> Interval:
    """The beginning (1–10), the middle (11–20) or the end (from 21) of a month."""
    return days_of_month(year, month, *_PART_OF_MONTH[part])


def weekday_of_month(end: date, weekday: int, ordinal: int) -> date:
    """The n-th (or, for -1, the last) such weekday of the month that ends on `end`.

    Raises ValueError when the month has no fifth.
    """
    if ordinal == -1:
        return end - timedelta((end.weekday() - weekday) % 7)
    first = end.replace(day=1)
    return first.replace(day=1 + (weekday - first.weekday()) % 7 + 7 * (ordinal - 1))


def week_of_month(year: int, month: int, ordinal: int) -> Interval:
    """The `ordinal`-th seven days of a month; -1 are the last seven."""
    if ordinal == -1:
        end = last_day(year, month).day
        return days_of_month(year, month, end - 6, end)
    return days_of_month(year, month, 7 * ordinal - 6, 7 * ordinal)
