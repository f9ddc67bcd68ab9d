"""The numbered points inside a cell: «1. … 2. …», each on its line or all in one."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from roadmap_cli.importers.reading.grid import Line

# «2. Разработка», «1.2.3 Издание», «3) Опрос»; a number inside a sentence is followed by no
# capital letter («в 2023 г 2. Разработка» is, «от 25 декабря 2019 г.» is not).
_POINT = re.compile(r"(?:^|(?<=\s))(?:\d{1,2}\.)*(\d{1,2})[.)]\s*(?=[А-ЯЁA-Z«\"(])")
_DECIMAL = re.compile(r"^(?:\d{1,2}\.)+(\d{1,2})\s+(?=\S)")
_BULLET = re.compile(r"^[-–—•*▪·]\s+")
_ENDED = re.compile(r"[.!?;:»)]\s*$")


class Point(NamedTuple):
    """A point: its number as written (None without one) and its words."""

    number: int | None
    text: str


def points_of(lines: Sequence[Line]) -> list[Point]:
    """The points of a cell; a line that goes on with a sentence belongs to the point above."""
    found: list[Point] = []
    for line in lines:
        if found and _is_listed_under(line, found[-1]):
            last = found.pop()
            found.append(Point(last.number, f"{last.text} {line.text}"))
            continue
        for point in _of_line(line, found):
            if _goes_on(point, found, listed=line.listed):
                last = found.pop()
                found.append(Point(last.number, f"{last.text} {point.text}"))
            else:
                found.append(point)
    return found


def _is_listed_under(line: Line, last: Point) -> bool:
    """True for «– порядок мониторинга;» after a head that ended with a colon."""
    return (
        bool(_BULLET.match(line.text))
        and re.search(r":(?:$|\s+[-–—•*▪·]\s)", last.text) is not None
    )


def goes_on(text: str, before: str) -> bool:
    """True when a text is the rest of the sentence that `before` has begun."""
    return text[:1].islower() and not _ENDED.search(before)


def _goes_on(point: Point, found: Sequence[Point], *, listed: bool) -> bool:
    return (
        bool(found) and point.number is None and not listed and goes_on(point.text, found[-1].text)
    )


def _of_line(line: Line, found: Sequence[Point]) -> Iterator[Point]:
    text = _BULLET.sub("", line.text)
    decimal = _DECIMAL.match(text)
    if decimal and not _POINT.match(text):
        yield Point(int(decimal[1]), text[decimal.end() :])
        return
    marks = list(_in_order(text, found))
    if not marks:
        yield Point(None, text)
        return
    if head := text[: marks[0].start()].strip():
        yield Point(None, head)
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        end = following.start() if following else len(text)
        yield Point(int(mark[1]), text[mark.end() : end].strip())


def _in_order(text: str, found: Sequence[Point]) -> Iterator[re.Match[str]]:
    """The marks that count upwards; «к 5. Итоги» after point 1 is not a mark."""
    last = next((point.number for point in reversed(found) if point.number), 0)
    for mark in _POINT.finditer(text):
        number = int(mark[1])
        if mark.start() == 0 or last < number <= last + 2:
            last = number
            yield mark
