"""A filled questionnaire put in: of a person, anonymous, by mistake."""

from pathlib import Path

import pytest
import yaml

from tests.conftest import Run
from tests.terminal import at_terminal

TODAY = "2026-05-25"
QUESTIONS = """\
title: Анкета
respondents: mentee
questions:
- {id: q1, text: Довольны?, kind: scale}
- {id: q2, text: Что ценно?, kind: text}
- {id: q3, text: Что помогло?, kind: choices, options: [встречи, "советы, книги"]}
"""


@pytest.fixture
def surveyed(school: Path) -> Path:
    folder = school / "data" / "surveys"
    folder.mkdir()
    (folder / "named.yaml").write_text(QUESTIONS, "utf-8")
    (folder / "secret.yaml").write_text(f"{QUESTIONS}anonymous: да\n", "utf-8")
    return school


def _responses(root: Path) -> list[dict[str, object]]:
    text = (root / "data" / "responses.yaml").read_text("utf-8")
    return list(yaml.safe_load(text)["responses"])


def test_a_paper_that_came_back(run: Run, surveyed: Path) -> None:
    words = ("q1=8", "q2=Всё: «и» это", "q3=встречи; советы, книги")
    outcome = run("survey", "add", "named", "--person", "Дюма", *words, today=TODAY)
    assert outcome.code == 0, outcome.err
    (kept,) = _responses(surveyed)
    assert (kept["person"], kept["survey"]) == ("dyuma", "named")
    assert str(kept["day"]) == TODAY
    assert kept["replies"] == [
        {"question": "q1", "value": [8]},
        {"question": "q2", "value": ["Всё: «и» это"]},
        {"question": "q3", "value": ["встречи", "советы, книги"]},
    ]
    assert "survey results named" in outcome.err


@pytest.mark.usefixtures("surveyed")
def test_what_is_left_out_is_named(run: Run) -> None:
    outcome = run("survey", "add", "named", "--person", "dyuma", "q1=8", today=TODAY)
    assert "Без ответа остались вопросы: q2, q3." in outcome.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["named", "--person", "dyuma", "q1=11"], "q1: «11» — не оценка"),
        (["named", "--person", "dyuma", "q9=1"], "вопросы: q1, q2, q3"),
        (["named", "--person", "dyuma"], "ответов нет"),
        (["named", "q1=5"], "кто ответил, не указано"),
        (["secret", "--person", "dyuma", "q1=5"], "анкета анонимная"),
        (["named", "--person", "dyuma", "q1=5", "--on", "2026-05-26"], "ещё не наступило"),
        (["нет такой", "q1=5"], "записи «нет такой» в data/surveys нет"),
        (["named", "--person", "dyuma", "q1=11", "q3=сон"], "q3: варианта «сон»"),
    ],
)
def test_what_cannot_be_put_in_is_refused_whole(
    run: Run, surveyed: Path, words: list[str], said: str
) -> None:
    outcome = run("survey", "add", *words, today=TODAY, columns=200)
    assert outcome.code in (1, 2)
    assert said in outcome.err
    assert not (surveyed / "data" / "responses.yaml").exists()


def test_a_person_answers_once_unless_it_is_replaced(run: Run, surveyed: Path) -> None:
    add = ("survey", "add", "named", "--person", "dyuma")
    run(*add, "q1=8", today=TODAY)
    again = run(*add, "q1=3", today=TODAY)
    assert (again.code, "уже записан" in again.err, "--replace" in again.err) == (2, True, True)
    assert run(*add, "q1=3", "--replace", today=TODAY).code == 0
    (kept,) = _responses(surveyed)
    assert kept["replies"] == [{"question": "q1", "value": [3]}]


def test_an_anonymous_response_keeps_neither_person_nor_day_nor_place(
    run: Run, surveyed: Path
) -> None:
    for value in range(1, 9):
        outcome = run("survey", "add", "secret", f"q1={value}", "--on", TODAY, today=TODAY)
        assert outcome.code == 0
        assert "день не записан" in outcome.err
    kept = _responses(surveyed)
    assert {key for one in kept for key in one} == {"id", "survey", "replies"}
    ids = [str(one["id"]) for one in kept]
    assert ids == sorted(ids)
    values = [one["replies"][0]["value"][0] for one in kept]  # type: ignore[index]
    assert sorted(values) == list(range(1, 9)) != values


def test_a_response_is_removed_by_its_code(run: Run, surveyed: Path) -> None:
    run("survey", "add", "named", "--person", "dyuma", "q1=8", today=TODAY)
    code = str(_responses(surveyed)[0]["id"])
    assert run("survey", "remove", "r-нет", today=TODAY).code == 2
    assert run("survey", "remove", code, today=TODAY).code == 0
    assert _responses(surveyed) == []


def test_forgetting_destroys_what_was_replied_and_keeps_that_it_was(
    run: Run, surveyed: Path
) -> None:
    run("survey", "add", "named", "--person", "dyuma", "q1=8", "q2=тайна", today=TODAY)
    assert run("forget", "dyuma", "--yes", today=TODAY).code == 0
    (kept,) = _responses(surveyed)
    assert "replies" not in kept
    shown = run("survey", "results", "named", today=TODAY, columns=200).out
    assert "данные уничтожены: 1" in shown
    assert "тайна" not in (surveyed / "data" / "responses.yaml").read_text("utf-8")


def test_at_a_terminal_every_question_is_asked(surveyed: Path) -> None:
    said = ["дюма", "8", "Всё", "встречи; 2"]
    code, shown = at_terminal(["survey", "add", "named"], said, surveyed)
    assert code == 0, shown
    assert "1/3 Довольны? [оценка 1–10]" in shown
    (kept,) = _responses(surveyed)
    assert kept["person"] == "dyuma"
    assert kept["replies"] == [
        {"question": "q1", "value": [8]},
        {"question": "q2", "value": ["Всё"]},
        {"question": "q3", "value": ["встречи", "советы, книги"]},
    ]


def test_at_a_terminal_a_wrong_reply_is_asked_again_and_an_empty_one_passed_over(
    surveyed: Path,
) -> None:
    said = ["нет такого", "dyuma", "11", "10", "", ""]
    code, shown = at_terminal(["survey", "add", "named"], said, surveyed)
    assert code == 0, shown
    assert "не оценка" in shown
    assert "q2, q3" in shown
    (kept,) = _responses(surveyed)
    assert kept["replies"] == [{"question": "q1", "value": [10]}]


def test_the_end_of_input_between_two_questions_writes_nothing(surveyed: Path) -> None:
    code, _ = at_terminal(["survey", "add", "named"], ["dyuma", "8", "\x04"], surveyed)
    assert code == 130
    assert not (surveyed / "data" / "responses.yaml").exists()
