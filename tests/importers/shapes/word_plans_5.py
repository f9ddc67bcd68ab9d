"""Roadmaps in Word: plans that are no table, and columns nobody expected."""

from docx.table import _Cell

from tests.importers.shapes.shape import Case, outline
from tests.importers.shapes.word_kit import (
    Cell,
    deleted,
    inserted,
    lines,
    listed,
    new,
    numbering,
    packed,
    rows,
    title,
)
from tests.importers.shapes.word_kit import table as made_table


def _plain_numbered_list() -> bytes:
    document = new(landscape=False)
    title(document, "План работы школы по наставничеству на 2025/2026 учебный год")
    lines(
        document,
        "1. Подготовка условий",
        "1.1. Издать приказ о внедрении – до 1 сентября, директор",
        "1.2. Обсудить план на педсовете – 29 августа, заместитель директора Лось Е.Г.",
        "2. Формирование пар",
        "2.1. Провести анкетирование – сентябрь, педагог-психолог",
        "2.2. Утвердить пары – до 15 октября, директор",
        "2.3. Познакомить наставников с наставляемыми – октябрь, куратор Дзюба Ф.М.",
        "3. Подведение итогов",
        "3.1. Собрать отчёты – май",
    )
    lines(document, "Составила: Лось Е.Г.")
    return packed(document)


PLAIN_NUMBERED_LIST = Case(
    "plain_numbered_list_without_table",
    "План без таблицы.docx",
    _plain_numbered_list,
    outline("""
        год: 2025/2026
        название: План работы школы по наставничеству на 2025/2026 учебный год
        этап: Подготовка условий
          пункт: Издать приказ о внедрении | срок: до 1 сентября | отв: директор
          пункт: Обсудить план на педсовете | срок: 29 августа
              | отв: заместитель директора Лось Е.Г.
        этап: Формирование пар
          пункт: Провести анкетирование | срок: сентябрь | отв: педагог-психолог
          пункт: Утвердить пары | срок: до 15 октября | отв: директор
          пункт: Познакомить наставников с наставляемыми | срок: октябрь
              | отв: куратор Дзюба Ф.М.
        этап: Подведение итогов
          пункт: Собрать отчёты | срок: май
        не взято: Составила: Лось Е.Г.
    """),
    # Cutting «текст – срок, кто» is a reading, so it should be shown. To keep the line whole as the
    # text of the task and tell that no deadline was cut out is poorer, yet honest. To refuse the
    # file («таблицы нет») is honest too, if it says what to do.
)


def _word_list_numbering() -> bytes:
    document = new(landscape=False)
    title(document, "Дорожная карта реализации программы «Наставник» в 2025-2026 учебном году")
    number = numbering(document, "%1.", "%1.%2.")
    drawn = (
        (0, "Организационный этап"),
        (1, "Утвердить план мероприятий (сентябрь 2025, директор Жук А.А.)"),
        (1, "Составить расписание встреч (до 20.09.2025, Рыжова Н.В.)"),
        (0, "Практический этап"),
        (1, "Провести тренинг «Доверие» (октябрь 2025, психолог Клёнова М.М.)"),
        (1, "Организовать выезд в музей (ноябрь 2025, Рыжова Н.В.)"),
    )
    for level, text in drawn:
        listed(lines(document, text), number, level)
    return packed(document)


WORD_LIST_NUMBERING = Case(
    "word_multilevel_list_without_table",
    "программа Наставник.docx",
    _word_list_numbering,
    outline("""
        год: 2025/2026
        название: Дорожная карта реализации программы «Наставник» в 2025-2026 учебном году
        этап: Организационный этап
          пункт: Утвердить план мероприятий | срок: сентябрь 2025 | отв: директор Жук А.А.
          пункт: Составить расписание встреч | срок: до 20.09.2025 | отв: Рыжова Н.В.
        этап: Практический этап
          пункт: Провести тренинг «Доверие» | срок: октябрь 2025
              | отв: психолог Клёнова М.М.
          пункт: Организовать выезд в музей | срок: ноябрь 2025 | отв: Рыжова Н.В.
    """),
    # The numbers are nowhere in the text: they are Word's own. As for the plain list, a task whose
    # text keeps the brackets is honest when it is told.
)


