"""A chart as a value: what a Word chart, a picture of a page and a row of bars all show."""

from typing import NamedTuple


class Series(NamedTuple):
    """Values of one colour, one for each category of the figure; None where there is none."""

    name: str
    values: tuple[float | None, ...]


class Figure(NamedTuple):
    """A bar chart: horizontal bars, a group of them for each category.

    `unit` stands behind each value («%», «балла»); `most` is where the scale ends, None for the
    largest value. `alt` tells the same in words, for those who do not see it.
    """

    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""
    most: float | None = None
    alt: str = ""
