"""Lists of people that meet what is already known, or say one thing twice."""

from datetime import date

from openpyxl.worksheet.worksheet import Worksheet

from tests.importers.shapes.shape import Case, outline
from tests.importers.shapes.sheet_kit import Value, book, delimited, drawn, with_results


def _birth_years_and_formulas() -> bytes:
    sheet: list[list[Value]] = [
        ["Фамилия", "Имя", "Отчество", "ФИО", "Дата рождения", "Телефон", "Должность"],
        ["Агеев", "Лука", "Ильич", '=A2&" "&B2&" "&C2', 1999, 79000006101, "учитель ОБЗР"],
        ["Беспалова", "Уля", "Юрьевна", None, date(1978, 3, 5), 89000006102, "библиотекарь"],
        ["Вдовин", "Марк", "Львович", None, "1985 г.р.", "8(900)000-61-03", "учитель музыки"],
        ["Гилёва", "Яна", "Игоревна", None, 33298, None, '="учитель "&"химии"'],
        ["Дюжев", "Олег", "Ефимович", None, "07.11.90", None, "тьютор"],
    ]
    plain = book(("Кадры", sheet))
    return with_results(plain, {"D2": "Агеев Лука Ильич", "G5": "учитель химии"})


BIRTH_YEARS_AND_FORMULAS = Case(
    "years_of_birth_excel_dates_and_formulas",
    "Кадры.xlsx",
    _birth_years_and_formulas,
    outline("""
        человек: Агеев Лука Ильич | birth_year: 1999 | phone: 79000006101
            | position: учитель ОБЗР
        человек: Беспалова Уля Юрьевна | born: 05.03.1978 | phone: 89000006102
            | position: библиотекарь
        человек: Вдовин Марк Львович | birth_year: 1985 | phone: 8(900)000-61-03
            | position: учитель музыки
        человек: Гилёва Яна Игоревна | position: учитель химии
        человек: Дюжев Олег Ефимович | born: 07.11.1990 | position: тьютор
        спрошено: 33298
        спрошено: 07.11.90
    """),
    # 33298 is 01.03.1991 to Excel, but the cell is typed as a number: asked (or told), the day may
    # be offered. «07.11.90» is 1990 beyond doubt for a teacher; asking is right, 2090 is not.
)


def _formula_without_result() -> bytes:
    sheet: list[list[Value]] = [
        ["ФИО наставника", "Класс", "Запись"],
        ["Ежова Рита Павловна", "10А", '=A2&", "&B2'],
        ['="Жилин "&"Савва Юрьевич"', "10Б", None],
    ]
    return book(("Наставники", sheet))


FORMULA_WITHOUT_RESULT = Case(
    "formulas_without_kept_results",
    "Наставники (из программы).xlsx",
    _formula_without_result,
    outline("""
        человек: Ежова Рита Павловна | role: mentor | class: 10А
        не взято: 10Б
        не взято: Запись
        спрошено: A3
        спрошено: C2
    """),
    # Excel keeps a result beside each formula, other programs do not: the cell looks empty. The
    # places A3 and C2 are told with what to do (open in Excel and save).
)


def _two_columns_one_key() -> bytes:
    sheet = drawn("""
        ФИО | Должность | Класс / должность | Телефон | Телефон (моб.) | Эл. почта
        Заболотная Эльвира Антоновна | учитель физкультуры | учитель | 2-11-45
            | 8-900-000-71-01 | zabolotnaya@school.example
        Иволгин Серафим Олегович | _ | 9А | _ | 8-900-000-71-02 | _
        Кошелева Зарина Тимуровна | психолог | психолог | 2-11-46 | _ | _
    """)
    return book(("Участники", sheet))


TWO_COLUMNS_ONE_KEY = Case(
    "two_columns_for_one_key",
    "Участники (должность и класс).xlsx",
    _two_columns_one_key,
    outline("""
        человек: Заболотная Эльвира Антоновна | position: учитель физкультуры
            | phone: 2-11-45; 8-900-000-71-01 | email: zabolotnaya@school.example
        человек: Иволгин Серафим Олегович | class: 9А | phone: 8-900-000-71-02
        человек: Кошелева Зарина Тимуровна | position: психолог | phone: 2-11-46
        спрошено: Класс / должность
        спрошено: Телефон (моб.)
        спрошено: учитель
    """),
    # Which of two telephone numbers is the number is asked; both kept, or one taken and the other
    # told, are as good. «учитель» against «учитель физкультуры» must not win in silence.
)

_KNOWN = """\
people:
  - id: orl-201
    surname: Орлова-Белая
    name: Ирина
    patronymic: Викторовна
    position: учитель начальных классов
    phone: 8-900-000-81-00
  - id: kim-202
    surname: Ким
    name: Сергей
    patronymic: Борисович
    position: учитель физкультуры
    born: 1986-04-12
  - id: gus-203
    surname: Гусева
    name: Полина
    patronymic: Артёмовна
    position: учащаяся 9А класса
"""


def _was_and_became() -> bytes:
    sheet = drawn("""
        ФИО | Должность | Дата рождения | Телефон
        Орлова-Белая Ирина Викторовна | учитель нач. классов | 09.02.1979 | 8-900-000-81-99
        Ким Сергей Борисович | учитель | 12.04.1986 | _
        Гусева Полина Артемовна | 10А | 14.06.2010 | 8-900-000-81-03
    """)
    return delimited(sheet, ";", "utf-8-sig")


