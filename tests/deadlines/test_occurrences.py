"""The next day of a repetition, and the calendar arithmetic under it."""

from datetime import date

import pytest

from roadmap_cli.domain.deadlines.deadline import Deadline, DeadlineKind, Recurrence, Unit
from roadmap_cli.domain.deadlines.occurrences import next_occurrence
from roadmap_cli.domain.deadlines.spans import last_day, months, part_of_month, week_of_month

MONDAY, FRIDAY, SUNDAY = 0, 4, 6
DAILY, WEEKLY, MONTHLY = Recurrence(Unit.DAY), Recurrence(Unit.WEEK), Recurrence(Unit.MONTH)
YEARLY = Recurrence(Unit.YEAR)


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _next(every: Recurrence | None, today: str, start: str | None = None, end: str | None = None
          ) -> date | None:  # fmt: skip
    deadline = Deadline("", DeadlineKind.RECURRING, _day(start), _day(end), every=every)
    return next_occurrence(deadline, date.fromisoformat(today))


def _nth(ordinal: int, weekday: int) -> Recurrence:
    return MONTHLY._replace(ordinal=ordinal, weekdays=(weekday,))


@pytest.mark.parametrize(
    ("every", "today", "due"),
    [
        (None, "2025-12-01", None),
        (DAILY, "2025-12-01", "2025-12-01"),
        # A week ends on Sunday, the 7th.
        (WEEKLY, "2025-12-01", "2025-12-07"),
        (WEEKLY, "2025-12-07", "2025-12-07"),
        (WEEKLY, "2025-12-08", "2025-12-14"),
        (WEEKLY._replace(weekdays=(MONDAY,)), "2025-12-01", "2025-12-01"),
        (WEEKLY._replace(weekdays=(MONDAY,)), "2025-12-02", "2025-12-08"),
        (WEEKLY._replace(weekdays=(MONDAY, FRIDAY)), "2025-12-02", "2025-12-05"),
        (DAILY._replace(weekdays=(FRIDAY,)), "2025-12-01", "2025-12-05"),
        # A month, quarter, half-year, year ends on its last day.
        (MONTHLY, "2025-12-01", "2025-12-31"),
        (MONTHLY, "2025-12-31", "2025-12-31"),
        (MONTHLY, "2026-01-01", "2026-01-31"),
        (MONTHLY, "2026-02-28", "2026-02-28"),
        (Recurrence(Unit.QUARTER), "2025-09-30", "2025-09-30"),
        (Recurrence(Unit.QUARTER), "2025-10-01", "2025-12-31"),
        (Recurrence(Unit.HALF_YEAR), "2025-06-30", "2025-06-30"),
        (Recurrence(Unit.HALF_YEAR), "2025-07-01", "2025-12-31"),
        (YEARLY, "2025-12-31", "2025-12-31"),
        (YEARLY, "2026-01-01", "2026-12-31"),
        # A day of the month; a short month has its last one.
        (MONTHLY._replace(day=5), "2025-12-04", "2025-12-05"),
        (MONTHLY._replace(day=5), "2025-12-05", "2025-12-05"),
        (MONTHLY._replace(day=5), "2025-12-06", "2026-01-05"),
        (MONTHLY._replace(day=31), "2025-11-01", "2025-11-30"),
        (MONTHLY._replace(day=31), "2024-02-01", "2024-02-29"),
        (MONTHLY._replace(day=29), "2025-02-28", "2025-02-28"),
        (MONTHLY._replace(day=30), "2025-03-31", "2025-04-30"),
        # In some months of a year.
        (YEARLY._replace(months=(5,)), "2025-05-31", "2025-05-31"),
        (YEARLY._replace(months=(5,)), "2025-06-01", "2026-05-31"),
        (YEARLY._replace(months=(5,), day=15), "2025-05-16", "2026-05-15"),
        (YEARLY._replace(months=(9, 5)), "2025-09-30", "2025-09-30"),
        (YEARLY._replace(months=(9, 5)), "2025-10-01", "2026-05-31"),
        (YEARLY._replace(months=(2,), day=29), "2025-03-01", "2026-02-28"),
        # The n-th weekday of a month; December 2025 begins on a Monday and has five of them.
        (_nth(1, MONDAY), "2025-12-01", "2025-12-01"),
        (_nth(1, MONDAY), "2025-12-02", "2026-01-05"),
        (_nth(2, MONDAY), "2025-12-01", "2025-12-08"),
        (_nth(4, MONDAY), "2025-12-22", "2025-12-22"),
        (_nth(4, MONDAY), "2025-12-23", "2026-01-26"),
        (_nth(1, SUNDAY), "2025-12-01", "2025-12-07"),
        (_nth(-1, MONDAY), "2025-12-01", "2025-12-29"),
        (_nth(-1, FRIDAY), "2025-10-01", "2025-10-31"),
        (_nth(-1, FRIDAY), "2025-11-01", "2025-11-28"),
        # A month without a fifth one is passed over.
        (_nth(5, FRIDAY), "2025-11-28", "2026-01-30"),
        (_nth(5, FRIDAY), "2026-01-30", "2026-01-30"),
        (_nth(5, MONDAY), "2025-12-01", "2025-12-29"),
        # Only the school's calendar knows.
        (Recurrence(Unit.TERM), "2025-12-01", None),
        (WEEKLY._replace(interval=2), "2025-12-01", None),
        (MONTHLY._replace(interval=2), "2025-12-01", None),
        (MONTHLY._replace(ordinal=2), "2025-12-01", None),
    ],
)
def test_the_first_due_day_on_or_after_today(
    every: Recurrence | None, today: str, due: str | None
) -> None:
    assert _next(every, today) == _day(due)


