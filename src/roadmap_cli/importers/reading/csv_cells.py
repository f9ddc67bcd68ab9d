"""CSV as schools have it: UTF-8 with and without BOM, Windows-1251, `;` or `,` or tabs."""

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from roadmap_cli.errors import ImportFailedError

_DELIMITERS = (";", ",", "\t")
# Excel has no longer ones than 32,767 characters.
_LONGEST_CELL = 1_000_000
_FIRST_ROWS = 50


def decoded(raw: bytes) -> str:
    """The text of a file; bytes that are no UTF-8 are taken for Windows-1251."""
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return raw.decode("utf-16", errors="replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1251", errors="replace")


def csv_table(text: str) -> list[list[str]]:
    """The cells of a CSV file; an apostrophe that keeps a formula inert is taken off.

    Raises ImportFailedError.
    """
    csv.field_size_limit(_LONGEST_CELL)
    try:
        return _cells(text)
    except csv.Error as error:
        raise ImportFailedError(
            "таблица CSV не прочитана: ячейка слишком длинная или кавычки не закрыты",
            hint="Откройте файл в Excel и сохраните как .xlsx.",
        ) from error


def _cells(text: str) -> list[list[str]]:
    delimiter = max(_DELIMITERS, key=lambda sign: _evenness(text, sign))
    return [[_live(cell) for cell in row] for row in _rows(text, delimiter)]


def _rows(text: str, delimiter: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text.replace("\0", ""), newline=""), delimiter=delimiter)


def _evenness(text: str, delimiter: str) -> tuple[float, int]:
    """Which share of the first rows has one width, and that width; else the first row's width.

    Headings that are questions have commas of their own; they are not in every row as many.
    """
    rows = _rows(text[:100_000], delimiter)
    filled = (row for row in rows if any(cell.strip(" ;,\t") for cell in row))
    widths = [len(row) for row in islice(filled, _FIRST_ROWS)]
    usual, count = Counter(widths).most_common(1)[0] if widths else (0, 0)
    if usual > 1 and count * 2 > len(widths):
        return count / len(widths), usual
    return 0.0, widths[0] if widths else 0


def _live(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" and cell[1:2] in tuple("=+-@\t\r'") else cell
