"""Lists of people with odd headings, hidden parts, nothing in them, or many mistakes."""

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from tests.importers.shapes.shape import Case, outline
from tests.importers.shapes.sheet_kit import book, delimited, drawn, saved


def _hyphenated_headings() -> bytes:
    sheet = drawn("""
        № /n/ п/п | Фами- /n/ лия, имя, /n/ отчество | Долж-ность | Кон-такты
            | Что хотел бы /n/ развить | Прим.
        1 | Рогачёва Ида Семёновна | учитель географии | 8-900-000-12-01 | проектный метод
            | совместитель
        2 | Саркисян Карен Арамович | учитель труда | sarkisyan@school.example | 3D-печать | _
    """)
    return book(("Наставляемые", sheet))


HYPHENATED_HEADINGS = Case(
    "headings_with_line_breaks_and_hyphenation",
    "Анкетные данные наставляемых.xlsx",
    _hyphenated_headings,
    outline("""
        человек: Рогачёва Ида Семёновна | role: mentee | position: учитель географии
            | phone: 8-900-000-12-01 | requests: проектный метод | note: совместитель
        человек: Саркисян Карен Арамович | role: mentee | position: учитель труда
            | email: sarkisyan@school.example | requests: 3D-печать
    """),
    # «Контакты» holds a telephone or an address: told apart by what is written.
)


def _unknown_columns() -> bytes:
    sheet = drawn("""
        ФИО наставника | Должность | Категория | СНИЛС | Кабинет | Готов вести (чел.) | _
        Терехов Наум Ильич | учитель биологии | высшая | 000-000-000 00 | 214 | до 3 | _
        Урусова Бэла Заурбековна | учитель химии | первая | 000-000-000 01 | 301 | 1 | молодец!
    """)
    return delimited(sheet, ";", "cp1251")


UNKNOWN_COLUMNS = Case(
    "unknown_columns_and_a_text_without_heading",
    "Наставники школы.csv",
    _unknown_columns,
    outline("""
        человек: Терехов Наум Ильич | role: mentor | position: учитель биологии | capacity: 3
        человек: Урусова Бэла Заурбековна | role: mentor | position: учитель химии
            | capacity: 1
        не взято: Категория
        не взято: высшая
        не взято: первая
        не взято: СНИЛС
        не взято: 000-000-000 00
        не взято: 000-000-000 01
        не взято: Кабинет
        не взято: 214
        не взято: 301
        не взято: молодец!
    """),
    # «до 3» may be asked instead. «СНИЛС» must be told, but its values had better not be repeated
    # on the screen.
)


def _hidden_parts() -> bytes:
    workbook = Workbook()
    page = workbook.active
    if not isinstance(page, Worksheet):
        raise TypeError(page)
    page.title = "Наставники"
    for row in drawn("""
        ФИО | Должность | Телефон | Форма
        Фадеева Нонна Юрьевна | методист | 8-900-000-13-01 | педагог – педагог
        Хрусталёв Ян Ефимович | педагог-психолог | 8-900-000-13-02 | руководитель – педагог
        Цветаев Аким Львович | учитель права | 8-900-000-13-03 | педагог – обучающийся
    """):
        page.append(row)
    page.row_dimensions[3].hidden = True
    page.column_dimensions["C"].hidden = True
    page["A4"].comment = Comment("Уточнить нагрузку", "Завуч")
    page.HeaderFooter.oddFooter.center.text = "Распечатано для приказа"
    old = workbook.create_sheet("Архив 2023")
    for row in drawn("""
        ФИО | Должность
        Чистяков Влас Павлович | учитель рисования
    """):
        old.append(row)
    old.sheet_state = "hidden"
    return saved(workbook)


HIDDEN_PARTS = Case(
    "hidden_sheet_row_and_column_comment_footer",
    "Наставники (фильтр).xlsx",
    _hidden_parts,
    outline("""
        человек: Фадеева Нонна Юрьевна | role: mentor | position: методист
            | phone: 8-900-000-13-01 | form: педагог – педагог
        человек: Хрусталёв Ян Ефимович | role: mentor | position: педагог-психолог
            | phone: 8-900-000-13-02 | form: руководитель – педагог
        человек: Цветаев Аким Львович | role: mentor | position: учитель права
            | phone: 8-900-000-13-03 | form: педагог – обучающийся
        спрошено: Хрусталёв Ян Ефимович
        не взято: Архив 2023
        не взято: Чистяков Влас Павлович
        не взято: учитель рисования
        не взято: Уточнить нагрузку
        не взято: Распечатано для приказа
    """),
    # A hidden row is most often a filter left on: its person is taken, and that the row is hidden
    # is said. To leave it out and say so is honest too. A hidden sheet is never taken unasked.
)


