"""The editing commands as tables: what is said, what is changed, what stays as it is."""

from datetime import date

import pytest

from roadmap_cli.domain.model.changes import AppendItem, Change, RemoveKey, SetKey
from roadmap_cli.domain.model.edits import Edit
from roadmap_cli.domain.model.files.evidence import Evidence, RecordsKind
from roadmap_cli.domain.model.files.roadmap import (
    Activity,
    Item,
    Roadmap,
    Stage,
    Task,
    TaskStatus,
    items,
)
from roadmap_cli.domain.model.record import key_names, placed
from roadmap_cli.domain.plan.completing import Completion, complete, reopen
from roadmap_cli.domain.plan.edits import (
    annotate,
    assign,
    cancel,
    postpone,
    prove,
    start,
)
from roadmap_cli.domain.plan.planned import PlannedTask, planned_tasks
from roadmap_cli.errors import RequestInvalidError
from tests.records import AFTER, BEFORE, DAY, YEAR, dataset, roadmap

FILE = "data/roadmap.yaml"
AT = ("stages", 0, "activities", 0, "tasks", 0)
PLANNED, GOING = TaskStatus.PLANNED, TaskStatus.IN_PROGRESS
DONE, CANCELLED = TaskStatus.DONE, TaskStatus.CANCELLED


def _task(**keys: object) -> Task:
    values = {"id": "1.1.1", "text": "Пункт", **keys}
    return placed(Task(**values), AT)  # type: ignore[arg-type]  # a table of keys


def _planned(task: Task) -> tuple[PlannedTask, ...]:
    return planned_tasks(dataset(roadmap(task)))


def _told(changes: tuple[Change, ...]) -> dict[str, object]:
    """The keys of the task that change; None for those that go."""
    found: dict[str, object] = {}
    for change in changes:
        assert change.file == FILE
        assert change.at[: len(AT)] == AT
        name = str(change.at[len(AT)])
        found[name] = None if isinstance(change, RemoveKey) else getattr(change, "value", None)
    return found


@pytest.mark.parametrize(
    ("task", "day", "said", "told"),
    [
        (_task(), None, "выполнено", {"status": "done", "done_on": "2025-12-01"}),
        (_task(), BEFORE, "выполнено", {"status": "done", "done_on": "2025-11-30"}),
        (_task(), DAY, "выполнено", {"status": "done", "done_on": "2025-12-01"}),
        (_task(status=GOING), None, "выполнено", {"status": "done", "done_on": "2025-12-01"}),
        (_task(status=CANCELLED), None, "выполнено", {"status": "done", "done_on": "2025-12-01"}),
        (_task(status=DONE, done_on=BEFORE), None, "уже выполнено", {}),
        (_task(status=DONE, done_on=BEFORE), BEFORE, "уже выполнено", {}),
        (_task(status=DONE, done_on=BEFORE), DAY, "выполнено", {"done_on": "2025-12-01"}),
        (_task(status=DONE), None, "уже выполнено", {}),
        (_task(status=DONE), BEFORE, "выполнено", {"done_on": "2025-11-30"}),
        # A day that a task not done holds is none of completion.
        (_task(done_on=BEFORE), None, "выполнено", {"status": "done", "done_on": "2025-12-01"}),
    ],
)
def test_done(task: Task, day: date | None, said: str, told: dict[str, object]) -> None:
    (edit,) = complete(_planned(task), DAY, Completion(day))
    assert (edit.item_id, edit.said) == ("1.1.1", said)
    assert _told(edit.changes) == told


@pytest.mark.parametrize(("day", "refused"), [(BEFORE, False), (DAY, False), (AFTER, True)])
def test_a_task_cannot_be_done_tomorrow(day: date, refused: bool) -> None:
    if not refused:
        assert complete(_planned(_task()), DAY, Completion(day))
        return
    with pytest.raises(RequestInvalidError, match=r"02\.12\.2025 ещё не наступило"):
        complete(_planned(_task()), DAY, Completion(day))


def _proof(key: str, text: str) -> AppendItem:
    return AppendItem(FILE, (*AT, "evidence"), {key: text}, key_names(Task))


