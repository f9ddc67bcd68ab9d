"""Notations built of points: ranges, lists, limits, school years."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from roadmap_cli.domain.deadlines.deadline import DeadlineKind, Interval
from roadmap_cli.domain.deadlines.lexer import Token, codes
from roadmap_cli.domain.deadlines.points import (
    Point,
    calendar_day,
    integer,
    read_point,
    whole_months,
)
from roadmap_cli.domain.model.school_year import SchoolYear

_FILLERS = "vtwfo"
_THROUGH = "tw"  # «в течение», «весь»
_JUNE, _AUGUST = 6, 8
_RANGE_SIGNS = "-/p"
_LIST_SIGNS = ",&"
_NO_DAYS = Interval()


class Reading(NamedTuple):
    """What an interval notation came to; `number` is that of a week or a term.

    `doubt` says in Russian what the notation contradicts itself in."""

    kind: DeadlineKind
    days: Interval = _NO_DAYS
    parts: tuple[Interval, ...] = ()
    number: int | None = None
    note: str | None = None
    doubt: str | None = None


def read_interval(found: Sequence[Token], school_year: SchoolYear | None) -> Reading | None:
    """The interval that these tokens name, or None when they name none.

    `school_year` gives the year to months that have none.
    """
    kept: Sequence[Token] = _between_commas(
        [token for token in found if token.code not in _FILLERS]
    )
    if not kept:
        return None
    named, rest = _split_school_year(kept, school_year)
    if named is not None:
        if not rest:
            through = any(token.code in _THROUGH for token in found)
            return named.of_lessons() if through else named.reading
        if named.single is None:
            return None
        kept, school_year = rest, named.single
    try:
        return _read(kept, school_year)
    except ValueError:
        return None


def _between_commas(found: list[Token]) -> list[Token]:
    inside = [index for index, token in enumerate(found) if token.code != ","]
    return found[inside[0] : inside[-1] + 1] if inside else []


def _read(found: Sequence[Token], school_year: SchoolYear | None) -> Reading | None:
    return (
        _whole_school_year(found, school_year)
        or _numbered(found)
        or _single(found, school_year)
        or _limit(found, school_year)
        or _roman_months(found, school_year)
        or _range(found, school_year)
        or _list(found, school_year)
    )


class _NamedSchoolYears(NamedTuple):
    reading: Reading
    single: SchoolYear | None

    def of_lessons(self) -> Reading:
        """«В течение 2023/2024 учебного года»: while there are lessons."""
        if self.single is None:
            return self.reading
        return self.reading._replace(days=Interval(self.single.start, self.single.lessons_end))


def _split_school_year(
    found: Sequence[Token], school_year: SchoolYear | None
) -> tuple[_NamedSchoolYears | None, Sequence[Token]]:
    """Take «2023/2024 уч.г.» off the end (or the beginning) of a notation."""
    for size in (4, 3):
        for part, rest in (
            (found[-size:], found[:-size]),
            (found[:size], found[size:]),
        ):
            if len(part) == size and (named := _school_years(part, school_year, alone=not rest)):
                return named, rest
    return None, found


def _school_years(
    part: Sequence[Token], school_year: SchoolYear | None, *, alone: bool
) -> _NamedSchoolYears | None:
    word = codes(tuple(part))
    if len(word) < 3 or word[0] + word[2] not in ("YY", "YN", "NN") or word[1] not in "-/":
        return None
    says_school = word[3:] == "S"
    if word[3:] not in ("", "S", "y") or (word[0] == "N" and not says_school):
        return None
    first, last = integer(part[0]), integer(part[2])
    first += 2000 if first < 100 else 0
    last += first // 100 * 100 if last < 100 else 0
    consecutive = last == first + 1
    if last <= first or (not alone and not consecutive):
        return None
    same = consecutive and SchoolYear(first) == school_year
    if says_school or (same and word[3:] == "") or (consecutive and (word[1] == "/" or not alone)):
        single = SchoolYear(first) if consecutive else None
        kind = DeadlineKind.SCHOOL_YEAR if consecutive else DeadlineKind.SCHOOL_YEARS
        days = Interval(SchoolYear(first).start, SchoolYear(last - 1).end)
        return _NamedSchoolYears(Reading(kind, days), single)
    years = Interval(date(first, 1, 1), date(last, 12, 31))
    return _NamedSchoolYears(Reading(DeadlineKind.YEARS, years), None)


def _whole_school_year(found: Sequence[Token], school_year: SchoolYear | None) -> Reading | None:
    """«В течение учебного года», and «в течение года», which means the same in a school."""
    if codes(tuple(found)) not in ("S", "y"):
        return None
    days = Interval(school_year.start, school_year.lessons_end) if school_year else Interval()
    return Reading(DeadlineKind.SCHOOL_YEAR, days)


def _roman_months(found: Sequence[Token], school_year: SchoolYear | None) -> Reading | None:
    """«IX–X»: Roman numbers above four are no terms, so they are months."""
    if codes(tuple(found)) != "R-R":
        return None
    first, last = integer(found[0]), integer(found[2])
    if not (4 < max(first, last) <= 12 and min(first, last) >= 1):
        return None
    months = [token._replace(code="M") if token.code == "R" else token for token in found]
    return _range(months, school_year)


def _numbered(found: Sequence[Token]) -> Reading | None:
    """The n-th week of the school year: which days those are, only the school knows."""
    *numbers, unit = found
    if unit.code == "S" and numbers:
        *numbers, unit = numbers
    if unit.code != "n" or not numbers or numbers[0].code not in "NR":
        return None
    if any(token.code not in "NR-,&/" for token in numbers):
        return None
    return Reading(DeadlineKind.WEEK, number=integer(numbers[0]))


def _single(found: Sequence[Token], school_year: SchoolYear | None) -> Reading | None:
    point = read_point(found)
    if point is None or point.month is None:
        return None
    days = point.resolved(school_year)
    return Reading(point.kind, days, doubt=_which_august(point, days))


def _which_august(point: Point, days: Interval) -> str | None:
    """A year has two Augusts at its ends; without a year written, the later one is taken."""
    if point.year is not None or days.end is None or days.start is None:
        return None
    if (days.start.month, days.end.month) != (_AUGUST, _AUGUST):
        return None
    year = days.end.year
    return f"взят август {year} г.; если это август {year - 1} г., допишите год"


def _limit(found: Sequence[Token], school_year: SchoolYear | None) -> Reading | None:
    first, rest = found[0], found[1:]
    if first.code not in "bcp" or not rest:
        return None
    point = read_point(rest)
    if point is None or point.month is None:
        return None
    days = point.resolved(school_year)
    doubt = _which_august(point, days)
    if first.code == "c":
        return Reading(DeadlineKind.FROM, Interval(days.start, None), doubt=doubt)
    before_start = rest[0].value == "begin"
    end = days.end if first.code == "p" else _until(first, point, days, before_start=before_start)
    return Reading(DeadlineKind.DEADLINE, Interval(None, end), doubt=doubt)


def _until(
    preposition: Token, point: Point, days: Interval, *, before_start: bool = False
) -> date | None:
    """«до октября» ends before October begins; «до 15 октября» includes the 15th."""
    whole = before_start or point.kind in (
        DeadlineKind.MONTH,
        DeadlineKind.QUARTER,
        DeadlineKind.YEAR,
    )
    if preposition.value == "until" and whole and days.start is not None:
        return days.start - timedelta(days=1)
    return days.end


def _range(found: Sequence[Token], school_year: SchoolYear | None) -> Reading | None:
    starts = found[0].code == "c"
    body = found[1:] if starts else found
    signs = _RANGE_SIGNS + ("b" if starts else "")
    cuts = [index for index, token in enumerate(body) if token.code in signs]
    if len(cuts) != 1:
        return None
    right = read_point(body[cuts[0] + 1 :])
    left = _borrowed_unit(body[: cuts[0]], body[-2:]) or read_point(body[: cuts[0]])
    if left is None or right is None or right.month is None:
        return None
    if codes(tuple(body)) == "N-Q":
        left = whole_months(DeadlineKind.MONTH, integer(body[0]), 1, None)
    elif right.year is None and _is_backwards(left, right):
        return None
    left, right = _share_year(_share_month(left, right), right, school_year)
    first, last = left.resolved(school_year), right.resolved(school_year)
    end = _until(body[cuts[0]], right, last)
    if first.start is not None and end is not None and first.start > end:
        return None
    return Reading(DeadlineKind.RANGE, Interval(first.start, end))


def _is_backwards(left: Point, right: Point) -> bool:
    """True for «февраль–январь» without years: no school year runs that way."""
    if left.month is None or right.month is None or left.year is not None:
        return False
    return right.month < left.month < _JUNE


def _borrowed_unit(left: Sequence[Token], tail: Sequence[Token]) -> Point | None:
    """«I–II квартал»: the word stands once, at the end."""
    unit = [token for token in tail if token.code in "KH"]
    return read_point([*left, *unit]) if unit else None


def _share_month(left: Point, right: Point) -> Point:
    if left.month is None and left.day is not None and right.month is not None:
        if right.kind is not DeadlineKind.DATE:
            raise ValueError("a day of the month cannot start a range of months")
        return calendar_day(left.day, right.month, right.year)
    return left


def _share_year(left: Point, right: Point, school_year: SchoolYear | None) -> tuple[Point, Point]:
    """Give the year of one side to the other; a later month before an earlier one means
    that New Year lies between them."""
    if left.month is None or right.month is None:
        return left, right
    wraps = left.month > right.month
    if right.year is None and left.year is not None:
        right = right.in_year(left.year + wraps)
    if right.year is None and right.month is not None and school_year is not None:
        right = right.in_year(school_year.year_of(right.month))
    if right.year is not None:
        left = left.in_year(right.year - wraps)
    return left, right


def _list(found: Sequence[Token], school_year: SchoolYear | None) -> Reading | None:
    members = _members(found, _LIST_SIGNS)
    if members is None:
        # «сентябрь-октябрь-ноябрь»; two with a dash are a range, and that was tried before.
        members = _members(found, "-/") or _side_by_side(found)
        if members is None or len(members) < 3:
            return None
    parts: list[Interval] = []
    for member in years_shared(members):
        reading = (
            _whole_school_year(member, school_year)
            or _single(member, school_year)
            or _limit(member, school_year)
            or _range(member, school_year)
        )
        if reading is None:
            return None
        parts.append(reading.days)
    return listed(parts)


def listed(parts: Sequence[Interval]) -> Reading:
    """Several stretches as one reading; «ноябрь–декабрь, до 20 декабря» ends on the 20th."""
    unique = tuple(dict.fromkeys(parts))
    if len(unique) == 2:
        (start, end), (only_end, limit) = unique
        if only_end is None and start and end and limit and start <= limit <= end:
            return Reading(DeadlineKind.RANGE, Interval(start, limit))
    doubt = "срок указан дважды" if len(unique) < len(parts) else None
    return Reading(DeadlineKind.LIST, hull(unique), unique, doubt=doubt)


def _members(found: Sequence[Token], signs: str) -> list[list[Token]] | None:
    members: list[list[Token]] = [[]]
    for token in found:
        if token.code in signs:
            members.append([])
        else:
            members[-1].append(token)
    return members if len(members) > 1 and all(members) else None


def _side_by_side(found: Sequence[Token]) -> list[list[Token]] | None:
    """Days or months that only spaces divide: «25.09 24.09 23.09»."""
    for shape in ("NM", "MY", "M", "D", "d", "Q"):
        size = len(shape)
        if codes(tuple(found)) == shape * (len(found) // size):
            return [list(found[start : start + size]) for start in range(0, len(found), size)]
    return None


def years_shared(members: list[list[Token]]) -> list[list[Token]]:
    """Write the year, and for bare days the month, into every member that left it out."""
    following = members[-1]
    shared = [following]
    for member in reversed(members[:-1]):
        following = _completed(member, following)
        shared.insert(0, following)
    for index in range(1, len(shared)):
        shared[index] = _completed_forwards(shared[index], shared[index - 1])
    return shared


def _completed(member: list[Token], following: list[Token]) -> list[Token]:
    month, year = _last(following, "M"), _last(following, "Y")
    if month is not None and all(token.code in "NR-" for token in member):
        member = [*member, month]
    own = _last(member, "M")
    if year is None or own is None or _last(member, "Y") is not None:
        return member
    earlier = integer(own) > integer(_first(following, "M") or own)
    return [*member, year._replace(value=integer(year) - earlier)]


def _completed_forwards(member: list[Token], before: list[Token]) -> list[Token]:
    year, month, own = _last(before, "Y"), _last(before, "M"), _last(member, "M")
    if year is None or own is None or month is None or _last(member, "Y") is not None:
        return member
    wraps = integer(own) < integer(month)
    return [*member, year._replace(value=integer(year) + wraps)]


def _last(found: Sequence[Token], code: str) -> Token | None:
    return next((token for token in reversed(found) if token.code == code), None)


def _first(found: Sequence[Token], code: str) -> Token | None:
    return next((token for token in found if token.code == code), None)


def hull(parts: Sequence[Interval]) -> Interval:
    """From the first day of any part to the last day of any."""
    starts = [part.start for part in parts if part.start is not None]
    ends = [part.end for part in parts if part.end is not None]
    return Interval(min(starts, default=None), max(ends, default=None))
