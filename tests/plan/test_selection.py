"""Numbers as a person types them: which items they mean."""

import pytest

from roadmap_cli.domain.model.files.roadmap import (
    Activity,
    Roadmap,
    Stage,
    Task,
    TaskStatus,
)
from roadmap_cli.domain.plan.selection import (
    find_stage,
    select_items,
    select_live_tasks,
    select_tasks,
)
from roadmap_cli.errors import RequestInvalidError, UnknownNameError
from tests.records import YEAR

CANCELLED = ("1.1.2", "2.1.1")


def _plan() -> Roadmap:
    """Stage 1 with activities of three and of twelve tasks, stage 2 with one of two."""
    stages = []
    for stage, activities in (("1", (3, 12)), ("2", (2,))):
        made = []
        for number, count in enumerate(activities, 1):
            ids = [f"{stage}.{number}.{each}" for each in range(1, count + 1)]
            tasks = tuple(
                Task(
                    id=each,
                    text=each,
                    status=TaskStatus.CANCELLED if each in CANCELLED else TaskStatus.PLANNED,
                )
                for each in ids
            )
            made.append(Activity(id=f"{stage}.{number}", title="М", tasks=tasks))
        stages.append(Stage(id=stage, title="Э", activities=tuple(made)))
    return Roadmap(title="План", school_year=YEAR, stages=tuple(stages))


PLAN = _plan()


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("1.1.1", "1.1.1"),
        ("1.1", "1.1"),
        ("1", "1"),
        ("1.1.1 2.1 1", "1.1.1 2.1 1"),
        ("1.1.3 1.1.1", "1.1.3 1.1.1"),
        ("1.1.1 1.1.1", "1.1.1"),
        ("1.1.1,1.1.3", "1.1.1 1.1.3"),
        ("1.1.1;1.1.3", "1.1.1 1.1.3"),
        ("1.1.1,", "1.1.1"),
        (",1.1.1", "1.1.1"),
        ("1.1.1.", "1.1.1"),
        ("п.1.1.1", "1.1.1"),
        ("п1.1.1", "1.1.1"),
        ("П.1.1.1", "1.1.1"),
        ("пункт1.1.1", "1.1.1"),
        ("пункт.1.1.1", "1.1.1"),
        ("№1.1.1", "1.1.1"),
        ("1.1.1-1.1.3", "1.1.1 1.1.2 1.1.3"),
        ("1.1.1-1.1.2", "1.1.1 1.1.2"),
        ("1.1.1–3", "1.1.1 1.1.2 1.1.3"),
        ("1.1.2—2", "1.1.2"),
        ("1.2.9-10", "1.2.9 1.2.10"),
        ("1.2.12-2.1.1", "1.2.12 2.1.1"),
        ("1.1-1.2", "1.1 1.2"),
        ("1.1-2", "1.1 1.2"),
        ("1.2-2.1", "1.2 2.1"),
        ("1-2", "1 2"),
        ("п.1.1.1-2", "1.1.1 1.1.2"),
        ("1.1.1-2,1.2", "1.1.1 1.1.2 1.2"),
        ("1.1.2-3 1.1.1-2", "1.1.2 1.1.3 1.1.1"),
    ],
)
def test_words_mean_items(words: str, ids: str) -> None:
    assert [item.id for item in select_items(PLAN, words.split())] == ids.split()


def test_spaces_inside_a_word_are_no_matter() -> None:
    words = ["п. 1.1.1 - 1.1.2", " № 1.2 ", "пункт 2.1.2"]
    assert [item.id for item in select_items(PLAN, words)] == ["1.1.1", "1.1.2", "1.2", "2.1.2"]


def test_no_words_mean_nothing() -> None:
    assert select_items(PLAN, []) == ()


