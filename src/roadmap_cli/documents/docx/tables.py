"""Tables of a document as WordprocessingML: built in one pass, thousands of rows are no trouble."""

import re
from collections.abc import Collection, Sequence
from itertools import zip_longest
from typing import Any

from roadmap_cli.documents.docx.paragraphs import styled
from roadmap_cli.documents.docx.styles import BORDERED, BORDERLESS, Styles
from roadmap_cli.documents.docx.xml import element, twips
from roadmap_cli.domain.papers.sheet import Align, Cell, Columns, Role, Runs, Table

_SIDE_MM, _ABOVE_MM, _BELOW_MM = 1.5, 1.0, 2.0
# A letter of a table is that wide, on the average of a word with wide ones.
_LETTER_MM = 2.1
# A line may end behind a hyphen.
_BETWEEN_WORDS = re.compile(r"[\s-]+")
# A table of so few rows stands on one page.
_FEW_ROWS = 4
# Between the two columns of approvals.
_GAP_MM = 10.0


def table_element(
    styles: Styles, table: Table, *, line_mm: float, keep_with_next: bool = False
) -> Any:
    """A table with borders over the whole line; its head row returns on every page.

    The last row stays with what follows when it is to `keep_with_next`.
    """
    widths = _shared(table.widths or (1.0,) * len(table.head), line_mm)
    node = _empty_table(styles.ids[BORDERED], widths, roomy=table.is_roomy)
    kept = _kept(len(table.rows)) if table.is_kept else frozenset()
    if keep_with_next:
        kept |= {len(table.rows) - 1}
    node.append(_row(styles, table.head, (), table, widths, "head"))
    below = zip_longest(table.rows, table.rows[1:], fillvalue=())
    for number, (row, under) in enumerate(below):
        node.append(_row(styles, row, under, table, widths, "cell", kept=number in kept))
    return node


def _kept(rows: int) -> frozenset[int]:
    """The rows that stay with the next one, so that a page has none of a table alone."""
    return frozenset(range(rows - 1) if rows <= _FEW_ROWS else (0, rows - 2))


def columns_element(
    styles: Styles, rows: Sequence[Columns], *, line_mm: float, stamp_mm: float, last_kept: bool
) -> Any:
    """Lines of cells without borders, all of one role.

    Rows that stay with the text before them stay with each other.
    """
    role = rows[0].role
    widths = _shared(role.columns, line_mm)
    if role.offset:
        widths = [twips(line_mm - stamp_mm), twips(stamp_mm)]
    node = _empty_table(styles.ids[BORDERLESS], widths)
    kept: Collection[int] = _kept(len(rows))
    if role.stays_with_text:
        kept = range(len(rows) - 1)
    for number, columns in enumerate(rows):
        row = _empty_row()
        keep = number in kept or (last_kept and number == len(rows) - 1)
        for position, (runs, width) in enumerate(zip(columns.cells, widths, strict=True)):
            gap = twips(_GAP_MM) if role.offset and not position else 0
            cell = _cell_element(width, gap=gap)
            align = _own_align(role, position)
            cell.append(styled(styles, role.name, (runs,), align=align, keep_with_next=keep))
            row.append(cell)
        node.append(row)
    return node


def _own_align(role: Role, position: int) -> Align | None:
    align = role.column_aligns[position]
    return None if align is Align.LEFT else align


def _shared(shares: Sequence[float], line_mm: float) -> list[int]:
    """The line divided by shares, in twips."""
    return [twips(line_mm * share / sum(shares)) for share in shares]


def _empty_table(style: str, widths: Sequence[int], *, roomy: bool = False) -> Any:
    node, properties = element("tbl"), element("tblPr")
    properties.append(element("tblStyle", val=style))
    properties.append(element("tblW", w=sum(widths), type="dxa"))
    properties.append(element("tblLayout", type="fixed"))
    if roomy:
        margins = element("tblCellMar")
        for edge, millimetres in (("top", _ABOVE_MM), ("bottom", _BELOW_MM)):
            margins.append(element(edge, w=twips(millimetres), type="dxa"))
        properties.append(margins)
    node.append(properties)
    grid = element("tblGrid")
    for width in widths:
        grid.append(element("gridCol", w=width))
    node.append(grid)
    return node


def _empty_row(*, head: bool = False) -> Any:
    row, properties = element("tr"), element("trPr")
    properties.append(element("cantSplit"))
    if head:
        properties.append(element("tblHeader"))
    row.append(properties)
    return row


def _row(
    styles: Styles,
    cells: Sequence[Cell],
    below: Sequence[Cell],
    table: Table,
    widths: Sequence[int],
    key: str,
    *,
    kept: bool = False,
) -> Any:
    head = key == "head"
    row = _empty_row(head=head)
    for position, (cell, width) in enumerate(zip(cells, widths, strict=True)):
        under = below[position] if position < len(below) else None
        merge = "continue" if cell.continues_above else None
        if merge is None and under is not None and under.continues_above:
            merge = "restart"
        node = _cell_element(width, merge)
        align = None if head or table.aligns[position] is Align.LEFT else table.aligns[position]
        longest = int((width / twips(1) - 2 * _SIDE_MM) / _LETTER_MM)
        for runs in cell.paragraphs or ((),):
            own = key if _fits(runs, longest) else f"narrow-{key}"
            node.append(
                styled(styles, own, (runs,), align=align, keep_with_next=kept, longest=longest)
            )
        row.append(node)
    return row


def _fits(runs: Runs, longest: int) -> bool:
    """True unless a word is longer than the column."""
    words = _BETWEEN_WORDS.split("".join(run.text for run in runs))
    return max(map(len, words)) <= longest


def _cell_element(width: int, merge: str | None = None, *, gap: int = 0) -> Any:
    cell, properties = element("tc"), element("tcPr")
    properties.append(element("tcW", w=width, type="dxa"))
    if merge is not None:
        properties.append(element("vMerge", val=merge))
    if gap:
        margins = element("tcMar")
        margins.append(element("right", w=gap, type="dxa"))
        properties.append(margins)
    cell.append(properties)
    return cell
