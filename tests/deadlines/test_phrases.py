"""Distances from an event, the bounds of numbers, the halves and parts of years and months."""

from datetime import date

import pytest

from roadmap_cli.domain.deadlines.deadline import DeadlineKind, Offset, Unit
from roadmap_cli.domain.deadlines.parse import parse_deadline
from tests.records import YEAR

DAY, WEEK, MONTH = Unit.DAY, Unit.WEEK, Unit.MONTH


@pytest.mark.parametrize(
    ("notation", "offset", "anchor"),
    [
        ("за 3 дня до педсовета", Offset(-3, DAY), "педсовета"),
        ("через 3 дня после педсовета", Offset(3, DAY), "педсовета"),
        ("не позднее чем за неделю до начала", Offset(-1, WEEK), "начала"),
        ("за 2 месяца до окончания срока", Offset(-2, MONTH), "окончания срока"),
        ("не позднее чем через месяц после начала", Offset(1, MONTH), "начала"),
        ("в течение 5 дней со дня подписания", Offset(5, DAY), "подписания"),
        ("в течение 5 рабочих дней со дня подписания", Offset(5, DAY, True), "подписания"),
        ("в течение 5 календарных дней с даты приказа", Offset(5, DAY), "приказа"),
        ("за 10 рабочих дней до экзамена", Offset(-10, DAY, True), "экзамена"),
        ("через три недели от начала", Offset(3, WEEK), "начала"),
        ("через 2 месяца", Offset(2, MONTH), None),
        ("через неделю", Offset(1, WEEK), None),
        ("в течение суток", Offset(1, DAY), None),
        ("в 10-дневный срок", Offset(10, DAY), None),
        ("в трехдневный срок", Offset(3, DAY), None),
        ("за 3 дня", Offset(-3, DAY), None),
        ("не позднее чем за 3 дня", Offset(-3, DAY), None),
        ("не позднее чем через 3 дня", Offset(3, DAY), None),
        ("в 5-дневный срок до экзамена", Offset(-5, DAY), "экзамена"),
        ("в 5-дневный срок после экзамена", Offset(5, DAY), "экзамена"),
        ("после издания приказа", None, "издания приказа"),
    ],
)
def test_a_distance_is_before_or_after_an_event(
    notation: str, offset: Offset | None, anchor: str | None
) -> None:
    read = parse_deadline(notation, YEAR)
    assert (read.kind, read.offset, read.anchor) == (DeadlineKind.RELATIVE, offset, anchor)


