"""Words in which Latin and Cyrillic letters are mixed: «Лaпинa» looks right and is another word."""

import re
from typing import NamedTuple

_CYRILLIC, _LATIN = "\u0400-\u052f", "a-zA-Z\u00c0-\u024f"
# A 0 or a 3 inside a Russian word is a misread «о» or «з».
_WORD = re.compile(rf"(?:[{_CYRILLIC}{_LATIN}]|(?<=[а-яё])[03](?=[а-яё])|(?<=[А-ЯЁ])0(?=[а-яё]))+")
# Addresses and names of files are not words.
_ADDRESS = re.compile(r"@|://|www\.|\\|\.[a-z0-9]{2,5}[,;:)»\"]*$", re.I)
# «PDFка», «XXIв»: an abbreviation or a Roman number with a Russian ending.
_ABBREVIATION = re.compile(r"(?:(?=[A-Z]*[DFGIJLNQRSUVWZ])[A-Z]{2,}|[IVX]+)[а-яё]{1,3}")
_LATIN_TWINS, _CYRILLIC_TWINS = "ABCEHKMOPTXYaceopxyk", "АВСЕНКМОРТХУасеорхук"
_TO_CYRILLIC = str.maketrans(_LATIN_TWINS + "03", _CYRILLIC_TWINS + "оз")
_TO_LATIN = str.maketrans(_CYRILLIC_TWINS, _LATIN_TWINS)
_MOST_NAMED = 3


class MixedWord(NamedTuple):
    """A word with letters of two alphabets.

    `foreign` are the places of the letters (or digits) that do not belong, counted from 1.
    """

    word: str
    foreign: tuple[int, ...]

    @property
    def said(self) -> str:
        """«в слове «Лaпинa» 2-я буква «a», 6-я «a» — латинские»."""
        first = self.word[self.foreign[0] - 1]
        title, *kinds = _WORDS[_alphabet(first)]
        named = self.foreign[:_MOST_NAMED]
        told = ", ".join(f"{place}-{title} «{self.word[place - 1]}»" for place in named)
        more = f" и ещё {len(self.foreign) - len(named)}" if self.foreign[_MOST_NAMED:] else ""
        return f"в слове «{self.word}» {told}{more} — {kinds[len(self.foreign) > 1]}"

    @property
    def meant(self) -> str:
        """The word in the alphabet of its other letters."""
        first = self.word[self.foreign[0] - 1]
        return self.word.translate(_TO_LATIN if _alphabet(first) == "Ж" else _TO_CYRILLIC)


_WORDS = {
    "Ж": ("я буква", "русская", "русские"),
    "W": ("я буква", "латинская", "латинские"),
    "0": ("й знак", "цифра", "цифры"),
}


def mixed_words(text: str) -> list[MixedWord]:
    """The words of a text that mix the alphabets, each part between hyphens and digits by itself.

    «IT-куратор» and «9А» are sound, and so are addresses, links and names of files.
    """
    words = dict.fromkeys(
        word
        for token in text.split()
        if not _ADDRESS.search(token)
        for word in _WORD.findall(token)
    )
    return [MixedWord(word, places) for word in words if (places := _foreign(word))]


def mixture_told(text: str) -> str | None:
    """A sentence about the mixed words of something that was not understood, or None."""
    said = "; ".join(mixed.said for mixed in mixed_words(text))
    return f"{said[0].upper()}{said[1:]}." if said else None


def unmixed(text: str) -> str:
    """The text with each mixed word as it was meant."""
    meant = {mixed.word: mixed.meant for mixed in mixed_words(text)}
    return _WORD.sub(lambda match: meant.get(match[0], match[0]), text) if meant else text


def with_cyrillic_twins(word: str) -> str:
    """The word with every letter or digit that looks like a Cyrillic letter as that letter."""
    return word.translate(_TO_CYRILLIC)


def _alphabet(letter: str) -> str:
    """«Ж» for Cyrillic, «W» for Latin, «0» for a digit."""
    if letter.isdigit():
        return "0"
    return "Ж" if re.match(f"[{_CYRILLIC}]", letter) else "W"


def _foreign(word: str) -> tuple[int, ...]:
    places: dict[str, list[int]] = {"W": [], "Ж": [], "0": []}
    for place, letter in enumerate(word, 1):
        places[_alphabet(letter)].append(place)
    if places["W"] and places["Ж"]:
        if _ABBREVIATION.fullmatch(word):
            return ()
        # The fewer letters are the foreign ones; of equally many those that all have a twin.
        latin, cyrillic = (
            (len(own), sum(word[place - 1] not in _LATIN_TWINS + _CYRILLIC_TWINS for place in own))
            for own in (places["W"], places["Ж"])
        )
        return tuple(places["W" if latin <= cyrillic else "Ж"])
    return tuple(places["0"])
