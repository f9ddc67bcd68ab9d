"""The parser of deadlines: real notations, their families, and laws that hold for any text."""

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap_cli.domain.deadlines.deadline import Deadline, DeadlineKind, Interval, Unit
from roadmap_cli.domain.deadlines.parse import parse_deadline
from roadmap_cli.domain.deadlines.periods import periods
from roadmap_cli.domain.model.school_year import SchoolYear
from tests.conftest import ROOT

YEAR = SchoolYear(2023)
Row = tuple[str, str, str, str]


def _rows(path: Path) -> list[Row]:
    lines = path.read_text(encoding="utf-8").splitlines()[1:]
    cells = [(line.split("\t") + [""] * 5)[:5] for line in lines if line.strip("\n")]
    return [(notation, kind, start, end) for notation, kind, start, end, _ in cells]


REAL = _rows(ROOT / "tests" / "data" / "notations.tsv")


def _matches(day: date | None, column: str) -> bool:
    """An empty column says nothing; `-09-01` is a day whose year comes from the school year."""
    if not column:
        return True
    if day is None:
        return False
    return str(day) == column if not column.startswith("-") else str(day)[4:] == column


def test_there_are_59_real_notations() -> None:
    assert len(REAL) == 59


def test_the_copy_is_the_source(shared: Path) -> None:
    assert _rows(shared / "data" / "date_notations.tsv") == REAL


@pytest.mark.parametrize("row", REAL, ids=lambda row: row[0] or "(empty)")
def test_real_notation(row: Row) -> None:
    notation, kind, start, end = row
    read = parse_deadline(notation, YEAR)
    assert read.text == notation
    assert read.kind.value == kind
    assert _matches(read.start, start)
    assert _matches(read.end, end)


