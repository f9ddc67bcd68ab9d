"""Lists of pairs, consents and roles."""

from datetime import date

from openpyxl.worksheet.worksheet import Worksheet

from tests.importers.shapes.shape import Case, outline
from tests.importers.shapes.sheet_kit import Value, book, delimited, drawn
from tests.importers.shapes.word_kit import lines, new, packed, rows, table, title

_TEACHERS = """\
people:
  - id: sav-101
    surname: Савченко
    name: Инга
    patronymic: Валерьевна
    position: учитель математики
  - id: gla-102
    surname: Глазов
    name: Роман
    patronymic: Эдуардович
    position: учитель истории
  - id: fom-103
    surname: Фомин
    name: Артур
    patronymic: Ильич
"""


def _pairs_merged_mentor() -> bytes:
    sheet = drawn("""
        Список наставнических пар на 2025/2026 учебный год
        № | ФИО наставника | ФИО наставляемого | Предмет | Форма наставничества
        1 | Савченко Инга Валерьевна | Фомин Артур Ильич | математика | учитель – ученик
        2 | _ | Хан Алиса Юрьевна | математика | учитель – ученик
        3 | Глазов Роман Эдуардович | Осин Пётр Львович | история | учитель – учитель
        4 | Дроздова Яна Марковна | Эйсмонт Захар Олегович | химия | ученик – ученик
    """)

    def finish(page: Worksheet) -> None:
        page.merge_cells("A1:E1")
        page.merge_cells("B3:B4")

    return book(("Лист1", sheet), finish=finish)


PAIRS_MERGED_MENTOR = Case(
    "pairs_with_merged_mentor_and_teacher_pupil_form",
    "Список пар.xlsx",
    _pairs_merged_mentor,
    outline("""
        человек: Хан Алиса Юрьевна | role: mentee | form: учитель – ученик
        человек: Осин Пётр Львович | role: mentee | form: учитель – учитель
        человек: Дроздова Яна Марковна | role: mentor | form: ученик – ученик
        человек: Эйсмонт Захар Олегович | role: mentee | form: ученик – ученик
        пара: Савченко Инга Валерьевна – Фомин Артур Ильич | предмет: математика
            | форма: учитель – ученик
        пара: Савченко Инга Валерьевна – Хан Алиса Юрьевна | предмет: математика
            | форма: учитель – ученик
        пара: Глазов Роман Эдуардович – Осин Пётр Львович | предмет: история
            | форма: учитель – учитель
        пара: Дроздова Яна Марковна – Эйсмонт Захар Олегович | предмет: химия
            | форма: ученик – ученик
        не взято: Список наставнических пар на 2025/2026 учебный год
    """),
    before={"people.yaml": _TEACHERS},
    # One group of two mentees under Savchenko is as good as two pairs. Mentors and mentees known
    # before get their participation too. Start, end and order of a pair are not told anywhere.
)


def _pairs_in_word() -> bytes:
    document = new(landscape=False)
    lines(document, "Приложение к приказу от 20.10.2025 № 112-ОД")
    title(document, "Наставнические пары «ученик – ученик»")
    table(
        document,
        rows("""
            № п/п | Наставник (Ф.И., класс) | Наставляемый (Ф.И., класс) | Направление
            1. | Лаврова Ника, 10Б | Юнг Давид, 6А | немецкий язык
            2. | Тузов Игнат, 11А | Малик Сара, 7В // Штерн Илья, 7В | робототехника
            3. | Юнг Давид, 6А | Пак Инна, 2Г | чтение
        """),
    )
    lines(document, "Ответственная за наставничество Сёмина В.О.")
    return packed(document)


