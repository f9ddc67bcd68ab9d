"""Values in lines made one: each key and each item is taken whole from the side that changed it.

Where both changed a part the merge goes inside it, down to a single value.
"""

from collections.abc import Callable, Hashable, Mapping
from typing import NamedTuple

from roadmap_cli.domain.model.kinds import Kind, Nested
from roadmap_cli.domain.model.record import Record
from roadmap_cli.storage.merging.brackets import Bit, BracketMerge
from roadmap_cli.storage.merging.pairing import in_order, paired
from roadmap_cli.storage.merging.parts import (
    Block,
    Opened,
    Part,
    entries,
    in_lines,
    is_in_lines,
    looks_same,
    moved,
    opened,
    opened_item,
    shifted,
)
from roadmap_cli.storage.merging.plain import (
    ABSENT,
    Verdict,
    Versions,
    is_overruled,
    kind_under,
    record_of,
    settled,
)
from roadmap_cli.storage.merging.remarks import merged_after, merged_lines, new_comments
from roadmap_cli.storage.merging.segments import Owner, Segment, agreed, as_one
from roadmap_cli.storage.yaml.compose import compose
from roadmap_cli.storage.yaml.nodes import AnyNode, MappingNode, ScalarNode, SequenceNode

_NOTHING = Opened("", "", Block((), "", None))
# Whose record an item of a list is, if that matters.
OwnerOf = Callable[[Part], Owner | None]
# The three versions of a part; a side that lacks it has None.
_Three = tuple[Part | None, Part, Part]


class _Side(NamedTuple):
    """One version of a value in lines: its parts by name, in order."""

    parts: Mapping[Hashable, Part]
    tail: str
    column: int | None


class _Child(NamedTuple):
    """A merged part: the comments above it and its whole lines; no lines for one that goes."""

    lead: str
    segments: list[Segment]


class LineMerge:
    """One merge of texts; `owned` is the key of the list whose records have owners."""

    def __init__(self, owned: str | None = None, owner_of: OwnerOf = lambda _part: None) -> None:
        self._owned, self._owner_of = owned, owner_of

    def file(
        self, record: type[Record] | None, *versions: tuple[str, AnyNode | None]
    ) -> list[Segment] | None:
        """The merged text of three files: base, ours, theirs; None when one cannot be cut."""
        blocks = [_cut_file(text, root) for text, root in versions]
        known = [block for block in blocks if block is not None]
        if len(known) < len(blocks):
            return None
        tail, children = self._block(record, [_keyed(block) for block in known], 0)
        return [*_laid_out(children), *agreed(tail)]

    def _block(
        self, record: type[Record] | None, sides: list[_Side], column: int
    ) -> tuple[str, list[_Child]]:
        """The tail and the parts of a value in lines, written in a column."""
        children: list[_Child] = []
        carried = ""
        for name in in_order(*(list(side.parts) for side in sides)):
            base, ours, theirs = (side.parts.get(name) for side in sides)
            if ours is not None and theirs is not None:
                child = self._two_sided(record, (base, ours, theirs), column)
            elif ours is not None or theirs is not None:
                child = self._one_sided(base, ours, theirs, column)
            else:
                continue
            carried += child.lead
            if child.segments:
                children.append(_Child(carried, child.segments))
                carried = ""
        tails = (moved(side.tail, column - (side.column or column)) for side in sides)
        return carried + merged_lines(*tails), children

    def _one_sided(
        self, base: Part | None, ours: Part | None, theirs: Part | None, column: int
    ) -> _Child:
        """A part that one side lacks: added, removed, or removed here and changed there."""
        kept = ours or theirs
        assert kept is not None
        text, lead = kept.placed(column), kept.lead_at(column)
        is_item = kept.key is None
        owner = self._owner_of(kept) if is_item else None
        verdict = settled(_data(base, ours, theirs), is_item=is_item)
        if base is not None and verdict is Verdict.CONFLICT:
            versions = (text, "") if ours is not None else ("", text)
            return _Child(lead, [Segment(*versions, owner)])
        if base is None or (verdict is Verdict.OURS) == (ours is not None):
            return _Child(lead, [Segment(text, text, owner)])
        return _Child("".join(new_comments(kept.lead + kept.body, base.lead + base.body)), [])

    def _two_sided(self, record: type[Record] | None, three: _Three, column: int) -> _Child:
        """A part that both sides have."""
        lead = merged_lines(*(part.lead_at(column) if part else "" for part in three))
        segments = self._merged(record, three, column)
        owner = self._owner_of(three[1]) if three[1].key is None else None
        return _Child(lead, [each._replace(owner=each.owner or owner) for each in segments])

    def _merged(self, record: type[Record] | None, three: _Three, column: int) -> list[Segment]:
        base, ours, theirs = three
        own, other = ours.placed(column), theirs.placed(column)
        if base is not None and looks_same(ours, base):
            return agreed(other)
        if looks_same(ours, theirs) or (base is not None and looks_same(theirs, base)):
            return agreed(own)
        data = _data(*three)
        verdict = settled(data, is_item=ours.key is None)
        if verdict is Verdict.BOTH:
            return [
                Segment(part.placed(column), part.placed(column), self._owner_of(part))
                for part in (ours, theirs)
            ]
        whole = verdict is Verdict.CONFLICT or is_overruled(verdict, data)
        inside = None if whole else self._deeper(record, three, column)
        if inside is not None:
            return inside
        if verdict is Verdict.OURS:
            return agreed(own)
        return agreed(other) if verdict is Verdict.THEIRS else [Segment(own, other)]

    def _deeper(
        self, record: type[Record] | None, three: _Three, column: int
    ) -> list[Segment] | None:
        """The merge inside a part; None for one that cannot be taken apart."""
        _, ours, theirs = three
        kind: Kind | None = Nested(record) if record else None
        if ours.key is not None:
            kind = kind_under(record, ours.key.text)
        if is_in_lines(ours.node) or is_in_lines(theirs.node):
            return self._inside(kind, three, column)
        return [_one_value(kind, three)]

    def _inside(self, kind: Kind | None, three: _Three, column: int) -> list[Segment] | None:
        """The merge of what a part holds, key by key or item by item; None where it has none."""
        _, ours, theirs = three
        if type(ours.node) is not type(theirs.node):
            return None
        is_item = ours.key is None
        cut = opened_item if is_item else opened
        old, own, other = (cut(part) if part else _NOTHING for part in three)
        if own is None or other is None:
            return None
        old = old or _NOTHING
        blocks = [old.block, own.block, other.block]
        is_list = isinstance(ours.node, SequenceNode)
        record = record_of(kind)
        sides = _named_items(record, blocks) if is_list else [_keyed(block) for block in blocks]
        owns = ours.key is not None and ours.key.text == self._owned
        merge = self if owns else LineMerge()
        at = own.block.column
        if at is None:
            at = column + (other.block.column or theirs.column + 2) - theirs.column
        tail, children = merge._block(record, sides, at)
        if is_item:
            beside = _beside(" " * column + own.head, at, children) if children else None
            return None if beside is None else [*beside, *agreed(tail)]
        after = merged_after(old.after, own.after, other.after)
        empty = "" if children else " []" if is_list else " {}"
        head = " " * column + own.head + empty + after
        return [*agreed(head), *_laid_out(children), *agreed(tail)]


