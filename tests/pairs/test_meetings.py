"""The meetings that are due, and the days on which a pair can meet."""

from datetime import date, timedelta
from typing import Any

import pytest

from roadmap_cli.domain.checks.pairs import meeting_outside_pair
from roadmap_cli.domain.model.changes import AppendItem
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.meetings import Meeting, MeetingKind, Meetings
from roadmap_cli.domain.model.files.organization import Organization
from roadmap_cli.domain.model.files.pairs import PairStatus
from roadmap_cli.domain.pairs.meetings import (
    Due,
    due_meetings,
    note_meetings,
    outside,
    pairs_without_start,
)
from roadmap_cli.errors import RequestInvalidError
from tests.records import AFTER, BEFORE, DAY, dataset, pair, pairs

FIRST, TRIAL, PLANNING = MeetingKind.FIRST, MeetingKind.TRIAL, MeetingKind.PLANNING
REGULAR, FINAL = MeetingKind.REGULAR, MeetingKind.FINAL
ACTIVE = PairStatus.ACTIVE


def _days(count: int) -> date:
    return DAY + timedelta(days=count)


def _journal(*rows: tuple[str, date, MeetingKind]) -> Meetings:
    return Meetings(
        meetings=tuple(Meeting(pair=code, held_on=day, kind=kind) for code, day, kind in rows)
    )


def _data(*rows: tuple[date, MeetingKind], days: int | None = None, **keys: Any) -> Dataset:
    """One pair that began on DAY, with the meetings that it has held."""
    own = pair("a", "m", "x", **{"status": ACTIVE, "start": DAY, **keys})
    files = [pairs(own), _journal(*(("a", day, kind) for day, kind in rows))]
    if days is not None:
        files.append(Organization(short_name="Центр", meeting_days=days))
    return dataset(*files)


def _one(data: Dataset) -> Due:
    (due,) = due_meetings(data)
    return due


@pytest.mark.parametrize(
    ("status", "due"),
    [
        (PairStatus.PROPOSED, False),
        (PairStatus.CONFIRMED, True),
        (PairStatus.ACTIVE, True),
        (PairStatus.CLOSED, False),
        (PairStatus.REPLACED, False),
    ],
)
def test_only_pairs_at_work_have_a_next_meeting(status: PairStatus, due: bool) -> None:
    assert bool(due_meetings(_data(status=status))) is due
    assert bool(pairs_without_start(_data(status=status, start=None))) is due


@pytest.mark.parametrize(
    ("held", "kind"),
    [
        ((), FIRST),
        ((FIRST,), TRIAL),
        ((FIRST, TRIAL), PLANNING),
        ((TRIAL, PLANNING), FIRST),
        ((FIRST, PLANNING), TRIAL),
        ((REGULAR,), FIRST),
        ((FIRST, TRIAL, PLANNING), REGULAR),
        ((FIRST, TRIAL, PLANNING, REGULAR, REGULAR), REGULAR),
    ],
)
def test_the_first_three_kinds_come_in_their_order(
    held: tuple[MeetingKind, ...], kind: MeetingKind
) -> None:
    rows = [(_days(number), each) for number, each in enumerate(held)]
    assert _one(_data(*rows)).kind is kind


def test_after_the_final_meeting_none_is_due() -> None:
    assert due_meetings(_data((DAY, FINAL))) == []
    assert due_meetings(_data((DAY, FINAL), (AFTER, REGULAR))) == []


@pytest.mark.parametrize(("days", "by"), [(None, 14), (14, 14), (1, 1), (30, 30)])
def test_the_school_says_how_often_a_pair_meets(days: int | None, by: int) -> None:
    due = _one(_data(days=days))
    assert due.by == _days(by)
    assert due.why == f"работа началась 01.12.2025, правило — раз в {by} дн."


def test_the_next_meeting_is_counted_from_the_last_whatever_the_order_of_the_journal() -> None:
    due = _one(_data((_days(5), TRIAL), (_days(9), REGULAR), (_days(2), FIRST)))
    assert due.by == _days(23)
    assert due.why == "последняя встреча 10.12.2025, правило — раз в 14 дн."


