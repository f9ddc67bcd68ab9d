"""What a word of a running text may be: an ordinary word, somebody's given name, a surname."""

import re
from functools import cache
from typing import Any

from roadmap_cli.text.declension.dictionary import is_listed
from roadmap_cli.text.morphology import analyzer

_NAMES = frozenset(("Surn", "Name", "Patr", "Geox"))
_GIVEN = frozenset(("Name", "Patr"))
_PATRONYMIC = "(?:[вм]ич(?:а|у|ем|е)?|[вч]н(?:а|ы|е|у|ой|ою))$"
_FUNCTION = frozenset(("PREP", "CONJ", "PRCL", "NPRO", "INTJ"))


@cache
def is_function_word(word: str) -> bool:
    """True for «ли», «но», «ан», which nobody takes for a surname in small letters."""
    return any(reading.tag.POS in _FUNCTION for reading in _listed(word))


@cache
def is_ordinary(word: str, *, capital: bool = False) -> bool:
    """True for a form of a word that is no name: «белым», «голова».

    With `capital`, as at the start of a sentence, «Орлов» is no form of «орёл», though in small
    letters it is.
    """
    return any(
        not _NAMES & reading.tag.grammemes
        and "Poss" not in reading.tag
        and not (capital and _is_plural_like_a_surname(word, reading.tag))
        for reading in _listed(word)
    )


@cache
def is_given_name(word: str, *, later: bool = False) -> bool:
    """True for a form of a first name or a patronymic; with `later` of a patronymic alone."""
    wanted = frozenset(("Patr",)) if later else _GIVEN
    found = any(wanted & reading.tag.grammemes for reading in _listed(word))
    return (found or _is_patronymic(word)) and not is_function_word(word)


@cache
def is_surname(word: str) -> bool:
    """True for a word that is a surname in some form, listed or by its ending."""
    return any("Surn" in reading.tag for reading in _readings(word))


def may_agree(one: str, other: str) -> bool:
    """True when two words may stand in one case: «Кузнецова Алиса», not «Кузнецовой Борис»."""
    return bool(_cases(one) & _cases(other))


@cache
def _cases(word: str) -> frozenset[str]:
    """The cases of a word that names one person; «Алисе» is a rare name of no cases, too."""
    tags = [reading.tag for reading in _readings(word) if "sing" in reading.tag]
    declined = [tag for tag in tags if "Fixd" not in tag]
    return frozenset(str(tag.case) for tag in declined or tags) - {"None"}


def _is_patronymic(word: str) -> bool:
    """By the ending, for «Рашидовной», which is not listed."""
    return re.search(_PATRONYMIC, word.lower()) is not None and any(
        "Patr" in reading.tag for reading in _readings(word)
    )


def _is_plural_like_a_surname(word: str, tag: Any) -> bool:
    return word.lower().endswith(("ов", "ев", "ёв", "ин")) and {"plur"} <= tag.grammemes


def _readings(word: str) -> list[Any]:
    return list(analyzer().parse(word.lower()))


def _listed(word: str) -> list[Any]:
    """The readings that come from the dictionary as a whole."""
    return list(filter(is_listed, _readings(word)))
