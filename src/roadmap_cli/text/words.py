"""A text as words to look up: each folded to one spelling, with its place in the text."""

import re
import unicodedata
from typing import NamedTuple

from roadmap_cli.text.alphabets import with_cyrillic_twins

# Marks of hyphenation and of no width, the stress, and halves of «й» and «ё» in some files.
_MARKS = "\u00ad\u200b-\u200d\u2060\ufeff\u0300\u0301\u0306\u0308"
_BROKEN = r"\u00ad[ \t]*\n[ \t]*(?=[^\W_])|(?<=[а-яё])[-\u2010][ \t]*\r?\n[ \t]*(?=[а-яё])"
_WORD = re.compile(rf"[^\W_](?:[^\W_]|{_BROKEN}|[{_MARKS}])*")
_NO_LETTER = re.compile(rf"[\s{_MARKS}\u2010-]+")
# A line that breaks inside a sentence ends with a comma or with a short word: «беседа с».
_GOES_ON = re.compile(r"(?:,|(?<!\w)[а-яё]{1,3})[ \t]*\n\s*$")
_OPENING = re.compile(r"[\s«»„“\"'(\[*_#>-]*$")
_ENDS_SENTENCE = re.compile(r"(?:^|[.!?…|]|\d\))$")
# A point of these ends no sentence; a name often stands behind them.
_SHORTENED = re.compile(
    r"(?<!\w)(?:восп|гр|дир|зам|им|кл|наст|обуч|пед|преп|рук|соц|ст|тов|ул|уч|учен)\.$"
)
_ALONE = re.compile(r"[ \t»\"')\]*_.,;]*(?:$|\n|\|)")
_LOOKED_AT = 12


class PlacedWord(NamedTuple):
    """A word: the place of its first character and behind its last, and its folded spelling."""

    start: int
    end: int
    key: str


def words_of(text: str) -> list[PlacedWord]:
    """The words and numbers of a text, without hyphens: «Гринь-Котова» is two words.

    A word that is broken at the end of a line is one.
    """
    known: dict[str, str] = {}
    found = []
    for match in _WORD.finditer(text):
        word = match[0]
        key = known.get(word)
        if key is None:
            key = known[word] = key_of(word)
        found.append(PlacedWord(match.start(), match.end(), key))
    return found


def key_of(word: str) -> str:
    """Small Cyrillic letters, «е» for «ё», no stress and no hyphenation."""
    if word.isdecimal():
        return word
    if word.isascii():
        return with_cyrillic_twins(word if len(word) == 1 else word.lower()).lower()
    plain = _NO_LETTER.sub("", unicodedata.normalize("NFKC", word))
    return with_cyrillic_twins(plain).lower().replace("ё", "е")


def keys_of(text: str) -> tuple[str, ...]:
    """The folded words of a text."""
    return tuple(word.key for word in words_of(text))


def opens_sentence(text: str, start: int, end: int) -> bool:
    """True where any word has a capital: first in a sentence, a quotation or a cell of a table.

    False for a word that is alone there.
    """
    before = text[max(0, start - _LOOKED_AT) : start]
    opening = _OPENING.search(before)
    assert opening is not None
    marks = opening[0]
    if "\n" in marks and _GOES_ON.search(before):
        return False
    quoted = any(mark in marks for mark in "«„“\"'")
    ended = before[: opening.start()]
    begins = (
        "\n" in marks or quoted or (_ENDS_SENTENCE.search(ended) and not _SHORTENED.search(ended))
    )
    return bool(begins) and not (_ALONE.match(text, end) and not quoted)
