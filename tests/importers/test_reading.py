"""Files as schools have them: encodings, delimiters, merged cells, sizes at their bounds."""

import io
import zipfile
from datetime import date, datetime, time
from typing import Any

import pytest
from docx import Document
from openpyxl import Workbook

from roadmap_cli.documents.docx.archive import open_docx
from roadmap_cli.errors import ImportFailedError
from roadmap_cli.importers.reading import xlsx_cells
from roadmap_cli.importers.reading.csv_cells import csv_table, decoded
from roadmap_cli.importers.reading.docx_blocks import docx_blocks
from roadmap_cli.importers.reading.grid import (
    Cell,
    Grid,
    Paragraph,
    Row,
    cell_of,
    clean,
    rows_of,
)
from roadmap_cli.importers.reading.source import read_source
from roadmap_cli.importers.reading.text_blocks import text_blocks
from roadmap_cli.importers.reading.xlsx_cells import xlsx_sheets

ROWS = [["Фамилия", "Имя"], ["Ёлкина", "Анна"]]


def _tables(raw: bytes) -> list[tuple[str, list[list[str]]]]:
    return [(sheet.name, sheet.table) for sheet in xlsx_sheets(raw)[0]]


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
def test_csv_of_any_encoding_and_delimiter(encoding: str, newline: str, delimiter: str) -> None:
    text = newline.join(delimiter.join(row) for row in ROWS)
    assert csv_table(decoded(text.encode(encoding))) == ROWS


@pytest.mark.parametrize(
    ("length", "sound"), [(999_999, True), (1_000_000, True), (1_000_001, False)]
)
def test_a_cell_of_csv_has_a_greatest_length(length: int, sound: bool) -> None:
    text = f"а;{'б' * length}"
    if sound:
        assert csv_table(text) == [["а", "б" * length]]
    else:
        with pytest.raises(ImportFailedError, match="ячейка слишком длинная"):
            csv_table(text)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("а;б,в", ["а", "б,в"]),  # as many of each: the semicolon is the usual one
        ("а;б,в,г", ["а;б", "в", "г"]),
        ("а,б\tв\tг", ["а,б", "в", "г"]),
        ("а", ["а"]),
        ("", []),
        ('"а;б",в', ["а;б", "в"]),
        ('"а\nб";в', ["а\nб", "в"]),
        ("\n\nа,б", ["а", "б"]),
        (",,\nа,б,в", ["а", "б", "в"]),
        ("а\0б;в", ["аб", "в"]),
    ],
)
def test_the_delimiter_is_the_one_that_cuts_most(text: str, first: list[str]) -> None:
    filled = [row for row in csv_table(text) if any(row)]
    assert (filled or [[]])[0] == first


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ("'=1", "=1"), ("'+7", "+7"), ("'-1", "-1"), ("'@а", "@а"), ("''а", "'а"), ("'а", "'а"),
        ("=1", "=1"), ("'", "'"), ("", ""), ("5-1", "5-1"), ("а=б", "а=б"), ("а'б", "а'б"),
    ],
)  # fmt: skip
def test_the_apostrophe_of_a_formula_is_taken_off(cell: str, read: str) -> None:
    assert csv_table(f"x;y\n{cell};z")[1] == [read, "z"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""), (True, "да"), (False, "нет"), (5, "5"), (5.0, "5"), (5.5, "5.5"),
        (-3.0, "-3"), (79000000001.0, "79000000001"), (1e15, "1000000000000000"),
        (1e16, "1e+16"), (datetime(2020, 1, 2), "2020-01-02"),
        (datetime(2020, 1, 2, 3, 4), "2020-01-02 03:04"),
        (datetime(2020, 1, 2, 0, 0, 1), "2020-01-02 00:00:01"), (date(2020, 1, 2), "2020-01-02"),
        (time(9, 30), "09:30:00"), ("=1+1", "=1+1"), ("'x", "'x"), (" а ", " а "),
    ],
)  # fmt: skip
def test_a_cell_of_excel_as_text(value: object, text: str) -> None:
    book = Workbook()
    sheet: Any = book.active
    sheet.append([value, "конец"])
    stream = io.BytesIO()
    book.save(stream)
    assert _tables(stream.getvalue())[0][1][0] == [text, "конец"]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("_x0041_", "A"), ("_x0041", "_x0041"), ("_x004_", "_x004_"), ("_x00410_", "_x00410_"),
        ("_xD7FF_", "\ud7ff"), ("_xD800_", "_xD800_"), ("_xDFFF_", "_xDFFF_"),
        ("_xE000_", "\ue000"), ("_x005F_x0041_", "_x0041_"),
    ],
)  # fmt: skip
def test_escaped_characters_of_excel(text: str, read: str) -> None:
    assert xlsx_cells._text(text) == read