def test_a_meeting_before_the_beginning_counts_too() -> None:
    assert _one(_data((BEFORE, FIRST))).by == _days(13)


@pytest.mark.parametrize(
    ("end", "kind", "by"),
    [
        (None, FIRST, 14),
        (13, FINAL, 13),
        (14, FINAL, 14),
        (15, FIRST, 14),
        (1, FINAL, 1),
    ],
)
def test_what_would_fall_on_the_end_or_after_it_is_the_final_meeting(
    end: int | None, kind: MeetingKind, by: int
) -> None:
    due = _one(_data(end=None if end is None else _days(end)))
    assert (due.kind, due.by) == (kind, _days(by))
    ends = f"; работа завершается {_days(by):%d.%m.%Y}" if kind is FINAL else ""
    assert due.why.endswith(f"раз в 14 дн.{ends}")


@pytest.mark.parametrize(("held", "by"), [(4, 5), (5, 5), (6, 6)])
def test_the_final_meeting_is_not_wanted_before_the_last_one(held: int, by: int) -> None:
    due = _one(_data((_days(held), FIRST), end=_days(5)))
    assert (due.kind, due.by) == (FINAL, _days(by))


def test_a_pair_without_a_beginning_waits_for_its_first_meeting() -> None:
    data = _data(start=None)
    assert due_meetings(data) == []
    assert pairs_without_start(data) == ["a"]
    met = _data((DAY, FIRST), start=None)
    assert _one(met).by == _days(14)
    assert pairs_without_start(met) == []
    assert pairs_without_start(_data()) == []


def test_the_most_urgent_comes_first_and_of_equals_the_first_code() -> None:
    own = [pair(code, "m", "x", status=ACTIVE, start=_days(start))
           for code, start in (("c", 0), ("b", 1), ("a", 0))]  # fmt: skip
    assert [each.pair for each in due_meetings(dataset(pairs(*own)))] == ["a", "c", "b"]


@pytest.mark.parametrize(("today", "late"), [(BEFORE, -1), (DAY, 0), (AFTER, 1)])
def test_a_meeting_is_late_from_the_day_after(today: date, late: int) -> None:
    assert Due("a", FIRST, DAY, "").late(today) == late


EARLY = "раньше, чем пара начала работу (01.12.2025)"
LATE = "позже, чем пара закончила работу (01.12.2025)"


@pytest.mark.parametrize(
    ("keys", "day", "said"),
    [
        ({"start": DAY}, BEFORE, EARLY),
        ({"start": DAY}, DAY, None),
        ({"start": DAY}, AFTER, None),
        ({"end": DAY, "status": PairStatus.CLOSED}, BEFORE, None),
        ({"end": DAY, "status": PairStatus.CLOSED}, DAY, None),
        ({"end": DAY, "status": PairStatus.CLOSED}, AFTER, LATE),
        ({"end": DAY, "status": PairStatus.REPLACED}, AFTER, LATE),
        # An end that is only planned is no end yet.
        ({"end": DAY, "status": ACTIVE}, AFTER, None),
        ({"status": PairStatus.CLOSED}, AFTER, None),
        ({"start": DAY, "end": DAY, "status": PairStatus.CLOSED}, BEFORE, EARLY),
        ({}, BEFORE, None),
    ],
)
def test_a_day_outside_the_time_of_a_pair(
    keys: dict[str, Any], day: date, said: str | None
) -> None:
    assert outside(pair("a", "m", "x", **keys), day) == said


@pytest.mark.parametrize(
    ("times", "reported"),
    [(1, []), (2, [1]), (3, [1]), (4, [1])],
)
def test_a_meeting_noted_twice_is_reported_once(times: int, reported: list[int]) -> None:
    data = _data(*[(DAY, FIRST)] * times)
    found = [each.message for each in meeting_outside_pair(data, DAY)]
    assert found == ["встреча пары a 01.12.2025 — записана дважды" for _ in reported]


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (BEFORE, "раньше, чем пара начала работу (01.12.2025)"),
        (DAY, None),
        (AFTER, "этот день ещё не наступил"),
    ],
)
def test_a_meeting_on_an_impossible_day_is_reported(day: date, said: str | None) -> None:
    found = [each.message for each in meeting_outside_pair(_data((day, FIRST)), DAY)]
    assert found == ([f"встреча пары a {day:%d.%m.%Y} — {said}"] if said else [])


