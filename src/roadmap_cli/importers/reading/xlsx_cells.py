"""XLSX as cells of text: days as days, whole numbers without a dot, formulas by their value."""

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from roadmap_cli.errors import ImportFailedError

_LARGEST = 300_000_000
_MOST_CELLS = 2_000_000
# How Excel writes a character that XML forbids, and the underscore of a text that looks so.
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def xlsx_tables(raw: bytes) -> list[tuple[str, list[list[str]]]]:
    """Name and cells of every sheet. Raises ImportFailedError."""
    _refuse_odd_archive(raw)
    from openpyxl import load_workbook

    try:
        values = load_workbook(io.BytesIO(raw), read_only=True, data_only=True)
        formulas = load_workbook(io.BytesIO(raw), read_only=True)
        return [
            (sheet.title, list(_cells(sheet, formulas[sheet.title]))) for sheet in values.worksheets
        ]
    except ImportFailedError:
        raise
    except Exception as error:  # openpyxl lets through whatever a broken archive raises
        raise ImportFailedError("файл Excel повреждён") from error


def _refuse_odd_archive(raw: bytes) -> None:
    if raw.startswith(b"\xd0\xcf\x11\xe0"):
        raise ImportFailedError("это старый формат .xls или файл с паролем: сохраните как .xlsx")
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
    except zipfile.BadZipFile as error:
        raise ImportFailedError("это не файл Excel") from error
    if size > _LARGEST:
        raise ImportFailedError("файл Excel разворачивается в слишком большой")


def _cells(sheet: Any, formulas: Any) -> Iterator[list[str]]:
    """The rows of a sheet; a formula that was never computed is given as it is written."""
    read = 0
    for row, written in zip(sheet.iter_rows(), formulas.iter_rows(), strict=True):
        texts = [
            _text(cell.value if cell.value is not None else own.value)
            for cell, own in zip(row, written, strict=False)
        ]
        while texts and not texts[-1]:
            texts.pop()
        read += len(texts)
        if read > _MOST_CELLS:
            raise ImportFailedError("в таблице слишком много клеток")
        yield texts


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "да" if value else "нет"
    if isinstance(value, datetime):
        whole = value.time() == time()
        return value.date().isoformat() if whole else value.strftime("%Y-%m-%d %H:%M")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e16:
        return str(int(value))
    return _ESCAPED.sub(_unescaped, str(value))


def _unescaped(found: re.Match[str]) -> str:
    """Return the character; half of a surrogate pair stays as it is written."""
    code = int(found[1], 16)
    return found[0] if 0xD800 <= code <= 0xDFFF else chr(code)
