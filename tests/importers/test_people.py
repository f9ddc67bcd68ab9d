"""Lists of people: how far down the heading may be, what columns are called, what cells say."""

from pathlib import Path

import pytest

from roadmap_cli.domain.model.school_year import SchoolYear
from roadmap_cli.importers.meetings import read_journal
from roadmap_cli.importers.people.headings import heading_row, role_in, target_of, targets_of
from roadmap_cli.importers.people.table import read_people
from roadmap_cli.importers.people.values import (
    contacts,
    day,
    gender,
    is_no_name,
    name_parts,
    separate,
    weekdays,
    years,
)
from roadmap_cli.importers.plan.columns import find_heading
from roadmap_cli.importers.plan.document import read_plan
from roadmap_cli.importers.plan.items import goes_on, points_of
from roadmap_cli.importers.reading.grid import Grid, Line, rows_of
from roadmap_cli.importers.reading.source import Source
from tests.conftest import Run

HEAD = ["ФИО", "Должность"]


@pytest.mark.parametrize(
    ("above", "found"), [(0, True), (1, True), (8, True), (9, True), (10, False), (11, False)]
)
def test_the_heading_stands_in_the_first_ten_rows(above: int, found: bool) -> None:
    table = [["Список", ""]] * above + [HEAD, ["Иванова Анна", "методист"]]
    assert heading_row(table, {}) == (above if found else None)
    read = read_people("x", table, {}, None)
    assert (read is not None) is found
    if read is not None:
        assert [row.number for row in read.rows] == [above + 2]


@pytest.mark.parametrize(("above", "code"), [(9, 0), (10, 1)])
def test_so_it_is_for_a_whole_file(run: Run, school: Path, above: int, code: int) -> None:
    lines = ["Список;"] * above + ["ФИО;Должность", "Новый Человек;методист"]
    (school / "x.csv").write_text("\n".join(lines), encoding="utf-8")
    outcome = run("import", "x.csv", "--yes", today="2025-12-01")
    assert outcome.code == code, outcome.err


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (["ФИО"], True),  # a list of names and nothing else
        (["ФИО", ""], False),
        (["ФИО", "Телефон"], True),
        (["", "ФИО", "Телефон"], True),
        (["Телефон", "Почта"], False),
        (["Фамилия", "Имя"], True),
        (["Наставник", "Телефон"], True),
        (["Наставник", "Фамилия"], True),
        (["Список"], False),
        ([], False),
    ],
)
def test_a_heading_names_a_person_and_something_more(row: list[str], found: bool) -> None:
    assert (heading_row([row], {}) is not None) is found


@pytest.mark.parametrize(("above", "found"), [(0, True), (9, True), (10, False)])
def test_the_heading_of_a_plan_stands_in_the_first_ten_rows(above: int, found: bool) -> None:
    plan = [["План", "", ""]] * above + [["№", "Мероприятия", "Сроки"], ["1", "Опрос", "май"]]
    place = find_heading(Grid("", rows_of(plan)), later=False)
    assert (place is not None) is found
    assert place is None or place.first == place.last == above
    assert find_heading(Grid("", rows_of(plan)), later=True) is not None


@pytest.mark.parametrize(("above", "found"), [(0, True), (4, True), (5, False)])
def test_the_heading_of_a_journal_stands_in_the_first_five_rows(above: int, found: bool) -> None:
    journal = [["Журнал"]] * above + [["Пара", "Дата", "Тема"], ["а", "01.10.2025", "б"]]
    rows = read_journal(journal)
    assert (rows is not None) is found
    if rows is not None:
        assert [row.number for row in rows] == [above + 2]


@pytest.mark.parametrize(
    ("head", "found"),
    [
        (["Мероприятия", "Сроки"], False),
        (["№", "Мероприятия", "Сроки"], True),
        (["№", "Мероприятия", "Ответственные"], True),
        (["№", "Ответственные", "Сроки"], False),
        (["№", "Мероприятия", "Содержание"], False),
        (["Мероприятия", "Сроки", "Ответственные"], True),
        (["Мероприятия", "Сроки", "ФИО ответственного"], False),
        (["Содержание", "Сроки", "Результат"], True),
    ],
)
def test_what_makes_a_table_a_plan(head: list[str], found: bool) -> None:
    assert (find_heading(Grid("", rows_of([head])), later=False) is not None) is found