PAIRS_IN_WORD = Case(
    "pairs_in_a_word_table_with_classes_in_the_cells",
    "пары ученик-ученик.docx",
    _pairs_in_word,
    outline("""
        человек: Лаврова Ника | role: mentor | class: 10Б
        человек: Юнг Давид | role: mentee; mentor | class: 6А
        человек: Тузов Игнат | role: mentor | class: 11А
        человек: Малик Сара | role: mentee | class: 7В
        человек: Штерн Илья | role: mentee | class: 7В
        человек: Пак Инна | role: mentee | class: 2Г
        пара: Лаврова Ника – Юнг Давид | предмет: немецкий язык | форма: ученик – ученик
        пара: Тузов Игнат – Малик Сара | предмет: робототехника | форма: ученик – ученик
        пара: Тузов Игнат – Штерн Илья | предмет: робототехника | форма: ученик – ученик
        пара: Юнг Давид – Пак Инна | предмет: чтение | форма: ученик – ученик
        спрошено: Юнг Давид
        не взято: Приложение к приказу от 20.10.2025 № 112-ОД
        не взято: Наставнические пары
        не взято: Ответственная за наставничество Сёмина В.О.
    """),
    # The form stands only in the title: leaving it blank is as good, if the title is told. Yung is
    # mentee and mentor, and must be one person: it is worth asking.
)


def _consents_one_kind() -> bytes:
    sheet: list[list[Value]] = [
        ["ФИО", "Согласие на обработку ПД (да/нет)", "Дата", "Кто подписал"],
        ["Савченко Инга Валерьевна", "да", date(2025, 9, 25), "сама"],
        ["Глазов Роман Эдуардович", "нет", None, None],
        ["Фомин Артур Ильич", "Да", date(2025, 9, 26), "мать Фомина Ольга Юрьевна"],
        ["Цапко Вероника Сергеевна", "да", date(2025, 9, 26), "законный представитель"],
    ]
    return book(("Согласия", sheet))


CONSENTS_ONE_KIND = Case(
    "consents_yes_no_with_signer",
    "Согласия на ПД.xlsx",
    _consents_one_kind,
    outline("""
        согласие: Савченко Инга Валерьевна | вид: pd_processing | дата: 25.09.2025
            | подписал: сама
        согласие: Фомин Артур Ильич | вид: pd_processing | дата: 26.09.2025
            | подписал: мать Фомина Ольга Юрьевна
        человек: Цапко Вероника Сергеевна
        согласие: Цапко Вероника Сергеевна | вид: pd_processing | дата: 26.09.2025
            | подписал: законный представитель
        спрошено: Цапко Вероника Сергеевна
        не взято: Глазов Роман Эдуардович
        не взято: нет
    """),
    before={"people.yaml": _TEACHERS},
    # «нет» must not make a consent. Tsapko is not among the people: new or a slip, so asked. Fomina
    # may become a person (the representative), or stay in the note of the consent.
)


def _consents_many_kinds() -> bytes:
    sheet = drawn("""
        № | Фамилия, имя, отчество | Обработка персональных данных | Распространение (сайт)
            | Фото и видео | Участие в программе | Подписал
        1 | Савченко Инга Валерьевна | 22.09.2025 | 22.09.2025 | + | 23.09.2025 | сам
        2 | Глазов Роман Эдуардович | 22.09.2025 | - | - | 24.09.2025 | сам
        3 | Фомин Артур Ильич | 29.09.2025 | отказ | 29.09.2025 | 29.09.2025 | родитель
    """)
    return delimited(sheet, ";", "cp1251")


CONSENTS_MANY_KINDS = Case(
    "consents_of_several_kinds_as_columns",
    "Реестр согласий.csv",
    _consents_many_kinds,
    outline("""
        согласие: Савченко Инга Валерьевна | вид: pd_processing | дата: 22.09.2025
            | подписал: сам
        согласие: Савченко Инга Валерьевна | вид: pd_distribution | дата: 22.09.2025
            | подписал: сам
        согласие: Савченко Инга Валерьевна | вид: participation | дата: 23.09.2025
            | подписал: сам
        согласие: Глазов Роман Эдуардович | вид: pd_processing | дата: 22.09.2025
            | подписал: сам
        согласие: Глазов Роман Эдуардович | вид: participation | дата: 24.09.2025
            | подписал: сам
        согласие: Фомин Артур Ильич | вид: pd_processing | дата: 29.09.2025
            | подписал: родитель
        согласие: Фомин Артур Ильич | вид: image | дата: 29.09.2025 | подписал: родитель
        согласие: Фомин Артур Ильич | вид: participation | дата: 29.09.2025
            | подписал: родитель
        спрошено: +
        не взято: отказ
    """),
    before={"people.yaml": _TEACHERS},
    # «+» is a consent without a day: asked, no day is invented. «-» is nobody's consent.
)


