"""What is done to a notation before it is read: look-alike signs become one."""

import re
from typing import NamedTuple

# Patterns are compiled when first used, and most notations need none of these.
_BRACKETS = r"\(([^()]*)\)"
_WORD = r"[^\W\d_]+"
_BLANK = r"«[\s_]*»|\"[\s_]*\"|“[\s_]*”"
_LOOKALIKE = str.maketrans("aceopxyk", "асеорхук")
_LATIN = frozenset("abcdefghijklmnopqrstuvwxyz")
_ROUND = str.maketrans("[]", "()")
_SIGNS = str.maketrans(
    dict.fromkeys("«»\"“”„'’‘`_", " ")
    | dict.fromkeys("‐‑‒–—―−", "-")
    | {"ё": "е", "\u00ad": "", "*": ""}
)


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
    """Reduce a notation to lower case, one kind of dash and space, no quotes and one alphabet."""
    comments: tuple[str, ...] = ()
    bare = notation = notation.translate(_ROUND)
    if re.fullmatch(r"\s*\([^()]*\)[\s.,;]*", notation):
        # The whole notation stands in brackets: they are no comment.
        bare = notation = notation.replace("(", " ").replace(")", " ")
    if "(" in notation:
        comments = tuple(comment.strip() for comment in re.findall(_BRACKETS, notation))
        bare = re.sub(_BRACKETS, " ", notation)
    quoted = not frozenset('«"“').isdisjoint(bare)
    return CleanNotation(
        text=one_spelling(bare),
        comments=comments,
        has_blanks="_" in bare,
        has_empty_blank=quoted and re.search(_BLANK, bare) is not None,
    )


def one_spelling(text: str) -> str:
    """Lower case, one alphabet in a word, one sort of dash and of space."""
    text = text.lower().translate(_SIGNS)
    if not _LATIN.isdisjoint(text):
        text = re.sub(_WORD, lambda word: _one_alphabet(word[0]), text)
    text = re.sub(r",\s*чем\b", " чем", " ".join(text.split()))
    if "-" in text:
        text = re.sub(r"\s*-+\s*", "-", text)
    return text.strip(" .,;:")


def _one_alphabet(word: str) -> str:
    """A Latin «o» inside a Cyrillic word is a slip of the keyboard."""
    if re.search("[а-я]", word) and re.search("[a-z]", word):
        return word.translate(_LOOKALIKE)
    return word
