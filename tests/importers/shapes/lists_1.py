"""Lists of people: mentors, mentees, answers of questionnaires."""

from datetime import datetime

from tests.importers.shapes.shape import Case, outline
from tests.importers.shapes.sheet_kit import Value, book, delimited, drawn


def _mentors_with_class() -> bytes:
    rows = drawn("""
        МБОУ СОШ № 12
        База наставников на 2025/2026 учебный год
        _
        № | ФИО наставника | Класс | Телефон | Форма наставничества | Компетенции
            | Сколько наставляемых
        1 | Артемьева Злата Игоревна | 10А | 8-900-000-11-01 | ученик – ученик
            | математика; физика | 2
        2 | Бикбулатов Тимур Ринатович | 11Б | 8-900-000-11-02 | Ученик - ученик
            | английский язык | 1
        3 | Воронцов Глеб Денисович | 9 «В» | _ | ученик – ученик | футбол, волейбол | 2
        Итого: 3 | _ | _ | _ | _ | _ | 5
        _
        Куратор | ____________ | Лапина М.С.
    """)
    return book(("Наставники", rows))


MENTORS_WITH_CLASS = Case(
    "mentors_with_class_title_total_signature",
    "База наставников 2025-2026.xlsx",
    _mentors_with_class,
    outline("""
        человек: Артемьева Злата Игоревна | role: mentor | class: 10А | phone: 8-900-000-11-01
            | form: ученик – ученик | competences: математика; физика | capacity: 2
        человек: Бикбулатов Тимур Ринатович | role: mentor | class: 11Б | phone: 8-900-000-11-02
            | form: Ученик - ученик | competences: английский язык | capacity: 1
        человек: Воронцов Глеб Денисович | role: mentor | class: 9 «В» | form: ученик – ученик
            | competences: футбол; волейбол | capacity: 2
        не взято: МБОУ СОШ № 12
        не взято: База наставников на 2025/2026 учебный год
        не взято: Итого: 3
        не взято: Куратор
        не взято: Лапина М.С.
    """),
)


def _mentees_class_or_position() -> bytes:
    rows = drawn("""
        ФИО | Класс / должность | Год рождения | Запрос
        Гусева Полина Артёмовна | 9А | 2010 | подготовка к ОГЭ
        Мирзоев Далер Фирдавсович | 7б класс | 2012 | русский язык
        Ткач Оксана Петровна | учитель химии | 1998 | ведение журнала
        Шубина Нелли Олеговна | педагог-психолог | 2000 | работа с родителями
    """)
    return delimited(rows, ";", "cp1251")


MENTEES_CLASS_OR_POSITION = Case(
    "mentees_class_or_position_cp1251",
    "Наставляемые.csv",
    _mentees_class_or_position,
    outline("""
        человек: Гусева Полина Артёмовна | role: mentee | class: 9А | birth_year: 2010
            | requests: подготовка к ОГЭ
        человек: Мирзоев Далер Фирдавсович | role: mentee | class: 7б класс | birth_year: 2012
            | requests: русский язык
        человек: Ткач Оксана Петровна | role: mentee | position: учитель химии | birth_year: 1998
            | requests: ведение журнала
        человек: Шубина Нелли Олеговна | role: mentee | position: педагог-психолог
            | birth_year: 2000 | requests: работа с родителями
    """),
    # One column for two keys: the value says which. «класс: 7б» without the word is as good. The
    # role comes from the name of the file; asking is fine too.
)


def _two_sheets() -> bytes:
    mentors = drawn("""
        Фамилия Имя Отчество | Должность | Стаж работы | Телефон
        Пестова Роза Маратовна | педагог дополнительного образования | 17 лет | +7 900 000 21 01
        Цыганков Олег Львович | педагог-организатор | 6 | +7 900 000 21 02
    """)
    pupils = drawn("""
        ФИ ребёнка | Возраст | Объединение
        Абрамова Кира | 12 | Робототехника
        Зуев Матвей | 13 | Робототехника
        Ли Ева | 11 | Изостудия «Палитра»
    """)
    return book(("Наставники", mentors), ("Обучающиеся", pupils))


