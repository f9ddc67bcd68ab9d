"""The periods of a repetition within the year 2025/2026, and the calendar arithmetic under them."""

from datetime import date

import pytest

from roadmap_cli.domain.deadlines.parse import parse_deadline
from roadmap_cli.domain.deadlines.periods import Period, periods
from roadmap_cli.domain.deadlines.spans import last_day, months, part_of_month, week_of_month
from roadmap_cli.domain.model.school_calendar import SchoolCalendar, Stretch
from tests.records import YEAR


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _periods(notation: str, calendar: SchoolCalendar | None = None) -> tuple[Period, ...]:
    own = calendar or SchoolCalendar()
    return periods(parse_deadline(notation, YEAR, own), YEAR, own)


CALENDAR = SchoolCalendar(
    (
        Stretch("I четверть", _day("2025-09-01"), _day("2025-10-26")),
        Stretch("II четверть", _day("2025-11-04"), _day("2025-12-30")),
    )
)


@pytest.mark.parametrize(
    ("notation", "count", "first", "second", "last"),
    [
        # A month, quarter, half-year; the lessons end on 31 May.
        ("ежемесячно", 9, "2025-09-30", "2025-10-31", "2026-05-31"),
        ("ежемесячно до 5 числа", 9, "2025-09-05", "2025-10-05", "2026-05-05"),
        ("до 31 числа каждого месяца", 9, "2025-09-30", "2025-10-31", "2026-05-31"),
        ("1 раз в квартал", 4, "2025-09-30", "2025-12-31", "2026-05-31"),
        ("раз в полугодие", 2, "2025-12-31", "2026-05-31", "2026-05-31"),
        ("1 раз в 2 месяца", 5, "2025-10-31", "2025-12-31", "2026-05-31"),
        # By the 10th, a quarterly report is due in the month after the quarter.
        ("ежеквартально, до 10 числа", 3, "2025-10-10", "2026-01-10", "2026-04-10"),
        # Weeks end on Sunday; 1 September 2025 is a Monday.
        ("еженедельно", 39, "2025-09-07", "2025-09-14", "2026-05-31"),
        ("каждый понедельник", 39, "2025-09-01", "2025-09-08", "2026-05-25"),
        ("каждую пятницу", 39, "2025-09-05", "2025-09-12", "2026-05-29"),
        ("1 раз в 2 недели", 19, "2025-09-14", "2025-09-28", "2026-05-24"),
        # The n-th weekday, a week, several.
        ("последняя пятница каждого месяца", 9, "2025-09-26", "2025-10-31", "2026-05-29"),
        ("каждый второй вторник месяца", 9, "2025-09-09", "2025-10-14", "2026-05-12"),
        ("1 и 3 понедельник месяца", 18, "2025-09-01", "2025-09-15", "2026-05-18"),
        # Once a year, and on some days of it.
        ("ежегодно", 1, "2026-05-31", None, "2026-05-31"),
        ("ежегодно, до 1 октября", 1, "2025-10-01", None, "2025-10-01"),
        ("15 сентября, 15 января ежегодно", 2, "2025-09-15", "2026-01-15", "2026-01-15"),
        ("август-сентябрь, ежегодно", 1, "2025-09-30", None, "2025-09-30"),
        ("2 раза в год (сентябрь, май)", 2, "2025-09-30", "2026-05-31", "2026-05-31"),
        ("ежегодно в июне", 1, "2026-06-30", None, "2026-06-30"),
        # Bounds.
        ("ежемесячно с октября по декабрь", 3, "2025-10-31", "2025-11-30", "2025-12-31"),
        ("ежемесячно, отчёт до 25 мая", 9, "2025-09-30", "2025-10-31", "2026-05-25"),
    ],
)
def test_the_last_days(
    notation: str, count: int, first: str, second: str | None, last: str
) -> None:
    found = _periods(notation)
    assert len(found) == count
    assert found[0].due == _day(first)
    assert second is None or found[1].due == _day(second)
    assert found[-1].due == _day(last)


@pytest.mark.parametrize("notation", ["ежедневно", "1 раз в четверть", "октябрь", "постоянно"])
def test_what_has_no_periods(notation: str) -> None:
    assert _periods(notation) == ()


@pytest.mark.parametrize(
    ("notation", "times"),
    [
        ("2 раза в месяц", 2),
        ("ежемесячно", 1),
        ("по вторникам и четвергам", 2),
        ("дважды в год", 2),
    ],
)
def test_how_often_in_a_period(notation: str, times: int) -> None:
    assert {period.times for period in _periods(notation)} == {times}


@pytest.mark.parametrize(
    ("notation", "windows"),
    [
        (
            "ежемесячно с октября по ноябрь",
            [("2025-10-01", "2025-10-31"), ("2025-11-01", "2025-11-30")],
        ),
        # Halfway between the days: 15 November is as near to the one as to the other.
        (
            "15 сентября, 15 января ежегодно",
            [("2025-09-01", "2025-11-15"), ("2025-11-16", "2026-05-31")],
        ),
        ("ежегодно, до 1 октября", [("2025-09-01", "2026-05-31")]),
    ],
)
def test_what_belongs_to_a_period(notation: str, windows: list[tuple[str, str]]) -> None:
    found = [(str(period.first), str(period.last)) for period in _periods(notation)]
    assert found == windows


def test_terms_are_the_schools() -> None:
    found = _periods("1 раз в четверть", CALENDAR)
    assert [str(period.due) for period in found] == ["2025-10-26", "2025-12-30"]
    assert _periods("1 раз в триместр", CALENDAR) == ()


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
