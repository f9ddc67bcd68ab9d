"""The smallest notations, each naming one stretch of a calendar: a day, a month, a quarter."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from roadmap_cli.domain.deadlines import spans
from roadmap_cli.domain.deadlines.deadline import DeadlineKind, Interval
from roadmap_cli.domain.deadlines.lexer import Token, codes
from roadmap_cli.domain.model.school_year import SchoolYear

_DECEMBER = 12


class Point(NamedTuple):
    """A stretch whose year may still be open.

    `month` (1–12) decides which calendar year an open year is; `days` gives the stretch once
    the year is known. A point with only a `day` still needs a month from its neighbour.
    `begins_in` is the year written beside a winter: the one in which it begins or ends.
    """

    kind: DeadlineKind
    month: int | None = None
    year: int | None = None
    day: int | None = None
    days: Callable[[int], Interval] | None = None
    begins_in: int | None = None

    def in_year(self, year: int) -> "Point":
        """The same point, its open year filled."""
        return self if self.year is not None else self._replace(year=year)

    def resolved(self, school_year: SchoolYear | None) -> Interval:
        """The days of the point; an empty interval when no year is known.

        Raises ValueError for a day that does not exist.
        """
        if self.month is None or self.days is None:
            raise ValueError("a day without a month")
        year = self.year
        if year is None and school_year is not None:
            year = school_year.year_of(self.month)
        if self.begins_in is not None and (year or 0) - self.begins_in not in (0, 1):
            year = self.begins_in + 1
        if year is None:
            self.days(2024)  # a leap year: refuses only what exists in no year
            return Interval()
        return self.days(year)


def calendar_day(day: int, month: int, year: int | None) -> Point:
    """A point for one day."""

    def days(of_year: int) -> Interval:
        exact = date(of_year, month, day)
        return Interval(exact, exact)

    return Point(DeadlineKind.DATE, month, year, day, days)


def whole_months(kind: DeadlineKind, first: int, count: int, year: int | None) -> Point:
    """A point for `count` months; its open year is decided by the last of them."""
    over = first - 1 + count - 1
    last_month = over % 12 + 1

    def days(of_year: int) -> Interval:
        return spans.months(of_year - over // 12, first, count)

    return Point(kind, last_month, None if year is None else year + over // 12, None, days)


def _approximate(month: int, year: int | None, days: Callable[[int], Interval]) -> Point:
    return Point(DeadlineKind.APPROXIMATE, month, year, None, days)


def _ints(token: Token) -> tuple[int, ...]:
    assert isinstance(token.value, tuple)
    return token.value


def integer(token: Token) -> int:
    """The value of a token that holds a number."""
    assert isinstance(token.value, int)
    return token.value


def _word(token: Token) -> str:
    assert isinstance(token.value, str)
    return token.value


def _year_of(found: Sequence[Token]) -> int | None:
    return next((integer(token) for token in found if token.code == "Y"), None)


def _full_date(found: Sequence[Token]) -> Point:
    day = found[0].value
    assert isinstance(day, date)
    return calendar_day(day.day, day.month, day.year)


def _short_date(found: Sequence[Token]) -> Point:
    day, month = _ints(found[0])
    return calendar_day(day, month, _year_of(found))


def _named_date(found: Sequence[Token]) -> Point:
    month = next(integer(token) for token in found if token.code == "M")
    return calendar_day(integer(found[0]), month, _year_of(found))


def _form_date(found: Sequence[Token]) -> Point:
    month = integer(found[1])
    if month > 12:
        raise ValueError(month)
    return calendar_day(integer(found[0]), month, _year_of(found))


def _bare_day(found: Sequence[Token]) -> Point:
    return Point(DeadlineKind.DATE, day=integer(found[0]))


def _named_month(found: Sequence[Token]) -> Point:
    return whole_months(DeadlineKind.MONTH, integer(found[0]), 1, _year_of(found))


def _numeric_month(found: Sequence[Token]) -> Point:
    month, year = _ints(found[0])
    return whole_months(DeadlineKind.MONTH, month, 1, year)


def _quarter(found: Sequence[Token]) -> Point:
    number = integer(found[0])
    if not 1 <= number <= 4:
        raise ValueError(number)
    return whole_months(DeadlineKind.QUARTER, 3 * number - 2, 3, _year_of(found))


def _calendar_half(found: Sequence[Token]) -> Point:
    first_month = {1: 1, 2: 7}[integer(found[0])]
    return whole_months(DeadlineKind.HALF_YEAR, first_month, 6, _year_of(found))


def _school_half(found: Sequence[Token]) -> Point:
    """The halves of a school year: September to December, January to May."""
    first_month, count = {1: (9, 4), 2: (1, 5)}[integer(found[0])]
    return whole_months(DeadlineKind.HALF_YEAR, first_month, count, None)


def _part_of_school_half(found: Sequence[Token]) -> Point:
    """The first or the last month of a half of the school year."""
    month = {(1, "begin"): 9, (1, "end"): 12, (2, "begin"): 1, (2, "end"): 5}[
        integer(found[1]), _word(found[0])
    ]
    return whole_months(DeadlineKind.APPROXIMATE, month, 1, None)


def _part_of_month(found: Sequence[Token]) -> Point:
    part, month = _word(found[0]), integer(found[1])
    return _approximate(month, _year_of(found), lambda year: spans.part_of_month(year, month, part))


def _week_of_month(found: Sequence[Token]) -> Point:
    ordinal, month = integer(found[0]), integer(found[2])
    return _approximate(
        month, _year_of(found), lambda year: spans.week_of_month(year, month, ordinal)
    )


def _weekday_of_month(found: Sequence[Token]) -> Point:
    """«Последняя суббота января»."""
    ordinal, weekday, month = (integer(token) for token in found[:3])

    def days(year: int) -> Interval:
        exact = spans.weekday_of_month(spans.last_day(year, month), weekday, ordinal)
        return Interval(exact, exact)

    return Point(DeadlineKind.DATE, month, _year_of(found), None, days)


def _weeks_of_month(found: Sequence[Token]) -> Point:
    """«3-4 неделя октября»: from the first day of the one to the last day of the other."""
    first, last = integer(found[0]), integer(found[2])
    month = integer(found[4])

    def days(year: int) -> Interval:
        start = spans.week_of_month(year, month, first).start
        return Interval(start, spans.week_of_month(year, month, last).end)

    if not 1 <= first < last:
        raise ValueError(first)
    return _approximate(month, _year_of(found), days)


def _decade_of_month(found: Sequence[Token]) -> Point:
    part = {1: "begin", 2: "middle", 3: "end", -1: "end"}[integer(found[0])]
    month = integer(found[2])
    return _approximate(month, _year_of(found), lambda year: spans.part_of_month(year, month, part))


def _half_of_month(found: Sequence[Token]) -> Point:
    first, last = {1: (1, 15), 2: (16, 31), -1: (16, 31)}[integer(found[0])]
    month = integer(found[2])
    return _approximate(
        month, _year_of(found), lambda year: spans.days_of_month(year, month, first, last)
    )


def _season(found: Sequence[Token]) -> Point:
    year, first = _year_of(found), integer(found[0])
    if first != _DECEMBER:
        return whole_months(DeadlineKind.APPROXIMATE, first, 3, year)
    winter = whole_months(DeadlineKind.APPROXIMATE, first, 3, None)
    return winter._replace(begins_in=year)


def _part_of_year(found: Sequence[Token]) -> Point:
    month = {"begin": 1, "middle": 6, "end": 12}[_word(found[0])]
    return whole_months(DeadlineKind.APPROXIMATE, month, 1, _year_of(found))


def _part_of_school_year(found: Sequence[Token]) -> Point:
    month = {"begin": 9, "middle": 1, "end": 5}[_word(found[0])]
    return whole_months(DeadlineKind.APPROXIMATE, month, 1, None)


def _calendar_year(found: Sequence[Token]) -> Point:
    return whole_months(DeadlineKind.YEAR, 1, 12, _year_of(found))


# The codes of tokens that name a day or a month by themselves.
DAY_CODES = "DdMQ"

_POINTS: tuple[tuple[str, Callable[[Sequence[Token]], Point]], ...] = (
    ("D", _full_date),
    ("dY?", _short_date),
    ("[NR]j?MY?", _named_date),
    ("NNY", _form_date),
    ("[NR]j?", _bare_day),
    ("MY?", _named_month),
    ("Q", _numeric_month),
    ("[NR]KY?", _quarter),
    ("[NR]HY", _calendar_half),
    ("[NR]HS?", _school_half),
    ("a[NR]HS?", _part_of_school_half),
    ("[NR]hS", _school_half),
    ("aMY?", _part_of_month),
    ("[NR]WMY?", _weekday_of_month),
    ("[NR]nMY?", _week_of_month),
    ("[NR][-,&/][NR]nMY?", _weeks_of_month),
    ("[NR]kMY?", _decade_of_month),
    ("[NR]hMY?", _half_of_month),
    ("sY?", _season),
    ("aY", _part_of_year),
    ("a[Sy]", _part_of_school_year),
    ("Y", _calendar_year),
)


def read_point(found: Sequence[Token]) -> Point | None:
    """The point that these tokens name, or None when they name none."""
    word = codes(tuple(found))
    for pattern, build in _POINTS:
        if re.compile(pattern).fullmatch(word):
            try:
                return build(found)
            except (ValueError, KeyError):
                return None
    return None
