"""What a school has already, in Word, Excel and Forms, comes in by one command and only once."""

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from openpyxl import Workbook

from tests import school_files
from tests.conftest import Run
from tests.outcome import roadmap_file
from tests.school_files import HOSTILE
from tests.terminal import at_terminal

TODAY = "2025-12-01"


@pytest.fixture
def fresh(run: Run, workspace: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace as `init` makes it, in which the commands then run."""
    run("init", "новая", "--organization", "МБОУ «Школа № 1»", "--year", "2025/2026", "--no-git")
    monkeypatch.chdir(workspace / "новая")
    return workspace / "новая"


def _data(root: Path, name: str) -> Any:
    """A data file as another reader sees it, every value a text."""
    text = (root / "data" / f"{name}.yaml").read_text("utf-8")
    return yaml.load(text, Loader=yaml.BaseLoader)[name]


def _tasks(root: Path) -> list[tuple[str, str, str, str]]:
    plan = yaml.load(roadmap_file(root).read_text("utf-8"), Loader=yaml.BaseLoader)
    return [
        (task["id"], task["text"], task.get("deadline", ""), activity.get("deadline", ""))
        for stage in plan["stages"]
        for activity in stage["activities"]
        for task in activity["tasks"]
    ]


def _snapshot(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (root / "data").glob("*.yaml")}


# --- a whole school ---------------------------------------------------------------------------


def test_a_whole_school_in_three_commands(run: Run, fresh: Path) -> None:
    school_files.word_roadmap(fresh / "карта.docx")
    school_files.excel_list(fresh / "Список педагогов.xlsx")
    school_files.forms_answers(fresh / "Анкета наставляемых.csv")
    for name in ("карта.docx", "Список педагогов.xlsx", "Анкета наставляемых.csv"):
        outcome = run(
            "import", name, "--yes", "--column", "Табельный номер=people.note", today=TODAY
        )
        assert outcome.code == 0, outcome.err
    assert len(_tasks(fresh)) == 7
    assert len(_data(fresh, "people")) == 90
    assert len(_data(fresh, "mentors")) == 60
    assert len(_data(fresh, "mentees")) == 40
    assert all(" " not in person["surname"] for person in _data(fresh, "people"))
    first = _data(fresh, "people")[0]
    assert first["born"] == "1971-02-05"
    assert first["phone"] == "79000000001"
    assert _data(fresh, "mentors")[0]["competences"] == ["ведение кружка", "работа с родителями"]
    assert _data(fresh, "mentees")[0]["answers"] == [
        {"question": "Как часто Вам удобно встречаться?", "answer": "раз в неделю"}
    ]
    assert run("check", "--only", "reference-unknown", today=TODAY).code == 0
    assert run("check", "--only", "code-repeated", today=TODAY).code == 0


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("карта.docx", school_files.word_roadmap),
        ("Список.xlsx", school_files.excel_list),
        ("Анкета наставляемых.csv", school_files.forms_answers),
    ],
)
def test_a_second_import_changes_nothing(
    run: Run, fresh: Path, name: str, make: Callable[[Path], None]
) -> None:
    make(fresh / name)
    run("import", name, "--yes", today=TODAY)
    before = _snapshot(fresh)
    outcome = run("import", name, "--yes", today=TODAY)
    assert outcome.code == 0
    assert "Нового нет" in outcome.out
    assert _snapshot(fresh) == before


def test_nothing_is_written_before_it_is_wanted(run: Run, fresh: Path) -> None:
    school_files.excel_list(fresh / "Список.xlsx")
    before = _snapshot(fresh)
    outcome = run("import", "Список.xlsx", today=TODAY)
    assert outcome.code == 0
    assert "новый человек: Аникина Анна Игоревна" in outcome.out
    assert "Ничего не записано" in outcome.err
    assert "Столбец «Табельный номер» не распознан" in outcome.err
    answer = run("import", "Список.xlsx", "--json", today=TODAY).data
    assert [one["heading"] for one in answer["unplaced"]] == ["Табельный номер"]
    assert len(answer["edits"]) == 120
    assert _snapshot(fresh) == before


# --- the plan ---------------------------------------------------------------------------------


def test_merged_cells_own_numbering_and_a_row_cut_by_a_page(run: Run, fresh: Path) -> None:
    school_files.word_roadmap(fresh / "карта.docx")
    assert run("import", "карта.docx", "--yes", today=TODAY).code == 0
    assert _tasks(fresh) == [
        ("1.1.1", "Изучение методологии.", "", "Сентябрь 2025"),
        ("1.1.2", "Подготовка папок.", "", "Сентябрь 2025"),
        ("1.2.1", "Издание приказа.", "", "Октябрь 2025"),
        ("1.2.2", "Назначение кураторов.", "", "Октябрь 2025"),
        ("1.3.1", "Проведение собрания для всех классов.", "", "Ноябрь 2025"),
        ("2.1.1", "Опрос", "", "Декабрь"),
        ("2.1.2", "Сбор согласий", "", "Декабрь"),
    ]
    plan = yaml.load(roadmap_file(fresh).read_text("utf-8"), Loader=yaml.BaseLoader)
    assert plan["stages"][0]["activities"][2]["title"] == "Информирование родителей и педагогов"
    assert plan["title"].startswith("Дорожная карта наставничества МБОУ")


def test_the_other_two_families_of_columns(run: Run, fresh: Path) -> None:
    school_files.plan_by_sections(fresh / "план.docx")
    assert run("import", "план.docx", "--yes", today=TODAY).code == 0
    assert [each[0] for each in _tasks(fresh)] == ["1.1.1", "1.2.1", "2.1.1"]
    text = roadmap_file(fresh).read_text("utf-8")
    assert "responsible: Заместитель директора" in text
    assert "result: Положение" in text
    school_files.plan_with_results(fresh / "план2.docx")
    assert run("import", "план2.docx", "--yes", "--replace", today=TODAY).code == 0
    assert [each[1] for each in _tasks(fresh)] == [
        "Подготовка приказа", "Разработка программ", "Сбор сведений",
    ]  # fmt: skip


def test_the_real_roadmap_comes_in_word_for_word(
    run: Run, workspace: Path, shared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The seed's own text file gives the plan that was typed in by hand: 7, 16 and 45 items."""
    run("init", "новая", "--organization", "ЦТ", "--year", "2023/2024", "--no-git")
    fresh = workspace / "новая"
    monkeypatch.chdir(fresh)
    (source,) = (shared / "source").glob("*.txt")
    outcome = run("import", str(source), "--yes")
    assert outcome.code == 0, outcome.err
    assert "обрывок «обучение.»" in outcome.err
    assert "сдвинута" in outcome.err
    assert len(_tasks(fresh)) == 45
    # What a task and its activity both say is kept once.
    assert [(number, text, own or above) for number, text, own, above in _tasks(fresh)] == [
        (number, text, own or above) for number, text, own, above in _tasks(workspace)
    ]


def test_what_a_person_has_recorded_outlives_a_newer_plan(run: Run, fresh: Path) -> None:
    school_files.word_roadmap(fresh / "карта.docx")
    run("import", "карта.docx", "--yes", today=TODAY)
    run("done", "1.1.1", "--on", "2025-10-01", today=TODAY)
    run("postpone", "1.2", "до 20.12.2025", today=TODAY)
    path = roadmap_file(fresh)
    path.write_text(path.read_text("utf-8").replace("- id: 1.1.2", "- id: 1.1.2  # моё"), "utf-8")
    school_files.word_roadmap(fresh / "карта.docx")
    assert "Нового нет" in run("import", "карта.docx", today=TODAY).out
    from docx import Document

    document = Document(str(fresh / "карта.docx"))
    document.tables[1].cell(2, 4).paragraphs[0].text = "Январь 2026"
    table: Any = document.tables[1]
    table.add_row().cells[3].paragraphs[0].text = "3. Новый пункт"
    document.save(str(fresh / "карта.docx"))
    outcome = run("import", "карта.docx", "--yes", today=TODAY)
    assert "2.1  изменено: срок" in outcome.out
    assert "2.1.3  добавлено: Новый пункт" in outcome.out
    text = path.read_text("utf-8")
    assert "done_on: 2025-10-01" in text
    assert "# моё" in text
    assert "deadline: до 20.12.2025" in text


# --- people -----------------------------------------------------------------------------------


def test_days_and_years_as_people_write_them(run: Run, fresh: Path) -> None:
    (fresh / "Анкета наставляемых.csv").write_text(
        "ФИО,Стаж,В какие дни удобно встречаться?,Направление работы\n"
        'Иванова Анна Петровна,2 года,"Понедельник, СР и пт",Вокал;Хор\n'
        "Петрова Анна Ивановна,около пяти,пн-пт,\n",
        encoding="utf-8",
    )
    assert run("import", "Анкета наставляемых.csv", "--yes", today=TODAY).code == 0
    first, second = _data(fresh, "mentees")
    assert first["experience"] == "2"
    assert first["days"] == ["mon", "wed", "fri"]
    assert first["directions"] == ["Вокал", "Хор"]
    assert second["note"] == "Стаж: около пяти\nКогда удобно встречаться: пн-пт"


@pytest.mark.parametrize(
    ("encoding", "delimiter"),
    [("utf-8", ","), ("utf-8-sig", ";"), ("cp1251", ";"), ("utf-16", "\t"), ("cp1251", ",")],
)
def test_any_csv_that_a_school_has(run: Run, fresh: Path, encoding: str, delimiter: str) -> None:
    school_files.forms_answers(fresh / "Анкета наставляемых.csv", encoding, delimiter)
    assert run("import", "Анкета наставляемых.csv", "--yes", today=TODAY).code == 0
    mentees = _data(fresh, "mentees")
    assert len(mentees) == 40
    assert mentees[3]["requests"] == ["подготовка к аттестации", "открытое занятие № 3"]


def _csv(root: Path, name: str, *lines: str) -> str:
    (root / name).write_text("\n".join(lines), encoding="utf-8")
    return name


def test_headings_in_any_order_with_synonyms(run: Run, fresh: Path) -> None:
    name = _csv(
        fresh, "база наставников.csv",
        "Моб. тел.;ФИО наставника;Место работы;Ресурс времени на программу;Форма наставничества",
        "8 (900) 123-45-67;ИВАНОВА АННА ПЕТРОВНА;методист;2 часа в неделю;Педагог-педагог",
        "нет;Ким О.;учитель;;ученик - учитель",
    )  # fmt: skip
    outcome = run("import", name, "--yes", today=TODAY)
    assert outcome.code == 0, outcome.err
    one, two = _data(fresh, "people")
    assert (one["surname"], one["name"], one["patronymic"]) == ("Иванова", "Анна", "Петровна")
    assert two["name"] == "О."
    mentor = _data(fresh, "mentors")[0]
    assert (mentor["form"], mentor["time"]) == ("teacher_teacher", "2 часа в неделю")
    # A form that is not known is the school's own, and told.
    assert _data(fresh, "mentors")[1]["form"] == "ученик – учитель"
    assert "строка 3: форма «ученик – учитель» не из известных" in outcome.err


def test_namesakes_are_asked_about_never_merged(run: Run, fresh: Path) -> None:
    run("person", "add", "--id", "first", "--surname", "Швец", "--name", "Илья", "--patronymic",
        "Ильич", "--phone", "89000000001", today=TODAY)  # fmt: skip
    name = _csv(
        fresh, "наставники.csv", "ФИО;Телефон", "Швец Илья Ильич;8 900 000-00-02",
        "Ким О.К.;1234567", "Ким О.К.;7654321",
    )  # fmt: skip
    outcome = run("import", name, "--yes", today=TODAY)
    assert outcome.code == 0
    asked = "Строка 2, Швец Илья Ильич; 8 900 000-00-02: такое имя уже есть — first (Швец"
    assert asked in outcome.err
    assert "--person 2=новый" in outcome.err
    assert [each["surname"] for each in _data(fresh, "people")] == ["Швец", "Ким"]
    run("import", name, "--yes", "--person", "2=новый", "--person", "4=новый", today=TODAY)
    people = _data(fresh, "people")
    assert [each["phone"] for each in people if each["surname"] == "Швец"] == [
        "89000000001", "8 900 000-00-02",
    ]  # fmt: skip
    assert len(people) == 4
    before = _snapshot(fresh)
    run("import", name, "--yes", today=TODAY)
    assert _snapshot(fresh) == before


def test_the_same_person_is_filled_up(run: Run, fresh: Path) -> None:
    run(
        "person", "add", "--id", "a", "--surname", "Швец", "--name", "Илья", "--patronymic", "Ильич"
    )
    name = _csv(fresh, "люди.csv", "ФИО;Должность;Телефон", "Швец Илья Ильич;методист;+79000000001")
    outcome = run("import", name, today=TODAY)
    assert "дополнено (человек): Швец Илья Ильич: должность «методист»" in outcome.out
    run("import", name, "--yes", today=TODAY)
    assert _data(fresh, "people") == [
        {"id": "a", "surname": "Швец", "name": "Илья", "patronymic": "Ильич",
         "position": "методист", "phone": "+79000000001"}
    ]  # fmt: skip


def test_what_a_column_means_is_remembered(run: Run, fresh: Path) -> None:
    name = _csv(fresh, "наставники.csv", "ФИО;Кабинет;Хобби", "Ким О.К.;12;шахматы")
    run("import", name, "--yes", "--column", "Кабинет=people.note", "--column", "Хобби=skip")
    assert _data(fresh, "columns") == [
        {"heading": "Кабинет", "target": "people.note"}, {"heading": "Хобби", "target": "skip"},
    ]  # fmt: skip
    name = _csv(fresh, "наставники.csv", "КАБИНЕТ ;ФИО;Хобби", "7;Ли А.Б.;лыжи")
    outcome = run("import", name, "--yes", today=TODAY)
    assert "не знаком" not in outcome.err
    assert _data(fresh, "people")[1]["note"] == "7"
    assert "«people.fone»" in run("import", name, "--column", "Хобби=people.fone").err


# --- what lists look like ---------------------------------------------------------------------


def test_a_list_of_mentees_is_no_roadmap(run: Run, fresh: Path) -> None:
    name = _csv(
        fresh, "наставляемые.csv",
        "№;ФИО наставляемого;Класс;Задачи наставничества;Дата вхождения в программу;Результат",
        "1;Лисин Пётр Ильич;7А;подтянуть алгебру;01.10.2025;",
    )  # fmt: skip
    outcome = run("import", name, today=TODAY)
    assert "список людей (1)" in outcome.out
    assert "новый наставляемый: Лисин Пётр Ильич" in outcome.out


def test_a_column_of_other_people_is_not_the_name(run: Run, fresh: Path) -> None:
    name = _csv(fresh, "ученики.csv", "Фамилия;Имя;Отчество;Класс;Наставник",
                "Лисин;Пётр;Ильич;7А;Галкин Я.И.")  # fmt: skip
    outcome = run("import", name, "--as", "наставляемые", "--yes", today=TODAY)
    (person,) = _data(fresh, "people")
    assert (person["surname"], person["group"]) == ("Лисин", "7А")
    assert "Столбец «Наставник» не распознан" in outcome.err
    alone = _csv(fresh, "б.csv", "Наставник;Телефон", "Галкин Яков Ильич;1234567")
    run("import", alone, "--yes", today=TODAY)
    assert _data(fresh, "people")[1]["surname"] == "Галкин"


def test_what_parents_are_called_is_not_the_childs(run: Run, fresh: Path) -> None:
    name = _csv(
        fresh, "наставляемые.csv",
        "ФИО родителя;Телефон матери;e-mail законного представителя;ФИО ученика;Год рождения",
        "Лисина Ольга Петровна;89000000001;l@x.example;Лисин Пётр Ильич;2012",
    )  # fmt: skip
    run("import", name, "--yes", today=TODAY)
    (person,) = _data(fresh, "people")
    assert person["surname"] == "Лисин"
    assert "phone" not in person
    assert "email" not in person
    assert person["birth_year"] == "2012"
    assert "Телефон матери: 89000000001" in person["note"]
    assert "ФИО родителя: Лисина Ольга Петровна" in person["note"]


def test_the_registry_of_mentees_says_nothing_of_the_mentors_work(run: Run, fresh: Path) -> None:
    name = _csv(
        fresh, "База наставляемых.csv",
        "№;ФИО наставляемого;Контактные данные;Основной запрос;ФИО наставника;"
        "Место работы/учёбы наставника;Форма наставничества",
        "1;Лисин Пётр Ильич;8 900 000-00-01, l@x.example;алгебра;Галкин Я.И.;Завод;"
        "учитель-учитель",
    )  # fmt: skip
    outcome = run("import", name, "--yes", today=TODAY)
    (person,) = _data(fresh, "people")
    assert "position" not in person
    assert person["email"] == "l@x.example"
    assert _data(fresh, "mentees")[0]["form"] == "teacher_teacher"
    assert "«Место работы/учёбы наставника»" in outcome.err


def test_rows_that_are_no_people(run: Run, fresh: Path) -> None:
    name = _csv(fresh, "педагоги.csv", "ФИО;Дата рожд.", "дюма александр;3 июля 1990", "вакансия;",
                "Носова (Петрова) Анна;05.06.91", "Итого: 2 человека;", "-;")  # fmt: skip
    run("import", name, "--yes", today=TODAY)
    people = _data(fresh, "people")
    assert [(each["surname"], each["name"], each["born"]) for each in people] == [
        ("Дюма", "Александр", "1990-07-03"), ("Носова", "Анна", "1991-06-05"),
    ]  # fmt: skip


def test_the_role_that_was_chosen_decides(run: Run, fresh: Path) -> None:
    name = _csv(
        fresh, "анкета.csv",
        "Отметка времени;ФИО;Кем Вы хотите быть?;Какие у Вас компетенции?;Какой у Вас запрос?",
        "1;Ли А.Б.;наставляемым;пока никаких;портфолио", "2;Ким О.К.;наставником;портфолио;",
    )  # fmt: skip
    run("import", name, "--yes", today=TODAY)
    assert [each["requests"] for each in _data(fresh, "mentees")] == [["портфолио"]]
    assert _data(fresh, "mentees")[0]["answers"][0]["answer"] == "пока никаких"
    assert [each["competences"] for each in _data(fresh, "mentors")] == [["портфолио"]]


def test_another_plan_does_not_creep_into_one_that_is_worked_with(run: Run, fresh: Path) -> None:
    run("done", "1.2.1", "--on", "2025-10-01", today=TODAY)
    school_files.plan_by_sections(fresh / "план.docx")
    before = roadmap_file(fresh).read_bytes()
    outcome = run("import", "план.docx", "--yes", today=TODAY)
    assert outcome.code == 1
    assert "уже отмечены выполненные пункты" in outcome.err
    assert roadmap_file(fresh).read_bytes() == before
    outcome = run("import", "план.docx", "--yes", "--replace", today=TODAY)
    assert "отметки о выполнении пропадут: 1.2.1" in outcome.err


def test_a_mark_goes_over_to_the_same_task_of_the_new_plan(run: Run, fresh: Path) -> None:
    school_files.word_roadmap(fresh / "карта.docx")
    run("import", "карта.docx", "--yes", today=TODAY)
    run("done", "1.1.2", "--on", "2025-10-01", "--evidence", "папка", today=TODAY)
    school_files.word_roadmap(
        fresh / "карта.docx", first="1. Новое. 2. Изучение. 3. Подготовка папок."
    )
    run("import", "карта.docx", "--yes", "--replace", today=TODAY)
    shown = run("show", "1.1.3", "--json", today=TODAY).data["items"][0]
    assert (shown["status"], shown["done_on"]) == ("done", "2025-10-01")
    assert [each["paper"] for each in shown["evidence"]] == ["папка"]


def test_one_person_on_two_sheets_is_one(run: Run, fresh: Path) -> None:
    book = Workbook()
    sheet: Any = book.active
    sheet.title = "Педагоги"
    sheet.append(["ФИО", "Должность"])
    sheet.append(["Ким Ольга Карловна", "методист"])
    mentors: Any = book.create_sheet("Наставники")
    mentors.append(["ФИО", "Компетенции"])
    mentors.append(["Ким Ольга Карловна", "портфолио"])
    mentors.append(["Ким Ольга Карловна", "конкурсы"])
    book.save(fresh / "x.xlsx")
    outcome = run("import", "x.xlsx", "--yes", today=TODAY)
    assert len(_data(fresh, "people")) == 1
    assert "Строка Наставники:3" in outcome.err
    assert "--person Наставники:3=новый" in outcome.err
    wrong = run("import", "x.xlsx", "--yes", "--person", "Наставники:3=нет", today=TODAY)
    assert wrong.code == 2
    assert "недопустимое значение «нет»" in wrong.err


# --- bad input --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("нет.xlsx", None, "нет"),
        ("старый.xls", b"\xd0\xcf\x11\xe0", "сохраните как .xlsx"),
        ("старый.doc", b"x", "сохраните как .docx"),
        ("скан.pdf", b"%PDF", "исходный файл"),
        ("x.xlsx", b"not a zip", "не файл Excel"),
        ("x.xlsx", b"\xd0\xcf\x11\xe0 password", "с паролем"),
        ("x.docx", b"PK\x03\x04 broken", "не файл Word"),
        ("x.csv", b"", "не нашлось"),
        ("x.csv", "погода;дождь\n1;2\n".encode(), "не нашлось"),
    ],
)
def test_a_file_that_cannot_be_imported(
    run: Run, fresh: Path, name: str, content: bytes | None, said: str
) -> None:
    if content is not None:
        (fresh / name).write_bytes(content)
    before = _snapshot(fresh)
    outcome = run("import", name, "--yes", today=TODAY)
    assert outcome.code == 1
    assert said in " ".join((outcome.err, *outcome.err.split("\n")))
    assert _snapshot(fresh) == before


