"""Ids as a person types them: one, several, ranges («1.2.1-1.2.4», «1.2.1-4»), «п. 1.2.1»."""

import re
from collections.abc import Iterator, Sequence

from roadmap_cli.domain.model.files.roadmap import (
    Activity,
    Item,
    Roadmap,
    Stage,
    Task,
    TaskStatus,
    items,
)
from roadmap_cli.errors import RequestInvalidError, UnknownNameError
from roadmap_cli.text.suggest import did_you_mean

_ID = r"\d+(?:\.\d+)*"
_COMMAS = re.compile(r"\d+(?:,\d+)+\.?")
_MARK = re.compile(r"(?:п(?:ункт)?\.?|№)\s*(?=\d)", re.IGNORECASE)
_RANGE = re.compile(rf"({_ID})\s*[-–—]\s*({_ID})")


def select_items(roadmap: Roadmap, words: Sequence[str]) -> tuple[Item, ...]:
    """The items that the words name, each once, in the order given.

    A range covers the items of the same level between its ends; «1.2.1-4» ends at 1.2.4.
    Raises UnknownNameError for an id that does not exist and RequestInvalidError for a range
    that runs backwards or joins two levels, for commas that may stand for dots, and when
    nothing is named.
    """
    known = {item.id: item for item in items(roadmap)}
    chosen: dict[str, Item] = {}
    for part in _parts(words):
        for item in _named(part, known):
            chosen[item.id] = item
    if words and not chosen:
        raise RequestInvalidError("не назван ни один пункт", hint="Пишите, например: 1.2.1")
    return tuple(chosen.values())


def _parts(words: Sequence[str]) -> Iterator[str]:
    for word in words:
        if _COMMAS.fullmatch(word):
            raise RequestInvalidError(
                f"«{word}»: номер пункта пишется через точку",
                hint=f"Пункт: {word.replace(',', '.')}. Этапы: {word.replace(',', ' ')}.",
            )
        for part in filter(None, re.split(r"[,;]", word)):
            yield _MARK.sub("", part.strip().rstrip("."))


def select_tasks(roadmap: Roadmap, words: Sequence[str]) -> tuple[Task, ...]:
    """The tasks that the words name; a stage or an activity stands for all its tasks."""
    chosen = {task.id: task for item in select_items(roadmap, words) for task in tasks_of(item)}
    return tuple(chosen.values())


def select_live_tasks(roadmap: Roadmap, words: Sequence[str]) -> tuple[Task, ...]:
    """As `select_tasks`, but a cancelled task must be named by its own number.

    Raises RequestInvalidError when only cancelled tasks are selected.
    """
    named = set(_parts(words))
    chosen = select_tasks(roadmap, words)
    live = tuple(
        task for task in chosen if task.status is not TaskStatus.CANCELLED or task.id in named
    )
    if chosen and not live:
        raise RequestInvalidError(
            "все эти пункты отменены", hint=f"Вернуть их в план: roadmap reopen {' '.join(words)}"
        )
    return live


def tasks_of(item: Item) -> Sequence[Task]:
    """The tasks under an item; a task is its own."""
    if isinstance(item, Task):
        return (item,)
    if isinstance(item, Activity):
        return item.tasks
    return [task for activity in item.activities for task in activity.tasks]


def find_stage(roadmap: Roadmap, stage_id: str) -> Stage:
    """The stage with this number; raises UnknownNameError."""
    for stage in roadmap.stages:
        if stage.id == stage_id.rstrip("."):
            return stage
    last = roadmap.stages[-1].id if roadmap.stages else "0"
    hint = f"Этапы пронумерованы от 1 до {last}."
    if "." in stage_id.rstrip("."):
        hint += f" Пункт или мероприятие показывает roadmap show {stage_id}."
    raise UnknownNameError(f"этапа «{stage_id}» нет", hint=hint)


def _named(word: str, known: dict[str, Item]) -> Sequence[Item]:
    ends = _RANGE.fullmatch(word)
    if not ends:
        return [_one(word, known)]
    begin, finish = ends.groups()
    if "." not in finish and "." in begin:
        finish = f"{begin.rpartition('.')[0]}.{finish}"
    first, last = _one(begin, known), _one(finish, known)
    if type(first) is not type(last):
        raise RequestInvalidError(
            f"в диапазоне «{word}» границы разного уровня", hint="Пишите так: 1.2.1-1.2.4."
        )
    level = [item for item in known.values() if type(item) is type(first)]
    start, end = level.index(first), level.index(last)
    if start > end:
        raise RequestInvalidError(f"в диапазоне «{word}» начало больше конца")
    return level[start : end + 1]


def _one(word: str, known: dict[str, Item]) -> Item:
    if word in known:
        return known[word]
    raise UnknownNameError(f"пункта «{word}» в дорожной карте нет", hint=_instead(word, known))


def _instead(word: str, known: dict[str, Item]) -> str:
    """What there is beside an id that does not exist; a name is not an id at all."""
    if not re.match(r"\d", word):
        return 'Если это часть текста, возьмите текст целиком в кавычки: "…".'
    around = word.rpartition(".")[0]
    beside = [number for number in known if around and number.rpartition(".")[0] == around]
    if beside:
        return f"В {around} есть: {', '.join(beside)}."
    return did_you_mean(word, known) or "Все номера показывает команда roadmap status --all."
