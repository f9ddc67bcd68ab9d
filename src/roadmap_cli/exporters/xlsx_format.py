"""Excel workbooks of texts only, so that a cell that begins with «=» stays inert."""

import io
import re
from collections.abc import Sequence
from datetime import datetime

from roadmap_cli.errors import WriteRefusedError
from roadmap_cli.exporters.tables import FORMULA, Sheet

_LONGEST_CELL = 32_767
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|_x[0-9A-Fa-f]{4}_")
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_FIXED_TIME = datetime(2000, 1, 1)


def as_xlsx(sheets: Sequence[Sheet]) -> bytes:
    """A sheet for each table, every cell a text.

    Raises WriteRefusedError for a text longer than a cell can hold.
    """
    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.styles import Font
    from openpyxl.worksheet.worksheet import Worksheet

    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets:
        sheet: Worksheet = book.create_sheet(_sheet_name(title))
        for number, row in enumerate(rows, 1):
            for column, text in enumerate(row, 1):
                if not text:
                    continue
                cell = sheet.cell(number, column)
                assert isinstance(cell, Cell)
                cell.value = _written(text)
                cell.data_type = "s"
                cell.quotePrefix = text.startswith(FORMULA)
                if number == 1:
                    cell.font = Font(bold=True)
        sheet.freeze_panes = "A2"
    book.properties.created = book.properties.modified = _FIXED_TIME
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _sheet_name(title: str) -> str:
    """The title without what Excel forbids in the name of a sheet, at most 31 characters."""
    return _NOT_IN_NAMES.sub(" ", title).strip(" '")[:31] or "Таблица"


def _written(text: str) -> str:
    """Characters that XML forbids, in the notation that Excel has for them."""
    escaped = _UNWRITABLE.sub(
        lambda found: "".join(f"_x{ord(c):04X}_" for c in found[0][:1]) + found[0][1:], text
    )
    if len(escaped) > _LONGEST_CELL:
        raise WriteRefusedError("значение не помещается в ячейку Excel", hint="Выгрузите в CSV.")
    return escaped