def test_a_zip_bomb_is_refused(run: Run, fresh: Path) -> None:
    book = Workbook()
    book.save(fresh / "x.xlsx")
    with zipfile.ZipFile(fresh / "x.xlsx", "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/bomb.bin", b"\0" * 310_000_000)
    assert "слишком велик" in run("import", "x.xlsx", today=TODAY).err


def test_a_thousand_hostile_cells(run: Run, fresh: Path) -> None:
    """Every cell comes in, and what is not invisible stays as it was."""
    import csv

    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=";")
    writer.writerow(["ФИО", "Должность", "Адрес", "Паспорт", "Примечание"])
    for number in range(250):
        cells = [HOSTILE[(number + shift) % len(HOSTILE)] for shift in range(4)]
        writer.writerow([f"Фамилия{number} Имя Отчество", *(cell[:200] for cell in cells)])
    writer.writerow(["Последний Имя Отчество", HOSTILE[-1], "", "", ""])
    (fresh / "люди.csv").write_bytes(stream.getvalue().encode("utf-8-sig"))
    outcome = run("import", "люди.csv", "--yes", today=TODAY)
    assert outcome.code == 0, outcome.err
    records = json.loads(run("person", "list", "--json").out)["data"]["records"]
    assert len(records) == 251
    assert records[-1]["position"] == HOSTILE[-1]
    kept = "\n".join(record["address"] or "" for record in records)
    for cell in ("=1+1", "{{ x }}", "# нет", "- да", "a: b", "_x0041_", "😀", "null", "1.10"):
        assert cell in kept
    assert run("check", today=TODAY).code == 1
    before = _snapshot(fresh)
    assert run("import", "люди.csv", "--yes", today=TODAY).code == 0
    assert _snapshot(fresh) == before


# --- at a terminal ----------------------------------------------------------------------------


def test_columns_and_namesakes_are_asked_about(run: Run, fresh: Path) -> None:
    run(
        "person", "add", "--id", "first", "--surname", "Швец", "--name", "Илья", "--phone", "111111"
    )
    name = _csv(fresh, "наставники.csv", "ФИО;Телефон;Кабинет", "Швец Илья;222222;7")
    answers = ["people.note", "новый", "да"]
    code, shown = at_terminal(["import", name], answers, fresh)
    assert code == 0, shown
    assert "Столбец «Кабинет» не распознан. В нём: 7" in shown
    assert "Такое имя уже есть" in shown
    assert "Записано." in shown
    assert [each.get("note") for each in _data(fresh, "people")] == [None, "7"]
    assert _data(fresh, "columns") == [{"heading": "Кабинет", "target": "people.note"}]


def test_no_means_no(fresh: Path) -> None:
    name = _csv(fresh, "наставники.csv", "ФИО", "Ким О.К.")
    before = _snapshot(fresh)
    code, shown = at_terminal(["import", name], ["нет"], fresh)
    assert code == 0
    assert "Ничего не записано" in shown
    assert _snapshot(fresh) == before
