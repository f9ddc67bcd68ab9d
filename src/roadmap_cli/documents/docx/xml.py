"""Small building blocks of WordprocessingML; lengths are given in millimetres or points."""

from collections.abc import Iterable
from typing import Any

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from roadmap_cli.domain.papers.sheet import Align, Run, Runs
from roadmap_cli.text.typography import held_together

JUSTIFICATION = {
    Align.LEFT: "left",
    Align.CENTER: "center",
    Align.RIGHT: "right",
    Align.JUSTIFY: "both",
}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def twips(millimetres: float) -> int:
    """Millimetres in twentieths of a point."""
    return round(millimetres / 25.4 * 1440)


def element(tag: str, **attributes: str | int) -> Any:
    """An element `w:tag` with attributes of the same namespace."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    return made


def run_elements(runs: Iterable[Run]) -> list[Any]:
    """Runs of text; a tab or a line end never gets in, because the reader took them out."""
    made = []
    for run in runs:
        node = element("r")
        if run.bold or run.italic:
            properties = element("rPr")
            if run.bold:
                properties.append(element("b"))
            if run.italic:
                properties.append(element("i"))
            node.append(properties)
        text = element("t")
        text.text = run.text
        text.set(_SPACE, "preserve")
        node.append(text)
        made.append(node)
    return made


def typeset(runs: Runs, longest: int | None = None) -> Runs:
    """The runs with no-break spaces, a line having room for `longest` letters."""
    if len(runs) == 1:
        return (runs[0]._replace(text=held_together(runs[0].text, longest)),)
    text = held_together("".join(run.text for run in runs), longest)
    made, start = [], 0
    for run in runs:
        end = start + len(run.text)
        made.append(run._replace(text=text[start:end]))
        start = end
    return tuple(made)


def bare_paragraph(
    style: str,
    *,
    align: Align | None = None,
    keep_with_next: bool = False,
    before: int | None = None,
    left_mm: float = 0.0,
    number: tuple[int, int] | None = None,
    tab_mm: float | None = None,
) -> Any:
    """A paragraph without words, of the style with this id and what differs from it.

    `before` are points, `number` is (list id, level), `tab_mm` is where dots lead to.
    """
    node, properties = element("p"), element("pPr")
    properties.append(element("pStyle", val=style))
    if keep_with_next:
        properties.append(element("keepNext"))
    if number is not None:
        numbering = element("numPr")
        numbering.append(element("ilvl", val=number[1]))
        numbering.append(element("numId", val=number[0]))
        properties.append(numbering)
    if tab_mm is not None:
        tabs = element("tabs")
        tabs.append(element("tab", val="right", leader="dot", pos=twips(tab_mm)))
        properties.append(tabs)
    if before is not None:
        properties.append(element("spacing", before=before * 20))
    if left_mm:
        properties.append(element("ind", left=twips(left_mm)))
    if align is not None:
        properties.append(element("jc", val=JUSTIFICATION[align]))
    node.append(properties)
    return node
