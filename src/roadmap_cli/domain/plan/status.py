"""The report behind `roadmap status`: progress by stage, what is late, what is near."""

from datetime import date, timedelta
from typing import NamedTuple

from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.roadmap import Stage
from roadmap_cli.domain.plan.planned import PlannedTask, planned_tasks
from roadmap_cli.domain.plan.proofs import can_tell, is_there, own_proofs
from roadmap_cli.domain.plan.urgency import Urgency, soonest_first, urgency


class Progress(NamedTuple):
    """Counts of tasks; cancelled ones are not part of `total`."""

    total: int
    done: int
    by_urgency: dict[Urgency, int]

    @property
    def share(self) -> float:
        """Done out of total, 0 to 1; an empty plan has done nothing."""
        return self.done / self.total if self.total else 0.0


class StageStatus(NamedTuple):
    """A stage and how far it is; `next_due` is the nearest due day still ahead."""

    stage: Stage
    progress: Progress
    next_due: date | None


class StatusReport(NamedTuple):
    """How the roadmap stands on `today`.

    `unproven` are done tasks whose named proof is not there, `waiting` open tasks whose
    document is in the register already.
    """

    title: str
    school_year: str
    today: date
    horizon: timedelta
    progress: Progress
    stages: tuple[StageStatus, ...]
    tasks: tuple[tuple[PlannedTask, Urgency], ...]
    unproven: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()

    def having(self, wanted: Urgency) -> list[PlannedTask]:
        """The tasks with this urgency, the most pressing first."""
        found = [planned for planned, state in self.tasks if state is wanted]
        return soonest_first(found)


def status_report(
    data: Dataset, today: date, horizon: timedelta, stage_id: str | None = None
) -> StatusReport:
    """Build the report for the whole roadmap, or for one stage."""
    judged = [
        (planned, urgency(planned, today, horizon))
        for planned in planned_tasks(data)
        if stage_id in (None, planned.stage.id)
    ]
    stages = tuple(
        _stage_status(stage, judged, today)
        for stage in data.roadmap.stages
        if stage_id in (None, stage.id)
    )
    return StatusReport(
        title=data.roadmap.title,
        school_year=str(data.roadmap.school_year),
        today=today,
        horizon=horizon,
        progress=_progress(judged),
        stages=stages,
        tasks=tuple(judged),
        unproven=tuple(
            planned.id
            for planned, state in judged
            if state is Urgency.DONE
            and any(
                can_tell(data, proof) and not is_there(data, proof, today)
                for proof in planned.task.evidence
            )
        ),
        waiting=tuple(
            planned.id
            for planned, _ in judged
            if planned.is_open
            and any(is_there(data, proof, today) for proof in own_proofs(data, planned.task))
        ),
    )


def _stage_status(
    stage: Stage, judged: list[tuple[PlannedTask, Urgency]], today: date
) -> StageStatus:
    own = [(planned, state) for planned, state in judged if planned.stage is stage]
    ahead = [planned.due for planned, _ in own if planned.is_open]
    return StageStatus(
        stage,
        _progress(own),
        min((due for due in ahead if due is not None and due >= today), default=None),
    )


def _progress(judged: list[tuple[PlannedTask, Urgency]]) -> Progress:
    counts = dict.fromkeys(Urgency, 0)
    for _, state in judged:
        counts[state] += 1
    return Progress(len(judged) - counts[Urgency.CANCELLED], counts[Urgency.DONE], counts)