def _empty_registry() -> bytes:
    sheet = drawn("""
        База наставляемых МАОУ «Лицей № 8»
        № п/п | ФИО наставляемого | Контактные данные для связи | Год рождения
            | Основной запрос наставляемого | Дата вхождения в программу
        1 | _ | _ | _ | _ | _
        2 | _ | _ | _ | _ | _
        3 | _ | _ | _ | _ | _
    """)
    return book(("База наставляемых", sheet))


EMPTY_REGISTRY = Case(
    "empty_registry_with_headings_only",
    "Форма базы наставляемых.xlsx",
    _empty_registry,
    outline("""
        не взято: База наставляемых МАОУ «Лицей № 8»
    """),
    # The answer says that the headings are understood and that nobody stands under them; nothing
    # is written. Not «не нашлось списка людей».
)


def _ten_mistakes() -> bytes:
    sheet = drawn("""
        ФИО;Роль;Класс / должность;Дата рождения;Телефон;Почта;Форма;Сколько наставляемых
        Шапошников Кай Львович;наставник;учитель химии;31.02.1980;8-900-00-1401;;педагог – педагог;2
        Щеглова Ася Игоревна;наставник;учитель физики;1.13.1975;;;педагог – педагог;два
        ;наставляемый;7А;12.05.2012;8-900-000-14-03;;ученик – ученик;
        Ыков;наставляемый;8Б;;;;ученик – ученик;
        Эдельман Юна Марковна;настовник;учитель музыки;;;yuna(at)school;педагог-педагог;1
        Юрская Инна Олеговна;наставник;учитель пения;05.05.2055;;;дружеская беседа;-1
        Яблоков Лев Ильич;наставник;завхоз;;тел. нет;;педагог – педагог;1;лишняя ячейка
        Лaпинa Марина Сергеевна;наставник;учитель труда;;;;педагог – педагог;1
        Шапошников Кай Львович;наставник;учитель физики;;;;педагог – педагог;1
        12345;наставник;???;;;;;
    """)
    return "\r\n".join(str(row[0]) for row in sheet).encode("cp1251")


TEN_MISTAKES = Case(
    "ten_mistakes_in_one_file",
    "Список с ошибками.csv",
    _ten_mistakes,
    outline("""
        человек: Шапошников Кай Львович | role: mentor | position: учитель химии
            | phone: 8-900-00-1401 | form: педагог – педагог | capacity: 2
        человек: Щеглова Ася Игоревна | role: mentor | position: учитель физики
            | form: педагог – педагог
        человек: Ыков | role: mentee | class: 8Б | form: ученик – ученик
        человек: Эдельман Юна Марковна | position: учитель музыки | form: педагог-педагог
            | capacity: 1
        человек: Юрская Инна Олеговна | role: mentor | position: учитель пения
        человек: Яблоков Лев Ильич | role: mentor | position: завхоз
            | form: педагог – педагог | capacity: 1
        человек: Лaпинa Марина Сергеевна | role: mentor | position: учитель труда
            | form: педагог – педагог | capacity: 1
        спрошено: Лaпинa
        спрошено: учитель химии → учитель физики
        спрошено: настовник
        спрошено: Ыков
        не взято: 31.02.1980
        не взято: 1.13.1975
        не взято: два
        не взято: наставляемый
        не взято: 7А
        не взято: 12.05.2012
        не взято: 8-900-000-14-03
        не взято: yuna(at)school
        не взято: 05.05.2055
        не взято: дружеская беседа
        не взято: -1
        не взято: тел. нет
        не взято: лишняя ячейка
        не взято: 12345
        не взято: ???
    """),
    # All at once, each with its line. Line 4 has no name: the whole line is told. «Лaпинa» has two
    # Latin letters. A bad value may be kept as a note instead of being left out. To write nothing
    # at all until the mistakes are mended is as good, if every one of them is told.
)


