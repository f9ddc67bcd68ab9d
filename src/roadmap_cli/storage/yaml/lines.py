"""Positions in a text by lines, and where the items of a list begin and end."""

from roadmap_cli.storage.yaml.nodes import SequenceNode


def line_start(text: str, position: int) -> int:
    """Where the line of a position begins."""
    return text.rfind("\n", 0, position) + 1


def line_end(text: str, position: int) -> int:
    """The end of the line without its line end, a comment after the value included."""
    end = text.find("\n", position)
    end = len(text) if end < 0 else end
    return end - 1 if text[end - 1 : end] == "\r" and end > position else end


def after_line(text: str, position: int) -> int:
    """Where the next line begins."""
    end = text.find("\n", position)
    return len(text) if end < 0 else end + 1


def item_start(text: str, node: SequenceNode, position: int) -> int:
    """Where an item of a list begins: the line of its dash, or its first character in brackets."""
    start = node.items[position].start
    if node.flow:
        return start
    line = line_start(text, start)
    while line > node.start and not text[line:].startswith(" " * node.column + "-"):
        line = line_start(text, line - 1)
    return line
