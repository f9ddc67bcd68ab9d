"""The screen of `roadmap deadlines`."""

from collections.abc import Sequence
from datetime import date

from rich.console import Group, RenderableType
from rich.text import Text

from roadmap_cli.domain.plan.planned import PlannedTask
from roadmap_cli.domain.plan.urgency import Urgency
from roadmap_cli.render.plan.tasks import task_table
from roadmap_cli.text.plurals import counted


def deadlines_view(
    tasks: Sequence[tuple[PlannedTask, Urgency]], today: date, width: int
) -> RenderableType:
    """The tasks in order of their last day, and how many there are."""
    if not tasks:
        return Text("Таких пунктов нет.")
    found = counted(len(tasks), "пункт", "пункта", "пунктов")
    return Group(task_table(tasks, today, width), Text(), Text(f"Всего: {found}", style="dim"))
