"""Positions in the cases: the head of the phrase changes, what depends on it stays.

«заместитель директора по учебно-воспитательной работе» → «заместителя директора по …»;
«старший воспитатель» → «старшему воспитателю»; «педагог-организатор» in both halves.
"""

import re
from itertools import zip_longest
from typing import Any

from roadmap_cli.text.grammar import Case
from roadmap_cli.text.morphology import analyzer

_TAGS = {
    Case.GENITIVE: "gent",
    Case.DATIVE: "datv",
    Case.ACCUSATIVE: "accs",
    Case.INSTRUMENTAL: "ablt",
    Case.PREPOSITIONAL: "loct",
}
_WORD = re.compile(r"[А-Яа-яЁё]+(?:-[А-Яа-яЁё]+)*")
_ATTRIBUTES = {"ADJF", "PRTF"}
# Heads that are participles or adjectives: «заведующая отделом», «исполняющий обязанности».
_SHORT_ATTRIBUTES = {"соц", "ст", "мл", "гл", "пед", "вед"}
_VERBAL_HEADS = {
    "заведующий", "заведующая", "исполняющий", "исполняющая", "управляющий", "управляющая",
    "обучающийся", "обучающаяся", "учащийся", "учащаяся", "вожатая", "дежурный", "дежурная",
}  # fmt: skip


def position_in_case(position: str, case: Case) -> str:
    """The position in a case; a phrase whose head is not found comes back as it was."""
    if case is Case.NOMINATIVE:
        return position
    # «директор, учитель математики»: each member has a head of its own.
    return ",".join(_member(member, case) for member in position.split(","))


def _member(text: str, case: Case) -> str:
    pieces: list[str] = []
    end = 0
    for word in _head(text):
        pieces += [text[end : word.start()], _inflected(word[0], case)]
        end = word.end()
    return "".join(pieces) + text[end:]


def _head(text: str) -> list[re.Match[str]]:
    """The words to change: attributes up to the first noun in the nominative, and the noun."""
    words = list(_WORD.finditer(text))
    found: list[re.Match[str]] = []
    for word, following in zip_longest(words, words[1:]):
        if word[0].isupper() and len(word[0]) > 1:
            return []  # an abbreviation («ЗДУВР») has no cases
        if text[word.end() : word.end() + 1] == ".":
            if word[0].lower() in _SHORT_ATTRIBUTES:
                continue  # «соц. педагог»: only the noun changes
            return []  # «зам. директора»: the head is not written out
        before = text[: word.start()].rstrip()
        if before.endswith(".") and _last_word(before) not in _SHORT_ATTRIBUTES:
            return []  # «и.о. директора» leans on a word that is not written out
        kind = _kind(word[0], following[0] if following else None)
        if kind is None:
            return []
        found.append(word)
        if kind == "NOUN":
            return found
    return []


def _last_word(text: str) -> str:
    return text.rstrip(".").rpartition(" ")[2].lower()


def _kind(word: str, following: str | None) -> str | None:
    """NOUN for a head, ADJF for an attribute of the next word, None for anything else.

    On its own «старший» is a noun; before «воспитатель» it is an attribute.
    """
    kinds = _nominative_kinds(word)
    if (
        kinds & _ATTRIBUTES
        and following
        and not following.isupper()
        and _nominative_kinds(following)
    ):
        return "ADJF"
    if "NOUN" in kinds or word.lower() in _VERBAL_HEADS:
        return "NOUN"
    return None


def _nominative_kinds(word: str) -> set[str]:
    last = word.rpartition("-")[2]
    readings = [reading.tag for reading in _parses(last) if {"nomn", "sing"} in reading.tag]
    return {str(tag.POS) for tag in readings if tag.POS in {*_ATTRIBUTES, "NOUN"}}


def _inflected(word: str, case: Case) -> str:
    folded = word.lower()
    declined = _as_whole(folded, case)
    if "ё" not in folded:
        declined = declined.replace("ё", "е")
    return declined[:1].upper() + declined[1:] if word[:1].isupper() else declined


def _as_whole(word: str, case: Case) -> str:
    return "-".join(_half(half, case) for half in word.split("-"))


def _half(word: str, case: Case) -> str:
    """One word; an animate accusative looks like the genitive («назначить методиста»)."""
    for parse in _parses(word):
        if "nomn" not in parse.tag or parse.tag.POS not in (*_ATTRIBUTES, "NOUN"):
            continue
        feminine = "femn" in parse.tag
        wanted = "gent" if case is Case.ACCUSATIVE and not feminine else _TAGS[case]
        declined = parse.inflect({wanted, "sing"})
        if declined is not None:
            return str(declined.word)
    return word


def _parses(word: str) -> list[Any]:
    """Readings of a word, animate ones first: a position is a person."""
    readings = analyzer().parse(word.lower())
    return sorted(readings, key=lambda reading: ("nomn" not in reading.tag, "inan" in reading.tag))
