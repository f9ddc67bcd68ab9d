"""Figures, captions and contents in a template: as values, numbered, where they may stand."""

import io
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from rich.console import Console

from roadmap_cli.documents.docx.styles import LOOKS
from roadmap_cli.documents.docx.text import docx_text
from roadmap_cli.documents.docx.writer import write_docx
from roadmap_cli.documents.template.escape import figure_mark
from roadmap_cli.documents.template.fill import Filler, TemplateSource
from roadmap_cli.documents.template.markup import read_markup
from roadmap_cli.domain.papers.figures import Figure, Series, value_words
from roadmap_cli.domain.papers.sheet import (
    Caption,
    Chart,
    Contents,
    Entry,
    Paper,
    Paragraph,
    Table,
)
from roadmap_cli.errors import TemplateInvalidError
from roadmap_cli.render.papers.sheet import paper_view

FIRST = Figure("Первый | *рисунок*", ("а", "б"), (Series("с", (1, 2)),))
SECOND = Figure("Второй", ("а",), (Series("с", (3.5,)), Series("т", (None,))))
EMPTY = Figure("Пустой", ("а",), (Series("с", (None,)),))
REGION = "::: figure\n{{ %s }}\n:::\n\n"


def _blocks(text: str, **context: object) -> tuple[Any, ...]:
    filler = Filler(lambda name: TemplateSource(text, name), context)
    filled = filler.fill("x.md", context)
    return read_markup(filled.text, "x.md", filled.figures)


def _refused(text: str, **context: object) -> str:
    with pytest.raises(TemplateInvalidError) as refused:
        _blocks(text, **context)
    (problem,) = refused.value.problems
    assert problem.place
    return f"{problem.place.line}: {problem.message}"


def test_a_figure_reaches_the_sheet_as_it_is() -> None:
    blocks = _blocks(REGION % "a" + REGION % "b", a=FIRST, b=SECOND)
    charts = [block.figure for block in blocks if isinstance(block, Chart)]
    assert charts == [FIRST, SECOND]
    assert [type(block) for block in blocks] == [Chart, Caption, Chart, Caption]
    captions = [block for block in blocks if isinstance(block, Caption)]
    assert [(each.lead, each.number) for each in captions] == [("Рисунок ", 1), ("Рисунок ", 2)]
    assert ["".join(run.text for run in each.runs) for each in captions] == [
        "Первый | *рисунок*", "Второй",
    ]  # fmt: skip


def test_figures_of_a_loop() -> None:
    text = "{% for each in many %}\n" + REGION % "each" + "{% endfor %}\n"
    blocks = _blocks(text, many=(FIRST, SECOND, FIRST))
    assert [block.figure for block in blocks if isinstance(block, Chart)] == [
        FIRST, SECOND, FIRST,
    ]  # fmt: skip


def test_figures_of_the_document_before_are_gone() -> None:
    filler = Filler(lambda name: TemplateSource(REGION % "a", name), ("a",))
    assert filler.fill("x.md", {"a": FIRST}).figures == (FIRST,)
    assert filler.fill("x.md", {"a": SECOND}).figures == (SECOND,)


def test_a_figure_without_values_says_so_and_has_no_number() -> None:
    blocks = _blocks(REGION % "a" + REGION % "b", a=EMPTY, b=FIRST)
    said, chart, caption = blocks
    assert isinstance(said, Paragraph)
    assert said.lines[0][0].text == "Рисунка «Пустой» нет: нет данных."
    assert isinstance(chart, Chart)
    assert caption.number == 1


