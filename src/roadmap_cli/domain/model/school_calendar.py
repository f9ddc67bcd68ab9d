"""The school's own calendar of a year: its terms and its holidays, as days."""

from collections.abc import Sequence
from datetime import date
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

    def term(self, number: int, *, trimester: bool) -> Stretch | None:
        """The n-th term; a year of trimesters has no четверти, and the other way round."""
        own = [term for term in self.terms if ("трим" in term.name.lower()) == trimester]
        return own[number - 1] if 1 <= number <= len(own) else None

    def holiday(self, stem: str) -> Stretch | None:
        """The holidays whose name begins with a stem: «осен», «зим»."""
        return next((one for one in self.holidays if one.name.lower().startswith(stem)), None)

    def is_holiday(self, day: date) -> bool:
        """True for a day of any holidays."""
        return any(one.first <= day <= one.last for one in self.holidays)


EMPTY = SchoolCalendar()


def ordered(stretches: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """Terms or holidays by their first day."""
    return tuple(sorted(stretches, key=lambda one: (one.first, one.last)))
