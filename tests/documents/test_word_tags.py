"""Loops in the tables and paragraphs of a Word form: which are right, refused, or leave gaps."""

import io
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from roadmap_cli.documents.docx.text import docx_text
from roadmap_cli.documents.template.word_tags import uneven
from tests.conftest import Run

TODAY = "2025-12-01"
NAMES = ["Шевченко Анна Викторовна", "Ткачук Валентина Кузьминична"]
Rows = list[list[str]]


def _form(school: Path, *before: str, rows: Rows = (), after: str = "") -> None:  # type: ignore[assignment]
    path = school / "templates" / "order" / "pairs.docx"
    path.parent.mkdir(parents=True, exist_ok=True)
    document = Document()
    for line in before:
        document.add_paragraph(line)
    if rows:
        table = document.add_table(len(rows), len(rows[0]))
        for number, row in enumerate(rows):
            for place, text in enumerate(row):
                table.cell(number, place).text = text
    if after:
        document.add_paragraph(after)
    document.save(str(path))


def _checked(run: Run) -> tuple[int, list[str]]:
    outcome = run("template", "check", "--json", today=TODAY)
    return outcome.code, [f"{each['line']} {each['message']}" for each in outcome.data["problems"]]


RIGHT: list[tuple[list[str], Rows]] = [
    (["{% for p in pairs %}{{ p.id }} {% endfor %}."], []),
    (["{%p for p in pairs %}", "{{ p.id }}", "{%p endfor %}", "."], []),
    (["{%p if pairs %}", "есть", "{%p else %}", "нет", "{%p endif %}"], []),
    ([], [["№", "Код"], ["{%tr for p in pairs %}", ""], ["{{ loop.index }}", "{{ p.id }}"],
          ["{%tr endfor %}", ""]]),
    ([], [["{% for p in pairs %}{{ p.id }}{% endfor %}", "{% if pairs %}да{% endif %}"]]),
    ([], [["{%tc for p in pairs %}", "{{ p.id }}", "{%tc endfor %}"]]),
    (["{% set n = 1 %}{{ n }}"], []),
]  # fmt: skip


@pytest.mark.parametrize(("before", "rows"), RIGHT, ids=range(len(RIGHT)))
def test_loops_that_are_right(run: Run, school: Path, before: list[str], rows: Rows) -> None:
    _form(school, *before, rows=rows)
    assert _checked(run) == (0, [])
    assert run("order", "pairs", "-o", "x.docx", today=TODAY).code == 0


SPLIT = "«{% for p in pairs %}» открыт в одной ячейке, а закрыт в другой ячейке: строки таблицы"
REFUSED: list[tuple[list[str], Rows, list[str]]] = [
    ([], [["{% for p in pairs %}{{ p.id }}", "{{ p.form }}{% endfor %}"]],
     [f"1 {SPLIT} разойдутся"]),
    (["Приказ"], [["№", "Код"], ["{% for p in pairs %}1", "{{ p.id }}"], ["а", "{% endfor %}"]],
     [f"4 {SPLIT} разойдутся"]),
    ([], [["{% if pairs %}а", "б"], ["в", "{% else %}г"], ["д{% endif %}", "е"]],
     ["1 «{% if pairs %}» открыт в одной ячейке, а закрыт в другой ячейке: строки таблицы"
      " разойдутся"]),
    (["{% for p in pairs %}"], [["а", "{{ p.id }}{% endfor %}"]],
     ["1 «{% for p in pairs %}» открыт вне таблицы, а закрыт в другой ячейке: строки таблицы"
      " разойдутся"]),
    ([], [["{% for p in pairs %}", ""], ["{{ p.id }}", "а{% endfor %}"]],
     [f"1 {SPLIT} разойдутся"]),
    ([], [["{%tr for p in pairs %}", "{{ p.id }}"], ["{%tr endfor %}", ""]],
     ["1 строка таблицы с «{%tr for p in pairs %}» исчезает целиком, а в ней есть ещё текст"]),
    ([], [["{%tr for p in pairs %}{{ p.id }}", "{%tr endfor %}"]],
     ["1 строка таблицы с «{%tr for p in pairs %}» исчезает целиком, а в ней есть ещё текст",
      "2 строка таблицы с «{%tr endfor %}» исчезает целиком, а в ней есть ещё текст"]),
    (["{%tr for p in pairs %}", "{{ p.id }}", "{%tr endfor %}"], [],
     ["1 «{%tr for p in pairs %}» стоит вне таблицы", "3 «{%tr endfor %}» стоит вне таблицы"]),
    (["а {%p for p in pairs %}", "{{ p.id }}", "{%p endfor %}"], [],
     ["1 абзац с «{%p for p in pairs %}» исчезает целиком, а в нём есть ещё текст"]),
    (["{%p for p in pairs %}{{ p.id }}{%p endfor %}"], [],
     ["1 абзац с «{%p for p in pairs %}» исчезает целиком, а в нём есть ещё текст",
      "1 абзац с «{%p endfor %}» исчезает целиком, а в нём есть ещё текст"]),
]  # fmt: skip


