"""An SVG drawing, put together element by element; all words in it are escaped."""

import re
from typing import Any
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from roadmap_cli.text.characters import without_controls

LINE = 18
TEXT = 14
SMALL = 12
# How wide a letter is on the average, to its height: measured on Russian text in Liberation Sans.
_LETTER = 0.57
# Where a line may end: not at a space that keeps words together.
_SPACES = re.compile(r"[^\S\u00a0]+")


class Drawing:
    """A picture of a given width that grows downwards.

    `name` begins every id in it, so that several drawings may stand on one page. Colours are
    attributes and classes, for a page that forbids styles of elements; the classes let its style
    sheet choose others for the dark.
    """

    def __init__(self, name: str, width: int, title: str, description: str) -> None:
        self.name, self.width, self.height = name, width, 0
        self._root = Element(
            "svg",
            {
                "xmlns": "http://www.w3.org/2000/svg",
                "role": "img",
                "aria-labelledby": f"{name}-title {name}-desc",
                "font-family": "Liberation Sans, Arial, sans-serif",
                "font-size": str(TEXT),
            },
        )
        _said(SubElement(self._root, "title", {"id": f"{name}-title"}), title)
        _said(SubElement(self._root, "desc", {"id": f"{name}-desc"}), description)
        self._patterns = SubElement(self._root, "defs")
        self._behind = SubElement(self._root, "g")

    def behind(self, tag: str, **attributes: Any) -> None:
        """An element below all that is added otherwise."""
        _below(self._behind, tag, None, attributes)

    def add(self, tag: str, words: str | None = None, **attributes: Any) -> None:
        """An element; «_» in a name stands for «-», numbers are written as short as they are."""
        _below(self._root, tag, words, attributes)

    def pattern(self, key: str) -> Element:
        """A new pattern, to be filled with shapes, eight units in the square."""
        own = {"id": f"{self.name}-{key}", "width": 8, "height": 8}
        return _below(self._patterns, "pattern", None, {**own, "patternUnits": "userSpaceOnUse"})

    def words(self, x: float, words: str, **attributes: Any) -> None:
        """A text on the line that ends at the present height."""
        self.add(
            "text", words, x=x, y=self.height, **{"fill": "#1a1a1a", "class_": "ink"} | attributes
        )

    def paragraph(self, x: float, words: str, room: float, **attributes: Any) -> None:
        """A text on as many lines as it needs."""
        size = int(attributes.get("font_size", TEXT))
        for line in wrapped(words, room, size):
            self.height += LINE
            self.words(x, line, **attributes)

    def inline(self) -> str:
        """The element for a page of HTML."""
        self._root.set("viewBox", f"0 0 {self.width} {number(self.height)}")
        indent(self._root, " ")
        return tostring(self._root, encoding="unicode")

    def file(self) -> bytes:
        """A file of its own, on white."""
        self._root.set("width", str(self.width))
        self._root.set("height", number(self.height))
        paper = Element("rect", {"width": "100%", "height": "100%", "fill": "#ffffff"})
        self._root.insert(3, paper)
        return ('<?xml version="1.0" encoding="UTF-8"?>\n' + self.inline() + "\n").encode()


def _below(parent: Element, tag: str, words: str | None, attributes: dict[str, Any]) -> Element:
    told = {
        name.rstrip("_").replace("_", "-"): number(value)
        if isinstance(value, int | float)
        else without_controls(str(value))
        for name, value in attributes.items()
    }
    element = SubElement(parent, tag, told)
    if words is not None:
        _said(element, words)
    return element


def _said(element: Element, words: str) -> None:
    element.text = without_controls(words)


def number(value: float) -> str:
    """«12», «12.5»: the same on every machine."""
    return f"{round(value, 1):.1f}".removesuffix(".0")


def wrapped(words: str, room: float, size: int = TEXT) -> list[str]:
    """The words on lines that fit into `room` units; a word that is too long is cut."""
    most = max(int(room / (size * _LETTER)), 4)
    lines = [""]
    for word in filter(None, _SPACES.split(words)):
        rest = word
        while len(rest) > most:
            lines += [rest[:most]] if lines[-1] else []
            lines[-1] = rest[:most]
            rest = rest[most:]
            lines.append("")
        if not lines[-1]:
            lines[-1] = rest
        elif len(lines[-1]) + 1 + len(rest) <= most:
            lines[-1] += f" {rest}"
        else:
            lines.append(rest)
    return [line for line in lines if line]
