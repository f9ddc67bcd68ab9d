"""Small building blocks of WordprocessingML; lengths are given in millimetres or points."""

from collections.abc import Sequence
from typing import Any

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from roadmap_cli.domain.papers.sheet import Align, Role, Runs

_JUSTIFICATION = {
    Align.LEFT: "left",
    Align.CENTER: "center",
    Align.RIGHT: "right",
    Align.JUSTIFY: "both",
}
_FIRST_LINE_MM = 12.5
_LONG_BLANK = "_" * 15


def twips(millimetres: float) -> int:
    """Millimetres in twentieths of a point."""
    return round(millimetres / 25.4 * 1440)


def element(tag: str, **attributes: str | int) -> Any:
    """An element `w:tag` with attributes of the same namespace."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    return made


def run_elements(runs: Runs, *, bold: bool = False, half_points: int | None = None) -> list[Any]:
    """Runs of text; a tab or a line end never gets in, because the reader took them out."""
    made = []
    for run in runs:
        node = element("r")
        properties = element("rPr")
        if run.bold or bold:
            properties.append(element("b"))
        if run.italic:
            properties.append(element("i"))
        if half_points is not None:
            properties.append(element("sz", val=half_points))
            properties.append(element("szCs", val=half_points))
        if len(properties):
            node.append(properties)
        text = element("t")
        text.text = run.text
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        node.append(text)
        made.append(node)
    return made


def paragraph(  # noqa: PLR0913 -- a paragraph has that many properties, all named
    runs: Runs,
    *,
    align: Align = Align.LEFT,
    bold: bool = False,
    indent: bool = False,
    before: int = 0,
    after: int = 0,
    keep_with_next: bool = False,
    left_mm: float = 0.0,
    half_points: int | None = None,
    number: tuple[int, int] | None = None,
) -> Any:
    """A paragraph; `before` and `after` are points, `number` is (list id, level)."""
    node = element("p")
    properties = element("pPr")
    if keep_with_next:
        properties.append(element("keepNext"))
    if number is not None:
        numbering = element("numPr")
        numbering.append(element("ilvl", val=number[1]))
        numbering.append(element("numId", val=number[0]))
        properties.append(numbering)
    if before or after:
        properties.append(element("spacing", before=before * 20, after=after * 20))
    if indent:
        properties.append(element("ind", firstLine=twips(_FIRST_LINE_MM)))
    elif left_mm:
        properties.append(element("ind", left=twips(left_mm)))
    if align is Align.JUSTIFY and any(_LONG_BLANK in run.text for run in runs):
        align = Align.LEFT  # a long line to write on would stretch the words before it
    if align is not Align.LEFT:
        properties.append(element("jc", val=_JUSTIFICATION[align]))
    if len(properties):
        node.append(properties)
    node.extend(run_elements(runs, bold=bold, half_points=half_points))
    return node


def role_paragraph(
    lines: Sequence[Runs], role: Role, *, left_mm: float, small_half_points: int
) -> Any:
    """A paragraph laid out by its role; its lines are cut where the template cut them."""
    node = paragraph(
        lines[0],
        align=role.align,
        bold=role.bold,
        indent=role.indent,
        before=role.space_before,
        after=role.space_after,
        keep_with_next=role.keep_with_next,
        left_mm=left_mm,
        half_points=small_half_points if role.small else None,
    )
    if role.outline:
        node.get_or_add_pPr().append(element("outlineLvl", val=role.outline - 1))
    for runs in lines[1:]:
        cut = element("r")
        cut.append(element("br"))
        node.append(cut)
        half_points = small_half_points if role.small else None
        node.extend(run_elements(runs, bold=role.bold, half_points=half_points))
    return node
