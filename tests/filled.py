"""A workspace that fills every key of every data file, made of the declarations themselves."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

from roadmap_cli.domain.model.dataset import REGISTRIES
from roadmap_cli.domain.model.kinds import (
    Choice,
    Day,
    Flag,
    Identifier,
    Integer,
    Kind,
    Many,
    Nested,
    Number,
    Reference,
)
from roadmap_cli.domain.model.record import Key, Record, keys
from roadmap_cli.domain.model.registry import Registry
from roadmap_cli.domain.model.school_year import Years

# Who has the whole record of a part taken, and who a record with nothing but its code.
_WHOLE = {"mentors": "people-1", "mentees": "people-2"}
_BARE, _LAST = 3, 6
_IDENTIFIER = "order.introduction"
_SIMPLE: dict[type[Kind], str] = {
    Day: "2025-10-01", Flag: "да", Years: "2025/2026", Number: "66.7",
}  # fmt: skip


def fill_workspace(root: Path) -> None:
    """Write a data file for every registry."""
    (root / "data").mkdir(parents=True, exist_ok=True)
    for registry in REGISTRIES:
        text = yaml.safe_dump(_file(registry), allow_unicode=True, sort_keys=False)
        # A newborn signs no consents.
        text = text.replace("born: '2025-", "born: '1990-")
        path = root / (registry.member(_IDENTIFIER) if registry.folder else registry).file
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")


def code_of(registry: Registry, number: int) -> str:
    """The code of a registry's record: number 1 is whole, the others are bare.

    A registry whose records have the code of another one's holds numbers 1 and 3 only.
    """
    target = _target(registry)
    if target is None:
        return f"{registry.key}-{number}"
    if number == 1 and registry.key in _WHOLE:
        return _WHOLE[registry.key]
    return f"{target}-{number if target != 'people' else max(number, _BARE)}"


def words_for(registry: Registry, number: int) -> list[str]:
    """The options by which `add` makes the record of this number."""
    words: list[str] = []
    for name, value in _record(registry.item_type, _bare, registry, number).items():
        if name != "id":
            words += [f"--{name.replace('_', '-')}", str(value)]
    return words


def removable(registry: Registry) -> str:
    """The code of a bare record that no other refers to."""
    return code_of(registry, _LAST if _target(registry) is None else _BARE)


def _file(registry: Registry) -> dict[str, Any]:
    whole = _record(registry.record, _every, registry, 1)
    if registry.items is not None:
        bare = range(2, _LAST + 1) if _target(registry) is None else (_BARE,)
        whole[registry.items.key] += [
            _record(registry.item_type, _bare, registry, number) for number in bare
        ]
    return whole


def _target(registry: Registry) -> str | None:
    """The registry whose code a record has, for one without a code of its own."""
    named = registry.described.identity
    kind = next(key.kind for key in keys(registry.item_type) if key.name == named)
    return kind.targets[0] if isinstance(kind, Reference) else None


def _every(record: type[Record]) -> Iterator[Key]:
    return iter(keys(record))


def _bare(record: type[Record]) -> Iterator[Key]:
    return (key for key in keys(record) if key.required)


def _record(
    record: type[Record],
    chosen: Callable[[type[Record]], Iterator[Key]],
    registry: Registry,
    number: int,
    depth: int = 0,
) -> dict[str, Any]:
    """The keys of a record with a value each; those that only the program writes stay away."""
    return {
        key.name: code_of(registry, number)
        if _is_identity(record, key, registry)
        else _value(key, key.kind, registry, number, depth)
        for key in chosen(record)
        if not key.by_program
    }


def _is_identity(record: type[Record], key: Key, registry: Registry) -> bool:
    return (
        registry.items is not None
        and record is registry.item_type
        and key.name == registry.items.identity
    )


def _value(key: Key, kind: Kind, registry: Registry, number: int, depth: int) -> Any:
    if isinstance(kind, Many):
        return [_value(key, kind.item, registry, number, depth)]
    if isinstance(kind, Nested):
        return _record(kind.record, _every, registry, number, depth + 1)
    if isinstance(kind, Reference):
        return _WHOLE.get(kind.role or "", f"{kind.targets[0]}-1")
    return _single(key, kind, number, depth)


def _single(key: Key, kind: Kind, number: int, depth: int) -> str:
    if isinstance(kind, Choice):
        options = list(kind.options)
        return str(options[max(number - 2, 0) % len(options)].value)
    if isinstance(kind, Integer):
        return str(max(kind.least, 7))
    if isinstance(kind, Identifier):
        return ".".join("1" * depth) if kind.pattern.startswith(r"\d") else _IDENTIFIER
    if key.name in ("deadline", "moved_from"):
        return "октябрь 2025"
    return _SIMPLE.get(type(kind), f"{key.heading} {number}")
