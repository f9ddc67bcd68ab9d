"""Personal names in the cases, with a mark where a person should look at the form.

The rule of choice, for each word by itself: **what is listed beats what is derived**.

1. The dictionary of pymorphy3 is believed for a word that it lists as this part of a name in this
   gender; a surname that it does not list may stand there as an adjective, a first name or a
   common noun («Полевой», «Мартин», «Заяц»). Its guess about an unknown word is never taken.
2. For a few closed kinds the rule of grammar is written out (`surnames`, `kinds`): the parts of a
   double name, «-ец», «-ий» and «-ой» of nouns, a foreign «-ин», stress on the last syllable.
3. Everything else is declined by pytrovich, by its ending.

A form is doubtful where 1 or 2 and 3 differ, and where the word is of a hard kind (`kinds`) and the
dictionary does not list it with the same forms.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from roadmap_cli.text.alphabets import mixed_words
from roadmap_cli.text.declension.first_names import first_name_word, patronymic_word
from roadmap_cli.text.declension.forms import (
    LONGEST,
    OBLIQUE,
    TOO_LONG,
    Doubt,
    Word,
    doubt_about,
    folded,
    like,
    unchanged,
)
from roadmap_cli.text.declension.surnames import surname_word
from roadmap_cli.text.grammar import Case, Gender
from roadmap_cli.text.names import FullName

# The part of a doubt about a name that is not declined for want of a gender.
NO_GENDER = "пол"
_NO_GENDER = "пол не указан: имя не склоняется"
_RUSSIAN = re.compile(r"[А-Яа-яЁё'’ -]+")
_PARTS: tuple[tuple[str, Callable[[str, Gender], Word]], ...] = (
    ("фамилия", surname_word),
    ("имя", first_name_word),
    ("отчество", patronymic_word),
)


class Declined(NamedTuple):
    """A name in a case, and what is doubtful about its forms."""

    name: FullName
    doubts: tuple[Doubt, ...] = ()


def gender_of(name: FullName) -> Gender | None:
    """The gender that the patronymic tells, or None when it tells nothing."""
    patronymic = (name.patronymic or "").lower()
    if re.search(r"(?:вна|чна|кызы|гызы)$", patronymic):
        return Gender.FEMALE
    if re.search(r"(?:ич|оглы|улы)$", patronymic):
        return Gender.MALE
    return None


def declined(name: FullName, case: Case, gender: Gender | None) -> Declined:
    """The name in a case; the doubts are those of all cases.

    Without a gender nothing is declined, because «Гринкевич» stays as it is for a woman and
    changes for a man; that is a doubt unless no gender would change the name. Initials never
    change. «ИВАНОВ» keeps its capitals.
    """
    gender = gender or gender_of(name)
    if gender is None:
        return Declined(name, _doubt_about_gender(name))
    words = [_word(n, text or "", gender) for n, text in enumerate(name)]
    found = (
        doubt_about(part, text, word)
        for (part, _), text, word in zip(_PARTS, name, words, strict=True)
        if text
    )
    doubts = tuple(filter(None, found))
    if case is Case.NOMINATIVE:
        return Declined(name, doubts)
    place = OBLIQUE.index(case)
    surname, given, patronymic = (
        text and like(text, word.forms[place]) for text, word in zip(name, words, strict=True)
    )
    return Declined(FullName(surname or "", given, patronymic), doubts)


@cache
def _word(part: int, text: str, gender: Gender) -> Word:
    if len(text.strip(".")) < 2:
        return unchanged(text)
    if len(text) > LONGEST:
        return unchanged(text, TOO_LONG)._replace(case=None)
    if not _RUSSIAN.fullmatch(text):
        mixed = mixed_words(text)
        if mixed:
            return unchanged(text, mixed[0].said)._replace(case=None)
        return unchanged(text, "не только русские буквы, поэтому не склоняется")
    return _PARTS[part][1](text.lower(), gender)


def _doubt_about_gender(name: FullName) -> tuple[Doubt, ...]:
    """A doubt, unless the name is the same in every case whatever the gender."""
    changes = any(
        set(map(folded, _word(n, text, gender).forms)) != {folded(text)}
        for gender in Gender
        for n, text in enumerate(name)
        if text
    )
    return (Doubt(NO_GENDER, "", _NO_GENDER),) if changes else ()
