"""A document on the screen: the width of a sheet, points of lists, cells, red lines."""

import io

import pytest
from rich.console import Console

from roadmap_cli.documents.template.markup import read_markup
from roadmap_cli.domain.papers.sheet import Paper
from roadmap_cli.render.papers.sheet import paper_view


def _lines(text: str, width: int = 60) -> list[str]:
    stream = io.StringIO()
    paper = Paper("x", read_markup(text, "x.md"))
    Console(file=stream, width=width, color_system=None).print(paper_view(paper, width))
    return [line.rstrip() for line in stream.getvalue().splitlines()]


LONG = f"::: plain\n{'а' * 300}\n:::"


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        (LONG, 60, 60),
        (LONG, 89, 89),
        (LONG, 90, 90),
        (LONG, 91, 90),
        (LONG, 200, 90),
        (f"::: sheet landscape\n:::\n\n{LONG}", 139, 139),
        (f"::: sheet landscape\n:::\n\n{LONG}", 140, 140),
        (f"::: sheet landscape\n:::\n\n{LONG}", 141, 140),
        (f"::: sheet\n:::\n\n{LONG}", 141, 90),
        (f"а\n\n::: sheet landscape\n:::\n\n{LONG}", 200, 140),
    ],
)
def test_a_sheet_is_no_wider_than_paper(text: str, width: int, shown: int) -> None:
    assert max(map(len, _lines(text, width))) == shown


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("1. а\n   1. б\n2. в", ["    1. а", "        1.1. б", "    2. в"]),
        ("- а\n  - б", ["    – а", "        – б"]),
        ("а", ["    а"]),
        ("::: plain\nа\nб\n:::", ["а", "б"]),
    ],
)
def test_lines_stand_where_they_belong(text: str, lines: list[str]) -> None:
    assert [line for line in _lines(text) if line] == lines


@pytest.mark.parametrize(
    ("text", "rules"), [("а", 0), ("::: sheet\n:::\n\nа", 0), ("а\n\n::: sheet\n:::\n\nб", 1)]
)
def test_a_line_is_drawn_between_sheets(text: str, rules: int) -> None:
    assert sum(set(line) == {"─"} for line in _lines(text)) == rules
