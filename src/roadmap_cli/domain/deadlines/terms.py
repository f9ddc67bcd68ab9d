"""Terms and holidays: «IV четверть», «до осенних каникул». Only the school knows their days."""

import re
from collections.abc import Sequence
from datetime import timedelta

from roadmap_cli.domain.deadlines.deadline import DeadlineKind, Interval, Unit
from roadmap_cli.domain.deadlines.intervals import Reading, hull
from roadmap_cli.domain.deadlines.lexer import Token, codes
from roadmap_cli.domain.deadlines.points import integer
from roadmap_cli.domain.model.school_calendar import SchoolCalendar, Stretch

_FILLERS = "vtwfo"
_TERM = r"(?P<limit>[bc])?(?P<part>a)?(?P<numbers>[NR](?:[-,&/][NR])*)FS?"
# The beginning and the end of a term are as long as those of a month.
_TEN = timedelta(9)
_ONE = timedelta(1)
_SEASONS = {"осенн": "осен", "зимн": "зим", "новогодн": "зим", "весенн": "весен", "летн": "лет"}
_SEASON = rf"(?:{'|'.join(_SEASONS)})[а-я]*"
_HOLIDAYS = (
    r"(?P<side>(?:до|ко?|после|перед|по|с|на|в|во|накануне|за)\s+)?"
    r"(?P<point>(?:начал|конц|оконч|заверш)[а-я]*\s+|(?:врем|период|дн)[а-я]*\s+)?"
    rf"(?P<seasons>{_SEASON}(?:\s*(?:,|и|/|-)\s*{_SEASON})*\s+)?каникул[а-я]*"
    r"(?:\s+\(?20\d\d(?:\s*г(?:ода)?\.?)?\)?)?"
)


def read_term(found: Sequence[Token], calendar: SchoolCalendar) -> Reading | None:
    """A term, several, a part of one or a limit by one; without days while none are entered."""
    kept = [token for token in found if token.code not in _FILLERS]
    match = re.fullmatch(_TERM, codes(tuple(kept)))
    if match is None:
        return None
    unit = next(token for token in kept if token.code == "F")
    numbers = _numbers([token for token in kept if token.code in "NR-,&/"])
    known = [calendar.term(number, trimester=unit.value is Unit.TRIMESTER) for number in numbers]
    days = hull([Interval(term.first, term.last) for term in known if term is not None])
    if None in known or days.start is None or days.end is None:
        return Reading(DeadlineKind.TERM, number=numbers[0])
    first, last = days.start, days.end
    part = next((token.value for token in kept if token.code == "a"), None)
    if part == "begin":
        last = first + _TEN
    elif part == "end":
        first = last - _TEN
    elif part == "middle":
        first += (last - first - _TEN) / 2
        last = first + _TEN
    limit = next((token for token in kept if token.code in "bc"), None)
    if limit is None:
        return Reading(DeadlineKind.TERM, Interval(first, last), number=numbers[0])
    if limit.code == "c":
        return Reading(DeadlineKind.FROM, Interval(first, None), number=numbers[0])
    before = limit.value == "until" and part in (None, "begin")
    return Reading(
        DeadlineKind.DEADLINE, Interval(None, first - _ONE if before else last), number=numbers[0]
    )


def _numbers(found: Sequence[Token]) -> list[int]:
    """«I-III» are three terms, «I, III» are two."""
    numbers: list[int] = []
    through = False
    for token in found:
        if token.code in "-/":
            through = token.code == "-"
        elif token.code in "NR":
            number = integer(token)
            numbers += range(numbers[-1] + 1, number) if through and numbers else ()
            numbers.append(number)
            through = False
    return numbers


def read_holidays(text: str, calendar: SchoolCalendar) -> Reading | None:
    """Holidays in a clean notation, or the days before or after them; None while none are known."""
    match = re.fullmatch(_HOLIDAYS, text)
    if match is None or not calendar.holidays:
        return None
    named = re.findall("|".join(_SEASONS), match["seasons"] or "")
    known = (
        [calendar.holiday(_SEASONS[season]) for season in named]
        if named
        else list(calendar.holidays)
    )
    side, point = (match["side"] or "").strip(), (match["point"] or "").strip()
    parts = [_around(one, side, point) for one in known if one is not None]
    if len(parts) < len(known):
        return None
    if len(parts) == 1:
        return Reading(_kind(parts[0]), parts[0])
    return Reading(DeadlineKind.LIST, hull(parts), tuple(parts))


def _around(holidays: Stretch, side: str, point: str) -> Interval:
    """The days that a preposition makes of the holidays."""
    at_end = point.startswith(("конц", "оконч", "заверш"))
    if side in ("до", "к", "ко", "перед", "накануне"):
        return Interval(None, holidays.last if at_end else holidays.first - _ONE)
    if side == "после" or (side == "по" and at_end):
        return Interval(holidays.last + _ONE, None)
    if side == "с" and point.startswith("начал"):
        return Interval(holidays.first, None)
    return Interval(holidays.first, holidays.last)


def _kind(days: Interval) -> DeadlineKind:
    if days.start is None:
        return DeadlineKind.DEADLINE
    return DeadlineKind.FROM if days.end is None else DeadlineKind.RANGE
