"""What is done to a notation before it is read: look-alike signs become one."""

import re
from typing import NamedTuple

_DASHES = re.compile(r"\s*[-‐‑‒–—―−]+\s*")
_QUOTES = re.compile("[«»\"“”„'’‘`]")
_BRACKETS = re.compile(r"\(([^()]*)\)")
_LOOKALIKE = str.maketrans("aceopxyk", "асеорхук")
_WORD = re.compile(r"[^\W\d_]+")
_BLANK = re.compile(r"«[\s_]*»|\"[\s_]*\"|“[\s_]*”")


class CleanNotation(NamedTuple):
    """The notation in one spelling, the comments taken out of brackets, and a form's blanks.

    `has_blanks` tells that underscores of a paper form stand in it, `has_empty_blank` that
    one of them was never filled in.
    """

    text: str
    comments: tuple[str, ...]
    has_blanks: bool
    has_empty_blank: bool


def clean(notation: str) -> CleanNotation:
    """Lower case, one kind of dash and space, no quotes; letters of two alphabets told apart."""
    comments = tuple(comment.strip() for comment in _BRACKETS.findall(notation))
    bare = _BRACKETS.sub(" ", notation)
    text = _one_spelling(bare)
    return CleanNotation(
        text=text,
        comments=comments,
        has_blanks="_" in bare,
        has_empty_blank=bool(_BLANK.search(bare)),
    )


def _one_spelling(text: str) -> str:
    text = _QUOTES.sub(" ", text).lower().replace("ё", "е")
    text = text.replace("\u00ad", "").replace("_", " ")
    text = _WORD.sub(lambda word: _one_alphabet(word[0]), text)
    text = _DASHES.sub("-", " ".join(text.split()))
    return text.strip(" .,;:")


def _one_alphabet(word: str) -> str:
    """A Latin «o» inside a Cyrillic word is a slip of the keyboard."""
    if re.search("[а-я]", word) and re.search("[a-z]", word):
        return word.translate(_LOOKALIKE)
    return word
