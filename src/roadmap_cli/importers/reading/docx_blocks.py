"""A Word document as it is read: paragraphs and tables in their order, and what stands aside.

Aside are headers and footers, notes, comments, text boxes and hidden text: nothing of them is
taken, but all of it can be told.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree

from roadmap_cli.importers.reading.grid import (
    Aside,
    Block,
    Cell,
    Grid,
    Line,
    Paragraph,
    Row,
    clean,
    without_tags,
)

_BREAKS = (qn("w:br"), qn("w:cr"))
_WRAPPERS = frozenset(
    qn(name) for name in ("w:sdt", "w:sdtContent", "w:ins", "w:moveTo", "w:customXml", "w:smartTag")
)
_TEXT_BOX = qn("w:txbxContent")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_MOVED_AWAY = qn("w:moveFrom")
_PARTS = (
    ("header", "верхний колонтитул"),
    ("footer", "нижний колонтитул"),
    ("footnotes", "сноска"),
    ("endnotes", "сноска"),
    ("comments", "комментарий"),
)
_UNSEEN = "не часть текста документа"
_HEADING_STYLE = r"(?:heading|заголовок)\s*(\d)"


def docx_blocks(document: Document) -> list[Block]:
    """Every paragraph with text and every table; a table inside a cell is part of the cell."""
    blocks: list[Block] = []
    body: Any = document.element.body
    for child in _children(body, qn("w:p"), qn("w:tbl")):
        if child.tag == qn("w:tbl"):
            number = sum(isinstance(block, Grid) for block in blocks) + 1
            blocks.append(Grid("", tuple(_rows(child)), where=f"таблица {number}"))
            continue
        place = sum(isinstance(block, Paragraph) for block in blocks) + 1
        found = list(_paragraph_lines(child))
        if found:
            blocks.append(_paragraph(child, found, place, document))
    return blocks


def docx_asides(document: Document) -> list[Aside]:
    """The text that a reader of the body does not see, or sees at its edge."""
    body: Any = document.element.body
    found = [Aside("надпись", text, _UNSEEN) for text in _boxes(body)]
    found += [Aside("скрытый текст", text, _UNSEEN) for text in _hidden(body)]
    for part in document.part.package.iter_parts():
        name = str(part.partname).rpartition("/")[2]
        title = next((title for start, title in _PARTS if name.startswith(start)), None)
        if title is None or not name.endswith(".xml"):
            continue
        root = etree.fromstring(part.blob)
        found += [
            Aside(title, line.text, _UNSEEN)
            for paragraph in root.iter(qn("w:p"))
            for line in _paragraph_lines(paragraph)
        ]
    return list(dict.fromkeys(found))


def _children(parent: Any, *wanted: str) -> Iterator[Any]:
    """The children of these sorts, also those inside content controls and corrections."""
    for child in parent.iterchildren():
        if child.tag in wanted:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _children(child, *wanted)


def _paragraph(element: Any, found: list[Line], place: int, document: Document) -> Paragraph:
    runs = [run for run in element.iter(qn("w:r")) if "".join(_texts([run])).strip()]
    bold = bool(runs) and all(_is_on(run, "w:rPr", "w:b") for run in runs)
    return Paragraph(
        " ".join(line.text for line in found),
        place,
        heading=_heading(element, document),
        bold=bold,
        level=found[0].level,
    )


def _is_on(run: Any, properties: str, name: str) -> bool:
    own = run.find(qn(properties))
    mark = own.find(qn(name)) if own is not None else None
    return mark is not None and mark.get(qn("w:val")) not in ("0", "false", "none")


def _heading(element: Any, document: Document) -> int | None:
    """The level of a heading's style."""
    style = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    if style is None:
        return None
    code = style.get(qn("w:val"), "")
    names = [one.name or "" for one in document.styles if one.style_id == code]
    for name in (*names, code):
        if match := re.match(_HEADING_STYLE, name.lower()):
            return int(match[1])
    return None


