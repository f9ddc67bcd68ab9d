"""The screen of `roadmap status`."""

from datetime import date

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from roadmap_cli.domain.plan.planned import PlannedTask
from roadmap_cli.domain.plan.status import Progress, StatusReport
from roadmap_cli.domain.plan.urgency import Urgency
from roadmap_cli.render.plan.tasks import task_lines, task_table
from roadmap_cli.render.progress_bar import ProgressBar
from roadmap_cli.render.styles import ID_STYLE, QUIET_STYLE, URGENCY_STYLE, plain_table
from roadmap_cli.text.dates import in_words, numeric
from roadmap_cli.text.plurals import counted

_WIDE = 72
_MIDDLE = 62
_SECTIONS = (
    (Urgency.OVERDUE, "Просрочено"),
    (Urgency.SOON, "Скоро срок"),
    (Urgency.RUNNING, "Идёт сейчас"),
    (Urgency.LATER, "Позже"),
    (Urgency.UNDATED, "Без даты"),
    (Urgency.DONE, "Выполнено"),
    (Urgency.CANCELLED, "Отменено"),
)
_ALWAYS = {Urgency.OVERDUE: "--overdue", Urgency.SOON: "--within"}
_MOST_ROWS = 10


def status_view(report: StatusReport, width: int, *, everything: bool) -> RenderableType:
    """A summary, a row a stage, then what is late and what is near (or every task)."""
    parts: list[RenderableType] = [
        Text(report.title, style="bold"),
        Text(summary_line(report.progress, report.today)),
        *_proof_lines(report),
        Text(),
        _stages(report, width),
    ]
    for urgency, title in _SECTIONS:
        if everything or urgency in _ALWAYS:
            parts += _section(report, urgency, title, width, everything)
    if not everything:
        parts += [Text(), Text(_closing(report), style=QUIET_STYLE)]
    return Group(*parts)


def summary_line(progress: Progress, today: date) -> str:
    """The whole state in one sentence."""
    counts = progress.by_urgency
    parts = [f"выполнено {progress.done} из {progress.total}"]
    for urgency in (Urgency.OVERDUE, Urgency.SOON, Urgency.RUNNING, Urgency.UNDATED):
        if counts[urgency]:
            parts.append(f"{urgency.title} {counts[urgency]}")
    if counts[Urgency.CANCELLED]:
        parts.append(f"отменено {counts[Urgency.CANCELLED]}")
    return f"На {in_words(today)}: {', '.join(parts)}"


def _proof_lines(report: StatusReport) -> list[RenderableType]:
    """Where what is said and what is there differ; nothing when they agree."""
    lines: list[RenderableType] = []
    if report.unproven:
        ids = ", ".join(report.unproven)
        lines.append(Text(f"Выполнено, но подтверждения нет: {ids}", style="yellow"))
    if report.waiting:
        ids = ", ".join(report.waiting)
        lines.append(Text(f"Всё для этого есть, отметьте выполненным: {ids}", style="yellow"))
    return lines


def _stages(report: StatusReport, width: int) -> Table:
    table = plain_table()
    table.add_column("№", style=ID_STYLE, no_wrap=True)
    table.add_column("Этап", ratio=1, overflow="fold")
    table.add_column("Готово", no_wrap=True, justify="right")
    if width >= _WIDE:
        table.add_column("", no_wrap=True, width=10)
    table.add_column("Просрочено" if width >= _MIDDLE else "Проср.", justify="right", no_wrap=True)
    if width >= _MIDDLE:
        table.add_column("Ближайший срок", no_wrap=True)
    for each in report.stages:
        late = each.progress.by_urgency[Urgency.OVERDUE]
        cells: list[RenderableType] = [
            each.stage.id,
            each.stage.title,
            f"{each.progress.done}/{each.progress.total}",
        ]
        if width >= _WIDE:
            cells.append(ProgressBar(each.progress.share))
        cells.append(
            Text(
                str(late) if late else "—",
                style=URGENCY_STYLE[Urgency.OVERDUE] if late else QUIET_STYLE,
            )
        )
        if width >= _MIDDLE:
            cells.append(numeric(each.next_due) if each.next_due else "—")
        table.add_row(*cells)
    table.expand = True
    return table


def _section(
    report: StatusReport, urgency: Urgency, title: str, width: int, everything: bool
) -> list[RenderableType]:
    tasks: list[PlannedTask] = report.having(urgency)
    if not tasks:
        return []
    shown = tasks if everything else tasks[:_MOST_ROWS]
    judged = [(planned, urgency) for planned in shown]
    listing = task_table if everything else task_lines
    parts: list[RenderableType] = [
        Text(),
        Text(f"{title}: {len(tasks)}", style=URGENCY_STYLE[urgency]),
        listing(judged, report.today, width),
    ]
    if len(shown) < len(tasks):
        rest = counted(len(tasks) - len(shown), "пункт", "пункта", "пунктов")
        option = _ALWAYS[urgency] + (f" {report.horizon.days}d" if urgency is Urgency.SOON else "")
        parts.append(Text(f"… и ещё {rest}: roadmap deadlines {option}", style=QUIET_STYLE))
    return parts


def _closing(report: StatusReport) -> str:
    if not report.having(Urgency.OVERDUE) and not report.having(Urgency.SOON):
        nearest = [each.next_due for each in report.stages if each.next_due]
        if nearest:
            return f"Ничего срочного. Ближайший срок: {numeric(min(nearest))}."
        return "Ничего срочного."
    return "Подробно о пункте: roadmap show 1.2.1. Отметить выполнение: roadmap done 1.2.1."
