"""Characters that do not belong into a line of text."""

import re

_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069"
    r"\ufeff\ufffe\uffff\ud800-\udfff]"
)


def without_controls(text: str) -> str:
    """The text without control characters and marks that turn the direction of writing."""
    return _CONTROL.sub("", text)


def one_line(text: str) -> str:
    """The text without control characters and line ends."""
    return " ".join(without_controls(text).split())
