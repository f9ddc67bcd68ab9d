"""A chart as a value: what a Word chart, a picture of a page and a row of bars all show."""

from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from roadmap_cli.text.characters import one_line


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

    @property
    def is_empty(self) -> bool:
        """True when there is no value to draw."""
        return not any(value is not None for series in self.series for value in series.values)


def cleaned(figure: Figure) -> Figure:
    """The figure without characters that no file can hold."""
    return figure._replace(
        title=one_line(figure.title),
        categories=tuple(map(one_line, figure.categories)),
        series=tuple(Series(one_line(series.name), series.values) for series in figure.series),
        unit=one_line(figure.unit),
        alt=one_line(figure.alt),
    )


def places_of(figure: Figure) -> int:
    """How many digits stand behind the comma of each value: none where all are whole."""
    told = [value for series in figure.series for value in series.values if value is not None]
    return 0 if all(float(value).is_integer() for value in told) else 1


def value_words(value: float | None, unit: str, places: int) -> str:
    """«12,5 %»; «нет данных» for None."""
    if value is None:
        return "нет данных"
    # Halves go up, as Word shows them.
    rounded = Decimal(str(value)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    number = f"{rounded:f}".replace(".", ",").replace("-", "−")
    return f"{number} {unit}".rstrip()


def described(figure: Figure) -> str:
    """What the figure shows, in one Russian line: its own words, else every value in its order."""
    if figure.alt:
        return figure.alt
    places = places_of(figure)
    told = "; ".join(
        f"{category} – {_values(figure, number, places)}"
        for number, category in enumerate(figure.categories)
    )
    return f"Столбчатая диаграмма. {figure.title}. {told or 'Нет данных'}."


def _values(figure: Figure, number: int, places: int) -> str:
    said = [value_words(series.values[number], figure.unit, places) for series in figure.series]
    if len(said) == 1:
        return said[0]
    return ", ".join(
        f"{series.name}: {value}" for series, value in zip(figure.series, said, strict=True)
    )