@pytest.mark.parametrize(
    ("heading", "target"),
    [
        ("№ п/п", "skip"), ("Ф.И.О.", "full_name"), ("Ваши ФИО", "full_name"),
        ("Фамилия", "people.surname"), ("Имя", "people.name"), ("Имя ребёнка", None),
        ("Отчество", "people.patronymic"), ("Дата рождения", "people.born"),
        ("Год рождения", "people.birth_year"), ("E-mail", "people.email"),
        ("Контактный телефон", "people.phone"), ("Контакты", "contacts"),
        ("ФИО мамы", "note"), ("Наставник", "weak_name"), ("Стаж", "experience"),
        ("Отметка времени", "skip"), ("Хобби", "interests"), ("", None), ("Цвет", None),
    ],
)  # fmt: skip
def test_what_columns_are_called(heading: str, target: str | None) -> None:
    assert target_of(heading) == target


@pytest.mark.parametrize(
    ("headings", "targets"),
    [
        (["Наставник", "Телефон"], ["full_name", "people.phone"]),
        (["Наставник", "Наставляемый"], ["full_name", None]),
        (["Наставник", "Фамилия"], [None, "people.surname"]),
        (["ФИО", "Наставник"], ["full_name", None]),
    ],
)
def test_a_name_of_somebody_else_is_not_the_name(
    headings: list[str], targets: list[str | None]
) -> None:
    assert targets_of(headings, {}) == targets


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Наставники", "mentors"), ("Список наставников", "mentors"), ("mentors", "mentors"),
        ("Наставляемые", "mentees"), ("Подопечные", "mentees"),
        ("Наставники и наставляемые", "mentees"), ("Люди", None), ("", None),
    ],
)  # fmt: skip
def test_whom_a_title_speaks_of(text: str, role: str | None) -> None:
    assert role_in(text) == role


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Иванова", ["Иванова"]),
        ("Иванова Анна", ["Иванова", "Анна"]),
        ("Иванова Анна Петровна", ["Иванова", "Анна", "Петровна"]),
        ("Алиева Лейла Рашид кызы", ["Алиева", "Лейла", "Рашид кызы"]),
        ("Иванова А.П.", ["Иванова", "А.", "П."]),
        ("Иванова А. П.", ["Иванова", "А.", "П."]),
        ("ИВАНОВА АННА", ["Иванова", "Анна"]),
        ("иванова анна", ["Иванова", "Анна"]),
        ("Иванова, Анна", ["Иванова", "Анна"]),
        ("Иванова Анна (декрет)", ["Иванова", "Анна"]),
        ("", []),
    ],
)
def test_a_name_by_its_parts(text: str, parts: list[str]) -> None:
    assert list(name_parts(text).values()) == parts


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("5 июня 1980", "5.06.1980"), ("05 июня 1980 г.", "05.06.1980"),
        ("5 Июня 1980", "5.06.1980"),
        ("05.06.1980", "05.06.1980"), ("5/6/1980", "5.6.1980"), ("5-6-1980", "5.6.1980"),
        ("05.06.40", "05.06.2040"), ("05.06.41", "05.06.1941"), ("05.06.00", "05.06.2000"),
        ("05.06.99", "05.06.1999"), ("1980-6-05", "1980-06-05"),
        ("1980-06-05 10:00", "1980-06-05"),
        ("1980-06-05T10:00", "1980-06-05"), ("05.06.1980 10:00", "05.06.1980"),
        ("июнь 1980", "июнь 1980"), ("5 июн 1980", "5 июн 1980"), ("", ""),
        ("не помню", "не помню"),
    ],
)  # fmt: skip
def test_a_day_as_people_write_it(text: str, read: str) -> None:
    assert day(text) == read


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("89000000001", {"phone": "89000000001"}),
        ("+7 900 000-00-01, a@b.example", {"phone": "+7 900 000-00-01", "email": "a@b.example"}),
        ("a@b.example", {"email": "a@b.example"}),
        ("12345", {"phone": "12345"}),
        ("1234", {"note": "Контакты: 1234"}),
        ("1-23-45", {"phone": "1-23-45"}),
        ("телеграм", {"note": "Контакты: телеграм"}),
        ("", {}),
    ],
)
def test_telephone_and_mail_out_of_one_cell(text: str, found: dict[str, str]) -> None:
    assert contacts(text) == found


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("12 лет", "12"), ("1 год", "1"), ("2 года", "2"), ("5", "5"), ("5 г.", "5"), ("5л", "5"),
        ("99 лет", "99"), ("100 лет", "100 лет"), ("12,5", "12,5"), ("более 5 лет", "более 5 лет"),
        ("", ""),
    ],
)  # fmt: skip
def test_years_of_service(text: str, read: str) -> None:
    assert years(text) == read


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("Итого: 6 человек", True), (" ВСЕГО", True), ("вакансия", True), ("-", True), ("—", True),
        ("12", True), ("нет", True), ("Нетребко Анна", False), ("12 А", False), ("-а", False),
        ("Всеволодов Пётр", False), ("Иванова", False), ("", False),
    ],
)  # fmt: skip
def test_what_stands_where_names_do_and_is_none(text: str, nobody: bool) -> None:
    assert is_no_name(text) is nobody