OUTSIDE = "рисунок стоит вне области «::: figure»"
INSIDE = "в области «figure» стоит не рисунок"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{ a }}", f"1: {OUTSIDE}"),
        ("текст\n\nи {{ a }} в тексте", f"3: {OUTSIDE}"),
        ("- {{ a }}", f"1: {OUTSIDE}"),
        ("| а |\n|---|\n| {{ a }} |", f"3: {OUTSIDE}"),
        ("::: stamp\n{{ a }}\n:::", f"2: {OUTSIDE}"),
        ("::: signature\n{{ a }} | |\n:::", f"2: {OUTSIDE}"),
        (REGION % "a" + "{{ a }}", f"5: {OUTSIDE}"),
        ("::: figure\nтекст\n:::", f"2: {INSIDE}"),
        ("::: figure\n0\n:::", f"2: {INSIDE}"),
        ("::: figure\n{{ a }} {{ a }}\n:::", f"2: {INSIDE}"),
        ("::: figure\n{{ mark }}\n:::", f"2: {INSIDE}"),
    ],
)
def test_a_figure_stands_in_its_region_only(text: str, said: str) -> None:
    assert _refused(text, a=FIRST, mark=figure_mark(0)) == said


def test_data_are_no_figure() -> None:
    (block,) = _blocks("{{ a }}", a=f"имя {figure_mark(0)}")
    assert block.lines[0][0].text == "имя 0"


def test_characters_that_no_file_can_hold_are_dropped() -> None:
    dirty = Figure("а\x00б", ("в\nг",), (Series("д\u202e", (1,)),), "\x01%", alt="е\x02")
    chart, _ = _blocks(REGION % "a", a=dirty)
    assert chart.figure == Figure("аб", ("в г",), (Series("д", (1,)),), "%", alt="е")
    assert write_docx(Paper("x", (chart,)), "")


TABLE = "| а |\n|---|\n| 1 |\n\n"
CAPTION = "::: table-caption\n%s\n:::\n\n"


def test_captions_of_tables_have_numbers_of_their_own() -> None:
    text = CAPTION % "О *чём*" + TABLE + REGION % "a" + TABLE + CAPTION % "{{ b }}" + TABLE
    blocks = _blocks(text, a=FIRST, b="Имя | с * чертой")
    told = [
        (each.lead, each.number, "".join(run.text for run in each.runs))
        for each in blocks
        if isinstance(each, Caption)
    ]
    assert told == [
        ("Таблица ", 1, "О чём"),
        ("Рисунок ", 1, "Первый | *рисунок*"),
        ("Таблица ", 2, "Имя | с * чертой"),
    ]
    assert sum(isinstance(each, Table) for each in blocks) == 3


LOOKS_BY_ID = {"Caption": LOOKS["table-caption"]} | {
    f"Roadmap-{key}": look for key, look in LOOKS.items()
}


def test_a_caption_stays_with_what_it_names() -> None:
    blocks = _blocks(CAPTION % "О" + TABLE + REGION % "a", a=FIRST)
    body = Document(io.BytesIO(write_docx(Paper("x", blocks), ""))).element.body
    kept = [(each.style, LOOKS_BY_ID[each.style].keep_with_next) for each in body.iter(qn("w:p"))]
    assert kept == [
        ("Caption", True), ("Roadmap-head", True), ("Roadmap-cell", False),
        ("Roadmap-figure", True), ("Roadmap-figure-caption", False),
    ]  # fmt: skip


HEADINGS = "# Т\n\n::: contents\n:::\n\n## А *б*\n\n### В\n\n::: heading\nг\nд\n:::\n\n#### Е\n"


def test_the_contents_list_headings_and_not_the_title() -> None:
    blocks = _blocks(HEADINGS)
    (contents,) = [block for block in blocks if isinstance(block, Contents)]
    assert contents.entries == (
        Entry(1, "А б"), Entry(2, "В"), Entry(1, "г д"), Entry(2, "Е"),
    )  # fmt: skip


def test_a_lower_heading_is_set_in() -> None:
    body = Document(io.BytesIO(write_docx(Paper("x", _blocks(HEADINGS)), ""))).element.body
    (block,) = body.iter(qn("w:sdt"))
    assert [each.style for each in block.iter(qn("w:p"))] == ["Toc1", "Toc2", "Toc1", "Toc2"]


