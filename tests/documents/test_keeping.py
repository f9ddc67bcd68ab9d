"""What stays together on a page: signatures with text, the few rows of a list with each other."""

import io
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from roadmap_cli.documents.docx.text import docx_text
from roadmap_cli.documents.docx.writer import write_docx
from roadmap_cli.documents.template.markup import read_markup
from roadmap_cli.domain.papers.sheet import Paper
from roadmap_cli.text.typography import NO_BREAK
from tests.word_text import structure

SIGNATURE = "\n\n::: signature\nДиректор |  | А.А. Ли\n:::\n"


def _raw(text: str, **layout: Any) -> bytes:
    return write_docx(Paper("x", read_markup(text, "x.md"), **layout), "")


def _body(text: str, **layout: Any) -> Any:
    return Document(io.BytesIO(_raw(text, **layout))).element.body


def _is_kept(node: Any) -> bool:
    """True when every paragraph says that it stays with the next one."""
    path = f"./{qn('w:pPr')}/{qn('w:keepNext')}"
    return all(each.find(path) is not None for each in node.iter(qn("w:p")))


def _kept_rows(table: Any) -> list[int]:
    """The rows below the head that stay with the next one, from 1."""
    return [number for number, row in enumerate(table.tr_lst) if number and _is_kept(row)]


def _list(rows: int, words: str) -> str:
    lines = "".join(f"| Человек {number} | | |\n" for number in range(rows))
    return f"::: table widths=6,3,3 {words}\n| ФИО | Подпись | Дата |\n|---|---|---|\n{lines}:::\n"


@pytest.mark.parametrize(
    ("rows", "kept"),
    [(0, []), (1, []), (2, [1]), (3, [1, 2]), (4, [1, 2, 3]), (5, [1, 4]), (6, [1, 5]),
     (40, [1, 39])],
)  # fmt: skip
def test_no_page_has_one_person_of_a_list(rows: int, kept: list[int]) -> None:
    (table,) = _body(_list(rows, "kept")).iter(qn("w:tbl"))
    assert _kept_rows(table) == kept
    (table,) = _body(_list(rows, "")).iter(qn("w:tbl"))
    assert _kept_rows(table) == []


def test_a_list_is_kept_in_its_region_only() -> None:
    plain = "| а |\n|---|\n| 1 |\n| 2 |\n| 3 |\n"
    tables = _body(f"{_list(3, 'kept roomy')}\n{plain}").iter(qn("w:tbl"))
    assert [_kept_rows(table) for table in tables] == [[1, 2], []]


def test_the_heading_of_a_list_stays_with_it() -> None:
    text = structure(_raw(f"::: acquaintance\nОзнакомлены:\n:::\n\n{_list(2, 'kept')}"))
    assert text.splitlines()[:4] == [
        "Ознакомлены:   [Лист ознакомления]",
        "Таблица с границами: Шапка таблицы, Текст таблицы",
        "ШАПКА | ФИО | Подпись | Дата",
        "| Человек 0 |  |  [след]",
    ]


BEFORE = [
    "Слова\n\nСлова", "1. Пункт\n1. Пункт", "- Тире\n- Тире", "::: footnote\nа\nб\n:::",
    "::: requisites\n1 | 2 | 3\n:::", "| а |\n|---|\n| 1 |\n| 2 |", "::: figure-caption\nа\n:::",
]  # fmt: skip


@pytest.mark.parametrize("text", BEFORE)
def test_a_page_never_begins_with_a_signature(text: str) -> None:
    *_, last, signature, _sliver, _section = _body(text + SIGNATURE)
    assert signature.tag == qn("w:tbl")
    if text.startswith(("|", "::: req")):  # between two tables stands a paragraph
        *_, table, last, signature, _sliver, _section = _body(text + SIGNATURE)
        assert _is_kept(table.tr_lst[-1])
        assert not text.startswith("|") or _kept_rows(table) == [2]
    assert _is_kept(last)
    *_, last, _, _ = _body(f"{text}\n\nСлова\n\nСлова")
    assert not _is_kept(last)


def test_what_is_not_before_a_signature_is_free() -> None:
    first, second, *_ = _body(f"Раз\n\nДва{SIGNATURE}")
    assert [_is_kept(first), _is_kept(second)] == [False, True]


def test_what_the_style_says_is_not_said_again() -> None:
    heading, *_ = _body(f"## О чём{SIGNATURE}")
    assert not _is_kept(heading)


@pytest.mark.parametrize(
    ("below", "points"),
    [("| а |\n|---|\n| 1 |", 6), ("::: requisites\n1 | 2 | 3\n:::", None), (SIGNATURE, None),
     ("слова", 6), ("# Название", None), ("::: field\nа\n:::", None)],
)  # fmt: skip
def test_what_stands_below_a_table_keeps_off_it(below: str, points: int | None) -> None:
    """A signature, a title and requisites keep off by themselves."""
    _, second, *_ = _body(f"| а |\n|---|\n| 1 |\n\n{below}")
    spacing = second.find(f"./{qn('w:pPr')}/{qn('w:spacing')}")
    found = None if spacing is None else int(spacing.get(qn("w:before"))) / 20
    assert found == points


