"""Positions in the cases: the head of the phrase changes, what depends on it stays.

«заместитель директора по учебно-воспитательной работе» → «заместителя директора по …»;
«старший воспитатель» → «старшему воспитателю»; «медсестра диетическая» in both words. A phrase
whose head is not found stays as it is and is doubtful.
"""

import re
from functools import cache
from typing import Any

from roadmap_cli.text.declension.dictionary import TAGS
from roadmap_cli.text.declension.forms import (
    LONGEST,
    OBLIQUE,
    TOO_LONG,
    Doubt,
    Forms,
    Word,
    doubt_about,
    like,
    unchanged,
)
from roadmap_cli.text.grammar import Case
from roadmap_cli.text.morphology import analyzer

_WORD = re.compile(r"[А-Яа-яЁё]+(?:-[А-Яа-яЁё]+)*")
# «директор, учитель математики»: each member has a head of its own.
_BETWEEN_MEMBERS = re.compile(r"([,;/]| и |\s\()")
_BOTH_GENDERS = re.compile(r"([А-Яа-яЁё]+)\(ка\)")
_ENDINGS_OF_KA = ("ки", "ке", "ку", "кой", "ке")
_ATTRIBUTES = {"ADJF", "PRTF"}
_SHORT_ATTRIBUTES = {"соц", "ст", "мл", "гл", "пед", "вед"}
_CUT = {"зам", "пом", "нач"}
# They stand for any case: «и.о. директора», «врио».
_ANY_CASE = re.compile(r"(?:вр\.?\s*)?и[./]\s*о\.?(?=\s|$)|(?:врио|врид)(?=\s|$)", re.I)
_ADVERBS = {"временно"}
# Halves before a hyphen that have no cases: «шеф-повара», «бизнес-тренера».
_FIXED = """
арт бизнес блок бренд веб видео вице генерал грант интернет ит кино контент контр медиа обер онлайн
пиар премьер пресс смм спорт танц теле топ унтер фитнес фото чиф шеф штаб шоу экс эко этно
"""
_FIXED_HALVES = frozenset(_FIXED.split())
# Words of today's schools that the dictionary lacks, with the ending of the instrumental.
_NEW_WORDS = {"тьютор": "ом", "коуч": "ем"}
_SURE_TAIL = 6
# Readings that no position is: «по» is a name of a poet and a river, too.
_NO_TITLE = frozenset(("Abbr", "Geox", "Name", "Orgn", "Patr", "Surn", "Trad"))
_NO_HEAD = "не найдено, что склонять: напишите должность полностью, без сокращений"
_UNKNOWN = "слова «{}» нет в словаре"
_POSITION = "должность"


def declined_position(position: str, case: Case) -> tuple[str, tuple[Doubt, ...]]:
    """The position in a case, and what is doubtful about its forms in all cases."""
    word = _declined(position)
    doubt = doubt_about(_POSITION, position, word)
    form = position if case is Case.NOMINATIVE else word.forms[OBLIQUE.index(case)]
    return form, (doubt,) if doubt else ()


@cache
def _declined(position: str) -> Word:
    """The forms of a position as it is written."""
    if len(position) > LONGEST:
        return unchanged(position, TOO_LONG)._replace(case=None)
    if not position.strip() or _ANY_CASE.match(position.strip()):
        return unchanged(position)
    pieces = _BETWEEN_MEMBERS.split(position)
    members = [_member(piece, first=n == 0) for n, piece in enumerate(pieces[::2])]
    return _beside(members, [*pieces[1::2], ""])


def _beside(words: list[Word], marks: list[str]) -> Word:
    """The words with the marks behind them, and the first doubt."""
    forms = tuple(
        "".join(part + mark for part, mark in zip(parts, marks, strict=True))
        for parts in zip(*(word.forms for word in words), strict=True)
    )
    doubtful = next((word for word in words if word.why), words[0])
    return doubtful._replace(forms=forms)


def _member(text: str, *, first: bool) -> Word:
    """A part of the phrase with a head of its own; one that comes later may be no more than words.

    «учитель истории и физики»: «физики» is no head.
    """
    pair = _BOTH_GENDERS.match(text)
    if pair:
        return _both_genders(pair[1], text[pair.end() :])
    found = _head(text)
    if not found or not (first or _is_living(found[-1][0])):
        doubtful = first or re.match(r"\s*(?:[А-ЯЁ]{3,}|зам\.)", text)
        return unchanged(text, _NO_HEAD if doubtful and _WORD.search(text) else None)
    words: list[Word] = []
    end = 0
    for match in found:
        words += [unchanged(text[end : match.start()]), _inflected(match[0])]
        end = match.end()
    words.append(unchanged(text[end:]))
    return _beside(words, [""] * len(words))


def _both_genders(word: str, rest: str) -> Word:
    """«студент(ка)» → «студента(ки)»."""
    own = _inflected(word)
    forms = tuple(
        f"{form}({ending}){rest}" for form, ending in zip(own.forms, _ENDINGS_OF_KA, strict=True)
    )
    return own._replace(forms=forms)


