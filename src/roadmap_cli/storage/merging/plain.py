"""The merge of bare data: what the merged text must hold, and where the two sides disagree."""

from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from roadmap_cli.domain.model.changes import Plain
from roadmap_cli.domain.model.kinds import Kind, Many, Nested
from roadmap_cli.domain.model.record import Record, keys
from roadmap_cli.storage.merging.pairing import in_order, paired

_FORGOTTEN, _LOCKED = "forgotten_on", "locked"


class Absent(Enum):
    """What a side has where it has nothing."""

    ABSENT = ""


ABSENT = Absent.ABSENT
Value = Plain | Absent


class Verdict(Enum):
    """What becomes of a value of which there are three versions."""

    OURS = "ours"
    THEIRS = "theirs"
    BOTH = "both"
    DEEPER = "deeper"
    CONFLICT = "conflict"


class Step(NamedTuple):
    """A step into a file: a key of a record, or an item of a list as one of the sides has it."""

    record: type[Record] | None
    key: str | None = None
    item: Plain = ""


class Versions(NamedTuple):
    """A value as the common ancestor and the two sides have it."""

    base: Value
    ours: Value
    theirs: Value


class Conflict(NamedTuple):
    """A spot that both sides changed, each in its own way."""

    trail: tuple[Step, ...]
    versions: Versions


def settled(versions: Versions, *, is_item: bool = False) -> Verdict:
    """Who is right about a value, or an item of a list.

    A record that was forgotten on one side is taken from there, whatever the other did. Two
    versions of a record that is locked here both stay.
    """
    base, ours, theirs = versions
    if theirs in (ours, base):
        return Verdict.OURS
    if ours == base:
        return Verdict.THEIRS
    told = _item_verdict(versions) if is_item else None
    if told is not None:
        return told
    for kind in (dict, list):
        if isinstance(ours, kind) and isinstance(theirs, kind):
            known = isinstance(base, kind) or base in (ABSENT, "")
            return Verdict.DEEPER if known else Verdict.CONFLICT
    return Verdict.CONFLICT


def _item_verdict(versions: Versions) -> Verdict | None:
    _, *sides = versions
    forgotten = [isinstance(side, dict) and _FORGOTTEN in side for side in sides]
    if forgotten[0] != forgotten[1]:
        return Verdict.OURS if forgotten[0] else Verdict.THEIRS
    if ABSENT in versions:
        return Verdict.CONFLICT
    if any(isinstance(side, dict) and _LOCKED in side for side in sides):
        return Verdict.BOTH
    return None


def is_overruled(verdict: Verdict, versions: Versions) -> bool:
    """True when one side is taken whole though the other has changed the record, too."""
    base, ours, theirs = versions
    taken_whole = verdict in (Verdict.OURS, Verdict.THEIRS)
    return taken_whole and ours != theirs and base not in (ours, theirs)


def record_of(kind: Kind | None) -> type[Record] | None:
    """The record that a value of this kind is, or that its list is made of."""
    inner = kind.item if isinstance(kind, Many) else kind
    return inner.record if isinstance(inner, Nested) else None


def kind_under(record: type[Record] | None, name: str) -> Kind | None:
    """The kind of the value under a key; None for a key that nobody declared."""
    return next((key.kind for key in keys(record) if key.name == name), None) if record else None


class PlainMerge:
    """One merge of bare data; where the sides disagree one of them wins everywhere."""

    def __init__(self, *, theirs_win: bool) -> None:
        self.conflicts: list[Conflict] = []
        # Changes of one side that the rule about forgotten records has put aside.
        self.overruled: list[Conflict] = []
        self._theirs_win = theirs_win

    def value(self, kind: Kind | None, versions: Versions, trail: tuple[Step, ...] = ()) -> Value:
        """The merged value under a key, or of a whole file."""
        verdict = settled(versions)
        if verdict is not Verdict.DEEPER:
            return self._chosen(verdict, Conflict(trail, versions))
        if isinstance(versions.ours, dict):
            return self._mapping(record_of(kind), versions, trail)
        return list(self._items(record_of(kind), versions, trail))

    def _chosen(self, verdict: Verdict, spot: Conflict) -> Value:
        if verdict is Verdict.CONFLICT:
            self.conflicts.append(spot)
            return spot.versions.theirs if self._theirs_win else spot.versions.ours
        return spot.versions.theirs if verdict is Verdict.THEIRS else spot.versions.ours

    def _mapping(
        self, record: type[Record] | None, versions: Versions, trail: tuple[Step, ...]
    ) -> Plain:
        old, own, other = (each if isinstance(each, dict) else {} for each in versions)
        merged: dict[str, Plain] = {}
        for key in in_order(list(old), list(own), list(other)):
            under = Versions(*(each.get(key, ABSENT) for each in (old, own, other)))
            value = self.value(kind_under(record, key), under, (*trail, Step(record, key)))
            if value is not ABSENT:
                merged[key] = value
        return merged

    def _items(
        self, record: type[Record] | None, versions: Versions, trail: tuple[Step, ...]
    ) -> Iterator[Plain]:
        lists = [each if isinstance(each, list) else [] for each in versions]
        sides = [
            dict(zip(names, items, strict=True))
            for names, items in zip(paired(record, *lists), lists, strict=True)
        ]
        for name in in_order(*map(list, sides)):
            item = Versions(*(side.get(name, ABSENT) for side in sides))
            yield from self._item(record, item, trail)

    def _item(
        self, record: type[Record] | None, versions: Versions, trail: tuple[Step, ...]
    ) -> Iterator[Plain]:
        base, ours, theirs = versions
        shown = next(each for each in (ours, theirs, base) if each is not ABSENT)
        inside = (*trail, Step(record, item=shown))
        spot = Conflict(inside, versions)
        verdict = settled(versions, is_item=True)
        if is_overruled(verdict, versions):
            self.overruled.append(spot)
        if verdict is Verdict.BOTH:
            self.conflicts.append(spot)
            yield from (each for each in (ours, theirs) if each is not ABSENT)
            return
        if verdict is Verdict.DEEPER:
            value = self.value(Nested(record) if record else None, versions, inside)
        else:
            value = self._chosen(verdict, spot)
        if value is not ABSENT:
            yield value
