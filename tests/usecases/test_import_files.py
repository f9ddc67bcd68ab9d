"""Files that others wrote, to import: what is no file, what is too large, what is a bomb."""

import io
import os
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook

from roadmap_cli.documents.docx.archive import open_docx
from roadmap_cli.errors import ImportFailedError
from roadmap_cli.importers.reading.grid import cell_of
from roadmap_cli.importers.reading.source import read_source
from roadmap_cli.usecases import import_files
from roadmap_cli.usecases.import_files import open_source
from tests.attacks import LARGEST_MB, attack
from tests.conftest import Run

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="memory is bounded on Linux")
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHARED = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"


def _repacked(raw: bytes, changed: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(raw)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in {*old.namelist(), *changed}:
            new.writestr(name, changed.get(name) or old.read(name))
    return stream.getvalue()


def _empty_book() -> bytes:
    stream = io.BytesIO()
    Workbook().save(stream)
    return stream.getvalue()


def _many_shared_strings() -> bytes:
    """A workbook of 100 KB with two and a half million strings."""
    raw = _empty_book()
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        types = archive.read("[Content_Types].xml")
    named = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{SHARED}"/></Types>'
    strings = b"<si><t>a</t></si>" * 2_500_000
    return _repacked(
        raw,
        {
            "[Content_Types].xml": types.replace(b"</Types>", named.encode()),
            "xl/sharedStrings.xml": f'<sst xmlns="{SHEET}">'.encode() + strings + b"</sst>",
        },
    )


def _word_bomb() -> bytes:
    """A Word file that unpacks to a little less than is allowed."""
    stream = io.BytesIO()
    Document().save(stream)
    with zipfile.ZipFile(stream) as archive:
        rest = sum(entry.file_size for entry in archive.infolist())
        body = archive.read("word/document.xml")
    paragraph = b"<w:p><w:r><w:t>a</w:t></w:r></w:p>"
    many = paragraph * ((49_900_000 - rest) // len(paragraph))
    return _repacked(
        stream.getvalue(), {"word/document.xml": body.replace(b"<w:body>", b"<w:body>" + many, 1)}
    )


@LINUX
@pytest.mark.parametrize(
    ("name", "build", "said"),
    [
        ("строки.xlsx", _many_shared_strings, ("работа заняла больше 7 с", "не хватило памяти")),
        ("бомба.docx", _word_bomb, ("не хватило памяти",)),
        ("ячейка.csv", lambda: b"a;b\n" + b"x" * 49_000_000 + b";y\n",
         ("ячейка слишком длинная", "не хватило памяти")),
        ("строки.csv", lambda: b"a;b\n" * 12_000_000, ("не хватило памяти",)),
    ],
)  # fmt: skip
def test_a_bomb_is_told_in_bounded_memory(
    school: Path, tmp_path: Path, name: str, build: Callable[[], bytes], said: tuple[str, ...]
) -> None:
    (tmp_path / name).write_bytes(build())
    result = attack(school, "import", str(tmp_path / name))
    assert result.code == 1, result.err
    assert any(words in result.err for words in said), result.err
    assert len(result.err.strip().splitlines()) == 2, "an error and a hint"
    assert 10 < result.peak_mb < LARGEST_MB


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("/dev/zero", "это канал или устройство, а не файл"),
        ("нули.csv", "это канал или устройство, а не файл"),
        ("канал.csv", "это канал или устройство, а не файл"),
        ("папка.csv", "это папка, а не файл"),
    ],
)
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a system without pipes in folders")
def test_what_is_no_file_is_not_opened(run: Run, workspace: Path, file: str, said: str) -> None:
    (workspace / "нули.csv").symlink_to("/dev/zero")
    os.mkfifo(workspace / "канал.csv")
    (workspace / "папка.csv").mkdir()
    outcome = run("import", file)
    assert outcome.code == 1
    assert f"«{file}» не читается: {said}" in outcome.err
    assert "Укажите обычный файл на диске." in outcome.err


@pytest.mark.parametrize(("more", "sound"), [(-1, True), (0, True), (1, False)])
def test_a_file_has_a_largest_size(run: Run, workspace: Path, more: int, sound: bool) -> None:
    """The file has a hole in place of a content, so that it costs nothing."""
    with (workspace / "список.docx").open("wb") as file:
        file.truncate(50_000_000 + more)
    outcome = run("import", "список.docx")
    assert outcome.code == 1
    assert ("больше 50 МБ" not in outcome.err) is sound
    assert ("это не файл Word" in outcome.err) is sound


def test_a_file_that_takes_too_long_is_refused_with_a_hint(
    run: Run, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (workspace / "список.xlsx").write_bytes(_empty_book())
    monkeypatch.setattr(import_files, "_SECONDS", 0.0)
    monkeypatch.setattr(import_files, "_SECONDS_PER_MB", 0.0)
    outcome = run("import", "список.xlsx")
    assert outcome.code == 1
    assert "файл «список.xlsx» не прочитан: работа заняла больше 0 с" in outcome.err
    assert "разделите его на части" in outcome.err


@pytest.mark.parametrize(("spare", "sound"), [(1, True), (0, True), (-1, False)])
def test_what_a_file_says_has_a_largest_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spare: int, sound: bool
) -> None:
    raw = "ФИО;Должность\nЁлкина Анна;учитель\n".encode()
    (tmp_path / "a.csv").write_bytes(raw)
    cell_of.cache_clear()  # a text that is shared with a kept cell is packed shorter
    size = sum(len(piece) for piece in import_files._pieces("a.csv", raw))
    cell_of.cache_clear()
    monkeypatch.setattr(import_files, "_LARGEST_ANSWER", size + spare)
    if sound:
        assert open_source(tmp_path / "a.csv").grids
    else:
        with pytest.raises(ImportFailedError, match="не хватило памяти"):
            open_source(tmp_path / "a.csv")


def _book() -> bytes:
    book = Workbook()
    for name, rows in (("Первый", 7), ("Пустой", 0), ("Второй", 3)):
        sheet = book.create_sheet(name)
        for row in range(rows):
            sheet.append([name, f"ячейка {row}", ""] if row != 2 else [])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _letter() -> bytes:
    document = Document()
    document.add_paragraph("До таблиц")
    for rows in (5, 1):
        table = document.add_table(rows, 2)
        for number, row in enumerate(table.rows):
            row.cells[0].text, row.cells[1].text = f"{rows}", f"строка {number}"
        document.add_paragraph("После")
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize("rows", [1, 2, 3, 4, 5, 6, 7, 8])
@pytest.mark.parametrize(
    ("name", "build"),
    [
        ("a.xlsx", _book),
        ("a.docx", _letter),
        ("a.csv", "а;б\n\nв;г\nд;е\n".encode),
        ("a.txt", "план\nа\tб\tв\nг\tд\tе\nконец\n".encode),
    ],
)
def test_a_source_in_pieces_is_the_same_source(
    monkeypatch: pytest.MonkeyPatch, name: str, build: Callable[[], bytes], rows: int
) -> None:
    monkeypatch.setattr(import_files, "_ROWS", rows)
    raw = build()
    source = import_files._joined(list(import_files._pieces(name, raw)))
    assert source == read_source(name, raw, open_docx)