FAMILIES = [
    # months and ranges
    ("ОКТЯБРЬ 2023 ГОДА", "month", "2023-10-01", "2023-10-31"),
    ("Oктябрь 2023", "month", "2023-10-01", "2023-10-31"),  # a Latin «O»
    ("октябрь 2023 г", "month", "2023-10-01", "2023-10-31"),
    ("в октябре 2023 г.", "month", "2023-10-01", "2023-10-31"),
    ("09.2023", "month", "2023-09-01", "2023-09-30"),
    ("февраль", "month", "2024-02-01", "2024-02-29"),
    ("август", "month", "2024-08-01", "2024-08-31"),
    ("сентябрь – май", "range", "2023-09-01", "2024-05-31"),
    ("Сентябрь 2023г.-Май 2024г.", "range", "2023-09-01", "2024-05-31"),
    ("с сентября 2023 по май 2024", "range", "2023-09-01", "2024-05-31"),
    ("сент.-окт. 2023", "range", "2023-09-01", "2023-10-31"),
    ("Август – сентябрь", "range", "2023-08-01", "2023-09-30"),
    ("декабрь-январь", "range", "2023-12-01", "2024-01-31"),
    ("сентябрь-май 2023/2024 уч. г.", "range", "2023-09-01", "2024-05-31"),
    ("Октябрь 2023 (по согласованию)", "month", "2023-10-01", "2023-10-31"),
    # days
    ("2023-10-15", "date", "2023-10-15", "2023-10-15"),
    ("1-го сентября 2023", "date", "2023-09-01", "2023-09-01"),
    ("15 октября 2023 г., 14:00", "date", "2023-10-15", "2023-10-15"),
    ("20 декабря – 14 января", "range", "2023-12-20", "2024-01-14"),
    ("с 1 по 15 сентября", "range", "2023-09-01", "2023-09-15"),
    ("с 01.09 по 30.09", "range", "2023-09-01", "2023-09-30"),
    ("25.09.2023 - 29.09.2023", "range", "2023-09-25", "2023-09-29"),
    ("01.09.23-15.09.23", "range", "2023-09-01", "2023-09-15"),
    # limits
    ("до 1 октября", "deadline", "", "2023-10-01"),
    ("не позднее 15 сентября", "deadline", "", "2023-09-15"),
    ("в срок до 01.10.2023 г.", "deadline", "", "2023-10-01"),
    ("в срок не позднее 1 октября 2023 года", "deadline", "", "2023-10-01"),
    ("до 20 мая 2024 г. включительно", "deadline", "", "2024-05-20"),
    ("до октября 2023", "deadline", "", "2023-09-30"),
    ("не позднее октября 2023", "deadline", "", "2023-10-31"),
    ("до конца сентября 2023 г.", "deadline", "", "2023-09-30"),
    ("до конца учебного года", "deadline", "", "2024-05-31"),
    ("до начала учебного года", "deadline", "", "2023-08-31"),
    ("к 1 сентября", "deadline", "", "2023-09-01"),
    ("с сентября 2023 года", "from", "2023-09-01", ""),
    # quarters, half-years, years
    ("IV квартал 2023", "quarter", "2023-10-01", "2023-12-31"),
    ("3 кв. 2024 г.", "quarter", "2024-07-01", "2024-09-30"),
    ("1-й квартал", "quarter", "2024-01-01", "2024-03-31"),
    ("Ш квартал", "quarter", "2023-07-01", "2023-09-30"),  # «Ш» typed for «III»
    ("I-II квартал 2024 года", "range", "2024-01-01", "2024-06-30"),
    ("IV квартал 2023 – I квартал 2024", "range", "2023-10-01", "2024-03-31"),
    ("II полугодие", "halfyear", "2024-01-01", "2024-05-31"),
    ("первое полугодие 2023-2024 учебного года", "halfyear", "2023-09-01", "2023-12-31"),
    ("1 полугодие 2024 года", "halfyear", "2024-01-01", "2024-06-30"),
    ("2023/24 уч. год", "schoolyear", "2023-09-01", "2024-08-31"),
    ("23/24 уч.г.", "schoolyear", "2023-09-01", "2024-08-31"),
    ("в течение 2023-2024 учебного года", "schoolyear", "2023-09-01", "2024-05-31"),
    ("весь учебный год", "schoolyear", "2023-09-01", "2024-05-31"),
    ("в 2024 году", "year", "2024-01-01", "2024-12-31"),
    # lists
    ("сентябрь, октябрь, ноябрь 2023", "list", "2023-09-01", "2023-11-30"),
    ("ноябрь, декабрь, январь 2024", "list", "2023-11-01", "2024-01-31"),
    ("сентябрь и май", "list", "2023-09-01", "2024-05-31"),
    ("Октябрь-ноябрь 2023г., март 2024г.", "list", "2023-10-01", "2024-03-31"),
    ("5, 12 и 19 октября", "list", "2023-10-05", "2023-10-19"),
    ("до 15 сентября, до 15 мая", "list", "", "2024-05-15"),
    # approximate
    ("первая неделя сентября", "approx", "2023-09-01", "2023-09-07"),
    ("последняя неделя мая 2024", "approx", "2024-05-25", "2024-05-31"),
    ("2-я декада октября", "approx", "2023-10-11", "2023-10-20"),
    ("первая половина ноября", "approx", "2023-11-01", "2023-11-15"),
    ("начало учебного года", "approx", "2023-09-01", "2023-09-30"),
    ("осень 2023", "approx", "2023-09-01", "2023-11-30"),
    # no calendar time
    ("весь период", "permanent", "", ""),
    ("постоянно, в течение года", "permanent", "", ""),
    ("при необходимости", "asneeded", "", ""),
    ("по запросу", "asneeded", "", ""),
    ("по плану работы школы", "external", "", ""),
    ("согласно графику", "external", "", ""),
    ("в период осенних каникул", "external", "", ""),
    ("после издания приказа", "relative", "", ""),
    ("за 10 дней до начала", "relative", "", ""),
    ("по итогам года", "relative", "", ""),
    ("1-2 неделя", "week", "", ""),
    ("I, II четверть", "term", "", ""),
    # as typed in a hurry
    ("Октябрь2023", "month", "2023-10-01", "2023-10-31"),
    ("10/2023", "month", "2023-10-01", "2023-10-31"),
    ("1кв. 2024 г.", "quarter", "2024-01-01", "2024-03-31"),
    ("IV кв.", "quarter", "2023-10-01", "2023-12-31"),
    ("не позднее чем до 15.10.2023", "deadline", "", "2023-10-15"),
    ("по май 2024", "deadline", "", "2024-05-31"),
    ("1.09.-15.09.2023", "range", "2023-09-01", "2023-09-15"),
    ("на постоянной основе", "permanent", "", ""),
    ("в период реализации программы", "permanent", "", ""),
    ("во время каникул", "external", "", ""),
    ("при поступлении", "asneeded", "", ""),
    ("в трехдневный срок", "relative", "", ""),
    ("до особого распоряжения", "relative", "", ""),
]  # fmt: skip


