"""A row of a list of people as a file tells it, and what has to be asked about it."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

Values = Mapping[str, str | list[str]]
NEW = "новый"


class Incoming(NamedTuple):
    """What a row tells: the person, the part taken by registry, and other answers.

    `offices` are keys of organization.yaml that the person holds, `words` the row as written,
    `doubts` what was hard to read in it; `code` is set where it is known who it is.
    """

    number: str
    person: Values
    parts: Mapping[str, Values]
    answers: tuple[tuple[str, str], ...] = ()
    offices: tuple[str, ...] = ()
    words: str = ""
    doubts: tuple[str, ...] = ()
    code: str | None = None

    @property
    def name(self) -> str:
        """The name as the row has it."""
        words = (self.person.get(key) for key in ("surname", "name", "patronymic"))
        return " ".join(str(word) for word in words if word)


class Question(NamedTuple):
    """Somebody of this name is known: is it the same person? `known` are codes and words."""

    row: Incoming
    known: tuple[tuple[str, str], ...]


class KeptValue(NamedTuple):
    """A value that the file has otherwise: whose, of which key, what stands and what is new."""

    code: str
    name: str
    title: str
    old: str
    new: str


# The code of the person that a row means, NEW, or None when nobody knows.
Decide = Callable[[Question], str | None]
