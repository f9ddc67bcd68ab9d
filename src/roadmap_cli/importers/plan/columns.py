"""The heading of a roadmap's table: which column holds what, in one row of headings or two."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from roadmap_cli.importers.reading.grid import Cell, Grid, Line, Row, unbroken

NUMBER, RESULT, DEADLINE, UNTIL, RESPONSIBLE = (
    "number",
    "result",
    "deadline",
    "until",
    "responsible",
)
CONTENT, STAGE, ACTIVITY = "content", "stage", "activity"

_HEADINGS: tuple[tuple[str, str], ...] = (
    (NUMBER, r"^№|^n$|^п/?п"),
    (RESULT, r"результат|(?:вид|итогов\w+|отч[её]тн\w+) документ|подтвержд|форма представления"),
    (UNTIL, r"(?:срок|дата|период)\w*.*(?:окончани|завершени)|^(?:окончани|завершени)[ея]$"),
    (DEADLINE, r"\bсрок|дата (?:проведения|исполнения|реализации|выполнения)|период|^дата$|^когда"
               r"|время проведения|^начало$"),
    (RESPONSIBLE, r"ответственн|исполнител|^кто\b"),
    (CONTENT, r"содержание|план мероприятий|перечень работ|виды? (?:работ|деятельности)"),
    (STAGE, r"\bэтап|раздел|направлени|\bблок"),
    (ACTIVITY, r"мероприяти|задач|действи|^наименование|^что (?:с?дела|провод)"),
)  # fmt: skip
_ENOUGH = 3
# A table that names people by name is a list of them.
_PEOPLE = r"ф\.? ?и\.? ?о\b|фамилия|фио\b|наставляем|^наставник"
_FIRST_ROWS = 10
_LONGEST_HEADING = 8  # words


class Columns(NamedTuple):
    """The columns of a roadmap's table by what they hold, and the headings of all."""

    of: Mapping[str, int]
    headings: tuple[str, ...]

    @property
    def unknown(self) -> dict[int, str]:
        """The columns whose heading says nothing that a roadmap holds."""
        known = set(self.of.values())
        return {n: text for n, text in enumerate(self.headings) if n not in known}

    @property
    def task(self) -> str:
        """The kind of the column that holds the tasks."""
        return CONTENT if CONTENT in self.of else ACTIVITY

    def is_repeated(self, row: Row) -> bool:
        """True for a heading that returns on a new page, and for a row of column numbers."""
        texts = [cell.text for cell in row.cells if cell.text]
        if len(texts) > 2 and texts == [str(n) for n in range(1, len(texts) + 1)]:
            return True
        found = _kinds(row)
        return len(found) >= _ENOUGH and set(found) <= set(self.of) and _is_short(row)


class Heading(NamedTuple):
    """The columns of a table, and the positions of the first and last row of the heading."""

    columns: Columns
    first: int
    last: int


def find_heading(grid: Grid, *, later: bool) -> Heading | None:
    """The heading of a roadmap's table; `later` looks beyond the first rows for it."""
    rows = grid.rows if later else grid.rows[:_FIRST_ROWS]
    for position, row in enumerate(rows):
        if not _is_short(row) or any(re.search(_PEOPLE, cell.text.lower()) for cell in row.cells):
            continue
        below = grid.rows[position + 1] if position + 1 < len(grid.rows) else None
        if below is not None and _is_second_row(below):
            both = _together(row, below)
            if _is_enough(_kinds(both)):
                return Heading(_columns(both), position, position + 1)
        if _is_enough(_kinds(row)):
            return Heading(_columns(row), position, position)
    return None


def _columns(row: Row) -> Columns:
    return Columns(_kinds(row), tuple(cell.text for cell in row.cells))


def _is_enough(found: Mapping[str, int]) -> bool:
    tasks = {CONTENT, ACTIVITY} & set(found)
    if not tasks:
        return False
    return (DEADLINE in found and len(found) >= _ENOUGH) or RESPONSIBLE in found


def _is_short(row: Row) -> bool:
    return all(len(cell.text.split()) <= _LONGEST_HEADING for cell in row.cells)


def _kinds(row: Row) -> dict[str, int]:
    found: dict[str, int] = {}
    for column, cell in enumerate(row.cells):
        text = unbroken(cell.text).lower().replace("ё", "е")
        kind = next((kind for kind, look in _HEADINGS if text and re.search(look, text)), None)
        if kind is not None:
            found.setdefault(kind, column)
    if UNTIL in found and DEADLINE not in found:
        found[DEADLINE] = found.pop(UNTIL)
    return found


def _is_second_row(row: Row) -> bool:
    """True for «начало | окончание» under a heading whose other cells go on from above."""
    texts = [cell.text for cell in row.cells if cell.lines]
    return any(cell.continues for cell in row.cells) and 0 < len(texts) < len(row.cells)


def _together(above: Row, below: Row) -> Row:
    cells: list[Cell] = []
    words: Sequence[str] = ()
    for column in range(max(len(above.cells), len(below.cells))):
        upper, lower = above.cell(column), below.cell(column)
        if not upper.spanned:
            words = (upper.text,)
        text = " ".join(filter(None, (*words, lower.text))) if lower.lines else upper.text
        cells.append(Cell((Line(text),) if text else ()))
    return Row(above.number, tuple(cells))
