"""A YAML text as positioned nodes: every scalar is text, and knows where its characters stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from roadmap_cli.domain.model.changes import Plain
from roadmap_cli.domain.model.record import Pointer

# The style of a scalar that stands for a refused reference; it was reported already.
ALIAS = "*"


class Node:
    """A stretch of the text: `start` and `end` are character offsets, `line` counts from 0."""

    __slots__ = ("column", "end", "line", "start")

    def __init__(self, start: int, end: int, line: int, column: int) -> None:
        self.start, self.end, self.line, self.column = start, end, line, column


class ScalarNode(Node):
    """A value; `style` is '' for plain, otherwise one of ' " | > or ALIAS."""

    __slots__ = ("style", "text")

    def __init__(
        self, start: int, end: int, line: int, column: int, text: str = "", style: str = ""
    ) -> None:
        super().__init__(start, end, line, column)
        self.text, self.style = text, style

    @property
    def is_null(self) -> bool:
        """An empty value, `~` or `null`: the same as an absent key."""
        return self.style == "" and self.text in ("", "~", "null", "Null", "NULL")


class SequenceNode(Node):
    """A list; `flow` tells that it is written in brackets."""

    __slots__ = ("flow", "items")

    def __init__(self, start: int, end: int, line: int, column: int, flow: bool = False) -> None:
        super().__init__(start, end, line, column)
        self.flow = flow
        self.items: list[AnyNode] = []


class MappingNode(Node):
    """A record; a key that stands twice keeps its first value here."""

    __slots__ = ("entries", "flow")

    def __init__(self, start: int, end: int, line: int, column: int, flow: bool = False) -> None:
        super().__init__(start, end, line, column)
        self.flow = flow
        self.entries: list[tuple[ScalarNode, AnyNode]] = []

    def get(self, name: str) -> AnyNode | None:
        """The value under a key, or None."""
        entry = self.entry(name)
        return entry[1] if entry else None

    def entry(self, name: str) -> tuple[ScalarNode, AnyNode] | None:
        """The key's own node together with its value, or None."""
        return next((entry for entry in self.entries if entry[0].text == name), None)


AnyNode = ScalarNode | SequenceNode | MappingNode


def bare_data(node: AnyNode | None) -> Plain:
    """The bare data of a node, for comparing two texts; a null is an empty text."""
    if isinstance(node, MappingNode):
        return {key.text: bare_data(value) for key, value in node.entries}
    if isinstance(node, SequenceNode):
        return [bare_data(item) for item in node.items]
    return "" if node is None or node.is_null else node.text


def find(root: AnyNode | None, at: Pointer) -> AnyNode | None:
    """The node at a pointer, or None."""
    node = root
    for step in at:
        if isinstance(node, MappingNode) and isinstance(step, str):
            node = node.get(step)
        elif isinstance(node, SequenceNode) and isinstance(step, int):
            node = node.items[step] if step < len(node.items) else None
        else:
            return None
    return node


def nearest_place(root: AnyNode | None, at: Pointer) -> tuple[int, int]:
    """Line and column (from 1) of the key or record at a pointer, or of what is around it."""
    for length in range(len(at), -1, -1):
        if length and isinstance(at[length - 1], str):
            parent = find(root, at[: length - 1])
            entry = parent.entry(str(at[length - 1])) if isinstance(parent, MappingNode) else None
            spot: Node | None = entry[0] if entry else None
        else:
            spot = find(root, at[:length])
        if spot is not None:
            return spot.line + 1, spot.column + 1
    return 1, 1


def last_scalar_end(node: AnyNode) -> int:
    """Where the content of a node really ends; a block collection's own mark runs too far."""
    if isinstance(node, MappingNode) and not node.flow and node.entries:
        return last_scalar_end(node.entries[-1][1])
    if isinstance(node, SequenceNode) and not node.flow and node.items:
        return last_scalar_end(node.items[-1])
    return node.end
