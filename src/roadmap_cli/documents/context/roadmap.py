"""The roadmap as the rows of its Word table."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from roadmap_cli.documents.context.request import Request
from roadmap_cli.domain.deadlines.words import period_words
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.roadmap import TaskStatus
from roadmap_cli.domain.plan.planned import PlannedTask, open_duties, planned_tasks
from roadmap_cli.text.dates import numeric


@dataclass(frozen=True)
class Row:
    """A row of the roadmap's table: tasks with one deadline, responsible and result.

    `done` names the closed periods of tasks that repeat.

    `opens_stage` and `opens_activity` tell whether the stage's and the activity's cells begin
    in this row or continue from the one above.
    """

    stage_number: str
    stage: str
    activity: str
    tasks: tuple[str, ...]
    deadline: str
    responsible: str
    result: str
    done: str
    opens_stage: bool
    opens_activity: bool


@dataclass(frozen=True)
class RoadmapWords:
    """The roadmap in a document."""

    title: str
    school_year: str
    has_results: bool
    has_periods: bool
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Duty:
    """An open task of somebody."""

    id: str
    text: str
    deadline: str


def roadmap_words(data: Dataset) -> RoadmapWords:
    """The roadmap with its title as printed."""
    rows = tuple(_rows(data))
    return RoadmapWords(
        title=data.roadmap.title.replace("_", " "),
        school_year=str(data.roadmap.school_year),
        has_results=any(row.result for row in rows),
        has_periods=any(row.done for row in rows),
        rows=rows,
    )


def duties_words(data: Dataset, request: Request) -> tuple[Duty, ...]:
    """The open tasks that name the person of the document as responsible."""
    return tuple(
        Duty(planned.id, planned.task.text, planned.deadline.text)
        for planned in open_duties(data, request.subject)
    )


def _rows(data: Dataset) -> Iterator[Row]:
    """Group the tasks as the source's table does: a row for what shares its cells.

    Cancelled tasks are left out: a director approves only what is planned.
    """

    def shared(planned: PlannedTask) -> tuple[str, ...]:
        told = (planned.deadline.text, planned.responsible or "", _result(planned), _done(planned))
        return planned.activity.id, *told

    stage = activity = ""
    kept = (
        planned
        for planned in planned_tasks(data)
        if planned.task.status is not TaskStatus.CANCELLED
    )
    for _, group in groupby(kept, shared):
        tasks = tuple(group)
        first = tasks[0]
        yield Row(
            stage_number=f"{first.stage.id}.",
            stage=first.stage.title,
            activity=first.activity.title,
            tasks=tuple(f"{task.id.rpartition('.')[2]}. {task.task.text}" for task in tasks),
            deadline=first.deadline.text,
            responsible=first.responsible or "",
            result=_result(first),
            done=_done(first),
            opens_stage=first.stage.id != stage,
            opens_activity=first.activity.id != activity,
        )
        stage, activity = first.stage.id, first.activity.id


def _result(planned: PlannedTask) -> str:
    return planned.task.result or planned.activity.result or ""


def _done(planned: PlannedTask) -> str:
    """The closed periods of a task that repeats: «октябрь 2025 – 03.10.2025»."""
    closed = [
        f"{period_words(state.period)} – {', '.join(map(numeric, state.done))}"
        for state in planned.periods
        if state.done
    ]
    return "; ".join(closed)