def test_two_pairs_may_meet_on_one_day_and_a_pair_on_two() -> None:
    own = [pair(code, "m", "x", status=ACTIVE) for code in "ab"]
    journal = _journal(("a", DAY, FIRST), ("b", DAY, FIRST), ("a", BEFORE, FIRST),
                       ("stranger", DAY, FIRST))  # fmt: skip
    assert list(meeting_outside_pair(dataset(pairs(*own), journal), DAY)) == []


def _noted(data: Dataset, day: date, kind: MeetingKind | None = None) -> list[tuple[str, Any]]:
    told = {"topic": "Игра", "result": None}
    edits = note_meetings(data, data.pairs.pairs, day, DAY, kind, told)
    found: list[tuple[str, Any]] = []
    for edit in edits:
        value = None
        if edit.changes:
            (change,) = edit.changes
            assert isinstance(change, AppendItem)
            assert (change.file, change.at) == ("data/meetings.yaml", ("meetings",))
            value = change.value
        found.append((edit.said, value))
    return found


@pytest.mark.parametrize(
    ("held", "kind", "said"),
    [
        ((), None, FIRST),
        ((), REGULAR, REGULAR),
        (((BEFORE, FIRST),), None, TRIAL),
        (((BEFORE, FIRST), (BEFORE, TRIAL), (BEFORE, PLANNING)), None, REGULAR),
        (((BEFORE, FINAL),), None, REGULAR),
    ],
)
def test_a_meeting_is_the_next_of_its_pair_unless_it_is_told(
    held: tuple[tuple[date, MeetingKind], ...], kind: MeetingKind | None, said: MeetingKind
) -> None:
    assert _noted(_data(*held), DAY, kind) == [
        (
            f"встреча 01.12.2025, {said.title}",
            {"pair": "a", "held_on": "2025-12-01", "kind": said.value, "topic": "Игра"},
        )
    ]


def test_a_meeting_that_is_there_already_stays_alone() -> None:
    assert _noted(_data((DAY, FIRST)), DAY) == [("встреча 01.12.2025 уже записана", None)]
    assert _noted(_data((DAY, FIRST)), DAY, TRIAL) == [("встреча 01.12.2025 уже записана", None)]


@pytest.mark.parametrize(
    ("held", "kind", "refused"),
    [
        (BEFORE - timedelta(days=1), None, False),
        (BEFORE, None, False),
        (DAY, None, True),
        (DAY, FIRST, False),
    ],
)
def test_before_a_meeting_held_the_kind_must_be_told(
    held: date, kind: MeetingKind | None, refused: bool
) -> None:
    data = _data((held, FIRST))
    if not refused:
        assert _noted(data, BEFORE, kind)
        return
    with pytest.raises(RequestInvalidError) as caught:
        _noted(data, BEFORE, kind)
    assert caught.value.message == "позже уже записаны встречи: a 01.12.2025"


def test_only_the_meetings_of_pairs_that_are_written_stand_in_the_way() -> None:
    """A pair whose meeting is there already needs no kind, whatever came later."""
    assert _noted(_data((BEFORE, FIRST), (DAY, TRIAL)), BEFORE) == [
        ("встреча 30.11.2025 уже записана", None)
    ]


@pytest.mark.parametrize(("day", "refused"), [(BEFORE, False), (DAY, False), (AFTER, True)])
def test_a_meeting_of_tomorrow_is_not_noted(day: date, refused: bool) -> None:
    if refused:
        with pytest.raises(RequestInvalidError, match="ещё не наступило"):
            _noted(_data(), day)
    else:
        assert len(_noted(_data(), day)) == 1
