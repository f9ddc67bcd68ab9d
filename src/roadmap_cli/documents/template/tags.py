"""Where a fault in the writing of a template begins: the block or the tag that was left open."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from jinja2 import Environment, TemplateSyntaxError

_BLOCKS = frozenset(("for", "if", "macro", "call", "filter", "set", "block", "with", "autoescape"))
_TAG_ENDS = {"variable_begin": "variable_end", "block_begin": "block_end"}
_UNCLOSED_BLOCK = re.compile(
    r"Unexpected end of template\.|.*You probably made a nesting mistake\."
)
_OF_TEXT = frozenset(("whitespace", "data"))


class Opened(NamedTuple):
    """A block that a template opens, by its word and its line (from 1)."""

    word: str
    line: int


def fault_line(environment: Environment, text: str, error: TemplateSyntaxError) -> int:
    """The line to mend: where the block that is not closed, or the faulty tag, was opened.

    Jinja itself names the line on which it noticed, which may be the last one.
    """
    if _UNCLOSED_BLOCK.match(str(error.message)):
        blocks = open_blocks(environment, text)
        return blocks[-1].line if blocks else error.lineno
    return next(
        (first for first, last in _tags(environment, text) if first <= error.lineno <= last),
        error.lineno,
    )


def open_blocks(environment: Environment, text: str) -> tuple[Opened, ...]:
    """The blocks that nothing closes, the innermost last; one that ends another ends the search."""
    opened: list[Opened] = []
    for words, line in _statements(environment, text):
        word = words[0] if words else ""
        if word in _BLOCKS and not (word == "set" and "=" in words):
            opened.append(Opened(word, line))
        elif word.startswith("end"):
            if not opened or word != f"end{opened[-1].word}":
                break
            opened.pop()
    return tuple(opened)


def _statements(environment: Environment, text: str) -> Iterator[tuple[list[str], int]]:
    """The words of every `{% … %}` with its line."""
    words: list[str] | None = None
    line = 0
    for number, kind, value in _lexed(environment, text):
        if kind == "block_begin":
            words, line = [], number
        elif kind == "block_end" and words is not None:
            yield words, line
            words = None
        elif words is not None and kind not in _OF_TEXT:
            words.append(value)


def _tags(environment: Environment, text: str) -> Iterator[tuple[int, int]]:
    """The first and the last line of every tag; one that is not closed goes on to the end."""
    first, wanted, last = 0, "", 1
    for number, kind, _value in _lexed(environment, text):
        last = number
        if not wanted and kind in _TAG_ENDS:
            first, wanted = number, _TAG_ENDS[kind]
        elif kind == wanted:
            yield first, number
            wanted = ""
    if wanted:
        yield first, max(last, text.count("\n") + 1)


def _lexed(environment: Environment, text: str) -> Iterator[tuple[int, str, str]]:
    """The tokens up to the first that cannot be read."""
    try:
        yield from environment.lexer.tokeniter(text, None)
    except TemplateSyntaxError:
        return
