"""Forms that the dictionary of pymorphy3 gives for a word that it lists; nothing is guessed."""

from collections.abc import Collection
from typing import Any

from roadmap_cli.text.declension.forms import OBLIQUE, Forms
from roadmap_cli.text.grammar import Case, Gender
from roadmap_cli.text.morphology import analyzer

TAGS = {
    Case.NOMINATIVE: "nomn",
    Case.GENITIVE: "gent",
    Case.DATIVE: "datv",
    Case.ACCUSATIVE: "accs",
    Case.INSTRUMENTAL: "ablt",
    Case.PREPOSITIONAL: "loct",
}
GENDERS = {Gender.MALE: "masc", Gender.FEMALE: "femn"}
SURNAME, NAME = "Surn", "Name"
_PROPER = frozenset(("Surn", "Name", "Patr", "Geox", "Orgn", "Trad", "Abbr", "Init"))


def surname(word: str, gender: Gender) -> Forms | None:
    """The forms of a word that is listed as a surname of the gender."""
    return _first(_listed(word), lambda tag: SURNAME in tag and _is_of(tag, gender))


def first_name(word: str, gender: Gender) -> Forms | None:
    """The forms of a word that is listed as a first name of the gender."""
    return _first(_listed(word), lambda tag: NAME in tag and _is_of(tag, gender))


def adjective(word: str, gender: Gender) -> Forms | None:
    """The forms of a listed adjective in the gender («Донской», «Полевая»)."""
    return _first(
        _listed(word),
        lambda tag: tag.POS == "ADJF" and "Poss" not in tag and GENDERS[gender] in tag,
    )


def noun(word: str, genders: Collection[str]) -> Forms | None:
    """The forms of a listed common noun of these genders, living ones first."""
    found = sorted(_listed(word), key=lambda reading: "anim" not in reading.tag)
    return _first(
        found,
        lambda tag: (
            tag.POS == "NOUN" and bool(genders & tag.grammemes) and not _PROPER & tag.grammemes
        ),
    )


def is_surname(word: str) -> bool:
    """True for a word that is listed as a surname of any gender."""
    return any(SURNAME in reading.tag for reading in _listed(word))


def is_first_name(word: str) -> bool:
    """True for a word that is listed as a first name of any gender."""
    return any(NAME in reading.tag for reading in _listed(word))


def is_adjective(word: str) -> bool:
    """True for a listed adjective in any form («Долгих», «Седых»)."""
    return any(
        reading.tag.POS == "ADJF" and is_listed(reading) for reading in analyzer().parse(word)
    )


def _listed(word: str) -> list[Any]:
    """The readings of a word in the nominative that come from the dictionary as a whole."""
    return [
        reading
        for reading in analyzer().parse(word.lower())
        if {"nomn", "sing"} in reading.tag and is_listed(reading)
    ]


def is_listed(reading: Any) -> bool:
    """True when the dictionary has the word itself, not only its ending or its last part."""
    steps = reading.methods_stack
    return len(steps) == 1 and type(steps[0][0]).__name__ == "DictionaryAnalyzer"


def _is_of(tag: Any, gender: Gender) -> bool:
    return GENDERS[gender] in tag or "ms-f" in tag


def _first(readings: Collection[Any], fits: Any) -> Forms | None:
    for reading in readings:
        if fits(reading.tag):
            forms = [reading.inflect({TAGS[case], "sing"}) for case in OBLIQUE]
            if all(forms):
                words = [str(form.word) for form in forms]
                if "masc" in reading.tag and not words[0].endswith(("ы", "и")):
                    words[2] = words[0]  # a thing that is somebody's name is a living being
                return tuple(words)
    return None