def _head(text: str) -> list[re.Match[str]]:
    """The words to change: attributes up to the first noun in the nominative, and the noun."""
    words = list(_WORD.finditer(text))
    found: list[re.Match[str]] = []
    for n, word in enumerate(words):
        following = words[n + 1][0] if n + 1 < len(words) else None
        if word[0].lower() in _ADVERBS or _is_short_attribute(text, word):
            continue
        if _is_shortened(text, word):
            return []
        kinds = _nominative_kinds(word[0])
        if kinds & _ATTRIBUTES and following and _may_be_head(following):
            found.append(word)
        elif "NOUN" in kinds:
            return [*found, word, *_attribute_behind(text, word, words[n + 1 :])]
        elif kinds and _stands_alone(word[0], following):
            return [*found, word]
        else:
            return []
    return []


def _may_be_head(word: str) -> bool:
    """True for a word in the nominative; «МБДОУ» behind «заведующий» is none."""
    abbreviation = word.isupper() and not _is_known(word)
    return not abbreviation and bool(_nominative_kinds(word))


def _is_short_attribute(text: str, word: re.Match[str]) -> bool:
    """«соц. педагог»: only the noun changes."""
    return text[word.end() : word.end() + 1] == "." and word[0].lower() in _SHORT_ATTRIBUTES


def _is_shortened(text: str, word: re.Match[str]) -> bool:
    """«ЗДУВР», «зам. директора», «д.с. воспитатель»: something is not written out."""
    before = text[: word.start()].rstrip()
    leans = before.endswith(".") and _last_word(before) not in _SHORT_ATTRIBUTES
    capitals = word[0].isupper() and len(word[0]) > 1 and not _is_known(word[0])
    cut = word[0].lower() in _CUT or text[word.end() : word.end() + 1] == "."
    return leans or capitals or cut


def _last_word(text: str) -> str:
    return text.rstrip(".").rpartition(" ")[2].lower()


def _stands_alone(word: str, following: str | None) -> bool:
    """True for an adjective that is the head itself: «ответственный за питание», «обучающаяся»."""
    if following is None or any("Subx" in reading.tag for reading in _nominatives(word)):
        return True
    readings = analyzer().parse(following.lower())
    return any(
        reading.tag.POS == "PREP" or {"gent", "ablt", "accs"} & reading.tag.grammemes
        for reading in readings
    )


def _attribute_behind(
    text: str, noun: re.Match[str], after: list[re.Match[str]]
) -> list[re.Match[str]]:
    """«медсестра диетическая»: an adjective of the same gender right behind the noun."""
    if not after or text[noun.end() : after[0].start()].strip():
        return []
    genders = {str(reading.tag.gender) for reading in _nominatives(noun[0])}
    # «-ой» may as well be a genitive: «воспитатель второй группы».
    behind = after[0][0]
    agrees = (
        behind[-2:] != "ой"
        and analyzer().word_is_known(behind.lower())
        and any(
            reading.tag.POS == "ADJF" and str(reading.tag.gender) in genders
            for reading in _nominatives(behind)
        )
    )
    return after[:1] if agrees else []


def _is_living(word: str) -> bool:
    readings = _nominatives(word)
    return bool(readings) and ("anim" in readings[0].tag or readings[0].tag.POS in _ATTRIBUTES)


def _nominative_kinds(word: str) -> set[str]:
    last = word.lower().rpartition("-")[2]
    return {str(reading.tag.POS) for reading in _nominatives(last)} | (
        {"NOUN"} if last in _NEW_WORDS else set()
    )


def _inflected(word: str) -> Word:
    halves = word.split("-")
    forms = [
        (half,) * len(OBLIQUE)
        if half.lower() in _FIXED_HALVES and n + 1 < len(halves)
        else _half(half.lower())
        for n, half in enumerate(halves)
    ]
    whole = tuple(like(word, "-".join(parts)) for parts in zip(*forms, strict=True))
    unknown = next((half for half in halves if not _is_known(half)), None)
    return Word(whole, _UNKNOWN.format(unknown) if unknown else None)


def _half(word: str) -> Forms:
    """One word; an animate accusative looks like the genitive («назначить методиста»)."""
    if word in _NEW_WORDS:
        return tuple(word + ending for ending in ("а", "у", "а", _NEW_WORDS[word], "е"))
    for reading in _nominatives(word):
        feminine = "femn" in reading.tag or word[-1] in "ая"
        forms = [
            reading.inflect(
                {"gent" if case is Case.ACCUSATIVE and not feminine else TAGS[case], "sing"}
            )
            for case in OBLIQUE
        ]
        if all(forms):
            return tuple(str(form.word) for form in forms)
    return (word,) * len(OBLIQUE)


def _nominatives(word: str) -> list[Any]:
    """Readings in the nominative, those of living beings first: a position is a person."""
    found = [
        reading
        for reading in analyzer().parse(word.lower())
        if {"nomn", "sing"} in reading.tag
        and reading.tag.POS in {*_ATTRIBUTES, "NOUN"}
        and not _NO_TITLE & reading.tag.grammemes
    ]
    return sorted(found, key=lambda reading: "inan" in reading.tag)


def _is_known(word: str) -> bool:
    """True for a word of the dictionary, or one that ends with such a word of some length."""
    folded = word.lower()
    if folded in _NEW_WORDS or folded in _FIXED_HALVES:
        return True
    tails = (folded[n:] for n in range(max(1, len(folded) - _SURE_TAIL + 1)))
    return any(analyzer().word_is_known(tail) for tail in tails)
