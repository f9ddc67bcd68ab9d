"""Numbers in words, as agreements and orders repeat them: «6 (шесть)».

The words stand here, their forms are those of pymorphy3's dictionary.
"""

from functools import cache
from typing import Any

from roadmap_cli.text.declension.dictionary import TAGS
from roadmap_cli.text.morphology import analyzer
from roadmap_cli.text.plurals import plural

_CASES = {case.value: tag for case, tag in TAGS.items()}
_GENDERS = {"masculine": "masc", "feminine": "femn", "neuter": "neut"}
_BELOW_TWENTY = (
    "ноль", "один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять",
    "десять", "одиннадцать", "двенадцать", "тринадцать", "четырнадцать", "пятнадцать",
    "шестнадцать", "семнадцать", "восемнадцать", "девятнадцать",
)  # fmt: skip
_TENS = (
    "двадцать", "тридцать", "сорок", "пятьдесят",
    "шестьдесят", "семьдесят", "восемьдесят", "девяносто",
)  # fmt: skip
_HUNDREDS = (
    "сто", "двести", "триста", "четыреста", "пятьсот",
    "шестьсот", "семьсот", "восемьсот", "девятьсот",
)  # fmt: skip
# What three digits count, from the right, and the gender in which «один» and «два» stand before it.
_THOUSANDS = (("тысяча", "femn"), ("миллион", "masc"), ("миллиард", "masc"))
_LARGEST = 1000 ** (len(_THOUSANDS) + 1) - 1
# Of people («двух»), of a company («СТО»), colloquial («восьмью»), old («тысячею»).
_NOT_MEANT = frozenset(("anim", "Abbr", "Infr", "V-ey", "V-oy"))


def number_in_words(number: int, case: str = "nominative", gender: str = "masculine") -> str:
    """A whole number of things in words: 21 → «двадцать один», in the genitive «двадцати одного».

    In the accusative «два» (часа, пункта), not «двух» (наставников). `gender` is that of what is
    counted: «двадцать одна» (встреча). Raises ValueError for a case or gender that is none, and
    for what is no whole number of at most twelve digits.
    """
    of_case, of_gender = _known("падежа", case, _CASES), _known("рода", gender, _GENDERS)
    if not isinstance(number, int) or abs(number) > _LARGEST:
        raise ValueError(f"прописью пишутся целые числа до {_LARGEST}, а не «{number}»")
    words = ["минус"] if number < 0 else []
    rest = abs(number)
    for power in range(len(_THOUSANDS), 0, -1):
        count, rest = divmod(rest, 1000**power)
        if count:
            counted, its_gender = _THOUSANDS[power - 1]
            words += _below_thousand(count, of_case, its_gender)
            words.append(_behind(count, counted, of_case))
    if rest or not number:
        words += _below_thousand(rest, of_case, of_gender)
    return " ".join(words)


def _known(what: str, name: str, names: dict[str, str]) -> str:
    if name not in names:
        raise ValueError(f"нет {what} «{name}», есть: {', '.join(names)}")
    return names[name]


def _below_thousand(number: int, case: str, gender: str) -> list[str]:
    hundreds, rest = divmod(number, 100)
    words = [_HUNDREDS[hundreds - 1]] if hundreds else []
    if rest >= 20:
        tens, rest = divmod(rest, 10)
        words.append(_TENS[tens - 2])
    if rest or not words:
        words.append(_BELOW_TWENTY[rest])
    return [_form(word, case, gender, "sing") for word in words]


def _behind(count: int, word: str, case: str) -> str:
    """«тысяча» behind its number: «одну тысячу», «две тысячи», «пять тысяч», «пяти тысячам»."""
    few = many = (case, "plur")
    if case in ("nomn", "accs"):
        few, many = ("gent", "sing"), ("gent", "plur")
    chosen = {"one": (case, "sing"), "few": few, "many": many}[plural(count, "one", "few", "many")]
    return _form(word, chosen[0], "", chosen[1])


@cache
def _form(word: str, case: str, gender: str, number: str) -> str:
    """A numeral or «тысяча» in its case, and in the gender and number where they make a form."""
    for reading in analyzer().parse(word):
        if not _is_nominative_numeral(reading.tag):
            continue
        for form in reading.lexeme:
            tag = form.tag
            fits = tag.POS == "NOUN" or tag.gender in (None, gender)
            if fits and tag.case == case and tag.number in (None, number) and _is_meant(tag):
                return str(form.word)
    raise LookupError(f"the dictionary has no {case} of {word}")


def _is_nominative_numeral(tag: Any) -> bool:
    kinds = ("NUMR", "Anum", "NOUN")
    return tag.case == "nomn" and _is_meant(tag) and any(kind in tag for kind in kinds)


def _is_meant(tag: Any) -> bool:
    return not _NOT_MEANT & tag.grammemes
