"""The parser of deadline notations: text and a school year in, a `Deadline` out."""

from functools import lru_cache

from roadmap_cli.domain.deadlines.clean import CleanNotation, clean
from roadmap_cli.domain.deadlines.deadline import Deadline, DeadlineKind
from roadmap_cli.domain.deadlines.intervals import Reading, read_interval
from roadmap_cli.domain.deadlines.lexer import Token, tokens
from roadmap_cli.domain.deadlines.phrases import read_phrase
from roadmap_cli.domain.deadlines.recurring import read_recurrence
from roadmap_cli.domain.model.school_year import SchoolYear

_LONGEST = 300
_EXACT = (DeadlineKind.DATE, DeadlineKind.RANGE, DeadlineKind.DEADLINE, DeadlineKind.FROM)


@lru_cache(maxsize=4096)
def parse_deadline(text: str | None, school_year: SchoolYear | None = None) -> Deadline:
    """Read a notation; one that is not understood keeps the kind TEXT, nothing is guessed.

    `school_year` gives the year to a month or a day written without one.
    """
    verbatim = text or ""
    notation = clean(verbatim)
    if len(notation.text) > _LONGEST:
        return Deadline(verbatim, DeadlineKind.TEXT)
    found = tokens(notation.text)
    return (
        _recurring(verbatim, notation, found, school_year)
        or _interval(verbatim, notation, found, school_year)
        or _phrase(verbatim, notation)
        or Deadline(verbatim, DeadlineKind.TEXT)
    )


def _comment(notation: CleanNotation) -> str | None:
    return "; ".join(comment for comment in notation.comments if comment) or None


def _phrase(verbatim: str, notation: CleanNotation) -> Deadline | None:
    phrase = read_phrase(notation.text)
    if phrase is None or (phrase.kind is DeadlineKind.EMPTY and notation.has_blanks):
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
    reading = read_recurrence(found, notation.text, notation.comments, school_year)
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
    verbatim: str,
    notation: CleanNotation,
    found: tuple[Token, ...],
    school_year: SchoolYear | None,
) -> Deadline | None:
    reading = read_interval(found, school_year)
    if reading is None or _is_unfilled_form(notation, reading):
        return None
    return Deadline(
        verbatim,
        reading.kind,
        reading.days.start,
        reading.days.end,
        number=reading.number,
        parts=reading.parts,
        note="; ".join(filter(None, (reading.note, _comment(notation)))) or None,
    )


def _is_unfilled_form(notation: CleanNotation, reading: Reading) -> bool:
    """«___» сентября 2023: the day was never written in, so the month alone says nothing."""
    if notation.has_empty_blank:
        return True
    return notation.has_blanks and reading.kind not in _EXACT
