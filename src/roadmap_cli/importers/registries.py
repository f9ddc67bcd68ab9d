"""Tables that `roadmap export` has written: every heading names its key in brackets."""

import re
from collections.abc import Mapping, Sequence

from roadmap_cli.domain.model.dataset import REGISTRIES
from roadmap_cli.domain.model.flat import flat_keys
from roadmap_cli.domain.model.registry import Registry

_KEY = re.compile(r"\(([a-z_]+(?:\.[a-z_]+)*)\)$")


def own_registry(name: str, table: Sequence[Sequence[str]]) -> Registry | None:
    """The registry that a table holds, or None when the program did not write it.

    A table without all its columns must say by its name what it is, unless it can be only one.
    """
    found = set(_paths(table).values())
    fitting = [
        registry
        for registry in REGISTRIES
        if registry.items is not None
        and registry.described.identity in found
        and found <= {key.path for key in flat_keys(registry.item_type)}
    ]
    named = [registry for registry in fitting if name in (registry.title, registry.key)]
    whole = [
        registry for registry in fitting if {k.path for k in flat_keys(registry.item_type)} == found
    ]
    return next((choice[0] for choice in (named, whole, fitting) if len(choice) == 1), None)


def own_rows(table: Sequence[Sequence[str]]) -> list[tuple[int, Mapping[str, str]]]:
    """The rows by path of keys, with their numbers in the table."""
    columns = _paths(table)
    return [
        (number, {path: cells[n] if n < len(cells) else "" for n, path in columns.items()})
        for number, cells in enumerate(table[1:], 2)
        if any(cells)
    ]


def _paths(table: Sequence[Sequence[str]]) -> dict[int, str]:
    head = table[0] if table else ()
    keys = ((n, _KEY.search(cell.strip())) for n, cell in enumerate(head))
    return {n: found[1] for n, found in keys if found}
