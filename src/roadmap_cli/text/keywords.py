"""The words of short texts that say something, in their dictionary form."""

import re
from collections.abc import Collection, Iterable
from functools import cache
from typing import NamedTuple

from roadmap_cli.text.morphology import analyzer

# Words that stand in any request and any competence of a teacher and tell none from another.
_GENERIC = """
ведение вести владение деятельность знание использование использовать навык наставлять
наставляемый наставник наставничество область образовательный обучение обучать опыт организация
организовать освоение оформление оформить оформлять педагог педагогический повышение
подготовка подготовить помощь помочь помогать построение построить практика практический
преподавание применение применять провести проведение проводить процесс работа работать
развитие разработать разработка разрабатывать реализация решение современный создание
составить составление составлять способность сфера умение умелый уровень учебный учитель
форма формирование школа школьный эффективный
"""
GENERIC = frozenset(_GENERIC.split())
_FUNCTION = frozenset(["PREP", "CONJ", "PRCL", "NPRO", "INTJ", "NUMR", "ADVB", "PRED", "COMP"])
_ABBREVIATION = 5


class Keyword(NamedTuple):
    """A word as it is shown, and the dictionary forms that it may have, the likeliest first."""

    shown: str
    forms: tuple[str, ...]


def keywords(texts: Iterable[str], ignored: Collection[str] = ()) -> tuple[Keyword, ...]:
    """«Подготовка к аттестации» → «аттестация»; function words, `GENERIC` and ignored ones go."""
    words = dict.fromkeys(re.findall(r"[^\W\d_]+", " ".join(texts)))
    dropped = GENERIC.union(*(_forms(word.lower()) for word in ignored))
    found = ((word, _forms(word.lower())) for word in words)
    return tuple(
        Keyword(word if word.isupper() and len(word) <= _ABBREVIATION else forms[0], forms)
        for word, forms in found
        if forms and dropped.isdisjoint(forms)
    )


def shared_words(asked: Iterable[Keyword], offered: Iterable[Keyword]) -> list[str]:
    """The words that stand on both sides, each once: «кружки» may be «кружок» or «кружка»."""
    waiting = list(offered)
    found = set()
    for word in asked:
        other = next((own for own in waiting if set(own.forms) & set(word.forms)), None)
        if other is not None:
            waiting.remove(other)
            common = next(form for form in word.forms if form in other.forms)
            found.add(word.shown if word.shown not in word.forms else common)
    return sorted(found)


@cache
def _forms(word: str) -> tuple[str, ...]:
    """The dictionary forms of a word in small letters, itself first; none of a function word."""
    readings = analyzer().parse(word)
    best = readings[0].tag
    if best.POS in _FUNCTION or "Apro" in best:
        return ()
    forms = dict.fromkeys(str(reading.normal_form).replace("ё", "е") for reading in readings)
    return tuple(sorted(forms, key=lambda form: form != word))
