"""A column is matched to a question by its heading, or it is asked about; it is never guessed."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from roadmap_cli.importers.surveys.moments import day_first, moment
from tests.conftest import Run
from tests.outcome import Outcome
from tests.surveys.sheets import TODAY, Rows, as_csv, responses

Import = Callable[..., Outcome]
QUESTION = "Насколько комфортно было общение с наставляемым?"


@pytest.fixture
def ask(run: Run, school: Path) -> Import:
    """`survey import x --yes --json` of a table into a questionnaire of these questions."""

    def call(questions: list[str], rows: Rows, *words: str) -> Outcome:
        folder = school / "data" / "surveys"
        folder.mkdir(exist_ok=True)
        told = "".join(
            f"  - {{id: q{n}, text: '{text}', kind: text}}\n" for n, text in enumerate(questions, 1)
        )
        head = "title: Опрос\nrespondents: mentor\nquestions:\n"
        (folder / "x.yaml").write_text(head + told, encoding="utf-8")
        (school / "a.csv").write_bytes(as_csv(rows))
        return run("survey", "import", "x", "a.csv", "--yes", "--json", *words, today=TODAY)

    return call


def _reply(school: Path) -> Any:
    found = responses(school, "x")
    return found[0]["replies"] if found else {}


@pytest.mark.parametrize(
    "heading",
    [
        QUESTION,
        QUESTION.upper(),
        "  насколько комфортно было общение с  наставляемым ",
        f"1. {QUESTION}",
        f"12) {QUESTION}*",
        f"Вопрос 3: {QUESTION}",
        f"№ 3. {QUESTION}",
        f"1.2. {QUESTION} *",
        "Насколько комфортно\nбыло общение\r\nс наставляемым?",
        f"<font color=black choice_id=1>{QUESTION}",
        f"<b>{QUESTION}</b>",
        f"{QUESTION} (от 1 до 10)",
        f"{QUESTION} (1 – плохо, 10 – отлично)",
        "Насколько комфортно было общение с настав…",
        "Насколько комфортно было общение с наставляемыми?",
        "Насколько камфортно было обшение с наставляемым?",
        f"Оцените по шкале [{QUESTION}]",
    ],
)
def test_a_heading_that_means_the_question(ask: Import, school: Path, heading: str) -> None:
    ask([QUESTION, "Другой вопрос"], [["ФИО", heading], ["Швец Илья", "да"]])
    assert _reply(school) == {"q1": ["да"]}


@pytest.mark.parametrize(
    ("question", "heading"),
    [
        (QUESTION, "Насколько комфортно было общение с наставником?"),
        (QUESTION, "Насколько не комфортно было общение с наставляемым?"),
        (QUESTION, "Комфортно было общение с наставляемым?"),
        (QUESTION, "Насколько комфортно…"),
        ("Была ли польза от входа в программу?", "Была ли польза от выхода в программу?"),
        ("Знаете ли Вы цели на 10 класс?", "Знаете ли Вы цели на 11 класс?"),
        ("Что приятно удивило?", "Что неприятно удивило?"),
        ("Оцените встречу", "Оцените встречу (2)"),
        ("Оцените встречу (1)", "Оцените встречу (2)"),
        ("Оцените [первую]", "Оцените [вторую]"),
        ("Понравилось?", "Понравилась?"),
        ("Что дальше?", "10"),
        ("Что дальше?", "?"),
    ],
)
def test_a_heading_that_may_mean_another_question_is_asked_about(
    ask: Import, school: Path, question: str, heading: str
) -> None:
    rows = [["ФИО", "Ещё вопрос", heading], ["Швец Илья", "да", "слово"]]
    outcome = ask([question, "Ещё вопрос"], rows)
    assert _reply(school) == {"q2": ["да"]}
    (column,) = outcome.data["unplaced"]
    assert (column["heading"], column["samples"]) == (heading, ["слово"])
    assert f'--column "{heading}=КОД_ВОПРОСА", коды: q1' in outcome.err
    assert "слово" in [one["text"] for one in outcome.data["left_out"]]
    ask([question, "Ещё вопрос"], rows, "--replace", "--column", f"{heading}=q1")
    assert _reply(school) == {"q1": ["слово"], "q2": ["да"]}


def test_a_heading_that_fits_two_questions_is_a_question(ask: Import, school: Path) -> None:
    questions = ["Комментарий", "2. Комментарий", "Имя школы"]
    rows = [["ФИО", "Комментарий", "Имя школы"], ["Швец Илья", "а", "б"]]
    outcome = ask(questions, rows)
    assert _reply(school) == {"q3": ["б"]}
    assert 'Указать: --column "Комментарий=q1" или --column "Комментарий=q2"' in outcome.err
    ask(questions, rows, "--replace", "--column", "комментарий = q2")
    assert _reply(school) == {"q2": ["а"], "q3": ["б"]}


def test_two_columns_for_one_question_are_a_question(ask: Import, school: Path) -> None:
    rows = [["ФИО", "Зачем?", "Зачем?", "Где?"], ["Швец Илья", "а", "б", "в"]]
    outcome = ask(["Зачем?", "Где?"], rows)
    assert _reply(school) == {"q2": ["в"]}
    assert [one["heading"] for one in outcome.data["unplaced"]] == ["Зачем?", "Зачем? (2)"]
    assert 'Указать: --column "Зачем? (2)=q1"' in outcome.err
    one = ask(["Зачем?", "Где?"], rows, "--replace", "--column", "Зачем? (2)=q1")
    assert _reply(school) == {"q1": ["б"], "q2": ["в"]}
    assert "отвечает на то же, что указанный столбец (q1)" in one.err
    both = ("--column", "Зачем?=q1", "--column", "Зачем? (2)=q1")
    taken = ask(["Зачем?", "Где?"], rows, "--replace", *both)
    assert _reply(school) == {"q1": ["а"], "q2": ["в"]}
    (left,) = taken.data["left_out"]
    assert (left["text"], "уже взят ответ из другого столбца" in left["why"]) == ("б", True)


def test_a_column_that_nobody_filled_stands_in_the_way_of_none(ask: Import, school: Path) -> None:
    rows = [["ФИО", "Зачем?", "Зачем?"], ["Швец Илья", "", "б"]]
    ask(["Зачем?"], rows)
    assert _reply(school) == {"q1": ["б"]}


@pytest.mark.parametrize("heading", ["", 'Назовите "любимый" предмет', "Сколько в $?"])
def test_a_heading_that_cannot_be_copied_is_called_by_its_place(
    ask: Import, school: Path, heading: str
) -> None:
    rows = [["ФИО", "Зачем?", heading], ["Швец Илья", "а", "б"]]
    outcome = ask(["Зачем?", "Где?"], rows)
    assert '--column "столбец 3=КОД_ВОПРОСА", коды: q2' in outcome.err
    ask(["Зачем?", "Где?"], rows, "--replace", "--column", "столбец 3=q2")
    assert _reply(school) == {"q1": ["а"], "q2": ["б"]}


def test_a_column_that_is_not_wanted(ask: Import) -> None:
    rows = [["ФИО", "Зачем?", "Ваш класс"], ["Швец Илья", "а", "7"]]
    outcome = ask(["Зачем?"], rows, "--column", "Ваш класс=пропустить")
    assert outcome.data["unplaced"] == []
    assert [one["text"] for one in outcome.data["left_out"]] == ["Ваш класс", "7"]


@pytest.mark.parametrize("word", ["имя", "name", "ФИО"])
def test_the_column_of_names_is_told(ask: Import, school: Path, word: str) -> None:
    rows = [["ФИО наставника", "Зачем?"], ["Швец Илья", "а"]]
    refused = ask(["Зачем?"], rows)
    assert _reply(school) == {}
    assert "не указано, кто ответил" in refused.err
    ask(["Зачем?"], rows, "--column", f"ФИО наставника={word}")
    assert _reply(school) == {"q1": ["а"]}


def test_a_question_of_ones_own_is_no_column_of_the_form(ask: Import, school: Path) -> None:
    rows = [["ФИО", "Номер", "Зачем?"], ["Швец Илья", "7", "а"]]
    ask(["Зачем?", "Номер"], rows)
    assert _reply(school) == {"q1": ["а"], "q2": ["7"]}


@pytest.mark.parametrize(
    ("text", "form", "left"),
    [
        ("учитель – ученик", "teacher_pupil", []),
        ("волонтёр – ученик", None, ["волонтёр – ученик"]),
        ("не знаю", None, ["не знаю"]),
    ],
)
def test_the_form_of_mentoring(
    ask: Import, school: Path, text: str, form: str | None, left: list[str]
) -> None:
    rows = [["ФИО", "Форма наставничества", "Зачем?"], ["Швец Илья", text, "а"]]
    outcome = ask(["Зачем?"], rows)
    assert responses(school, "x")[0].get("form") == form
    assert [one["text"] for one in outcome.data["left_out"]] == left


def test_of_several_sheets_a_row_is_told_with_its_sheet(
    ask: Import, run: Run, school: Path
) -> None:
    from openpyxl import Workbook

    from tests.surveys.sheets import saved

    ask(["Зачем?"], [["Зачем?"]])
    book = Workbook()
    for name, person in (("Май", "Швец Илья"), ("Июнь", "Никто Нигде")):
        sheet = book.create_sheet(name)
        sheet.append(["ФИО", "Зачем?"])
        sheet.append([person, "а"])
    (school / "a.xlsx").write_bytes(saved(book))
    words = ("survey", "import", "x", "a.xlsx", "--yes")
    assert "Строка Июнь:2 не взята" in run(*words, today=TODAY).err
    run(*words, "--person", "Июнь:2=dyuma", today=TODAY)
    assert [one["person"] for one in responses(school, "x")] == ["shvets", "dyuma"]


# --- moments -----------------------------------------------------------------------------------

AFTERNOON = datetime(2026, 5, 20, 14, 3, 11)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026/05/20 14:03:11", AFTERNOON),
        ("2026/05/20 2:03:11 PM GMT+3", AFTERNOON),
        ("2026/05/20 12:03:11 AM EEST", datetime(2026, 5, 20, 0, 3, 11)),
        ("2026/05/20 12:03:11 PM MSK", datetime(2026, 5, 20, 12, 3, 11)),
        ("20.05.2026 14:03:11", AFTERNOON),
        ("20.05.2026, 14:03:11", AFTERNOON),
        ("20.05.26 14:03:11", AFTERNOON),
        ("5.6.2026 9:00", datetime(2026, 6, 5, 9, 0)),
        ("2026-05-20 14:03:11", AFTERNOON),
        ("2026-05-20T14:03:11.123Z", AFTERNOON),
        ("2026-05-20T14:03:11+03:00", AFTERNOON),
        ("2026-05-20", datetime(2026, 5, 20)),
        ("05/05/2026", datetime(2026, 5, 5)),
        ("46162.5", datetime(2026, 5, 20, 12)),
        ("46162,5", datetime(2026, 5, 20, 12)),
        ("46162", datetime(2026, 5, 20)),
        ("36525", None),
        ("36526", datetime(2000, 1, 1)),
        ("73050", datetime(2099, 12, 31)),
        ("73051", None),
        ("05/06/2026", None),
        ("31.02.2026", None),
        ("20.05.2026 25:00", None),
        ("20.05-2026", None),
        ("20.05.20261", None),
        ("вчера", None),
        ("", None),
    ],
)
def test_a_moment(text: str, expected: datetime | None) -> None:
    assert moment(text) == expected


@pytest.mark.parametrize(
    ("column", "days_first"),
    [
        (["05/06/2026", "13/06/2026"], True),
        (["05/06/2026", "06/13/2026"], False),
        (["05/06/2026", "12/12/2026"], None),
        (["2026/13/06", "20.05.2026"], None),
        ([], None),
    ],
)
def test_the_order_of_a_column_is_seen_in_its_other_cells(
    column: list[str], days_first: bool | None
) -> None:
    assert day_first(column) is days_first
    told = {True: datetime(2026, 6, 5), False: datetime(2026, 5, 6), None: None}
    assert moment("05/06/2026", days_first=days_first) == told[days_first]