def _rows(table: Any) -> Iterator[Row]:
    for number, row in enumerate(_children(table, qn("w:tr")), 1):
        cells: list[Cell] = [Cell()] * _skipped(row)
        for cell in _children(row, qn("w:tc")):
            properties = cell.find(qn("w:tcPr"))
            merge = properties.find(qn("w:vMerge")) if properties is not None else None
            continues = merge is not None and merge.get(qn("w:val")) != "restart"
            nested = cell.find(f".//{qn('w:tbl')}") is not None
            span = _span(properties)
            lines = tuple(_cell_lines(cell))
            cells.append(Cell(lines, continues, span=span, nested=nested))
            cells += [Cell(spanned=True, continues=continues)] * (span - 1)
        if any(cell.lines for cell in cells):
            yield Row(number, tuple(cells))


def _skipped(row: Any) -> int:
    """Columns of the grid that the row leaves out at its beginning."""
    found = row.find(f"{qn('w:trPr')}/{qn('w:gridBefore')}")
    return _small(found.get(qn("w:val"), "0"), 0) if found is not None else 0


def _span(properties: Any) -> int:
    found = properties.find(qn("w:gridSpan")) if properties is not None else None
    value = found.get(qn("w:val"), "1") if found is not None else "1"
    return _small(value, 1)


def _small(text: str, otherwise: int) -> int:
    """A small number of columns; whatever else stands there counts as `otherwise`."""
    return min(int(text), 50) if re.fullmatch("[0-9]{1,6}", text) else otherwise


def _cell_lines(cell: Any) -> Iterator[Line]:
    for paragraph in cell.iter(qn("w:p")):
        if not _is_inside(paragraph, _TEXT_BOX):
            yield from _paragraph_lines(paragraph)


def _paragraph_lines(paragraph: Any) -> Iterator[Line]:
    mark = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
    listed = mark is not None and mark.get(qn("w:val")) != "0"
    deep = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:ilvl')}")
    level = _small(deep.get(qn("w:val"), "0"), 0) if deep is not None else 0
    for text in without_tags("".join(_texts([paragraph]))).splitlines():
        if words := clean(text):
            yield Line(words, listed, level if listed else None)
            listed = False  # after a line break inside the point the point goes on


def _texts(roots: Iterable[Any]) -> Iterator[str]:
    """What is read: text that a correction struck out or moved away, hidden, boxed is not."""
    for root in roots:
        for node in root.iter(qn("w:t"), qn("w:tab"), qn("w:noBreakHyphen"), *_BREAKS):
            if _is_inside(node, _TEXT_BOX, below=root) or _is_inside(node, _MOVED_AWAY):
                continue
            if _is_hidden(node):
                continue
            if node.tag == qn("w:t"):
                yield node.text or ""
            elif node.tag == qn("w:noBreakHyphen"):
                yield "\u2011"
            else:
                yield "\n" if node.tag in _BREAKS and node.get(qn("w:type")) is None else " "


def _is_inside(node: Any, tag: str, below: Any = None) -> bool:
    for above in node.iterancestors():
        if above is below:
            return False
        if above.tag == tag:
            return True
    return False


def _is_hidden(node: Any) -> bool:
    run = node.getparent()
    return run is not None and run.tag == qn("w:r") and _is_on(run, "w:rPr", "w:vanish")


def _boxes(body: Any) -> Iterator[str]:
    for box in body.iter(_TEXT_BOX):
        if not _is_inside(box, _FALLBACK):
            for paragraph in box.iter(qn("w:p")):
                for line in _paragraph_lines(paragraph):
                    yield line.text


def _hidden(body: Any) -> Iterator[str]:
    for run in body.iter(qn("w:r")):
        text = clean("".join(node.text or "" for node in run.iter(qn("w:t"))))
        if text and _is_on(run, "w:rPr", "w:vanish"):
            yield text
