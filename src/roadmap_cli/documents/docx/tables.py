"""Tables of a document as WordprocessingML: built in one pass, thousands of rows are no trouble."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import Any

from roadmap_cli.documents.docx.xml import element, paragraph, twips
from roadmap_cli.domain.papers.sheet import Align, Cell, Columns, Table

_BORDERS = ("top", "left", "bottom", "right", "insideH", "insideV")
_SIDE_MM, _ABOVE_MM, _BELOW_MM = 1.5, 1.0, 2.0


def table_element(table: Table, *, line_mm: float, half_points: int) -> Any:
    """A table with borders over the whole line; its head row returns on every page."""
    widths = _shared(table.widths or (1.0,) * len(table.head), line_mm)
    node = _empty_table(widths, borders=True, roomy=table.is_roomy)
    node.append(_row(table.head, (), table, widths, half_points, head=True))
    for row, below in zip_longest(table.rows, table.rows[1:], fillvalue=()):
        node.append(_row(row, below, table, widths, half_points, head=False))
    return node


def columns_element(columns: Columns, *, line_mm: float) -> Any:
    """A line of cells without borders."""
    role = columns.role
    widths = _shared(role.columns, line_mm)
    node = _empty_table(widths, borders=False)
    row = element("tr")
    properties = element("trPr")
    properties.append(element("cantSplit"))
    row.append(properties)
    for runs, width, align in zip(columns.cells, widths, role.column_aligns, strict=True):
        cell = _cell_element(width)
        cell.append(
            paragraph(
                runs,
                align=align,
                bold=role.bold,
                before=role.space_before,
                after=role.space_after,
            )
        )
        row.append(cell)
    node.append(row)
    return node


def _shared(shares: Sequence[float], line_mm: float) -> list[int]:
    """The line divided by shares, in twips."""
    return [twips(line_mm * share / sum(shares)) for share in shares]


def _empty_table(widths: Sequence[int], *, borders: bool, roomy: bool = False) -> Any:
    node = element("tbl")
    properties = element("tblPr")
    properties.append(element("tblW", w=sum(widths), type="dxa"))
    if borders:
        lines = element("tblBorders")
        for side in _BORDERS:
            lines.append(element(side, val="single", sz=4, space=0, color="auto"))
        properties.append(lines)
    properties.append(element("tblLayout", type="fixed"))
    margins = element("tblCellMar")
    beside = twips(_SIDE_MM) if borders else 0
    own = {"left": beside, "right": beside}
    if roomy:
        # In the order that the schema of Word demands.
        own = {"top": twips(_ABOVE_MM), "left": beside, "bottom": twips(_BELOW_MM), "right": beside}
    for edge, width in own.items():
        margins.append(element(edge, w=width, type="dxa"))
    properties.append(margins)
    node.append(properties)
    grid = element("tblGrid")
    for width in widths:
        grid.append(element("gridCol", w=width))
    node.append(grid)
    return node


def _row(
    cells: Sequence[Cell],
    below: Sequence[Cell],
    table: Table,
    widths: Sequence[int],
    half_points: int,
    *,
    head: bool,
) -> Any:
    row = element("tr")
    properties = element("trPr")
    properties.append(element("cantSplit"))
    if head:
        properties.append(element("tblHeader"))
    row.append(properties)
    for position, (cell, width) in enumerate(zip(cells, widths, strict=True)):
        under = below[position] if position < len(below) else None
        merge = "continue" if cell.continues_above else None
        if merge is None and under is not None and under.continues_above:
            merge = "restart"
        node = _cell_element(width, merge)
        align = Align.CENTER if head else table.aligns[position]
        for runs in cell.paragraphs or ((),):
            node.append(
                # A head that ends a page would be read with the rows of another.
                paragraph(
                    runs, align=align, bold=head, half_points=half_points, keep_with_next=head
                )
            )
        row.append(node)
    return row


def _cell_element(width: int, merge: str | None = None) -> Any:
    cell = element("tc")
    properties = element("tcPr")
    properties.append(element("tcW", w=width, type="dxa"))
    if merge is not None:
        properties.append(element("vMerge", val=merge))
    cell.append(properties)
    return cell