WAS_AND_BECAME = Case(
    "known_people_with_other_values",
    "Обновление данных.csv",
    _was_and_became,
    outline("""
        человек: Орлова-Белая Ирина Викторовна | position: учитель нач. классов
            | born: 09.02.1979 | phone: 8-900-000-81-99
        человек: Ким Сергей Борисович | position: учитель | born: 12.04.1986
        человек: Гусева Полина Артемовна | class: 10А | born: 14.06.2010
            | phone: 8-900-000-81-03
        спрошено: учитель начальных классов → учитель нач. классов
        спрошено: 8-900-000-81-00 → 8-900-000-81-99
        спрошено: учитель физкультуры → учитель
        спрошено: Артемовна
    """),
    before={"people.yaml": _KNOWN},
    # «10А» stands under «Должность» but is a class: it must not become the position; when it is
    # asked as «учащаяся 9А класса → 10А» that is as good. «Артемовна» is «Артёмовна»: one person.
    # Both words of each «было → стало» must be seen before anything is written.
)


def _namesakes() -> bytes:
    sheet = drawn("""
        ФИО | Класс | Дата рождения | Запрос
        Иванов Иван Иванович | 7А | 03.03.2012 | математика
        Иванов Иван Иванович | 9Б | 18.08.2010 | физика
        Петров Иван Сергеевич | 8В | _ | плавание
    """)
    return book(("Наставляемые", sheet))


NAMESAKES = Case(
    "namesakes_in_the_file_and_before",
    "Наставляемые 2025.xlsx",
    _namesakes,
    outline("""
        человек: Иванов Иван Иванович | role: mentee | class: 7А | born: 03.03.2012
            | requests: математика
        человек: Иванов Иван Иванович | role: mentee | class: 9Б | born: 18.08.2010
            | requests: физика
        человек: Петров Иван Сергеевич | role: mentee | class: 8В | requests: плавание
        спрошено: 7А
        спрошено: 9Б
        спрошено: Петров Иван Сергеевич
    """),
    before={
        "people.yaml": """\
people:
  - id: iii-301
    surname: Иванов
    name: Иван
    patronymic: Иванович
    born: 2012-03-03
  - id: pis-302
    surname: Петров
    name: Иван
    patronymic: Сергеевич
    position: учитель географии
"""
    },
    # The day of birth tells that 7А is the one known and 9Б is new; asking of 7А is still right.
    # A teacher Petrov and a pupil of 8В are hardly one person, so it is asked with both shown.
)


def _surname_and_initials() -> bytes:
    sheet = drawn("""
        Фамилия И.О. | Должность | Роль
        Орлова-Белая И.В. | учитель начальных классов | наставник
        Ким С. Б. | учитель физкультуры | наставник
        Ларин К.Д | учитель физики | наставляемый
        О.П. Махова | учитель биологии | наставляемый
        Гусева П. | _ | наставляемый
    """)
    return delimited(sheet, "\t", "utf-8")


SURNAME_AND_INITIALS = Case(
    "surnames_with_initials_tsv",
    "наставники и наставляемые.txt",
    _surname_and_initials,
    outline("""
        человек: Орлова-Белая И.В. | role: mentor | position: учитель начальных классов
        человек: Ким С. Б. | role: mentor | position: учитель физкультуры
        человек: Ларин К.Д | role: mentee | position: учитель физики
        человек: О.П. Махова | role: mentee | position: учитель биологии
        человек: Гусева П. | role: mentee
        спрошено: Орлова-Белая Ирина Викторовна
        спрошено: Ким Сергей Борисович
        спрошено: Гусева Полина Артёмовна
    """),
    before={"people.yaml": _KNOWN},
    # The first two and the last fit people known by their full name: asked, never doubled in
    # silence. Larin and Makhova are new (surname, initials).
)


def _merged_headings() -> bytes:
    sheet = drawn("""
        № | ФИО | Место работы | _ | Контакты | _
        _ | _ | организация | должность | телефон | почта
        1 | Нагорный Виктор Янович | ООО «Ткацкая фабрика» | инженер-технолог
            | 8-900-000-91-01 | nagorny@fabrika.example
        2 | Остапчук Лилия Ивановна | Районная больница | медсестра | 8-900-000-91-02 | _
    """)

    def finish(page: Worksheet) -> None:
        for area in ("A1:A2", "B1:B2", "C1:D1", "E1:F1"):
            page.merge_cells(area)

    return book(("Наставники-работодатели", sheet), finish=finish)


MERGED_HEADINGS = Case(
    "merged_heading_cells_in_two_rows",
    "Наставники от предприятий.xlsx",
    _merged_headings,
    outline("""
        человек: Нагорный Виктор Янович | role: mentor | position: инженер-технолог
            | phone: 8-900-000-91-01 | email: nagorny@fabrika.example
        человек: Остапчук Лилия Ивановна | role: mentor | position: медсестра
            | phone: 8-900-000-91-02
        не взято: организация
        не взято: ООО «Ткацкая фабрика»
        не взято: Районная больница
        спрошено: Наставники-работодатели
    """),
    # The organisation may go to a note. The name of the sheet hints at a form («работодатель –
    # ученик» or «– студент»), which one it does not say: nothing is recorded.
)

CASES: tuple[Case, ...] = (
    BIRTH_YEARS_AND_FORMULAS,
    FORMULA_WITHOUT_RESULT,
    TWO_COLUMNS_ONE_KEY,
    WAS_AND_BECAME,
    NAMESAKES,
    SURNAME_AND_INITIALS,
    MERGED_HEADINGS,
)
