"""Comments in three versions: none that is still wanted is lost, none is a conflict."""

import re
from collections.abc import Iterator

from roadmap_cli.storage.yaml.nodes import AnyNode, ScalarNode, SequenceNode


def merged_lines(base: str, ours: str, theirs: str) -> str:
    """Lines of comments made one: what a side added comes, what a side removed goes."""
    if base == ours:
        return theirs
    if theirs in (base, ours):
        return ours
    old, own, other = (text.splitlines(keepends=True) for text in (base, ours, theirs))
    gone = {line.strip() for line in old} - {line.strip() for line in other}
    known = {line.strip() for line in (*old, *own)}
    kept = [line for line in own if not line.strip() or line.strip() not in gone]
    return "".join((*kept, *(line for line in other if line.strip() not in known | {""})))


def merged_after(base: str, ours: str, theirs: str) -> str:
    """What follows a value made one: a comment on its line, and the lines below."""
    first = [text.partition("\n") for text in (base, ours, theirs)]
    inline = [head.rstrip("\r") for head, _, _ in first]
    if inline[1] == inline[0]:
        told = inline[2]
    elif inline[2] in (inline[0], inline[1]):
        told = inline[1]
    else:
        told = f"{inline[1]}  {inline[2].strip()}".rstrip()
    end = ours[len(inline[1]) :][: len(ours) - len(inline[1]) - len(first[1][2])]
    return told + end + merged_lines(*(rest for _, _, rest in first))


def new_comments(text: str, known: str) -> list[str]:
    """The comment lines of a text that another one lacks."""
    old = {line.strip() for line in known.splitlines()}
    return [
        line
        for line in text.splitlines(keepends=True)
        if line.strip().startswith("#") and line.strip() not in old
    ]


def comments(text: str, root: AnyNode | None) -> set[str]:
    """Every comment of a text, those behind a value included."""
    rest, at = [], 0
    for node in _scalars(root):
        rest.append(text[at : node.start])
        at = max(at, node.end)
    rest.append(text[at:])
    return {found.strip() for found in re.findall(r"#.*", "\0".join(rest).replace("\0", " "))}


def _scalars(node: AnyNode | None) -> Iterator[ScalarNode]:
    if isinstance(node, ScalarNode):
        yield node
    elif isinstance(node, SequenceNode):
        for item in node.items:
            yield from _scalars(item)
    elif node is not None:
        for key, value in node.entries:
            yield key
            yield from _scalars(value)