def test_headings_are_headings_for_word() -> None:
    document = Document(io.BytesIO(write_docx(Paper("x", _blocks("# Т\n\n## А\n\n### Б")), "")))
    levels = {
        each.text: each.style.element.find(f".//{qn('w:outlineLvl')}")
        for each in document.paragraphs
        if each.style is not None
    }
    assert levels["Т"] is None
    assert [levels[name].get(qn("w:val")) for name in "АБ"] == ["0", "1"]
    # Without contents nothing leads there.
    assert not list(document.element.body.iter(qn("w:bookmarkStart")))


def test_contents_without_a_heading_are_a_field_all_the_same() -> None:
    raw = write_docx(Paper("x", _blocks("::: contents\n:::")), "")
    kinds = [
        each.get(qn("w:fldCharType"))
        for each in Document(io.BytesIO(raw)).element.body.iter(qn("w:fldChar"))
    ]
    assert kinds == ["begin", "separate", "end"]


def test_a_document_as_text_has_captions_contents_and_figures() -> None:
    blocks = _blocks(HEADINGS + "\n" + CAPTION % "О" + TABLE + REGION % "a", a=FIRST)
    text = (docx_text(write_docx(Paper("x", blocks), "")) or "").splitlines()
    assert text[:5] == ["Т", "А б", "В", "г д", "Е"]
    assert "Таблица 1 – О" in text
    assert "Рисунок 1 – Первый | *рисунок*" in text
    assert "[Столбчатая диаграмма. Первый | *рисунок*. а – 1; б – 2.]" in text


def _shown(*blocks: Any, width: int = 60) -> list[str]:
    stream = io.StringIO()
    view = paper_view(Paper("x", blocks), width)
    Console(file=stream, width=width, color_system=None).print(view)
    return [line.rstrip() for line in stream.getvalue().splitlines() if line.strip()]


def test_bars_on_the_screen() -> None:
    figure = Figure("х", ("Один", "Два", "Три"), (Series("с", (10, 5, None)),), "%", 20)
    bars = [line.split() for line in _shown(Chart(figure))]
    assert bars == [
        ["Один", "█" * 10 + "░" * 10, "10", "%"],
        ["Два", "█" * 5 + "░" * 15, "5", "%"],
        ["Три", "░" * 20, "нет", "данных"],
    ]


def test_bars_of_several_series_are_called_by_name_and_a_missing_one_is_left_out() -> None:
    two = Figure("О", ("а", "б"), (Series("с", (3.5, None)), Series("т", (None, None))))
    lines = [line.split() for line in _shown(Chart(two))]
    assert lines == [["а", "с", "█" * 20, "3,5"], ["б", "с", "░" * 20, "нет", "данных"]]


@pytest.mark.parametrize("values", [(0,), (-5, 10)])
def test_bars_below_one(values: tuple[float, ...]) -> None:
    figure = Figure("х", ("а",) * len(values), (Series("с", values),))
    lines = _shown(Chart(figure))
    assert len(lines) == len(values)
    assert ("█" in lines[0]) is (values[0] != 0)


def test_captions_and_contents_on_the_screen() -> None:
    lines = [line.strip() for line in _shown(*_blocks(HEADINGS + "\n" + CAPTION % "О" + TABLE))]
    assert lines[:5] == ["Т", "А б", "В", "г д", "Е"]
    assert "Таблица 1 – О" in lines


@pytest.mark.parametrize(
    ("value", "unit", "places", "said"),
    [
        (None, "%", 0, "нет данных"),
        (5, "", 0, "5"),
        (5, "%", 1, "5,0 %"),
        (7.25, "балла", 1, "7,3 балла"),
        (7.35, "", 1, "7,4"),
        (0.5, "", 0, "1"),
        (-1.5, "", 1, "−1,5"),
    ],
)
def test_a_value_in_words(value: float | None, unit: str, places: int, said: str) -> None:
    assert value_words(value, unit, places) == said


def test_a_marked_line_is_told_and_bounded() -> None:
    filler = Filler(
        lambda name: TemplateSource("{{ blank('вывод', 5) }} {{ blank('б', 10**9) }}", name), ()
    )
    filled = filler.fill("x.md", {})
    assert filled.missing == ("вывод", "б")
    assert filled.text == "\\_" * 5 + " " + "\\_" * 100
