"""The oblique forms of a word, and what is doubtful about them."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from roadmap_cli.text.grammar import Case

# The order of `Forms`: genitive, dative, accusative, instrumental, prepositional.
OBLIQUE = tuple(case for case in Case if case is not Case.NOMINATIVE)
Forms = tuple[str, ...]
# More letters are no name and no position, and would take the dictionary minutes.
LONGEST = 500
TOO_LONG = "слишком длинно, чтобы склонять"
_QUESTIONS = {
    Case.GENITIVE: "кого",
    Case.DATIVE: "кому",
    Case.ACCUSATIVE: "кого",
    Case.INSTRUMENTAL: "кем",
    Case.PREPOSITIONAL: "о ком",
}


class Doubt(NamedTuple):
    """Why a person should look at a word, and the form to look at (none where nothing is declined).

    `part` names in Russian what the word is («фамилия», «имя», «отчество», «должность»).
    """

    part: str
    word: str
    why: str
    case: Case | None = None
    form: str | None = None

    @property
    def said(self) -> str:
        """«фамилия «Ирек» → кого «Ирека» — по другому правилу было бы «Ирька»»."""
        if self.case is None:
            return self.why
        return f"{self.part} «{self.word}» → {_QUESTIONS[self.case]} «{self.form}» — {self.why}"


class Word(NamedTuple):
    """The forms of a word in the order of `OBLIQUE`; `why` is None where nothing is doubtful.

    `case` is the one to look at, None where there is no form to confirm, `rival` its form by
    another rule, for `why` to name.
    """

    forms: Forms
    why: str | None = None
    case: Case | None = Case.GENITIVE
    rival: str = ""


def doubt_about(part: str, text: str, word: Word) -> Doubt | None:
    """The doubt about a word as it is written; None for one whose forms are certain."""
    if word.why is None:
        return None
    if word.case is None:
        return Doubt(part, text, word.why)
    form = like(text, word.forms[OBLIQUE.index(word.case)])
    return Doubt(part, text, word.why.format(word.rival.capitalize()), word.case, form)


def unchanged(word: str, why: str | None = None) -> Word:
    """A word that has the same form in every case."""
    return Word((word,) * len(OBLIQUE), why)


def folded(text: str) -> str:
    """Small letters with «е» for «ё», which print leaves out: forms equal so are equal."""
    return text.lower().replace("ё", "е")


def like(original: str, declined: str) -> str:
    """The form with the capitals of the original, and without «ё» where the original has none."""
    if "ё" not in original.lower():
        declined = declined.replace("ё", "е")
    if original.isupper() and len(original) > 1:
        return declined.upper()
    marks = re.split("([- '’])", original)
    return "".join(
        part[:1].upper() + part[1:] if mark[:1].isupper() else part
        for mark, part in zip(marks, re.split("([- '’])", declined), strict=True)
    )


def apart(chosen: Forms, other: Forms) -> Word | None:
    """The chosen forms, doubtful where the other rule differs; None when the two agree."""
    for case, own, theirs in zip(OBLIQUE, chosen, other, strict=True):
        if folded(own) != folded(theirs):
            return Word(chosen, "по другому правилу было бы «{}»", case, theirs)
    return None


def joined(text: str, words: Sequence[Word]) -> Word:
    """The parts of a double name with the hyphens and spaces of the text, and the first doubt."""
    marks = [*re.findall("[- ]", text), ""]
    forms = tuple(
        "".join(part + mark for part, mark in zip(parts, marks, strict=True))
        for parts in zip(*(word.forms for word in words), strict=True)
    )
    doubtful = next((word for word in words if word.why), words[0])
    return Word(forms, doubtful.why, doubtful.case, doubtful.rival)
