"""Data inside a Markdown template: a name with `*` or `<` must stay a name."""

import re

from roadmap_cli.text.characters import one_line

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#+!|&~^$=:-]")
_NUMBER_AT_START = re.compile(r"^(\s*\d+)([.)])")
# What stands for a chart; the characters are of a private use area, and data loses them, as it
# does those that mark the lines of a template.
_FIGURE = re.compile("\ue0f1(\\d+)\ue0f2")
_OURS = str.maketrans("", "", "\ue0f1\ue0f2\ue0f3\ue0f4")


class Ready(str):
    """Text that is Markdown already and must not be escaped again."""

    __slots__ = ()


def escaped(text: str) -> str:
    """Plain text as Markdown that renders to the same text on one line.

    Control characters and marks that turn the direction of writing are dropped, line ends
    become spaces: neither belongs into a line of a document.
    """
    text = _SPECIAL.sub(r"\\\g<0>", one_line(text).translate(_OURS))
    return _NUMBER_AT_START.sub(r"\1\\\2", text)


def up_first(text: str) -> str:
    """The text with a capital first letter; the rest stays as it is."""
    return text[:1].upper() + text[1:]


def escaped_lines(text: str) -> Ready:
    """Text of several lines, each a paragraph of its own (in a table cell too)."""
    return Ready("<br>".join(escaped(line) for line in text.splitlines() if line.strip()))


def figure_mark(number: int) -> str:
    """What stands in the text for the chart `number`, from 0: its values are not written out."""
    return f"\ue0f1{number}\ue0f2"


def figure_of(text: str) -> int | None:
    """The number of the chart that a text stands for; None for any other text."""
    match = _FIGURE.fullmatch(text.strip())
    return int(match[1]) if match else None


def has_figure(text: str) -> bool:
    """True for a text with a chart in it."""
    return _FIGURE.search(text) is not None
