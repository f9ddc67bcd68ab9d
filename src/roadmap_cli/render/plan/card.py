"""The screen of `roadmap show`: one item with everything known about it."""

from collections.abc import Sequence
from datetime import date

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from roadmap_cli.domain.deadlines.words import in_words, period_words
from roadmap_cli.domain.model.files.roadmap import Activity, Stage
from roadmap_cli.domain.plan.planned import PlannedTask
from roadmap_cli.domain.plan.urgency import Urgency, urgency
from roadmap_cli.render.plan.styles import URGENCY_STYLE
from roadmap_cli.render.plan.tasks import task_table
from roadmap_cli.render.styles import ID_STYLE
from roadmap_cli.text.dates import days_between, numeric


def _fields(rows: list[tuple[str, RenderableType | None]]) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(ratio=1)
    for name, value in rows:
        if value is not None:
            table.add_row(name, value)
    return table


def task_card(planned: PlannedTask, proofs: Sequence[str], today: date) -> RenderableType:
    """A task, whole; `proofs` says what each of its proofs comes to."""
    task, state = planned.task, urgency(planned, today)
    return Group(
        Text.assemble((planned.id, ID_STYLE), "  ", task.text),
        Text(),
        _fields(
            [
                ("Этап", f"{planned.stage.id}. {planned.stage.title}"),
                ("Мероприятие", f"{planned.activity.id}. {planned.activity.title}"),
                ("Срок", _deadline_words(planned)),
                ("Понято так", in_words(planned.deadline)),
                ("Периоды", _period_lines(planned, today)),
                ("По какой день", _due_words(planned, today)),
                ("Был срок", task.moved_from),
                ("Ответственный", planned.responsible or "не назначен"),
                ("Состояние", Text(_state_words(planned, state), style=URGENCY_STYLE[state])),
                ("Подтверждение", "\n".join(proofs) or None),
                ("Ожидаемый результат", task.result or planned.activity.result),
                ("Примечание", task.note or planned.activity.note),
            ]
        ),
    )


def activity_card(
    activity: Activity, responsible: str | None, tasks: list[PlannedTask], today: date, width: int
) -> RenderableType:
    """An activity with the name of the person responsible, and its tasks."""
    return Group(
        Text.assemble((activity.id, ID_STYLE), "  ", activity.title),
        Text(),
        _fields(
            [
                ("Срок", activity.deadline or "не указан"),
                ("Был срок", activity.moved_from),
                ("Ответственный", responsible or "не назначен"),
                ("Ожидаемый результат", activity.result),
                ("Примечание", activity.note),
            ]
        ),
        Text(),
        task_table([(planned, urgency(planned, today)) for planned in tasks], today, width),
    )


def stage_card(stage: Stage, tasks: list[PlannedTask], today: date, width: int) -> RenderableType:
    """A stage: its activities, each with its tasks."""
    parts: list[RenderableType] = [Text.assemble((f"{stage.id}", ID_STYLE), "  ", stage.title)]
    if stage.note:
        parts.append(_fields([("Примечание", stage.note)]))
    for activity in stage.activities:
        own = [
            (planned, urgency(planned, today)) for planned in tasks if planned.activity is activity
        ]
        parts += [Text(), Text(f"{activity.id}  {activity.title}", style="italic")]
        if own:
            parts.append(task_table(own, today, width))
    return Group(*parts)


def _period_lines(planned: PlannedTask, today: date) -> Text | None:
    """What of a repeating task is closed, late and next."""
    if not planned.periods:
        return None
    lines = Text()
    for state in planned.periods:
        late = state.is_open and state.period.due < today
        if state.is_open and not late and state is not planned.first_open:
            continue
        lines.append(f"{period_words(state.period)}: ")
        done = ", ".join(numeric(day) for day in state.done)
        said = f"выполнено {done}" if state.done else "просрочено" if late else "срок"
        count = f" ({len(state.done)} из {state.period.times})" if state.period.times > 1 else ""
        due = f" {numeric(state.period.due)}" if state.is_open else ""
        lines.append(f"{said}{due}{count}\n", URGENCY_STYLE[Urgency.OVERDUE] if late else "")
    lines.right_crop(1)
    return lines


def _deadline_words(planned: PlannedTask) -> str:
    text = planned.deadline.text or "не указан"
    return f"{text} (срок мероприятия)" if planned.inherits_deadline else text


def _due_words(planned: PlannedTask, today: date) -> str | None:
    due = planned.due
    if due is None or not planned.is_open:
        return None
    return f"{numeric(due)} ({days_between(due, today)})"


def _state_words(planned: PlannedTask, state: Urgency) -> str:
    said = planned.task.status.title
    if planned.task.done_on is not None:
        return f"{said} {numeric(planned.task.done_on)}"
    return f"{said}, {state.title}" if planned.is_open and state is not Urgency.LATER else said
