"""The heading of a roadmap's table: which column holds what, in the three families seen."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from roadmap_cli.importers.reading.grid import Grid, Row

_HEADINGS: tuple[tuple[str, str], ...] = (
    ("number", r"^№|^n$|^п/?п"),
    ("result", r"результат|вид документа|подтвержд"),
    ("deadline", r"\bсрок|дата (проведения|исполнения|реализации|выполнения)|период|^дата$|^когда"),
    ("responsible", r"ответственн|исполнител"),
    ("content", r"содержание|план мероприятий|перечень работ"),
    ("stage", r"\bэтап|раздел|направлени"),
    ("activity", r"мероприяти|задач|действи"),
)
_ENOUGH = 3
# A table that names people by name is a list of them.
_PEOPLE = r"ф\.? ?и\.? ?о\b|фамилия|фио\b"


class Columns(NamedTuple):
    """The columns of a roadmap's table by what they hold, and the row of the heading."""

    of: Mapping[str, int]
    heading: Row

    def repeated(self, row: Row) -> bool:
        """True for a heading that returns on a new page, and for a row of column numbers."""
        if [cell.text for cell in row.cells] == [cell.text for cell in self.heading.cells]:
            return True
        texts = [cell.text for cell in row.cells if cell.text]
        return len(texts) > 2 and texts == [str(n) for n in range(1, len(texts) + 1)]


def find_columns(grid: Grid) -> tuple[Columns, int] | None:
    """The columns and how many rows come before the first one of the table proper, or None."""
    for position, row in enumerate(grid.rows[:5]):
        found: dict[str, int] = {}
        for column, cell in enumerate(row.cells):
            text = cell.text.lower().replace("ё", "е")
            kind = next((kind for kind, look in _HEADINGS if re.search(look, text)), None)
            if kind is not None and text:
                found.setdefault(kind, column)
        if any(re.search(_PEOPLE, cell.text.lower()) for cell in row.cells):
            continue
        told = {"deadline", "activity", "content"} & set(found)
        if len(found) >= _ENOUGH and "deadline" in found and len(told) > 1:
            return Columns(found, row), position + 1
    return None
