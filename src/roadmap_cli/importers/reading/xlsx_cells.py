"""XLSX as cells of text: days as days, whole numbers without a dot, formulas by their value."""

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any, NamedTuple

from roadmap_cli.errors import ImportFailedError
from roadmap_cli.importers.reading.grid import Aside, Cell, Grid, Row, clean, rows_of

# Unpacked; above it a workbook is read row by row, which takes a tenth of the memory.
_HUGE = 10_000_000
_LARGEST = 300_000_000
_MOST_CELLS = 2_000_000
# How Excel writes a character that XML forbids, and the underscore of a text that looks so.
_FORMULA = re.compile(rb"[<:]f[\s>/]")
_PIECE = 1_000_000
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


class Sheet(NamedTuple):
    """A sheet: its name, its cells as texts, and the same as a table with merged cells."""

    name: str
    table: list[list[str]]
    grid: Grid
    hidden: bool = False


def xlsx_sheets(raw: bytes) -> tuple[list[Sheet], list[Aside]]:
    """Every sheet, and the comments. Raises ImportFailedError.

    Merged cells are known in a file of ordinary size; a huge one is read without them.
    """
    huge = _unpacked_size(raw) > _HUGE
    from openpyxl import load_workbook

    try:
        values = load_workbook(io.BytesIO(raw), read_only=huge, data_only=True)
        formulas = load_workbook(io.BytesIO(raw), read_only=huge) if _computes(raw) else values
        sheets = [_sheet(sheet, formulas[sheet.title], huge=huge) for sheet in values.worksheets]
        asides = [] if huge else [one for sheet in values.worksheets for one in _comments(sheet)]
    except (ImportFailedError, MemoryError):
        raise
    except Exception as error:  # openpyxl lets through whatever a broken archive raises
        raise ImportFailedError("файл Excel повреждён") from error
    return sheets, asides


def _sheet(sheet: Any, formulas: Any, *, huge: bool) -> Sheet:
    table = list(_cells(sheet, formulas))
    where = f"лист «{sheet.title}»"
    hidden = sheet.sheet_state != "visible"
    if huge:
        return Sheet(sheet.title, table, Grid(sheet.title, rows_of(table), where), hidden)
    below = {
        (row, column)
        for area in sheet.merged_cells.ranges
        for row in range(area.min_row + 1, area.max_row + 1)
        for column in range(area.min_col, area.max_col + 1)
    }
    spans = {
        (area.min_row, area.min_col): area.max_col - area.min_col + 1
        for area in sheet.merged_cells.ranges
    }
    rows = tuple(_merged(row, below, spans) for row in rows_of(table))
    return Sheet(sheet.title, _filled(table, sheet), Grid(sheet.title, rows, where), hidden)


def _filled(table: list[list[str]], sheet: Any) -> list[list[str]]:
    """The cells, with the words of a merged cell in each row that it covers."""
    for area in sheet.merged_cells.ranges:
        words = table[area.min_row - 1] if area.min_row <= len(table) else []
        text = words[area.min_col - 1] if area.min_col <= len(words) else ""
        for row in table[area.min_row : area.max_row] if text else []:
            row.extend([""] * (area.min_col - len(row)))
            row[area.min_col - 1] = text
    return table


def _merged(row: Row, below: set[tuple[int, int]], spans: dict[tuple[int, int], int]) -> Row:
    width = max([len(row.cells), *(column for number, column in below if number == row.number)])
    cells = [*row.cells, *([Cell()] * (width - len(row.cells)))]
    for place, cell in enumerate(cells):
        at = (row.number, place + 1)
        span = next(
            (spans[at[0], c] for c in range(1, at[1]) if spans.get((at[0], c), 1) > at[1] - c), 0
        )
        cells[place] = cell._replace(continues=at in below, span=spans.get(at, 1), spanned=span > 0)
    return Row(row.number, tuple(cells))


def _comments(sheet: Any) -> Iterator[Aside]:
    for row in sheet.iter_rows():
        for cell in row:
            if cell.comment is not None and (text := clean(cell.comment.text or "")):
                where = f"лист «{sheet.title}», примечание к {cell.coordinate}"
                yield Aside(where, text, "примечание к ячейке")
    for name, story in (("верхний", sheet.oddHeader), ("нижний", sheet.oddFooter)):
        for part in (story.left, story.center, story.right):
            if part.text and (text := clean(part.text)):
                yield Aside(f"лист «{sheet.title}», {name} колонтитул", text, "колонтитул")


def _computes(raw: bytes) -> bool:
    """True when some sheet has a formula; a second look at the workbook takes as long again."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        for entry in archive.infolist():
            if "worksheets/" in entry.filename:
                with archive.open(entry) as file:
                    end = b""
                    while piece := file.read(_PIECE):
                        if _FORMULA.search(end := end + piece):
                            return True
                        end = end[-2:]
    return False


def _unpacked_size(raw: bytes) -> int:
    """The size in bytes; raises ImportFailedError for an archive that cannot be a workbook."""
    if raw.startswith(b"\xd0\xcf\x11\xe0"):
        raise ImportFailedError("это старый формат .xls или файл с паролем: сохраните как .xlsx")
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
    except zipfile.BadZipFile as error:
        raise ImportFailedError("это не файл Excel") from error
    if size > _LARGEST:
        raise ImportFailedError("файл Excel слишком велик в распакованном виде")
    return size


def _cells(sheet: Any, formulas: Any) -> Iterator[list[str]]:
    """The rows of a sheet; a formula that was never computed is given as it is written."""
    read = 0
    for row, written in _rows(sheet, formulas):
        texts = [
            _text(value if value is not None else own)
            for value, own in zip(row, written, strict=False)
        ]
        while texts and not texts[-1]:
            texts.pop()
        read += len(texts)
        if read > _MOST_CELLS:
            raise ImportFailedError("в таблице слишком много ячеек")
        yield texts


def _rows(sheet: Any, formulas: Any) -> Iterator[tuple[Any, Any]]:
    rows = sheet.iter_rows(values_only=True)
    if formulas is sheet:
        return ((row, row) for row in rows)
    return zip(rows, formulas.iter_rows(values_only=True), strict=True)


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "да" if value else "нет"
    if isinstance(value, datetime):
        whole = value.time() == time()
        exact = "%Y-%m-%d %H:%M:%S" if value.second else "%Y-%m-%d %H:%M"
        return value.date().isoformat() if whole else value.strftime(exact)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e16:
        return str(int(value))
    return _ESCAPED.sub(_unescaped, str(value))


def _unescaped(found: re.Match[str]) -> str:
    """Return the character; half of a surrogate pair stays as it is written."""
    code = int(found[1], 16)
    return found[0] if 0xD800 <= code <= 0xDFFF else chr(code)
