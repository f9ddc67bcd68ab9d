"""What a command does to the data, as data: edits, and the changes that a record needs."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from roadmap_cli.domain.model.changes import (
    AppendItem,
    Change,
    Plain,
    RemoveItem,
    RemoveKey,
    SetKey,
)
from roadmap_cli.domain.model.plain import as_plain, is_absent, plain_record, present
from roadmap_cli.domain.model.record import Pointer, Record, key_names
from roadmap_cli.errors import RequestInvalidError
from roadmap_cli.text.dates import numeric


class Edit(NamedTuple):
    """What happens to one item: a Russian phrase and the changes; none when all is so already.

    `remarks` are what a person should look at in the item as it will be.
    """

    item_id: str
    said: str
    changes: tuple[Change, ...]
    remarks: tuple[str, ...] = ()


def refuse_future(day: date, today: date) -> None:
    """Raises RequestInvalidError if the reported day is in the future."""
    if day > today:
        raise RequestInvalidError(f"{numeric(day)} ещё не наступило")


def key_changes(file: str, record: Record, told: Mapping[str, object]) -> list[Change]:
    """Return the changes that set the keys of `told` that differ from the record's.

    An absent value removes its key; keys that `told` does not name stay as they are. In a list
    only the new and the removed items change, so that the others keep their comments.
    """
    order, now = key_names(type(record)), plain_record(record)
    changes: list[Change] = []
    for name, value in told.items():
        at = (*record.at, name)
        if is_absent(value):
            changes += [RemoveKey(file, at)] if name in now else []
        elif (new := as_plain(value)) != now.get(name):
            changes += _value_changes(file, at, now.get(name), new, order)
    return changes


def _value_changes(
    file: str, at: Pointer, old: Plain | None, new: Plain, order: tuple[str, ...]
) -> list[Change]:
    """The fewest changes that turn one value into another."""
    whole: list[Change] = [SetKey(file, at, new, order)]
    if not isinstance(old, list) or not isinstance(new, list):
        return whole
    kept = [item for item in old if item in new]
    repeats = any(old.count(item) > 1 for item in old)
    if not kept or new[: len(kept)] != kept or repeats:
        return whole
    gone = [position for position, item in enumerate(old) if item not in new]
    return [
        *(RemoveItem(file, (*at, position)) for position in reversed(gone)),
        *(AppendItem(file, at, item, order) for item in new[len(kept) :]),
    ]


def appended(file: str, at: Pointer, values: Mapping[str, object]) -> AppendItem:
    """The change that adds a record with the values that are there to the list at `at`."""
    return AppendItem(file, at, present(dict(values)), ())
