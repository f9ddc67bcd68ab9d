"""Records of data files, declared once: the fields serve reading, schemas, docs and forms.

Dataclasses would do the same, but each costs 0.6 ms at every start of the program; these are
made without generating code.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple, Self, TypeVar, dataclass_transform

from roadmap_cli.domain.model.kinds import Kind, Many

# A way through a file: the keys of its records and the positions in its lists.
Pointer = tuple[str | int, ...]
# Ways to tell records apart, each by the values of some keys.
Ways = tuple[tuple[str, ...], ...]

_R = TypeVar("_R", bound="Record")


def heading(title: str) -> str:
    """The first words of a title: what stands before the explanations."""
    return re.split(r"[:,(]", title)[0].strip()


class Key(NamedTuple):
    """A key of a record: its name in the file, the kind of its value and its Russian title.

    `survives` says that the value stays when the person's data are destroyed, because it
    describes no person. `by_program` marks keys that only the program writes.
    """

    name: str
    kind: Kind
    title: str
    required: bool
    default: Any
    survives: bool = False
    by_program: bool = False

    @property
    def heading(self) -> str:
        """The first words of the title: what stands before the explanations."""
        return heading(self.title)


# Type checkers see a default only where the call names it, hence `default=` everywhere. A key
# stands under no name until its class is made.
def required(kind: Kind, title: str, *, survives: bool = False) -> Any:
    """A key that must stand in the file."""
    return Key("", kind, title, True, None, survives)


def optional(
    kind: Kind, title: str, *, default: Any, survives: bool = False, by_program: bool = False
) -> Any:
    """A key that may be left out."""
    return Key("", kind, title, False, default, survives, by_program)


def many(
    kind: Kind,
    title: str,
    *,
    default: tuple[()],
    survives: bool = False,
    by_program: bool = False,
) -> Any:
    """A list that may be left out; absent and empty mean the same."""
    return Key("", Many(kind), title, False, default, survives, by_program)


@dataclass_transform(
    kw_only_default=True, frozen_default=True, field_specifiers=(required, optional, many)
)
class Record:
    """A frozen record with keyword arguments only, compared by its values.

    `at` is where it stands in its file, so that findings and changes can point at it; it takes
    no part in comparison. `told_apart` names the keys that tell one record of a list from the
    others, the strictest way first; a record with an `id` needs none, one without any is told
    apart by all that it holds.
    """

    at: Pointer = ()
    _keys: tuple[Key, ...] = ()
    _told_apart: Ways = ()

    def __init_subclass__(cls, *, told_apart: Ways = ()) -> None:
        declared = [(name, key) for name, key in vars(cls).items() if isinstance(key, Key)]
        cls._keys = tuple(key._replace(name=name) for name, key in declared)
        has_code = any(key.name == "id" for key in cls._keys)
        cls._told_apart = told_apart or ((("id",),) if has_code else ())
        for name, _ in declared:
            delattr(cls, name)

    def __init__(self, **values: Any) -> None:
        own = self.__dict__
        for key in self._keys:
            if key.required and key.name not in values:
                raise TypeError(f"{type(self).__name__} needs {key.name}")
            own[key.name] = values.pop(key.name, key.default)
        if values:
            raise TypeError(f"{type(self).__name__} has no {', '.join(values)}")

    @classmethod
    def empty(cls) -> Self | None:
        """A record without any values, or None where a key is required."""
        return None if any(key.required for key in cls._keys) else cls()

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen")

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self._values() == other._values()

    def __hash__(self) -> int:
        return hash((type(self), *self._values()))

    def __repr__(self) -> str:
        pairs = (f"{key.name}={getattr(self, key.name)!r}" for key in self._keys)
        return f"{type(self).__name__}({', '.join(pairs)})"

    def _values(self) -> tuple[Any, ...]:
        return tuple(getattr(self, key.name) for key in self._keys)


def placed(record: _R, at: Pointer) -> _R:
    """Set the place of a record in its file; only the reader may do so."""
    record.__dict__["at"] = at
    return record


def values_in(record: Record, at: Pointer = ()) -> Iterator[tuple[Pointer, Kind, Any]]:
    """Every single value of a record and of those inside it, with its place and its kind."""
    for key in record._keys:
        yield from _values(key.kind, getattr(record, key.name), (*at, key.name))


def _values(kind: Kind, value: Any, at: Pointer) -> Iterator[tuple[Pointer, Kind, Any]]:
    if value is None:
        return
    if isinstance(kind, Many):
        for position, item in enumerate(value):
            yield from _values(kind.item, item, (*at, position))
    elif isinstance(value, Record):
        yield from values_in(value, value.at or at)
    else:
        yield at, kind, value


def keys(of: type[Record]) -> tuple[Key, ...]:
    """The keys of a record, in the order in which a file should hold them."""
    return of._keys


def key_names(of: type[Record]) -> tuple[str, ...]:
    """The names of a record's keys in that order."""
    return tuple(key.name for key in of._keys)


def told_apart(of: type[Record]) -> Ways:
    """The ways in which records of one list are told apart, the strictest first."""
    return of._told_apart
