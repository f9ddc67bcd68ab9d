"""A code that tells who a person is gives way to a random one, wherever it is referred to."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from roadmap_cli.domain.model.changes import Change, Plain, SetKey
from roadmap_cli.domain.model.dataset import BY_KEY, REGISTRIES, Dataset
from roadmap_cli.domain.model.files.people import Person
from roadmap_cli.domain.model.plain import as_plain
from roadmap_cli.domain.model.record import Pointer
from roadmap_cli.domain.model.registry import Registry
from roadmap_cli.domain.registries.codes import random_code
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.domain.registries.references import links
from roadmap_cli.text.drawn_codes import is_random
from roadmap_cli.text.transliteration import latin

Codes = Mapping[str, Mapping[str, str]]
# A surname so short stands in other words by chance.
_SHORTEST = 3


class Renaming(NamedTuple):
    """The person's new code, the old and the new codes by registry, and what changes."""

    code: str
    codes: Codes
    changes: tuple[Change, ...]


def rename_telling(data: Dataset, person: Person) -> Renaming:
    """New codes for the person and for the records whose codes contain the person's or the surname.

    Codes stay readable in git, where the names are encrypted; one that a person or an earlier
    version of the program made of a name would give the forgotten person away.
    """
    directory = Directory(data)
    codes = dict(_new_codes(data, directory, person))
    changes = [*_identities(data, codes), *_references(data, directory, codes)]
    return Renaming(codes["people"].get(person.id, person.id), codes, tuple(changes))


def _new_codes(
    data: Dataset, directory: Directory, person: Person
) -> Iterator[tuple[str, dict[str, str]]]:
    taken = directory.names("people")
    new = person.id if is_random(person.id) else random_code(data, person.id, taken)
    telling = [re.escape(word) for word in _words(person)]
    part = re.compile(rf"(?<![a-z0-9])(?:{'|'.join(telling)})(?![a-z0-9])") if telling else None
    for registry in _with_codes():
        if registry == Dataset.people:
            yield registry.key, {person.id: new} if new != person.id else {}
        elif part is not None:
            known = directory.names(registry.key)
            yield registry.key, {code: _free(part.sub(new, code), known) for code in known
                                 if part.search(code)}  # fmt: skip


def _words(person: Person) -> list[str]:
    """What in a code gives the person away."""
    surname = latin(person.surname)
    own = [] if is_random(person.id) else [person.id]
    return own + ([surname] if len(surname) >= _SHORTEST else [])


def _free(code: str, taken: Mapping[str, str]) -> str:
    number = 2
    free = code
    while free in taken:
        free, number = f"{code}-{number}", number + 1
    return free


def _with_codes() -> Iterator[Registry]:
    """The registries whose records have codes of their own."""
    return (each for each in REGISTRIES if each.items is not None and each.items.identity == "id")


def _identities(data: Dataset, codes: Codes) -> Iterator[Change]:
    for key, renamed in codes.items():
        registry = BY_KEY[key]
        for item in registry.items_of(data):
            new = renamed.get(registry.identity(item))
            if new is not None:
                yield SetKey(registry.file, (*item.at, "id"), new)


def _references(data: Dataset, directory: Directory, codes: Codes) -> Iterator[Change]:
    lists: dict[tuple[str, Pointer], dict[int, str]] = {}
    for link in links(data, directory):
        new = codes.get(link.target, {}).get(link.code)
        if new is None or link.role:
            continue
        step = link.at[-1]
        if isinstance(step, int):
            lists.setdefault((link.source.file, link.at[:-1]), {})[step] = new
        else:
            yield SetKey(link.source.file, link.at, new)
    for (file, at), renamed in lists.items():
        yield SetKey(file, at, _replaced(data, file, at, renamed))


def _replaced(data: Dataset, file: str, at: Pointer, renamed: Mapping[int, str]) -> Plain:
    """A list of codes with some of them renamed."""
    key = next(registry.key for registry in REGISTRIES if registry.file == file)
    found: object = data.records[key]
    for step in at:
        found = found[step] if isinstance(found, tuple) else getattr(found, str(step))  # type: ignore[index]  # a position
    values = as_plain(found)
    assert isinstance(values, list)
    return [renamed.get(position, value) for position, value in enumerate(values)]
