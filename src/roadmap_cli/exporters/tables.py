"""Registries as XLSX and CSV: texts only, so that a cell that begins with «=» stays inert."""

import csv
import io
import re
from collections.abc import Sequence
from datetime import datetime

from roadmap_cli.domain.model.flat import flat_keys, flattened
from roadmap_cli.domain.model.record import heading
from roadmap_cli.domain.model.registry import Registry
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.errors import WriteRefusedError

_FORMULA = tuple("=+-@\t\r'")
_LONGEST_CELL = 32_767
# A column that `import` passes over: codes alone say little to a person.
_FOR_READING = "Кто (для справки)"
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|_x[0-9A-Fa-f]{4}_")
_FIXED_TIME = datetime(2000, 1, 1)


def table_of(directory: Directory, registry: Registry) -> list[list[str]]:
    """The heading and the rows of a registry; each heading ends in its key."""
    gone = directory.data.people.forgotten
    items = [
        each for each in registry.items_of(directory.data) if registry.identity(each) not in gone
    ]
    columns = list(flat_keys(registry.item_type))
    head = [f"{heading(key.title)} ({key.path})" for key in columns]
    if registry.key == "people":
        named = []
    else:
        head.append(_FOR_READING)
        names = directory.names(registry.key)
        named = [[names[registry.identity(item)]] for item in items]
    rows = [flattened(item) for item in items]
    extra = named or [[] for _ in rows]
    return [
        head,
        *(
            [*(row[key.path] for key in columns), *more]
            for row, more in zip(rows, extra, strict=True)
        ),
    ]


def as_csv(table: Sequence[Sequence[str]]) -> bytes:
    """CSV as Excel opens it: UTF-8 with BOM and semicolons; an apostrophe before formulas."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerows([_inert(cell) for cell in row] for row in table)
    return stream.getvalue().encode("utf-8-sig")


def _inert(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def as_xlsx(tables: Sequence[tuple[str, Sequence[Sequence[str]]]]) -> bytes:
    """A sheet for each table, every cell a text.

    Raises WriteRefusedError for a text longer than a cell can hold.
    """
    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.styles import Font
    from openpyxl.worksheet.worksheet import Worksheet

    book = Workbook()
    book.remove(book.worksheets[0])
    for name, table in tables:
        sheet: Worksheet = book.create_sheet(name[:31])
        for number, row in enumerate(table, 1):
            for column, text in enumerate(row, 1):
                if not text:
                    continue
                cell = sheet.cell(number, column)
                assert isinstance(cell, Cell)
                cell.value = _written(text)
                cell.data_type = "s"
                cell.quotePrefix = text.startswith(_FORMULA)
                if number == 1:
                    cell.font = Font(bold=True)
        sheet.freeze_panes = "A2"
    book.properties.created = book.properties.modified = _FIXED_TIME
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _written(text: str) -> str:
    """Characters that XML forbids, in the notation that Excel has for them."""
    escaped = _UNWRITABLE.sub(
        lambda found: "".join(f"_x{ord(c):04X}_" for c in found[0][:1]) + found[0][1:], text
    )
    if len(escaped) > _LONGEST_CELL:
        raise WriteRefusedError(
            "значение длиннее, чем умещает клетка Excel", hint="Выгрузите в CSV."
        )
    return escaped
