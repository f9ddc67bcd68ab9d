"""A plan read from a file, set against the one that there is: what would change."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from roadmap_cli.domain.model.changes import AppendItem, Change, Plain, SetKey
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.edits import Edit, key_changes
from roadmap_cli.domain.model.files.roadmap import (
    Activity,
    Item,
    Roadmap,
    Stage,
    Task,
    TaskStatus,
    items,
    tasks,
)
from roadmap_cli.domain.model.plain import plain_record
from roadmap_cli.domain.model.record import key_names
from roadmap_cli.domain.model.school_year import SchoolYear
from roadmap_cli.domain.plan.planned import shown_name
from roadmap_cli.errors import ImportFailedError
from roadmap_cli.text.names import comparable
from roadmap_cli.text.plurals import counted

_FILE = Dataset.roadmap.file
_ALIKE = 0.75
_SAME_PLAN = 0.5
_PARTS = ("activities", "tasks")
Stages = Sequence[Mapping[str, Any]]


class ProposedProof(NamedTuple):
    """A document that a task of the file could wait for: one with such words does so already."""

    task: str
    text: str
    proof: str


class PlanProposal(NamedTuple):
    """What an import of a plan would do; `whole` when the plan is replaced by the file's.

    `proofs` are proposed, and written only when they are wanted.
    """

    edits: list[Edit]
    doubts: tuple[str, ...]
    whole: bool
    proofs: tuple[ProposedProof, ...] = ()


def plan_edits(
    data: Dataset,
    title: str | None,
    year: SchoolYear | None,
    stages: Stages,
    *,
    replace: bool,
    with_proofs: bool = False,
) -> PlanProposal:
    """Return the edits that turn the plan into the one in the file.

    A plan without any recorded work that differs from the file (a template's) is replaced whole;
    otherwise items are matched by number and recorded work stays. Raises ImportFailedError when
    the plans differ and work on the present one has begun.
    """
    roadmap = data.roadmap
    renamed = title is not None and comparable(title) != comparable(roadmap.title)
    likeness = _likeness(roadmap, stages)
    worked = _worked_with(roadmap)
    if replace or ((renamed or likeness < _SAME_PLAN) and not worked):
        proofs = tuple(_proposed(roadmap, stages))
        edit = _whole(roadmap, title, year, stages, with_proofs=with_proofs)
        return PlanProposal([edit], _lost(roadmap, stages), True, proofs)
    if likeness < _SAME_PLAN:
        raise ImportFailedError(
            "в файле другой план, а в нынешнем уже отмечены выполненные пункты",
            hint="Взять план из файла целиком: --replace; отметки перейдут к таким же пунктам.",
        )
    edits = _head_edits(roadmap, title, year)
    for stage in _aligned(data, stages):
        edits += _merged(data, roadmap.stages, stage, ("stages",), 0)
    gone = _left_out(roadmap, stages)
    said = f"в файле нет пунктов, которые есть в плане: {', '.join(gone)}"
    return PlanProposal(edits, (said,) if gone else (), False)


def _left_out(roadmap: Roadmap, stages: Stages) -> list[str]:
    told = {item["id"] for item in _all(stages)}
    return [item.id for item in items(roadmap) if item.id not in told]


def _lost(roadmap: Roadmap, stages: Stages) -> tuple[str, ...]:
    """The tasks whose records find no task with such words in the new plan."""
    texts = [comparable(item["text"]) for item in _all(stages) if "text" in item]
    lost = [
        task.id
        for task in tasks(roadmap)
        if task.status is not TaskStatus.PLANNED
        and not any(_alike(_words(task), text) > _ALIKE for text in texts)
    ]  # fmt: skip
    return (f"отметки о выполнении пропадут: {', '.join(lost)}",) if lost else ()


def _alike(one: str, other: str) -> float:
    matcher = SequenceMatcher(a=one, b=other, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() > _ALIKE else 0.0


def _all(stages: Stages) -> Iterator[Mapping[str, Any]]:
    for stage in stages:
        yield stage
        for activity in stage["activities"]:
            yield activity
            yield from activity["tasks"]


def _worked_with(roadmap: Roadmap) -> bool:
    return any(task.status is not TaskStatus.PLANNED or task.done_on for task in tasks(roadmap))


def _likeness(roadmap: Roadmap, stages: Stages) -> float:
    """The share of the file's items that stand in the plan under the same number."""
    words = {item.id: _words(item) for item in items(roadmap)}
    told = list(_all(stages))
    same = sum(words.get(item["id"]) == _plain_words(item) for item in told)
    return same / len(told) if told else 0.0


def _words(item: Item) -> str:
    return comparable(item.text if isinstance(item, Task) else item.title)


def _plain_words(told: Mapping[str, Any]) -> str:
    return comparable(told.get("text") or told.get("title") or "")


def _whole(
    roadmap: Roadmap,
    title: str | None,
    year: SchoolYear | None,
    stages: Stages,
    *,
    with_proofs: bool,
) -> Edit:
    order = key_names(Roadmap)
    written: list[Plain] = [_with_records(roadmap, stage, with_proofs) for stage in stages]
    changes: list[Change] = [SetKey(_FILE, ("title",), title, order)] if title else []
    changes += [SetKey(_FILE, ("school_year",), str(year), order)] if year else []
    changes.append(SetKey(_FILE, ("stages",), written, order))
    tasks = sum("text" in item for item in _all(stages))
    said = counted(len(stages), "этап", "этапа", "этапов")
    points = counted(tasks, "пункт", "пункта", "пунктов")
    return Edit("план", f"весь план из файла: {said}, {points}", tuple(changes))


def _with_records(roadmap: Roadmap, told: Mapping[str, Any], with_proofs: bool) -> Plain:
    """The item; a task with the words of an old one keeps what a person has recorded of it.

    The documents that a task of the template waits for are only a proposal.
    """
    written = dict(told)
    for name in _PARTS:
        if name in told:
            written[name] = [_with_records(roadmap, inner, with_proofs) for inner in told[name]]
    alike = _closest(roadmap, told["text"]) if "text" in told else None
    return {**written, **(_recorded(alike, with_proofs) if alike else {})}


def _recorded(task: Task, with_proofs: bool) -> dict[str, Plain]:
    """What a person has recorded of a task, and with it the documents that prove it."""
    names = ["status", "done_on", "periods", "note"]
    told = plain_record(task)
    if with_proofs or not task.is_planned:
        names.append("evidence")
    return {name: told[name] for name in names if name in told}


def _proposed(roadmap: Roadmap, stages: Stages) -> Iterator[ProposedProof]:
    for told in _all(stages):
        alike = _closest(roadmap, told["text"]) if "text" in told else None
        if alike is not None and alike.is_planned:
            for proof in alike.evidence:
                yield ProposedProof(told["id"], told["text"], proof.shown)


def _closest(roadmap: Roadmap, text: str) -> Task | None:
    """The task of the old plan with nearly the same words."""
    wanted = comparable(text)
    best, found = _ALIKE, None
    for task in tasks(roadmap):
        if task.evidence or task.status is not TaskStatus.PLANNED:
            likeness = _alike(_words(task), wanted)
            if likeness > best:
                best, found = likeness, task
    return found


def _head_edits(roadmap: Roadmap, title: str | None, year: SchoolYear | None) -> list[Edit]:
    changes: list[Change] = []
    if title and comparable(title) != comparable(roadmap.title):
        changes.append(SetKey(_FILE, ("title",), title))
    if year and year != roadmap.school_year:
        changes.append(SetKey(_FILE, ("school_year",), str(year)))
    return [Edit("план", "заголовок и учебный год", tuple(changes))] if changes else []


def _merged(
    data: Dataset,
    known: Sequence[Stage | Activity | Task],
    told: Mapping[str, Any],
    at: tuple[str | int, ...],
    level: int,
) -> Iterator[Edit]:
    """The edits for one item of the file and what is inside it."""
    item = next((one for one in known if one.id == told["id"]), None)
    if item is None:
        yield Edit(told["id"], f"добавлено: {_called(told)}", (AppendItem(_FILE, at, dict(told)),))
        return
    changes = tuple(_differences(data, item, told))
    if changes:
        said = "; ".join(_was_and_is(item, change) for change in changes)
        yield Edit(item.id, f"изменено: {said}", changes)
    if level < len(_PARTS):
        name = _PARTS[level]
        for inner in told[name]:
            inside = getattr(item, name)
            yield from _merged(data, inside, inner, (*item.at, name), level + 1)


def _was_and_is(item: Item, change: Change) -> str:
    """«срок: было «май», стало «июнь»»."""
    name = str(change.at[-1])
    old, new = getattr(item, name, None), getattr(change, "value", "")
    return f"{_TITLES[name]}: было «{old}», стало «{new}»" if old else f"{_TITLES[name]}: «{new}»"


def _aligned(data: Dataset, stages: Stages) -> list[dict[str, Any]]:
    """The file's stages without what holds for the tasks of the plan already.

    A deadline may stand at the activity here and at its tasks there: what counts is the one
    that holds for each task.
    """
    known = {item.id: item for item in items(data.roadmap)}
    return [
        {
            **stage,
            "activities": [
                _activity(data, known.get(told["id"]), told) for told in stage["activities"]
            ],
        }
        for stage in stages
    ]


def _activity(data: Dataset, known: Item | None, told: Mapping[str, Any]) -> dict[str, Any]:
    written = {**told, "tasks": [dict(task) for task in told["tasks"]]}
    if not isinstance(known, Activity):
        return written
    tasks = {task.id: task for task in known.tasks}
    for name in _INHERITED:
        common = [task for task in written["tasks"] if task["id"] in tasks]
        if all(
            _is_same(data, name, task.get(name) or told.get(name), tasks[task["id"]], known)
            for task in common
        ):
            above = written.pop(name, None)
            for task in written["tasks"]:
                own = task.pop(name, None) or above
                if task["id"] not in tasks and own and own != getattr(known, name):
                    task[name] = own
    return written


def _is_same(data: Dataset, name: str, new: str | None, task: Task, activity: Activity) -> bool:
    """True when the file says nothing else, or only what was moved since."""
    own = getattr(task, name)
    item: Task | Activity = task if own else activity
    return not new or not _is_news(data, item, name, new)


_INHERITED = ("deadline", "responsible", "result")
_TITLES = {
    "title": "название",
    "text": "содержание",
    "deadline": "срок",
    "responsible": "ответственный",
    "result": "ожидаемый результат",
}


def _called(told: Mapping[str, Any]) -> str:
    return str(told.get("text") or told.get("title"))


def _differences(data: Dataset, item: Item, told: Mapping[str, Any]) -> list[Change]:
    """What the file says otherwise; a deadline moved since and a code for a name are no news."""
    names = ("title", "text", *_INHERITED)
    news = {name: told[name] for name in names if _is_news(data, item, name, told.get(name))}
    return key_changes(_FILE, item, news)


def _is_news(data: Dataset, item: Item, name: str, new: str | None) -> bool:
    old = getattr(item, name, None)
    if not new or comparable(new) == comparable(old or ""):
        return False
    if name == "deadline":
        return comparable(getattr(item, "moved_from", None) or "") != comparable(new)
    if name == "responsible":
        return comparable(shown_name(old, data.people) or "") != comparable(new)
    return True
