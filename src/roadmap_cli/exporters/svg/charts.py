"""A chart as an SVG drawing: horizontal bars with their values beside them."""

import math
from collections.abc import Sequence

from roadmap_cli.domain.papers.figures import Figure, Series
from roadmap_cli.domain.publication.schedule import Look
from roadmap_cli.exporters.svg.drawing import Drawing
from roadmap_cli.exporters.svg.fills import bar, define
from roadmap_cli.text.decimals import decimal

NO_VALUE = "нет данных"
_LOOKS = tuple(Look)
_BAR, _GAP, _MARGIN = 16, 6, 4
_VALUE_ROOM = 84


def chart(figure: Figure, name: str, width: int, *, titled: bool = False) -> Drawing:
    """Draw the figure `width` units wide; `titled` for one that stands alone.

    `name` begins the ids. Below zero there are no bars: the value itself is printed.
    """
    drawing = Drawing(name, width, figure.title, figure.alt or _told(figure))
    looks = [_LOOKS[number % len(_LOOKS)] for number in range(len(figure.series))]
    define(drawing, set(looks))
    if titled:
        drawing.paragraph(_MARGIN, figure.title, width - 2 * _MARGIN, font_weight="bold")
        drawing.height += _GAP
    if len(figure.series) > 1:
        _legend(drawing, figure.series, looks)
    most = _most(figure)
    for at, category in enumerate(figure.categories):
        drawing.paragraph(_MARGIN, category, width - 2 * _MARGIN)
        values = [(known(one, at), look) for one, look in zip(figure.series, looks, strict=True)]
        # A target that nobody has set is left out; where there is no value at all, that is said.
        for value, look in [one for one in values if one[0] is not None] or values[:1]:
            _value_bar(drawing, look, value, most, figure.unit)
        drawing.height += 2 * _GAP
    return drawing


def known(series: Series, at: int) -> float | None:
    """The value of a category; None where there is none that could be drawn."""
    value = series.values[at] if at < len(series.values) else None
    return value if value is not None and math.isfinite(value) else None


def spoken(value: float | None, unit: str) -> str:
    """«4,5 балла», «45 %»: one digit behind the comma, as in the tables."""
    if value is None:
        return NO_VALUE
    return f"{decimal(value).replace('-', '−')} {unit}".strip()


def _legend(drawing: Drawing, series: Sequence[Series], looks: Sequence[Look]) -> None:
    for one, look in zip(series, looks, strict=True):
        bar(drawing, look, _MARGIN, drawing.height + _GAP, 2 * _BAR, _BAR - 4)
        drawing.paragraph(_MARGIN + 2 * _BAR + _GAP, one.name, drawing.width - 3 * _BAR)
    drawing.height += _GAP


def _value_bar(drawing: Drawing, look: Look, value: float | None, most: float, unit: str) -> None:
    room = drawing.width - _VALUE_ROOM - 2 * _MARGIN
    length = room * min(max(value or 0.0, 0.0) / most, 1.0) if most else 0.0
    top = drawing.height + _GAP
    if length:
        bar(drawing, look, _MARGIN, top, length, _BAR)
    drawing.height = top + _BAR - 3
    drawing.words(_MARGIN + (length + _GAP if length else 0), spoken(value, unit))
    drawing.height = top + _BAR


def _most(figure: Figure) -> float:
    if figure.most is not None and math.isfinite(figure.most):
        return max(figure.most, 0.0)
    every = range(len(figure.categories))
    values = [known(series, at) for series in figure.series for at in every]
    return max((value for value in values if value is not None), default=0.0)


def _told(figure: Figure) -> str:
    """The values in words, for a figure that has no description of its own."""
    return "; ".join(
        f"{category}: "
        + ", ".join(
            f"{one.name} {spoken(known(one, at), figure.unit)}".strip() for one in figure.series
        )
        for at, category in enumerate(figure.categories)
    )
