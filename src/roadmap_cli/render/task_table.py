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
_WHO_WIDTH = 20
_WHEN_WIDTH = 26


def task_table(
    tasks: Sequence[tuple[PlannedTask, Urgency]], today: date, width: int, *, compact: bool = False
) -> Table:
    """Tasks one below the other; long texts are cut, `roadmap show` has them whole.

    A compact table gives a task one line: the text cut to the screen, the due day alone.
    """
    narrow = width < _NARROW
    with_who = not narrow and not compact and any(planned.responsible for planned, _ in tasks)
    when_width = 12 if narrow else _WHEN_WIDTH
    table = plain_table()
    table.add_column("№", style=ID_STYLE, no_wrap=True)
    table.add_column("Пункт", ratio=1, overflow="fold")
    table.add_column("Срок", overflow="fold", max_width=when_width)
    if with_who:
        table.add_column("Ответственный", overflow="fold", max_width=_WHO_WIDTH)
    ids = max((len(planned.id) for planned, _ in tasks), default=0)
    room = max(width - ids - when_width - 8 - (_WHO_WIDTH + 3 if with_who else 0), 12)
    for planned, urgency in tasks:
        text = shortened(planned.task.text, room if compact and not narrow else room * 2)
        time = due_only(planned, urgency, today) if compact else when(planned, urgency, today)
        table.add_row(planned.id, text, time, *([planned.responsible or "—"] if with_who else []))
    table.expand = True
    return table


def due_only(planned: PlannedTask, urgency: Urgency, today: date) -> Text:
    """The due day and how far it is; the notation where there is no day."""
    due = planned.due(today)
    if due is None:
        return when(planned, urgency, today)
    return Text(f"{numeric(due)}, {days_between(due, today)}", style=URGENCY_STYLE[urgency])


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
