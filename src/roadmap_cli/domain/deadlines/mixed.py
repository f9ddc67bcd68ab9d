"""A day among other words: «по согласованию, до 20.10.2023», «12 октября в 15.30, каб. 12».

The day is taken and the rest becomes a note, as long as the rest names no time of its own and
does not take the day back («перенесено»). Everything else stays text.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from roadmap_cli.domain.deadlines.deadline import DeadlineKind, Interval, Offset, Unit
from roadmap_cli.domain.deadlines.intervals import Reading, listed, read_interval, years_shared
from roadmap_cli.domain.deadlines.lexer import Token, codes, tokens
from roadmap_cli.domain.deadlines.phrases import read_phrase
from roadmap_cli.domain.deadlines.points import DAY_CODES
from roadmap_cli.domain.model.school_year import SchoolYear
from roadmap_cli.text.dates import WEEKDAYS, numeric

# What stands beside a day and changes nothing about it: the hour, the room, a hedge, a paper.
_PLACE = r"(?:каб(?:инет[а-я]*)?|ауд(?:итори[а-я]*)?|зал[а-я]*)\b\.?\s*(?:№\s*)?\d+[а-я]?\b"
_CLOCK = r"\d{1,2}(?:\s?[.:-]\s?\d\d)?(?:\s*ч(?:ас[а-я]*|\.)?(?:\s*\d\d\s*мин[а-я]*\.?)?)"
_MINUTES = r"\d{1,2}\s?[.:-]\s?\d\d(?![\d.])"
_PAPERS = r"приказ|распоряжени|письм|протокол|положени|постановлени|договор"
_DAY_OF_A_PAPER = (
    rf"(?:{_PAPERS})[а-я]*\s+(?:[^\d,;]*\s)?от\s+[\d.]+(?:\s*г(?:ода)?\b\.?)?"
    r"(?:\s*(?:№|n)\s*[\w/-]+)?"
)
_HEDGES = r"\b(?:предположительно|ориентировочно|предварительно|примерно|планируется|не\s+менее)\b"
_ASIDES = (
    _DAY_OF_A_PAPER,
    rf"(?:\b(?:с|в|к|на|до)\s+)?{_CLOCK}(?![а-я])(?:\s*(?:до|-)\s*{_CLOCK})?",
    rf"\bс\s+{_MINUTES}\s+до\s+{_MINUTES}",
    rf"\b(?:в|на|к)\s+{_MINUTES}",
    r"\b\d{1,2}:\d\d(?:\s?-\s?\d{1,2}:\d\d)?(?!\d)",
    _PLACE,
    r"(?:№|\bn)\s*\d+[а-я]?\b",
    r"(?:[ivx]+|\d)(?:-?[а-я]{1,2})?\s+(?:четверт|триместр|модул)[а-я]*",
    _HEDGES,
    r"(?:\bи\s+)?\bдалее\b[^,;]*",
)
_TAKES_BACK = r"перенес|отмен|кроме|исключ|вместо|\bx\b|\bх\b"
# Codes that may stand in the rest of a member: words without a time of their own.
_HARMLESS = frozenset("?vtwfopc&lb-,/WajqS")
# At least one of these stands in a notation that names days.
_CALENDAR = frozenset("DdMQKHhns")
_SPLITS = r"[,;]|\bно\b|\bа\s+также\b"
_NO_DAYS = Interval()
_DAYS_OF = {Unit.DAY: 1, Unit.WEEK: 7}


def read_mixed(text: str, school_year: SchoolYear | None) -> Reading | None:
    """The day that a clean notation names among other words, or None."""
    if re.search(_TAKES_BACK, text):
        return None
    bare, asides = _without_asides(text)
    found = codes(tokens(bare))
    if not set(found) & _CALENDAR or set(found) & set("EeXT"):
        return None
    if asides and (reading := _exact(tokens(bare), school_year)):
        return reading._replace(note=_joined(reading.note, *asides))
    members = _members(bare, school_year)
    dated = [member for member in members or () if member.days != _NO_DAYS]
    if members is None or not dated:
        return None
    return _together(dated)._replace(note=_joined(*(one.note for one in members), *asides))


def names_a_day(text: str) -> bool:
    """True when a notation names a day or a month that belongs to no paper («приказ от …»)."""
    bare, _ = _without_asides(text)
    return any(token.code in DAY_CODES for token in tokens(bare))


def _without_asides(text: str) -> tuple[str, list[str]]:
    """The text with blanks for what changes nothing, and those words."""
    taken: list[str] = []

    def take(match: re.Match[str]) -> str:
        taken.append(match[0].strip(" ,"))
        return " " * len(match[0])

    for pattern in _ASIDES:
        text = re.sub(pattern, take, text)
    return text, taken


def _exact(found: Sequence[Token], school_year: SchoolYear | None) -> Reading | None:
    reading = read_interval(found, school_year)
    return reading if reading is not None and reading.days != _NO_DAYS else None


def _members(text: str, school_year: SchoolYear | None) -> list[Reading] | None:
    """The readings of the parts between commas; a part that names no time is a mere note.

    None when a part names a time that is not understood.
    """
    parts = [part.strip(" .-") for part in re.split(_SPLITS, text)]
    parts = [part for part in parts if part]
    cut = [list(tokens(part)) for part in parts]
    members: list[Reading] = []
    for part, found in zip(parts, years_shared(cut) if cut else [], strict=True):
        reading = (
            _exact(found, school_year)
            or _before_a_day(part, school_year)
            or _core(part, found, tokens(part), school_year)
        )
        if reading is not None:
            members.append(reading)
        elif any(token.code in DAY_CODES or token.code in "YKHFNR" for token in tokens(part)):
            return None
        else:
            members.append(Reading(DeadlineKind.TEXT, note=part))
    return members


def _before_a_day(part: str, school_year: SchoolYear | None) -> Reading | None:
    """«За 3 дня до 1 декабря», «в течение недели после 5 октября»."""
    phrase = read_phrase(part)
    if phrase is None or phrase.offset is None or phrase.anchor is None:
        return None
    anchor = _exact(tokens(phrase.anchor), school_year)
    if anchor is None or anchor.days.start is None or phrase.offset.unit not in _DAYS_OF:
        return None
    return Reading(DeadlineKind.DEADLINE, Interval(None, _moved(anchor.days, phrase.offset)))


def _moved(days: Interval, offset: Offset) -> date:
    """The day that is `offset` before the first of `days`, or after the last; Saturdays and
    Sundays are skipped where working days are counted."""
    day = days.start if offset.amount < 0 else days.end
    assert day is not None
    step = timedelta(1 if offset.amount > 0 else -1)
    left = abs(offset.amount) * _DAYS_OF[offset.unit]
    while left:
        day += step
        left -= not (offset.working_days and day.weekday() > 4)
    return day


def _core(
    part: str,
    found: Sequence[Token],
    written: Sequence[Token],
    school_year: SchoolYear | None,
) -> Reading | None:
    """The longest run of tokens that is an interval, when only harmless words are around it.

    `found` are the tokens with what a neighbour shares, `written` those that stand there.
    """
    size = len(found)
    for length in range(size - 1, 0, -1):
        for first in range(size - length + 1):
            inside = found[first : first + length]
            if not _CALENDAR & set(codes(tuple(inside))) or inside[0].code in "?,-&/":
                continue
            if reading := _exact(inside, school_year):
                around = [*found[:first], *found[first + length :]]
                if any(token.code not in _HARMLESS for token in around):
                    return None
                own = [token for token in inside if token in written]
                reading = reading._replace(doubt=reading.doubt or _other_weekday(reading, around))
                before = part[: own[0].start].strip(" -.:")
                after = part[max(token.end for token in own) :].strip(" -.:")
                return _related(reading, before, after)
    return None


def _other_weekday(reading: Reading, around: Sequence[Token]) -> str | None:
    """What is wrong when a day stands beside the name of another weekday, in Russian."""
    day = reading.days.end
    told = [token.value for token in around if token.code == "W"]
    if len(told) != 1 or day is None or reading.kind is not DeadlineKind.DATE:
        return None
    return None if day.weekday() == told[0] else f"{numeric(day)} — {WEEKDAYS[day.weekday()]}"


def _related(reading: Reading, before: str, after: str) -> Reading:
    """The reading as the word before it turns it: «к педсовету 30 октября» is a last day."""
    days, one_day = reading.days, timedelta(1)
    note = _joined(before, after)
    if reading.kind not in (DeadlineKind.DEADLINE, DeadlineKind.FROM):
        if before in ("перед", "накануне") and days.start:
            return Reading(DeadlineKind.DEADLINE, Interval(None, days.start - one_day), note=after)
        if before == "после" and days.end:
            return Reading(DeadlineKind.FROM, Interval(days.end + one_day, None), note=after)
        if re.match(r"(?:до|ко?|перед|накануне)\s", before) and days.end:
            return Reading(DeadlineKind.DEADLINE, Interval(None, days.end), note=note)
        if re.match(r"(?:после|с момента|со дня|по окончании)\s", before) and days.start:
            return Reading(DeadlineKind.FROM, Interval(days.start, None), note=note)
    return reading._replace(note=_joined(reading.note, before, after))


def _together(dated: Sequence[Reading]) -> Reading:
    """Several readings as one: «после …, но до …» is a range, the rest is a list."""
    if len(dated) == 1:
        return dated[0]
    kinds = [one.kind for one in dated]
    if kinds == [DeadlineKind.FROM, DeadlineKind.DEADLINE]:
        days = Interval(dated[0].days.start, dated[1].days.end)
        if days.start and days.end and days.start <= days.end:
            return Reading(DeadlineKind.RANGE, days)
    parts = tuple(dict.fromkeys(one.days for one in dated))
    if len(parts) == 1:
        return Reading(dated[0].kind, parts[0])
    return listed(parts)


def _joined(*words: str | None) -> str | None:
    return "; ".join(dict.fromkeys(word for word in words if word)) or None
