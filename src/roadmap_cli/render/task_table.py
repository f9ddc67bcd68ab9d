"""A list of tasks as a table: number, what, when, who."""

from collections.abc import Sequence
from datetime import date

from rich.table import Table
from rich.text import Text

from roadmap_cli.domain.plan import PlannedTask
from roadmap_cli.domain.urgency import Urgency
from roadmap_cli.render.styles import ID_STYLE, URGENCY_STYLE, plain_table, shortened
from roadmap_cli.text.dates import days_between, numeric

_NARROW = 64


def task_table(
    tasks: Sequence[tuple[PlannedTask, Urgency]], today: date, width: int
) -> Table:
    """Tasks one below the other; long texts are cut, `roadmap show` has them whole."""
    narrow = width < _NARROW
    anyone = not narrow and any(planned.responsible for planned, _ in tasks)
    table = plain_table()
    table.add_column("№", style=ID_STYLE, no_wrap=True)
    table.add_column("Пункт", ratio=1, overflow="fold")
    table.add_column("Срок", overflow="fold", max_width=24 if not narrow else 12)
    if anyone:
        table.add_column("Ответственный", overflow="fold", max_width=20)
    room = max(width - 34 - (20 if anyone else 0), 16)
    for planned, urgency in tasks:
        cells = [planned.id, shortened(planned.task.text, room * 2), when(planned, urgency, today)]
        if anyone:
            cells.append(planned.responsible or "—")
        table.add_row(*cells)
    table.expand = True
    return table


def when(planned: PlannedTask, urgency: Urgency, today: date) -> Text:
    """The deadline word for word and, on the next line, how far its last day is."""
    text = Text(planned.deadline.text.strip() or "не указан", style=URGENCY_STYLE[urgency])
    due = planned.due(today)
    if planned.is_open and due is not None:
        text.append(f"\n{numeric(due)}, {days_between(due, today)}", style="dim")
    elif not planned.deadline.understood:
        text.append("\nне распознан", style="dim")
    elif planned.task.done_on is not None:
        text.append(f"\nвыполнено {numeric(planned.task.done_on)}", style="dim")
    return text
