"""The splices by which one change is made: where in the text, and what is written there."""

from collections.abc import Sequence
from typing import NamedTuple

from roadmap_cli.domain.model.changes import (
    AppendItem,
    Change,
    Plain,
    RemoveItem,
    RemoveKey,
    SetKey,
)
from roadmap_cli.errors import WriteRefusedError
from roadmap_cli.storage.yaml.lines import after_line, item_start, line_end, line_start
from roadmap_cli.storage.yaml.nodes import (
    AnyNode,
    MappingNode,
    ScalarNode,
    SequenceNode,
    find,
    last_scalar_end,
)
from roadmap_cli.storage.yaml.scalars import block_scalar, entry_lines, flow_value, lines_of, scalar


class Splice(NamedTuple):
    """Replace the characters from `start` to `end` by `text`."""

    start: int
    end: int
    text: str

    def meets(self, other: "Splice") -> bool:
        """True when the stretches overlap or touch, two insertions at one spot included."""
        return self.start <= other.end and other.start <= self.end


class Editor(NamedTuple):
    """Makes splices for one text; `blocks` allows texts of several lines to be written so."""

    text: str
    root: AnyNode | None
    newline: str
    blocks: bool

    def splices(self, change: Change) -> list[Splice]:
        """The splices of one change; none when there is nothing to remove."""
        parent = find(self.root, change.at[:-1])
        key = change.at[-1]
        if self.root is None and len(change.at) == 1:
            return self._first_entry(change)
        if isinstance(change, RemoveItem):
            return [self._without_item(parent, change)]
        if not isinstance(parent, MappingNode) or not isinstance(key, str):
            raise WriteRefusedError("записи, которую нужно изменить, в файле уже нет")
        editor = _MappingEditor(self.text, parent, self.newline, self.blocks)
        old = parent.get(key)
        if isinstance(change, RemoveKey):
            return [editor.removed(key)] if old is not None else []
        if isinstance(change, AppendItem):
            if isinstance(old, SequenceNode) and old.items:
                return [self._appended(old, change.value)]
            return [editor.put(key, [change.value], change.order)]
        return [editor.put(key, change.value, change.order)]

    def _first_entry(self, change: Change) -> list[Splice]:
        """A key in a file that holds nothing yet, or only comments."""
        if not isinstance(change, SetKey | AppendItem):
            return []
        value = [change.value] if isinstance(change, AppendItem) else change.value
        lines = entry_lines(str(change.at[0]), value, 0, self.newline, blocks=self.blocks)
        ended = not self.text or self.text.endswith("\n")
        text = self.newline.join([*([] if ended else [""]), *lines, ""])
        return [Splice(len(self.text), len(self.text), text)]

    def can_append(self, change: Change) -> bool:
        """True for an addition to a list that has items: such additions follow each other."""
        old = find(self.root, change.at)
        return isinstance(change, AppendItem) and isinstance(old, SequenceNode) and bool(old.items)

    def _appended(self, node: SequenceNode, value: Plain) -> Splice:
        if node.flow:
            end = node.items[-1].end
            return Splice(end, end, f", {flow_value(value)}")
        lines = lines_of(value, node.column + 2, self.newline, blocks=self.blocks)
        at = line_end(self.text, content_end(self.text, node.items[-1]))
        below = after_line(self.text, at)
        inside = comments_inside(self.text, below, node.column)
        if inside > below:
            at = line_end(self.text, line_start(self.text, inside - 1))
        return Splice(at, at, f"{self.newline}{' ' * node.column}- {self.newline.join(lines)}")

    def _without_item(self, node: AnyNode | None, change: RemoveItem) -> Splice:
        """A block item goes with its lines, a flow item with its comma; the last one leaves []."""
        position = change.at[-1]
        if not isinstance(node, SequenceNode) or not isinstance(position, int):
            raise WriteRefusedError("записи, которую нужно изменить, в файле уже нет")
        if len(node.items) == 1:
            owner = find(self.root, change.at[:-2])
            assert isinstance(owner, MappingNode)
            editor = _MappingEditor(self.text, owner, self.newline, self.blocks)
            return editor.put(str(change.at[-2]), [], ())
        items = node.items
        if node.flow:
            spans = [(item.start, item.end) for item in items]
            return _without_flow_part(self.text, spans, position)
        start = item_start(self.text, node, position)
        end = after_line(self.text, content_end(self.text, items[position]))
        end = comments_inside(self.text, end, node.column)
        if position and _keeps_empty_lines(self.text, items[position - 1]):
            end = _after_empty_lines(self.text, end)
        return Splice(start, end, "")


