"""A table in which one column takes the spare width, laid out without Rich's own tables.

Rich imports and lays out a table in more time than reading the whole roadmap takes, and
`roadmap status` is called many times a day.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.segment import Segment
from rich.style import Style
from rich.text import Text

_GAP = 3
# With less room for its text, a filling column would be a ladder of letters.
_LEAST = 8


class Column(NamedTuple):
    """A column of texts; the one that `fills` takes the room that the others leave.

    Where they leave less than eight cells it is left out.
    """

    title: str
    style: str = ""
    right: bool = False
    fills: bool = False


class Columns:
    """Rows under a head with a line below it."""

    def __init__(self, columns: Sequence[Column], rows: Sequence[Sequence[Text]]) -> None:
        self.columns, self.rows = columns, rows

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield from self._segments(console, options.max_width)

    def _segments(self, console: Console, room: int) -> Iterator[Segment]:
        own = self._own_widths()
        spare = room - sum(own) - _GAP * (len(own) - 1)
        if spare < _LEAST and any(column.fills for column in self.columns):
            yield from self._without_filling()._segments(console, room)
            return
        widths = [
            spare if column.fills else width
            for width, column in zip(own, self.columns, strict=True)
        ]
        head = [Text(column.title, style="bold") for column in self.columns]
        yield from self._lines(console, [head], widths)
        yield Segment("─" * (sum(widths) + _GAP * (len(widths) - 1)) + "\n")
        yield from self._lines(console, self.rows, widths)

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return Measurement(options.max_width, options.max_width)

    def _without_filling(self) -> "Columns":
        kept = [number for number, column in enumerate(self.columns) if not column.fills]
        return Columns(
            [self.columns[number] for number in kept],
            [[row[number] for number in kept] for row in self.rows],
        )

    def _own_widths(self) -> list[int]:
        """How wide each column is by itself, in cells; 0 for the one that fills."""
        return [
            0 if column.fills
            else max(len(column.title), *(row[number].cell_len for row in self.rows), 0)
            for number, column in enumerate(self.columns)
        ]  # fmt: skip

    def _lines(
        self, console: Console, rows: Iterable[Sequence[Text]], widths: Sequence[int]
    ) -> Iterator[Segment]:
        styles = [console.get_style(column.style or "none") for column in self.columns]
        for row in rows:
            wrapped = [
                cell.wrap(console, width, overflow="fold") if column.fills else [cell]
                for cell, width, column in zip(row, widths, self.columns, strict=True)
            ]
            for number in range(max(len(lines) for lines in wrapped)):
                for position, lines in enumerate(wrapped):
                    text = lines[number] if number < len(lines) else Text()
                    room = " " * (widths[position] - text.cell_len)
                    right = self.columns[position].right
                    yield Segment(" " * (_GAP if position else 0) + (room if right else ""))
                    yield from _styled(console, text, styles[position])
                    yield Segment("" if right else room)
                yield Segment.line()


def _styled(console: Console, text: Text, style: Style) -> Iterator[Segment]:
    """A text in the style of its column; most have no styles of their own."""
    own = style + console.get_style(text.style) if text.style else style
    if not text.spans:
        yield Segment(text.plain, own)
        return
    for segment in text.render(console):
        yield Segment(segment.text, own + segment.style if segment.style else own)
