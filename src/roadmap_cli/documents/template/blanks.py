"""Data that a document needs and the workspace does not have: printed as a line to fill in."""

import re
from datetime import date

from roadmap_cli.documents.template.escape import Ready
from roadmap_cli.text.dates import in_words, numeric


class Blank(str):
    """A line of underscores that is false in a condition and knows what belongs on it."""

    __slots__ = ("label",)
    label: str

    def __new__(cls, label: str, width: int = 20) -> "Blank":
        """`label` says in Russian what is missing; `width` counts underscores."""
        made = super().__new__(cls, "_" * width)
        made.label = label
        return made

    def __bool__(self) -> bool:
        return False


class BlankDate(Blank):
    """The place for a date written by hand."""

    __slots__ = ()


def or_blank(value: str | None, label: str, width: int = 20) -> str:
    """The value, or a blank for it."""
    return value if value else Blank(label, width)


def date_or_blank(value: date | None, label: str) -> "date | Blank":
    """The date, or a blank for it."""
    return value if value is not None else BlankDate(label)


def printed_date(value: "date | Blank") -> str:
    """«5 июня 2016 г.», or the form to fill in by hand."""
    if isinstance(value, date):
        return in_words(value)
    return Ready(r"«\_\_\_\_» \_\_\_\_\_\_\_\_\_\_\_\_\_\_ 20\_\_\_ г.")


_STRETCH = re.compile(r"(?:\\_){3,}|(?<!\\)_{3,}")


def stretches(text: str) -> int:
    """How many lines to write on stand in a text of Markdown."""
    return len(_STRETCH.findall(text))


def hand_line(width: int = 12) -> Ready:
    """A line of `width` underscores to write on."""
    return Ready(r"\_" * min(width, 100))


def marked_line(label: str, width: int = 60) -> Blank:
    """A line to write on that is told to whoever makes the document; `label` says what belongs."""
    return Blank(label, max(min(width, 100), 1))


def printed_short_date(value: "date | Blank") -> str:
    """`05.06.2016`, or the form to fill in by hand."""
    if isinstance(value, date):
        return numeric(value)
    return Ready(r"\_\_\_.\_\_\_.20\_\_\_")