class _MappingEditor(NamedTuple):
    """Splices within one record of the text."""

    text: str
    node: MappingNode
    newline: str
    blocks: bool

    def put(self, key: str, value: Plain, order: Sequence[str]) -> Splice:
        """Replace the value of a key, or add the key after those that come before it."""
        old = self.node.get(key)
        if old is not None:
            return self._replaced(key, old, value)
        if self.node.flow:
            return self._added_in_flow(key, value, order)
        if not self.node.entries:
            return Splice(self.node.start, self.node.end, flow_value({key: value}))
        return self._added_line(key, value, order)

    def _replaced(self, key: str, old: AnyNode, value: Plain) -> Splice:
        indent = self._indent + 2
        if isinstance(value, str) and isinstance(old, ScalarNode):
            return self._replaced_scalar(old, value, indent)
        if self.node.flow:
            return Splice(old.start, old.end, flow_value(value))
        lines = self._lines(key, value)
        entry = self.node.entry(key)
        assert entry is not None
        start = entry[0].start
        end = _without_line_ends(self.text, start, last_scalar_end(old))
        beside = self.text[end : line_end(self.text, end)]
        if len(lines) > 1 and beside.lstrip().startswith("#"):
            lines[0] += beside  # a comment stays beside its key
            end += len(beside)
        return Splice(start, end, self.newline.join(lines))

    def _replaced_scalar(self, old: ScalarNode, value: str, indent: int) -> Splice:
        end = old.end
        if old.style in ("|", ">"):
            end = _without_line_ends(self.text, old.start, old.end)
        if (
            self.blocks
            and "\n" in value
            and not self.node.flow
            and not self._has_comment_after(end)
        ):
            block = block_scalar(value, indent, self.newline)
            if block is not None:
                return Splice(old.start, end, self._space_before(old) + block)
        style = old.style if old.style in ("'", '"') else ""
        written = scalar(value, like=style, flow=self.node.flow)
        return Splice(old.start, end, self._space_before(old) + written)

    def _lines(self, key: str, value: Plain) -> list[str]:
        return entry_lines(key, value, self._indent, self.newline, blocks=self.blocks)

    def _space_before(self, old: ScalarNode) -> str:
        """An absent value («deadline:») has its place right after the colon."""
        return " " if self.text[old.start - 1 : old.start] == ":" and old.start == old.end else ""

    def _has_comment_after(self, position: int) -> bool:
        return "#" in self.text[position : line_end(self.text, position)]

    def _added_line(self, key: str, value: Plain, order: Sequence[str]) -> Splice:
        before = self._entry_before(key, order)
        lines = self._lines(key, value)
        pad = " " * self._indent
        if before is None:
            first = self.node.entries[0][0].start
            return Splice(first, first, self.newline.join([*lines, pad]))
        at = line_end(self.text, self._content_end(before[1]))
        return Splice(at, at, self.newline + pad + self.newline.join(lines))

    def _added_in_flow(self, key: str, value: Plain, order: Sequence[str]) -> Splice:
        written = f"{scalar(key, flow=True)}: {flow_value(value)}"
        before = self._entry_before(key, order)
        if before is not None:
            return Splice(before[1].end, before[1].end, f", {written}")
        at = self.node.start + 1
        return Splice(at, at, written + (", " if self.node.entries else ""))

    def _entry_before(self, key: str, order: Sequence[str]) -> tuple[ScalarNode, AnyNode] | None:
        """The entry after which a new key belongs by the order of the record."""
        if key not in order:
            return self.node.entries[-1] if self.node.entries else None
        earlier = order[: order.index(key)]
        placed = [entry for entry in self.node.entries if entry[0].text in earlier]
        if not placed and not any(entry[0].text in order for entry in self.node.entries):
            return self.node.entries[-1] if self.node.entries else None
        return placed[-1] if placed else None

    def removed(self, key: str) -> Splice:
        """Take a key and its value out, with the line end where it had lines of its own."""
        position = next(n for n, entry in enumerate(self.node.entries) if entry[0].text == key)
        name, value = self.node.entries[position]
        if self.node.flow:
            return self._removed_from_flow(position)
        if len(self.node.entries) == 1:
            return Splice(name.start, self._content_end(value), "{}")
        start = line_start(self.text, name.start)
        end = comments_inside(
            self.text, after_line(self.text, self._content_end(value)), self._indent
        )
        if position and _keeps_empty_lines(self.text, self.node.entries[position - 1][1]):
            end = _after_empty_lines(self.text, end)
        if self.text[start : name.start].strip():
            # The key shares its line with «- »: the next key takes its place.
            return Splice(name.start, self.node.entries[position + 1][0].start, "")
        if end == len(self.text) and not self.text.endswith("\n"):
            above = self.text[:start].rstrip(" ").removesuffix(self.newline)
            # An empty line above may belong to a block («|+») and must then stay.
            start = start if above.endswith("\n") else len(above)
        return Splice(start, end, "")

    def _removed_from_flow(self, position: int) -> Splice:
        spans = [(name.start, value.end) for name, value in self.node.entries]
        return _without_flow_part(self.text, spans, position)

    @property
    def _indent(self) -> int:
        return self.node.entries[0][0].column if self.node.entries else self.node.column

    def _content_end(self, value: AnyNode) -> int:
        return content_end(self.text, value)