def _separate_columns_capitals() -> bytes:
    sheet = drawn("""
        ФАМИЛИЯ | ИМЯ | ОТЧЕСТВО | ПОЛ | СТАЖ | ИНТЕРЕСЫ | УДОБНОЕ ВРЕМЯ | ДНИ ВСТРЕЧ
            | ВАЖНЫЕ ДОСТИЖЕНИЯ
        БАЛАБАНОВ | МИРОН | АНДРЕЕВИЧ | м | 12 лет | шахматы, походы | после 15:00 | пн, ср
            | призёр конкурса «Учитель года»
        ГЕРЦ | РОЗА | ЯКОВЛЕВНА | ж | 30 | хор | 2 часа в неделю | чт | _
    """)
    return book(("БАЗА НАСТАВНИКОВ", sheet))


SEPARATE_COLUMNS_CAPITALS = Case(
    "surname_name_patronymic_apart_in_capitals",
    "БАЗА НАСТАВНИКОВ.xlsx",
    _separate_columns_capitals,
    outline("""
        человек: Балабанов Мирон Андреевич | role: mentor | gender: м | experience: 12
            | interests: шахматы; походы | time: после 15:00 | days: пн; ср
            | achievements: призёр конкурса «Учитель года»
        человек: Герц Роза Яковлевна | role: mentor | gender: ж | experience: 30
            | interests: хор | time: 2 часа в неделю | days: чт
    """),
    # Capitals are turned into ordinary letters, or kept and told; orders are printed from them.
)


def _pairs_by_initials() -> bytes:
    sheet = drawn("""
        Наставник | Наставляемые | Срок работы | Приказ
        Герц Р.Я. | Дубинин А.О., Ежик В.В. | 01.11.2025–30.04.2026 | № 45-ОД от 13.10.2025
        Балабанов М.А. | Жданова | ноябрь – май | _
        Неизвестный О.О. | Зимина Лада | _ | _
    """)
    return delimited(sheet, ";", "utf-8-sig")


PAIRS_BY_INITIALS = Case(
    "pairs_by_surname_and_initials_several_mentees",
    "пары.csv",
    _pairs_by_initials,
    outline("""
        пара: Герц Роза Яковлевна – Дубинин Артемий Олегович
        пара: Герц Роза Яковлевна – Ежик Вера Валерьевна
        пара: Балабанов Мирон Андреевич – Жданова Алла Юрьевна
        пара: Неизвестный О.О. – Зимина Лада
        человек: Неизвестный О.О. | role: mentor
        человек: Зимина Лада | role: mentee
        спрошено: Герц Р.Я.
        спрошено: Дубинин А.О.
        спрошено: Ежик В.В.
        спрошено: Балабанов М.А.
        спрошено: Жданова
        спрошено: Неизвестный О.О.
        не взято: Приказ
        не взято: № 45-ОД от 13.10.2025
        не взято: Срок работы
        не взято: 01.11.2025–30.04.2026
        не взято: ноябрь – май
    """),
    before={
        "people.yaml": """\
people:
  - {id: ger-401, surname: Герц, name: Роза, patronymic: Яковлевна}
  - {id: bal-402, surname: Балабанов, name: Мирон, patronymic: Андреевич}
  - {id: dub-403, surname: Дубинин, name: Артемий, patronymic: Олегович}
  - {id: ezh-404, surname: Ежик, name: Вера, patronymic: Валерьевна}
  - {id: zhd-405, surname: Жданова, name: Алла, patronymic: Юрьевна}
""",
        "mentors.yaml": "mentors:\n  - {person: ger-401}\n  - {person: bal-402}\n",
        "mentees.yaml": (
            "mentees:\n  - {person: dub-403}\n  - {person: ezh-404}\n  - {person: zhd-405}\n"
        ),
    },
    # The days of the first pair may become its start and end. Where initials fit one known person,
    # showing whom they were read as is enough.
)

CASES: tuple[Case, ...] = (
    HYPHENATED_HEADINGS,
    UNKNOWN_COLUMNS,
    HIDDEN_PARTS,
    EMPTY_REGISTRY,
    TEN_MISTAKES,
    SEPARATE_COLUMNS_CAPITALS,
    PAIRS_BY_INITIALS,
)
