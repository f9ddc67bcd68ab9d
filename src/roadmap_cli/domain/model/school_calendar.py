"""The school's own calendar of a year: its terms and its holidays, as days."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple


class Stretch(NamedTuple):
    """A term or a holiday: its name and its days, both included."""

    name: str
    first: date
    last: date


class SchoolCalendar(NamedTuple):
    """The terms in their order, and the holidays; empty where the school has entered none."""

    terms: tuple[Stretch, ...] = ()
    holidays: tuple[Stretch, ...] = ()

    def terms_of(self, *, trimester: bool) -> tuple[Stretch, ...]:
        """The trimesters, or the terms that are none."""
        return tuple(one for one in self.terms if ("трим" in one.name.lower()) == trimester)

    def term(self, number: int, *, trimester: bool) -> Stretch | None:
        """The n-th term; a year of trimesters has no четверти, and the other way round."""
        own = self.terms_of(trimester=trimester)
        return own[number - 1] if 1 <= number <= len(own) else None

    def holiday(self, stem: str) -> Stretch | None:
        """The holidays whose name begins with a stem: «осен», «зим»."""
        return next((one for one in self.holidays if one.name.lower().startswith(stem)), None)

    def is_holiday(self, day: date) -> bool:
        """True for a day of any holidays."""
        return any(one.first <= day <= one.last for one in self.holidays)


EMPTY = SchoolCalendar()


def usual(first: int) -> SchoolCalendar:
    """What most schools have in the year that begins in September of `first`; to be checked.

    A week from the last Monday of October, from 31 December to the Sunday after 8 January, and
    a week from the last Monday of March: from memory, the school's own schedule decides.
    """
    week = timedelta(6)
    autumn = _last_monday(date(first, 10, 31))
    spring = _last_monday(date(first + 1, 3, 31))
    winter_end = date(first + 1, 1, 8)
    winter_end += timedelta((6 - winter_end.weekday()) % 7)
    holidays = (
        Stretch("осенние", autumn, autumn + week),
        Stretch("зимние", date(first, 12, 31), winter_end),
        Stretch("весенние", spring, spring + week),
    )
    starts = [date(first, 9, 1), *(one.last + timedelta(1) for one in holidays)]
    ends = [*(one.first - timedelta(1) for one in holidays), date(first + 1, 5, 26)]
    terms = tuple(
        Stretch(f"{roman} четверть", start, end)
        for roman, start, end in zip(("I", "II", "III", "IV"), starts, ends, strict=True)
    )
    return SchoolCalendar(terms, holidays)


def _last_monday(end: date) -> date:
    return end - timedelta(end.weekday())


def ordered(stretches: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """Terms or holidays by their first day."""
    return tuple(sorted(stretches, key=lambda one: (one.first, one.last)))
