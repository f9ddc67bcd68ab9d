"""Which record refers to which: read off the declared keys, for every registry alike."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from roadmap_cli.domain.model.dataset import Dataset, row_of
from roadmap_cli.domain.model.kinds import Kind, Reference, TextOrCode
from roadmap_cli.domain.model.record import Pointer, Record, values_in
from roadmap_cli.domain.model.registry import Registry
from roadmap_cli.domain.registries.directory import Directory


class Link(NamedTuple):
    """A reference: from the spot `at` of a file to the record `code` of the registry `target`.

    `role` marks a reference that is not stored: it says that the person must also appear in that
    registry.
    """

    source: Registry
    at: Pointer
    target: str
    code: str
    role: bool = False


class _Walk(NamedTuple):
    source: Registry
    directory: Directory

    def record(self, record: Record, at: Pointer) -> Iterator[Link]:
        for place, kind, value in values_in(record, at):
            yield from self.value(kind, value, place)

    def value(self, kind: Kind, value: Any, at: Pointer) -> Iterator[Link]:
        if isinstance(kind, Reference):
            yield Link(self.source, at, self.owner(kind.targets, value) or kind.targets[0], value)
            if kind.role:
                yield Link(self.source, at, kind.role, value, role=True)
        elif isinstance(kind, TextOrCode) and (owner := self.owner(kind.targets, value)):
            yield Link(self.source, at, owner, value)

    def owner(self, targets: tuple[str, ...], code: str) -> str | None:
        return next((target for target in targets if code in self.directory.names(target)), None)


def links(data: Dataset, directory: Directory | None = None) -> Iterator[Link]:
    """Every reference in the loaded files."""
    known = directory or Directory(data)
    for key, record in data.records.items():
        yield from _Walk(row_of(key), known).record(record, record.at)