@pytest.mark.parametrize(("before", "rows", "said"), REFUSED, ids=range(len(REFUSED)))
def test_loops_that_would_wreck_a_document(
    run: Run, school: Path, before: list[str], rows: Rows, said: list[str]
) -> None:
    _form(school, *before, rows=rows)
    assert _checked(run) == (1, said)
    outcome = run("order", "pairs", "-o", "x.docx", today=TODAY)
    assert outcome.code == 1
    assert f"templates/order/pairs.docx, абзац {said[0].split()[0]}: ошибка: " in outcome.err
    assert not (school / "x.docx").exists()


def test_a_loop_in_one_row_is_told_what_to_write(run: Run, school: Path) -> None:
    _form(school, rows=[["{% for p in pairs %}{{ p.id }}", "{% endfor %}"]])
    err = run("template", "check", today=TODAY).err
    assert "«{%tr for … %}» в отдельную строку таблицы над ней" in err
    assert "«{%tr endfor %}» — в отдельную строку под ней" in err


GAPS: list[tuple[list[str], Rows, list[str]]] = [
    ([], [["{% for p in pairs %}", ""], ["{{ p.id }}", "а"], ["{% endfor %}", ""]],
     ["1 «{% for p in pairs %}» стоит один в строке таблицы: останется пустая строка",
      "5 «{% endfor %}» стоит один в строке таблицы: останется пустая строка"]),
    (["а", "{% for p in pairs %}", "{{ p.id }}", "{% endfor %}"], [],
     ["2 «{% for p in pairs %}» стоит один в абзаце: останется пустой абзац",
      "4 «{% endfor %}» стоит один в абзаце: останется пустой абзац"]),
    (["{% if pairs %}", "а", "{% elif mentors %}", "б", "в{% endif %}"], [],
     ["1 «{% if pairs %}» стоит один в абзаце: останется пустой абзац",
      "3 «{% elif mentors %}» стоит один в абзаце: останется пустой абзац"]),
    ([], [["а{% for p in pairs %}\n{{ p.id }}{% endfor %}"]], []),
]  # fmt: skip


@pytest.mark.parametrize(("before", "rows", "said"), GAPS, ids=range(len(GAPS)))
def test_tags_that_leave_gaps_are_remarks(
    run: Run, school: Path, before: list[str], rows: Rows, said: list[str]
) -> None:
    _form(school, *before, rows=rows)
    assert _checked(run) == (0, said)
    outcome = run("template", "check", today=TODAY)
    assert ("Шаблоны в порядке." in outcome.out) is (not said)
    if said:
        assert "замечание" in outcome.err
        assert ("{%tr " if rows else "{%p ") in outcome.err
        assert "Документы по шаблонам создаются" in outcome.out
    assert run("order", "pairs", "-o", "x.docx", today=TODAY).code == 0


def test_rows_that_become_unequal_are_refused(run: Run, school: Path) -> None:
    cells = ["{%tc for m in range(5) %}", "{{ m }}", "{%tc endfor %}"]
    _form(school, "Приказ", rows=[cells, cells])
    assert _checked(run) == (0, [])
    _form(school, "Приказ", rows=[cells, ["а", "б", "в"]])
    assert _checked(run) == (1, ["0 в таблице 1 строки получились разной ширины"])
    assert "templates/order/pairs.docx: ошибка" in run("template", "check", today=TODAY).err


def test_a_table_that_was_uneven_may_stay_so(run: Run, school: Path) -> None:
    _form(school, "Приказ", rows=[["а", "б"], ["в", "г"]])
    path = school / "templates" / "order" / "pairs.docx"
    document = Document(str(path))
    row = document.tables[0].rows[0]._tr
    row.remove(row.tc_lst[1])
    document.save(str(path))
    assert _checked(run) == (0, [])


def test_merged_cells_are_as_wide_as_what_they_cover(run: Run, school: Path) -> None:
    rows = [
        ["Пары", ""],
        ["{%tr for p in pairs %}", ""],
        ["{{ p.id }}", "а"],
        ["{%tr endfor %}", ""],
    ]
    _form(school, "Приказ", rows=rows)
    path = school / "templates" / "order" / "pairs.docx"
    document = Document(str(path))
    table = document.tables[0]
    table.cell(0, 0).merge(table.cell(0, 1))
    document.save(str(path))
    assert _checked(run) == (0, [])


