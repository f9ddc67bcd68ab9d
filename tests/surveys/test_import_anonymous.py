"""An anonymous questionnaire stays so: neither the data nor what is said traces anybody."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.outcome import Outcome
from tests.surveys.sheets import TODAY, Rows, as_csv, responses, with_surveys

HEAD = ["ID", "Отметка времени", "ФИО", "Адрес электронной почты", "Телефон",
        "Доверяете ли Вы школе?", "Оцените программу", "Ваши пожелания"]  # fmt: skip


def _row(number: int, *replies: object) -> list[object]:
    return [9000 + number, f"20.05.2026 10:{number:02}:00", f"Тайный{number} Лев",
            f"t{number}@x.ru", f"+7 900 555-00-{number:02}", *replies]  # fmt: skip


ROWS = [_row(1, "да", 5, "Яблоки"), _row(2, "нет", 4, "Ананасы"), _row(3, "да", 3, "")]
Import = Callable[..., Outcome]


@pytest.fixture
def take(run: Run, school: Path) -> Import:
    """`survey import parents` of rows."""
    with_surveys(school)

    def call(rows: Rows, *words: str) -> Outcome:
        (school / "a.csv").write_bytes(as_csv([HEAD, *rows]))
        return run("survey", "import", "parents", "a.csv", *words, today=TODAY)

    return call


def test_nobody_is_written_or_told(take: Import, school: Path) -> None:
    outcome = take(ROWS, "--yes", "--json")
    found = responses(school, "parents")
    assert len(found) == 3
    assert all(set(one) == {"id", "survey", "replies"} for one in found)
    assert [one["id"] for one in found] == sorted(one["id"] for one in found)
    written = (school / "data" / "responses.yaml").read_text("utf-8")
    assert not re.search(r"Тайный|@x\.ru|900|2026", written + outcome.out.split('"data"')[1])
    left = {one["text"]: one["why"] for one in outcome.data["left_out"]}
    assert left == dict.fromkeys(HEAD[:5], "анкета анонимная, столбец не взят (3 ячейки)")


def test_what_is_left_out_is_told_without_its_row(take: Import) -> None:
    replies = [("да", 5, ""), ("ага", 9, "я"), ("нет", 8, ""), ("нет", 9, "")]
    rows = [_row(number, *told) for number, told in enumerate(replies)]
    for words in ((), ("--json",), ("--yes",), ("--yes", "--dry-run")):
        outcome = take(rows, *words)
        assert not re.search(r"строк[аиу] \d|, столбец \d|B\d|Тайный", outcome.out + outcome.err)
    told = take(rows, "--json", "--again", "все").data["left_out"]
    numbers = [one["text"] for one in told if "mark" in one["why"]]
    assert numbers == ["8", "9", "9"]
    assert {one["where"] for one in told} == {"таблица"}


def test_a_wrong_reply_that_repeats_is_counted(take: Import) -> None:
    err = take([_row(1, "да", 9, ""), _row(2, "да", 9, ""), _row(3, "да", 8, "")]).err
    assert "Не взято (2 раза), вопрос mark «Оцените программу»: «9» — не оценка" in err
    assert "Не взято, вопрос mark «Оцените программу»: «8» — не оценка" in err


def test_texts_of_an_unknown_column_are_in_the_order_of_the_alphabet(
    run: Run, school: Path
) -> None:
    with_surveys(school)
    rows = [["Оцените программу", "Класс"], ["5", "9В"], ["4", "9А"], ["3", "9Б"]]
    (school / "a.csv").write_bytes(as_csv(rows))
    outcome = run("survey", "import", "parents", "a.csv", "--json", today=TODAY)
    texts = [one["text"] for one in outcome.data["left_out"]]
    assert texts == ["9А", "9Б", "9В", "Класс"]
    assert outcome.data["unplaced"][0]["samples"] == ["9А", "9Б", "9В"]


def test_a_row_without_a_reply_is_counted(take: Import) -> None:
    assert "1 строка без единого ответа" in take([*ROWS, _row(4, "", "", "")]).err


# --- again -------------------------------------------------------------------------------------


def _count(school: Path) -> int:
    return len(responses(school, "parents"))


def test_the_same_file_again_adds_nothing_unless_that_is_wanted(take: Import, school: Path) -> None:
    take(ROWS, "--yes")
    again = take(ROWS, "--yes")
    assert _count(school) == 3
    assert "Все анкеты файла (3) слово в слово совпадают с записанными и не взяты" in again.err
    assert "--again все" in again.err
    take(ROWS, "--yes", "--again", "все")
    assert _count(school) == 6


def test_a_file_to_which_answers_were_added_is_a_question(take: Import, school: Path) -> None:
    take(ROWS, "--yes")
    longer = [*ROWS, _row(4, "да", 5, "Груши"), _row(5, "да", 5, "Яблоки")]
    waiting = take(longer, "--yes", "--json")
    assert _count(school) == 3
    assert "Из 5 анкет файла слово в слово совпадают с записанными 3" in waiting.err
    assert "Груши" in [one["text"] for one in waiting.data["left_out"]]
    only_new = take(longer, "--yes", "--again", "новые")
    assert _count(school) == 5
    assert "не взяты: 3 анкеты" in only_new.err


def test_a_file_that_is_read_more_fully_replaces_what_is_recorded(
    take: Import, run: Run, school: Path
) -> None:
    take(ROWS, "--yes")
    folder = school / "data" / "surveys"
    whole = (folder / "parents.yaml").read_text("utf-8")
    asked = whole + "  - {id: name, text: Ваше имя, kind: text}\n"
    (folder / "parents.yaml").write_text(asked, encoding="utf-8")
    head = [*HEAD, "Ваше имя"]
    (school / "a.csv").write_bytes(as_csv([head, *([*row, "Я"] for row in ROWS[:2]), ROWS[2]]))
    words = ("survey", "import", "parents", "a.csv", "--yes")
    waiting = run(*words, today=TODAY)
    assert "совпадают с записанными 1, отличаются лишь числом ответов 2" in waiting.err
    assert _count(school) == 3
    longer = [["да", 5, "Яблоки", "Я"], ["нет", 1, "", "Она"]]
    (school / "b.csv").write_bytes(as_csv([[*HEAD[5:], "Ваше имя"], *longer]))
    new = ("survey", "import", "parents", "b.csv", "--dry-run", "--json", "--again", "новые")
    told = run(*new, today=TODAY).data
    assert [one["replies"]["name"] for one in told["responses"]] == [["Она"]]
    assert "Я" in [one["text"] for one in told["left_out"]]
    replaced = run(*words, "--replace", today=TODAY)
    assert "прежние ответы на анкету (3 ответа) заменяются" in replaced.err
    names = [one["replies"].get("name") for one in responses(school, "parents")]
    assert sorted(map(str, names)) == ["None", "['Я']", "['Я']"]
    assert "слово в слово" in run(*words, "--replace", today=TODAY).err


def test_other_questionnaires_keep_their_answers(take: Import, run: Run, school: Path) -> None:
    from tests.surveys.sheets import TEXTS

    take(ROWS, "--yes")
    (school / "b.csv").write_bytes(as_csv([["ФИО", TEXTS["words"]], ["Швец Илья", "слово"]]))
    run("survey", "import", "after", "b.csv", "--yes", today=TODAY)
    take([*ROWS[:2], _row(3, "да", 3, "Ещё")], "--yes", "--replace")
    assert (_count(school), len(responses(school))) == (3, 1)
    assert run("check", "--only", "code-repeated", today=TODAY).code == 0


def test_all_of_another_file_may_be_taken(take: Import, school: Path) -> None:
    take(ROWS, "--yes")
    take([ROWS[0], _row(7, "да", 1, "")], "--yes", "--again", "все")
    assert _count(school) == 5


def test_answers_of_others_are_simply_added(take: Import, school: Path) -> None:
    take(ROWS, "--yes")
    assert take([_row(7, "да", 1, "")], "--yes").err == ""
    assert _count(school) == 4


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--person", "2=dyuma"), "анкета анонимная: чьи ответы, не указывают"),
        (("--replace", "--again", "все"), "одно из двух: --replace или --again"),
    ],
)
def test_nobody_can_be_named(take: Import, words: tuple[str, ...], said: str) -> None:
    outcome = take(ROWS, "--yes", *words)
    assert outcome.code == 2
    assert said in outcome.err
