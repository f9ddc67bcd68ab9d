"""The parser of deadline notations: text, a school year and its calendar in, a `Deadline` out."""

from collections.abc import Sequence
from functools import lru_cache

from roadmap_cli.domain.deadlines.clean import CleanNotation, clean, one_spelling
from roadmap_cli.domain.deadlines.deadline import Deadline, DeadlineKind
from roadmap_cli.domain.deadlines.intervals import Reading, read_interval
from roadmap_cli.domain.deadlines.lexer import Token, tokens
from roadmap_cli.domain.deadlines.mixed import names_a_day, read_mixed
from roadmap_cli.domain.deadlines.phrases import read_phrase
from roadmap_cli.domain.deadlines.recurring import read_recurrence
from roadmap_cli.domain.deadlines.terms import read_holidays, read_term
from roadmap_cli.domain.model.school_calendar import EMPTY, SchoolCalendar
from roadmap_cli.domain.model.school_year import SchoolYear

_LONGEST = 300
_EXACT = (DeadlineKind.DATE, DeadlineKind.RANGE, DeadlineKind.DEADLINE, DeadlineKind.FROM)


@lru_cache(maxsize=4096)
def parse_deadline(
    text: str | None,
    school_year: SchoolYear | None = None,
    calendar: SchoolCalendar = EMPTY,
) -> Deadline:
    """Read a notation; one that is not understood keeps the kind TEXT, nothing is guessed.

    `school_year` gives the year to a month or a day written without one, `calendar` the days
    to terms and holidays.
    """
    verbatim = text or ""
    notation = clean(verbatim)
    if len(notation.text) > _LONGEST:
        return Deadline(verbatim, DeadlineKind.TEXT)
    found = tokens(notation.text)
    reading = (
        read_term(found, calendar)
        or _interval(notation, found, school_year)
        or read_holidays(notation.text, calendar)
        or (None if notation.has_blanks else read_mixed(notation.text, school_year))
    )
    return (
        _recurring(verbatim, notation, found, school_year)
        or (_dated(verbatim, notation, reading) if reading else None)
        or _phrase(verbatim, notation, school_year)
        or Deadline(verbatim, DeadlineKind.TEXT)
    )


def _comment(notation: CleanNotation) -> str | None:
    return "; ".join(comment for comment in notation.comments if comment) or None


def _phrase(
    verbatim: str, notation: CleanNotation, school_year: SchoolYear | None
) -> Deadline | None:
    """A phrase without a time of its own; a day in its words or its brackets is not lost."""
    phrase = read_phrase(notation.text)
    if phrase is None or (phrase.kind is DeadlineKind.EMPTY and notation.has_blanks):
        return None
    comments = one_spelling("; ".join(notation.comments))
    if names_a_day(comments):
        reading = read_mixed(f"{notation.text}; {comments}", school_year)
        return _dated(verbatim, notation._replace(comments=()), reading) if reading else None
    if names_a_day(notation.text):
        return None
    return Deadline(
        verbatim,
        phrase.kind,
        offset=phrase.offset,
        anchor=phrase.anchor,
        note=_comment(notation),
    )


def _recurring(
    verbatim: str,
    notation: CleanNotation,
    found: tuple[Token, ...],
    school_year: SchoolYear | None,
) -> Deadline | None:
    reading = read_recurrence(
        found,
        notation.text,
        notation.comments,
        school_year,
        lambda rest: read_mixed(rest, school_year),
    )
    if reading is None:
        return None
    return Deadline(
        verbatim,
        DeadlineKind.RECURRING,
        reading.bounds.start,
        reading.bounds.end,
        every=reading.every,
        note=reading.note,
    )


def _interval(
    notation: CleanNotation, found: Sequence[Token], school_year: SchoolYear | None
) -> Reading | None:
    reading = read_interval(found, school_year)
    if reading is None or _is_unfilled_form(notation, reading):
        return None
    return _narrowed(notation, found, reading, school_year) or reading


def _narrowed(
    notation: CleanNotation,
    found: Sequence[Token],
    reading: Reading,
    school_year: SchoolYear | None,
) -> Reading | None:
    """«Сентябрь (1-2 неделя)», «сентябрь (до 15.09)»: the brackets name the days more exactly."""
    first, last = reading.days
    if len(notation.comments) != 1 or first is None or last is None:
        return None
    inner = tokens(one_spelling(notation.comments[0]))
    for told in (inner, (*inner, *found)):
        exact = read_interval(told, school_year)
        if exact is not None and exact.days.end is not None and exact.days != reading.days:
            start = exact.days.start or exact.days.end
            if first <= start <= exact.days.end <= last:
                return exact
    return None


def _dated(verbatim: str, notation: CleanNotation, reading: Reading) -> Deadline:
    return Deadline(
        verbatim,
        reading.kind,
        reading.days.start,
        reading.days.end,
        number=reading.number,
        parts=reading.parts,
        note="; ".join(filter(None, (reading.note, _comment(notation)))) or None,
        doubt=reading.doubt,
    )


def _is_unfilled_form(notation: CleanNotation, reading: Reading) -> bool:
    """«___» сентября 2023: the day was never written in, so the month alone says nothing."""
    if notation.has_empty_blank:
        return True
    return notation.has_blanks and reading.kind not in _EXACT