def _roles_column() -> bytes:
    sheet = drawn("""
        Ф.И.О. | Должность | Роль | Телефон
        Ромодина Карина Артуровна | заместитель директора по УВР | координатор | 8-900-000-51-01
        Валиуллин Эмиль Рашидович | методист | куратор | 8-900-000-51-02
        Пирогова Агата Сергеевна | учитель информатики | Ответственный за сайт | 8-900-000-51-03
        Савченко Инга Валерьевна | учитель математики | наставник, куратор | 8-900-000-51-04
        Глазов Роман Эдуардович | учитель истории | наставляемый | 8-900-000-51-05
        Чудин Тихон Олегович | системный администратор | техподдержка | _
    """)
    return book(("Участники программы", sheet))


ROLES_COLUMN = Case(
    "roles_in_a_column",
    "Участники программы наставничества.xlsx",
    _roles_column,
    outline("""
        человек: Ромодина Карина Артуровна | position: заместитель директора по УВР
            | phone: 8-900-000-51-01
        человек: Валиуллин Эмиль Рашидович | position: методист | phone: 8-900-000-51-02
        человек: Пирогова Агата Сергеевна | position: учитель информатики
            | phone: 8-900-000-51-03
        человек: Савченко Инга Валерьевна | role: mentor | position: учитель математики
            | phone: 8-900-000-51-04
        человек: Глазов Роман Эдуардович | role: mentee | position: учитель истории
            | phone: 8-900-000-51-05
        человек: Чудин Тихон Олегович | position: системный администратор
        роль: coordinator = Ромодина Карина Артуровна
        роль: curator = Валиуллин Эмиль Рашидович
        роль: curator = Савченко Инга Валерьевна
        роль: site_editor = Пирогова Агата Сергеевна
        спрошено: координатор
        спрошено: куратор
        спрошено: Ответственный за сайт
        не взято: техподдержка
    """),
    before={"people.yaml": _TEACHERS},
    # The roles go to organization.yaml and are therefore shown before writing.
)


def _word_lists_two_tables() -> bytes:
    document = new(landscape=False)
    title(document, "База участников программы наставничества")
    lines(document, "Наставники", bold=True)
    table(
        document,
        rows("""
            № | ФИО | Должность | Компетенции
            1 | Балашова Рената Игоревна | учитель начальных классов | работа с родителями
            2 | Дикий Егор Фёдорович | учитель технологии | 3D-моделирование
        """),
    )
    lines(document, "Наставляемые", bold=True)
    table(
        document,
        rows("""
            № | ФИО | Группа | Запрос
            1 | Ярцев Мирон Глебович | 1-ТМ | защита проекта
            2 | Исмаилова Сабина Фарид кызы | 2-ПК | _
        """),
    )
    lines(document, "Всего: 4 человека", "Методист ____________ Толстых Е.Е.")
    return packed(document)


WORD_LISTS_TWO_TABLES = Case(
    "mentors_and_mentees_as_two_word_tables",
    "База участников.docx",
    _word_lists_two_tables,
    outline("""
        человек: Балашова Рената Игоревна | role: mentor | position: учитель начальных классов
            | competences: работа с родителями
        человек: Дикий Егор Фёдорович | role: mentor | position: учитель технологии
            | competences: 3D-моделирование
        человек: Ярцев Мирон Глебович | role: mentee | class: 1-ТМ | requests: защита проекта
        человек: Исмаилова Сабина Фарид кызы | role: mentee | class: 2-ПК
        не взято: База участников программы наставничества
        не взято: Всего: 4 человека
        не взято: Методист
        не взято: Толстых Е.Е.
    """),
)

CASES: tuple[Case, ...] = (
    PAIRS_MERGED_MENTOR,
    PAIRS_IN_WORD,
    CONSENTS_ONE_KIND,
    CONSENTS_MANY_KINDS,
    ROLES_COLUMN,
    WORD_LISTS_TWO_TABLES,
)
