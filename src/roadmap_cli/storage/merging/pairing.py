"""Which items of three versions of a list are the same record, and in what order they go."""

import json
from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

from roadmap_cli.domain.model.changes import Plain
from roadmap_cli.domain.model.kinds import Identifier
from roadmap_cli.domain.model.record import Record, Ways, keys, told_apart

# What an item is called while three versions are merged; equal names are one record.
Name = tuple[Hashable, ...]
_N = TypeVar("_N", bound=Hashable)
_Sign = Callable[[Plain], Hashable]


def paired(
    record: type[Record] | None,
    base: Sequence[Plain],
    ours: Sequence[Plain],
    theirs: Sequence[Plain],
) -> tuple[list[Name], list[Name], list[Name]]:
    """The names of the items of the three versions of a list.

    A record with a code is known by it. One without is known by its content, by the keys that
    tell such records apart, or because it is the only one much like it.
    """
    ways = told_apart(record) if record else (("id",),)
    old: list[Name] = [("old", position) for position in range(len(base))]
    own, other = (
        _with_new(_found(record, ways, base, side), side, ways) for side in (ours, theirs)
    )
    return old, own, other


def _found(
    record: type[Record] | None, ways: Ways, base: Sequence[Plain], side: Sequence[Plain]
) -> list[Name | None]:
    """The names of a side's items that the base has."""
    names: list[Name | None] = [None] * len(side)
    free = set(range(len(base)))

    def match(sign: _Sign, *, only: bool) -> None:
        waiting = _grouped(base, sorted(free), sign)
        coming = _grouped(side, [n for n, name in enumerate(names) if name is None], sign)
        for key, positions in coming.items():
            there = waiting.get(key, [])
            if only and (len(there), len(positions)) != (1, 1):
                continue
            for position, old in zip(positions, there, strict=False):
                names[position] = ("old", old)
                free.discard(old)

    match(_content, only=False)
    for number, way in enumerate(ways):
        match(_by(way), only=number > 0)
    if not _has_code(record):
        _match_alike(base, side, names, free)
    return names


def _with_new(names: list[Name | None], side: Sequence[Plain], ways: Ways) -> list[Name]:
    """The names, with some for the items that the base lacks: two sides may add the same."""
    counts: defaultdict[Hashable, int] = defaultdict(int)
    found = []
    for name, item in zip(names, side, strict=True):
        if name is not None:
            found.append(name)
            continue
        sign = (_by(ways[0])(item) if ways else None) or _content(item)
        found.append(("new", sign, counts[sign]))
        counts[sign] += 1
    return found


def _grouped(
    items: Sequence[Plain], positions: Sequence[int], sign: _Sign
) -> dict[Hashable, list[int]]:
    groups: dict[Hashable, list[int]] = {}
    for position in positions:
        key = sign(items[position])
        if key is not None:
            groups.setdefault(key, []).append(position)
    return groups


def _content(item: Plain) -> Hashable:
    return json.dumps(item, sort_keys=True)


def _by(way: Sequence[str]) -> _Sign:
    """An item's values under some keys, or None where it has none of them."""

    def sign(item: Plain) -> Hashable:
        told = tuple(str(item.get(key, "")) for key in way) if isinstance(item, dict) else ()
        return told if any(told) else None

    return sign


def _has_code(record: type[Record] | None) -> bool:
    """True for records that other files name, or that are about one record of another file."""
    ways = told_apart(record) if record else ()
    kinds = {key.name: key.kind for key in keys(record)} if record else {}
    return bool(ways) and all(isinstance(kinds[name], Identifier) for name in ways[0])


def _match_alike(
    base: Sequence[Plain], side: Sequence[Plain], names: list[Name | None], free: set[int]
) -> None:
    """Pair what is left: a record with half of its keys as they were is still the same."""
    for position, item in enumerate(side):
        if names[position] is not None or not isinstance(item, dict):
            continue
        alike = [old for old in sorted(free) if _are_alike(base[old], item)]
        if len(alike) == 1:
            names[position] = ("old", alike[0])
            free.discard(alike[0])


def _are_alike(one: Plain, other: dict[str, Plain]) -> bool:
    if not isinstance(one, dict):
        return False
    equal = sum(one.get(key) == value for key, value in other.items())
    return len(one.keys() | other.keys()) > 1 and equal * 2 >= len(one.keys() | other.keys())


def in_order(base: Sequence[_N], ours: Sequence[_N], theirs: Sequence[_N]) -> list[_N]:
    """All names: in the order of the side that moved some (ours if both did).

    What only the other side has comes behind the name that it follows there; additions of both
    sides at one spot stand ours first.
    """
    everywhere = set(base) & set(ours) & set(theirs)
    orders = [[name for name in each if name in everywhere] for each in (base, ours, theirs)]
    ours_lead = orders[1] != orders[0] or orders[2] == orders[0]
    leading, following = (ours, theirs) if ours_lead else (theirs, ours)
    order = list(leading)
    kept, placed = set(following), set(order)
    at = 0
    for name in following:
        if name in placed:
            at = order.index(name) + 1
            continue
        while ours_lead and at < len(order) and order[at] not in kept:
            at += 1
        order.insert(at, name)
        at += 1
    return order