@pytest.mark.parametrize("row", FAMILIES, ids=lambda row: row[0])
def test_families(row: Row) -> None:
    notation, kind, start, end = row
    read = parse_deadline(notation, YEAR)
    assert (read.kind.value, str(read.start or ""), str(read.end or "")) == (kind, start, end)


@pytest.mark.parametrize(
    "notation",
    [
        "окрябрь 2023",
        "31.02.2023",
        "32 октября",
        "«___» сентября 2023 г.",
        "«___» ________ 20__ г.",
        "ноябрь 2023 апрель 2024",
        "ежемесячно до 45 числа",
        "как получится",
        "5 квартал 2023",
        "май 2024 – октябрь 2023",
        "октябрь " * 60,
    ],
)
def test_what_is_not_understood_stays_text(notation: str) -> None:
    read = parse_deadline(notation, YEAR)
    assert read == Deadline(notation, DeadlineKind.TEXT)


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        ("ежемесячно до 5 числа", {"unit": Unit.MONTH, "day": 5}),
        ("до 25 числа каждого месяца", {"unit": Unit.MONTH, "day": 25}),
        ("1 раз в квартал", {"unit": Unit.QUARTER}),
        ("каждый понедельник", {"unit": Unit.WEEK, "weekdays": (0,)}),
        ("по средам", {"unit": Unit.WEEK, "weekdays": (2,)}),
        ("еженедельно по пятницам", {"unit": Unit.WEEK, "weekdays": (4,)}),
        ("последняя пятница каждого месяца",
         {"unit": Unit.MONTH, "ordinals": (-1,), "weekdays": (4,)}),
        ("не реже 1 раза в две недели",
         {"unit": Unit.WEEK, "interval": 2, "at_least": True}),
        ("дважды в год", {"unit": Unit.YEAR, "times": 2}),
        ("2 раза в год (сентябрь, май)", {"unit": Unit.YEAR, "times": 2, "months": (9, 5)}),
        ("август-сентябрь, ежегодно", {"unit": Unit.YEAR, "months": (8, 9)}),
        ("не позднее 15 сентября ежегодно", {"unit": Unit.YEAR, "day": 15, "months": (9,)}),
        ("1 раз в четверть", {"unit": Unit.TERM}),
        ("1 раз в полгода", {"unit": Unit.HALF_YEAR}),
    ],
)  # fmt: skip
def test_repetitions(notation: str, expected: dict[str, object]) -> None:
    every = parse_deadline(notation, YEAR).every
    assert every is not None
    plain = {"interval": 1, "times": 1, "at_least": False, "day": None, "ordinals": (),
             "weekdays": (), "months": (), "dates": ()}  # fmt: skip
    assert every._asdict() == {**plain, **expected}


