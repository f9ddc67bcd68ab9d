"""The screens of a registry: its records as a table, one record whole."""

import re
from collections.abc import Mapping, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from roadmap_cli.render.styles import plain_table, shortened
from roadmap_cli.text.plurals import counted

_WIDEST = 28
_GAP = 3


def heading(title: str) -> str:
    """The first words of a key's title: what stands before the explanations."""
    return re.split(r"[:,(]", title)[0].strip()


def list_view(
    rows: Sequence[Mapping[str, str]], titles: Mapping[str, str], width: int
) -> RenderableType:
    """As many filled columns as the screen has room for, in the order of the file's keys."""
    if not rows:
        return Text("Записей нет.")
    names = list(dict.fromkeys(name for row in rows for name in row))
    if "" in names:
        # The name stands right after the code that it belongs to.
        names.remove("")
        names.insert(names.index("person") + 1, "")
    columns = _fitting(
        rows, [name for name in names if any(row.get(name) for row in rows)], titles, width
    )
    table = plain_table()
    for name, size in columns:
        table.add_column(titles.get(name, "Имя"), overflow="fold", max_width=size)
    for row in rows:
        table.add_row(*(shortened(row.get(name, ""), 2 * size) for name, size in columns))
    return Group(
        table,
        Text(),
        Text(f"Всего: {counted(len(rows), 'запись', 'записи', 'записей')}", style="dim"),
    )


def _fitting(
    rows: Sequence[Mapping[str, str]], names: Sequence[str], titles: Mapping[str, str], width: int
) -> list[tuple[str, int]]:
    fitting: list[tuple[str, int]] = []
    used = 0
    for name in names:
        longest = max(len(row.get(name, "")) for row in rows)
        size = min(max(longest, min(len(titles.get(name, "Имя")), 12)), _WIDEST)
        if fitting and used + size + _GAP > width:
            break
        fitting.append((name, min(size, width)))
        used += size + _GAP
    return fitting


def card_view(rows: Sequence[tuple[str, str]], places: Sequence[str]) -> RenderableType:
    """The filled keys of a record and the places that refer to it."""
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", max_width=34)
    table.add_column(ratio=1)
    for title, value in rows:
        if value:
            table.add_row(heading(title), value)
    if places:
        table.add_row("Ссылаются", "\n".join(places))
    return table
