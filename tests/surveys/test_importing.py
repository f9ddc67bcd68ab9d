"""Answers of people come in from an export of a form, each with its person and its day."""

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment

from tests.conftest import Run
from tests.outcome import Outcome
from tests.surveys.sheets import (
    TEXTS,
    TODAY,
    Rows,
    as_csv,
    as_excel,
    responses,
    saved,
    with_surveys,
)
from tests.terminal import at_terminal

HEAD = ["Отметка времени", "Фамилия, имя, отчество", *TEXTS.values()]
SHVETS = [
    "20.05.2026 14:03:11",
    "Швец Илья Ильич",
    9,
    "Да",
    "Открытый урок",
    "раз в неделю",
    "",
    "",
]
IVANOVA = ["21.05.2026 9:00:00", "Иванова-Ли Дарья", "7", "нет", "", "раз в месяц", "Всё", ""]

Import = Callable[..., Outcome]


@pytest.fixture
def take(run: Run, school: Path) -> Import:
    """`survey import after` of a table, with --yes."""
    with_surveys(school)

    def call(
        rows: Rows | bytes, *words: str, name: str = "a.csv", survey: str = "after"
    ) -> Outcome:
        (school / name).write_bytes(rows if isinstance(rows, bytes) else as_csv(rows))
        return run("survey", "import", survey, name, *words, today=TODAY)

    return call


def test_answers_come_in_and_only_once(take: Import, school: Path) -> None:
    seen = take([HEAD, SHVETS, IVANOVA])
    assert (seen.code, responses(school)) == (0, [])
    assert "Швец Илья Ильич" in seen.out
    assert "та же команда с --yes" in seen.err
    written = take([HEAD, SHVETS, IVANOVA], "--yes")
    assert written.code == 0
    assert "roadmap survey results after" in written.out
    first, second = responses(school)
    assert (first["person"], first["day"]) == ("shvets", "2026-05-20")
    assert first["replies"] == {
        "comfort": ["9"], "again": ["да"], "useful": ["Открытый урок"], "often": ["раз в неделю"],
    }  # fmt: skip
    assert (second["person"], second["replies"]["words"]) == ("ivanova", ["Всё"])
    once = (school / "data" / "responses.yaml").read_bytes()
    again = take([HEAD, SHVETS, IVANOVA], "--yes")
    assert "Такие же ответы уже записаны: Швец Илья Ильич; Иванова-Ли Дарья Андреевна" in again.err
    assert (school / "data" / "responses.yaml").read_bytes() == once


def test_nothing_is_written_in_a_dry_run(take: Import, school: Path) -> None:
    shown = take([HEAD, SHVETS], "--dry-run")
    assert "+    person: shvets" in shown.out
    assert "Пробный запуск" in shown.out
    assert responses(school) == []


def test_a_person_at_a_terminal_is_asked(take: Import, school: Path) -> None:
    take([HEAD, SHVETS])
    words = ("survey", "import", "after", "a.csv")
    code, shown = at_terminal(words, ["нет"], school, TODAY)
    assert (code, responses(school)) == (0, []), shown
    code, shown = at_terminal(words, ["да"], school, TODAY)
    assert (code, len(responses(school))) == (0, 1), shown


YANDEX = [
    ["ID", "Время создания", "Время изменения", "1. ФИО", f"2. {TEXTS['comfort']}",
     f"3) {TEXTS['useful']} / Беседы, консультации", f"3) {TEXTS['useful']} / Открытый урок"],
    ["81", "2026-05-20 14:03:11", "2026-05-20 14:04:00", "Швец И.И.", "10 – отлично", "Да", "Нет"],
]  # fmt: skip
GOOGLE_CSV = [
    ["Timestamp", "Email Address", TEXTS["comfort"] + " *", TEXTS["useful"], TEXTS["words"]],
    ["2026/05/20 2:03:11 PM GMT+3", "Grinko@ISKRA.example", "10",
     "Беседы, консультации;Открытый урок", "а, б; в"],
]  # fmt: skip