def test_a_repetition_keeps_its_bounds() -> None:
    read = parse_deadline("ежемесячно с сентября по май", YEAR)
    assert (read.start, read.end) == (date(2023, 9, 1), date(2024, 5, 31))


def test_without_a_school_year_a_month_has_no_days() -> None:
    read = parse_deadline("октябрь", None)
    assert (read.kind, read.start, read.end) == (DeadlineKind.MONTH, None, None)


def test_a_list_that_repeats_itself_says_so() -> None:
    read = parse_deadline("Август 2022 года, август 2022 года", YEAR)
    assert read.parts == (Interval(date(2022, 8, 1), date(2022, 8, 31)),)
    assert read.doubt == "срок указан дважды"


WORDS = st.sampled_from(
    "до с по к и или 1 5 31 32 0 99 сентябрь октября 2023 2024 г. года / - , ( ) последняя "
    "пятница каждый ежемесячно раз в 2 недели квартал I IV полугодие уч.г. учебного числа конец "
    "начало декада половина неделя четверть осень 01.09 31.02 09.23 не позднее течение дней "
    "после графику ежегодно дважды год месяц й « » __ кв кв. мес нед полгода трижды "
    "раза дней каникулы кварталы".split()
)
NOTATIONS = st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=8).map(" ".join))


@settings(max_examples=500, deadline=None)
@given(NOTATIONS, st.sampled_from([None, YEAR]))
def test_any_text_is_read_and_kept(notation: str, year: SchoolYear | None) -> None:
    read = parse_deadline(notation, year)
    assert read.text == notation
    if read.start and read.end:
        assert read.start <= read.end
    if read.kind is DeadlineKind.TEXT:
        assert read == Deadline(notation, DeadlineKind.TEXT)
    own = periods(read, YEAR)
    assert all(each.first <= each.due <= each.last for each in own)
    assert all(one.last < other.first for one, other in pairwise(own))
    assert all(YEAR.start <= each.due <= YEAR.end for each in own)


@given(st.dates(date(1991, 1, 1), date(2090, 12, 31)))
def test_every_day_is_read_back(day: date) -> None:
    months = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
    in_words = f"{day.day} {months.split()[day.month - 1]} {day.year} г."
    for written in (day.isoformat(), f"{day:%d.%m.%Y}", f"до {day:%d.%m.%Y} г.", in_words):
        assert parse_deadline(written, None).end == day


@pytest.mark.parametrize(
    ("notation", "kind", "anchor"),
    [
        ("до окончания каникул", DeadlineKind.RELATIVE, "окончания каникул"),
        ("до конца каникул", DeadlineKind.RELATIVE, "конца каникул"),
        ("до конца осенних каникул", DeadlineKind.RELATIVE, "конца осенних каникул"),
        ("до начала каникул", DeadlineKind.RELATIVE, "начала каникул"),
        ("до каникул", DeadlineKind.RELATIVE, "каникул"),
        ("до летних каникул", DeadlineKind.RELATIVE, "летних каникул"),
        ("к концу каникул", DeadlineKind.RELATIVE, "концу каникул"),
        ("к началу каникул", DeadlineKind.RELATIVE, "началу каникул"),
        ("после каникул", DeadlineKind.RELATIVE, "каникул"),
        ("на каникулах", DeadlineKind.EXTERNAL, "каникулах"),
        ("на осенних каникулах", DeadlineKind.EXTERNAL, "осенних каникулах"),
        ("в каникулы", DeadlineKind.EXTERNAL, "каникулы"),
        ("во время каникул", DeadlineKind.EXTERNAL, "каникул"),
        ("осенние каникулы", DeadlineKind.EXTERNAL, "осенние каникулы"),
    ],
)
def test_holidays_have_no_days_yet_but_keep_their_words(
    notation: str, kind: DeadlineKind, anchor: str
) -> None:
    read = parse_deadline(notation, SchoolYear(2025))
    assert (read.kind, read.anchor) == (kind, anchor)
    assert (read.start, read.end) == (None, None)
