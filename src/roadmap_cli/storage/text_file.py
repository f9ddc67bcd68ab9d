"""Bytes of a data file to text and back: UTF-8 with or without BOM, any line ends."""

import codecs
from typing import NamedTuple

from roadmap_cli.problems import Place, Problem

_BOM = "\ufeff"


class TextFile(NamedTuple):
    """The text of a file without its BOM; `newline` is the line end that most lines have."""

    text: str
    bom: bool
    newline: str

    def encode(self, text: str) -> bytes:
        """The bytes to write for a changed text: the BOM returns if there was one."""
        return ((_BOM if self.bom else "") + text).encode("utf-8")


def decode_text(raw: bytes, file: str) -> tuple[TextFile | None, list[Problem]]:
    """Read the bytes, or say which encoding they seem to have; nothing is converted silently."""
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return None, [_encoding_problem(file, "UTF-16", 1, 1)]
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line = before.count(b"\n") + 1
        column = error.start - (before.rfind(b"\n") + 1) + 1
        return None, [_encoding_problem(file, _likely_encoding(raw), line, column)]
    bom = text.startswith(_BOM)
    text = text[1:] if bom else text
    crlf = text.count("\r\n")
    newline = "\r\n" if crlf * 2 > text.count("\n") else "\n"
    return TextFile(text, bom, newline), []


def _encoding_problem(file: str, encoding: str, line: int, column: int) -> Problem:
    return Problem(
        "encoding",
        f"файл записан не в UTF-8 (похоже на {encoding})",
        Place(file, line, column),
        "В VS Code: «Переоткрыть в кодировке», затем «Сохранить в кодировке» → UTF-8.",
    )


def _likely_encoding(raw: bytes) -> str:
    """Windows-1251 and KOI8-R swap the rows of capital and small letters."""
    high = [byte for byte in raw if byte >= 0xC0]
    small_in_1251 = sum(byte >= 0xE0 for byte in high)
    return "Windows-1251" if small_in_1251 * 2 >= len(high) else "KOI8-R"