@pytest.mark.parametrize(
    ("word", "kind", "said", "hint"),
    [
        ("1.1.4", UnknownNameError, "пункта «1.1.4» в дорожной карте нет",
         "В 1.1 есть: 1.1.1, 1.1.2, 1.1.3."),
        ("1.3", UnknownNameError, "пункта «1.3»", "В 1 есть: 1.1, 1.2."),
        ("3", UnknownNameError, "пункта «3»",
         "Все номера показывает команда roadmap status --all."),
        ("1.1.1-4", UnknownNameError, "пункта «1.1.4»", "В 1.1 есть: 1.1.1, 1.1.2, 1.1.3."),
        ("приказ", UnknownNameError, "пункта «приказ»",
         'Если это часть текста, возьмите текст целиком в кавычки: "…".'),
        ("1.1.1-1.2", RequestInvalidError, "в диапазоне «1.1.1-1.2» границы разного уровня",
         "Пишите так: 1.2.1-1.2.4."),
        ("1.1.2-1", RequestInvalidError, "в диапазоне «1.1.2-1» начало больше конца", None),
        ("2.1.1-1.1.1", RequestInvalidError, "начало больше конца", None),
        ("1,1", RequestInvalidError, "«1,1»: номер пункта пишется через точку",
         "Пункт: 1.1. Этапы: 1 1."),
        ("1,1,1.", RequestInvalidError, "«1,1,1.»: номер пункта пишется через точку",
         "Пункт: 1.1.1.. Этапы: 1 1 1.."),
        (",", RequestInvalidError, "не назван ни один пункт", "Пишите, например: 1.2.1"),
    ],
)  # fmt: skip
def test_other_words_are_refused(
    word: str, kind: type[RequestInvalidError], said: str, hint: str | None
) -> None:
    with pytest.raises(kind) as caught:
        select_items(PLAN, [word])
    assert said in caught.value.message
    assert caught.value.hint == hint


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("1.1", "1.1.1 1.1.2 1.1.3"),
        ("2", "2.1.1 2.1.2"),
        ("1.1.3 1.1", "1.1.3 1.1.1 1.1.2"),
    ],
)
def test_a_stage_or_an_activity_stands_for_its_tasks(words: str, ids: str) -> None:
    assert [task.id for task in select_tasks(PLAN, words.split())] == ids.split()


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("1.1", "1.1.1 1.1.3"),
        ("1.1.2", "1.1.2"),
        ("1.1 1.1.2", "1.1.1 1.1.2 1.1.3"),
        ("п.1.1.2", "1.1.2"),
        ("1.1.1-3", "1.1.1 1.1.3"),
        ("2", "2.1.2"),
    ],
)
def test_a_cancelled_task_must_be_named_itself(words: str, ids: str) -> None:
    assert [task.id for task in select_live_tasks(PLAN, words.split())] == ids.split()


def test_nothing_but_cancelled_tasks_is_refused() -> None:
    with pytest.raises(RequestInvalidError) as caught:
        select_live_tasks(PLAN, ["1.1.2-2"])
    assert caught.value.message == "все эти пункты отменены"
    assert caught.value.hint == "Вернуть их в план: roadmap reopen 1.1.2-2"
    assert select_live_tasks(PLAN, []) == ()


@pytest.mark.parametrize("word", ["2", "2."])
def test_a_stage_is_found_by_its_number(word: str) -> None:
    assert find_stage(PLAN, word).id == "2"


@pytest.mark.parametrize(
    ("plan", "word", "hint"),
    [
        (PLAN, "3", "Этапы пронумерованы от 1 до 2."),
        (PLAN, "1.1", "Этапы пронумерованы от 1 до 2."
                      " Пункт или мероприятие показывает roadmap show 1.1."),
        (Roadmap(title="П", school_year=YEAR, stages=PLAN.stages[:1]), "2",
         "Этапы пронумерованы от 1 до 1."),
        (Roadmap(title="П", school_year=YEAR), "1", "Этапы пронумерованы от 1 до 0."),
    ],
)  # fmt: skip
def test_a_stage_that_is_not_there_is_told(plan: Roadmap, word: str, hint: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        find_stage(plan, word)
    assert caught.value.message == f"этапа «{word}» нет"
    assert caught.value.hint == hint
