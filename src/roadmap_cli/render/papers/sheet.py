"""A document on the screen, before it becomes a file (`--preview`)."""

from typing import Any

from rich import box
from rich.align import Align as RichAlign
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table as RichTable
from rich.text import Text

from roadmap_cli.domain.papers.sheet import (
    Align,
    Block,
    BulletItem,
    Caption,
    Cell,
    Chart,
    Columns,
    Contents,
    NewSheet,
    NumberedItem,
    Paper,
    Paragraph,
    Runs,
    Table,
)
from roadmap_cli.render.papers.figures import figure_view

_UPRIGHT, _LYING = 90, 140


def paper_view(paper: Paper, width: int) -> RenderableType:
    """The blocks of a document in the width of a sheet or of the screen, the lesser of the two."""
    blocks = paper.blocks
    lying = any(isinstance(block, NewSheet) and block.landscape for block in blocks)
    width = min(width, _LYING if lying else _UPRIGHT)
    parts: list[RenderableType] = []
    for position, block in enumerate(blocks):
        if position or not isinstance(block, NewSheet):
            parts.append(_SHOW[type(block)](block, width))
    return RichAlign.left(Group(*parts), width=width)


def _text(runs: Runs, *, bold: bool = False) -> Text:
    text = Text()
    for run in runs:
        style = " ".join(
            name for name, on in (("bold", run.bold or bold), ("italic", run.italic)) if on
        )
        text.append(run.text, style=style)
    return text


def _justified(text: Text, align: Align) -> Text:
    text.justify = "left" if align is Align.JUSTIFY else align.value
    return text


def _paragraph(block: Paragraph, width: int) -> RenderableType:
    role = block.role
    lines = [_text(runs, bold=role.bold) for runs in block.lines]
    if role.indent:
        lines[0] = Text("    ") + lines[0]
    text = _justified(Text("\n").join(lines), role.align)
    left = int(role.offset * width)
    return Padding(text, (bool(role.space_before), 0, bool(role.space_after), left))


def _caption(block: Caption, _width: int) -> RenderableType:
    said = _justified(Text(f"{block.lead}{block.number} – ") + _text(block.runs), block.role.align)
    return Padding(said, (bool(block.role.space_before), 0, bool(block.role.space_after), 0))


def _chart(block: Chart, width: int) -> RenderableType:
    return figure_view(block.figure, width)


def _contents(block: Contents, _width: int) -> RenderableType:
    return Text("\n").join(Text("  " * (entry.level - 1) + entry.text) for entry in block.entries)


def _columns(block: Columns, _width: int) -> RenderableType:
    grid = RichTable.grid(expand=True, padding=(0, 1))
    for share, align in zip(block.role.columns, block.role.column_aligns, strict=True):
        grid.add_column(ratio=share, justify="left" if align is Align.JUSTIFY else align.value)
    grid.add_row(*(_text(runs) for runs in block.cells))
    role = block.role
    return Padding(grid, (bool(role.space_before), 0, bool(role.space_after), 0))


def _numbered(block: NumberedItem, _width: int) -> RenderableType:
    return Text("    " * (block.level + 1)) + Text(f"{block.number} ") + _text(block.runs)


def _bullet(block: BulletItem, _width: int) -> RenderableType:
    return Text("    " * (block.level + 1) + "– ") + _text(block.runs)


def _table(block: Table, _width: int) -> RenderableType:
    table = RichTable(box=box.SQUARE, show_lines=True, expand=True)
    widths = block.widths or (1.0,) * len(block.head)
    for cell, share, align in zip(block.head, widths, block.aligns, strict=True):
        table.add_column(
            _cell(cell),
            ratio=max(round(share * 10), 1),
            justify="left" if align is Align.JUSTIFY else align.value,
            overflow="fold",
        )
    for row in block.rows:
        table.add_row(*(_cell(cell) for cell in row))
    return table


def _cell(cell: Cell) -> Text:
    return Text("\n").join(_text(runs) for runs in cell.paragraphs)


def _sheet(_block: NewSheet, _width: int) -> RenderableType:
    return Rule(style="dim")


_SHOW: dict[type[Block], Any] = {
    Paragraph: _paragraph,
    Columns: _columns,
    NumberedItem: _numbered,
    BulletItem: _bullet,
    Table: _table,
    NewSheet: _sheet,
    Caption: _caption,
    Chart: _chart,
    Contents: _contents,
}
