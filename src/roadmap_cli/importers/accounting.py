"""Every text of a file is accounted for: it is in the data, or it is told as left out."""

from collections.abc import Iterable
from typing import NamedTuple

from roadmap_cli.domain.imports.left_out import LeftOut
from roadmap_cli.importers.reading.grid import Grid, Row


class Spot(NamedTuple):
    """A cell of a table, or a paragraph, in a file."""

    where: str
    text: str


def cell_place(where: str, row: int, column: int) -> str:
    """A cell as a person finds it: «лист «План», B7», «таблица 2, строка 3, столбец 1»."""
    if where.startswith("лист"):
        return f"{where}, {_letters(column)}{row}"
    return f"{where}, строка {row}, столбец {column + 1}"


def cell_spot(grid: Grid, row: Row, column: int) -> Spot:
    """The place of a cell and its text."""
    return Spot(cell_place(grid.where, row.number, column), row.text(column))


def _letters(column: int) -> str:
    """The letters of a column in a sheet: A, B, …, Z, AA."""
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


class Account:
    """The texts of a file that are explained, each with a reason or as taken."""

    def __init__(self) -> None:
        self._left: dict[Spot, str] = {}
        self._taken: set[Spot] = set()

    def take(self, spot: Spot) -> None:
        """The text is in the data, or says only how the data are to be read."""
        self._taken.add(spot)

    def leave(self, spot: Spot, why: str) -> None:
        """The text is not taken."""
        self._left.setdefault(spot, why)

    def leave_row(self, grid: Grid, row: Row, why: str) -> None:
        """No cell of the row is taken."""
        for column in row.filled:
            self.leave(cell_spot(grid, row, column), why)

    def left_out(self, spots: Iterable[Spot], otherwise: str) -> list[LeftOut]:
        """What of all the texts of a file is not taken; `otherwise` explains the unexplained."""
        found = []
        for spot in spots:
            if spot in self._left:
                found.append(LeftOut(*spot, self._left[spot]))
            elif spot not in self._taken:
                found.append(LeftOut(*spot, otherwise))
        return found