@pytest.mark.parametrize(
    "lines", [[], [""], ["{% for p in pairs if false %}{{ p.id }}{% endfor %}"], ["—"]]
)
def test_an_empty_document_is_refused(run: Run, school: Path, lines: list[str]) -> None:
    _form(school, *lines)
    assert _checked(run) == (1, ["0 в документе не осталось ни одного слова"])
    path = school / "templates" / "order" / "pairs.docx"
    path.unlink()
    path.with_suffix(".md").write_text("\n".join(lines), "utf-8")
    assert _checked(run) == (1, ["1 в документе не осталось ни одного слова"])
    assert run("order", "pairs", "-o", "x.docx", today=TODAY).code == 1
    assert not (school / "x.docx").exists()


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["а", "{{ 1 / 0 }}"],
         "2 шаблон нельзя заполнить: деление на ноль в «{{ 1 / 0 }}»"),
        (["{{ document.number }}", "{%p for p in pairs %}", "{{ p.номер }}", "{%p endfor %}"],
         "3 неизвестное имя «номер» в «{{ p.номер }}»"),
        (["а", "{%p for p in pairs %}", "{{ p.id }}"],
         "2 ошибка в записи тега: блок «for» не закрыт в «{%p for p in pairs %}»"),
        (["а", "{{ document.number }}", "{%p endfor %}"],
         "3 ошибка в записи тега: «endfor» ничего не закрывает в «{%p endfor %}»"),
        (["{%p for i in range(2000) %}", "{% for j in range(2000) %}{% endfor %}",
          "{%p endfor %}"],
         "2 шаблон нельзя заполнить: больше 2 млн повторений цикла в"
         " «{% for j in range(2000) %}{% endfor %}»"),
        (["{{ document.number | нет }}"],
         "1 ошибка в записи тега: нет фильтра «нет» в «{{ document.number | нет }}»"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_paragraph(
    run: Run, school: Path, lines: list[str], said: str
) -> None:
    _form(school, *lines)
    assert _checked(run) == (1, [said])


def test_what_only_docxtpl_understands_hides_no_fault(run: Run, school: Path) -> None:
    loop = [["{%tr for p in pairs %}", ""], ["{% vm %}{{ p.form }}", "{{ p.id }}"],
            ["{%tr endfor %}", ""]]  # fmt: skip
    _form(school, "а", rows=[["{% cellbg 'FF0000' %}№", "б"], *loop])
    assert _checked(run) == (0, [])
    _form(school, "а", rows=[["{% cellbg 'FF0000' %}№", "б"], *loop], after="{{ 1 / 0 }}")
    assert _checked(run) == (1, ["10 шаблон нельзя заполнить: деление на ноль в «{{ 1 / 0 }}»"])


@pytest.mark.parametrize("name", ["w:gridBefore", "w:gridAfter"])
def test_what_a_row_leaves_out_at_its_ends_counts(name: str) -> None:
    document = Document()
    row = document.add_table(2, 3).rows[0]._tr
    row.remove(row.tc_lst[2])
    assert uneven(document.element.body) == (1,)
    left_out = OxmlElement(name)
    left_out.set(qn("w:val"), "1")
    row.get_or_add_trPr().append(left_out)
    assert uneven(document.element.body) == ()


def test_rows_and_paragraphs_are_repeated_without_gaps(run: Run, school: Path) -> None:
    _form(
        school,
        "{%p for p in pairs %}",
        "Пара {{ p.id }}",
        "{%p endfor %}",
        rows=[["№", "Пара"], ["{%tr for p in pairs %}", ""], ["{{ loop.index }}", "{{ p.id }}"],
              ["{%tr endfor %}", ""]],
        after="Всего {{ pairs | length }}",
    )  # fmt: skip
    assert run("order", "pairs", "-o", "x.docx", today=TODAY).code == 0
    raw = (school / "x.docx").read_bytes()
    made = Document(io.BytesIO(raw))
    rows = [[cell.text for cell in row.cells] for row in made.tables[0].rows]
    assert rows == [["№", "Пара"], ["1", "shvets-1"], ["2", "ivanova-1"]]
    assert [each.text for each in made.paragraphs] == [
        "Пара shvets-1", "Пара ivanova-1", "Всего 2",
    ]  # fmt: skip
    assert "{%" not in (docx_text(raw) or "")
