"""No text of a file disappears: it is in the data, or it is told as left out."""

import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from tests.conftest import Run
from tests.importers.shapes import lists_1, lists_2, lists_3, lists_4
from tests.importers.shapes.shape import Case
from tests.school_files import file_words

LISTS = [case for module in (lists_1, lists_2, lists_3, lists_4) for case in module.CASES]
TODAY = "2025-10-01"

HEADINGS = st.lists(
    st.sampled_from([
        "№", "Этап", "Мероприятие", "Содержание", "Сроки", "Срок", "Ответственный", "Результат",
        "Бюджет", "ФИО", "ФИО наставника", "ФИО наставляемого", "Класс", "Должность", "Телефон",
        "Форма наставничества", "Согласие на обработку ПД", "Дата", "", "Начало", "Окончание",
    ]),
    min_size=1, max_size=7,
)  # fmt: skip
TEXTS = st.sampled_from([
    "", "", "1", "1.1", "I. Этап первый", "Этап 2. Основной", "Издать приказ", "до 1 октября",
    "сентябрь 2025", "Иванова А.А.", "Петрова Анна Ивановна", "-//-", "то же", "да", "нет", "9А",
    "учитель", "2. Собрать анкеты", "продолжение строки", "12.10.2025", "педагог – педагог",
    "Первый пункт\nВторой пункт", "май\nиюнь", "ИТОГО", "Итого: 3", "+7 900 000 00 00",
    "координатор", "<b>жирно</b>", "Лaпинa", "каб. 12", "— нет —", "Список пар",
])  # fmt: skip
ROWS = st.lists(st.lists(TEXTS, min_size=1, max_size=8), max_size=7)
TABLES = st.tuples(st.lists(TEXTS, max_size=2), HEADINGS, ROWS)


def _as_word(tables: list[tuple[list[str], list[str], list[list[str]]]]) -> bytes:
    document = Document()
    for before, headings, rows in tables:
        for text in before:
            document.add_paragraph(text)
        width = max([len(headings), *map(len, rows)])
        table = document.add_table(0, width)
        for texts in (headings, *rows):
            for cell, text in zip(table.add_row().cells, texts, strict=False):
                cell.text = text
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _as_excel(tables: list[tuple[list[str], list[str], list[list[str]]]]) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    for before, headings, rows in tables:
        sheet: Any = book.create_sheet()
        for texts in ([[text] for text in before], [headings], rows):
            for row in texts:
                sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _lost(run: Run, root: Path, name: str, raw: bytes) -> list[str]:
    """The words of a file that are neither in the data nor told after an import."""
    (root / name).write_bytes(raw)
    outcome = run("import", name, "--yes", "--replace", "--take", "роли", "--json", today=TODAY)
    if outcome.code == 1 and not outcome.out:
        return []  # nothing was recognised, and that is said
    assert outcome.code == 0, outcome.err
    data = "\n".join(path.read_text("utf-8") for path in (root / "data").glob("*.yaml"))
    known = _folded(data + json.dumps(outcome.data, ensure_ascii=False) + outcome.err)
    return [word for word in file_words(name, raw) if _folded(word) not in known]


def _folded(text: str) -> str:
    return re.sub(r"\s+", " ", text.casefold().replace("ё", "е"))


@pytest.fixture
def school(run: Run, workspace: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    run("init", "школа", "--organization", "Школа", "--year", "2025/2026", "--no-git")
    monkeypatch.chdir(workspace / "школа")
    return workspace / "школа"


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(TABLES, min_size=1, max_size=3), st.booleans())
@example([([], ["№", "Мероприятие", "Дата"], []), ([], [""], [])], False)
def test_no_text_of_a_random_file_disappears(
    run: Run, school: Path, tables: list[tuple[list[str], list[str], list[list[str]]]], word: bool
) -> None:
    files = {path: path.read_bytes() for path in (school / "data").glob("*.yaml")}
    name, raw = ("x.docx", _as_word(tables)) if word else ("x.xlsx", _as_excel(tables))
    assert _lost(run, school, name, raw) == []
    for path in (school / "data").glob("*.yaml"):
        path.write_bytes(files[path]) if path in files else path.unlink()


@pytest.mark.parametrize("case", LISTS, ids=lambda case: case.name)
def test_no_text_of_a_list_disappears(run: Run, school: Path, case: Case) -> None:
    for name, text in case.before.items():
        (school / "data" / name).write_text(text, encoding="utf-8")
    assert _lost(run, school, case.file, case.build()) == []