def _without_flow_part(text: str, spans: Sequence[tuple[int, int]], position: int) -> Splice:
    """Take a part of a list or a record in brackets out with its comma; comments stay."""
    start, end = spans[position]
    if position + 1 < len(spans):
        following = spans[position + 1][0]
        comma = end + text[end:].index(",") + 1
        return Splice(start, comma if "#" in text[comma:following] else following, "")
    if position and "#" not in text[spans[position - 1][1] : start]:
        return Splice(spans[position - 1][1], end, "")
    return Splice(start, end, "")


def content_end(text: str, value: AnyNode) -> int:
    """Where a value ends, without the empty lines that a block scalar's mark covers."""
    end = last_scalar_end(value)
    if _keeps_empty_lines(text, value):
        # «|+» keeps its empty lines; only the last line end is not its own.
        return end - (2 if text[end - 2 : end] == "\r\n" else 1)
    start = value.start if isinstance(value, ScalarNode) else 0
    return _without_line_ends(text, start, end)


def _without_line_ends(text: str, start: int, end: int) -> int:
    """The end of a stretch: a block's mark covers line ends after it, which are the file's."""
    while end > start and text[end - 1] in "\r\n ":
        end -= 1
    return end


def comments_inside(text: str, end: int, indent: int) -> int:
    """Where the comments end that stand deeper than `indent`, so belong to the value above."""
    position = end
    while position < len(text):
        following = after_line(text, position)
        line = text[position:following]
        comment = line.lstrip(" ").startswith("#")
        if comment and len(line) - len(line.lstrip(" ")) > indent:
            end = following
        elif line.strip():
            break
        position = following
    return end


def _keeps_empty_lines(text: str, value: AnyNode) -> bool:
    """True for a value that ends in «|+»: empty lines below it are its own."""
    last = _last_block_scalar(value)
    return last is not None and "+" in text[last.start : last.start + 3].split(maxsplit=1)[0]


def _after_empty_lines(text: str, position: int) -> int:
    while position < len(text):
        following = after_line(text, position)
        if text[position:following].strip():
            break
        position = following
    return position


def _last_block_scalar(value: AnyNode) -> ScalarNode | None:
    """The block scalar («|», «>») at the very end of a value, or None."""
    node: AnyNode = value
    while not isinstance(node, ScalarNode):
        inside = (
            node.items if isinstance(node, SequenceNode) else [child for _, child in node.entries]
        )
        if node.flow or not inside:
            return None
        node = inside[-1]
    return node if node.style in ("|", ">") else None