@pytest.mark.parametrize(
    ("raw", "name", "person"),
    [
        (as_csv(YANDEX, ";", "cp1251"), "я.csv", "shvets"),
        (as_csv(YANDEX, ",", "utf-8", "\n"), "я.csv", "shvets"),
        (as_csv(YANDEX, "\t", "utf-16"), "я.tsv", "shvets"),
        (as_excel(YANDEX), "я.xlsx", "shvets"),
        (as_csv(GOOGLE_CSV), "г.csv", "grinko"),
        (as_excel(GOOGLE_CSV), "г.xlsx", "grinko"),
    ],
)
def test_every_export_of_a_form_is_read(
    take: Import, school: Path, raw: bytes, name: str, person: str
) -> None:
    outcome = take(raw, "--yes", name=name)
    (only,) = responses(school)
    assert (only["person"], only["day"]) == (person, "2026-05-20"), outcome.err
    assert only["replies"]["comfort"] == ["10"]
    assert "Беседы, консультации" in only["replies"]["useful"]
    assert ("Открытый урок" in only["replies"]["useful"]) == (person == "grinko")


def test_columns_of_the_form_itself_are_named(take: Import) -> None:
    told = take(YANDEX, "--json").data["left_out"]
    of_form = [one["text"] for one in told if one["why"] == "служебный столбец формы"]
    assert of_form == ["ID", "81", "Время изменения", "2026-05-20 14:04:00"]