@pytest.mark.parametrize(
    ("notation", "start", "end"),
    [
        # The calendar's halves, and the school's.
        ("1 полугодие 2026 года", "2026-01-01", "2026-06-30"),
        ("2 полугодие 2026 года", "2026-07-01", "2026-12-31"),
        ("I полугодие", "2025-09-01", "2025-12-31"),
        ("II полугодие", "2026-01-01", "2026-05-31"),
        ("второе полугодие учебного года", "2026-01-01", "2026-05-31"),
        # Quarters.
        ("I квартал 2026", "2026-01-01", "2026-03-31"),
        ("II квартал 2026", "2026-04-01", "2026-06-30"),
        ("III квартал 2026", "2026-07-01", "2026-09-30"),
        ("IV квартал 2026", "2026-10-01", "2026-12-31"),
        ("1 квартал", "2026-01-01", "2026-03-31"),
        ("4 квартал", "2025-10-01", "2025-12-31"),
        # Parts of a month.
        ("начало октября", "2025-10-01", "2025-10-10"),
        ("середина октября", "2025-10-11", "2025-10-20"),
        ("конец октября", "2025-10-21", "2025-10-31"),
        ("1-я декада октября", "2025-10-01", "2025-10-10"),
        ("3-я декада октября", "2025-10-21", "2025-10-31"),
        ("последняя декада октября", "2025-10-21", "2025-10-31"),
        ("первая половина октября", "2025-10-01", "2025-10-15"),
        ("вторая половина октября", "2025-10-16", "2025-10-31"),
        ("последняя половина октября", "2025-10-16", "2025-10-31"),
        ("вторая неделя октября", "2025-10-08", "2025-10-14"),
        # Seasons; winter goes over New Year.
        ("зима", "2025-12-01", "2026-02-28"),
        ("зима 2025", "2025-12-01", "2026-02-28"),
        ("весна", "2026-03-01", "2026-05-31"),
        ("лето 2026", "2026-06-01", "2026-08-31"),
        # Parts of a year, and of a school year.
        ("начало 2026 года", "2026-01-01", "2026-01-31"),
        ("середина 2026 года", "2026-06-01", "2026-06-30"),
        ("конец 2026 года", "2026-12-01", "2026-12-31"),
        ("начало учебного года", "2025-09-01", "2025-09-30"),
        ("середина учебного года", "2026-01-01", "2026-01-31"),
        ("конец учебного года", "2026-05-01", "2026-05-31"),
        # August ends the school year unless it leads into September.
        ("август", "2026-08-01", "2026-08-31"),
        ("август–сентябрь", "2025-08-01", "2025-09-30"),
        ("декабрь–январь", "2025-12-01", "2026-01-31"),
        ("20 декабря – 14 января", "2025-12-20", "2026-01-14"),
        ("с 5 по 10 октября", "2025-10-05", "2025-10-10"),
        ("5–5 октября", "2025-10-05", "2025-10-05"),
        ("2024–2026 гг.", "2024-01-01", "2026-12-31"),
        ("2025/2027 уч. г.", "2025-09-01", "2027-08-31"),
        ("2026-2027", "2026-01-01", "2027-12-31"),
        ("2025-2026", "2025-09-01", "2026-08-31"),
        ("2025/2026", "2025-09-01", "2026-08-31"),
    ],
)
def test_a_stretch_of_the_calendar(notation: str, start: str, end: str) -> None:
    read = parse_deadline(notation, YEAR)
    assert (str(read.start), str(read.end)) == (start, end)


@pytest.mark.parametrize(
    ("notation", "end"),
    [
        ("до октября", "2025-09-30"),
        ("не позднее октября", "2025-10-31"),
        ("до 15 октября", "2025-10-15"),
        ("до IV квартала", "2025-09-30"),
        ("до 2026 года", "2025-12-31"),
        ("по октябрь", "2025-10-31"),
        ("до начала октября", "2025-09-30"),
        ("до конца октября", "2025-10-31"),
        ("до конца учебного года", "2026-05-31"),
        ("до начала учебного года", "2025-08-31"),
        ("с сентября до ноября", "2025-10-31"),
        ("с сентября по ноябрь", "2025-11-30"),
    ],
)
def test_up_to_a_month_ends_before_it(notation: str, end: str) -> None:
    assert str(parse_deadline(notation, YEAR).end) == end


@pytest.mark.parametrize(
    ("notation", "kind"),
    [
        ("ежемесячно до 1 числа", DeadlineKind.RECURRING),
        ("ежемесячно до 31 числа", DeadlineKind.RECURRING),
        ("ежемесячно до 32 числа", DeadlineKind.TEXT),
        ("ежемесячно до 0 числа", DeadlineKind.TEXT),
        ("1 раз в 366 дней", DeadlineKind.RECURRING),
        ("1 раз в 367 дней", DeadlineKind.TEXT),
        ("366 раз в год", DeadlineKind.RECURRING),
        ("367 раз в год", DeadlineKind.TEXT),
        ("0 раз в год", DeadlineKind.TEXT),
        ("4 квартал 2026", DeadlineKind.QUARTER),
        ("5 квартал 2026", DeadlineKind.TEXT),
        ("0 квартал 2026", DeadlineKind.TEXT),
        ("3 полугодие 2026", DeadlineKind.TEXT),
        ("«05» 12 2025 г.", DeadlineKind.DATE),
        ("«05» 13 2025 г.", DeadlineKind.TEXT),
        ("10–5 октября", DeadlineKind.TEXT),
        ("2026–2024 гг.", DeadlineKind.TEXT),
        ("29.02.2024", DeadlineKind.DATE),
        ("29.02.2025", DeadlineKind.TEXT),
    ],
)
def test_numbers_have_their_bounds(notation: str, kind: DeadlineKind) -> None:
    assert parse_deadline(notation, YEAR).kind is kind


