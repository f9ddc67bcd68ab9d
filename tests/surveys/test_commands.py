"""`roadmap survey`: the list, a new one, the questions, the results, who has not answered."""

import io
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.conftest import Run
from tests.surveys.test_recording import QUESTIONS, TODAY


@pytest.fixture
def answered(run: Run, school: Path) -> Path:
    """Three mentees, of whom two have answered."""
    folder = school / "data" / "surveys"
    folder.mkdir()
    (folder / "named.yaml").write_text(f"{QUESTIONS}closes: 2026-05-20\n", "utf-8")
    run("survey", "add", "named", "--person", "dyuma", "q1=8", "q2=Советы", today=TODAY)
    run("survey", "add", "named", "--person", "novik", "q1=5", "q3=встречи", today=TODAY)
    return school


@pytest.mark.usefixtures("answered")
def test_the_list_tells_how_many_answered(run: Run) -> None:
    outcome = run("survey", today=TODAY, columns=120)
    assert "2 из 3" in outcome.out
    assert "20.05.2026" in outcome.out
    assert run("survey", "--json", today=TODAY).data["surveys"][0]["n"] == 2


@pytest.mark.usefixtures("answered")
def test_results_in_words_and_as_json(run: Run) -> None:
    shown = run("survey", "results", "named", today=TODAY, columns=120).out
    assert "Ответов: 2 из 3" in shown
    assert "Не ответили (1): Белов" in shown
    assert "среднее 6,5, медиана 6,5" in shown
    assert "– Советы" in shown
    told = run("survey", "results", "named", "--json", "--by-form", today=TODAY).data
    assert (told["n"], told["asked"], told["missing"]) == (2, 3, ["belov"])
    assert told["forms"] is None
    assert told["questions"][0]["mean"] == 6.5


def test_results_as_a_workbook_need_consents(run: Run, answered: Path) -> None:
    refused = run("survey", "results", "named", "--xlsx", "и.xlsx", today=TODAY)
    written = answered / "и.xlsx"
    if refused.code == 0:  # nobody is named in the replies
        rows = load_workbook(io.BytesIO(written.read_bytes()))["Ответы"].values
        assert ("Довольны?", "2", "6,5", "6,5", "8", "1") in list(rows)
    again = run("survey", "results", "named", "--xlsx", "и.xlsx", today=TODAY)
    assert (again.code, "--force" in again.err) == (1, True)


@pytest.mark.usefixtures("answered")
def test_those_who_are_late_are_named_with_what_to_write(run: Run) -> None:
    outcome = run("survey", "remind", today=TODAY, columns=120)
    assert outcome.code == 1
    assert "не ответили 1" in outcome.out
    assert "Белов С.К." in outcome.out
    assert "Просим заполнить анкету «Анкета» до 20.05.2026" in outcome.out
    assert "roadmap survey form named" in outcome.out
    assert run("survey", "remind", today="2026-05-20").code == 0
    run("survey", "add", "named", "--person", "belov", "q1=5", today=TODAY)
    done = run("survey", "remind", today=TODAY)
    assert (done.code, "не от кого" in done.out) == (0, True)


def test_a_new_one_of_the_school_can_be_answered(run: Run, school: Path) -> None:
    outcome = run("survey", "new", "own", today=TODAY)
    assert outcome.code == 0
    assert "data/surveys/own.yaml" in outcome.out
    assert run("check", "--json", today=TODAY).data["problems"] is not None
    assert run("survey", "add", "own", "--person", "dyuma", "q1=8", today=TODAY).code == 0
    assert run("survey", "new", "own", today=TODAY).code == 1
    copy = run("survey", "new", "second", "--from", "own", today=TODAY)
    assert copy.code == 0
    folder = school / "data" / "surveys"
    assert (folder / "second.yaml").read_bytes() == (folder / "own.yaml").read_bytes()
    assert run("survey", "new", "Своя", today=TODAY).code == 2
    assert run("survey", "new", "third", "--dry-run", today=TODAY).code == 0
    assert not (folder / "third.yaml").exists()


@pytest.mark.usefixtures("answered")
def test_the_questions_and_the_responses_are_shown(run: Run) -> None:
    shown = run("survey", "show", "named", "--responses", today=TODAY, columns=120).out
    assert "оценка 1–10" in shown
    assert "Дюма Артём Львович, 25.05.2026" in shown
    told = run("survey", "show", "named", "--json", today=TODAY).data
    assert told["responses"] == []
    assert [one["id"] for one in told["survey"]["questions"]] == ["q1", "q2", "q3"]


def test_a_broken_questionnaire_is_a_problem_with_a_place(run: Run, answered: Path) -> None:
    path = answered / "data" / "surveys" / "bad.yaml"
    path.write_text("title: Анкета\nrespondents: кто-то\nquestions:\n- {id: q1}\n", "utf-8")
    problems = run("check", "--json", today=TODAY).data["problems"]
    places = {(one["file"], one["line"], one["code"]) for one in problems}
    assert ("data/surveys/bad.yaml", 2, "value-invalid") in places
    assert ("data/surveys/bad.yaml", 4, "key-missing") in places
    refused = run("survey", "results", "named", today=TODAY)
    assert (refused.code, "data/surveys/bad.yaml:2" in refused.err) == (1, True)
    assert run("status", today=TODAY).code == 0


@pytest.mark.usefixtures("answered")
def test_a_task_is_proven_by_the_responses_of_all(run: Run) -> None:
    run("evidence", "7.1.1", "survey.named", today=TODAY)
    assert "ответы на анкету «Анкета»: 2 из 3" in run("show", "7.1.1", today=TODAY, columns=120).out
    run("done", "7.1.1", today=TODAY)
    told = json.dumps(run("check", "--json", today=TODAY).data, ensure_ascii=False)
    assert "пункт 7.1.1 выполнен, а ответы на анкету named — 2 из 3" in told
    run("survey", "add", "named", "--person", "belov", "q1=5", today=TODAY)
    told = json.dumps(run("check", "--json", today=TODAY).data, ensure_ascii=False)
    assert "ответы на анкету named" not in told


def test_where_nobody_can_tell_who_has_not_answered_that_is_said(run: Run, school: Path) -> None:
    folder = school / "data" / "surveys"
    folder.mkdir()
    (folder / "open.yaml").write_text(QUESTIONS.replace("mentee", "anyone"), "utf-8")
    outcome = run("survey", "remind", today=TODAY)
    assert outcome.code == 0
    assert "ответов 0; кто не ответил, не видно" in outcome.out
    assert "не от кого" not in outcome.out