@pytest.mark.parametrize(
    ("known", "proofs", "changes"),
    [
        ((), ("а.docx",), [_proof("file", "а.docx")]),
        ((), ("а.docx", "а.docx"), [_proof("file", "а.docx")]),
        ((), ("а.docx", "act.model"), [_proof("file", "а.docx"), _proof("document", "act.model")]),
        ((), ("папка\\а.docx",), [_proof("file", "папка/а.docx")]),
        ((), ("https://a/\\",), [_proof("link", "https://a/\\")]),
        ((), ("pairs",), [_proof("records", "pairs")]),
        ((Evidence(file="папка/а.docx"),), ("папка\\а.docx",), []),
        ((Evidence(document="act.model"),), ("act.model",), []),
        ((Evidence(paper="в папке"),), ("в папке",), []),
        ((Evidence(records=RecordsKind.PAIRS),), ("pairs",), []),
        ((Evidence(records=RecordsKind.PAIRS),), ("plans",), [_proof("records", "plans")]),
    ],
)
def test_a_proof_is_noted_once(
    known: tuple[Evidence, ...], proofs: tuple[str, ...], changes: list[Change]
) -> None:
    (edit,) = complete(
        _planned(_task(status=DONE, evidence=known)), DAY, Completion(evidence=proofs)
    )
    assert list(edit.changes) == changes
    if len(proofs) == 1:
        (own,) = prove([_task(evidence=known)], proofs[0])
        assert list(own.changes) == changes


@pytest.mark.parametrize("text", ["", " ", "\n"])
def test_an_empty_proof_is_refused(text: str) -> None:
    with pytest.raises(RequestInvalidError, match="подтверждение пустое"):
        prove([_task()], text)


@pytest.mark.parametrize(
    ("task", "told"),
    [
        (_task(), {"status": "in_progress"}),
        (_task(done_on=BEFORE), {"status": "in_progress", "done_on": None}),
        (_task(status=GOING), {}),
    ],
)
def test_start(task: Task, told: dict[str, object]) -> None:
    (edit,) = start([task])
    assert edit.said == "в работе"
    assert _told(edit.changes) == told


@pytest.mark.parametrize("status", [DONE, CANCELLED])
def test_a_closed_task_must_be_reopened_first(status: TaskStatus) -> None:
    with pytest.raises(RequestInvalidError) as caught:
        start([Task(id="1.1.2", text="П"), _task(status=status)])
    assert caught.value.message == f"нельзя начать: 1.1.1 ({status.title})"
    assert caught.value.hint == "Сначала верните в план: roadmap reopen 1.1.1"


@pytest.mark.parametrize(
    ("task", "reason", "told"),
    [
        (_task(), None, {"status": "cancelled"}),
        (_task(), "", {"status": "cancelled"}),
        (_task(), "мор", {"status": "cancelled", "note": "Отменено: мор"}),
        (_task(note="а"), "мор", {"status": "cancelled", "note": "а\nОтменено: мор"}),
        (_task(status=DONE, done_on=DAY), None, {"status": "cancelled", "done_on": None}),
        (_task(status=CANCELLED, note="Отменено: мор"), "мор", {}),
        (_task(status=CANCELLED), None, {}),
    ],
)
def test_cancel(task: Task, reason: str | None, told: dict[str, object]) -> None:
    (edit,) = cancel([task], reason)
    assert edit.said == "отменено"
    assert _told(edit.changes) == told


@pytest.mark.parametrize(
    ("task", "told"),
    [
        (_task(), {}),
        (_task(done_on=DAY), {"done_on": None}),
        (_task(status=GOING), {"status": None}),
        (_task(status=DONE, done_on=DAY), {"status": None, "done_on": None}),
        (_task(status=CANCELLED), {"status": None}),
    ],
)
def test_reopen(task: Task, told: dict[str, object]) -> None:
    (edit,) = reopen([task])
    assert edit.said == "снова запланировано"
    assert _told(edit.changes) == told


@pytest.mark.parametrize(
    ("old", "added", "note"),
    [
        (None, "а", "а"),
        ("", "а", "а"),
        ("б", "а", "б\nа"),
        ("а", "а", None),
        ("а\n", "а", None),
        ("а\nб", "а", None),
        ("б\nа", "а", None),
        ("б\nа\nв", "а", None),
        ("аа", "а", "аа\nа"),
        ("б\nаа", "а", "б\nаа\nа"),
        ("а\nб", "а\nб", None),
        ("в\nа\nб", "а\nб", None),
        ("а\nб", "б\nа", "а\nб\nб\nа"),
    ],
)
def test_a_note_is_joined_unless_it_says_so_already(
    old: str | None, added: str, note: str | None
) -> None:
    (edit,) = annotate([_task(note=old)], added)
    assert edit.said == "примечание"
    assert _told(edit.changes) == ({} if note is None else {"note": note})


@pytest.mark.parametrize(("old", "told"), [("а", {"note": None}), (None, {})])
def test_an_empty_note_takes_the_old_one_away(old: str | None, told: dict[str, object]) -> None:
    (edit,) = annotate([_task(note=old)], "")
    assert edit.said == "примечание убрано"
    assert _told(edit.changes) == told


