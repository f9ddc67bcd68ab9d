"""A chart on the screen: a row of cells for each bar."""

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from roadmap_cli.domain.papers.figures import Figure, places_of, value_words
from roadmap_cli.render.progress_bar import progress_bar

# A bar takes a third of the line; names and values the rest.
_BAR_SHARE = 1 / 3


def figure_view(figure: Figure, width: int) -> Padding:
    """Bars as long as their values; of several series each bar is called by its name."""
    several = len(figure.series) > 1
    grid = Table.grid(padding=(0, 1))
    grid.add_column(ratio=1, overflow="fold")
    if several:
        grid.add_column(overflow="fold")
    grid.add_column(no_wrap=True)
    grid.add_column(justify="right", no_wrap=True)
    places, cells = places_of(figure), max(int(width * _BAR_SHARE), 1)
    longest = figure.most or max((abs(value) for value in _told(figure)), default=0) or 1.0
    for number, category in enumerate(figure.categories):
        told = [one for one in figure.series if one.values[number] is not None]
        for position, series in enumerate(told or figure.series[:1]):
            value = series.values[number]
            share = min(abs(value or 0) / longest, 1.0)
            names = [Text("" if position else category)]
            names += [Text(series.name)] if several else []
            said = Text(value_words(value, figure.unit, places))
            grid.add_row(*names, progress_bar(share, cells), said)
    return Padding(grid, (1, 0, 0, 0))


def _told(figure: Figure) -> list[float]:
    return [value for series in figure.series for value in series.values if value is not None]
