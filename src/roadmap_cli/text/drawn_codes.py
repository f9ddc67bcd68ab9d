"""Codes that are drawn by lot: nothing can be read from them."""

import re

# No vowels, so that no word comes about; nothing that looks like another letter or digit.
_LETTERS = "bcdfghjkmnpqrstvwxz23456789"
_LENGTH = 5
_RANDOM = re.compile(rf"p-[{_LETTERS}]{{{_LENGTH},}}")


def drawn_code(lot: bytes, letter: str = "p") -> str:
    """The code that random bytes stand for, a person's by its `letter`; five of them are used."""
    return f"{letter}-" + "".join(_LETTERS[byte % len(_LETTERS)] for byte in lot[:_LENGTH])


def is_random(code: str) -> bool:
    """True for a code that was drawn, so that it gives nobody away."""
    return _RANDOM.fullmatch(code) is not None