def _padded(size: int) -> bytes:
    stream = io.BytesIO()
    book = Workbook()
    book.save(stream)
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive:
        whole = sum(entry.file_size for entry in archive.infolist())
        with archive.open("пусто.bin", "w") as file:
            rest = size - whole
            while rest > 0:
                rest -= file.write(bytes(min(rest, 10_000_000)))
    return stream.getvalue()


@pytest.mark.parametrize(("size", "sound"), [(300_000_000, True), (300_000_001, False)])
def test_a_workbook_unpacks_to_three_hundred_million_bytes(size: int, sound: bool) -> None:
    raw = _padded(size)
    if sound:
        assert _tables(raw) == [("Sheet", [])]
    else:
        with pytest.raises(ImportFailedError, match="слишком велик"):
            _tables(raw)


@pytest.mark.parametrize(("cells", "sound"), [(7, True), (8, True), (9, False)])
def test_a_workbook_has_so_many_cells_in_a_sheet(
    monkeypatch: pytest.MonkeyPatch, cells: int, sound: bool
) -> None:
    """The bound is lowered for the test: two million cells take a minute to write."""
    monkeypatch.setattr(xlsx_cells, "_MOST_CELLS", 8)
    book = Workbook()
    for _ in range(2):
        sheet: Any = book.create_sheet()
        for _ in range(cells):
            sheet.append(["а", "", None])  # what is empty at the end of a row is no cell
    stream = io.BytesIO()
    book.save(stream)
    if sound:
        assert [len(table) for _, table in _tables(stream.getvalue())] == [0, cells, cells]
    else:
        with pytest.raises(ImportFailedError, match="слишком много ячеек"):
            _tables(stream.getvalue())


@pytest.mark.parametrize("huge", [False, True])
@pytest.mark.parametrize("piece", [1, 2, 3, 1_000_000])
def test_a_formula_that_was_never_computed_is_read_as_written(
    monkeypatch: pytest.MonkeyPatch, huge: bool, piece: int
) -> None:
    monkeypatch.setattr(xlsx_cells, "_HUGE", 0 if huge else 10_000_000)
    monkeypatch.setattr(xlsx_cells, "_PIECE", piece)
    book = Workbook()
    sheet: Any = book.active
    sheet.append(["ФИО", 5, None, "=1+1", "да"])
    stream = io.BytesIO()
    book.save(stream)
    assert _tables(stream.getvalue()) == [("Sheet", [["ФИО", "5", "", "=1+1", "да"]])]


def test_a_large_workbook_is_read_row_by_row_with_the_same_cells(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    book = Workbook()
    sheet: Any = book.active
    for row in ([], ["ФИО", "Дата"], [], ["Ёлкина", date(2020, 1, 2), None, 7.0]):
        sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    whole = xlsx_sheets(stream.getvalue())
    monkeypatch.setattr(xlsx_cells, "_HUGE", 0)
    assert xlsx_sheets(stream.getvalue()) == whole


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0"), (-5.0, "-5"), (0.5, "0.5"), (1e15, "1000000000000000"),
        (9999999999999998.0, "9999999999999998"), (1e16, "1e+16"), (-1e16, "-1e+16"),
    ],
)  # fmt: skip
def test_a_whole_number_has_no_dot(value: float, text: str) -> None:
    assert xlsx_cells._text(value) == text


@pytest.mark.parametrize(
    ("name", "raw", "said"),
    [
        ("x.xlsx", b"", "это не файл Excel"),
        ("x.xlsx", b"PK\x03\x04", "это не файл Excel"),
        ("x.XLSX", b"\xd0\xcf\x11\xe0", "старый формат .xls или файл с паролем"),
        ("x.docx", b"", "это не файл Word или он повреждён"),
        ("x.xls", b"", "такого вида не поддерживаются"),
        ("x", b"", "такого вида не поддерживаются"),
        ("x.pdf", b"", "такого вида не поддерживаются"),
    ],
)
def test_a_file_that_is_not_what_it_says(name: str, raw: bytes, said: str) -> None:
    with pytest.raises(ImportFailedError) as refused:
        read_source(name, raw, open_docx)
    assert said in refused.value.message


