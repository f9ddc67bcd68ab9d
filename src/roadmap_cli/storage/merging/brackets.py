"""Values in brackets made one: `{a: 1, b: [x, y]}`; what stands inside is taken as written."""

from typing import NamedTuple

from roadmap_cli.domain.model.kinds import Kind, Nested
from roadmap_cli.domain.model.record import Record
from roadmap_cli.storage.merging.pairing import Name, in_order, paired
from roadmap_cli.storage.merging.plain import (
    ABSENT,
    Verdict,
    Versions,
    kind_under,
    record_of,
    settled,
)
from roadmap_cli.storage.yaml.nodes import AnyNode, MappingNode, ScalarNode, bare_data


class Bit(NamedTuple):
    """A value in its text, with the key before it where there is one."""

    text: str
    node: AnyNode
    key: ScalarNode | None = None

    @property
    def written(self) -> str:
        """As it stands in the text."""
        start = self.key.start if self.key else self.node.start
        return self.text[start : self.node.end]


class _Cut(NamedTuple):
    """A value in brackets: its bits by name with what stands before each, and its ends."""

    bits: dict[Name, Bit]
    leads: dict[Name, str]
    opening: str
    closing: str


class BracketMerge:
    """One merge; where the sides disagree one of them wins everywhere."""

    def __init__(self, *, theirs_win: bool) -> None:
        self._theirs_win = theirs_win

    def value(
        self, kind: Kind | None, base: Bit | None, ours: Bit, theirs: Bit, *, is_item: bool = False
    ) -> str:
        """The merged text."""
        verdict = settled(_data(base, ours, theirs), is_item=is_item)
        if verdict is Verdict.DEEPER:
            return self._inside(kind, base, ours, theirs)
        return self._chosen(verdict, base, ours, theirs).written

    def _chosen(self, verdict: Verdict, base: Bit | None, ours: Bit, theirs: Bit) -> Bit:
        if verdict is Verdict.CONFLICT:
            return theirs if self._theirs_win else ours
        same = bare_data(ours.node) == bare_data(theirs.node)
        if same and base is not None and base.written == ours.written:
            return theirs  # only the way of writing differs
        return theirs if verdict is Verdict.THEIRS else ours

    def _inside(self, kind: Kind | None, base: Bit | None, ours: Bit, theirs: Bit) -> str:
        record = record_of(kind)
        old, own, other = _cuts(record, base, ours, theirs)
        pieces: list[tuple[Name, str, str]] = []
        for name in in_order(list(old.bits), list(own.bits), list(other.bits)):
            lead = own.leads.get(name, other.leads.get(name, ""))
            if own.leads.get(name) == old.leads.get(name):
                lead = other.leads.get(name, lead)
            text = self._bit(record, name, old, own, other)
            if text is not None:
                pieces.append((name, lead, text))
        first = {name for cut in (own, other) for name in list(cut.bits)[:1]}
        written = ""
        for name, lead, text in pieces:
            if written:
                written += f",{lead or ' '}{text}"
            else:
                written = (lead if name in first else lead.strip()) + text
        before = ours.text[ours.key.start : ours.node.start] if ours.key else ""
        return before + own.opening + written + own.closing

    def _bit(
        self, record: type[Record] | None, name: Name, old: _Cut, own: _Cut, other: _Cut
    ) -> str | None:
        base, ours, theirs = (cut.bits.get(name) for cut in (old, own, other))
        is_item = name[0] != "key"
        if ours is not None and theirs is not None:
            kind = (
                (Nested(record) if record else None)
                if is_item
                else kind_under(record, str(name[1]))
            )
            return self.value(kind, base, ours, theirs, is_item=is_item)
        verdict = settled(_data(base, ours, theirs), is_item=is_item)
        wins = self._theirs_win if verdict is Verdict.CONFLICT else verdict is Verdict.THEIRS
        kept = theirs if wins else ours
        return kept.written if kept is not None else None


def _data(*bits: Bit | None) -> Versions:
    return Versions(*(ABSENT if bit is None else bare_data(bit.node) for bit in bits))


def _cuts(
    record: type[Record] | None, base: Bit | None, ours: Bit, theirs: Bit
) -> tuple[_Cut, _Cut, _Cut]:
    if isinstance(ours.node, MappingNode):
        old, own, other = (_keys(bit) for bit in (base, ours, theirs))
        return old, own, other
    sides = [_items(bit) for bit in (base, ours, theirs)]
    names = paired(record, *([bare_data(item) for item in side] for side in sides))
    old, own, other = (
        _cut(bit, dict(zip(own_names, (Bit(bit.text, item) for item in side), strict=True)))
        if bit is not None else _NOTHING
        for bit, own_names, side in zip((base, ours, theirs), names, sides, strict=True)
    )  # fmt: skip
    return old, own, other


_NOTHING = _Cut({}, {}, "", "")


def _keys(bit: Bit | None) -> _Cut:
    if bit is None or not isinstance(bit.node, MappingNode):
        return _NOTHING
    return _cut(
        bit, {("key", key.text): Bit(bit.text, value, key) for key, value in bit.node.entries}
    )


def _items(bit: Bit | None) -> list[AnyNode]:
    if bit is None or isinstance(bit.node, ScalarNode | MappingNode):
        return []
    return bit.node.items


def _cut(bit: Bit, bits: dict[Name, Bit]) -> _Cut:
    text, node = bit.text, bit.node
    at = node.start + 1
    leads: dict[Name, str] = {}
    for name, inner in bits.items():
        start = inner.key.start if inner.key else inner.node.start
        leads[name] = text[at:start].replace(",", "", 1)
        at = inner.node.end
    return _Cut(bits, leads, text[node.start : node.start + 1], text[at : node.end])
