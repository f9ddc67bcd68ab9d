"""The screens of the document commands: what can be made, and what was."""

from collections.abc import Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text


def documents_view(group: str, rows: Sequence[tuple[str, str, str]]) -> RenderableType:
    """The kinds of a group with their titles and purposes."""
    table = Table.grid(padding=(0, 2))
    table.add_column(style="bold", no_wrap=True)
    table.add_column(ratio=1)
    for kind, title, purpose in rows:
        table.add_row(f"roadmap {group} {kind}", Text.assemble(title, (f"\n{purpose}", "dim")))
    return table


def made_view(path: str, written: bool, *, dry_run: bool) -> RenderableType:
    """Where a document was written."""
    if dry_run:
        return Text(f"Проба: был бы записан файл {path}")
    return Text(f"Записано: {path}" if written else f"Без изменений: {path}")
