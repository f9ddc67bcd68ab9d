"""A file of any known sort as tables: plain cells, and grids that know merged cells and lists."""

from collections.abc import Callable
from typing import NamedTuple

from docx.document import Document

from roadmap_cli.errors import ImportFailedError
from roadmap_cli.importers.reading.csv_cells import csv_table, decoded
from roadmap_cli.importers.reading.docx_grid import docx_grids
from roadmap_cli.importers.reading.grid import Grid, rows_of
from roadmap_cli.importers.reading.text_grid import text_grids
from roadmap_cli.importers.reading.xlsx_cells import xlsx_tables

Table = list[list[str]]
OpenDocument = Callable[[bytes], Document | None]


class Source(NamedTuple):
    """The tables of a file: name and cells of each; the same as grids."""

    tables: list[tuple[str, Table]]
    grids: list[Grid]


def read_source(name: str, raw: bytes, open_document: OpenDocument) -> Source:
    """The tables of the file `name`.

    Raises ImportFailedError for a sort that is not known and for a file that is broken.
    """
    stem, _, ending = name.rpartition(".")
    reader = _READERS.get(ending.lower())
    if reader is None:
        known = ", ".join(f".{ending}" for ending in _READERS)
        raise ImportFailedError(
            f"файл «{name}» такого вида не читается",
            hint=_SAVE_AS.get(ending.lower()) or f"Читаются: {known}.",
        )
    return reader(stem, raw, open_document)


def _word(stem: str, raw: bytes, open_document: OpenDocument) -> Source:
    document = open_document(raw)
    if document is None:
        raise ImportFailedError("это не файл Word или он повреждён")
    grids = docx_grids(document)
    tables = [(" ".join((stem, *grid.before[-1:])), _cells(grid)) for grid in grids]
    return Source(tables, grids)


def _excel(_stem: str, raw: bytes, _open: OpenDocument) -> Source:
    tables = xlsx_tables(raw)
    return Source(tables, [Grid(name, rows_of(table)) for name, table in tables])


def _csv(stem: str, raw: bytes, _open: OpenDocument) -> Source:
    table = csv_table(decoded(raw))
    return Source([(stem, table)], [Grid(stem, rows_of(table))])


def _text(stem: str, raw: bytes, _open: OpenDocument) -> Source:
    text = decoded(raw)
    return Source([(stem, csv_table(text))], text_grids(text))


def _cells(grid: Grid) -> Table:
    return [
        ["\n".join(line.text for line in cell.lines) for cell in row.cells] for row in grid.rows
    ]


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
