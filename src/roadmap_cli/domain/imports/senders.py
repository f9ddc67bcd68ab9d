"""Who has filled a row of an answer sheet: by name, e-mail and telephone, never by guess."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol

from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.people import Person
from roadmap_cli.text.alphabets import mixture_told
from roadmap_cli.text.names import comparable, initials_fit
from roadmap_cli.text.phones import comparable_phone
from roadmap_cli.text.suggest import nearest

_NAME = ("name", "surname", "given", "patronymic")
# What a cell must have to be an e-mail or a telephone: «нет» and «-» are none.
_SOUND = {"email": r"\S@\S", "phone": r"(?:\d\D*){5}"}
_READ: Mapping[str, Callable[[str], str]] = {"email": str.casefold, "phone": comparable_phone}
_TITLES = {"email": "почта {}", "phone": "номер телефона {}"}
_OTHERS = {"email": "почта в данных другая ({})", "phone": "телефон в данных другой ({})"}


class Words(Protocol):
    """A cell of the row."""

    @property
    def text(self) -> str:
        """What it says."""


class Sender(NamedTuple):
    """The code of the person; without one why not, and who it may be."""

    code: str | None
    why: str = ""
    known: tuple[str, ...] = ()


class _Known(NamedTuple):
    person: Person
    name: str
    parts: frozenset[str]


class Senders:
    """The people among whom those who answered are looked for."""

    def __init__(self, data: Dataset) -> None:
        gone = data.people.forgotten
        known = (one for one in data.people.people if one.id not in gone and one.locked is None)
        self._known = [
            _Known(one, name, frozenset(_parts(name))) for one in known if (name := one.full_name)
        ]
        # By the words of the surname, the whole name and the code.
        self._by_word: dict[str, list[_Known]] = {}
        self._by_contact: dict[tuple[str, str], list[str]] = {}
        for one in self._known:
            for word in {*_parts(one.person.surname), comparable(one.name), one.person.id}:
                self._by_word.setdefault(word, []).append(one)
            for key in _SOUND:
                if own := getattr(one.person, key):
                    self._by_contact.setdefault((key, _READ[key](own)), []).append(one.person.id)

    def sender(self, who: Mapping[str, Words]) -> Sender:
        """The person whom the cells of a row tell, by what they hold."""
        name = " ".join(who[key].text for key in _NAME if key in who)
        contacts = {
            key: who[key].text
            for key, look in _SOUND.items()
            if key in who and re.search(look, who[key].text)
        }
        reached = {key: self._reached(key, text) for key, text in contacts.items()}
        by_contact = tuple(dict.fromkeys(code for codes in reached.values() for code in codes))
        told = " и ".join(_TITLES[key].format(text) for key, text in contacts.items())
        if not name:
            return _by_contact(told, by_contact)
        by_name = self.named(name)
        both = [
            code for code in by_name if all(code in codes for codes in reached.values() if codes)
        ]
        if by_name and not both:
            return Sender(None, f"имя «{name}» и {told} — разных людей", (*by_name, *by_contact))
        if len(both) > 1:
            return Sender(None, f"имя «{name}» у нескольких людей", tuple(both))
        if not both:
            return self._unknown(name, by_contact)
        other = "" if by_contact else self._differing(both[0], contacts)
        why = f"имя «{name}» то же, но {other}" if other else ""
        return Sender(None if other else both[0], why, tuple(both))

    def named(self, name: str) -> list[str]:
        """The codes of the people whose name this is: a code, surname and name, or initials."""
        words, whole, code = _parts(name), comparable(name), name.strip()
        return [
            one.person.id
            for one in self._near([*words, whole, code])
            if one.person.id == code
            or (
                len(words) > 1
                and comparable(one.person.surname) in words
                and one.parts.issuperset(words)
            )
            or comparable(one.name) == whole
            or initials_fit(name, one.name)
        ]

    def unknown(self, code: str, who: Mapping[str, Words]) -> tuple[str, ...]:
        """What the cells of a row tell of this person that the data do not."""
        name = " ".join(who[key].text for key in _NAME if key in who)
        is_named = not name or code in self.named(name)
        names = () if is_named else [key for key in _NAME if key in who]
        contacts = (key for key in _SOUND if key in who)
        return (*names, *(key for key in contacts if code not in self._reached(key, who[key].text)))

    def _near(self, words: Sequence[str]) -> Iterable[_Known]:
        """The people whose surname, whole name or code is among the words, each once."""
        found = (one for word in words for one in self._by_word.get(word, ()))
        return {one.person.id: one for one in found}.values()

    def _reached(self, key: str, text: str) -> list[str]:
        """The codes of those who have this e-mail or telephone."""
        return self._by_contact.get((key, _READ[key](text.strip())), [])

    def _differing(self, code: str, contacts: Mapping[str, str]) -> str:
        """Which contact of somebody of this name is another: it may be a namesake."""
        person = next(one.person for one in self._known if one.person.id == code)
        return ", ".join(
            _OTHERS[key].format(own) for key in contacts if (own := getattr(person, key))
        )

    def _unknown(self, name: str, by_contact: Sequence[str]) -> Sender:
        words = _parts(name)
        likely = [
            one.person.id
            for one in self._near(words)
            if comparable(one.person.surname) in words
            and all(any(own[:1] == word[:1] for own in one.parts) for word in words)
        ]
        names = {one.name: one.person.id for one in self._known}
        short = ((one.person, f"{one.person.surname} {one.person.name}") for one in self._known)
        names |= {said: person.id for person, said in short}
        near = nearest(name, names)
        found = dict.fromkeys([*by_contact, *likely, *([names[near]] if near else [])])
        why = (
            f"человека «{name}» нет в базе людей" if len(words) > 1 else f"указано только «{name}»"
        )
        mixed = mixture_told(name)
        return Sender(None, f"{why}. {mixed.rstrip('.')}" if mixed else why, tuple(found))


def _parts(name: str) -> list[str]:
    together = re.sub(r"\s*[-–—]\s*", "-", name.replace(",", " "))
    return [part for part in map(comparable, together.split()) if part]


def _by_contact(told: str, found: Sequence[str]) -> Sender:
    if not told:
        return Sender(None, "не указано, кто ответил")
    if len(found) == 1:
        return Sender(found[0])
    if found:
        return Sender(None, f"{told}: так у нескольких людей", tuple(found))
    return Sender(None, f"{told}: такого контакта в базе людей нет, а имени в строке нет")
