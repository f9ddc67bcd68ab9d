"""Answers carried into the bases and into the wishes of the matching, shown before they are."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import Run

TODAY = "2025-12-01"
ASKED = """\
title: Запросы
respondents: {who}
questions:
- {{id: role, text: Кем?, kind: choice, options: [наставником, наставляемым], use: role}}
- {{id: need, text: Запрос?, kind: text, use: requests}}
- {{id: can, text: Чему научите?, kind: text, use: competences}}
- {{id: days, text: Дни?, kind: choices, options: [понедельник, среда], use: days}}
- {{id: places, text: Скольких?, kind: text, use: capacity}}
- {{id: whom, text: С кем?, kind: people, use: wishes}}
- {{id: free, text: Ещё?, kind: text}}
"""


@pytest.fixture
def asked(school: Path) -> Path:
    folder = school / "data" / "surveys"
    folder.mkdir()
    for code, who in (("anyone", "anyone"), ("mentees", "mentee")):
        (folder / f"{code}.yaml").write_text(ASKED.format(who=who), "utf-8")
    return school


def _add(run: Run, survey: str, person: str, *replies: str) -> None:
    outcome = run("survey", "add", survey, "--person", person, *replies, today=TODAY)
    assert outcome.code == 0, outcome.err


def _records(root: Path, name: str, key: str | None = None) -> dict[str, dict[str, Any]]:
    told = yaml.safe_load((root / "data" / f"{name}.yaml").read_text("utf-8"))
    return {one["person"]: one for one in told[key or name]}


def test_nothing_is_written_before_it_is_wanted(run: Run, asked: Path) -> None:
    _add(run, "mentees", "belov", "need=дисциплина; ИКТ")
    before = (asked / "data" / "mentees.yaml").read_bytes()
    shown = run("survey", "take", "mentees", today=TODAY, columns=200)
    assert "Белов С. К.: основной запрос" in shown.out
    assert "Ничего не записано" in shown.err
    assert (asked / "data" / "mentees.yaml").read_bytes() == before
    tried = run("survey", "take", "mentees", "--dry-run", today=TODAY)
    assert "+  - {person: belov" in tried.out
    assert (asked / "data" / "mentees.yaml").read_bytes() == before


def test_lists_are_completed_and_the_rest_of_the_record_stays(run: Run, asked: Path) -> None:
    _add(run, "mentees", "belov", "need=дисциплина; ведение документации", "days=среда")
    assert run("survey", "take", "mentees", "--yes", today=TODAY).code == 0
    belov = _records(asked, "mentees")["belov"]
    assert belov["requests"] == ["ведение документации", "дисциплина"]
    assert belov["days"] == ["wed"]
    assert str(belov["joined"]) == "2025-10-20"
    again = run("survey", "take", "mentees", "--yes", today=TODAY)
    assert again.code == 0
    assert _records(asked, "mentees")["belov"] == belov


def test_a_value_that_stands_is_kept_and_named_unless_it_may_go(run: Run, asked: Path) -> None:
    _add(run, "anyone", "shvets", "role=наставником", "places=3", "can=работа с родителями; речь")
    kept = run("survey", "take", "anyone", "--yes", today=TODAY, columns=200)
    assert "в данных «2», в анкете «3»; прежнее осталось" in kept.err
    shvets = _records(asked, "mentors")["shvets"]
    assert shvets["capacity"] == 2
    assert shvets["competences"] == ["ведение занятия", "работа с родителями", "речь"]
    run("survey", "take", "anyone", "--yes", "--overwrite", today=TODAY)
    assert _records(asked, "mentors")["shvets"]["capacity"] == 3


@pytest.mark.parametrize(
    ("person", "replies", "base"),
    [
        ("sokolov", ["role=наставником", "can=речь"], "mentors"),
        ("sokolov", ["role=наставляемым", "need=речь"], "mentees"),
        ("sokolov", ["need=речь"], "mentees"),
        ("sokolov", ["can=речь"], "mentors"),
        ("sokolov", ["places=2"], "mentors"),
        ("novik", ["days=среда"], "mentees"),
        ("shvets", ["days=среда"], "mentors"),
    ],
)
def test_the_base_is_told_by_the_role_the_person_or_the_answer(
    run: Run, asked: Path, person: str, replies: list[str], base: str
) -> None:
    _add(run, "anyone", person, *replies)
    before = {name: _records(asked, name).get(person) for name in ("mentors", "mentees")}
    assert run("survey", "take", "anyone", "--yes", today=TODAY).code == 0
    after = {name: _records(asked, name).get(person) for name in ("mentors", "mentees")}
    assert [name for name in after if after[name] != before[name]] == [base]


def test_who_could_be_either_is_left_out_and_named(run: Run, asked: Path) -> None:
    _add(run, "anyone", "sokolov", "days=среда")
    outcome = run("survey", "take", "anyone", "--yes", today=TODAY, columns=200)
    assert "не видно, наставник это или наставляемый, ответ не взят" in outcome.err
    assert "sokolov" not in _records(asked, "mentees")


@pytest.mark.usefixtures("asked")
def test_a_key_that_the_base_lacks_is_named(run: Run) -> None:
    _add(run, "mentees", "belov", "can=рисую")
    outcome = run("survey", "take", "mentees", "--yes", today=TODAY, columns=200)
    assert "«рисую» не взято: база наставляемых — без такого ключа" in outcome.err


def test_wishes_go_to_the_matching(run: Run, asked: Path) -> None:
    _add(run, "anyone", "belov", "whom=Иванова-Ли; Швец")
    shown = run("survey", "take", "anyone", "--yes", today=TODAY, columns=200)
    assert "предпочтения: Белов С.К. — Иванова-Ли Дарья Андреевна, Швец Илья Ильич" in shown.out
    wishes = _records(asked, "matching", "wishes")
    assert wishes["belov"]["choices"] == ["ivanova", "shvets"]
    run("survey", "add", "anyone", "--person", "belov", "whom=Швец", "--replace", today=TODAY)
    changed = run("survey", "take", "anyone", "--yes", today=TODAY, columns=200)
    assert "(было: Иванова-Ли Дарья Андреевна, Швец Илья Ильич)" in changed.out
    assert _records(asked, "matching", "wishes")["belov"]["choices"] == ["shvets"]


def test_a_questionnaire_that_fills_nothing_says_so(run: Run, asked: Path) -> None:
    (asked / "data" / "surveys" / "mute.yaml").write_text(
        "title: А\nrespondents: mentee\nquestions:\n- {id: q, text: В?, kind: scale}\n", "utf-8"
    )
    outcome = run("survey", "take", "mute", "--yes", today=TODAY, columns=200)
    assert "ни один вопрос этой анкеты не связан с базами" in outcome.err


def test_what_is_taken_serves_the_matching(run: Run, asked: Path) -> None:
    (asked / "data" / "pairs.yaml").unlink()
    for name in ("plans", "meetings"):
        (asked / "data" / f"{name}.yaml").unlink(missing_ok=True)
    _add(run, "anyone", "novik", "whom=Иванова-Ли")
    run("survey", "take", "anyone", "--yes", today=TODAY)
    told = run("match", "explain", "novik", "ivanova", today=TODAY, columns=200)
    assert "выбор" in told.out.casefold()


def _spoken(root: Path, forms: str = "") -> None:
    (root / "data" / "surveys" / "own.yaml").write_text(
        f"title: А\nrespondents: anyone\n{forms}questions:\n"
        "- {id: role, text: Кем?, kind: text, use: role}\n"
        "- {id: days, text: Дни?, kind: choices, options: [среда, пятница], use: days}\n", "utf-8",
    )  # fmt: skip


def test_who_wants_to_be_both_is_left_out(run: Run, asked: Path) -> None:
    _spoken(asked)
    _add(run, "own", "sokolov", "role=и наставником, и наставляемым", "days=среда")
    outcome = run("survey", "take", "own", "--yes", today=TODAY, columns=200)
    assert "ответ не взят" in outcome.err


def test_the_form_of_a_questionnaire_is_not_held_against_who_has_one(run: Run, asked: Path) -> None:
    _spoken(asked, "forms: [pupil_pupil]\n")
    _add(run, "own", "belov", "days=среда")
    outcome = run("survey", "take", "own", "--yes", today=TODAY, columns=200)
    assert "прежнее осталось" not in outcome.err
    assert _records(asked, "mentees")["belov"]["form"] == "teacher_teacher"
    _add(run, "own", "sokolov", "role=наставляемым", "days=среда")
    run("survey", "take", "own", "--yes", today=TODAY)
    assert _records(asked, "mentees")["sokolov"]["form"] == "pupil_pupil"
