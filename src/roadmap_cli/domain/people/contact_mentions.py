"""Telephones, addresses, numbers of papers, birthdays and codes of people in a text."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from roadmap_cli.domain.model.files.people import Person
from roadmap_cli.domain.people.tells import Mention, Tell
from roadmap_cli.text.dates import dates_in
from roadmap_cli.text.digits import TEN, digit_runs, telephones
from roadmap_cli.text.words import PlacedWord, keys_of

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_CODE = re.compile(r"(?<![\w.-])[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?![\w-])", re.IGNORECASE)
_PASSPORT = re.compile(r"(?<!\d)(\d\d)\D{0,2}(\d\d)\D{0,10}(\d{6})(?!\d)")
_NUMBER = re.compile(r"(?<!\d)\d{6,}(?!\d)")
_DASHES = re.compile("[‐‑‒–—−]")
_COUNTRY = "78"
# Fewer letters and digits name too many things: «4», «Самара, 5».
_LEAST = 5


class _Phrase(NamedTuple):
    """Whose words these are; `spelled` where the signs between them count, too."""

    person: str
    kind: Tell
    spelled: str | None


class ContactFinder:
    """Finds what the records hold of people besides names."""

    def __init__(self, people: Iterable[Person], codes: Collection[str]) -> None:
        self._tens: defaultdict[str, list[tuple[str, Tell]]] = defaultdict(list)
        self._emails: defaultdict[str, list[str]] = defaultdict(list)
        self._born: defaultdict[date, list[str]] = defaultdict(list)
        self._phrases: defaultdict[str, dict[tuple[str, ...], list[_Phrase]]] = defaultdict(dict)
        self._lengths: defaultdict[str, set[int]] = defaultdict(set)
        self._codes = frozenset(codes)
        for person in people:
            self._add(person)

    def find(self, text: str, words: Sequence[PlacedWord]) -> Iterator[Mention]:
        """The mentions of a text that was cut into these words."""
        yield from self._numbers(text)
        yield from self._phrased(text, words)
        yield from self._addressed(text)
        yield from self._dated(text)
        yield from self._coded(text)

    def _add(self, person: Person) -> None:
        numbers = telephones(person.phone or "")
        for ten in dict.fromkeys(numbers):
            self._tens[ten].append((person.id, Tell.PHONE))
        if person.phone and not numbers:
            self._add_phrase(person.id, Tell.PHONE, person.phone, exactly=True)
        for email in _EMAIL.findall(person.email or ""):
            self._emails[email.casefold()].append(person.id)
        if person.born is not None:
            self._born[person.born].append(person.id)
        if person.address:
            self._add_phrase(person.id, Tell.ADDRESS, person.address)
        if person.passport:
            self._add_passport(person.id, person.passport)

    def _add_passport(self, person: str, passport: str) -> None:
        whole = _PASSPORT.search(passport)
        numbers = _NUMBER.findall(passport)
        if whole:
            self._tens["".join(whole.groups())].append((person, Tell.PASSPORT))
        for number in numbers if not whole else ():
            self._add_phrase(person, Tell.PASSPORT, number)
        if not whole and not numbers:
            self._add_phrase(person, Tell.PASSPORT, passport)

    def _add_phrase(self, person: str, kind: Tell, said: str, *, exactly: bool = False) -> None:
        keys = keys_of(said)
        if sum(map(len, keys)) >= _LEAST:
            phrase = _Phrase(person, kind, _spelled(said) if exactly else None)
            self._phrases[keys[0]].setdefault(keys, []).append(phrase)
            self._lengths[keys[0]].add(len(keys))

    def _numbers(self, text: str) -> Iterator[Mention]:
        """Ten digits in a row, wherever they begin: «+7», «8» or nothing may stand before."""
        for digits, places in digit_runs(text, TEN) if self._tens else ():
            for first in range(len(digits) - TEN + 1):
                last = first + TEN
                for person, kind in self._tens.get(digits[first:last], ()):
                    start = places[first]
                    if kind is Tell.PHONE and first and digits[first - 1] in _COUNTRY:
                        start = places[first - 1] - text.startswith("+", places[first - 1] - 1)
                    yield Mention(person, kind, start, text[start : places[last - 1] + 1])

    def _phrased(self, text: str, words: Sequence[PlacedWord]) -> Iterator[Mention]:
        for at, word in enumerate(words):
            if word.key not in self._phrases:
                continue
            for length in self._lengths[word.key]:
                keys = tuple(each.key for each in words[at : at + length])
                for phrase in self._phrases[word.key].get(keys, ()):
                    said = text[word.start : words[at + length - 1].end]
                    if phrase.spelled is None or phrase.spelled.endswith(_spelled(said)):
                        yield Mention(phrase.person, phrase.kind, word.start, said)

    def _addressed(self, text: str) -> Iterator[Mention]:
        for match in _EMAIL.finditer(text) if self._emails and "@" in text else ():
            for person in self._emails.get(match[0].casefold(), ()):
                yield Mention(person, Tell.EMAIL, match.start(), match[0])

    def _dated(self, text: str) -> Iterator[Mention]:
        for found in dates_in(text) if self._born else ():
            for person in self._born.get(found.day, ()):
                yield Mention(person, Tell.BIRTHDAY, found.start, text[found.start : found.end])

    def _coded(self, text: str) -> Iterator[Mention]:
        for match in _CODE.finditer(text) if self._codes else ():
            if match[0] in self._codes:
                yield Mention(match[0], Tell.CODE, match.start(), match[0])


def _spelled(text: str) -> str:
    """As typed, but for kinds of spaces and dashes."""
    return " ".join(_DASHES.sub("-", text).casefold().split())
