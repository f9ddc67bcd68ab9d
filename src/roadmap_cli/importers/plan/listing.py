"""A plan without a table: numbered lines, each with its deadline and responsible."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from roadmap_cli.importers.plan.draft import DraftTask
from roadmap_cli.importers.plan.sections import is_heading_like, number_of, without_number
from roadmap_cli.importers.plan.table import TableReader
from roadmap_cli.importers.reading.grid import Paragraph

_DASH = re.compile(r"\s+[-–—]\s+|\s*\((?=[^()]*\)\s*[.;]?$)|:\s+")
_SOMEBODY = re.compile(r"[А-ЯЁ]\.\s?[А-ЯЁ]?|директор|куратор|психолог|заместит|педагог|методист")
_ENOUGH = 3


class _Entry(NamedTuple):
    """A line of the list: how deep it stands, and its words."""

    depth: int
    text: str
    written: str


def read_listing(paragraphs: Sequence[Paragraph], reader: TableReader) -> None:
    """Take in the lines, if enough of them are tasks with a deadline."""
    entries = [entry for one in paragraphs if (entry := _entry(one)) is not None]
    told = [_split(entry.text, reader.is_deadline) for entry in entries]
    if sum(bool(task.deadline) for task in told) < _ENOUGH:
        return
    depths = sorted({e.depth for e, task in zip(entries, told, strict=True) if task.deadline})
    for entry, task in zip(entries, told, strict=True):
        if not task.deadline and (entry.depth < depths[0] or is_heading_like(entry.written)):
            reader.draft.open_stage(without_number(entry.text), number_of(entry.written))
            continue
        if not reader.draft.stages:
            reader.draft.open_stage(reader.unnamed_stage())
        activity = reader.draft.open_activity(task.text, fresh=True)
        activity.tasks.append(task)


def _entry(paragraph: Paragraph) -> _Entry | None:
    """The line, when it is numbered by hand or by Word, or set as a heading."""
    written = paragraph.text
    number = re.match(r"\s*(\d{1,2}(?:\.\d{1,2})*)[.)]?\s+\S", written)
    bullet = re.match(r"\s*[-–—•]\s+", written)
    if paragraph.level is not None:
        return _Entry(paragraph.level, written, written)
    if number:
        return _Entry(number[1].count("."), without_number(written), written)
    if paragraph.heading or is_heading_like(written):
        return _Entry(-1, without_number(written), written)
    return _Entry(9, written[bullet.end() :], written) if bullet else None


def _split(text: str, is_deadline: Callable[[str], bool]) -> DraftTask:
    """«Издать приказ – до 1 сентября, директор» as its parts."""
    for dash in reversed(list(_DASH.finditer(text))):
        tail = text[dash.end() :].rstrip(" ;")
        tail = tail.rstrip(")") if "(" in dash[0] else tail
        pieces = re.split(r"\s*[,;]\s*", tail)
        for count in range(len(pieces), 0, -1):
            time = ", ".join(pieces[:count])
            if is_deadline(time) and not any(map(_SOMEBODY.search, pieces[:count])):
                words = text[: dash.start()].strip()
                return DraftTask(words, None, time, ", ".join(pieces[count:]))
    return DraftTask(text.rstrip(" ;"))