def test_a_sheet_may_be_empty() -> None:
    body = _body("::: sheet\n:::\n\nа\n\n::: sheet\n:::\n\n::: sheet landscape\n:::\n\nб")
    assert [child.tag.rpartition("}")[2] for child in body] == ["p", "p", "p", "sectPr"]
    assert len(list(body.iter(qn("w:sectPr")))) == 3


def test_signatures_are_one_table_and_stay_together() -> None:
    rows = "Наставник |  | А.А. Ли\n" * 6
    (table,) = _body(f"::: signature\n{rows}:::{SIGNATURE}").iter(qn("w:tbl"))
    assert [_is_kept(row) for row in table.tr_lst] == [True] * 6 + [False]


def test_lines_of_another_role_are_another_table() -> None:
    body = _body(f"::: requisites\n1 | 2 | 3\n:::{SIGNATURE}")
    assert len(list(body.iter(qn("w:tbl")))) == 2


APPROVALS = """\
::: approvals
ПРИНЯТО | УТВЕРЖДЕНО
педагогическим советом | приказом МБОУ СОШ № 1
| от 5 октября 2025 г. № 7
:::

# ПОЛОЖЕНИЕ
"""


@pytest.mark.parametrize(("stamp", "left"), [(75, 95), (80, 90)])
def test_approvals_stand_in_two_columns(stamp: int, left: int) -> None:
    body = _body(APPROVALS, stamp_mm=stamp)
    (table,) = body.iter(qn("w:tbl"))
    widths = [int(each.get(qn("w:w"))) for each in table.iter(qn("w:gridCol"))]
    assert [round(width * 25.4 / 1440) for width in widths] == [left, stamp]
    assert [_is_kept(row) for row in table.tr_lst] == [True, True, False]
    # The left column keeps off the right one.
    gaps = [each.find(qn("w:right")).get(qn("w:w")) for each in table.iter(qn("w:tcMar"))]
    assert gaps == ["567"] * 3
    text = (docx_text(_raw(APPROVALS)) or "").splitlines()
    assert text[:3] == [
        "ПРИНЯТО | УТВЕРЖДЕНО",
        "педагогическим советом | приказом МБОУ СОШ № 1",
        " | от 5 октября 2025 г. № 7",
    ]


def test_an_addressee_stands_on_the_right() -> None:
    text = structure(_raw("::: addressee\nДиректору\nА.А. Ли\n:::", stamp_mm=80))
    assert text.startswith("Директору ⏎ А.А. Ли   [Адресат, отступ 5102]")


@pytest.mark.parametrize("text", ["**№** 5", "№ **5**", "*1* **декабря** 2025 г."])
def test_spaces_do_not_break_where_the_face_changes_either(text: str) -> None:
    words = "".join(each.text or "" for each in _body(text).iter(qn("w:t")))
    assert NO_BREAK in words
    assert " " not in words


@pytest.mark.parametrize(
    ("widths", "made"), [("1,1", "Константинова~А.П."), ("1,9", "Константинова А.П.")]
)
def test_a_narrow_column_breaks_between_words(widths: str, made: str) -> None:
    table = f"::: table widths={widths}\n| а | б |\n|---|---|\n| Константинова А.П. | 1 |\n:::"
    words = [each.text for each in _body(table).iter(qn("w:t"))]
    assert made.replace("~", NO_BREAK) in words


@pytest.mark.parametrize(
    ("letters", "style"), [(28, "Текст таблицы"), (29, "Текст узкого столбца")]
)
@pytest.mark.parametrize("word", ["{}", "а {}", "тренер-{}"])
def test_only_a_word_that_is_longer_than_its_column_is_cut(
    letters: int, style: str, word: str
) -> None:
    # A third of 190 mm less the sides, 2.1 mm a letter.
    text = f"| а | б | в |\n|---|---|---|\n| {word.format('щ' * letters)} | 1 | 2 |"
    document: Any = Document(io.BytesIO(_raw(text, left_margin_mm=10)))
    cell = document.tables[0].cell(1, 0).paragraphs[0]
    assert cell.style.name == style
    assert document.tables[0].cell(1, 1).paragraphs[0].style.name == "Текст таблицы"


def test_a_head_is_cut_like_the_rows() -> None:
    word = "щ" * 60
    document: Any = Document(io.BytesIO(_raw(f"| {word} | б |\n|---|---|\n| 1 | 2 |")))
    names = [cell.paragraphs[0].style.name for cell in document.tables[0].rows[0].cells]
    assert names == ["Шапка узкого столбца", "Шапка таблицы"]
