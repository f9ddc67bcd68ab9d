"""A file as it is read: paragraphs, tables of cells, each cell lines of text, and their places."""

import html
import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)\b[^<>]*>")
_BREAKING = ("p", "li", "br", "div", "ol", "ul", "tr")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


class Line(NamedTuple):
    """A paragraph of a cell; `listed` when Word numbers it itself, on which `level` from 0."""

    text: str
    listed: bool = False
    level: int | None = None


class Cell(NamedTuple):
    """A cell; `continues` when it belongs to the one above (merged).

    `span` is how many columns it takes, `spanned` marks the places to the right that it takes
    too, `nested` that a table stands inside.
    """

    lines: tuple[Line, ...] = ()
    continues: bool = False
    span: int = 1
    spanned: bool = False
    nested: bool = False

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

    @property
    def filled(self) -> list[int]:
        """The columns with text."""
        return [column for column, cell in enumerate(self.cells) if cell.lines]


class Grid(NamedTuple):
    """A table: its name (a sheet's), its rows, and where it stands, in Russian."""

    name: str
    rows: tuple[Row, ...]
    where: str = ""


class Paragraph(NamedTuple):
    """A paragraph between tables: its place from 1, and how it is set.

    `heading` is the level of a heading's style, `level` that of a list which Word numbers.
    """

    text: str
    place: int
    heading: int | None = None
    bold: bool = False
    level: int | None = None


Block = Paragraph | Grid


class Aside(NamedTuple):
    """Text that is not part of what a file says: where it stands, and why it is left out."""

    where: str
    text: str
    why: str


def unbroken(text: str) -> str:
    """A heading without the hyphen at which a narrow column broke a word: «Меро- приятия»."""
    return re.sub(r"(?<=\w)[-\u2010]\s+(?=[а-яё])", "", text)


def clean(text: str) -> str:
    """The text with composed letters, plain spaces, and without invisible marks."""
    plain = " ".join(_INVISIBLE.sub("", unicodedata.normalize("NFC", text)).split())
    return text if plain == text else plain  # one text in memory where nothing was cleaned


def without_tags(text: str) -> str:
    """The text without what is left over from a web page; tags that break a line do so."""
    if "<" not in text and "&" not in text:
        return text
    broken = _TAG.sub(lambda tag: "\n" if tag[2].lower() in _BREAKING else tag[0], text)
    return html.unescape(re.sub(r"</?(?:b|i|u|span|strong|em|font)\b[^<>]*>", "", broken))


@lru_cache(maxsize=10_000)  # the words of a table repeat; equal cells are then one object
def cell_of(text: str) -> Cell:
    """A cell of plain text with line ends, and of what is left over from a web page."""
    lines = (clean(line) for line in without_tags(text).splitlines())
    return Cell(tuple(Line(line) for line in lines if line))


def rows_of(table: Sequence[Sequence[str]]) -> tuple[Row, ...]:
    """Rows of plain texts; empty ones are left out."""
    rows = (
        Row(number, tuple(cell_of(text) for text in cells)) for number, cells in enumerate(table, 1)
    )
    return tuple(row for row in rows if any(cell.lines for cell in row.cells))
