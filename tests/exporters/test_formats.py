"""Tables for other programs: cells like formulas, the longest cell, what a format can hold."""

import io
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from roadmap_cli.errors import WriteRefusedError
from roadmap_cli.exporters.csv_format import as_csv
from roadmap_cli.exporters.formats import endings, format_of
from roadmap_cli.exporters.tables import Sheet
from roadmap_cli.exporters.xlsx_format import as_xlsx
from roadmap_cli.importers.reading.csv_cells import csv_table, decoded
from roadmap_cli.importers.reading.xlsx_cells import xlsx_sheets
from tests.conftest import Run

TODAY = "2025-12-01"


def _tables(raw: bytes) -> list[tuple[str, list[list[str]]]]:
    return [(sheet.name, sheet.table) for sheet in xlsx_sheets(raw)[0]]


def _sheet(*cells: str) -> Sheet:
    return Sheet("Таблица", [["а"], *([cell] for cell in cells)])


@pytest.mark.parametrize(
    ("cell", "inert"),
    [
        ("=1+1", True), ("+7 900", True), ("-1", True), ("@сумма", True), ("\tx", True),
        ("\rx", True), ("'x", True), ("=", True), ("1=1", False), (" =1", False), ("x", False),
        ("", False), ("–1", False), ("\n=1", False), ("#ИМЯ?", False), ("/x", False),
    ],
)  # fmt: skip
def test_a_cell_like_a_formula_is_kept_inert_and_comes_back(cell: str, inert: bool) -> None:
    raw = as_csv([_sheet(cell, "конец")])
    assert csv_table(decoded(raw))[1] in ([cell], [])
    assert (b"'" + cell.encode() in raw) is inert or cell == ""
    book: Any = load_workbook(io.BytesIO(as_xlsx([_sheet(cell, "конец")])))
    own = book.worksheets[0].cell(2, 1)
    assert own.data_type == ("s" if cell else "n")
    assert bool(own.quotePrefix) is inert
    assert _tables(as_xlsx([_sheet(cell, "конец")]))[0][1][1] == ([cell] if cell else [])


@pytest.mark.parametrize(
    ("text", "sound"),
    [
        ("x" * 32_766, True),
        ("x" * 32_767, True),
        ("x" * 32_768, False),
        ("я" * 32_767, True),
        ("x" * 32_761 + "\x07", False),  # it takes seven characters to say the one
        ("x" * 32_760 + "\x07", True),
    ],
    ids=lambda value: str(len(value)) if isinstance(value, str) else "",
)
def test_a_cell_of_excel_has_a_longest_text(text: str, sound: bool) -> None:
    if sound:
        assert _tables(as_xlsx([_sheet(text)]))[0][1][1] == [text]
    else:
        with pytest.raises(WriteRefusedError, match="не помещается в ячейку"):
            as_xlsx([_sheet(text)])
    assert csv_table(decoded(as_csv([_sheet(text)])))[1] == [text]


@pytest.mark.parametrize(
    "text",
    ["\x00", "\x08", "\x0b", "\x1f", "\ufffe", "_x0041_", "_x0041", "_X0041_", "a_x005F_b", "😀",
     "\x7f", "а\nб", "а\tб", "_x00zz_", "_x0041__x0042_"],
)  # fmt: skip
def test_characters_that_excel_has_no_place_for_come_back(text: str) -> None:
    assert _tables(as_xlsx([_sheet(text)]))[0][1][1] == [text]


@pytest.mark.parametrize(("length", "kept"), [(30, 30), (31, 31), (32, 31)])
def test_a_sheet_has_a_title_of_31_letters(length: int, kept: int) -> None:
    raw = as_xlsx([Sheet("т" * length, [["а"]])])
    assert _tables(raw)[0][0] == "т" * kept


def test_equal_tables_give_the_same_workbook_inside() -> None:
    book: Any = load_workbook(io.BytesIO(as_xlsx([_sheet("x")])))
    assert book.properties.created.isoformat() == "2000-01-01T00:00:00"
    assert book.worksheets[0].freeze_panes == "A2"
    assert [row[0].font.bold for row in book.worksheets[0].iter_rows()] == [True, False]


def test_csv_is_as_excel_opens_it() -> None:
    raw = as_csv([Sheet("т", [["а;б", 'в"г'], ["д\nе", "ж"]]), _sheet("второй лист")])
    assert raw == '\ufeff"а;б";"в""г"\r\n"д\nе";ж\r\n'.encode()


@pytest.mark.parametrize(
    ("name", "ending"),
    [
        ("x.xlsx", ".xlsx"), ("x.XLSX", ".xlsx"), ("x.csv", ".csv"), ("x.CSV", ".csv"),
        (".csv", ".csv"), ("csv", None), ("x.xls", None), ("x.csv.txt", None), ("x", None),
    ],
)  # fmt: skip
def test_the_ending_tells_the_format(name: str, ending: str | None) -> None:
    found = format_of(name)
    assert (found.ending if found else None) == ending


def test_endings_in_words() -> None:
    assert endings() == ".xlsx или .csv"
    assert endings(several=True) == ".xlsx"
    assert endings(several=False) == ".csv"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["x.xlsx"], 0),
        (["x.csv"], 2),
        (["x.csv", "--what", "people"], 0),
        (["x.csv", "--what", "people", "--what", "mentors"], 2),
        (["x.xlsx", "--what", "people", "--what", "mentors"], 0),
        (["x.odt"], 2),
        (["x"], 2),
        (["x.csv", "--what", "peple"], 1),
    ],
)
def test_what_a_file_can_hold(run: Run, school: Path, words: list[str], code: int) -> None:
    assert run("export", *words, today=TODAY).code == code
    assert (school / words[0]).exists() is (code == 0)


@pytest.mark.parametrize(
    ("there", "words", "code", "kept"),
    [
        (False, [], 0, False),
        (False, ["--dry-run"], 0, True),
        (True, [], 1, True),
        (True, ["--force"], 0, False),
        (True, ["--force", "--dry-run"], 0, True),
        (True, ["--dry-run"], 1, True),
    ],
)
def test_a_file_that_is_there_is_replaced_only_when_told(
    run: Run, school: Path, there: bool, words: list[str], code: int, kept: bool
) -> None:
    path = school / "x.csv"
    if there:
        path.write_bytes(b"mine")
    assert run("export", "x.csv", "--what", "programs", *words, today=TODAY).code == code
    assert (path.read_bytes() == b"mine" if there else not path.exists()) is kept


@pytest.mark.parametrize(("what", "code"), [("people", 1), ("mentors", 1), ("programs", 0)])
def test_tables_with_people_need_consents(run: Run, school: Path, what: str, code: int) -> None:
    (school / "data" / "consents.yaml").unlink()
    assert run("export", "x.csv", "--what", what, today=TODAY).code == code
