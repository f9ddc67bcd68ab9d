"""Names of people in a text: a surname in any form first, then what stands beside it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from roadmap_cli.domain.model.files.people import Person
from roadmap_cli.domain.people.beside import Whose, beside
from roadmap_cli.domain.people.name_forms import NameForms
from roadmap_cli.domain.people.tells import Mention, Tell
from roadmap_cli.text.declension.readings import (
    is_function_word,
    is_ordinary,
    is_surname,
    may_agree,
)
from roadmap_cli.text.words import PlacedWord, opens_sentence

_HYPHENS = "-\u2010\u2011\u2013"
_BETWEEN_HALVES = re.compile(r"[^\w.,:;!?]{1,4}")
_SPACE = re.compile(r"[^\S\n]+")
_BETWEEN_GIVEN = re.compile(r"[^\w.!?\n]{0,6}\n?[^\w.!?\n]{0,6}")
# Capitals of so short a word are those of an abbreviation: «АН», «НО».
_ABBREVIATION = 3


class _Found(NamedTuple):
    """A name in the text, from word to word."""

    who: NameForms
    kind: Tell
    first: int
    last: int


class _Span(NamedTuple):
    """A surname in the text, from word to word, and which of its own words these are."""

    first: int
    last: int
    parts: tuple[int, ...]


class NameFinder:
    """Finds people by their names.

    A person waits under the beginning of the name until a word of a text begins so; then the
    forms are made, and looked up from there on.
    """

    def __init__(self, people: Iterable[Person]) -> None:
        self._surnames: defaultdict[str, list[tuple[NameForms, int]]] = defaultdict(list)
        self._patronymics: defaultdict[str, list[NameForms]] = defaultdict(list)
        self._by_surname: defaultdict[str, list[NameForms]] = defaultdict(list)
        self._by_patronymic: defaultdict[str, list[NameForms]] = defaultdict(list)
        for who in map(NameForms, people):
            for head in who.surname_beginnings:
                self._by_surname[head].append(who)
            for head in who.patronymic_beginnings:
                self._by_patronymic[head].append(who)
        heads = (*self._by_surname, *self._by_patronymic)
        self._longest = max(map(len, heads), default=0)
        self._known: set[int] = set()

    def find(self, text: str, words: Sequence[PlacedWord]) -> Iterator[Mention]:
        """The mentions of a text that was cut into these words."""
        self._prepare({word.key for word in words})
        search = _Search(text, words)
        found = [
            known
            for who, span in self._spans(text, words)
            if (known := search.of_surname(who, span))
        ]
        covered: defaultdict[int, list[_Found]] = defaultdict(list)
        for known in found:
            if known.kind in (Tell.FULL, Tell.SURNAME):
                for at in range(known.first, known.last + 1):
                    covered[at].append(known)
        for at, word in enumerate(words):
            for who in self._patronymics.get(word.key, ()):
                if all(known.who is not who for known in covered.get(at, ())):
                    found += search.of_given_names(who, at)
        for known in found:
            kind = known.kind
            if any(search.explains(other, known) for other in covered.get(known.last, ())):
                kind = Tell.NAMESAKE
            yield search.mention(known._replace(kind=kind))

    def _prepare(self, keys: Iterable[str]) -> None:
        """Make the forms of those whose names begin as one of these words does."""
        lengths = range(1, self._longest + 1)
        for head in {key[:length] for key in keys for length in lengths}:
            for who in self._by_surname.pop(head, ()):
                if id(who) not in self._known:
                    self._known.add(id(who))
                    self._add_surname(who)
            for who in self._by_patronymic.pop(head, ()):
                for form in who.patronymic:
                    if who not in self._patronymics[form]:
                        self._patronymics[form].append(who)

    def _add_surname(self, who: NameForms) -> None:
        for part, forms in enumerate(who.surname):
            for form in forms:
                self._surnames[form].append((who, part))
        for form in who.family:
            self._surnames[form].append((who, len(who.surname) - 1))

    def _spans(self, text: str, words: Sequence[PlacedWord]) -> Iterator[tuple[NameForms, _Span]]:
        """Where surnames stand; neighbouring words of a double one are one span."""
        spans: defaultdict[int, list[_Span]] = defaultdict(list)
        people: dict[int, NameForms] = {}
        for at, word in enumerate(words):
            for who, part in self._surnames.get(word.key, ()):
                own = spans[id(who)]
                people[id(who)] = who
                last = own[-1] if own else None
                if (
                    last
                    and (last.last, last.parts[-1]) == (at - 1, part - 1)
                    and _BETWEEN_HALVES.fullmatch(text, words[at - 1].end, word.start)
                ):
                    own[-1] = _Span(last.first, at, (*last.parts, part))
                else:
                    own.append(_Span(at, at, (part,)))
        for number, own in spans.items():
            who = people[number]
            yield from ((who, span) for span in own if who.alone.intersection(span.parts))


class _Search(NamedTuple):
    """One text, cut into words."""

    text: str
    words: Sequence[PlacedWord]

    def of_surname(self, who: NameForms, span: _Span) -> _Found | None:
        """How surely a surname names its person; None where it is a function word."""
        near = beside(self.text, self.words, span.first, span.last, who.given)
        word = self.words[span.first]
        small = self.text[word.start].islower()
        if near.whose is not Whose.OWN and small and is_function_word(word.key):
            return None
        if near.whose is Whose.OTHER:
            return _Found(who, Tell.NAMESAKE, near.first, near.last)
        of_many = self.words[span.last].key in who.family
        if near.whose is Whose.OWN and not of_many and not self._is_half(span.first, span.last):
            return _Found(who, Tell.FULL, near.first, near.last)
        kind = self._bare(span) if near.whose is Whose.NOBODYS else Tell.SURNAME
        return _Found(who, kind, span.first, span.last)

    def of_given_names(self, who: NameForms, at: int) -> Iterator[_Found]:
        """«Алиса Фёдоровна» whose patronymic is this word, unless another's surname is beside."""
        first = at - 1
        if first < 0 or self.words[first].key not in who.given.name:
            return
        if _BETWEEN_GIVEN.fullmatch(self.text, self.words[first].end, self.words[at].start):
            of_another = self._surname_beside(first, first - 1) or self._surname_beside(at, at + 1)
            yield _Found(who, Tell.NAMESAKE if of_another else Tell.GIVEN, first, at)

    def explains(self, other: _Found, known: _Found) -> bool:
        """True when a name is only a part of another person's: «Котова» of «Гринь-Котова».

        So is a surname beside another person's first name.
        """
        bare = known.kind is Tell.SURNAME
        partial = known.kind is Tell.GIVEN or (bare and other.kind is Tell.FULL)
        half = bare and self._is_half(known.first, known.last)
        larger = other.last - other.first > known.last - known.first
        return larger and other.who is not known.who and (partial or half)

    def mention(self, known: _Found) -> Mention:
        """What was found, with the point behind a last initial."""
        start, end = self.words[known.first].start, self.words[known.last].end
        if len(self.words[known.last].key) == 1 and self.text.startswith(".", end):
            end += 1
        return Mention(known.who.person, known.kind, start, self.text[start:end])

    def _bare(self, span: _Span) -> Tell:
        """A surname alone: does it look like a name."""
        if span.last > span.first:
            return Tell.SURNAME
        word = self.words[span.first]
        if self.text[word.start].islower():
            return Tell.WORD if is_ordinary(word.key) else Tell.SURNAME
        tells_nothing = self._in_capitals(span.first) or opens_sentence(
            self.text, word.start, word.end
        )
        ordinary = tells_nothing and is_ordinary(word.key, capital=True)
        return Tell.WORD if ordinary else Tell.SURNAME

    def _in_capitals(self, at: int) -> bool:
        """True where capitals are no sign of a name: in a heading, in an abbreviation."""
        written = self._written(at)
        if not written.isupper():
            return False
        near = (n for n in (at - 1, at + 1) if 0 <= n < len(self.words))
        return 1 < len(written) <= _ABBREVIATION or any(
            len(self._written(n)) > 1 and self._written(n).isupper() for n in near
        )

    def _is_half(self, first: int, last: int) -> bool:
        """True when a hyphen joins another name to the words: «Гринь-Котова»."""
        before, after = self.words[first].start, self.words[last].end
        joined_before = first > 0 and self.words[first - 1].end == before - 1
        joined_after = last + 1 < len(self.words) and self.words[last + 1].start == after + 1
        return (
            joined_before
            and self.text[before - 1] in _HYPHENS
            and self._written(first - 1)[0].isupper()
        ) or (
            joined_after and self.text[after] in _HYPHENS and self._written(last + 1)[0].isupper()
        )

    def _surname_beside(self, at: int, other: int) -> bool:
        """True when the word beside a given name is another's surname in the same case."""
        if not 0 <= other < len(self.words):
            return False
        left, right = sorted((at, other))
        if not _SPACE.fullmatch(self.text, self.words[left].end, self.words[right].start):
            return False
        surname = self.words[other]
        return (
            self.text[surname.start].isupper()
            and len(surname.key) > 1
            and is_surname(surname.key)
            and may_agree(surname.key, self.words[at].key)
        )

    def _written(self, at: int) -> str:
        return self.text[self.words[at].start : self.words[at].end]