TWO_SHEETS = Case(
    "two_sheets_mentors_and_children",
    "ЦДТ списки.xlsx",
    _two_sheets,
    outline("""
        человек: Пестова Роза Маратовна | role: mentor
            | position: педагог дополнительного образования | experience: 17
            | phone: +7 900 000 21 01
        человек: Цыганков Олег Львович | role: mentor | position: педагог-организатор
            | experience: 6 | phone: +7 900 000 21 02
        человек: Абрамова Кира | role: mentee | class: Робототехника
        человек: Зуев Матвей | role: mentee | class: Робототехника
        человек: Ли Ева | role: mentee | class: Изостудия «Палитра»
        спрошено: Обучающиеся
        не взято: Возраст
        не взято: 12
        не взято: 13
        не взято: 11
    """),
    # An age without its day gives no year of birth; as a note («Возраст: 12») it is as good.
    # «Обучающиеся» are mentees by the first sheet's company, which is a guess: it must be asked,
    # and they may be taken as people without a role.
)


def _google_forms() -> bytes:
    rows = drawn("""
        Отметка времени | Ваши фамилия, имя, отчество | Ваша должность | Контактный телефон
            | Адрес электронной почты | Кем Вы хотите стать в программе?
            | В чём Вы можете помочь коллегам? | В чём Вам нужна помощь?
            | Согласны ли Вы на обработку персональных данных?
        15.09.2025 10:12:44 | Жигалова Тамара Ильинична | учитель биологии | 89000003101
            | zhigalova@school.example | Наставником | проектная деятельность, олимпиады | _ | Да
        15.09.2025 11:40:02 | Рахимов Айдар Илдусович | учитель физики | 89000003102
            | rahimov@school.example | Наставляемым | _ | дисциплина на уроке | Да
        16.09.2025 8:05:19 | жигалова тамара ильинична | Учитель биологии | 8 (900) 000-31-01
            | zhigalova@school.example | Наставником | проектная деятельность | _ | Да
        17.09.2025 19:30:00 | Ян Софья | учитель-логопед | _ | _ | И тем, и другим
            | артикуляционная гимнастика | ведение документации | Нет
    """)
    return delimited(rows, ",", "utf-8-sig")


GOOGLE_FORMS = Case(
    "google_forms_with_timestamp_utf8_bom",
    "Анкета участника программы (Ответы).csv",
    _google_forms,
    outline("""
        человек: Жигалова Тамара Ильинична | role: mentor | position: учитель биологии
            | phone: 89000003101 | email: zhigalova@school.example
            | competences: проектная деятельность; олимпиады
        человек: Рахимов Айдар Илдусович | role: mentee | position: учитель физики
            | phone: 89000003102 | email: rahimov@school.example
            | requests: дисциплина на уроке
        человек: Ян Софья | role: mentor; mentee | position: учитель-логопед
            | competences: артикуляционная гимнастика | requests: ведение документации
        спрошено: жигалова тамара ильинична
        спрошено: Согласны ли Вы на обработку персональных данных?
        спрошено: И тем, и другим
        не взято: Отметка времени
        не взято: 15.09.2025 10:12:44
        не взято: 15.09.2025 11:40:02
        не взято: 16.09.2025 8:05:19
        не взято: 17.09.2025 19:30:00
        не взято: 8 (900) 000-31-01
        не взято: Да
        не взято: Нет
    """),
    # Zhigalova answered twice: which answer holds is asked; the later one may win if it is told. A
    # tick in a questionnaire is no written consent (ст. 9): never recorded as one. The time may be
    # kept as the day the person joined only when the user says so.
)