def _plan(task: Task, deadline: str | None = None, moved_from: str | None = None) -> Roadmap:
    activity = Activity(
        id="1.1", title="М", deadline=deadline, moved_from=moved_from, tasks=(task,)
    )
    stage = Stage(id="1", title="Э", activities=(placed(activity, AT[:-2]),))
    return Roadmap(title="П", school_year=YEAR, stages=(stage,))


NEW = {"deadline": "15.01.2026"}


@pytest.mark.parametrize(
    ("task", "above", "reason", "told"),
    [
        (_task(), None, None, NEW),
        (_task(), "ноябрь", None, {**NEW, "moved_from": "ноябрь"}),
        (_task(deadline="октябрь"), "ноябрь", None, {**NEW, "moved_from": "октябрь"}),
        (_task(deadline="октябрь", moved_from="сентябрь"), "ноябрь", None, NEW),
        (_task(deadline="октябрь"), None, "мор",
         {**NEW, "moved_from": "октябрь", "note": "Перенесено: мор"}),
        (_task(deadline="октябрь", note="а"), None, "мор",
         {**NEW, "moved_from": "октябрь", "note": "а\nПеренесено: мор"}),
        (_task(deadline="15.01.2026"), "ноябрь", "мор", {}),
        (_task(), "15.01.2026", None, {}),
    ],
)  # fmt: skip
def test_postpone(
    task: Task, above: str | None, reason: str | None, told: dict[str, object]
) -> None:
    (edit,) = postpone(_plan(task, above), [task], "15.01.2026", reason)
    assert edit.said == "срок: 15.01.2026 (по 15.01.2026)"
    assert _told(edit.changes) == told


@pytest.mark.parametrize("notation", ["когда-нибудь", "", "-", "32.01.2026"])
def test_a_deadline_that_nobody_can_compute_is_refused(notation: str) -> None:
    task = _task()
    with pytest.raises(RequestInvalidError, match="не распознан"):
        postpone(_plan(task), [task], notation, None)


def test_a_deadline_without_a_last_day_is_said() -> None:
    task = _task()
    (edit,) = postpone(_plan(task), [task], "постоянно", None)
    assert edit.said == "срок: постоянно (последний день не определён)"


def _choice() -> tuple[Roadmap, dict[str, Item]]:
    """An activity with its deadline; tasks with their own in every state, one with none."""
    states = {"1.1.1": PLANNED, "1.1.2": GOING, "1.1.3": DONE, "1.1.4": CANCELLED}
    tasks = [
        Task(id=code, text="П", deadline="октябрь", responsible="Ли", status=status)
        for code, status in states.items()
    ]
    tasks.append(Task(id="1.1.5", text="П"))
    one = Activity(id="1.1", title="М", deadline="ноябрь", tasks=tuple(tasks))
    two = Activity(id="1.2", title="М")
    stage = Stage(id="1", title="Э", activities=(one, two))
    plan = Roadmap(title="П", school_year=YEAR, stages=(stage,))
    return plan, {each.id: each for each in items(plan)}


@pytest.mark.parametrize(
    ("chosen", "touched"),
    [
        ("1.1.5", "1.1.5"),
        ("1.1.3", "1.1.3"),
        ("1.1", "1.1 1.1.1 1.1.2"),
        ("1.2", "1.2"),
        ("1", "1.1 1.1.1 1.1.2 1.2"),
        ("1.1.2 1.1", "1.1.2 1.1 1.1.1"),
    ],
)
def test_an_activity_brings_its_open_tasks_with_values_of_their_own(
    chosen: str, touched: str
) -> None:
    plan, known = _choice()
    own = [known[code] for code in chosen.split()]
    assert [edit.item_id for edit in postpone(plan, own, "декабрь", None)] == touched.split()
    assert [edit.item_id for edit in assign(own, "Но А.")] == touched.split()


@pytest.mark.parametrize(
    ("old", "name", "said", "told"),
    [
        (None, "Ли", "ответственный: Ли", {"responsible": "Ли"}),
        ("Но", " Ли ", "ответственный: Ли", {"responsible": "Ли"}),
        ("Ли", "Ли", "ответственный: Ли", {}),
        ("Ли", "", "ответственный снят", {"responsible": None}),
        ("Ли", "  ", "ответственный снят", {"responsible": None}),
        (None, "", "ответственный снят", {}),
    ],
)
def test_assign(old: str | None, name: str, said: str, told: dict[str, object]) -> None:
    (edit,) = assign([_task(responsible=old)], name)
    assert isinstance(edit, Edit)
    assert edit.said == said
    assert _told(edit.changes) == told


def test_a_new_key_finds_its_place_among_the_old_ones() -> None:
    (edit,) = start([_task()])
    assert edit.changes == (SetKey(FILE, (*AT, "status"), "in_progress", key_names(Task)),)
