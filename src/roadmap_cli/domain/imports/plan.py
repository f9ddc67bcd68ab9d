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


class PlanProposal(NamedTuple):
    """What an import of a plan would do; `whole` when the plan is replaced by the file's."""

    edits: list[Edit]
    doubts: tuple[str, ...]
    whole: bool


def plan_edits(
    data: Dataset,
    title: str | None,
    year: SchoolYear | None,
    stages: Stages,
    *,
    replace: bool,
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
        return PlanProposal([_whole(roadmap, title, year, stages)], _lost(roadmap, stages), True)
    if likeness < _SAME_PLAN:
        raise ImportFailedError(
            "в файле другой план, а в нынешнем уже отмечено сделанное",
            hint="Взять план из файла целиком: --replace; отметки перейдут к таким же пунктам.",
        )
    edits = _head_edits(roadmap, title, year)
    for stage in stages:
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


def _whole(roadmap: Roadmap, title: str | None, year: SchoolYear | None, stages: Stages) -> Edit:
    order = key_names(Roadmap)
    written: list[Plain] = [_with_proofs(roadmap, stage) for stage in stages]
    changes: list[Change] = [SetKey(_FILE, ("title",), title, order)] if title else []
    changes += [SetKey(_FILE, ("school_year",), str(year), order)] if year else []
    changes.append(SetKey(_FILE, ("stages",), written, order))
    tasks = sum("text" in item for item in _all(stages))
    said = counted(len(stages), "этап", "этапа", "этапов")
    points = counted(tasks, "пункт", "пункта", "пунктов")
    return Edit("план", f"весь план из файла: {said}, {points}", tuple(changes))


def _with_proofs(roadmap: Roadmap, told: Mapping[str, Any]) -> Plain:
    """The item; a task with the words of one in the template waits for the same document."""
    written = dict(told)
    for name in _PARTS:
        if name in told:
            written[name] = [_with_proofs(roadmap, inner) for inner in told[name]]
    alike = _closest(roadmap, told["text"]) if "text" in told else None
    return {**written, **(_recorded(alike) if alike else {})}


def _recorded(task: Task) -> dict[str, Plain]:
    """What a person has recorded of a task, and the documents that it waits for."""
    told = plain_record(task)
    return {name: told[name] for name in ("status", "done_on", "note", "evidence") if name in told}


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
        yield Edit(
            item.id, "изменено: " + ", ".join(_TITLES[str(c.at[-1])] for c in changes), changes
        )
    if level < len(_PARTS):
        name = _PARTS[level]
        for inner in told[name]:
            inside = getattr(item, name)
            yield from _merged(data, inside, inner, (*item.at, name), level + 1)


_TITLES = {
    "title": "название",
    "text": "содержание",
    "deadline": "срок",
    "responsible": "ответственный",
}


def _called(told: Mapping[str, Any]) -> str:
    return str(told.get("text") or told.get("title"))


def _differences(data: Dataset, item: Item, told: Mapping[str, Any]) -> list[Change]:
    """What the file says otherwise; a deadline moved since and a code for a name are no news."""
    news = {}
    for name in ("title", "text", "deadline", "responsible"):
        new, old = told.get(name), getattr(item, name, None)
        if not new or comparable(new) == comparable(old or ""):
            continue
        if name == "deadline" and comparable(getattr(item, "moved_from", None) or "") == comparable(
            new
        ):
            continue
        if name == "responsible" and comparable(shown_name(old, data.people) or "") == comparable(
            new
        ):
            continue
        news[name] = new
    return key_changes(_FILE, item, news)
