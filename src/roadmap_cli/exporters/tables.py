"""Registries as sheets of texts, which `import` takes back."""

from typing import NamedTuple

from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.flat import flat_keys, flattened
from roadmap_cli.domain.model.record import heading
from roadmap_cli.domain.model.registry import Registry
from roadmap_cli.domain.registries.directory import Directory

# A text that begins so would be taken for a formula.
FORMULA = tuple("=+-@\t\r'")
# A column that `import` passes over: codes alone say little to a person.
_FOR_READING = "Кто (для справки)"


class Sheet(NamedTuple):
    """A table with its title; the first row is the heading."""

    title: str
    rows: list[list[str]]


def sheet_of(directory: Directory, registry: Registry) -> Sheet:
    """A registry as a sheet; each heading ends in its key."""
    gone = directory.data.people.forgotten
    items = [
        item for item in registry.items_of(directory.data) if registry.identity(item) not in gone
    ]
    columns = list(flat_keys(registry.item_type))
    head = [f"{heading(key.title)} ({key.path})" for key in columns]
    if registry == Dataset.people:
        named = []
    else:
        head.append(_FOR_READING)
        names = directory.names(registry.key)
        named = [[names[registry.identity(item)]] for item in items]
    rows = [flattened(item) for item in items]
    extra = named or [[] for _ in rows]
    written = [
        [*(row[key.path] for key in columns), *more] for row, more in zip(rows, extra, strict=True)
    ]
    return Sheet(registry.title, [head, *written])
