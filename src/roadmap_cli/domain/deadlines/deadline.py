"""The meaning of a deadline notation as a value; the words themselves are kept beside it."""

from datetime import date
from enum import Enum
from typing import NamedTuple


class DeadlineKind(Enum):
    """What sort of time a notation names."""

    DATE = "date"
    MONTH = "month"
    RANGE = "range"
    LIST = "list"
    QUARTER = "quarter"
    HALF_YEAR = "halfyear"
    YEAR = "year"
    YEARS = "years"
    SCHOOL_YEAR = "schoolyear"
    SCHOOL_YEARS = "schoolyears"
    DEADLINE = "deadline"
    FROM = "from"
    RECURRING = "recurring"
    PERMANENT = "permanent"
    AS_NEEDED = "asneeded"
    WEEK = "week"
    TERM = "term"
    RELATIVE = "relative"
    EXTERNAL = "external"
    APPROXIMATE = "approx"
    EMPTY = "empty"
    TEXT = "text"

    @property
    def title(self) -> str:
        """The kind in Russian."""
        return _TITLES[self]


_TITLES = {
    DeadlineKind.DATE: "день",
    DeadlineKind.MONTH: "месяц",
    DeadlineKind.RANGE: "период",
    DeadlineKind.LIST: "перечень сроков",
    DeadlineKind.QUARTER: "квартал",
    DeadlineKind.HALF_YEAR: "полугодие",
    DeadlineKind.YEAR: "год",
    DeadlineKind.YEARS: "несколько лет",
    DeadlineKind.SCHOOL_YEAR: "учебный год",
    DeadlineKind.SCHOOL_YEARS: "несколько учебных лет",
    DeadlineKind.DEADLINE: "крайний срок",
    DeadlineKind.FROM: "начиная с",
    DeadlineKind.RECURRING: "регулярно",
    DeadlineKind.PERMANENT: "постоянно",
    DeadlineKind.AS_NEEDED: "по необходимости",
    DeadlineKind.WEEK: "учебная неделя",
    DeadlineKind.TERM: "учебная четверть",
    DeadlineKind.RELATIVE: "от события",
    DeadlineKind.EXTERNAL: "по другому документу",
    DeadlineKind.APPROXIMATE: "примерно",
    DeadlineKind.EMPTY: "не указан",
    DeadlineKind.TEXT: "не распознан",
}


class Unit(Enum):
    """The unit of a repetition or of an offset."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    TERM = "term"
    TRIMESTER = "trimester"
    HALF_YEAR = "halfyear"
    YEAR = "year"


class Interval(NamedTuple):
    """Days from `start` to `end`, both included; either side may be open."""

    start: date | None = None
    end: date | None = None


class Recurrence(NamedTuple):
    """`times` times in every `interval` units; the rest narrows the day where it is named.

    `weekdays` count from Monday = 0, `months` from January = 1; `ordinals` are 1, 2, … or
    -1 (the last) and belong to `weekdays` within a month. `dates` are days of a year, each a
    month and a day.
    """

    unit: Unit
    interval: int = 1
    times: int = 1
    at_least: bool = False
    day: int | None = None
    ordinals: tuple[int, ...] = ()
    weekdays: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    dates: tuple[tuple[int, int], ...] = ()


class Offset(NamedTuple):
    """A distance from an event: `amount` units after it, or before it when negative."""

    amount: int
    unit: Unit
    working_days: bool = False


class Deadline(NamedTuple):
    """A notation word for word (`text`) and what was understood of it.

    `start` and `end` are inclusive days; both are None where the notation names no calendar
    time. `parts` are the members of a list, `anchor` is the event or the document that a
    relative or an external deadline leans on, `number` the ordinal of a week or a term,
    `note` what the notation says besides the time, `doubt` what it
    contradicts itself in, in Russian.
    """

    text: str
    kind: DeadlineKind
    start: date | None = None
    end: date | None = None
    every: Recurrence | None = None
    offset: Offset | None = None
    anchor: str | None = None
    number: int | None = None
    parts: tuple[Interval, ...] = ()
    note: str | None = None
    doubt: str | None = None

    @property
    def understood(self) -> bool:
        """False when the notation stayed mere text."""
        return self.kind is not DeadlineKind.TEXT
