"""A table laid out by hand: widths, wrapping, alignment, signs of an old terminal."""

import io

import pytest
from rich.console import Console
from rich.text import Text

from roadmap_cli.render.columns import Column, Columns


def _shown(columns: list[Column], rows: list[list[str]], width: int, encoding: str) -> list[str]:
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors="replace")
    console = Console(file=stream, width=width, color_system=None)
    console.print(Columns(columns, [[Text(cell) for cell in row] for row in rows]))
    stream.seek(0)
    return stream.read().splitlines()


HEAD = [Column("№"), Column("Этап", fills=True), Column("Готово", right=True)]


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        (24, ["раз два три"]),
        (23, ["раз два", "три"]),
        (20, ["раз два", "три"]),
        (19, ["раз", "два", "три"]),
        (16, ["раз", "два", "три"]),
        (15, ["ра", "з", "дв", "а", "тр", "и"]),
        (14, [*"раз", "", *"два", "", *"три"]),
        (1, [*"раз", "", *"два", "", *"три"]),
    ],
)
def test_the_filling_column_wraps_in_what_is_left(width: int, lines: list[str]) -> None:
    table = Columns(HEAD, [[Text("1"), Text("раз два три"), Text("0/5")]])
    stream = io.StringIO()
    # The screen is wide, the table alone is narrow: nothing is cut behind its back.
    console = Console(file=stream, width=200, color_system=None)
    console.print(table, width=width)
    shown = stream.getvalue().splitlines()
    body = shown[next(n for n, line in enumerate(shown) if line.startswith("─")) + 1 :]
    filling = max(width - 13, 1)
    assert [line[4 : 4 + filling].rstrip() for line in body] == lines
    assert body[0].startswith("1   ")
    assert body[0].endswith("      0/5")


def test_every_line_has_the_same_width() -> None:
    lines = _shown(HEAD, [["1", "раз", "0/5"], ["22", "два", "10/10"]], 30, "utf-8")
    assert lines == [
        "№    Этап               Готово",
        "──────────────────────────────",
        "1    раз                   0/5",
        "22   два                 10/10",
    ]


@pytest.mark.parametrize(
    ("encoding", "line", "cells"),
    [("utf-8", "─", "█░—"), ("ascii", "-", "#--"), ("latin-1", "-", "#--")],
)
def test_an_old_terminal_gets_signs_it_has(encoding: str, line: str, cells: str) -> None:
    lines = _shown([Column("x"), Column("y", fills=True)], [["█░—", "z"]], 20, encoding)
    assert lines[1] == line * 20
    assert lines[2].startswith(f"{cells}   z")


@pytest.mark.parametrize(
    ("title", "cell", "width"), [("abc", "x", 3), ("x", "abc", 3), ("", "", 0)]
)
def test_a_column_is_as_wide_as_its_widest_text(title: str, cell: str, width: int) -> None:
    lines = _shown([Column(title), Column("y", fills=True)], [[cell, "z"]], 20, "utf-8")
    assert lines[0].index("y") == lines[2].index("z") == width + 3


def test_a_table_without_rows_has_its_head() -> None:
    assert _shown(HEAD, [], 20, "utf-8") == ["№   Этап      Готово", "─" * 20]


def test_wide_characters_take_two_cells() -> None:
    lines = _shown(
        [Column("x"), Column("y", fills=True)], [["日本", "z"], ["ab", "z"]], 20, "utf-8"
    )
    assert [line.index("z") for line in lines[2:]] == [2 + 3, 4 + 3]
