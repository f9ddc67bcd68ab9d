"""The screens of a registry: its records as a table, one record whole."""

from collections.abc import Mapping, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from roadmap_cli.render.styles import plain_table, shortened
from roadmap_cli.text.plurals import counted

_WIDEST = (28, 22, 16)
_ENOUGH = 5
_GAP = 3


def list_view(
    rows: Sequence[Mapping[str, str]],
    columns: Sequence[str],
    titles: Mapping[str, str],
    width: int,
    *,
    every: bool,
) -> RenderableType:
    """As many filled columns as the screen has room for, or with `every` all of them."""
    if not rows:
        return Text("Записей нет.")
    filled = [name for name in columns if every or any(row[name] for row in rows)]
    table = plain_table()
    shown = _fitting(rows, filled, titles, width, every=every)
    for name, size in shown:
        table.add_column(titles[name], overflow="fold", max_width=size)
    for row in rows:
        table.add_row(*(shortened(row[name], 2 * size) for name, size in shown))
    return Group(
        table,
        Text(),
        Text(f"Всего: {counted(len(rows), 'запись', 'записи', 'записей')}", style="dim"),
    )


def _fitting(
    rows: Sequence[Mapping[str, str]],
    names: Sequence[str],
    titles: Mapping[str, str],
    width: int,
    *,
    every: bool,
) -> list[tuple[str, int]]:
    """The columns and their widths: narrow ones when only few would fit otherwise."""
    for widest in (max(_WIDEST[0], width // 3), *_WIDEST[:-1]):
        fitting = _fitted(rows, names, titles, width, widest, every=every)
        if len(fitting) >= min(_ENOUGH, len(names)):
            return fitting
    return _fitted(rows, names, titles, width, _WIDEST[-1], every=every)


def _fitted(
    rows: Sequence[Mapping[str, str]],
    names: Sequence[str],
    titles: Mapping[str, str],
    width: int,
    widest: int,
    *,
    every: bool,
) -> list[tuple[str, int]]:
    """The columns that fit; one that does not makes room for the next."""
    fitting: list[tuple[str, int]] = []
    used = 0
    for name in names:
        longest = max(len(row[name]) for row in rows)
        size = min(max(longest, min(len(titles[name]), 12)), widest)
        if every or not fitting or used + size + _GAP <= width:
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
            table.add_row(title, value)
    if places:
        table.add_row("Ссылаются", "\n".join(places))
    return table
