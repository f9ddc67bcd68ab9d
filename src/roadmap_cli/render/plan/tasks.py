"""A list of tasks: as a table with everything, or as one line a task."""

from collections.abc import Sequence
from datetime import date

from rich.table import Table
from rich.text import Text

from roadmap_cli.domain.plan.planned import PlannedTask
from roadmap_cli.domain.plan.urgency import Urgency
from roadmap_cli.render.plain_table import plain_table
from roadmap_cli.render.plan.styles import URGENCY_STYLE
from roadmap_cli.render.styles import ID_STYLE, shortened
from roadmap_cli.text.dates import days_between, numeric

_NARROW = 64
_WHO_WIDTH = 20
_WHEN_WIDTH = 26
_NARROW_WHEN = 16  # «Сентябрь–октябрь»

JudgedTasks = Sequence[tuple[PlannedTask, Urgency]]


def task_table(tasks: JudgedTasks, today: date, width: int) -> Table:
    """Tasks one below the other; long texts are cut, `roadmap show` has them whole."""
    narrow = width < _NARROW
    with_who = not narrow and any(planned.responsible for planned, _ in tasks)
    when_width = _NARROW_WHEN if narrow else _WHEN_WIDTH
    table = plain_table()
    table.add_column("№", style=ID_STYLE, no_wrap=True)
    table.add_column("Пункт", ratio=1, overflow="fold")
    table.add_column("Срок", overflow="fold", max_width=when_width)
    if with_who:
        table.add_column("Ответственный", overflow="fold", max_width=_WHO_WIDTH)
    room = _room(tasks, width, when_width + (_WHO_WIDTH + 3 if with_who else 0))
    for planned, urgency in tasks:
        text, time = shortened(planned.task.text, room * 2), when(planned, urgency, today)
        table.add_row(planned.id, text, time, *([planned.responsible or "—"] if with_who else []))
    table.expand = True
    return table


def task_lines(tasks: JudgedTasks, today: date, width: int) -> Text:
    """A line a task: number, the text cut to the screen, the due day.

    Plain lines, because a Rich table of them would take longer than everything else that
    `roadmap status` does.
    """
    times = [due_only(planned, urgency, today) for planned, urgency in tasks]
    ids = max((len(planned.id) for planned, _ in tasks), default=0)
    room = max(width - ids - max((len(time) for time in times), default=0) - 4, 10)
    lines = Text(no_wrap=True, overflow="ellipsis")
    for (planned, _), time in zip(tasks, times, strict=True):
        lines.append(planned.id.ljust(ids), style=ID_STYLE)
        lines.append(f"  {shortened(planned.task.text, room).ljust(room)}  ")
        lines.append_text(time)
        lines.append("\n")
    lines.right_crop(1)
    return lines


def _room(tasks: JudgedTasks, width: int, taken: int) -> int:
    ids = max((len(planned.id) for planned, _ in tasks), default=0)
    return max(width - ids - taken - 8, 12)


def due_only(planned: PlannedTask, urgency: Urgency, today: date) -> Text:
    """The due day and how far it is; without one, the notation."""
    due = planned.due
    words = f"{numeric(due)}, {days_between(due, today)}" if due else _notation(planned)
    return Text(words, style=URGENCY_STYLE[urgency])


def when(planned: PlannedTask, urgency: Urgency, today: date) -> Text:
    """The deadline word for word and, on the next line, how far its last day is."""
    text = Text(_notation(planned), style=URGENCY_STYLE[urgency])
    due = planned.due
    if planned.is_open and due is not None:
        text.append(f"\n{numeric(due)}, {days_between(due, today)}", style="dim")
    elif not planned.deadline.understood:
        text.append("\nне распознан", style="dim")
    elif planned.task.done_on is not None:
        text.append(f"\nвыполнено {numeric(planned.task.done_on)}", style="dim")
    return text


def _notation(planned: PlannedTask) -> str:
    return planned.deadline.text.strip() or "не указан"
