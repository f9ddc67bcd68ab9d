"""Repeating notations: «ежемесячно до 5 числа», «1 раз в квартал», «каждый понедельник»."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from roadmap_cli.domain.deadlines.deadline import DeadlineKind, Interval, Recurrence, Unit
from roadmap_cli.domain.deadlines.intervals import Reading, read_interval
from roadmap_cli.domain.deadlines.lexer import Token, codes, tokens
from roadmap_cli.domain.deadlines.points import DAY_CODES, integer
from roadmap_cli.domain.model.school_year import SchoolYear

_UNITS = "[nmKFHyqS]"
_SIGNAL_CODES = "EeXTWj"
# What can bound a repetition: «ежемесячно, до 25 мая».
_BOUNDS = (DeadlineKind.DEADLINE, DeadlineKind.FROM, DeadlineKind.RANGE)
ReadRest = Callable[[str], Reading | None]
Build = Callable[[Sequence[Token]], Recurrence]


class RecurrenceReading(NamedTuple):
    """The repetition, the bounds it runs within, and the words left over."""

    every: Recurrence
    bounds: Interval
    note: str | None


def _unit_of(found: Sequence[Token]) -> Unit:
    for token in found:
        if token.code == "S":
            return Unit.YEAR
        if isinstance(token.value, Unit):
            return token.value
    return Unit.MONTH


def _numbers(found: Sequence[Token]) -> list[int]:
    return [integer(token) for token in found if token.code in "NRT"]


def _has(found: Sequence[Token], code: str) -> bool:
    return any(token.code == code for token in found)


def _times(found: Sequence[Token]) -> Recurrence:
    at = next(index for index, token in enumerate(found) if token.code in "XT")
    counted = _numbers(found[: at + 1])
    spaced = _numbers(found[at + 1 :])
    return Recurrence(
        _unit_of(found),
        interval=spaced[0] if spaced else 1,
        times=counted[0] if counted else 1,
        at_least=_has(found, "l") or len(counted) > 1,
    )


def _monthly_on_day(found: Sequence[Token]) -> Recurrence:
    unit = next((token.value for token in found if token.code == "E"), Unit.MONTH)
    assert isinstance(unit, Unit)
    return Recurrence(unit, day=_numbers(found)[0])


def _weekdays(found: Sequence[Token]) -> tuple[int, ...]:
    return tuple(integer(token) for token in found if token.code == "W")


def _weekly(found: Sequence[Token]) -> Recurrence:
    return Recurrence(Unit.WEEK, weekdays=_weekdays(found))


def _monthly_on_weekday(found: Sequence[Token]) -> Recurrence:
    return Recurrence(Unit.MONTH, ordinals=tuple(_numbers(found)), weekdays=_weekdays(found))


def _monthly_in_week(found: Sequence[Token]) -> Recurrence:
    return Recurrence(Unit.MONTH, ordinals=tuple(_numbers(found)))


def _yearly_in_months(found: Sequence[Token]) -> Recurrence:
    named = tuple(integer(token) for token in found if token.code == "M")
    return Recurrence(Unit.YEAR, months=named)


def _every_unit(found: Sequence[Token]) -> Recurrence:
    spaced = _numbers(found)
    return Recurrence(_unit_of(found), interval=spaced[0] if spaced else 1)


_RULES: tuple[tuple[str, Build], ...] = (
    (rf"l?(?:[NR](?:[-/,][NR])?)?X[v/](?:[NR])?(?:{_UNITS})", _times),
    (rf"l?T[v/]?(?:[NR])?(?:{_UNITS})", _times),
    (r"[vb]?[NR]jem", _monthly_on_day),
    (r"e[NR]j", _monthly_on_day),
    (r"(?:E|em),?[vbf]?[NR]jm?", _monthly_on_day),
    (r"E,?b[NR](?!M)", _monthly_on_day),
    (r"(?:E,?)?v?e?[NR](?:[,&/-][NR])*W(?:e?m)?(?!M)", _monthly_on_weekday),
    (r"(?:E,?)?(?:p|e|Ev)W(?:[,&]p?W)*", _weekly),
    (r"^vW$", _weekly),
    (r"E,?W(?:[,&]W)*", _weekly),
    (r"v?Rnem", _monthly_in_week),
    (r"v?eM", _yearly_in_months),
    (rf"e(?:[NR])?(?:{_UNITS})", _every_unit),
    (r"E", _every_unit),
)


def read_recurrence(
    found: Sequence[Token],
    clean: str,
    comments: Sequence[str],
    school_year: SchoolYear | None,
    read_rest: ReadRest,
) -> RecurrenceReading | None:
    """The repetition that these tokens name, or None when they name none.

    `read_rest` reads a day among the other words, which may bound the repetition.
    """
    word = codes(tuple(found))
    if not any(code in _SIGNAL_CODES for code in word):
        return None
    for pattern, build in _RULES:
        match = re.compile(pattern).search(word)
        if match:
            every = build(found[match.start() : match.end()])
            if (
                not 1 <= (1 if every.day is None else every.day) <= 31
                or not 1 <= every.interval * every.times <= 366
            ):
                return None
            rest = [*found[: match.start()], *found[match.end() :]]
            return _with_rest(every, rest, clean, comments, school_year, read_rest)
    return None


def _with_rest(
    every: Recurrence,
    rest: Sequence[Token],
    clean: str,
    comments: Sequence[str],
    school_year: SchoolYear | None,
    read_rest: ReadRest,
) -> RecurrenceReading | None:
    left = [token for token in rest if token.code not in ",o"]
    left, since = _since_year(left)
    notes: list[str] = []
    bounds = Interval()
    reading = read_interval(_trimmed(rest if since is None else left), school_year)
    if reading is None and any(token.code in DAY_CODES for token in left):
        reading = read_rest(clean[left[0].start : left[-1].end])
        if reading is None or reading.kind not in _BOUNDS:
            return None
        notes += [reading.note] if reading.note else []
    if reading is not None and every.unit is Unit.YEAR:
        every = _on_days(every, reading, left)
    elif reading is not None:
        bounds = reading.days
    elif left:
        notes.append(clean[left[0].start : left[-1].end])
    for comment in comments:
        if (months := _months_in(comment)) and not every.months:
            every = every._replace(months=months)
        else:
            notes.append(comment)
    if since is not None:
        bounds = Interval(date(since, every.months[0] if every.months else 1, 1), bounds.end)
    return RecurrenceReading(every, bounds, "; ".join(notes) or None)


def _trimmed(found: Sequence[Token]) -> Sequence[Token]:
    kept = list(found)
    while kept and kept[0].code in ",o":
        kept.pop(0)
    while kept and kept[-1].code in ",o":
        kept.pop()
    return kept


def _since_year(found: list[Token]) -> tuple[list[Token], int | None]:
    """Take «с 2023» off the end."""
    if codes(tuple(found)).endswith("cY"):
        return found[:-2], integer(found[-1])
    return found, None


def _on_days(every: Recurrence, reading: Reading, left: Sequence[Token]) -> Recurrence:
    """A yearly repetition in the months, or by the day, that the rest of the words name."""
    days = [part.end for part in reading.parts or (reading.days,) if part.end is not None]
    if len(days) > 1 and all(token.code in "NRdDMbY,&" for token in left) and _one_day(reading):
        return every._replace(dates=tuple((day.month, day.day) for day in days))
    if reading.kind in (DeadlineKind.DATE, DeadlineKind.DEADLINE) and reading.days.end:
        return every._replace(months=(reading.days.end.month,), day=reading.days.end.day)
    if reading.kind is DeadlineKind.RANGE and reading.days.start and reading.days.end:
        start, end = reading.days.start, reading.days.end
        count = (end.year - start.year) * 12 + end.month - start.month
        return every._replace(
            months=tuple((start.month - 1 + n) % 12 + 1 for n in range(count + 1))
        )
    return every._replace(months=tuple(integer(token) for token in left if token.code == "M"))


def _one_day(reading: Reading) -> bool:
    """True for a list each member of which is a day, or a last day."""
    return all(part.start in (None, part.end) for part in reading.parts)


def _months_in(comment: str) -> tuple[int, ...]:
    found = tokens(comment.lower().replace("ё", "е"))
    if any(token.code not in "M,&-/" for token in found):
        return ()
    return tuple(integer(token) for token in found if token.code == "M")