def _cut_file(text: str, root: AnyNode | None) -> Block | None:
    if root is None:
        return Block((), text, None)
    if not isinstance(root, MappingNode):
        return None
    if root.flow:
        # Nothing but brackets: whatever comments there are the proof will miss.
        text = in_lines(root, text, 0)
        return _cut_file(text, compose(text, "").root)
    return entries(text, root, 0, len(text))


def _one_value(kind: Kind | None, three: _Three) -> Segment:
    """A part with a single value or with brackets; its comments are merged by themselves."""
    base, ours, theirs = three
    move = ours.column - theirs.column
    rests = [part.text[part.value_end : part.stop] if part else "" for part in three]
    after = merged_after(rests[0], rests[1], shifted(rests[2], move))
    pad = " " * ours.column
    if isinstance(ours.node, ScalarNode) or isinstance(theirs.node, ScalarNode):
        own, other = (part.text[part.start : part.value_end] for part in (ours, theirs))
        verdict = settled(_data(*three))
        rewritten = base is not None and own == base.text[base.start : base.value_end]
        takes_theirs = verdict is Verdict.THEIRS or (rewritten and ours.data == theirs.data)
        text = pad + (shifted(other, move) if takes_theirs else own) + after
        return Segment(text, text)
    bits = [Bit(part.text, part.node) if part else None for part in three]
    head = pad + ours.text[ours.start : ours.node.start]
    texts = [
        BracketMerge(theirs_win=win).value(kind, bits[0], _sure(bits[1]), _sure(bits[2]))
        for win in (False, True)
    ]
    return Segment(head + texts[0] + after, head + texts[1] + after)


def _sure(bit: Bit | None) -> Bit:
    assert bit is not None
    return bit


def _data(*parts: Part | None) -> Versions:
    return Versions(*(ABSENT if part is None else part.data for part in parts))


def _keyed(block: Block) -> _Side:
    parts: dict[Hashable, Part] = {
        part.key.text: part for part in block.parts if part.key is not None
    }
    return _Side(parts, block.tail, block.column)


def _named_items(record: type[Record] | None, blocks: list[Block]) -> list[_Side]:
    base, ours, theirs = ([part.data for part in block.parts] for block in blocks)
    return [
        _Side(dict(zip(names, block.parts, strict=True)), block.tail, block.column)
        for names, block in zip(paired(record, base, ours, theirs), blocks, strict=True)
    ]


def _laid_out(children: list[_Child]) -> list[Segment]:
    segments: list[Segment] = []
    for child in children:
        owner = child.segments[0].owner
        segments += [Segment(child.lead, child.lead, owner)] if child.lead else []
        segments += child.segments
    return segments


def _beside(head: str, column: int, children: list[_Child]) -> list[Segment]:
    """The keys of a record behind its dash: the first stands beside it."""
    first, *others = children
    opening, *rest = first.segments
    if not opening.ours or not opening.theirs:
        # One version begins with another key.
        opening = as_one([segment for child in children for segment in child.segments])
        rest, others = agreed("".join(child.lead for child in others)), []
    opening = opening._replace(
        ours=head + opening.ours[column:], theirs=head + opening.theirs[column:]
    )
    return [opening, *rest, *agreed(first.lead), *_laid_out(others)]
