"""Data inside a Markdown template: a name with `*` or `<` must stay a name."""

import re

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#+!|&~^$=:-]")
_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069"
    r"\ufeff\ufffe\uffff\ud800-\udfff]"
)
_NUMBER_AT_START = re.compile(r"^(\s*\d+)([.)])")


class Ready(str):
    """Text that is Markdown already and must not be escaped again."""

    __slots__ = ()


def without_controls(text: str) -> str:
    """The text without control characters and marks that turn the direction of writing."""
    return _CONTROL.sub("", text)


def one_line(text: str) -> str:
    """The text without control characters and line ends."""
    return " ".join(without_controls(text).split())


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
