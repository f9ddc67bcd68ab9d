"""Roadmaps as sheets and plain text, also beside lists of people in one workbook."""

from datetime import date

from openpyxl.worksheet.worksheet import Worksheet

from tests.importers.shapes.shape import Case, outline
from tests.importers.shapes.sheet_kit import Value, book, delimited, drawn


def _merged_sheet() -> bytes:
    sheet: list[list[Value]] = [
        ["Дорожная карта наставничества МБОУ СОШ № 6 на 2025/2026 учебный год"],
        [],
        ["№", "Этап", "Мероприятие", "Содержание", "Срок", "Ответственный", "Результат"],
        [1, "Подготовка", "Нормативная база", "1. Приказ", date(2025, 9, 5), "Юсупова Н.Х.", "П"],
        [None, None, None, "2. Положение", date(2025, 9, 12), None, "Положение"],
        [2, "Работа пар", "Встречи", "1. Знакомство\n2. Рабочие встречи", "ноябрь", None, None],
    ]
    sheet[3][6] = "Приказ"

    def finish(page: Worksheet) -> None:
        for area in ("A1:G1", "A4:A5", "B4:B5", "C4:C5", "F4:F6"):
            page.merge_cells(area)

    return book(
        ("Карта", sheet),
        ("Справочник", drawn("СОШ | средняя общеобразовательная школа")),
        finish=finish,
    )


MERGED_SHEET = Case(
    "plan_in_a_sheet_with_merged_cells_and_dates",
    "Дорожная карта СОШ 6.xlsx",
    _merged_sheet,
    outline("""
        год: 2025/2026
        название: Дорожная карта наставничества МБОУ СОШ № 6 на 2025/2026 учебный год
        этап: Подготовка
         мероприятие: Нормативная база
          пункт: Приказ | срок: 05.09.2025 | отв: Юсупова Н.Х. | итог: Приказ
          пункт: Положение | срок: 12.09.2025 | отв: Юсупова Н.Х. | итог: Положение
        этап: Работа пар
         мероприятие: Встречи
          пункт: Знакомство | срок: ноябрь | отв: Юсупова Н.Х.
          пункт: Рабочие встречи | срок: ноябрь | отв: Юсупова Н.Х.
        не взято: Справочник
        не взято: средняя общеобразовательная школа
    """),
)


def _text_plan() -> bytes:
    rows = drawn("""
        План наставничества на 2025/2026 учебный год
        Этап | Мероприятие | Срок | Ответственный
        Подготовка | Издать приказ | до 10.09.2025 | Щукин О.О.
        _ | Собрать согласия | сентябрь | _
        Итоги | Подвести итоги, /n/ наградить лучших | май 2026 | "Щукин О.О.; Рысь А.А."
        Составил: Щукин О.О.
    """)
    rows[4][3] = "Щукин О.О.; Рысь А.А."
    return delimited(rows, ";", "cp1251")


TEXT_PLAN = Case(
    "plan_as_csv_cp1251_blank_stage_cells",
    "План наставничества.csv",
    _text_plan,
    outline("""
        год: 2025/2026
        название: План наставничества на 2025/2026 учебный год
        этап: Подготовка
          пункт: Издать приказ | срок: до 10.09.2025 | отв: Щукин О.О.
          пункт: Собрать согласия | срок: сентябрь
        этап: Итоги
          пункт: Подвести итоги, наградить лучших | срок: май 2026
              | отв: Щукин О.О.; Рысь А.А.
        не взято: Составил: Щукин О.О.
    """),
    # In a text file nothing is merged: an empty stage goes on, an empty responsible is nobody.
)


def _plan_and_people() -> bytes:
    plan = drawn("""
        Этап | Мероприятие | Срок | Ответственный
        Подготовка | Приказ о внедрении | 10.09.2025 | Директор
        Подготовка | Анкетирование | сентябрь 2025 | Психолог
        Итоги | Отчёт | май 2026 | Куратор
    """)
    people = drawn("""
        ФИО наставника | Должность
        Юматова Светлана Ринатовна | учитель истории
    """)
    return book(("Дорожная карта 2025-2026", plan), ("Наставники", people))


PLAN_AND_PEOPLE = Case(
    "plan_and_mentors_in_one_workbook",
    "Наставничество 2025-2026.xlsx",
    _plan_and_people,
    outline("""
        год: 2025/2026
        название: Дорожная карта 2025-2026
        этап: Подготовка
          пункт: Приказ о внедрении | срок: 10.09.2025 | отв: Директор
          пункт: Анкетирование | срок: сентябрь 2025 | отв: Психолог
        этап: Итоги
          пункт: Отчёт | срок: май 2026 | отв: Куратор
        не взято: Наставники
        не взято: Юматова Светлана Ринатовна
        не взято: учитель истории
    """),
    # Taking both (the mentor as «человек | role: mentor») is better still. The year and the title
    # stand in the name of the sheet only; leaving them blank and asking is as good.
)

CASES: tuple[Case, ...] = (MERGED_SHEET, TEXT_PLAN, PLAN_AND_PEOPLE)
