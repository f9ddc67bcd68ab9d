"""What `done` and `reopen` mean: a task whole, or the period of a task that repeats."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from roadmap_cli.domain.deadlines.deadline import Interval
from roadmap_cli.domain.deadlines.parse import parse_deadline
from roadmap_cli.domain.deadlines.words import period_words
from roadmap_cli.domain.model.changes import AppendItem, Change, Plain, RemoveKey
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.edits import Edit, key_changes, refuse_future
from roadmap_cli.domain.model.files.roadmap import Roadmap, Task, TaskStatus, tasks
from roadmap_cli.domain.model.record import key_names
from roadmap_cli.domain.plan.edits import CLOSED, add_proof, set_keys
from roadmap_cli.domain.plan.periods import PeriodState, current, named
from roadmap_cli.domain.plan.planned import PlannedTask, planned_of
from roadmap_cli.errors import RequestInvalidError
from roadmap_cli.text.dates import numeric

_FILE = Dataset.roadmap.file


class Completion(NamedTuple):
    """What is said of the completion: its day, its proofs, the period it is for.

    Without `day` it is today; `period` is a notation («октябрь», «05.10.2023»); `whole` closes
    a repeating task for good.
    """

    day: date | None = None
    evidence: tuple[str, ...] = ()
    period: str | None = None
    whole: bool = False


def complete(chosen: Iterable[PlannedTask], today: date, told: Completion) -> list[Edit]:
    """Mark tasks as done; of a task that repeats, one period.

    A day that is named corrects an earlier date. Raises RequestInvalidError for a day that has
    not come, and for a period that a task does not have.
    """
    refuse_future(told.day or today, today)
    return [
        _period(planned, today, told)
        if planned.periods and planned.is_open and not told.whole
        else _whole(planned, today, told)
        for planned in chosen
    ]


def _whole(planned: PlannedTask, today: date, told: Completion) -> Edit:
    task = planned.task
    if told.period is not None and not planned.periods:
        raise RequestInvalidError(
            f"пункт {task.id} не повторяется, периодов у него нет",
            hint=f"Отметить выполнение: roadmap done {task.id}",
        )
    already = task.status is TaskStatus.DONE
    done_on = told.day or (task.done_on if already else today)
    changes = set_keys(task, status=TaskStatus.DONE, done_on=done_on) + _proofs(task, told)
    return Edit(task.id, "уже выполнено" if not changes else "выполнено", changes)


def _proofs(task: Task, told: Completion) -> tuple[Change, ...]:
    return tuple(
        change for proof in dict.fromkeys(told.evidence) for change in add_proof(task, proof)
    )


def _period(planned: PlannedTask, today: date, told: Completion) -> Edit:
    task, states, day = planned.task, planned.periods, told.day or today
    state = _wanted(planned, states, told.period) if told.period else current(states, day)
    if state is None or not state.is_open:
        said = f"за {period_words(state.period)} уже выполнено" if state else "уже выполнено"
        return Edit(task.id, said + _left(planned, states, today), _proofs(task, told))
    due = state.period.due
    record: dict[str, Plain] = {"due": due.isoformat(), "done_on": day.isoformat()}
    changes: tuple[Change, ...] = (
        AppendItem(_FILE, (*task.at, "periods"), record, key_names(Task)),
    )
    after = [one._replace(done=(*one.done, day)) if one is state else one for one in states]
    times = state.period.times
    said = "выполнено" if times == 1 else f"отмечено {len(state.done) + 1} из {times}"
    said += f" за {period_words(state.period)} (срок {numeric(due)})"
    if not any(one.is_open for one in after):
        changes += set_keys(task, status=TaskStatus.DONE, done_on=day)
        said += "; это последний период, пункт закрыт"
    return Edit(task.id, said + _left(planned, after, today), changes + _proofs(task, told))


def _wanted(planned: PlannedTask, states: Sequence[PeriodState], notation: str) -> PeriodState:
    """The period that the user names. Raises RequestInvalidError when there is none such."""
    read = parse_deadline(notation, planned.year, planned.calendar)
    found = named(states, Interval(read.start, read.end))
    if found is None:
        known = ", ".join(period_words(state.period) for state in states)
        raise RequestInvalidError(
            f"периода «{notation}» у пункта {planned.id} нет", hint=f"Есть: {known}."
        )
    return found


def _left(planned: PlannedTask, states: Sequence[PeriodState], today: date) -> str:
    """What is still open: the periods that are over, with the command, and the next day."""
    opened = [state.period for state in states if state.is_open]
    late = [period for period in opened if period.due < today]
    ahead = [period for period in opened if period.due >= today]
    said = f"; следующий срок {numeric(ahead[0].due)}" if ahead else ""
    if late:
        names = ", ".join(period_words(period) for period in late)
        command = f"roadmap done {planned.id} --period {numeric(late[0].due)}"
        said += f"; не закрыто: {names} — {command}"
    return said


def proven_tasks(roadmap: Roadmap, kind: str) -> list[Task]:
    """The tasks that a registered document of this kind proves."""
    return [
        task for task in tasks(roadmap) if any(proof.document == kind for proof in task.evidence)
    ]


def complete_proven(data: Dataset, kind: str, day: date) -> list[Edit]:
    """Mark the tasks that the document proves as done on its day."""
    waiting = [task for task in proven_tasks(data.roadmap, kind) if task.status not in CLOSED]
    return complete(planned_of(data, waiting), day, Completion())


def reopen(chosen: Iterable[Task]) -> list[Edit]:
    """Return done or cancelled tasks to the plan; of an open one, its last closed period."""
    return [_reopened(task) for task in chosen]


def _reopened(task: Task) -> Edit:
    told: dict[str, object] = {"done_on": None}
    said = "снова запланировано"
    # The record of the last period closed the task; a task closed as a whole has none.
    by_period = task.periods and (task.is_planned or task.periods[-1].done_on == task.done_on)
    if by_period:
        told["periods"] = task.periods[:-1] or None
        said += f", открыт период со сроком {numeric(task.periods[-1].due)}"
    changes: tuple[Change, ...] = (
        () if task.is_planned else (RemoveKey(_FILE, (*task.at, "status")),)
    )
    return Edit(task.id, said, changes + tuple(key_changes(_FILE, task, told)))