def _word_list_in_cells() -> bytes:
    document = new()
    title(document, "Дорожная карта наставничества МАОУ СОШ № 77", "2025/2026 учебный год")
    column = numbering(document, "%1.", number=81)
    items = [numbering(document, "%1.", number=number) for number in (82, 83)]

    def numbered(cell: _Cell) -> None:
        listed(cell.paragraphs[0], column)

    def of(number: int, *texts: str) -> Cell:
        def put(cell: _Cell) -> None:
            for place, text in enumerate(texts):
                paragraph = cell.paragraphs[0] if place == 0 else cell.add_paragraph()
                paragraph.add_run(text)
                listed(paragraph, items[number])

        return put

    drawn: list[tuple[Cell, ...]] = [
        ("№ п/п", "Этап", "Мероприятия", "Содержание деятельности", "Сроки", "Ответственные"),
        (
            numbered,
            "Формирование базы наставников",
            "Сбор данных",
            of(0, "Анкетирование педагогов", "Сбор согласий", "Круглый стол"),
            "октябрь 2025",
            "Алфёрова Я.С.",
        ),
        (
            numbered,
            "Обучение наставников",
            "Школа наставников",
            of(1, "Программа обучения", "График занятий"),
            ("ноябрь 2025", "декабрь 2025"),
            "Алфёрова Я.С.",
        ),
    ]
    made_table(document, drawn)
    return packed(document)


WORD_LIST_IN_CELLS = Case(
    "word_numbering_inside_cells",
    "СОШ77.docx",
    _word_list_in_cells,
    outline("""
        год: 2025/2026
        название: Дорожная карта наставничества МАОУ СОШ № 77 2025/2026 учебный год
        этап: Формирование базы наставников
         мероприятие: Сбор данных
          пункт: Анкетирование педагогов | срок: октябрь 2025 | отв: Алфёрова Я.С.
          пункт: Сбор согласий | срок: октябрь 2025 | отв: Алфёрова Я.С.
          пункт: Круглый стол | срок: октябрь 2025 | отв: Алфёрова Я.С.
        этап: Обучение наставников
         мероприятие: Школа наставников
          пункт: Программа обучения | срок: ноябрь 2025 | отв: Алфёрова Я.С.
          пункт: График занятий | срок: декабрь 2025 | отв: Алфёрова Я.С.
    """),
)


def _columns_other_order() -> bytes:
    document = new()
    title(document, "План мероприятий по наставничеству ЦВР «Юность» на 2025/2026 учебный год")
    made_table(
        document,
        rows("""
            Дата проведения | Кто отвечает | Форма представления результата | Мероприятие | Этап
            05.09.2025 | Чернова В.И. | Приказ | Назначить координатора | Подготовительный
            20.09.2025 | Чернова В.И. | Реестр | Заполнить базу наставников | ^
            октябрь | Басов Г.Д. | Фотоотчёт | Провести игру «Мы вместе» | Основной
            каждую пятницу | Наставники | _ | Занятия с наставляемыми | ^
        """),
    )
    return packed(document)


COLUMNS_OTHER_ORDER = Case(
    "columns_in_another_order_and_words",
    "ЦВР Юность план.docx",
    _columns_other_order,
    outline("""
        год: 2025/2026
        название: План мероприятий по наставничеству ЦВР «Юность» на 2025/2026 учебный год
        этап: Подготовительный
          пункт: Назначить координатора | срок: 05.09.2025 | отв: Чернова В.И. | итог: Приказ
          пункт: Заполнить базу наставников | срок: 20.09.2025 | отв: Чернова В.И.
              | итог: Реестр
        этап: Основной
          пункт: Провести игру «Мы вместе» | срок: октябрь | отв: Басов Г.Д. | итог: Фотоотчёт
          пункт: Занятия с наставляемыми | срок: каждую пятницу | отв: Наставники
    """),
)


