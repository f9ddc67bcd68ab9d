"""Given names and initials beside a surname: are they the person's own, another's or none."""

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from roadmap_cli.text.declension.readings import is_given_name, is_surname, may_agree
from roadmap_cli.text.words import PlacedWord

_AFTER, _BEFORE = 1, -1
# On one line, and with nothing but spaces between: these words belong together.
_TIGHT = re.compile("[^\\S\n]+|[-\u2010\u2011]")
_TIGHT_INITIAL = re.compile(r"\.?[^\S\n]*")
# On the next line, in the next cell, behind a comma: they may belong together.
_LOOSE = {
    _AFTER: re.compile(r"[^\w.!?\n]{0,6}\n?[^\w.!?\n]{0,6}"),
    _BEFORE: re.compile(r"[^\w.!?,;|/\n]{0,6}\n?[^\w.!?,;|/\n]{0,6}"),
}
_MOST_GIVEN = 3


class GivenNames(NamedTuple):
    """A person's given names for the search: the keys of all forms, and the two first letters.

    A letter is empty where the name is not known.
    """

    name: frozenset[str]
    patronymic: frozenset[str]
    initials: tuple[str, str]


class Whose(Enum):
    """Whose given names stand beside a surname.

    A first name alone that is not the person's own may be a short form of it: «Саша».
    """

    OWN = "own"
    OTHER = "other"
    NOBODYS = "nobody's"


class _Fit(Enum):
    """What a word beside a surname is; an initial where the name is not known says nothing."""

    OWN = "own"
    OTHER = "another's"
    FIRST_NAME = "another first name"
    NOTHING = "says nothing"
    NO_NAME = "no name"


class Beside(NamedTuple):
    """Whose given names there are, and from which word to which the name goes with them."""

    whose: Whose
    first: int
    last: int
    tight: bool = False


def beside(
    text: str, words: Sequence[PlacedWord], first: int, last: int, given: GivenNames
) -> Beside:
    """What stands before and after the surname of the words from `first` to `last`.

    What stands on the same line decides; else given names that fit decide, wherever they are.
    """
    nobody = Beside(Whose.NOBODYS, first, last)
    look = _Look(text, words, given)
    sides = [look.side(first, last, _AFTER), look.side(first, last, _BEFORE)]
    for tight, whose in ((True, Whose.OWN), (True, Whose.OTHER), (False, Whose.OWN)):
        for side in sides:
            if side.whose is whose and side.tight is tight:
                return side
    return nobody


class _Look(NamedTuple):
    text: str
    words: Sequence[PlacedWord]
    given: GivenNames

    def side(self, first: int, last: int, step: int) -> Beside:
        """What one side of the surname tells; before it the nearest words may be enough."""
        found = list(self._found(first if step == _BEFORE else last, step))
        most = len(found)
        judged = self._judged(found, first, last, step)
        while judged.whose is Whose.NOBODYS and step == _BEFORE and most > 1:
            most -= 1
            judged = self._judged(found[:most], first, last, step)
        if step == _AFTER and not judged.tight and self._is_before_surname(judged.last):
            return Beside(Whose.NOBODYS, first, last)
        return judged

    def _is_before_surname(self, at: int) -> bool:
        """True for initials of the next surname: «Белый, А.Ф. Кузнецова»."""
        if not self._is_initial(at) or at + 1 == len(self.words):
            return False
        word = self.words[at + 1]
        gap = _TIGHT_INITIAL.fullmatch(self.text, self.words[at].end, word.start)
        return bool(gap) and self.text[word.start].isupper() and is_surname(word.key)

    def _found(self, at: int, step: int) -> Iterator[tuple[int, bool]]:
        """The words outward from a word that may be given names, and whether they are tight."""
        tight = True
        for far in range(at + step, at + step * (_MOST_GIVEN + 1), step):
            if not 0 <= far < len(self.words):
                return
            left = far if step == _BEFORE else far - 1
            gap = self._gap(left, step, is_initial=left != at and self._is_initial(left))
            if gap is None or not self._may_be_given(far):
                return
            tight = tight and gap
            yield far, tight

    def _gap(self, left: int, step: int, *, is_initial: bool) -> bool | None:
        """True for a tight gap behind a word, False for a loose one, None for none."""
        start, end = self.words[left].end, self.words[left + 1].start
        if (_TIGHT_INITIAL if is_initial else _TIGHT).fullmatch(self.text, start, end):
            return True
        if is_initial and self.text[start] == ".":
            start += 1
        return False if _LOOSE[step].fullmatch(self.text, start, end) else None

    def _may_be_given(self, at: int) -> bool:
        word = self.words[at]
        if self._is_initial(at) or word.key in self.given.name | self.given.patronymic:
            return True
        capital = self.text[word.start].isupper()
        return capital and (self._is_pair(word) or is_given_name(word.key))

    def _is_initial(self, at: int) -> bool:
        word = self.words[at]
        if len(word.key) != 1 or not self.text[word.start].isalpha():
            return False
        return self.text[word.start].isupper() or self.text.startswith(".", word.end)

    def _is_pair(self, word: PlacedWord) -> bool:
        """«АФ» without any points."""
        return word.key == "".join(self.given.initials) and len(word.key) > 1 and (
            self.text[word.start : word.end].isupper()
        )  # fmt: skip

    def _judged(
        self, found: Sequence[tuple[int, bool]], first: int, last: int, step: int
    ) -> Beside:
        """Own where something fits and nothing is another's; what may be no name is left out."""
        nobodys = Beside(Whose.NOBODYS, first, last)
        own: list[int] = []
        all_tight = False
        for place, (at, tight) in enumerate(found[::step]):
            fit = self._fit(at, place, last)
            whole = fit is _Fit.FIRST_NAME and len(found) == 2 and self._agree(at, last)
            if tight and (fit is _Fit.OTHER or whole):
                return Beside(Whose.OTHER, min(first, at), max(last, at), tight=True)
            if fit is _Fit.FIRST_NAME:
                return nobodys
            if fit is _Fit.NO_NAME:
                break
            if fit is _Fit.OWN:
                own.append(at)
                all_tight = tight
        return Beside(Whose.OWN, min(first, *own), max(last, *own), all_tight) if own else nobodys

    def _fit(self, at: int, place: int, surname: int) -> _Fit:
        """What the word is as the first or as a later given name."""
        word = self.words[at]
        if word.key in self.given.name | self.given.patronymic or self._is_pair(word):
            return _Fit.OWN
        if self._is_initial(at):
            expected = self.given.initials[min(place, 1)]
            if not expected or word.key == expected:
                return _Fit.OWN if expected else _Fit.NOTHING
            sure = self.text[word.start].isupper() and self.text.startswith(".", word.end)
            return _Fit.OTHER if sure else _Fit.NO_NAME
        if is_given_name(word.key, later=True):
            return _Fit.OTHER if self._agree(at, surname) else _Fit.NO_NAME
        return _Fit.NO_NAME if place else _Fit.FIRST_NAME

    def _agree(self, one: int, other: int) -> bool:
        """True when two words may stand in one case."""
        return may_agree(self.words[one].key, self.words[other].key)
