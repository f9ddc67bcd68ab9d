"""The screens of a registry: its records as a table, one record whole."""

from collections.abc import Iterable, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from roadmap_cli.render.plain_table import plain_table
from roadmap_cli.render.styles import shortened
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
        table.add_column(titles[name], overflow="fold", width=size)
    for row in rows:
        table.add_row(*(row[n] if every else shortened(row[n], 2 * size) for n, size in shown))
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
    """The columns that fit; one that does not makes room for the next.

    When all must fit, the widest give way down to their longest words; what is left of the
    screen goes to those whose values are cut.
    """
    fitting: list[tuple[str, int]] = []
    longest_of = {name: max(len(row[name]) for row in rows) for name in names}
    used = -_GAP
    for name in names:
        size = min(max(longest_of[name], min(len(titles[name]), 12)), widest)
        if every or not fitting or used + size + _GAP <= width:
            fitting.append((name, min(size, width)))
            used += size + _GAP
    words = {name: _longest_word(row[name] for row in rows) for name in names}
    while used > width and (narrower := [(n, size) for n, size in fitting if size > words[n]]):
        widest_now = max(narrower, key=lambda column: column[1])
        fitting[fitting.index(widest_now)] = (widest_now[0], widest_now[1] - 1)
        used -= 1
    wider = []
    for name, size in fitting:
        more = max(min(longest_of[name] - size, width - used), 0)
        wider.append((name, size + more))
        used += more
    return wider


def _longest_word(texts: Iterable[str]) -> int:
    return max(len(word) for text in texts for word in text.split() or [""])


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
