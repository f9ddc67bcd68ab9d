"""Bytes of a data file to text and back: UTF-8 with or without BOM, any line ends."""

import codecs
from typing import NamedTuple

from roadmap_cli.problems import Place, Problem

_BOM = "\ufeff"
# The letters of Russian from the commonest on (National Corpus, after Lyashevskaya and Sharov);
# then what printed texts have beside them. Anything else counts as worse than the rarest.
_BY_FREQUENCY = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё«»—–№…\xa0"
_NO_LETTER = 60
# Names for people and for Python, and what speaks against the rarer ones in a text of few letters.
_SCHOOL_ENCODINGS = (("Windows-1251", "cp1251", 0), ("CP866", "cp866", 2), ("KOI8-R", "koi8-r", 2))
_GUESSED_FROM = 20_000


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
    """The encoding of a Russian school in which the bytes look most like Russian words."""
    beginning = raw[:_GUESSED_FROM]
    strange = {
        name: odds + _strangeness(beginning.decode(codec, "replace"))
        for name, codec, odds in _SCHOOL_ENCODINGS
    }
    return min(strange, key=strange.__getitem__)


def _strangeness(text: str) -> float:
    """How far a text is from Russian: rare letters, other signs, capitals after small letters."""
    total = count = 0
    before = " "
    for letter in text:
        if letter > "\x7f":
            place = _BY_FREQUENCY.find(letter.lower())
            total += place if place >= 0 else _NO_LETTER
            total += _NO_LETTER * (letter.isupper() and before.islower())
            count += 1
        before = letter
    return total / max(count, 1)
