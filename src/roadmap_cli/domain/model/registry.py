"""A data file as a row of the table of registries: what it holds, and how its records are named."""

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any, Generic, NamedTuple, Protocol, TypeVar, cast, overload

from roadmap_cli.domain.model.kinds import Choice, Nested, single
from roadmap_cli.domain.model.record import Key, Record, keys

_R_co = TypeVar("_R_co", covariant=True)

# A column of every list that is no key: the name behind the record.
NAME = "name*"


class Parts(Protocol):
    """What the files of a workspace hold: a dataset."""

    def part(self, key: str) -> object:
        """The record of the file with this key; of a folder its records by code."""


class Names(Protocol):
    """The names behind codes, as far as a row of the table needs them."""

    def name(self, target: str, code: str) -> str:
        """The name of the record `code` of the registry `target`."""

    def person(self, code: str) -> str:
        """The name of a person."""

    def together(self, people: Iterable[str]) -> str:
        """The names of several people in one line."""


class Items(NamedTuple):
    """The records of a registry: where they stand and how people speak of them.

    `key` is the list's key in the file, `identity` the key of a record that is its code,
    `command` the command's name, `help` says in Russian what the command is about, `one` what
    one record is called. `called_by` gives the name of a record; without it the code serves.
    A new code is made of the keys `code_from`; where they are a person's name it is not
    `telling`, but random. `columns` come first in a
    list, `asked` are asked for at a terminal besides what is required. `remarks` tells what a
    person should look at in a record; a command tells what it has added to that.
    """

    key: str
    identity: str
    command: str
    help: str
    one: str
    called_by: Callable[[Any, Names], str] | None = None
    code_from: tuple[str, ...] = ()
    telling: bool = True
    columns: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    remarks: Callable[[Any], Iterable[object]] = lambda _item: ()


class OwnedList(NamedTuple):
    """A list whose records a vault seals one by one, each under the key of its owner.

    `key` is the list, `owner` the key of a record that names the owner, `owners` the registry of
    the owners: people, or the pairs that a record tells of.
    """

    key: str
    owner: str
    owners: str

    def label(self, code: str) -> str:
        """What the owner's key is called; a person's by the code alone."""
        return code if self.owners == "people" else f"{self.owners}/{code}"


class Registry(NamedTuple):
    """A data file of the workspace.

    `declared` is where its record stands, `module:class`: it is imported when the file is
    first read, because most commands need two files of the dozen. `required` files must
    exist. `personal` is the key of a record that names the person whose data it is: such a
    file is sealed by a vault, and `forget` destroys what does not survive in the person's
    records. `sealed` are the lists of a file that tells of people without being about one.
    A `folder` holds a file for each record, named by its code; each file has a row of its own
    (see `member`), whose key is `surveys/CODE`.
    `listed` gives code and name of what can be referred to in a file without records: the stages
    of a roadmap, the registered orders by their kind.
    """

    key: str
    declared: str
    title: str
    purpose: str
    required: bool = False
    items: Items | None = None
    personal: str | None = None
    sealed: tuple[OwnedList, ...] = ()
    listed: Callable[[Any], dict[str, str]] | None = None
    folder: bool = False

    def member(self, code: str) -> "Registry":
        """The row of one file of a folder."""
        return self._replace(key=f"{self.key}/{code}", folder=False)

    @property
    def root_key(self) -> str:
        """The key of the row, or of the folder that the file lies in."""
        return self.key.partition("/")[0]

    @property
    def owned_lists(self) -> tuple[OwnedList, ...]:
        """The lists that a vault seals by owner; none for a file that it leaves open."""
        if self.personal is None:
            return self.sealed
        return (OwnedList(self.record_list, self.personal, "people"),)

    @property
    def file(self) -> str:
        """The path within the workspace, of a folder too."""
        return f"data/{self.key}" if self.folder else f"data/{self.key}.yaml"

    @property
    def record(self) -> type[Record]:
        """The record that the whole file is."""
        module, _, name = self.declared.partition(":")
        home = import_module(f"roadmap_cli.domain.model.files.{module}")
        return cast(type[Record], getattr(home, name))

    @property
    def described(self) -> Items:
        """How the records are called; every registry with commands says it."""
        assert self.items is not None, self.key
        return self.items

    @property
    def record_list(self) -> str:
        """The key of the list that holds the records of a file with personal data."""
        return self.items.key if self.items else self.key

    @property
    def is_about_people(self) -> bool:
        """True when each record is about the one person whose code it has."""
        return self.items is not None and self.items.identity == "person"

    @property
    def item_type(self) -> type[Record]:
        """The record that the registry's list is made of."""
        declared = next(key for key in keys(self.record) if key.name == self.described.key)
        return cast(type[Record], cast(Nested, single(declared.kind)).record)

    @property
    def item_keys(self) -> tuple[Key, ...]:
        """The keys of one record that a command can set.

        Not those that hold records themselves, nor those that only the program writes.
        """
        own = (key for key in keys(self.item_type) if not key.by_program)
        return tuple(key for key in own if not isinstance(single(key.kind), Nested))

    @property
    def choice_keys(self) -> tuple[Key, ...]:
        """The keys whose values are words of a closed set."""
        return tuple(key for key in self.item_keys if isinstance(key.kind, Choice))

    def identity(self, item: Record) -> str:
        """The code of a record."""
        return str(getattr(item, self.described.identity))

    def items_of(self, data: Parts) -> tuple[Record, ...]:
        """The records in the order of the file."""
        return cast(tuple[Record, ...], getattr(data.part(self.key), self.described.key))

    def called(self, item: Record, names: Names) -> str:
        """Return the name of a record, or its code if the row gives no name."""
        called_by = self.described.called_by
        return (called_by(item, names) if called_by else "") or self.identity(item)


class DataFile(Generic[_R_co]):
    """An attribute of a dataset: the class gives the file's row, an instance what it holds."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry

    @overload
    def __get__(self, data: None, owner: type) -> Registry: ...

    @overload
    def __get__(self, data: Parts, owner: type) -> _R_co: ...

    def __get__(self, data: Parts | None, owner: type) -> Registry | _R_co:
        return self.registry if data is None else cast(_R_co, data.part(self.registry.key))
