"""How far the roadmap is, stage by stage and task by task, in the words of templates."""

from dataclasses import dataclass
from datetime import date

from roadmap_cli.documents.context.request import Request
from roadmap_cli.documents.template.blanks import Blank
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.papers.catalog import DOCUMENT_TYPES
from roadmap_cli.domain.papers.figures import Figure, Series
from roadmap_cli.domain.plan.planned import PlannedTask
from roadmap_cli.domain.plan.proofs import proof_words
from roadmap_cli.domain.plan.status import StageStatus, StatusReport, status_report
from roadmap_cli.domain.plan.urgency import DEFAULT_HORIZON, Urgency
from roadmap_cli.text.dates import numeric

_TITLES = {kind.code: kind.file_name for kind in DOCUMENT_TYPES}


@dataclass(frozen=True)
class FulfilledTask:
    """A task of the roadmap: `state` with its day, `proofs` as far as they are there."""

    id: str
    text: str
    deadline: str
    responsible: str
    state: str
    proofs: tuple[str, ...]
    note: str


@dataclass(frozen=True)
class FulfilledStage:
    """A stage and its counts: `total` without the `cancelled`; what is not `done` is `overdue`
    or `ahead`.
    """

    number: str
    title: str
    total: int
    done: int
    overdue: int
    ahead: int
    cancelled: int
    tasks: tuple[FulfilledTask, ...]


@dataclass(frozen=True)
class Fulfilment:
    """The whole roadmap on `day`; `unproven` are done tasks whose named proof is not there."""

    day: date
    total: int
    done: int
    overdue: int
    ahead: int
    cancelled: int
    unproven: tuple[str, ...]
    stages: tuple[FulfilledStage, ...]
    figure: Figure


def fulfilment_words(data: Dataset, request: Request) -> Fulfilment:
    """How the roadmap stands on the day of the request."""
    report = status_report(data, request.today, DEFAULT_HORIZON)
    stages = tuple(_stage(data, report, stage) for stage in report.stages)
    progress = report.progress
    overdue = progress.by_urgency[Urgency.OVERDUE]
    return Fulfilment(
        day=request.today,
        total=progress.total,
        done=progress.done,
        overdue=overdue,
        ahead=progress.total - progress.done - overdue,
        cancelled=progress.by_urgency[Urgency.CANCELLED],
        unproven=report.unproven,
        stages=stages,
        figure=_figure(stages),
    )


def stage_words(data: Dataset, request: Request) -> FulfilledStage:
    """The stage that the document is about, or a blank one."""
    report = status_report(data, request.today, DEFAULT_HORIZON, request.subject)
    found = report.stages if request.subject is not None else ()
    if not found:
        number = Blank("номер этапа", 4)
        return FulfilledStage(number, Blank("название этапа", 50), 0, 0, 0, 0, 0, ())
    return _stage(data, report, found[0])


def _stage(data: Dataset, report: StatusReport, status: StageStatus) -> FulfilledStage:
    progress = status.progress
    overdue = progress.by_urgency[Urgency.OVERDUE]
    return FulfilledStage(
        number=status.stage.id,
        title=status.stage.title,
        total=progress.total,
        done=progress.done,
        overdue=overdue,
        ahead=progress.total - progress.done - overdue,
        cancelled=progress.by_urgency[Urgency.CANCELLED],
        tasks=tuple(
            _task(data, planned, state, report.today)
            for planned, state in report.tasks
            if planned.stage is status.stage
        ),
    )


def _task(data: Dataset, planned: PlannedTask, state: Urgency, today: date) -> FulfilledTask:
    return FulfilledTask(
        id=planned.id,
        text=planned.task.text,
        deadline=planned.deadline.text,
        responsible=planned.responsible or "",
        state=_state(planned, state, today),
        proofs=tuple(proof_words(data, proof, today, _TITLES) for proof in planned.task.evidence),
        note=planned.task.note or "",
    )


def _state(planned: PlannedTask, state: Urgency, today: date) -> str:
    """«выполнено 05.10.2025», «просрочено на 3 дн.»; of a task that repeats how often, too."""
    said = planned.task.status.title
    if state is Urgency.DONE:
        said = " ".join(filter(None, (state.title, _done_on(planned))))
    elif state is Urgency.OVERDUE and planned.due is not None:
        said = f"{state.title} на {(today - planned.due).days} дн."
    periods = planned.periods
    if periods:
        closed = sum(not period.is_open for period in periods)
        said += f"; периодов закрыто: {closed} из {len(periods)}"
    return said


def _done_on(planned: PlannedTask) -> str:
    return numeric(planned.task.done_on) if planned.task.done_on else ""


def _figure(stages: tuple[FulfilledStage, ...]) -> Figure:
    planned = [stage for stage in stages if stage.total]
    return Figure(
        title="Выполнение «дорожной карты» по этапам, пунктов",
        categories=tuple(f"Этап {stage.number}" for stage in planned),
        series=(
            Series("Выполнено", tuple(stage.done for stage in planned)),
            Series("Не выполнено", tuple(stage.total - stage.done for stage in planned)),
        ),
    )
