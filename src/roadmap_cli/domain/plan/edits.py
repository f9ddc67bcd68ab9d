"""What the editing commands mean: a task and the words of the command in, changes out."""

from collections.abc import Iterable, Sequence

from roadmap_cli.domain.model.changes import AppendItem, Change
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.edits import Edit, key_changes
from roadmap_cli.domain.model.files.evidence import evidence_key
from roadmap_cli.domain.model.files.roadmap import Activity, Item, Roadmap, Task, TaskStatus
from roadmap_cli.domain.model.record import key_names
from roadmap_cli.errors import RequestInvalidError
from roadmap_cli.text.dates import numeric

_FILE = Dataset.roadmap.file
CLOSED = (TaskStatus.DONE, TaskStatus.CANCELLED)


def set_keys(item: Item, **values: object) -> tuple[Change, ...]:
    """Set or (for None) remove keys, leaving alone those that hold the value already."""
    return tuple(key_changes(_FILE, item, values))


def _joined(old: str | None, added: str | None) -> str | None:
    """A note with a further sentence; one that says it already stays as it is."""
    if not added or (old and f"\n{added}\n" in f"\n{old.rstrip()}\n"):
        return old
    return f"{old}\n{added}" if old else added


def start(tasks: Iterable[Task]) -> list[Edit]:
    """Mark tasks as being worked on; a done task must be reopened first."""
    return [
        Edit(task.id, "в работе", set_keys(task, status=TaskStatus.IN_PROGRESS, done_on=None))
        for task in _open_only(tasks, "начать")
    ]


def cancel(tasks: Iterable[Task], reason: str | None) -> list[Edit]:
    """Take tasks out of the plan, keeping them in the file."""
    return [
        Edit(
            task.id,
            "отменено",
            set_keys(
                task,
                status=TaskStatus.CANCELLED,
                done_on=None,
                note=_joined(task.note, f"Отменено: {reason}" if reason else None),
            ),
        )
        for task in tasks
    ]


def postpone(
    roadmap: Roadmap, chosen: Iterable[Item], notation: str, reason: str | None
) -> list[Edit]:
    """Move the deadline of tasks or activities; the first one is kept in `moved_from`.

    Raises RequestInvalidError for a notation that is not understood: a new deadline must be
    computable.
    """
    # The other edits need no deadlines, and understanding them is a fifth of the program.
    from roadmap_cli.domain.deadlines.deadline import DeadlineKind
    from roadmap_cli.domain.deadlines.parse import parse_deadline

    read = parse_deadline(notation, roadmap.school_year)
    if read.kind in (DeadlineKind.TEXT, DeadlineKind.EMPTY):
        raise RequestInvalidError(
            f"срок «{notation}» не распознан",
            hint="Пишите, например: «до 15.12.2023», «декабрь 2023», «ноябрь–декабрь».",
        )
    activity_of = {
        task.id: activity
        for stage in roadmap.stages
        for activity in stage.activities
        for task in activity.tasks
    }
    until = f" (по {numeric(read.end)})" if read.end else " (последний день не определён)"
    edits = []
    for item in _with_own(chosen, "deadline"):
        old = item.deadline
        if isinstance(item, Task):
            old = old or activity_of[item.id].deadline
        moved_from = item.moved_from or old
        note = _joined(item.note, f"Перенесено: {reason}" if reason else None)
        changes = (
            ()
            if old == notation
            else set_keys(item, deadline=notation, moved_from=moved_from, note=note)
        )
        edits.append(Edit(item.id, f"срок: {notation}{until}", changes))
    return edits


def assign(chosen: Iterable[Item], responsible: str) -> list[Edit]:
    """Set the person responsible for tasks or activities; an empty text removes it."""
    name = responsible.strip() or None
    said = f"ответственный: {name}" if name else "ответственный снят"
    return [
        Edit(item.id, said, set_keys(item, responsible=name))
        for item in _with_own(chosen, "responsible")
    ]


def annotate(chosen: Iterable[Item], text: str) -> list[Edit]:
    """Add a line to the notes; an empty text removes the note."""
    edits = []
    for item in chosen:
        note = _joined(item.note, text) if text else None
        edits.append(
            Edit(item.id, "примечание" if text else "примечание убрано", set_keys(item, note=note))
        )
    return edits


def prove(tasks: Iterable[Task], evidence: str) -> list[Edit]:
    """Name what proves that tasks are done."""
    return [
        Edit(task.id, f"подтверждение: {evidence}", add_proof(task, evidence)) for task in tasks
    ]


def add_proof(task: Task, evidence: str) -> tuple[Change, ...]:
    """The change that names a proof; none when it is named already.

    Raises RequestInvalidError for an empty one.
    """
    if not evidence.strip():
        raise RequestInvalidError("подтверждение пустое", hint="Назовите файл, ссылку или приказ.")
    key = evidence_key(evidence)
    text = evidence.replace("\\", "/") if key == "file" else evidence
    known = {name for proof in task.evidence for name in (proof.shown, proof.named)}
    if text in known:
        return ()
    order = key_names(Task)
    text = text.removeprefix("survey.") if key == "survey" else text
    return (AppendItem(_FILE, (*task.at, "evidence"), {key: text}, order),)


def _open_only(tasks: Iterable[Task], verb: str) -> Sequence[Task]:
    chosen = list(tasks)
    closed = [task for task in chosen if task.status in CLOSED]
    if closed:
        named = ", ".join(f"{task.id} ({task.status.title})" for task in closed)
        raise RequestInvalidError(
            f"нельзя {verb}: {named}",
            hint=f"Сначала верните в план: roadmap reopen {' '.join(task.id for task in closed)}",
        )
    return chosen


def _with_own(chosen: Iterable[Item], key: str) -> Sequence[Activity | Task]:
    """The activities and tasks that hold a value of their own under `key`, or are to hold it.

    A stage stands for its activities; an activity brings those of its open tasks that would
    otherwise go on with what they hold themselves.
    """
    found: dict[str, Activity | Task] = {}
    for item in chosen:
        if isinstance(item, Task):
            found[item.id] = item
            continue
        for activity in (item,) if isinstance(item, Activity) else item.activities:
            found[activity.id] = activity
            own = (task for task in activity.tasks if getattr(task, key) is not None)
            found.update((task.id, task) for task in own if task.status not in CLOSED)
    return tuple(found.values())
