"""A person's name as it may stand in a text, folded for looking it up."""

from collections.abc import Iterable
from functools import cached_property

from roadmap_cli.domain.model.files.people import Person
from roadmap_cli.domain.people.beside import GivenNames
from roadmap_cli.text.alphabets import unmixed
from roadmap_cli.text.declension.variants import (
    beginning,
    family_forms,
    first_name_forms,
    patronymic_forms,
    stands_alone,
    surname_forms,
    words_in,
)
from roadmap_cli.text.words import key_of

# «Ильич», «Геннадьевна» or «Геннадиевна».
_SAME_IN_PATRONYMICS = 2


class NameForms:
    """A person's name for the search; its forms are made when they are first asked for.

    They are those of the engine, in doubt those of other rules, and the person's own cases.
    """

    def __init__(self, person: Person) -> None:
        self.person = person.id
        self._record = person
        self._surname = unmixed(person.surname)
        self._halves = words_in(self._surname)
        self._name = _whole(person.name)
        self._patronymic = _whole(person.patronymic)

    @cached_property
    def surname(self) -> tuple[frozenset[str], ...]:
        """The keys of each word of the surname."""
        made = surname_forms(self._surname, self._record.known_gender)
        return tuple(
            _keys({*forms, *(own[at] for own in self._own if at < len(own))})
            for at, forms in enumerate(made)
        )

    @cached_property
    def family(self) -> frozenset[str]:
        """The keys that mean several people of the surname: «Орловых»."""
        several = (form for half in self._halves for form in family_forms(half))
        return _keys(several).difference(*self.surname)

    @cached_property
    def given(self) -> GivenNames:
        """The keys of the given names."""
        gender = self._record.known_gender
        first, second = self._places
        name = first_name_forms(self._name, gender) if self._name else ()
        own = {word for words in self._own for word in words[first:second]}
        letters = (_letter(self._record.name), _letter(self._record.patronymic))
        return GivenNames(_keys({*name, *own}), self.patronymic, letters)

    @cached_property
    def patronymic(self) -> frozenset[str]:
        """The keys of the patronymic; none where it cannot stand behind a whole first name."""
        if not self._patronymic:
            return frozenset()
        made = patronymic_forms(self._patronymic, self._record.known_gender)
        second = self._places[1]
        own = {word for words in self._own for word in words[second : second + 1]}
        return _keys({*made, *own})

    @cached_property
    def alone(self) -> frozenset[int]:
        """Which words of the surname name somebody without the others."""
        every = frozenset(range(len(self._halves)))
        alone = frozenset(n for n in every if stands_alone(self._halves[n]))
        return alone if len(every) > 1 and alone else every

    @property
    def surname_beginnings(self) -> frozenset[str]:
        """What the words of the surname begin with in every form."""
        own = (word for words in self._own for word in words[: len(self._halves)])
        return frozenset(beginning(key) for key in _keys((*self._halves, *own)))

    @property
    def patronymic_beginnings(self) -> frozenset[str]:
        """What the patronymic begins with; nothing where it or the first name is not known."""
        if not (self._name and self._patronymic):
            return frozenset()
        second = self._places[1]
        own = (word for words in self._own for word in words[second : second + 1])
        keys = _keys((*words_in(self._patronymic), *own))
        return frozenset(key[:_SAME_IN_PATRONYMICS] for key in keys)

    @cached_property
    def _own(self) -> tuple[tuple[str, ...], ...]:
        cases = self._record.name_cases
        return tuple(words_in(form.lower()) for form in cases.forms) if cases else ()

    @property
    def _places(self) -> tuple[int, int]:
        """At which words of a whole name the first name and the patronymic begin."""
        first = len(self._halves)
        return first, first + (len(words_in(self._name)) if self._name else 0)


def _whole(name: str | None) -> str | None:
    """A given name that is more than an initial."""
    plain = unmixed(name or "").strip(". ")
    return plain if len(plain) > 1 else None


def _letter(name: str | None) -> str:
    return key_of(name.strip()[:1]) if name else ""


def _keys(forms: Iterable[str]) -> frozenset[str]:
    return frozenset(filter(None, map(key_of, forms)))
