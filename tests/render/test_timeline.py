"""The scale of months: cells of a month by the width, the cell of a day, the mark of today."""

import io
from datetime import date

import pytest
from rich.console import Console

from roadmap_cli.cli.frame.streams import HANDLER
from roadmap_cli.domain.plan.timeline import Bar, Timeline
from roadmap_cli.domain.plan.urgency import Urgency
from roadmap_cli.render.plan.timeline import GanttView

FIRST, LAST = date(2023, 9, 1), date(2024, 5, 31)


def _lines(
    width: int, bars: tuple[Bar, ...] = (), today: date = FIRST, encoding: str = "utf-8"
) -> list[str]:
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors=HANDLER)
    console = Console(file=stream, width=width, color_system=None)
    console.print(GanttView(Timeline(FIRST, LAST, today, bars)))
    stream.seek(0)
    return stream.read().splitlines()


def _bar(start: date | None, end: date | None, level: int = 2) -> Bar:
    return Bar("1.1.1", "Пункт", level, start, end, Urgency.SOON)


@pytest.mark.parametrize(
    ("width", "cells"),
    [
        (24, 1), (37, 1), (38, 2), (46, 2), (47, 3), (55, 3), (56, 4), (57, 4),
        (90, 4), (91, 5), (99, 5), (100, 6), (101, 6), (200, 6),
    ],
)  # fmt: skip
def test_a_month_has_one_to_six_cells(width: int, cells: int) -> None:
    head = _lines(width)[0]
    assert head.index("о") - head.index("с") == cells


@pytest.mark.parametrize(
    ("day", "cell"),
    [
        (date(2023, 10, 1), 6), (date(2023, 10, 6), 6), (date(2023, 10, 7), 7),
        (date(2023, 10, 11), 7), (date(2023, 10, 12), 8), (date(2023, 10, 16), 8),
        (date(2023, 10, 17), 9), (date(2023, 10, 26), 10), (date(2023, 10, 27), 11),
        (date(2023, 10, 31), 11), (date(2023, 11, 1), 12), (date(2024, 1, 1), 24),
        (FIRST, 0), (LAST, 53),
    ],
)  # fmt: skip
def test_a_day_falls_into_its_cell(day: date, cell: int) -> None:
    head, row, *_ = _lines(100, (_bar(day, day),))
    assert row.index("█") - head.index("с") == cell
    assert row.count("█") == 1


@pytest.mark.parametrize(
    ("start", "end", "filled"),
    [
        (date(2023, 9, 1), date(2023, 9, 30), 6),
        (date(2023, 9, 1), date(2023, 10, 1), 7),
        (date(2023, 9, 1), LAST, 54),
        (date(2023, 1, 1), date(2023, 9, 1), 1),
        (date(2023, 1, 1), LAST, 54),
        (FIRST, date(2024, 8, 31), 54),
        (date(2024, 5, 31), date(2024, 8, 31), 1),
        (date(2023, 10, 2), date(2023, 10, 1), 1),
        (date(2023, 11, 15), date(2023, 10, 1), 1),
    ],
)
def test_a_bar_stays_on_the_scale(start: date, end: date, filled: int) -> None:
    assert _lines(100, (_bar(start, end),))[1].count("█") == filled


@pytest.mark.parametrize(("start", "end"), [(None, None), (FIRST, None), (None, LAST)])
def test_what_has_no_days_says_so(start: date | None, end: date | None) -> None:
    assert _lines(100, (_bar(start, end),))[1].endswith("нет даты")


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2023, 8, 31), None),
        (date(2023, 9, 1), "▲ сегодня, 01.09.2023"),
        (date(2024, 1, 6), "▲ сегодня, 06.01.2024"),
        (date(2024, 1, 7), "сегодня, 07.01.2024 ▲"),
        (date(2024, 5, 31), "сегодня, 31.05.2024 ▲"),
        (date(2024, 6, 1), None),
    ],
)
def test_today_is_marked_below_its_cell(today: date, said: str | None) -> None:
    _, *rest = _lines(100, (_bar(today, today),), today)
    marked = [line.strip() for line in rest if "сегодня" in line]
    assert marked == ([said] if said else [])
    if said:
        assert rest[-1].index("▲") == rest[0].index("█")


@pytest.mark.parametrize(
    ("encoding", "level", "sign"),
    [
        ("utf-8", 0, "━"), ("utf-8", 1, "█"), ("utf-8", 2, "█"), ("cp866", 0, "="),
        ("cp866", 1, "█"), ("ascii", 0, "="), ("ascii", 1, "#"),
    ],
)  # fmt: skip
def test_a_stage_has_another_line(encoding: str, level: int, sign: str) -> None:
    lines = _lines(100, (_bar(FIRST, LAST, level),), encoding=encoding)
    assert sign * 54 in lines[1]
    assert ("▲" in lines[-1]) is (encoding == "utf-8")


@pytest.mark.parametrize("width", [24, 28, 29, 37])
def test_the_narrowest_scale_has_a_cell_a_month(width: int) -> None:
    head, row, *_ = _lines(width, (_bar(date(2023, 11, 1), date(2023, 12, 1)),))
    assert head.endswith("сондяфмам")
    assert row.index("█") - head.index("с") == 2
    assert row.count("█") == 2
