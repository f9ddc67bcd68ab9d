"""Every form in which a name may stand in a text, for finding it: recall before certainty.

A form that the engine of `names` prints is always among them. Where it is in doubt the forms by
the other rules are there too, and those of the other gender where the gender is not known.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from roadmap_cli.text.declension import dictionary
from roadmap_cli.text.declension.endings import FIRST_NAME, SURNAME, derived
from roadmap_cli.text.declension.first_names import first_name_word, patronymic_word
from roadmap_cli.text.declension.forms import LONGEST, Forms, Word
from roadmap_cli.text.declension.kinds import FIXED_HALVES, SON_OR_DAUGHTER, TITLES
from roadmap_cli.text.declension.surnames import surname_word
from roadmap_cli.text.grammar import Gender

_RUSSIAN = re.compile(r"[а-яё'’ -]+")
_A_WORD = re.compile(r"[^\W_]+")
_FAMILY = (
    (re.compile(r"(.*(?:[оеё]в|[иы]н))а?"), ("ы", "ых", "ым", "ыми")),
    (re.compile(r"(.*[сц]к)(?:ий|ой|ая)"), ("ие", "их", "им", "ими")),
)
_SPELLED_TWO_WAYS = re.compile("[иь](?=[еиюя])")
_ORDINARY = re.compile("[а-яё]{3,}(?:[оеё]в|[иы]н|[сц]к)(?=(?:а|ий|ой|ая)?$)")
_LONGEST_ENDING = 4
_CONSONANT = "[бвгджзклмнпрстфхцчшщ]"
_BEHIND_FLEETING = "[клмнрцт]ь?"
_Engine = Callable[[str, Gender], Word]


def words_in(name: str) -> tuple[str, ...]:
    """The words of a name: «Гринь-Котова» has two."""
    return tuple(_A_WORD.findall(unicodedata.normalize("NFC", name)))


def stands_alone(half: str) -> bool:
    """False for a half of a double surname that names nobody: «Бонч», «оглы», «де»."""
    return half.lower() not in FIXED_HALVES and half.lower() not in TITLES


def beginning(word: str) -> str:
    """What every form of a word of a name begins with, «ё» apart; one letter at least.

    An ending and the vowel that goes («Заяц», «Зайца») are four letters at most.
    """
    ordinary = _ORDINARY.match(word)
    return ordinary[0] if ordinary else word[: max(1, len(word) - _LONGEST_ENDING)]


@cache
def surname_forms(surname: str, gender: Gender | None) -> tuple[frozenset[str], ...]:
    """The forms of each word of a surname, in small letters."""
    halves = words_in(surname)
    words, doubtful = _forms(surname if halves[1:] else "".join(halves), gender, surname_word)
    if len(halves) == 1:
        word = halves[0].lower()
        others = _by_any_rule(word) if doubtful else frozenset()
        of_a_man = _as_noun(word) if gender is not Gender.FEMALE else ()
        return (words[0].union(of_a_man, others),)
    return tuple(
        forms | (surname_forms(half, gender)[0] if stands_alone(half) else frozenset())
        for half, forms in zip(halves, words, strict=True)
    )


def family_forms(word: str) -> frozenset[str]:
    """All of the family, of a word of a surname: «Орловы», «Орловых», «Савицкие»."""
    matches = ((pattern.fullmatch(word.lower()), endings) for pattern, endings in _FAMILY)
    return frozenset(match[1] + end for match, endings in matches if match for end in endings)


@cache
def first_name_forms(name: str, gender: Gender | None) -> frozenset[str]:
    """The forms of the words of a first name, in small letters."""
    forms, _ = _forms(name, gender, first_name_word)
    return _spelled_both_ways(frozenset().union(*forms) | _by_ending(name, gender, FIRST_NAME))


@cache
def patronymic_forms(patronymic: str, gender: Gender | None) -> frozenset[str]:
    """The forms of the words of a patronymic, in small letters; «оглы» tells nobody."""
    forms, _ = _forms(patronymic, gender, patronymic_word)
    return _spelled_both_ways(frozenset().union(*forms) - SON_OR_DAUGHTER)


def _forms(
    name: str, gender: Gender | None, engine: _Engine
) -> tuple[tuple[frozenset[str], ...], bool]:
    """Word by word the nominative and what the engine makes of it; True where it is in doubt."""
    found = [{word} for word in words_in(name.lower())]
    doubtful = False
    for each in _genders(gender) if _is_declined(name) else ():
        declined = engine(" ".join(name.lower().split()), each)
        doubtful = doubtful or declined.why is not None
        for form in declined.forms:
            for forms, word in zip(found, words_in(form), strict=True):
                forms.add(word)
    return tuple(map(frozenset, found)), doubtful


def _by_any_rule(word: str) -> frozenset[str]:
    listed: list[Forms | None] = [
        dictionary.noun(word, {"masc", "ms-f"}),
        dictionary.noun(word, {"femn", "ms-f"}),
    ]
    for gender in Gender:
        listed += (
            dictionary.surname(word, gender),
            dictionary.adjective(word, gender),
            dictionary.first_name(word, gender),
            derived(SURNAME, word, gender),
        )
    return frozenset(form for forms in listed for form in forms or ())


def _as_noun(word: str) -> Iterator[str]:
    """As a noun of the second declension, its last vowel kept or gone: «Ирека», «Ирка»."""
    if not re.search(rf"(?:{_CONSONANT}|[йь])$", word):
        return
    fleeting = re.fullmatch(rf"(.*{_CONSONANT})[оеё]({_BEHIND_FLEETING})", word)
    soft = re.fullmatch(rf"(.*(?:л|[аеёиоуыэюя]))е({_BEHIND_FLEETING})", word)
    stems = [word, fleeting and "".join(fleeting.groups())]
    if soft:
        stems.append(f"{soft[1]}{'ь' if soft[1][-1] == 'л' else 'й'}{soft[2]}")
    for stem in filter(None, stems):
        if stem[-1] in "ьй":
            yield from (stem[:-1] + ending for ending in ("я", "ю", "ем", "е", "и"))
        else:
            yield from (stem + ending for ending in ("а", "у", "ом", "ем", "ым", "е"))


def _by_ending(name: str, gender: Gender | None, part: str) -> frozenset[str]:
    word = name.lower()
    if not _is_declined(word) or len(words_in(word)) > 1:
        return frozenset()
    return frozenset().union(*(derived(part, word, each) for each in _genders(gender)))


def _spelled_both_ways(forms: frozenset[str]) -> frozenset[str]:
    """«Наталья» and «Наталия», «Геннадьевна» and «Геннадиевна»."""
    return forms.union(*({_SPELLED_TWO_WAYS.sub(sign, form) for sign in "иь"} for form in forms))


def _is_declined(name: str) -> bool:
    return bool(_RUSSIAN.fullmatch(name.lower())) and 1 < len(name) <= LONGEST


def _genders(gender: Gender | None) -> Iterable[Gender]:
    return (gender,) if gender else Gender