@pytest.mark.parametrize(("length", "understood"), [(299, True), (300, True), (301, False)])
def test_a_text_that_is_too_long_is_not_read(length: int, understood: bool) -> None:
    notation = "по плану ".ljust(length, "а")
    assert parse_deadline(notation, YEAR).understood is understood


@pytest.mark.parametrize(
    ("notation", "times", "interval", "at_least"),
    [
        ("1 раз в год", 1, 1, False),
        ("не реже 2 раз в месяц", 2, 1, True),
        ("1-2 раза в год", 1, 1, True),
        ("дважды в 3 месяца", 2, 3, False),
        ("не реже 1 раза в две недели", 1, 2, True),
        ("каждые 2 недели", 1, 2, False),
        ("каждую неделю", 1, 1, False),
        ("трижды в год", 3, 1, False),
    ],
)
def test_how_often_in_how_long(notation: str, times: int, interval: int, at_least: bool) -> None:
    every = parse_deadline(notation, YEAR).every
    assert every is not None
    assert (every.times, every.interval, every.at_least) == (times, interval, at_least)


@pytest.mark.parametrize(
    ("notation", "months", "day", "start"),
    [
        ("ежегодно в мае", (5,), None, None),
        ("ежегодно 15 мая", (5,), 15, None),
        ("ежегодно до 1 июня", (6,), 1, None),
        ("ежегодно с сентября по май", (9, 10, 11, 12, 1, 2, 3, 4, 5), None, None),
        ("ежегодно с мая по май", (5,), None, None),
        ("ежегодно с 2023", (), None, date(2023, 1, 1)),
        ("май, ежегодно с 2023", (5,), None, date(2023, 5, 1)),
        ("2 раза в год (сентябрь, май)", (9, 5), None, None),
    ],
)
def test_once_a_year_in_its_months(
    notation: str, months: tuple[int, ...], day: int | None, start: date | None
) -> None:
    read = parse_deadline(notation, YEAR)
    assert read.every is not None
    assert (read.every.months, read.every.day, read.start) == (months, day, start)


@pytest.mark.parametrize(
    ("notation", "parts"),
    [
        ("сентябрь, май", [("2025-09-01", "2025-09-30"), ("2026-05-01", "2026-05-31")]),
        ("ноябрь, январь 2026", [("2025-11-01", "2025-11-30"), ("2026-01-01", "2026-01-31")]),
        ("ноябрь 2025, январь", [("2025-11-01", "2025-11-30"), ("2026-01-01", "2026-01-31")]),
        ("ноябрь 2025, декабрь", [("2025-11-01", "2025-11-30"), ("2025-12-01", "2025-12-31")]),
        ("5, 12 октября", [("2025-10-05", "2025-10-05"), ("2025-10-12", "2025-10-12")]),
        ("май, май", [("2026-05-01", "2026-05-31")]),
        ("1-3, 5 октября", [("2025-10-01", "2025-10-03"), ("2025-10-05", "2025-10-05")]),
        ("сентябрь-октябрь-ноябрь",
         [("2025-09-01", "2025-09-30"), ("2025-10-01", "2025-10-31"),
          ("2025-11-01", "2025-11-30")]),
    ],
)  # fmt: skip
def test_the_members_of_a_list(notation: str, parts: list[tuple[str, str]]) -> None:
    read = parse_deadline(notation, YEAR)
    assert read.kind is DeadlineKind.LIST
    assert [(str(each.start), str(each.end)) for each in read.parts] == parts
    assert (str(read.start), str(read.end)) == (parts[0][0], parts[-1][1])
    assert read.doubt == ("срок указан дважды" if notation == "май, май" else None)
