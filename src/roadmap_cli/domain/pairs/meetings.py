"""The meetings of the pairs: which comes next, which is late and why."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.edits import Edit, appended, refuse_future
from roadmap_cli.domain.model.files.meetings import Meeting, MeetingKind
from roadmap_cli.domain.model.files.pairs import Pair, PairStatus
from roadmap_cli.domain.model.school_calendar import SchoolCalendar
from roadmap_cli.errors import RequestInvalidError
from roadmap_cli.text.dates import numeric

_FILE = Dataset.meetings.file
_AT_WORK = (PairStatus.CONFIRMED, PairStatus.ACTIVE)
_FIRST_THREE = (MeetingKind.FIRST, MeetingKind.TRIAL, MeetingKind.PLANNING)
_USUAL_DAYS = 14


class Due(NamedTuple):
    """The next meeting of a pair: its kind, its last day, and why it is that one."""

    pair: str
    kind: MeetingKind
    by: date
    why: str

    def late(self, today: date) -> int:
        """How many days it is late; 0 or less while there is time."""
        return (today - self.by).days


def due_meetings(data: Dataset) -> list[Due]:
    """The next meeting of every pair at work, the most urgent first.

    The rule is the school's (`meeting_days`); the order of the kinds is that of the roadmap's
    stage 6: two meetings to get to know each other, one to plan, regular ones, a final one.
    """
    days = timedelta(data.organization.meeting_days if data.organization else _USUAL_DAYS)
    held: dict[str, list[Meeting]] = {}
    for meeting in data.meetings.meetings:
        held.setdefault(meeting.pair, []).append(meeting)
    found = []
    for pair in data.pairs.pairs:
        own = sorted(held.get(pair.id, ()), key=lambda meeting: meeting.held_on)
        if pair.status not in _AT_WORK or any(
            held_meeting.kind is MeetingKind.FINAL for held_meeting in own
        ):
            continue
        since = own[-1].held_on if own else pair.start
        if since is None:
            continue
        found.append(_due(pair, own, since, days, data.calendar))
    return sorted(found, key=lambda due: (due.by, due.pair))


def _due(
    pair: Pair, own: Sequence[Meeting], since: date, days: timedelta, calendar: SchoolCalendar
) -> Due:
    kinds = {held_meeting.kind for held_meeting in own}
    kind = next((one for one in _FIRST_THREE if one not in kinds), MeetingKind.REGULAR)
    by = _after(since, days.days, calendar)
    what = "последняя встреча" if own else "работа началась"
    why = f"{what} {numeric(since)}, правило — раз в {days.days} дн."
    why += ", каникулы не считаются" if by > since + days else ""
    if pair.end is None or by < pair.end:
        return Due(pair.id, kind, by, why)
    why += f"; работа завершается {numeric(pair.end)}"
    return Due(pair.id, MeetingKind.FINAL, max(pair.end, since), why)


def _after(since: date, days: int, calendar: SchoolCalendar) -> date:
    """The day that is so many days later; those of holidays do not count."""
    day = since
    while days:
        day += timedelta(1)
        days -= not calendar.is_holiday(day)
    return day


def pairs_without_start(data: Dataset) -> list[str]:
    """The codes of pairs at work whose meetings have no day to count from."""
    met = {meeting.pair for meeting in data.meetings.meetings}
    return [
        pair.id
        for pair in data.pairs.pairs
        if pair.status in _AT_WORK and pair.start is None and pair.id not in met
    ]


def outside(pair: Pair, day: date) -> str | None:
    """Why a day is not in a pair's time of work, in Russian; None when it is."""
    if pair.start is not None and day < pair.start:
        return f"раньше, чем пара начала работу ({numeric(pair.start)})"
    if pair.end is not None and not pair.is_live and day > pair.end:
        return f"позже, чем пара закончила работу ({numeric(pair.end)})"
    return None


def note_meetings(
    data: Dataset,
    pairs: Sequence[Pair],
    day: date,
    today: date,
    kind: MeetingKind | None,
    told: dict[str, str | None],
) -> list[Edit]:
    """Add a line to the journal for every pair; existing lines are left unchanged.

    Without `kind` the meeting is the next one of its pair. Raises RequestInvalidError for a day
    in the future, and for a day before a recorded meeting when `kind` is missing.
    """
    refuse_future(day, today)
    known = {(meeting.pair, meeting.held_on) for meeting in data.meetings.meetings}
    fresh = {pair.id for pair in pairs if (pair.id, day) not in known}
    later = [
        meeting
        for meeting in data.meetings.meetings
        if meeting.pair in fresh and meeting.held_on > day
    ]
    if later and kind is None:
        said = ", ".join(
            f"{held_meeting.pair} {numeric(held_meeting.held_on)}" for held_meeting in later
        )
        hint = "Укажите вид встречи: --kind ВИД"
        raise RequestInvalidError(f"позже уже записаны встречи: {said}", hint=hint)
    due = {due_meeting.pair: due_meeting.kind for due_meeting in due_meetings(data)}
    edits = []
    for pair in pairs:
        if (pair.id, day) in known:
            edits.append(Edit(pair.id, f"встреча {numeric(day)} уже записана", ()))
            continue
        own = kind or due.get(pair.id, MeetingKind.REGULAR)
        written = {"pair": pair.id, "held_on": day, "kind": own, **told}
        said = f"встреча {numeric(day)}, {own.title}"
        edits.append(Edit(pair.id, said, (appended(_FILE, ("meetings",), written),)))
    return edits
