"""A text cut along its nodes: a record into keys, a list into items, each with its comments."""

from collections.abc import Sequence
from typing import NamedTuple

from roadmap_cli.domain.model.changes import Plain
from roadmap_cli.storage.yaml.compose import compose
from roadmap_cli.storage.yaml.lines import after_line, item_start, line_start
from roadmap_cli.storage.yaml.nodes import (
    AnyNode,
    MappingNode,
    ScalarNode,
    SequenceNode,
    bare_data,
)
from roadmap_cli.storage.yaml.scalars import flow_value, scalar
from roadmap_cli.storage.yaml.splices import comments_inside, content_end


class Part(NamedTuple):
    """A key with its value, or an item of a list: whole lines of a text.

    `lead` are the comments and empty lines above. The part begins at `start` (the key, or the
    dash) in `column` and ends behind its last line at `stop`.
    """

    text: str
    lead: str
    start: int
    stop: int
    column: int
    key: ScalarNode | None
    node: AnyNode

    @property
    def body(self) -> str:
        """The part without its lead; the first line without its indentation."""
        return self.text[self.start : self.stop]

    @property
    def data(self) -> Plain:
        """What the part holds."""
        return bare_data(self.node)

    @property
    def value_end(self) -> int:
        """Where the value ends; comments may follow."""
        return content_end(self.text, self.node)

    def placed(self, column: int) -> str:
        """The body with its indentation, moved to another column."""
        return " " * column + shifted(self.body, column - self.column)

    def lead_at(self, column: int) -> str:
        """The lead moved to another column."""
        return moved(self.lead, column - self.column)


class Block(NamedTuple):
    """The parts of a record or of a list, and what stands below them; `column` None if empty."""

    parts: Sequence[Part]
    tail: str
    column: int | None


def entries(text: str, node: MappingNode, begin: int, stop: int) -> Block | None:
    """The keys of a record that is written in lines; None when it cannot be cut so."""
    parts: list[Part] = []
    at = begin
    for name, value in node.entries:
        line = line_start(text, name.start)
        if line < at:
            line = at = name.start  # beside the dash of its record
        if text[line : name.start].strip():
            return None
        own_column = name.column
        end = after_line(text, max(content_end(text, value), name.end))
        end = min(comments_inside(text, end, own_column), stop)
        parts.append(Part(text, text[at:line], name.start, end, own_column, name, value))
        at = end
    columns = {part.column for part in parts}
    if len(columns) > 1:
        return None
    return Block(parts, text[at:stop], min(columns, default=None))


def items(text: str, node: SequenceNode, begin: int, stop: int) -> Block | None:
    """The items of a list that is written in lines; None when it cannot be cut so."""
    parts: list[Part] = []
    at = begin
    for position, item in enumerate(node.items):
        line = item_start(text, node, position)
        if line < at or text[line : line + node.column].strip():
            return None
        end = after_line(text, content_end(text, item))
        end = min(comments_inside(text, end, node.column), stop)
        dash = line + node.column
        parts.append(Part(text, text[at:line], dash, end, node.column, None, item))
        at = end
    return Block(parts, text[at:stop], node.column if parts else None)


def is_in_lines(node: AnyNode) -> bool:
    """True for a record or a list that is not written in brackets."""
    return not isinstance(node, ScalarNode) and not node.flow


class Opened(NamedTuple):
    """A part taken apart: the key or the dash, the rest of its line, what it holds in parts."""

    head: str
    after: str
    block: Block


def opened(part: Part) -> Opened | None:
    """The key of a part and the value below it; None when the value cannot be cut.

    A value in brackets is written in lines first.
    """
    node, text, key = part.node, part.text, part.key
    if key is None or isinstance(node, ScalarNode):
        return None
    colon = text.index(":", key.end) + 1
    head = text[part.start : colon]
    if not node.flow:
        below = after_line(text, colon)
        block = _cut(text, node, below, part.stop)
        return None if block is None else Opened(head, text[colon:below], block)
    below = after_line(text, part.value_end)
    after, tail = text[part.value_end : below], text[below : part.stop]
    block = _unbracketed(part, tail)
    return None if block is None else Opened(head, after, block)


def opened_item(part: Part) -> Opened | None:
    """The dash of an item and the record beside it; None when it holds no record."""
    node, text = part.node, part.text
    if not isinstance(node, MappingNode) or not node.entries:
        return None
    if node.flow:
        tail = text[part.value_end : part.stop].strip(" ")
        own = " " * (part.column + 2) + tail if "#" in tail else ""
        block = _unbracketed(part, own)
        return None if block is None else Opened("- ", "", block)
    begin = node.entries[0][0].start
    block = entries(text, node, begin, part.stop)
    return None if block is None else Opened(text[part.start : begin], "", block)


def _unbracketed(part: Part, tail: str) -> Block | None:
    """A value in brackets as lines that are cut into parts, with what stands below."""
    node = part.node
    own = "" if isinstance(node, ScalarNode) else in_lines(node, part.text, part.column + 2)
    root = compose(own, "").root if own else None
    if root is None:
        return Block((), tail, None)
    block = None if isinstance(root, ScalarNode) else _cut(own, root, 0, len(own))
    return None if block is None else block._replace(tail=tail)


def _cut(text: str, node: MappingNode | SequenceNode, begin: int, stop: int) -> Block | None:
    if isinstance(node, MappingNode):
        return entries(text, node, begin, stop)
    return items(text, node, begin, stop)


def in_lines(node: MappingNode | SequenceNode, text: str, column: int) -> str:
    """A value in brackets as lines; what stands inside is taken over as it is written."""
    pad = " " * column
    if isinstance(node, MappingNode):
        lines = [f"{scalar(key.text)}: {_piece(value, text)}" for key, value in node.entries]
    else:
        lines = [f"- {_piece(item, text)}" for item in node.items]
    return "".join(f"{pad}{line}\n" for line in lines)


def _piece(node: AnyNode, text: str) -> str:
    piece = text[node.start : node.end]
    return flow_value(bare_data(node)) if "\n" in piece else piece


def shifted(text: str, by: int) -> str:
    """The lines after the first moved to the right, or to the left."""
    first, end, rest = text.partition("\n")
    return first + end + moved(rest, by)


def moved(text: str, by: int) -> str:
    """All lines moved to the right, or to the left as far as they can go."""
    if by == 0:
        return text
    lines = text.splitlines(keepends=True)
    if by > 0:
        return "".join(" " * by + line if line.strip() else line for line in lines)
    return "".join(line[min(-by, len(line) - len(line.lstrip(" "))) :] for line in lines)


def looks_same(one: Part, other: Part) -> bool:
    """True when two parts differ in nothing but place and line ends."""
    return _bare(one) == _bare(other)


def _bare(part: Part) -> list[str]:
    lines = part.placed(0).split("\n")
    return [line.rstrip() for line in lines]