@pytest.mark.parametrize(
    ("today", "start", "end", "due"),
    [
        ("2025-11-30", "2025-12-01", None, "2025-12-01"),
        ("2025-12-01", "2025-12-01", None, "2025-12-01"),
        ("2025-12-02", "2025-12-01", None, "2025-12-02"),
        ("2025-11-30", None, "2025-12-01", "2025-11-30"),
        ("2025-12-01", None, "2025-12-01", "2025-12-01"),
        ("2025-12-02", None, "2025-12-01", None),
        ("2025-11-30", "2025-12-01", "2025-12-01", "2025-12-01"),
        ("2025-11-30", "2025-12-02", "2025-12-01", None),
    ],
)
def test_a_repetition_runs_within_its_bounds(
    today: str, start: str | None, end: str | None, due: str | None
) -> None:
    assert _next(DAILY, today, start, end) == _day(due)


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(2025, 1, 31), (2025, 2, 28), (2024, 2, 29), (2025, 4, 30), (2025, 11, 30), (2025, 12, 31)],
)
def test_the_last_day_of_a_month(year: int, month: int, day: int) -> None:
    assert last_day(year, month) == date(year, month, day)


@pytest.mark.parametrize(
    ("first", "count", "start", "end"),
    [
        (1, 1, "2025-01-01", "2025-01-31"),
        (1, 12, "2025-01-01", "2025-12-31"),
        (12, 1, "2025-12-01", "2025-12-31"),
        (12, 2, "2025-12-01", "2026-01-31"),
        (12, 3, "2025-12-01", "2026-02-28"),
        (10, 3, "2025-10-01", "2025-12-31"),
    ],
)
def test_whole_months_may_go_over_new_year(first: int, count: int, start: str, end: str) -> None:
    assert months(2025, first, count) == (_day(start), _day(end))


@pytest.mark.parametrize(
    ("part", "first", "last"), [("begin", 1, 10), ("middle", 11, 20), ("end", 21, 28)]
)
def test_a_part_of_a_month(part: str, first: int, last: int) -> None:
    assert part_of_month(2025, 2, part) == (date(2025, 2, first), date(2025, 2, last))


@pytest.mark.parametrize(
    ("ordinal", "first", "last"),
    [(1, 1, 7), (2, 8, 14), (3, 15, 21), (4, 22, 28), (5, 29, 31), (-1, 25, 31)],
)
def test_a_week_of_a_month(ordinal: int, first: int, last: int) -> None:
    assert week_of_month(2025, 12, ordinal) == (date(2025, 12, first), date(2025, 12, last))