@pytest.mark.parametrize(
    ("text", "read"),
    [("ж", "female"), ("Жен.", "female"), ("муж", "male"), ("М.", "male"), ("?", "?"), ("", "")],
)
def test_a_gender_in_a_letter(text: str, read: str) -> None:
    assert gender(text) == read


def test_several_values_in_a_cell() -> None:
    assert weekdays("Понедельник, среда и пт\n сб/вс;") == [
        "понедельник", "среда", "пт", "сб", "вс",
    ]  # fmt: skip
    assert separate("а, б; в\nг;;") == ["а, б", "в", "г"]
    assert separate("") == []


@pytest.mark.parametrize(
    ("lines", "points"),
    [
        (["1. Опрос", "2. Отчёт"], [(1, "Опрос"), (2, "Отчёт")]),
        (["1. Опрос 2. Отчёт"], [(1, "Опрос"), (2, "Отчёт")]),
        (["1. Опрос 3. Отчёт"], [(1, "Опрос"), (3, "Отчёт")]),
        (["1. Опрос 4. Отчёт"], [(1, "Опрос 4. Отчёт")]),
        (["1. Опрос 1. Отчёт"], [(1, "Опрос 1. Отчёт")]),
        (["Опрос", "Отчёт"], [(None, "Опрос"), (None, "Отчёт")]),
        (["Проведение опроса для", "всех классов"], [(None, "Проведение опроса для всех классов")]),
        (["Опрос.", "всех классов"], [(None, "Опрос."), (None, "всех классов")]),
        (["- Опрос", "• Отчёт"], [(None, "Опрос"), (None, "Отчёт")]),
        (["1.1 опрос", "1.2 отчёт"], [(1, "опрос"), (2, "отчёт")]),
        (["25 декабря 2019 г. отчёт"], [(None, "25 декабря 2019 г. отчёт")]),
        ([], []),
    ],
)
def test_points_inside_a_cell(lines: list[str], points: list[tuple[int | None, str]]) -> None:
    assert [tuple(point) for point in points_of([Line(line) for line in lines])] == points


def test_a_point_that_word_numbers_never_goes_on() -> None:
    assert len(points_of([Line("опрос", True), Line("отчёт", True)])) == 2
    assert len(points_of([Line("опрос"), Line("отчёт")])) == 1


@pytest.mark.parametrize(
    ("text", "before", "on"),
    [
        ("всех", "для", True), ("Всех", "для", False), ("всех", "Опрос.", False),
        ("всех", "Опрос;", False), ("всех", "Опрос:", False), ("всех", "«Опрос»", False),
        ("всех", "Опрос,", True), ("", "для", False),
    ],
)  # fmt: skip
def test_when_a_sentence_goes_on(text: str, before: str, on: bool) -> None:
    assert goes_on(text, before) is on


@pytest.mark.parametrize(
    "rows",
    [
        # A row number that looks like a day is no deadline; a row may be shorter than the heading.
        [["№", "№", "Сроки", "Содержание"], ["", "1.1"]],
        [["№", "Мероприятия", "Содержание", "Сроки"], ["1"]],
        [["№", "Мероприятия", "Содержание", "Сроки"], ["1", "2. Опрос"]],
        [["Содержание", "Сроки", "Ответственный"], ["май"]],
    ],
)
def test_a_short_row_of_a_plan_is_read(rows: list[list[str]]) -> None:
    source = Source("план", [Grid("", rows_of(rows), where="таблица")])
    plan = read_plan(source, SchoolYear(2025))
    texts = [task["text"] for stage in (plan.told if plan else []) for one in stage["activities"]
             for task in one["tasks"]]  # fmt: skip
    assert ("Опрос" in texts) is ("2. Опрос" in rows[1])
