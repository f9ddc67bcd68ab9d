"""A plan from a file: replaced whole, merged by number, or refused; each threshold in rows."""

from typing import Any

import pytest

from roadmap_cli.domain.imports.plan import PlanProposal, plan_edits
from roadmap_cli.domain.model.changes import AppendItem, SetKey
from roadmap_cli.domain.model.files.evidence import Evidence
from roadmap_cli.domain.model.files.roadmap import Task, TaskStatus
from roadmap_cli.domain.model.school_year import SchoolYear
from roadmap_cli.errors import ImportFailedError
from tests.records import DAY, YEAR, dataset, people, roadmap

TEXTS = ("Провести собрание", "Издать приказ")
# The plan has four items (a stage, an activity, two tasks), all of which the file tells.
SAME = ("Условия", "Подготовка", *TEXTS)


def _file(stage: str, activity: str, *tasks: str, **keys: Any) -> list[dict[str, Any]]:
    own = [{"id": f"1.1.{n}", "text": each, **keys} for n, each in enumerate(tasks, 1)]
    return [{"id": "1", "title": stage,
             "activities": [{"id": "1.1", "title": activity, "tasks": own}]}]  # fmt: skip


def _tasks(**keys: Any) -> list[Task]:
    return [Task(**{"id": f"1.1.{n}", "text": each, **keys}) for n, each in enumerate(TEXTS, 1)]


def _proposed(
    stages: list[dict[str, Any]],
    *tasks: Task,
    title: str | None = None,
    year: SchoolYear | None = None,
    replace: bool = False,
) -> PlanProposal:
    data = dataset(roadmap(*(tasks or _tasks())), people("Li"))
    return plan_edits(data, title, year, stages, replace=replace)


WORKED = {"status": TaskStatus.IN_PROGRESS}


@pytest.mark.parametrize(
    ("alike", "title", "keys", "replace", "outcome"),
    [
        # Half of the file's items under the same number make it the same plan.
        (4, None, {}, False, "merged"),
        (3, None, {}, False, "merged"),
        (2, None, {}, False, "merged"),
        (1, None, {}, False, "whole"),
        (0, None, {}, False, "whole"),
        (2, None, WORKED, False, "merged"),
        (1, None, WORKED, False, "refused"),
        (1, None, {"done_on": DAY}, False, "refused"),
        (1, None, {"status": TaskStatus.CANCELLED}, False, "refused"),
        (1, None, WORKED, True, "whole"),
        (4, None, WORKED, True, "whole"),
        # Another title makes it another plan, unless work has begun.
        (4, "Другой план", {}, False, "whole"),
        (4, "ДОРОЖНАЯ КАРТА", {}, False, "merged"),
        (4, "Другой план", WORKED, False, "merged"),
        (1, "Другой план", WORKED, False, "refused"),
    ],
)
def test_the_same_plan_is_merged_and_another_replaces_it(
    alike: int, title: str | None, keys: dict[str, Any], replace: bool, outcome: str
) -> None:
    words = [each if n < alike else f"Совсем иное {n}" for n, each in enumerate(SAME)]
    tasks = [_tasks(**keys)[0], _tasks()[1]]
    if outcome == "refused":
        with pytest.raises(ImportFailedError) as caught:
            _proposed(_file(words[0], words[1], *words[2:]), *tasks, title=title, replace=replace)
        assert (
            caught.value.message
            == "в файле другой план, а в нынешнем уже отмечены выполненные пункты"
        )
        return
    file = _file(words[0], words[1], *words[2:])
    proposal = _proposed(file, *tasks, title=title, replace=replace)
    assert proposal.whole is (outcome == "whole")


def test_an_empty_file_is_another_plan() -> None:
    assert _proposed([]).whole
    with pytest.raises(ImportFailedError):
        _proposed([], *_tasks(**WORKED))


@pytest.mark.parametrize(
    ("title", "year", "keys"),
    [
        (None, None, []),
        ("дорожная  карта", YEAR, []),
        (None, SchoolYear(2026), ["school_year"]),
        ("Новый заголовок", None, ["title"]),
        ("Новый заголовок", SchoolYear(2026), ["title", "school_year"]),
    ],
)
def test_the_head_of_the_plan(title: str | None, year: SchoolYear | None, keys: list[str]) -> None:
    proposal = _proposed(_file(*SAME), *_tasks(**WORKED), title=title, year=year)
    assert [change.at[-1] for each in proposal.edits for change in each.changes] == keys
    assert not proposal.whole


