"""Cells as several tasks share them: ditto marks, and lines that run beside the tasks."""

import re
from collections.abc import Callable
from typing import NamedTuple

from roadmap_cli.importers.reading.grid import Cell

_DITTO = re.compile(
    r"(?:[-–—]*\s*(?://|[\"“”„»«]{1,2}|''|〃)\s*[-–—]*|[-–—]{2,3}|(?:то|тот|та|те)\s+же\.?)",
    re.IGNORECASE,
)
_NOTHING = re.compile(r"[-–—_\s.]*")


def is_ditto(text: str) -> bool:
    """True for a mark that repeats the cell above: «-//-», «то же»."""
    return _DITTO.fullmatch(text) is not None


def is_nothing(text: str) -> bool:
    """True for a dash or a line to write on."""
    return _NOTHING.fullmatch(text) is not None


class Shared(NamedTuple):
    """One value a task, and what is doubtful of it, in Russian."""

    values: list[str]
    doubt: str | None = None


def parallel(cell: Cell, count: int, fits: Callable[[str], bool]) -> Shared:
    """The value of each of `count` tasks: one line each, or the whole cell for all.

    Lines are split only when there are as many as tasks and each `fits` by itself.
    """
    lines = [line.text for line in cell.lines]
    whole = " ".join(lines)
    if count == 1 or len(lines) < 2:
        return Shared([whole] * count)
    if len(lines) == count and all(map(fits, lines)):
        return Shared(lines)
    if not all(map(fits, lines)) and fits(whole):
        return Shared([whole] * count)  # one value, broken over lines
    said = f"строк {len(lines)}, а пунктов {count}: «{'», «'.join(lines)}» отнесены ко всем"
    return Shared([whole] * count, said)


def is_name(text: str) -> bool:
    """True for a line that can stand by itself as a responsible or a result."""
    return text[:1].isupper()


def joined(start: str, end: str, is_deadline: Callable[[str], bool]) -> str:
    """«Начало» and «окончание» as one deadline."""
    start, end = ("" if is_nothing(text) else text for text in (start, end))
    if start and end:
        return start if start == end else f"{start} – {end}"
    if end:
        until = f"до {end}"
        return until if is_deadline(until) and not end.lower().startswith("до") else end
    return f"с {start}" if start and is_deadline(f"с {start}") else start


def as_written(text: str) -> str:
    """A day as a plan writes it; Excel keeps days as 2025-09-05."""
    day = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", text)
    return f"{day[3]}.{day[2]}.{day[1]}" if day else text
