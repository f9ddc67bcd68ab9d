"""Records of data files, declared once: the fields serve reading, schemas, docs and forms."""

from dataclasses import MISSING, Field, dataclass, field, fields
from typing import Any, TypeVar, dataclass_transform

from roadmap_cli.domain.kinds import Kind, Many
from roadmap_cli.domain.pointers import Pointer

_R = TypeVar("_R")
_METADATA = "roadmap"


@dataclass(frozen=True)
class Key:
    """One key of a record: its name in the file, the kind of its value and its Russian title."""

    name: str
    kind: Kind
    title: str
    required: bool


def required(kind: Kind, title: str) -> Any:
    """A key that must stand in the file."""
    return field(metadata={_METADATA: (kind, title, True)})


def optional(kind: Kind, title: str, *, default: Any) -> Any:
    """A key that may be left out."""
    return field(default=default, metadata={_METADATA: (kind, title, False)})


def many(kind: Kind, title: str, *, default: tuple[()]) -> Any:
    """A list that may be left out; absent and empty mean the same."""
    return field(default=default, metadata={_METADATA: (Many(kind), title, False)})


def location(*, default: Pointer) -> Any:
    """Where the record stands in its file; filled by the reader, never compared."""
    return field(default=default, compare=False, repr=False)


# Type checkers see a default only where the call names it, hence `default=` everywhere.
@dataclass_transform(
    kw_only_default=True,
    frozen_default=True,
    field_specifiers=(required, optional, many, location),
)
def record(cls: type[_R]) -> type[_R]:
    """Make a frozen, keyword-only dataclass of a declared record."""
    return dataclass(frozen=True, kw_only=True)(cls)


@record
class Located:
    """A record that knows its place, so that findings and changes can point at it."""

    at: Pointer = location(default=())


_keys: dict[type, tuple[Key, ...]] = {}


def keys(of: type) -> tuple[Key, ...]:
    """The keys of a record, in the order in which a file should hold them."""
    if of not in _keys:
        _keys[of] = tuple(_key(each) for each in fields(of) if _METADATA in each.metadata)
    return _keys[of]


def _key(declared: "Field[Any]") -> Key:
    kind, title, is_required = declared.metadata[_METADATA]
    return Key(declared.name, kind, title, is_required)


def default_of(record_type: type, name: str) -> Any:
    """The value of a key that is absent from the file; None for a required one."""
    declared = next(each for each in fields(record_type) if each.name == name)
    return None if declared.default is MISSING else declared.default