@pytest.mark.parametrize(
    ("keys", "told", "said"),
    [
        ({}, {}, None),
        ({"deadline": "май"}, {"deadline": "Май"}, None),
        ({"deadline": "май"}, {}, None),
        ({"deadline": "май"}, {"deadline": ""}, None),
        ({"deadline": "май"}, {"deadline": "июнь"},
         "изменено: срок: было «май», стало «июнь»"),
        ({"deadline": "июнь", "moved_from": "май"}, {"deadline": "май"}, None),
        ({"deadline": "июнь", "moved_from": "май"}, {"deadline": "июль"},
         "изменено: срок: было «июнь», стало «июль»"),
        ({"responsible": "li"}, {"responsible": "Li"}, None),
        ({"responsible": "li"}, {"responsible": "Но"},
         "изменено: ответственный: было «li», стало «Но»"),
        ({"responsible": "li"}, {"responsible": "Но", "deadline": "май"},
         "изменено: срок: «май»; ответственный: было «li», стало «Но»"),
        ({"result": "Приказ"}, {"result": "Протокол"},
         "изменено: ожидаемый результат: было «Приказ», стало «Протокол»"),
    ],
)  # fmt: skip
def test_what_a_file_says_otherwise_of_an_item(
    keys: dict[str, str], told: dict[str, str], said: str | None
) -> None:
    file = _file(*SAME[:3], **told)
    proposal = _proposed(file, _tasks(**keys)[0])
    assert [each.said for each in proposal.edits] == ([said] if said else [])


def test_what_is_more_or_less_in_a_file() -> None:
    proposal = _proposed(_file(*SAME, "Выбрать куратора"))
    (edit,) = proposal.edits
    assert (edit.item_id, edit.said) == ("1.1.3", "добавлено: Выбрать куратора")
    (change,) = edit.changes
    assert isinstance(change, AppendItem)
    assert change.at[-1] == "tasks"
    assert proposal.doubts == ()
    less = _proposed(_file(*SAME[:3]))
    assert less.edits == []
    assert less.doubts == ("в файле нет пунктов, которые есть в плане: 1.1.2",)


BASE = "абвгдежзик"


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        # Ten letters: the ratio is twice the common ones by twenty.
        ("абвгдежзик", True),
        ("абвгдежзхх", True),
        ("абвгдежххх", False),
        ("хххххххххх", False),
    ],
)
@pytest.mark.parametrize("status", [TaskStatus.DONE, TaskStatus.CANCELLED])
def test_records_go_to_a_task_with_nearly_the_same_words(
    words: str, kept: bool, status: TaskStatus
) -> None:
    proof = Evidence(document="order.pairs")
    own = Task(id="1.1.1", text=BASE, status=status, note="н", evidence=(proof,))
    proposal = _proposed(_file("Иное", "Иное", words), own, replace=True)
    (edit,) = proposal.edits
    change = edit.changes[-1]
    assert isinstance(change, SetKey)
    value: Any = change.value
    task = value[0]["activities"][0]["tasks"][0]
    recorded = {"status": status.value, "note": "н", "evidence": [{"document": "order.pairs"}]}
    assert task == {"id": "1.1.1", "text": words, **(recorded if kept else {})}
    assert proposal.doubts == (() if kept else ("отметки о выполнении пропадут: 1.1.1",))
    assert edit.said == "весь план из файла: 1 этап, 1 пункт"


@pytest.mark.parametrize(("words", "kept"), [("абвгдеxx", False), ("абвгдежx", True)])
def test_three_quarters_of_the_words_are_not_enough(words: str, kept: bool) -> None:
    own = Task(id="1.1.1", text="абвгдежз", status=TaskStatus.DONE)
    proposal = _proposed(_file("Иное", "Иное", words), own, replace=True)
    assert bool(proposal.doubts) is not kept


def test_the_closest_of_several_tasks_gives_its_records() -> None:
    near = Task(id="1.1.1", text="абвгдежзих", status=TaskStatus.DONE)
    same = Task(id="1.1.2", text=BASE, status=TaskStatus.CANCELLED)
    far = Task(id="1.1.3", text="абвгдежзхх", status=TaskStatus.IN_PROGRESS)
    (edit,) = _proposed(_file("Иное", "Иное", BASE), near, same, far, replace=True).edits
    value: Any = getattr(edit.changes[-1], "value", None)
    assert value[0]["activities"][0]["tasks"][0]["status"] == "cancelled"