def _yandex_forms() -> bytes:
    rows: list[list[Value]] = [
        [
            "ID",
            "Время создания",
            "Фамилия и имя",
            "Класс",
            "Роль в программе",
            "По каким предметам готов помогать?",
            "С каким предметом нужна помощь?",
            "Удобные дни",
        ],
        [
            2034117,
            datetime(2025, 9, 20, 14, 1),
            "Ефремов Савелий",
            "8Г",
            "наставник",
            "Информатика, Геометрия",
            None,
            "понедельник, среда",
        ],
        [
            2034118,
            datetime(2025, 9, 20, 14, 9),
            "Нуриева Камилла",
            "5В",
            "наставляемый",
            None,
            "Математика\nАнглийский язык",
            "среда",
        ],
    ]
    return book(("Sheet", rows))


YANDEX_FORMS = Case(
    "yandex_forms_with_id_and_created",
    "2025-09-21 Наставничество в школе.xlsx",
    _yandex_forms,
    outline("""
        человек: Ефремов Савелий | role: mentor | class: 8Г
            | competences: Информатика; Геометрия | days: понедельник; среда
        человек: Нуриева Камилла | role: mentee | class: 5В
            | requests: Математика; Английский язык | days: среда
        не взято: ID
        не взято: 2034117
        не взято: 2034118
        не взято: Время создания
        не взято: 20.09.2025 14:01
        не взято: 20.09.2025 14:09
    """),
)


def _official_registry() -> bytes:
    rows = drawn("""
        № п/п | ФИО наставляемого | Контактные данные для связи (данные представителя)
            | Год рождения | Основной запрос наставляемого | Дата вхождения в программу
            | ФИО наставника | Форма наставничества | Место работы/учёбы наставника
            | Дата завершения программы | Результаты программы | Отметка о прохождении программы
        1 | Бубнов Ярослав Кириллович | 8-900-000-41-01, мать Бубнова Лидия Степановна | 2011
            | выбор профиля | 01.10.2025 | Тетерин Семён Аркадьевич | студент – ученик
            | Энский педагогический колледж | _ | _ | _
        2 | Кочнева Амина Руслановна | 8-900-000-41-02 | 2012 | адаптация в новом классе
            | 03.10.2025 | Щербак Алёна Витальевна | ученик – ученик | 10 класс | 25.05.2026
            | участие в проекте | пройдена
    """)
    return book(("База наставляемых", rows))


OFFICIAL_REGISTRY = Case(
    "registry_of_mentees_by_the_methodology",
    "Приложение 3 База наставляемых.xlsx",
    _official_registry,
    outline("""
        человек: Бубнов Ярослав Кириллович | role: mentee | phone: 8-900-000-41-01
            | birth_year: 2011 | requests: выбор профиля | joined: 01.10.2025
            | form: студент – ученик
        человек: Кочнева Амина Руслановна | role: mentee | phone: 8-900-000-41-02
            | birth_year: 2012 | requests: адаптация в новом классе | joined: 03.10.2025
            | form: ученик – ученик | left: 25.05.2026 | results: участие в проекте
        человек: Тетерин Семён Аркадьевич | role: mentor | form: студент – ученик
            | position: Энский педагогический колледж
        человек: Щербак Алёна Витальевна | role: mentor | form: ученик – ученик
            | class: 10 класс
        пара: Тетерин Семён Аркадьевич – Бубнов Ярослав Кириллович | форма: студент – ученик
        пара: Щербак Алёна Витальевна – Кочнева Амина Руслановна | форма: ученик – ученик
        спрошено: Тетерин Семён Аркадьевич
        спрошено: Щербак Алёна Витальевна
        спрошено: мать Бубнова Лидия Степановна
        не взято: Отметка о прохождении программы
        не взято: пройдена
    """),
    # «Место работы/учёбы» may be told as left out instead of a position or class: it is the
    # mentor's, never the mentee's. The pupil's mother may become a note of the pupil.
)

CASES: tuple[Case, ...] = (
    MENTORS_WITH_CLASS,
    MENTEES_CLASS_OR_POSITION,
    TWO_SHEETS,
    GOOGLE_FORMS,
    YANDEX_FORMS,
    OFFICIAL_REGISTRY,
)
