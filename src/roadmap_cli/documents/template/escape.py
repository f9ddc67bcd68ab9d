"""Data inside a Markdown template: a name with `*` or `<` must stay a name."""

import re

from roadmap_cli.text.characters import one_line

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#+!|&~^$=:-]")
_NUMBER_AT_START = re.compile(r"^(\s*\d+)([.)])")


class Ready(str):
    """Text that is Markdown already and must not be escaped again."""

    __slots__ = ()


def escaped(text: str) -> str:
    """Plain text as Markdown that renders to the same text on one line.

    Control characters and marks that turn the direction of writing are dropped, line ends
    become spaces: neither belongs into a line of a document.
    """
    text = _SPECIAL.sub(r"\\\g<0>", one_line(text))
    return _NUMBER_AT_START.sub(r"\1\\\2", text)


def up_first(text: str) -> str:
    """The text with a capital first letter; the rest stays as it is."""
    return text[:1].upper() + text[1:]


def escaped_lines(text: str) -> Ready:
    """Text of several lines, each a paragraph of its own (in a table cell too)."""
    return Ready("<br>".join(escaped(line) for line in text.splitlines() if line.strip()))
