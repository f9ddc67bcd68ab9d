"""A table as any file gives it: rows of cells, each cell lines of text."""

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)\b[^<>]*>")
_BREAKING = ("p", "li", "br", "div", "ol", "ul", "tr")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


class Line(NamedTuple):
    """A paragraph of a cell; `listed` when Word numbers it itself."""

    text: str
    listed: bool = False


class Cell(NamedTuple):
    """A cell; `continues` when it belongs to the one above (merged)."""

    lines: tuple[Line, ...] = ()
    continues: bool = False

    @property
    def text(self) -> str:
        """The words of the cell on one line."""
        return " ".join(line.text for line in self.lines)


class Row(NamedTuple):
    """A row; `number` counts from 1 in its file, for messages."""

    number: int
    cells: tuple[Cell, ...]

    def text(self, column: int | None) -> str:
        """The words of a cell; empty for a column that the row does not have."""
        return self.cell(column).text

    def cell(self, column: int | None) -> Cell:
        """A cell; an empty one for a column that the row does not have."""
        if column is None or column >= len(self.cells):
            return Cell()
        return self.cells[column]


class Grid(NamedTuple):
    """A table: its name (a sheet's) and its rows; `before` is the text above it."""

    name: str
    rows: tuple[Row, ...]
    before: tuple[str, ...] = ()


def clean(text: str) -> str:
    """The text with composed letters, plain spaces, and without invisible marks."""
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    return " ".join(text.split())


def cell_of(text: str) -> Cell:
    """A cell of plain text with line ends, and of what is left over from a web page."""
    broken = _TAG.sub(lambda tag: "\n" if tag[2].lower() in _BREAKING else tag[0], text)
    broken = re.sub(r"</?(?:b|i|u|span|strong|em|font)\b[^<>]*>", "", broken)
    lines = (clean(line) for line in broken.splitlines())
    return Cell(tuple(Line(line) for line in lines if line))


def rows_of(table: Sequence[Sequence[str]]) -> tuple[Row, ...]:
    """Rows of plain texts; empty ones are left out."""
    rows = (
        Row(number, tuple(cell_of(text) for text in cells)) for number, cells in enumerate(table, 1)
    )
    return tuple(row for row in rows if any(cell.lines for cell in row.cells))
