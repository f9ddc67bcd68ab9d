"""An edit as data: which file, which spot, what shall stand there."""

from typing import NamedTuple

from roadmap_cli.domain.model.record import Pointer

Plain = str | list["Plain"] | dict[str, "Plain"]


class SetKey(NamedTuple):
    """Put `value` under the last key of `at`; the key is added when it is not there.

    `order` lists the record's keys as a file should hold them, so that a new key finds its
    place among the old ones.
    """

    file: str
    at: Pointer
    value: Plain
    order: tuple[str, ...] = ()


class RemoveKey(NamedTuple):
    """Remove the last key of `at`; nothing happens when it is not there."""

    file: str
    at: Pointer


class AppendItem(NamedTuple):
    """Add `value` to the end of the list at `at`; an absent list is made."""

    file: str
    at: Pointer
    value: Plain
    order: tuple[str, ...] = ()


class RemoveItem(NamedTuple):
    """Take the record at `at` (its last step is an index) out of its list."""

    file: str
    at: Pointer


Change = SetKey | RemoveKey | AppendItem | RemoveItem
