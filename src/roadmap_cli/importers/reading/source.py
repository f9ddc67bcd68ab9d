"""A file of any known sort: its paragraphs and tables in their order, and what stands aside."""

from collections.abc import Callable
from typing import NamedTuple

from docx.document import Document

from roadmap_cli.errors import ImportFailedError
from roadmap_cli.importers.reading.csv_cells import csv_table, decoded
from roadmap_cli.importers.reading.docx_blocks import docx_asides, docx_blocks
from roadmap_cli.importers.reading.grid import (
    Aside,
    Block,
    Grid,
    Paragraph,
    clean,
    rows_of,
)
from roadmap_cli.importers.reading.text_blocks import text_blocks
from roadmap_cli.importers.reading.xlsx_cells import xlsx_sheets

Table = list[list[str]]
OpenDocument = Callable[[bytes], Document | None]


class Source(NamedTuple):
    """The blocks of a file in their order, and the text that is not part of what it says.

    `cells` are the tables as the file has them, sign by sign, where it is made of cells.
    """

    stem: str
    blocks: list[Block]
    asides: tuple[Aside, ...] = ()
    cells: tuple[tuple[str, Table], ...] | None = None

    @property
    def grids(self) -> list[Grid]:
        """The tables."""
        return [block for block in self.blocks if isinstance(block, Grid)]

    @property
    def tables(self) -> list[tuple[str, Table]]:
        """Name and plain cells of each table; one without a name has the words above it."""
        if self.cells is not None:
            return list(self.cells)
        found: list[tuple[str, Table]] = []
        above = ""
        for block in self.blocks:
            if isinstance(block, Paragraph):
                above = block.text
            else:
                found.append((block.name or f"{self.stem} {above}".strip(), plain_cells(block)))
                above = ""
        return found


def read_source(name: str, raw: bytes, open_document: OpenDocument) -> Source:
    """What the file `name` holds.

    Raises ImportFailedError for a sort that is not known and for a file that is broken.
    """
    stem, _, ending = name.rpartition(".")
    reader = _READERS.get(ending.lower())
    if reader is None:
        known = ", ".join(f".{ending}" for ending in _READERS)
        raise ImportFailedError(
            f"файлы такого вида не поддерживаются: «{name}»",
            hint=_SAVE_AS.get(ending.lower()) or f"Поддерживаются: {known}.",
        )
    return reader(stem, raw, open_document)


def _word(stem: str, raw: bytes, open_document: OpenDocument) -> Source:
    document = open_document(raw)
    if document is None:
        raise ImportFailedError("это не файл Word или он повреждён")
    return Source(stem, docx_blocks(document), tuple(docx_asides(document)))


def _excel(stem: str, raw: bytes, _open: OpenDocument) -> Source:
    every, asides = xlsx_sheets(raw)
    sheets = [sheet for sheet in every if not sheet.hidden]
    for sheet in every:
        if sheet.hidden:
            texts = (text for row in sheet.table for text in map(clean, row) if text)
            asides += [Aside(sheet.grid.where, text, "скрытый лист") for text in texts]
    cells = tuple((sheet.name, sheet.table) for sheet in sheets)
    return Source(stem, [sheet.grid for sheet in sheets], tuple(asides), cells)


def _csv(stem: str, raw: bytes, _open: OpenDocument) -> Source:
    table = csv_table(decoded(raw))
    return Source(stem, [Grid(stem, rows_of(table), where="таблица")], (), ((stem, table),))


def _text(stem: str, raw: bytes, _open: OpenDocument) -> Source:
    text = decoded(raw)
    return Source(stem, text_blocks(text), (), ((stem, csv_table(text)),))


def plain_cells(grid: Grid) -> Table:
    """The cells as texts, a row of the table in its place; a merged cell repeats its words."""
    table: Table = []
    for row in grid.rows:
        while len(table) < row.number - 1:
            table.append([])
        above = table[-1] if table else []
        table.append(
            [
                above[column] if cell.continues and column < len(above)
                else "\n".join(line.text for line in cell.lines)
                for column, cell in enumerate(row.cells)
            ]
        )  # fmt: skip
    return table


_READERS: dict[str, Callable[[str, bytes, OpenDocument], Source]] = {
    "docx": _word,
    "xlsx": _excel,
    "xlsm": _excel,
    "csv": _csv,
    "tsv": _csv,
    "txt": _text,
}
_SAVE_AS = {
    "doc": "Откройте его в Word и сохраните как .docx.",
    "xls": "Откройте его в Excel и сохраните как .xlsx.",
    "ods": "Откройте его в LibreOffice и сохраните как .xlsx.",
    "odt": "Откройте его в LibreOffice и сохраните как .docx.",
    "pdf": "Из PDF таблицу не прочитать: нужен исходный файл Word или Excel.",
}
