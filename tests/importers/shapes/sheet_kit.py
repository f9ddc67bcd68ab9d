"""Building blocks of the lists: workbooks of several sheets, and tables as plain text."""

import csv
import re
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from io import BytesIO, StringIO

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

Value = str | int | float | date | datetime | None
Drawing = Callable[[Worksheet], None]


def book(*sheets: tuple[str, Iterable[Sequence[Value]]], finish: Drawing | None = None) -> bytes:
    """A workbook; `finish` merges, hides or types what it likes on the first sheet."""
    workbook = Workbook()
    first = workbook.active
    if not isinstance(first, Worksheet):
        raise TypeError(first)
    for number, (name, rows) in enumerate(sheets):
        sheet = first if number == 0 else workbook.create_sheet()
        sheet.title = name
        for row in rows:
            sheet.append(list(row))
    if finish is not None:
        finish(first)
    return saved(workbook)


def saved(workbook: Workbook) -> bytes:
    """The bytes of the workbook."""
    stream = BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def with_results(data: bytes, results: Mapping[str, str | int]) -> bytes:
    """Give formulas of the first sheet the value that Excel keeps beside them."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(stream, "w") as target:
        for item in source.infolist():
            text = source.read(item)
            if item.filename == "xl/worksheets/sheet1.xml":
                text = _filled(text.decode(), results).encode()
            target.writestr(item, text)
    return stream.getvalue()


def _filled(xml: str, results: Mapping[str, str | int]) -> str:
    for place, value in results.items():
        kind = ' t="str"' if isinstance(value, str) else ""
        pattern = rf'<c r="{place}"([^>]*?)(?: t="\w+")?><f>(.*?)</f>(?:<v ?/>|<v></v>)'
        xml, count = re.subn(
            pattern, rf'<c r="{place}"\g<1>{kind}><f>\g<2></f><v>{value}</v>', xml, count=1
        )
        if count != 1:
            raise ValueError(place)
    return xml


def drawn(text: str) -> list[list[Value]]:
    """Rows of a sheet from a drawing: « | » between cells, `_` an empty one, « /n/ » a new line.

    A line that begins with « | » goes on with the row above.
    """
    lines: list[str] = []
    for line in text.strip("\n").splitlines():
        if line.strip().startswith("| "):
            lines[-1] += " " + line.strip()
        elif line.strip():
            lines.append(line.strip())
    return [[_cell(part.strip()) for part in f" {line} ".split(" | ")] for line in lines]


def _cell(text: str) -> Value:
    return None if text == "_" else text.replace(" /n/ ", "\n")


def delimited(rows: Iterable[Sequence[Value]], mark: str, charset: str) -> bytes:
    """A text file with `mark` between the cells, lines ended as Windows does."""
    stream = StringIO()
    writer = csv.writer(stream, delimiter=mark, lineterminator="\r\n")
    writer.writerows([["" if value is None else value for value in row] for row in rows])
    return stream.getvalue().encode(charset)
