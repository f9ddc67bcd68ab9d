"""A surname in the cases: one word, or a double one part by part; `names` states the rule."""

import re

from roadmap_cli.text.declension import dictionary
from roadmap_cli.text.declension.endings import SURNAME, derived
from roadmap_cli.text.declension.forms import Forms, Word, apart, joined, unchanged
from roadmap_cli.text.declension.kinds import FIXED_HALVES, FOREIGN, HARD_SURNAMES, TITLES, hard
from roadmap_cli.text.grammar import Gender

_FIXED = re.compile(r"(?:[оеёэиыую]|[аеёиоуыэюя]а)$")
_ORDINARY = re.compile(r"(?:[оеё]в|[иы]н|[сц]к[ио]й)а?$|[сц]кая$|ко$")
_KNOWN_VOWEL = re.compile(r"(?:ко|дзе|швили|[ая]го)$")
# The dictionary makes its surnames of one pattern: here the stress or a soft stem decides.
_MISLEADING = re.compile(r"(?:ец|(?<![иы])ч|[шжщ]|[чшжщ]ь|ний)$")
# «Кий», «Топчий»; «Шин»; «Камалутдин»: nouns; pytrovich sees an adjective or a Russian «-ин».
_OF_A_NOUN = re.compile(
    r"^[^аеёиоуыэюя]*(?:[ио]й|ин|ын|ов|ев)$|[чшжщ]ь$|(?<![сц]к)(?<![нжшщ])ий$|(?:[аеиоу]т|[дт])дин$"
)
_OF_A_WOMAN = re.compile(r"(?:[оеё]в|[иы]н)а$")

# Women's surnames that happen to be nouns: of a man on «-ин», «-ов», as everybody knows.
_KNOWN = """
гущина зверина королева косина кузина лапина лосина машина морковина мякина путина редина репина
родина рыбина седина станина травина трухина хворостина чернева щедрина
"""
_OF_A_KNOWN_MAN = frozenset(_KNOWN.split())


def surname_word(text: str, gender: Gender) -> Word:
    """The forms of a surname in small letters, and what is doubtful about them."""
    halves = re.split(r"[- ]", text)
    if len(halves) == 1:
        return _single(text, gender)
    *first, last = halves
    words = [_first_half(half, last, gender) for half in first]
    title = last in TITLES and re.search("[аеиуы]$", last)
    words.append(unchanged(last) if title else _single(last, gender))
    return joined(text, words)


def _first_half(half: str, last: str, gender: Gender) -> Word:
    part = f"часть «{half.capitalize()}»"
    if half in FIXED_HALVES or last in TITLES:
        return unchanged(half, f"{part} не склоняется")
    word = _single(half, gender)
    if _ORDINARY.search(half) or dictionary.is_surname(half) or set(word.forms) == {half}:
        return word
    if dictionary.is_first_name(half):
        return unchanged(half, f"{part} — имя, а не фамилия, и не склоняется")
    return word._replace(why=word.why or f"{part} склоняется, если она фамилия сама по себе")


def _single(word: str, gender: Gender) -> Word:
    if not word:  # «Иванов-»
        return unchanged(word)
    row = hard(HARD_SURNAMES, word, gender)
    if gender is Gender.FEMALE and not re.search("[аеёиоуыэюя]$", word):
        return unchanged(word, row and row.why)
    listed = _as_surname(word, gender) or _as_another_word(word, gender)
    if listed is None and _FIXED.search(word):
        return unchanged(word, None if _KNOWN_VOWEL.search(word) else row and row.why)
    ends = derived(SURNAME, word, gender)
    lost = gender is Gender.MALE and set(ends) == {word} and _always_declined(word)
    by_rule = _by_kind(word, gender) or (_second_declension(word) if lost else None)
    chosen = listed or by_rule or ends
    disputed = apart(chosen, ends) or _as_common_noun(word, gender, chosen)
    if disputed:
        return disputed
    if row and (row.always or listed is None):
        return Word(chosen, row.why, row.case)
    return Word(chosen)


