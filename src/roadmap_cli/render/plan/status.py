"""The screen of `roadmap status`."""

from datetime import date

from rich.console import Group, RenderableType
from rich.text import Text

from roadmap_cli.domain.plan.planned import PlannedTask
from roadmap_cli.domain.plan.status import Progress, StageStatus, StatusReport
from roadmap_cli.domain.plan.urgency import Urgency
from roadmap_cli.render.columns import Column, Columns
from roadmap_cli.render.plan.styles import URGENCY_STYLE
from roadmap_cli.render.plan.tasks import task_lines, task_table
from roadmap_cli.render.progress_bar import progress_bar
from roadmap_cli.render.styles import ID_STYLE, QUIET_STYLE
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
    """Where the recorded status and the evidence disagree; empty when they agree."""
    lines: list[RenderableType] = []
    if report.unproven:
        ids = ", ".join(report.unproven)
        lines.append(Text(f"Выполнено, но подтверждения нет: {ids}", style="yellow"))
    if report.waiting:
        ids = ", ".join(report.waiting)
        lines.append(Text(f"Подтверждение есть — отметьте выполненным: {ids}", style="yellow"))
    return lines


def _stages(report: StatusReport, width: int) -> Columns:
    wide, middle = width >= _WIDE, width >= _MIDDLE
    columns = [
        Column("№", style=ID_STYLE),
        Column("Этап", fills=True),
        Column("Готово", right=True),
        *([Column("")] if wide else []),
        Column("Просрочено" if middle else "Проср.", right=True),
        *([Column("Ближайший срок")] if middle else []),
    ]
    rows = [_stage_row(stage, wide=wide, middle=middle) for stage in report.stages]
    return Columns(columns, rows)


def _stage_row(status: StageStatus, *, wide: bool, middle: bool) -> list[Text]:
    progress = status.progress
    late = progress.by_urgency[Urgency.OVERDUE]
    style = URGENCY_STYLE[Urgency.OVERDUE] if late else QUIET_STYLE
    return [
        Text(status.stage.id),
        Text(status.stage.title),
        Text(f"{progress.done}/{progress.total}"),
        *([progress_bar(progress.share)] if wide else []),
        Text(str(late) if late else "—", style=style),
        *([Text(numeric(status.next_due) if status.next_due else "—")] if middle else []),
    ]


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
        nearest = [stage.next_due for stage in report.stages if stage.next_due]
        if nearest:
            return f"Ничего срочного. Ближайший срок: {numeric(min(nearest))}."
        return "Ничего срочного."
    return "Подробно о пункте: roadmap show 1.2.1. Отметить выполнение: roadmap done 1.2.1."
