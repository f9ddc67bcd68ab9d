"""Spaces at which a line of a document must not end: after «№», in a date, between initials."""

import re
from functools import cache, lru_cache
from itertools import pairwise

NO_BREAK = "\u00a0"
_SPACE = re.compile(f"[ {NO_BREAK}]")
_MONTHS = "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
# Prepositions, conjunctions and particles of one to three letters that begin what follows.
_SHORT = (
    "а|в|и|к|о|с|у|я|во|да|до|за|из|ко|на|не|ни|но|об|от|по|со|то"
    "|без|для|изо|или|как|над|обо|ото|под|при|про|что"
)
_INITIAL = r"[А-ЯЁA-Z]\."
_SURNAME = r"[А-ЯЁA-Z][а-яёa-z]"
_UNITS = (
    "ч|мин|сек|р|руб|коп|чел|экз|шт|кг|г|мм|см|м|км|дн|мес"
    "|лет|год|года|час|часа|часов|день|дня|дней"
)
# How the word before such a space ends, and how the one behind it begins.
_PLACES = (
    (r"[№§]", r"\S"),
    (rf"(?<![\w./@-])(?i:{_SHORT})", r"\S"),
    (r"\w", r"(?:бы?|ж|же|ли)(?!\w)"),
    (r"\S", r"[–—]$"),
    (_INITIAL, rf"{_INITIAL}|{_SURNAME}"),
    (rf"(?<!\w){_SURNAME}[\w-]*", rf"{_INITIAL}(?![а-яё])"),
    (r"(?<![\d.])\d{1,2}[»\"]?", rf"(?:{_MONTHS})(?!\w)"),
    (rf"(?<!\w)(?:{_MONTHS})|_{{3}}", r"\d\d[\d_]{2}"),
    (r"_[»\"]", r"_{3}"),
    (r"(?<!\d)\d\d[\d_]{2,}(?:[/–-]\d{4})?", r"(?:гг?\.|год)"),
    (r"\d", rf"(?:{_UNITS})(?![\w-])|[%‰]"),
    # A town, unless the year before it says what «г.» is.
    (r"(?<![\d_] )(?<![\w.-])г\.", r"[«А-ЯЁ]"),
    (r"(?<![\w.-])(?i:с|п|д|х|ул|пер|пр|просп|пос|дер|им|обл|мкр|пгт|пл|ш)\.", r"[«А-ЯЁ\d]"),
    (r"(?<![\w.-])(?i:д|кв|к|корп|стр|каб|оф|ст|п|пп|ч|гл|разд|подп|абз|рис|табл)\.", r"[\d_]"),
)


def held_together(text: str, longest: int | None = None) -> str:
    """The text with no-break spaces where a line must not end; nothing else of it changes.

    What would not fit into a line of `longest` letters then may be cut at its spaces as before.
    """
    if " " not in text:
        return text
    words = _SPACE.split(text)
    made, place, before = [words[0]], len(words[0]), ""
    for left, right in pairwise(words):
        held = _holds(f"{before} {left}" if left == "г." else left, right)
        made += (NO_BREAK if held else text[place], right)
        place += 1 + len(right)
        before = left
    whole = "".join(made)
    return whole if longest is None else _fitting(text, whole, longest)


@lru_cache(maxsize=20_000)
def _holds(left: str, right: str) -> bool:
    return _place().search(f"{left} {right}") is not None


@cache
def _place() -> re.Pattern[str]:
    """The places as one pattern; it looks at the last space of what it is given."""
    places = "|".join(rf"(?:{before}) (?={behind})" for before, behind in _PLACES)
    return re.compile(rf"(?:{places})(?=[^ ]*$)")


def _fitting(text: str, made: str, longest: int) -> str:
    """Take back what makes a stretch longer than a line."""
    stretches, start = [], 0
    for stretch in made.split(" "):
        end = start + len(stretch)
        stretches.append(stretch if len(stretch) <= longest else text[start:end])
        start = end + 1
    return " ".join(stretches)
