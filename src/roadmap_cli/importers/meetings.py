"""A filled journal of meetings: whose meeting, which day, about what."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from roadmap_cli.domain.imports.left_out import LeftOut
from roadmap_cli.importers.accounting import cell_place
from roadmap_cli.importers.people.headings import normalised
from roadmap_cli.importers.people.values import day
from roadmap_cli.importers.reading.grid import clean

_HEADINGS: tuple[tuple[str, str], ...] = (
    ("pair", r"^пара|^код пары|^наставник|^фио наставника|^группа"),
    ("held_on", r"дата"),
    ("kind", r"^вид|^тип|^форма встречи"),
    ("topic", r"тема|содержание|о чем"),
    ("result", r"результат|итог"),
    ("next", r"следующ|задание"),
)
_NOT_READ = "не строка журнала: в ней нет пары, дня и темы"
_NEEDED = {"pair", "held_on", "topic"}
_FIRST_ROWS = 5


class MeetingRow(NamedTuple):
    """A line of a journal: its number in the table and the texts by key."""

    number: int
    pair: str
    held_on: str
    kind: str
    told: dict[str, str | None]


def left_of_journal(table: Sequence[Sequence[str]], where: str) -> list[LeftOut]:
    """What of a table is not taken; all of it when the table is no journal."""
    heading, columns = _heading(table) or (len(table), {})
    taken = {row.number for row in read_journal(table) or ()}
    named = _rows_with_pairs(table, heading, columns.get("pair"), taken)
    left = []
    for position, cells in enumerate(table):
        for column, cell in enumerate(cells):
            is_read = column in columns.values() and (position == heading or position + 1 in taken)
            pair = position in named and column == columns.get("pair")
            numbered = re.fullmatch(r"[\d.\s]*|№.*", cell.strip())
            if cell.strip() and not (is_read or pair or numbered):
                why = _NOT_READ if column in columns.values() else "столбца с этим в журнале нет"
                left.append(LeftOut(cell_place(where, position + 1, column), cell.strip(), why))
    return left


def _rows_with_pairs(
    table: Sequence[Sequence[str]], heading: int, column: int | None, taken: set[int]
) -> set[int]:
    """The positions of the cells that name the pair of a row that is taken, their own or below."""
    found: set[int] = set()
    above = None
    for position in range(heading + 1, len(table)):
        cells = table[position]
        if column is not None and column < len(cells) and cells[column].strip():
            above = position
        if above is not None and position + 1 in taken:
            found.add(above)
    return found


def read_journal(table: Sequence[Sequence[str]]) -> list[MeetingRow] | None:
    """Read the meetings of a table; None if it is not a journal.

    A pair that is named once also applies to the empty cells below it, as in merged cells.
    """
    found = _heading(table)
    if found is None:
        return None
    position, columns = found
    return _rows(table[position + 1 :], columns, position + 2)


def _heading(table: Sequence[Sequence[str]]) -> tuple[int, dict[str, int]] | None:
    """Where the heading of a journal stands, and its columns by key."""
    for position, row in enumerate(table[:_FIRST_ROWS]):
        columns = _columns(row)
        if columns.keys() >= _NEEDED:
            return position, columns
    return None


def _columns(row: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for number, cell in enumerate(row):
        words = normalised(cell)
        key = next((key for key, look in _HEADINGS if re.search(look, words)), None)
        if key is not None:
            found.setdefault(key, number)
    return found


def _rows(table: Sequence[Sequence[str]], columns: dict[str, int], first: int) -> list[MeetingRow]:
    rows = []
    pair = ""
    for number, cells in enumerate(table, first):
        texts = {
            key: clean(cells[column]) if column < len(cells) else ""
            for key, column in columns.items()
        }
        pair = texts["pair"] or pair
        told: dict[str, str | None] = {
            key: texts.get(key) or None for key in ("topic", "result", "next")
        }
        if pair and (texts["held_on"] or any(told.values())):
            kind = texts.get("kind", "")
            rows.append(MeetingRow(number, pair, day(texts["held_on"]), kind, told))
    return rows