def _unknown_columns() -> bytes:
    document = new()
    title(document, "Дорожная карта по наставничеству (2025/2026 учебный год)")
    made_table(
        document,
        rows("""
            № | Этап | Мероприятие | Срок | _ | Ответственный | Бюджет | Отметка о выполнении
                | Примечание
            1 | Подготовка | Приказ о внедрении | 02.09.2025 | _ | Дятлова К.К. | _ | вып. 02.09
                | приказ № 15-ОД
            2 | ^ | Закупка ежедневников | сентябрь | _ | Завхоз Пак Л.С. | 12 000 руб. | _ | _
            3 | Основной | Поездка на форум | ноябрь | _ | Дятлова К.К. | 30 000 руб. | _
                | по согласованию с отделом
        """),
    )
    return packed(document)


UNKNOWN_COLUMNS = Case(
    "unknown_columns_and_an_empty_one",
    "карта с бюджетом.docx",
    _unknown_columns,
    outline("""
        год: 2025/2026
        название: Дорожная карта по наставничеству (2025/2026 учебный год)
        этап: Подготовка
          пункт: Приказ о внедрении | срок: 02.09.2025 | отв: Дятлова К.К.
          пункт: Закупка ежедневников | срок: сентябрь | отв: Завхоз Пак Л.С.
        этап: Основной
          пункт: Поездка на форум | срок: ноябрь | отв: Дятлова К.К.
        не взято: Бюджет
        не взято: 12 000 руб.
        не взято: 30 000 руб.
        не взято: Отметка о выполнении
        не взято: вып. 02.09
        не взято: Примечание
        не взято: приказ № 15-ОД
        не взято: по согласованию с отделом
    """),
    # «Примечание» may become the note of its task; then it is taken, not left out. The unnamed
    # column is empty and need not be told.
)


def _tracked_changes() -> bytes:
    document = new()
    title(document, "Дорожная карта наставничества на 2025/2026 учебный год")
    made = made_table(
        document,
        rows(
            """
            Этап | Мероприятия | Сроки | Ответственные
            Подготовка | Разработать положение | * | Свиридова Ц.Ю.
            ^ | Разослать анкеты | октябрь 2025 | *
            Итоги | * | май 2026 | Свиридова Ц.Ю.
        """.replace("*", "_")
        ),
    )
    deadline = made.rows[1].cells[2].paragraphs[0]
    deleted(deadline, "до 1 сентября 2025")
    inserted(deadline, "до 15 сентября 2025")
    responsible = made.rows[2].cells[3].paragraphs[0]
    responsible.add_run("Педагог-психолог ")
    inserted(responsible, "Ромашова Э.Б.")
    deleted(responsible, "Воробьёва И.К.")
    inserted(made.rows[3].cells[1].paragraphs[0], "Провести заключительную конференцию")
    return packed(document)


TRACKED_CHANGES = Case(
    "tracked_changes",
    "Дорожная карта (правки завуча).docx",
    _tracked_changes,
    outline("""
        год: 2025/2026
        название: Дорожная карта наставничества на 2025/2026 учебный год
        этап: Подготовка
          пункт: Разработать положение | срок: до 15 сентября 2025 | отв: Свиридова Ц.Ю.
          пункт: Разослать анкеты | срок: октябрь 2025 | отв: Педагог-психолог Ромашова Э.Б.
        этап: Итоги
          пункт: Провести заключительную конференцию | срок: май 2026 | отв: Свиридова Ц.Ю.
    """),
    # One sentence «в файле есть непринятые исправления» would be welcome; no text of it is due.
)

CASES: tuple[Case, ...] = (
    PLAIN_NUMBERED_LIST,
    WORD_LIST_NUMBERING,
    WORD_LIST_IN_CELLS,
    COLUMNS_OTHER_ORDER,
    UNKNOWN_COLUMNS,
    TRACKED_CHANGES,
)
