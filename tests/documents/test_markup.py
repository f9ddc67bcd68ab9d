"""Markup: lists of four levels, shares of columns, regions, cells of requisites."""

import io

import pytest
from docx import Document
from docx.oxml.ns import qn

from roadmap_cli.documents.docx.writer import write_docx
from roadmap_cli.documents.template.markup import read_markup
from roadmap_cli.domain.papers.sheet import (
    BulletItem,
    NewSheet,
    NumberedItem,
    Paper,
    Paragraph,
    Table,
)
from roadmap_cli.errors import TemplateInvalidError


def _nested(levels: int, mark: str) -> str:
    step = len(mark) + 1
    return "\n".join(f"{' ' * step * level}{mark} п" for level in range(levels))


def _refused(text: str) -> str:
    with pytest.raises(TemplateInvalidError) as refused:
        read_markup(text, "x.md")
    (problem,) = refused.value.problems
    return f"{problem.place.line}: {problem.message} {problem.hint or ''}".strip()


@pytest.mark.parametrize("mark", ["1.", "-"])
@pytest.mark.parametrize("levels", [1, 2, 3, 4])
def test_every_level_of_a_list_has_its_sign_in_word(levels: int, mark: str) -> None:
    blocks = read_markup(_nested(levels, mark), "x.md")
    assert len(blocks) == levels
    document = Document(io.BytesIO(write_docx(Paper("x", blocks), "")))
    known = {
        level.get(qn("w:ilvl")) for level in document.part.numbering_part.element.iter(qn("w:lvl"))
    }
    used = [each.get(qn("w:val")) for each in document.element.body.iter(qn("w:ilvl"))]
    assert used == [str(level) for level in range(levels)]
    assert set(used) <= known


@pytest.mark.parametrize("mark", ["1.", "-"])
def test_a_fifth_level_is_refused_at_its_line(mark: str) -> None:
    assert _refused(_nested(5, mark)).startswith("5: список глубже 4 уровней")


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1. а\n2. б", ["1.", "2."]),
        ("3. а\n3. б", ["3.", "4."]),
        ("0. а", ["1."]),
        ("1. а\n   1. б\n      1. в\n         1. г\n2. д",
         ["1.", "1.1.", "1.1.1.", "1.1.1.1.", "2."]),
        ("1. а\n   - б\n      1. в", ["1.", "1.1."]),
        ("1. а\n\nтекст\n\n1. б", ["1.", "1."]),
    ],
)  # fmt: skip
def test_points_are_counted(text: str, numbers: list[str]) -> None:
    blocks = read_markup(text, "x.md")
    points = [each for each in blocks if isinstance(each, NumberedItem)]
    assert [each.number for each in points] == numbers
    assert [each.level for each in points] == [number.count(".") - 1 for number in numbers]


def test_each_list_begins_anew_and_dashes_are_one() -> None:
    blocks = read_markup("1. а\n\nтекст\n\n1. б\n\nтекст\n\n- в", "x.md")
    assert [each.group for each in blocks if isinstance(each, NumberedItem)] == [1, 2]
    assert [each.level for each in blocks if isinstance(each, BulletItem)] == [0]


TABLE = "| а | б |\n|---|---|\n| 1 | 2 |"


@pytest.mark.parametrize(
    ("shares", "widths"),
    [
        ("1,3", (1, 3)),
        ("0.5,1.25", (0.5, 1.25)),
        ("9999,0.0001", (9999, 0.0001)),
        ("10000,1", None),
        ("0.00001,1", None),
        ("0,1", None),
        ("1,0.0", None),
        ("1,", None),
        (",1", None),
        ("1;3", None),
        ("", None),
        ("-1,3", None),
        ("1e3,1", None),
    ],
)
def test_shares_of_columns(shares: str, widths: tuple[float, ...] | None) -> None:
    text = f"::: table widths={shares}\n{TABLE}\n:::"
    if widths is None:
        assert _refused(text) == (
            f"1: недопустимые ширины столбцов «{shares}» Доли столбцов пишут так: widths=1,3,4.5"
        )
    else:
        (table,) = read_markup(text, "x.md")
        assert isinstance(table, Table)
        assert table.widths == widths


@pytest.mark.parametrize(
    ("shares", "said"),
    [
        ("1", "2: столбцов 2, а ширин названо 1"),
        ("1,2,3", "2: столбцов 2, а ширин названо 3"),
    ],
)
def test_there_are_as_many_shares_as_columns(shares: str, said: str) -> None:
    assert _refused(f"::: table widths={shares}\n{TABLE}\n:::") == said


def test_shares_end_with_their_region() -> None:
    blocks = read_markup(f"::: table widths=1,3\n{TABLE}\n:::\n\n{TABLE}", "x.md")
    assert [each.widths for each in blocks if isinstance(each, Table)] == [(1, 3), ()]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("а | б", "2: в области «signature» частей через «|» 2, а не 3"),
        ("а | б | в | г", "2: в области «signature» частей через «|» 4, а не 3"),
        ("а | б \\| в", "2: в области «signature» частей через «|» 2, а не 3"),
    ],
)
def test_a_line_of_cells_has_its_number_of_them(line: str, said: str) -> None:
    assert _refused(f"::: signature\n{line}\n:::") == said
    assert len(read_markup("::: signature\nа | б | в\n:::", "x.md")) == 1


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (
            "signatur",
            "Возможно, вы имели в виду «signature»?",
        ),
        ("такой", "Допустимы: text, plain, "),
    ],
)
def test_an_unknown_region_is_told(name: str, said: str) -> None:
    assert _refused(f"::: {name}\nа\n:::").startswith(f"1: неизвестная область «::: {name}» {said}")


@pytest.mark.parametrize(
    ("text", "landscape"), [("::: sheet\n:::", False), ("::: sheet landscape\n:::", True)]
)
def test_a_new_sheet_may_lie(text: str, landscape: bool) -> None:
    assert read_markup(text, "x.md") == (NewSheet(landscape),)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("а\nб", ["а б"]),
        ("а  \nб", ["а", "б"]),
        ("а<br>б", ["а", "б"]),
        ("а<br/>б", ["а", "б"]),
        ("а<hr>б", ["а<hr>б"]),
        ("::: stamp\nа\nб\n:::", ["а", "б"]),
        ("---", [""]),
    ],
)
def test_where_lines_are_cut(text: str, lines: list[str]) -> None:
    (block,) = read_markup(text, "x.md")
    assert isinstance(block, Paragraph)
    assert ["".join(run.text for run in runs) for runs in block.lines] == lines


def test_a_cell_may_go_on_with_the_one_above() -> None:
    (table,) = read_markup(f"{TABLE}\n| ^^ | ^ |", "x.md")
    assert isinstance(table, Table)
    assert [cell.continues_above for cell in table.rows[1]] == [True, False]
