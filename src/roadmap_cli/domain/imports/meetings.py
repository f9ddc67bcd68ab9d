"""A journal of meetings read from a file, set against the one that there is."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple, Protocol

from roadmap_cli.domain.model.changes import AppendItem
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.edits import Edit
from roadmap_cli.domain.model.files.meetings import Meeting, MeetingKind, Meetings
from roadmap_cli.domain.model.files.pairs import Pair
from roadmap_cli.domain.model.kinds import Choice, Day, InvalidValueError
from roadmap_cli.domain.model.record import keys
from roadmap_cli.domain.pairs.meetings import note_meetings
from roadmap_cli.domain.pairs.selection import find_pairs_on
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.errors import RoadmapError
from roadmap_cli.text.dates import numeric


class JournalRow(Protocol):
    """A line of a journal as it was read."""

    @property
    def number(self) -> int:
        """The row in its table."""

    @property
    def pair(self) -> str:
        """The pair's code or name."""

    @property
    def held_on(self) -> str:
        """The day as written."""

    @property
    def kind(self) -> str:
        """The kind as written, or nothing."""

    @property
    def told(self) -> dict[str, str | None]:
        """Topic, result, next."""


class JournalProposal(NamedTuple):
    """The lines to write, and those that cannot be."""

    edits: list[Edit]
    doubts: tuple[str, ...]


def journal_edits(directory: Directory, rows: Sequence[JournalRow], today: date) -> JournalProposal:
    """Add the meetings that the journal does not have yet, in the order of their days.

    A line without a kind is the next meeting of its pair, counting the lines above. Lines that do
    not fit are reported by their row.
    """
    doubts: dict[int, str] = {}
    read: list[tuple[date, int, Pair, MeetingKind | None, JournalRow]] = []
    for row in rows:
        if not row.held_on:
            doubts[row.number] = "нет даты"
            continue
        try:
            day = Day().read(row.held_on)
            (pair,) = find_pairs_on(directory, [row.pair], day)
            kind = Choice(MeetingKind).read(row.kind) if row.kind else None
            assert kind is None or isinstance(kind, MeetingKind)
            read.append((day, row.number, pair, kind, row))
        except (RoadmapError, InvalidValueError) as error:
            doubts[row.number] = " ".join(filter(None, (error.message, error.hint)))
    data = directory.data
    edits: list[Edit] = []
    for day, number, pair, kind, row in sorted(read, key=lambda row: row[:2]):
        try:
            (edit,) = note_meetings(data, [pair], day, today, kind, row.told)
        except RoadmapError as error:
            doubts[number] = error.message
            continue
        if edit.changes:
            edits.append(edit)
            data = _with_meeting(data, edit)
        elif differing := _differing(data, pair, day, row):
            doubts[number] = f"встреча {numeric(day)} уже записана, а здесь {differing}"
    words = {row.number: _words(row) for row in rows}
    said = tuple(
        f"строка {number} не взята: {why} ({words[number]})"
        for number, why in sorted(doubts.items())
    )
    return JournalProposal(edits, said)


def _words(row: JournalRow) -> str:
    """The line as the file has it."""
    return "; ".join(filter(None, (row.pair, row.held_on, row.kind, *row.told.values())))


def _differing(data: Dataset, pair: Pair, day: date, row: JournalRow) -> str:
    """What a line tells otherwise than the journal does of that day: «иначе: итог»."""
    held = next(
        meeting
        for meeting in data.meetings.meetings
        if (meeting.pair, meeting.held_on) == (pair.id, day)
    )
    titles = {key.name: key.heading.lower() for key in keys(Meeting)}
    found = [
        titles[name] for name, text in row.told.items() if text and text != getattr(held, name)
    ]
    return f"иначе: {', '.join(found)}" if found else ""


def _with_meeting(data: Dataset, edit: Edit) -> Dataset:
    """The data as they would be with the meeting written."""
    (change,) = edit.changes
    assert isinstance(change, AppendItem)
    told = change.value
    assert isinstance(told, dict)
    meeting = Meeting(
        pair=str(told["pair"]),
        held_on=Day().read(str(told["held_on"])),
        kind=MeetingKind(told["kind"]),
        topic=_text(told.get("topic")),
        result=_text(told.get("result")),
        next=_text(told.get("next")),
    )
    journal = Meetings(meetings=(*data.meetings.meetings, meeting))
    return data.having(records={**data.records, "meetings": journal})


def _text(value: object) -> str | None:
    return None if value is None else str(value)
