"""The words of short texts that say something, in their dictionary form."""

import re
from collections.abc import Collection, Iterable
from functools import cache

from roadmap_cli.text.morphology import analyzer

# Words that stand in any request and any competence of a teacher and tell none from another.
_GENERIC = """
ведение вести владение деятельность знание использование использовать навык наставляемый
наставник наставничество область образовательный обучение обучать опыт организация
организовать освоение оформление оформить оформлять педагог педагогический повышение
подготовка подготовить помощь помочь помогать построение построить практика практический
преподавание применение применять провести проведение проводить процесс работа работать
развитие разработать разработка разрабатывать реализация решение современный создание
составить составление составлять способность сфера умение умелый уровень учебный учитель
форма формирование школа школьный эффективный
"""
GENERIC = frozenset(_GENERIC.split())
_FUNCTION = frozenset(["PREP", "CONJ", "PRCL", "NPRO", "INTJ", "NUMR", "ADVB", "PRED", "COMP"])


Forms = tuple[str, ...]


def keywords(texts: Iterable[str], ignored: Collection[str] = ()) -> tuple[Forms, ...]:
    """«Подготовка к аттестации» → ((аттестация,),): the dictionary forms that a word may have.

    Function words, `GENERIC` and ignored ones are left out; abbreviations keep their capitals.
    """
    words = dict.fromkeys(re.findall(r"[^\W\d_]+", " ".join(texts)))
    dropped = GENERIC.union(form.lower() for word in ignored for form in _forms(word))
    found = (_forms(word) for word in words)
    return tuple(
        forms for forms in found if forms and dropped.isdisjoint(form.lower() for form in forms)
    )


def shared_words(asked: Iterable[Forms], offered: Iterable[Forms]) -> list[str]:
    """The words that stand on both sides: «кружки» may be «кружок» and «кружка» alike."""
    theirs = {form for forms in offered for form in forms}
    common = ([form for form in forms if form in theirs] for forms in asked)
    return sorted({forms[0] for forms in common if forms})


@cache
def _forms(word: str) -> Forms:
    """The dictionary forms of a word, the likeliest first; none of a function word."""
    readings = analyzer().parse(word.lower())
    best = readings[0].tag
    if best.POS in _FUNCTION or "Apro" in best:
        return ()
    if word.isupper() and len(word) > 1:
        return (word,)
    return tuple(dict.fromkeys(str(each.normal_form).replace("ё", "е") for each in readings))
