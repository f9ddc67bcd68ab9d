"""The screen of `roadmap template list`."""

from collections.abc import Sequence

from rich.console import RenderableType
from rich.text import Text

from roadmap_cli.render.plain_table import plain_table


def templates_view(rows: Sequence[tuple[str, str, bool]]) -> RenderableType:
    """A row a document type; the school's own templates stand out."""
    table = plain_table()
    table.add_column("Вид", style="bold", no_wrap=True)
    table.add_column("Документ", ratio=1, overflow="fold")
    table.add_column("Шаблон", no_wrap=True)
    for kind, title, own in rows:
        table.add_row(kind, title, Text("свой", style="green") if own else "встроенный")
    table.expand = True
    return table
