"""The real roadmap: it says what its document says, and its state is what a hand count gives."""

import re
from pathlib import Path

import pytest

from roadmap_cli.domain.model.files.roadmap import Roadmap, Task, items
from roadmap_cli.storage.workspace import load_workspace
from tests.conftest import ROOT, Run


@pytest.fixture(scope="module")
def roadmap() -> Roadmap:
    return load_workspace(ROOT).data().roadmap


def _source(shared: Path) -> str:
    (path,) = (shared / "source").glob("*.txt")
    return " ".join(re.sub(r"<[^>]+>", " ", path.read_text(encoding="utf-8")).split())


def test_the_shape_of_the_document(roadmap: Roadmap) -> None:
    activities = [activity for stage in roadmap.stages for activity in stage.activities]
    counts = [sum(len(each.tasks) for each in stage.activities) for stage in roadmap.stages]
    assert len(roadmap.stages) == 7
    assert len(activities) == 16
    assert counts == [14, 5, 4, 3, 6, 6, 7]
    assert sum(counts) == 45


# In the document this row is torn apart by a page break, and its only item has no number.
TORN = {"6.2", "6.2.1"}


def test_every_text_stands_in_the_document(roadmap: Roadmap, shared: Path) -> None:
    source = _source(shared)
    for item in items(roadmap):
        if item.id in TORN:
            continue
        if isinstance(item, Task):
            number = item.id.rpartition(".")[2]
            assert f"{number}. {' '.join(item.text.split())}" in source, item.id
        else:
            assert item.title in source, item.id


def test_the_torn_row_is_whole(roadmap: Roadmap, shared: Path) -> None:
    source = _source(shared)
    torn = {item.id: item for item in items(roadmap) if item.id in TORN}
    task = torn["6.2.1"]
    assert isinstance(task, Task)
    for piece in ("Анкетирование. Форматы анкет обратной связи для", "промежуточной оценки"):
        assert piece in source
        assert piece in task.text


def test_every_item_of_the_document_is_here(roadmap: Roadmap, shared: Path) -> None:
    """Count the numbered items of the document by itself: 44, and one without a number."""
    source = _source(shared)
    body = source[source.index("Ответственные") :]
    numbered = re.findall(r"(?<![\w.])(\d)\. (?=[А-Я])", body)
    # The stages' own numbers look the same in the flat text.
    assert len(numbered) - len(roadmap.stages) == 44


def test_deadlines_and_names_are_as_written(roadmap: Roadmap) -> None:
    written = {
        activity.id: (activity.deadline, activity.responsible)
        for stage in roadmap.stages
        for activity in stage.activities
    }
    october, november = ("Октябрь 2023", None), ("Ноябрь 2023", None)
    assert written == {
        "1.1": ("Сентябрь/октябрь 2023", "Гринкевич Т.Ю"),
        "1.2": ("Октябрь 2023", "Вернигорова Л.А."),
        "1.3": october, "1.4": october, "2.1": october, "2.2": october, "3.1": october,
        "3.2": (None, None),
        "4.1": november, "4.2": november, "5.1": november, "5.2": november,
        "6.1": ("Ноябрь 2023 – Апрель 2024г.", None),
        "6.2": (None, None),
        "7.1": ("Апрель/май 2024", None),
        "7.2": ("Май 2024г", None),
    }  # fmt: skip


def test_status_agrees_with_a_hand_count(run: Run) -> None:
    """On 15 November 2023, by hand: everything of stages 1–3 was due by 31 October (14 + 5 + 3,
    without 3.2.1, which has no deadline); stages 4 and 5 end on 30 November (3 + 6); 6.1 runs
    until April (5); stage 7 lies ahead (7); 3.2.1 and 6.2.1 have no deadline (2)."""
    data = run("status", "--json").data
    counts = {name: count for name, count in data["progress"]["by_urgency"].items() if count}
    assert counts == {"overdue": 22, "soon": 9, "running": 5, "later": 7, "undated": 2}
    assert data["progress"]["total"] == 45
    overdue = [stage["by_urgency"]["overdue"] for stage in data["stages"]]
    assert overdue == [14, 5, 3, 0, 0, 0, 0]
    assert [stage["next_due"] for stage in data["stages"]] == [
        None, None, None, "2023-11-30", "2023-11-30", "2024-04-30", "2024-05-31",
    ]  # fmt: skip


def test_check_reports_the_gaps_of_the_document(run: Run) -> None:
    outcome = run("check", "--json")
    codes = [problem["code"] for problem in outcome.data["problems"]]
    assert outcome.code == 1
    assert {code: codes.count(code) for code in codes} == {
        "deadline-missing": 2,
        "responsible-missing": 14,
        "initials-unfinished": 1,
        "numbering-gap": 1,
        "quotes-unbalanced": 1,
        "doubtful": 1,
        "organization-incomplete": 4,
        "gender-unknown": 2,
    }
