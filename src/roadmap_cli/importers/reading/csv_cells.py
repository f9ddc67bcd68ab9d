"""CSV as schools have it: UTF-8 with and without BOM, Windows-1251, `;` or `,` or tabs."""

import codecs
import csv
import io

from roadmap_cli.errors import ImportFailedError

_DELIMITERS = (";", ",", "\t")
# Excel has no longer ones than 32,767 characters.
_LONGEST_CELL = 1_000_000


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
    delimiter = max(_DELIMITERS, key=lambda sign: _width(text, sign))
    rows = csv.reader(io.StringIO(text.replace("\0", ""), newline=""), delimiter=delimiter)
    return [[_live(cell) for cell in row] for row in rows]


def _width(text: str, delimiter: str) -> int:
    """How many cells the first filled line has with this delimiter."""
    for row in csv.reader(
        io.StringIO(text[:100_000].replace("\0", ""), newline=""), delimiter=delimiter
    ):
        if any(cell.strip() for cell in row):
            return len(row)
    return 0


def _live(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" and cell[1:2] in tuple("=+-@\t\r'") else cell
