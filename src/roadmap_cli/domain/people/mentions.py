"""Who of the workspace is mentioned in a text, by whatever tells of a person."""

from collections.abc import Iterable
from functools import cached_property

from roadmap_cli.domain.model.files.people import Person
from roadmap_cli.domain.people.contact_mentions import ContactFinder
from roadmap_cli.domain.people.name_mentions import NameFinder
from roadmap_cli.domain.people.tells import Mention, Tell
from roadmap_cli.text.drawn_codes import is_random
from roadmap_cli.text.words import words_of

# A word that may be an ordinary one names nobody, nor does the name of somebody else.
_NAMING = frozenset(Tell) - {Tell.WORD, Tell.NAMESAKE, Tell.BIRTHDAY, Tell.CODE}


def names_somebody(mention: Mention) -> bool:
    """True for a mention that tells a reader who is meant; a drawn code tells nobody."""
    return mention.kind in _NAMING or (mention.kind is Tell.CODE and not is_random(mention.person))


class Recognizer:
    """Finds people in texts; their forms are made when the first text is asked about.

    A person who is forgotten or locked has no name here. With `codes` the codes are looked for.
    """

    def __init__(self, people: Iterable[Person], *, codes: bool = False) -> None:
        self._people = tuple(people)
        self._codes = codes

    def find(self, text: str) -> list[Mention]:
        """The mentions in their order; of people who cannot be told apart all are named."""
        words = words_of(text)
        found = [*self._names.find(text, words), *self._contacts.find(text, words)]
        return sorted(found, key=lambda mention: (mention.start, -mention.end, mention.person))

    @cached_property
    def _names(self) -> NameFinder:
        return NameFinder(filter(_is_known, self._people))

    @cached_property
    def _contacts(self) -> ContactFinder:
        codes = [person.id for person in self._people] if self._codes else []
        return ContactFinder(filter(_is_known, self._people), codes)


def _is_known(person: Person) -> bool:
    return person.forgotten_on is None and person.locked is None