def test_a_workbook_with_awkward_cells(take: Import, school: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Итоги опроса", "", "", "", "", ""])
    sheet.merge_cells("A1:F1")
    sheet.append([])
    useful = f"{TEXTS['useful']}\n(можно выбрать несколько)"
    sheet.append(["Отметка времени", "Ваше имя и фамилия", "ФИО", TEXTS["comfort"], useful,
                  TEXTS["again"]])  # fmt: skip
    sheet.append([datetime(2026, 5, 20, 14, 3, 11), None, "=HYPERLINK(\"x\";\"Швец\")", 8.0,
                  "открытый урок.", True])  # fmt: skip
    sheet.append([None] * 6)
    sheet.append([46_163.5, None, "Швец Илья", 9, "Посещение занятий", False])
    link = sheet["C6"]
    link.hyperlink = "https://example.org"
    sheet["D6"].comment = Comment("проверить", "я")
    other = book.create_sheet("Сводка")
    other.append(["Всего", 2])
    outcome = take(saved(book), "--yes", "--json", name="a.xlsx")
    (only,) = responses(school)
    assert only["person"] == "shvets"
    assert only["day"] == "2026-05-21"
    assert only["replies"] == {
        "comfort": ["9"], "useful": ["Посещение занятий"], "again": ["нет"],
    }  # fmt: skip
    left = {one["text"]: one["why"] for one in outcome.data["left_out"]}
    assert left["Итоги опроса"] == "стоит над строкой заголовков"
    assert left["проверить"] == "примечание к ячейке"
    assert left["Всего"] == "в таблице нет столбцов с вопросами этой анкеты"
    assert left['=HYPERLINK("x";"Швец")'].startswith("указано только «=HYPERLINK")
    assert "Столбец «Что было полезнее всего? (можно выбрать несколько)» понят" in outcome.err


def test_options_below_their_merged_question(take: Import, school: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["ФИО", TEXTS["useful"], None, None, TEXTS["comfort"]])
    sheet.append([None, "Беседы, консультации", "Посещение занятий", "Открытый урок", None])
    sheet.merge_cells("B1:D1")
    sheet.append(["Швец Илья", "✓", None, "1", 5])
    take(saved(book), "--yes", name="a.xlsx")
    (only,) = responses(school)
    assert only["replies"]["useful"] == ["Беседы, консультации", "Открытый урок"]
    assert only["replies"]["comfort"] == ["5"]


def test_two_hundred_rows(take: Import, run: Run, school: Path) -> None:
    people = "".join(
        f"  - {{id: p-{n}, surname: Тестова{n}, name: Анна, patronymic: Игоревна}}\n"
        for n in range(200)
    )
    with (school / "data" / "people.yaml").open("a", encoding="utf-8") as file:
        file.write(people)
    rows = [["20.05.2026 10:00:00", f"Тестова{n} Анна Игоревна", n % 10 + 1, "да", "", "", "", ""]
            for n in range(200)]  # fmt: skip
    outcome = take([HEAD, *rows], "--yes", "--json")
    assert len(responses(school)) == 200
    assert outcome.data["left_out"] == []
    assert run("check", "--only", "reference-unknown", today=TODAY).code == 0


# --- replies that are none --------------------------------------------------------------------


def test_a_reply_that_is_none_is_named_and_the_rest_is_taken(take: Import, school: Path) -> None:
    row = ["20.05.2026", "Швец Илья", "11", "может быть", "Чай, кофе, Открытый урок",
           "Другое: по средам, утром", "слово", "Дюма Артём, Никто Нигде"]  # fmt: skip
    outcome = take([HEAD, row], "--yes", "--json")
    (only,) = responses(school)
    assert only["replies"] == {
        "useful": ["Открытый урок"], "often": ["Другое"], "words": ["слово"], "whom": ["dyuma"],
    }  # fmt: skip
    left = {one["text"]: (one["where"], one["why"]) for one in outcome.data["left_out"]}
    assert left["11"][0] == "таблица, строка 2, столбец 3"
    assert f"вопрос comfort «{TEXTS['comfort']}»: «11» — не оценка" in left["11"][1]
    assert left["Чай, кофе"][1].endswith("такого варианта в вопросе нет")
    assert left["по средам, утром"][1].endswith("свои слова рядом с вариантом не хранятся")
    assert left["Никто Нигде"][1].endswith("такого человека нет в базе людей")
    assert "может быть" in left
    assert "Не взято (строка 2), вопрос comfort" in outcome.err


def test_a_repeated_wrong_reply_is_one_sentence(take: Import) -> None:
    rows = [["", "Швец Илья", "11", "да"], ["", "Иванова-Ли Дарья", "11", "да"]]
    assert "Не взято (строки 2, 3), вопрос comfort" in take([HEAD, *rows]).err


def test_a_row_without_any_reply(take: Import, school: Path) -> None:
    rows = [["20.05.2026", "Швец Илья", "11"], ["20.05.2026", "Иванова-Ли Дарья", ""]]
    outcome = take([HEAD, *rows], "--yes", "--json")
    assert responses(school) == []
    whys = {one["text"]: one["why"] for one in outcome.data["left_out"]}
    assert "не оценка" in whys["11"]
    assert whys["Иванова-Ли Дарья"] == "в строке нет ни одного ответа, который можно взять"


@pytest.mark.parametrize(
    ("time", "day", "why"),
    [
        ("05/06/2026 10:00:00", None, "непонятно, где день, а где месяц"),
        ("вчера", None, "не дата и время"),
        ("2026-06-15 23:59:59", "2026-06-15", None),
        ("2026-06-16 00:00:01", None, "эта дата ещё не наступила"),
    ],
)
def test_a_moment_that_cannot_be_taken(
    take: Import, school: Path, time: str, day: str | None, why: str | None
) -> None:
    outcome = take([HEAD, [time, *SHVETS[1:]]], "--yes", "--json")
    (only,) = responses(school)
    assert only.get("day") == day
    assert [(one["text"], one["why"]) for one in outcome.data["left_out"]] == (
        [(time, why)] if why else []
    )


# --- who ---------------------------------------------------------------------------------------


def _people(school: Path, *lines: str) -> None:
    with (school / "data" / "people.yaml").open("a", encoding="utf-8") as file:
        file.writelines(f"  - {{{line}}}\n" for line in lines)


def test_somebody_unknown_is_named_with_the_next_step(take: Import, school: Path) -> None:
    outcome = take([HEAD, ["", "Сидоров Сидор", 5], SHVETS], "--yes")
    assert [one["person"] for one in responses(school)] == ["shvets"]
    assert "Строка 2 не взята: человека «Сидоров Сидор» нет в базе людей" in outcome.err
    assert "roadmap person add" in outcome.err
    named = take([HEAD, ["", "Сидоров Сидор", 5]], "--person", "2=dyuma", "--yes", "--json")
    assert [one["person"] for one in responses(school)] == ["shvets", "dyuma"]
    (left,) = named.data["left_out"]
    assert left["text"] == "Сидоров Сидор"
    assert "roadmap person set dyuma" in left["why"]


@pytest.mark.parametrize(
    ("cells", "person", "known"),
    [
        ({"ФИО": "Лапина Анна Ивановна"}, None, ["p-1", "p-2"]),
        ({"ФИО": "Лапина Анна Ивановна", "Почта": "B@x.ru"}, "p-2", []),
        ({"ФИО": "Лапина Анна Ивановна", "Телефон": "8 (900) 000-00-07"}, "p-1", []),
        ({"ФИО": "Лапина Анна Ивановна", "Почта": "b@x.ru", "Телефон": "89000000007"}, None,
         ["p-1", "p-2"]),
        ({"ФИО": "Лапина Анна Ивановна", "Почта": "нет", "Телефон": "-"}, None, ["p-1", "p-2"]),
        ({"Почта": "b@x.ru"}, "p-2", []),
        ({"Почта": "c@x.ru"}, None, ["p-3", "p-4"]),
        ({"Почта": "никто@x.ru"}, None, []),
        ({"ФИО": "Мышкин Лев", "Почта": "b@x.ru"}, None, ["p-3", "p-2"]),
        ({"ФИО": "Мышкин Лев", "Почта": "new@x.ru"}, None, ["p-3"]),
        ({"ФИО": "Лев Мышкин"}, "p-3", []),
        ({"ФИО": "МЫШКИН Л. Н."}, "p-3", []),
        ({"ФИО": "мышкин лев николаевич"}, "p-3", []),
        ({"Фамилия": "Мышкин", "Имя": "Лев", "Отчество": "Николаевич"}, "p-3", []),
        ({"ФИО": "Мышкин"}, None, ["p-3"]),
        ({"ФИО": "Лев"}, None, []),
        ({"ФИО": "Мышкина Лев"}, None, ["p-3"]),
        ({"ФИО": "Нова Ия", "Почта": "b@x.ru"}, None, ["p-2"]),
        ({}, None, []),
    ],
)  # fmt: skip
def test_who_answered_is_never_guessed(
    take: Import, school: Path, cells: dict[str, str], person: str | None, known: list[str]
) -> None:
    _people(
        school,
        'id: p-1, surname: Лапина, name: Анна, patronymic: Ивановна, phone: "+7 900 000-00-07"',
        "id: p-2, surname: Лапина, name: Анна, patronymic: Ивановна, email: b@x.ru",
        "id: p-3, surname: Мышкин, name: Лев, patronymic: Николаевич, email: c@x.ru",
        "id: p-4, surname: Рогожин, name: Парфён, email: c@x.ru",
    )
    head, row = [*cells, TEXTS["comfort"]], [*cells.values(), 5]
    outcome = take([head, row], "--yes", "--json")
    assert [one["person"] for one in responses(school)] == ([person] if person else [])
    asked = outcome.data["questions"]
    assert [[one["id"] for one in question["known"]] for question in asked] == (
        [] if person else [known]
    )


def test_a_contact_that_is_new_is_named(take: Import) -> None:
    head = ["ФИО", "Телефон", TEXTS["comfort"]]
    (left,) = take([head, ["Швец Илья", "8 900 1", 5]], "--json").data["left_out"]
    assert (left["text"], "roadmap person set shvets" in left["why"]) == ("8 900 1", True)


def test_people_who_are_not_asked_and_consents_are_told(take: Import) -> None:
    err = take([HEAD, ["", "Новик Елена", 5], ["", "Орлова Ирина", 5]]).err
    assert "Анкету заполняют наставники, а в этой базе нет: Новик Елена Юрьевна; Орлова" in err
    assert "нет согласия" not in err


def test_consents_that_are_missing_are_told(take: Import, school: Path) -> None:
    (school / "data" / "consents.yaml").write_text("consents: []\n", encoding="utf-8")
    outcome = take([HEAD, SHVETS], "--yes")
    assert "Швец Илья Ильич: нет согласия" in outcome.err
    assert len(responses(school)) == 1


# --- several answers of one person -------------------------------------------------------------


def test_the_last_answer_of_a_person_counts_and_that_is_told(take: Import, school: Path) -> None:
    early = ["20.05.2026 14:03:10", "Швец И.И.", 11, "да"]
    outcome = take([HEAD, SHVETS, early], "--yes", "--json")
    (only,) = responses(school)
    assert only["replies"]["comfort"] == ["9"]
    assert "из строк 2, 3 взята 2, она последняя" in outcome.err
    left = {one["text"]: one["why"] for one in outcome.data["left_out"]}
    assert left == dict.fromkeys(map(str, early), "есть ответ этого человека позже, строка 2")
    assert "не оценка" not in outcome.err


@pytest.mark.parametrize(
    "times", [("", ""), ("20.05.2026 10:00", ""), ("20.05.2026", "20.05.2026")]
)
def test_without_times_the_answer_is_a_question(
    take: Import, school: Path, times: tuple[str, str]
) -> None:
    rows = [[times[0], "Швец Илья", 3], [times[1], "Швец И.И.", 4]]
    outcome = take([HEAD, *rows], "--yes")
    assert responses(school) == []
    assert "строки 2, 3 — ответы одного человека (Швец Илья Ильич)" in outcome.err
    take([HEAD, *rows], "--yes", "--person", "2=пропустить")
    assert responses(school)[0]["replies"] == {"comfort": ["4"]}


def test_equal_rows_are_one_answer(take: Import, school: Path) -> None:
    outcome = take([HEAD, ["", "Швец Илья", 3], ["", "Швец Илья", 3]], "--yes")
    assert len(responses(school)) == 1
    assert "строки 2, 3 одинаковы, взята одна" in outcome.err


def test_another_answer_replaces_only_when_that_is_wanted(take: Import, school: Path) -> None:
    take([HEAD, SHVETS], "--yes")
    other = [HEAD, [*SHVETS[:2], 2]]
    refused = take(other, "--yes")
    assert (
        "Записан другой ответ, новый не взят: Швец Илья Ильич. Заменить: --replace" in refused.err
    )
    assert responses(school)[0]["replies"]["comfort"] == ["9"]
    taken = take(other, "--yes", "--replace")
    assert "Прежний ответ заменяется: Швец Илья Ильич" in taken.err
    (only,) = responses(school)
    assert only["replies"] == {"comfort": ["2"]}


def test_an_equal_answer_of_another_day_is_another(take: Import, school: Path) -> None:
    take([HEAD, SHVETS], "--yes")
    assert "Записан другой ответ" in take([HEAD, ["21.05.2026", *SHVETS[1:]]], "--yes").err
    assert "Такие же ответы" in take([HEAD, ["", *SHVETS[1:]]], "--yes").err
    assert len(responses(school)) == 1


# --- what cannot be served ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("raw", "words", "code", "said"),
    [
        (b"", (), 1, "файл пуст"),
        (b"\xef\xbb\xbf\r\n;;\r\n", (), 1, "файл пуст"),
        ("Имя;Возраст\nА;1\n".encode(), (), 1, "нет столбцов с вопросами анкеты"),
        ("Имя;Возраст\nА;1\n".encode(), (), 1, "comfort («Насколько"),
        (as_csv([HEAD, SHVETS]), ("--column", "Отметка=skip"), 2, "столбца «Отметка» в файле нет"),
        (as_csv([HEAD, SHVETS]), ("--column", "ФИО"), 2, "пишут так: ЗАГОЛОВОК=ВОПРОС"),
        (as_csv([HEAD, SHVETS]), ("--column", "Отметка времени=comfrt"), 1, "«comfort»"),
        (as_csv([HEAD, SHVETS]), ("--column", "Отметка времени=useful/Чай"), 1, "варианта «Чай»"),
        (as_csv([HEAD, SHVETS]), ("--person", "9=dyuma"), 2, "строки 9 с ответами в файле нет"),
        (as_csv([HEAD, SHVETS]), ("--person", "2=никто"), 1, "никто"),
        (as_csv([HEAD, SHVETS]), ("--person", "2=dyuma", "--person", "2=novik"), 2, "два разных"),
        (as_csv([HEAD, SHVETS]), ("--again", "все"), 2, "только анонимной анкете"),
        (as_csv([HEAD, SHVETS]), ("--again", "что"), 2, "Допустимо: все, новые"),
    ],
)
def test_what_cannot_be_served(
    take: Import, school: Path, raw: bytes, words: tuple[str, ...], code: int, said: str
) -> None:
    outcome = take(raw, "--yes", *words)
    assert outcome.code == code
    assert said in " ".join(outcome.err.split())
    assert responses(school) == []


def test_a_mistyped_questionnaire(take: Import) -> None:
    assert "«after»" in take([HEAD, SHVETS], survey="aftr").err


def test_a_heading_alone_brings_nothing(take: Import) -> None:
    outcome = take([HEAD])
    assert outcome.code == 0
    assert "0 заполненных анкет" in " ".join(outcome.out.split())
    assert "Нового нет" in outcome.out


def test_the_json_says_all(take: Import) -> None:
    outcome = take([HEAD[:-1], SHVETS[:-1]], "--json")
    told = json.loads(outcome.out)
    assert told["command"] == "survey"
    data = told["data"]
    assert data["responses"][0]["person"] == "shvets"
    assert data["missing"] == ["whom"]
    assert {"heading": HEAD[1], "target": "name", "is_similar": False} in data["columns"]
    assert (data["dry_run"], data["files"]) == (True, ["data/responses.yaml"])
    assert "Столбцов с этими вопросами в файле нет: whom" in outcome.err