def _as_common_noun(word: str, gender: Gender, chosen: Forms) -> Word | None:
    """«Голова»: of a man Голов she is «Головой», of a man Голова «Голове»."""
    if gender is Gender.MALE or not _OF_A_WOMAN.search(word) or word in _OF_A_KNOWN_MAN:
        return None
    noun = dictionary.noun(word, {"femn", "ms-f"})
    return apart(chosen, noun) if noun else None


def _as_surname(word: str, gender: Gender) -> Forms | None:
    """As a listed surname.

    On a consonant a man's is always declined, and on «-а», «-я» a woman's as a man's: there the
    dictionary has a pattern too many.
    """
    if gender is Gender.MALE and _MISLEADING.search(word):
        return None
    found = dictionary.surname(word, gender)
    if found is None or set(found) != {word}:
        return found
    if gender is Gender.MALE:
        return None if _always_declined(word) else found
    return dictionary.surname(word, Gender.MALE) or found


def _always_declined(word: str) -> bool:
    return not re.search("[аеёиоуыэюя]$|[иы]х$", word)


def _as_another_word(word: str, gender: Gender) -> Forms | None:
    """As an adjective, a first name or a common noun that sounds the same."""
    if re.search("(?:[иоы]й|[ая]я)$", word):
        adjective = dictionary.adjective(word, gender)
        if adjective:
            return adjective
    male = gender is Gender.MALE
    on_a = word[-1] in "ая"
    name = dictionary.first_name(word, Gender.MALE)
    if name and set(name) == {word} and _always_declined(word):
        name = None
    if male or not _OF_A_WOMAN.search(word):
        found = name or dictionary.noun(word, {"masc", "ms-f"})
        if found:
            return found
    known = not male and word in _OF_A_KNOWN_MAN
    return dictionary.noun(word, {"femn", "ms-f"}) if on_a and not known else None


def _by_kind(word: str, gender: Gender) -> Forms | None:
    """By the rule of grammar for a few kinds whose endings mislead."""
    if gender is Gender.FEMALE:
        return None
    if word.endswith("ец"):
        return _fleeting(word[:-2])
    if word.endswith("их"):
        return _second_declension(word) if not dictionary.is_adjective(word) else None
    return _second_declension(word) if word in FOREIGN or _OF_A_NOUN.search(word) else None


def _second_declension(word: str) -> Forms:
    """«Кия», «Боя», «Шина», «Миниха»; not for words whose vowel goes."""
    stem = word.rstrip("йь")
    if stem == word:
        soft = "ем" if re.search("[цчшжщ]$", word) else "ом"
        return tuple(word + ending for ending in ("а", "у", "а", soft, "е"))
    if stem[-1:] in "чшжщ":  # «Мыша», «Мышу»: no «я» or «ю» is written behind these
        return tuple(stem + ending for ending in ("а", "у", "а", "ем", "е"))
    last = "и" if re.search("[аеёиоуыэюя].*ий$", word) else "е"
    return tuple(stem + ending for ending in ("я", "ю", "я", "ем", last))


def _fleeting(stem: str) -> Forms:
    """«Баранец» → «Баранца», «Стрелец» → «Стрельца», «Швец» → «Швеца», «Мудрец» → «Мудреца»."""
    soft = "ем" if re.search("[аеиоуыэюя]$", stem) else "ом"
    if re.search("[аеиоуыэюя]$", stem):
        stem += "йц"
    elif stem.endswith("л"):
        stem += "ьц"
    elif re.search("[аеёиоуыэюя]", stem) and not re.search("[^аеёиоуыэюя]{2}$", stem):
        stem += "ц"
    else:
        stem += "ец"
    return tuple(stem + ending for ending in ("а", "у", "а", soft, "е"))
