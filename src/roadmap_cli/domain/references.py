"""Which record refers to which: read off the declared keys, for every registry alike."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from roadmap_cli.domain.dataset import Dataset
from roadmap_cli.domain.kinds import Kind, Many, Nested, Reference
from roadmap_cli.domain.pointers import Pointer
from roadmap_cli.domain.records import Record, keys
from roadmap_cli.domain.registries import BY_KEY, Registry


class Link(NamedTuple):
    """A reference: from the spot `at` of a file to the record `code` of the registry `target`."""

    source: Registry
    at: Pointer
    target: str
    code: str


def links(data: Dataset) -> Iterator[Link]:
    """Every reference in the loaded files."""
    for key, record in data.records.items():
        yield from _links_of(BY_KEY[key], record, record.at)


def _links_of(source: Registry, record: Record, at: Pointer) -> Iterator[Link]:
    for key in keys(type(record)):
        yield from _value_links(source, key.kind, getattr(record, key.name), (*at, key.name))


def _value_links(source: Registry, kind: Kind, value: Any, at: Pointer) -> Iterator[Link]:
    if value is None:
        return
    if isinstance(kind, Many):
        for position, item in enumerate(value):
            yield from _value_links(source, kind.item, item, (*at, position))
    elif isinstance(kind, Nested):
        yield from _links_of(source, value, at)
    elif isinstance(kind, Reference):
        yield Link(source, at, kind.target, value)
