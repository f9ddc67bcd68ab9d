"""Tables of pairs and of consents: their columns, by what the headings say."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from roadmap_cli.importers.people.headings import normalised
from roadmap_cli.importers.reading.grid import clean

_FIRST_ROWS = 10
Looks = Sequence[tuple[str, str]]


class NamedColumns(NamedTuple):
    """Where the heading stands, its words, and the columns by what they hold."""

    heading: int
    headings: tuple[str, ...]
    of: Mapping[str, tuple[int, ...]]

    def first(self, kind: str) -> int | None:
        """The first column of a kind."""
        return next(iter(self.of.get(kind, ())), None)

    def read(self, several: Sequence[str]) -> frozenset[int]:
        """The columns that are read: the first of a kind, or all of those kinds."""
        return frozenset(
            column
            for kind, own in self.of.items()
            for column in (own if kind in several else own[:1])
        )


def find_named_columns(
    table: Sequence[Sequence[str]], looks: Looks, needed: Sequence[str]
) -> NamedColumns | None:
    """The columns of a table whose heading names all that is `needed`, or None.

    `looks` are kinds and patterns; the first pattern that is found in a heading decides.
    """
    for position, row in enumerate(table[:_FIRST_ROWS]):
        headings = tuple(clean(cell) for cell in row)
        of: dict[str, tuple[int, ...]] = {}
        for column, heading in enumerate(headings):
            words = normalised(heading)
            kind = next((kind for kind, look in looks if words and re.search(look, words)), None)
            if kind is not None:
                of[kind] = (*of.get(kind, ()), column)
        if all(kind in of for kind in needed):
            return NamedColumns(position, headings, of)
    return None


def has_words(text: str) -> bool:
    """True for a text that is more than the number of a row."""
    return re.search(r"[^\W\d_]", text) is not None


def text_at(row: Sequence[str], column: int | None) -> str:
    """The words of a cell, its lines kept apart; empty where there is none."""
    if column is None or column >= len(row):
        return ""
    return "\n".join(filter(None, map(clean, row[column].splitlines())))
