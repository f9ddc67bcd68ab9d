"""The tables of a Word document as grids: merged cells, and paragraphs that Word numbers."""

import re
from collections.abc import Iterator
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn

from roadmap_cli.importers.reading.grid import Cell, Grid, Line, Row, clean

_BREAKS = (qn("w:br"), qn("w:cr"))


def docx_grids(document: Document) -> list[Grid]:
    """Every table with the paragraphs before it; a table inside a cell is part of the cell."""
    grids = []
    before: list[str] = []
    body: Any = document.element.body
    for child in body.iterchildren():
        if child.tag == qn("w:tbl"):
            grids.append(Grid("", tuple(_rows(child)), tuple(before)))
            before = []
        elif child.tag == qn("w:p"):
            before += [line.text for line in _paragraph_lines(child)]
    if not grids and before:
        grids.append(Grid("", (), tuple(before)))
    return grids


def _rows(table: Any) -> Iterator[Row]:
    for number, row in enumerate(table.findall(qn("w:tr")), 1):
        cells: list[Cell] = [Cell()] * _skipped(row)
        for cell in _cells(row):
            properties = cell.find(qn("w:tcPr"))
            merge = properties.find(qn("w:vMerge")) if properties is not None else None
            continues = merge is not None and merge.get(qn("w:val")) != "restart"
            cells.append(Cell(tuple(_cell_lines(cell)), continues))
            cells += [Cell()] * (_span(properties) - 1)
        if any(cell.lines for cell in cells):
            yield Row(number, tuple(cells))


def _cells(row: Any) -> Iterator[Any]:
    for child in row.iterchildren():
        if child.tag == qn("w:tc"):
            yield child
        elif child.tag == qn("w:sdt"):  # a cell inside a content control
            yield from child.iter(qn("w:tc"))


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
        yield from _paragraph_lines(paragraph)


def _paragraph_lines(paragraph: Any) -> Iterator[Line]:
    properties = paragraph.find(qn("w:pPr"))
    number = properties.find(qn("w:numPr")) if properties is not None else None
    mark = number.find(qn("w:numId")) if number is not None else None
    listed = mark is not None and mark.get(qn("w:val")) != "0"
    for text in "".join(_texts(paragraph)).split("\n"):
        if words := clean(text):
            yield Line(words, listed)
            listed = False  # after a line break inside the point the point goes on


def _texts(paragraph: Any) -> Iterator[str]:
    """What is read: text that was struck out by a correction is not."""
    for node in paragraph.iter(qn("w:t"), qn("w:tab"), *_BREAKS):
        if node.tag == qn("w:t"):
            yield node.text or ""
        else:
            yield "\n" if node.tag in _BREAKS and node.get(qn("w:type")) is None else " "
