"""The records of a registry and what can be said of them all alike."""

from typing import cast

from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.kinds import Choice, Nested, single
from roadmap_cli.domain.model.record import Key, Record, keys
from roadmap_cli.domain.model.registries import Items, Registry

KEPT_BY_PROGRAM = ("forgotten_on", "locked")


def described(registry: Registry) -> Items:
    """How the registry's records are called; every registry with commands has it."""
    assert registry.items is not None, registry.key
    return registry.items


def items_of(data: Dataset, registry: Registry) -> tuple[Record, ...]:
    """The records of a registry in the order of its file."""
    return cast(tuple[Record, ...], getattr(data.part(registry.key), described(registry).key))


def item_type(registry: Registry) -> type[Record]:
    """The record that the registry's list is made of."""
    declared = next(key for key in keys(registry.record) if key.name == described(registry).key)
    return cast(type[Record], declared.kind.item.record)  # type: ignore[attr-defined]  # a list of records


def item_keys(registry: Registry) -> tuple[Key, ...]:
    """The keys of one record that a command can set.

    Not those that hold records themselves, nor those that only `forget` and the vault write.
    """
    own = (key for key in keys(item_type(registry)) if key.name not in KEPT_BY_PROGRAM)
    return tuple(key for key in own if not _holds_records(key))


def choice_keys(registry: Registry) -> tuple[Key, ...]:
    """The keys whose values are words of a closed set."""
    return tuple(key for key in item_keys(registry) if isinstance(key.kind, Choice))


def identity(registry: Registry, item: Record) -> str:
    """The code by which the record is called."""
    return str(getattr(item, described(registry).identity))


def _holds_records(key: Key) -> bool:
    return isinstance(single(key.kind), Nested)
