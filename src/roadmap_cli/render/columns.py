"""A table whose one column fills the screen, laid out without Rich's own tables.

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
# What an old terminal shows in place of our signs.
_ASCII = str.maketrans("─█░—", "-#--")


class Column(NamedTuple):
    """A column of texts; the one that `fills` takes the room that the others leave."""

    title: str
    style: str = ""
    right: bool = False
    fills: bool = False


class Columns:
    """Rows under a head with a line below it."""

    def __init__(self, columns: Sequence[Column], rows: Sequence[Sequence[Text]]) -> None:
        self.columns, self.rows = columns, rows

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for segment in self._segments(console, options):
            text = segment.text.translate(_ASCII) if options.ascii_only else segment.text
            yield Segment(text, segment.style)

    def _segments(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        widths = self._widths(options.max_width)
        head = [Text(column.title, style="bold") for column in self.columns]
        yield from self._lines(console, [head], widths)
        yield Segment("─" * (sum(widths) + _GAP * (len(widths) - 1)) + "\n")
        yield from self._lines(console, self.rows, widths)

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return Measurement(options.max_width, options.max_width)

    def _widths(self, room: int) -> list[int]:
        """How wide each column is; the one that fills gets at least one cell."""
        widths = [
            max(len(column.title), *(row[number].cell_len for row in self.rows), 0)
            for number, column in enumerate(self.columns)
        ]
        taken = sum(
            width for width, column in zip(widths, self.columns, strict=True) if not column.fills
        )
        left = max(room - taken - _GAP * (len(widths) - 1), 1)
        return [
            left if column.fills else width
            for width, column in zip(widths, self.columns, strict=True)
        ]

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
    if not text.spans and not text.style:
        yield Segment(text.plain, style)
        return
    for segment in text.render(console):
        yield Segment(segment.text, style + segment.style if segment.style else style)
