"""Bytes to text: the line end that most lines have, the BOM, encodings that are named."""

import pytest

from roadmap_cli.storage.text_file import decode_text


@pytest.mark.parametrize(
    ("raw", "newline"),
    [
        (b"", "\n"),
        (b"a", "\n"),
        (b"a\n", "\n"),
        (b"a\r\n", "\r\n"),
        (b"a\r\nb\n", "\n"),
        (b"a\r\nb\r\nc\n", "\r\n"),
        (b"a\r\nb\nc\n", "\n"),
        (b"a\rb", "\n"),
    ],
)
def test_the_line_end_that_most_lines_have(raw: bytes, newline: str) -> None:
    read, problems = decode_text(raw, "x")
    assert problems == []
    assert read is not None
    assert read.newline == newline
    assert read.encode(read.text) == raw


@pytest.mark.parametrize(
    ("raw", "bom", "text"),
    [
        (b"a", False, "a"),
        (b"\xef\xbb\xbfa", True, "a"),
        (b"\xef\xbb\xbf", True, ""),
        (b"\xef\xbb\xbf\xef\xbb\xbfa", True, "\ufeffa"),
        (b"a\xef\xbb\xbf", False, "a\ufeff"),
    ],
)
def test_a_byte_order_mark_comes_back(raw: bytes, bom: bool, text: str) -> None:
    read, _ = decode_text(raw, "x")
    assert read is not None
    assert (read.bom, read.text) == (bom, text)
    assert read.encode(read.text) == raw


@pytest.mark.parametrize(
    ("raw", "named"),
    [
        ("название: опрос".encode("cp1251"), "Windows-1251"),
        ("название: опрос".encode("koi8-r"), "KOI8-R"),
        ("название: опрос".encode("cp866"), "CP866"),
        ("НАЗВАНИЕ: ОПРОС".encode("cp1251"), "Windows-1251"),
        ("НАЗВАНИЕ: ОПРОС".encode("koi8-r"), "KOI8-R"),
        ("НАЗВАНИЕ: ОПРОС".encode("cp866"), "CP866"),
        ("ПРИКАЗЫВАЮ: «Школа № 5»".encode("cp1251"), "Windows-1251"),
        ("ФИО".encode("cp1251"), "Windows-1251"),  # in KOI8-R it would be «тхн»
        ("АБВГ".encode("cp1251"), "Windows-1251"),
        ("Добробабе".encode("koi8-r"), "KOI8-R"),
        ("Кочубей".encode("cp1251"), "Windows-1251"),
        (b"\x98\x98", "CP866"),
        ("a".encode("utf-16"), "UTF-16"),
        (b"\xfe\xff\x00a", "UTF-16"),
    ],
)
def test_another_encoding_is_named(raw: bytes, named: str) -> None:
    read, problems = decode_text(raw, "x")
    assert read is None
    assert [problem.code for problem in problems] == ["encoding"]
    assert f"похоже на {named})" in problems[0].message


@pytest.mark.parametrize(
    ("before", "place"),
    [(b"", (1, 1)), (b"a", (1, 2)), (b"a\n", (2, 1)), (b"a\nbc", (2, 3)), (b"\n\n", (3, 1))],
)
def test_the_first_bad_byte_has_its_place(before: bytes, place: tuple[int, int]) -> None:
    _, problems = decode_text(before + b"\xff", "x")
    assert (problems[0].place.line, problems[0].place.column) == place
