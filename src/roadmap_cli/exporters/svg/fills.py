"""How bars are filled: each way is told from the others without its colour."""

from collections.abc import Callable
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from roadmap_cli.domain.publication.schedule import Look
from roadmap_cli.exporters.svg.drawing import Drawing

_INK = "#1d4f8c"
_SIZE = 8


def _shape(pattern: Element, tag: str, **attributes: Any) -> None:
    told = {name.rstrip("_").replace("_", "-"): str(value) for name, value in attributes.items()}
    SubElement(pattern, tag, told)


def _ground(pattern: Element, colour: str, name: str) -> None:
    _shape(pattern, "rect", width=_SIZE, height=_SIZE, fill=colour, class_=name)


def _lines(pattern: Element, path: str) -> None:
    _ground(pattern, "#ffffff", "ground")
    _shape(pattern, "path", d=path, stroke=_INK, stroke_width=2, class_="line")


def _full(pattern: Element) -> None:
    _ground(pattern, _INK, "bar")


def _striped(pattern: Element) -> None:
    _lines(pattern, "M-2,2 L2,-2 M0,8 L8,0 M6,10 L10,6")


def _dotted(pattern: Element) -> None:
    _ground(pattern, "#ffffff", "ground")
    _shape(pattern, "circle", cx=4, cy=4, r=1.8, fill=_INK, class_="bar")


def _crossed(pattern: Element) -> None:
    _lines(pattern, "M0,0 L8,8 M0,8 L8,0")


def _empty(pattern: Element) -> None:
    _ground(pattern, "#ffffff", "ground")


FILLS: dict[Look, Callable[[Element], None]] = {
    Look.FULL: _full,
    Look.STRIPED: _striped,
    Look.DOTTED: _dotted,
    Look.CROSSED: _crossed,
    Look.EMPTY: _empty,
}


def define(drawing: Drawing, looks: set[Look]) -> None:
    """The patterns that the drawing needs, in the order of the table."""
    for look, fill in FILLS.items():
        if look in looks:
            fill(drawing.pattern(look.value))


def bar(drawing: Drawing, look: Look, x: float, y: float, width: float, height: float) -> None:
    """A bar with a frame, so that an empty one and a light one are seen as well."""
    drawing.add(
        "rect",
        x=x,
        y=y,
        width=width,
        height=height,
        fill=f"url(#{drawing.name}-{look.value})",
        stroke=_INK,
        stroke_width=1.5,
        class_="frame",
    )