def _grid(*rows: list[str], merge: tuple[tuple[int, int], tuple[int, int]] | None = None) -> Any:
    document = Document()
    table = document.add_table(len(rows), len(rows[0]))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    if merge:
        (top, left), (bottom, right) = merge
        table.cell(top, left).merge(table.cell(bottom, right))
    (grid,) = docx_blocks(document)
    return grid


@pytest.mark.parametrize(
    ("merge", "texts", "continues"),
    [
        (None, [["а", "б"], ["в", "г"], ["д", "е"]], []),
        (((0, 0), (1, 0)), [["а в", "б"], ["", "г"], ["д", "е"]], [(1, 0)]),
        (((0, 0), (2, 0)), [["а в д", "б"], ["", "г"], ["", "е"]], [(1, 0), (2, 0)]),
        (((0, 0), (0, 1)), [["а б", ""], ["в", "г"], ["д", "е"]], []),
        (((0, 0), (1, 1)), [["а б в г", ""], ["д", "е"]], []),
    ],
)
def test_merged_cells_of_word(
    merge: tuple[tuple[int, int], tuple[int, int]] | None,
    texts: list[list[str]],
    continues: list[tuple[int, int]],
) -> None:
    grid = _grid(["а", "б"], ["в", "г"], ["д", "е"], merge=merge)
    assert [[cell.text for cell in row.cells] for row in grid.rows] == texts
    assert [
        (n, m) for n, row in enumerate(grid.rows) for m, cell in enumerate(row.cells)
        if cell.continues
    ] == continues  # fmt: skip


def test_rows_keep_their_numbers_past_empty_ones() -> None:
    grid = _grid(["а", "б"], ["", ""], ["д", "е"])
    assert [row.number for row in grid.rows] == [1, 3]
    assert [row.number for row in rows_of([["а"], [" "], [], ["б"]])] == [1, 4]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("а\nб", ["а", "б"]),
        ("а<br>б<br/>в", ["а", "б", "в"]),
        ("<p>а</p><p>б</p>", ["а", "б"]),
        ("<b>а</b> <i>б</i>", ["а б"]),
        ("а < б > в", ["а < б > в"]),
        ("<x>а</x>", ["<x>а</x>"]),
        ("", []),
        (" \n ", []),
        ("а\u00adб\u200bв\ufeff", ["абв"]),
        ("И\u0306", ["Й"]),
    ],
)
def test_a_cell_of_text_has_its_lines(text: str, lines: list[str]) -> None:
    assert [line.text for line in cell_of(text).lines] == lines


@pytest.mark.parametrize(("column", "text"), [(None, ""), (0, "а"), (1, "б"), (2, ""), (9, "")])
def test_a_column_that_a_row_lacks_is_empty(column: int | None, text: str) -> None:
    row = Row(1, (cell_of("а"), cell_of("б")))
    assert row.text(column) == text
    assert (row.cell(column) == Cell()) is (text == "")


@pytest.mark.parametrize(
    ("text", "lines", "numbers"),
    [
        ("а\tб\tв\nг\tд\tе", [], [1, 2]),
        ("план\n\nа\tб\tв\nподпись", ["план", "подпись"], [3]),
        ("а\tб\nв\tг", ["а б", "в г"], []),
        ("", [], []),
    ],
)
def test_a_table_of_tabs_begins_with_the_first_line_of_three(
    text: str, lines: list[str], numbers: list[int]
) -> None:
    blocks = text_blocks(text)
    assert [block.text for block in blocks if isinstance(block, Paragraph)] == lines
    rows = [row for block in blocks if isinstance(block, Grid) for row in block.rows]
    assert [row.number for row in rows] == numbers


@pytest.mark.parametrize("mark", ["\u00ad", "\u200b", "\u200f", "\u202a", "\u2060", "\u2069"])
def test_invisible_marks_are_taken_out(mark: str) -> None:
    assert clean(f"а{mark}б") == "аб"
    assert clean(f" а \n{mark} б ") == "а б"
