"""Native charts: what Word shows, what their workbooks hold, what is said in their place."""

import io
import itertools
import re
import zipfile
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree
from openpyxl import load_workbook

from roadmap_cli.documents.docx.charts import height_mm
from roadmap_cli.documents.docx.text import docx_text
from roadmap_cli.documents.docx.writer import write_docx
from roadmap_cli.domain.papers.figures import Figure, Series, described
from roadmap_cli.domain.papers.sheet import Chart, NewSheet, Paper
from roadmap_cli.storage.texts.plain_text import plain_text
from tests.word_text import entries

ONE = Figure("Участники", ("Наставники", "Наставляемые"), (Series("Человек", (2, 3)),))
TWO = Figure(
    "До и после",
    ("Тревожность", "Учёба"),
    (Series("До", (4.5, 6.0)), Series("После", (7.25, None))),
    "балла",
    10,
)
FIGURES = {
    "one series": ONE,
    "two series": TWO,
    "a gap": Figure("Пропуск", ("а", "б", "в"), (Series("с", (None, 0, 1)),)),
    "one category": Figure("Одна", ("а",), (Series("с", (100,)),), "%", 100),
    "hostile": Figure(
        'Кавычки "\'«»" <b>&amp; </c:v>', ("=1+1", "<&>", '"'), (Series("<&\"'>", (1, 2, 3)),), '"%'
    ),
    "thirty": Figure(
        "Тридцать",
        tuple(f"Категория {n}" for n in range(30)),
        (Series("а", tuple(range(30))), Series("б", tuple(range(30, 0, -1)))),
    ),
    "below zero": Figure("Сдвиг", ("а", "б"), (Series("с", (-1.5, 2)),)),
    "five series": Figure("Пять", ("а",), tuple(Series(f"с{n}", (n,)) for n in range(5))),
}
every = pytest.mark.parametrize("figure", FIGURES.values(), ids=FIGURES)


def _written(*figures: Figure, font_size: int = 12) -> bytes:
    return write_docx(Paper("x", tuple(map(Chart, figures)), 20, font_size), "")


def _charts(raw: bytes) -> list[Any]:
    """The chart parts in the order of the document, by the relations of its drawings."""
    document: Any = Document(io.BytesIO(raw))
    found = document.element.body.iter(qn("c:chart"))
    return [document.part.related_parts[each.get(qn("r:id"))] for each in found]


def _chart(figure: Figure) -> Any:
    (part,) = _charts(_written(figure))
    return part


def _points(node: Any, path: str) -> tuple[int, dict[int, str]]:
    (cache,) = node.iterfind(path, node.nsmap)
    count = int(cache.find("c:ptCount", node.nsmap).get("val"))
    points = cache.iterfind("c:pt", node.nsmap)
    return count, {int(each.get("idx")): each.find("c:v", node.nsmap).text for each in points}


def _series(part: Any) -> list[Any]:
    root: Any = etree.fromstring(part.blob)
    return list(root.iter(qn("c:ser")))


@every
def test_the_chart_holds_the_values_of_the_figure(figure: Figure) -> None:
    drawn = _series(_chart(figure))
    assert len(drawn) == len(figure.series)
    for node, series in zip(drawn, figure.series, strict=True):
        assert _points(node, "c:tx/c:strRef/c:strCache") == (1, {0: series.name})
        count, names = _points(node, "c:cat/c:strRef/c:strCache")
        assert (count, tuple(names.values())) == (len(figure.categories), figure.categories)
        count, values = _points(node, "c:val/c:numRef/c:numCache")
        assert count == len(series.values)
        told = {n: value for n, value in enumerate(series.values) if value is not None}
        assert {n: float(value) for n, value in values.items()} == told


@every
def test_the_workbook_holds_what_the_chart_shows(figure: Figure) -> None:
    part = _chart(figure)
    root: Any = etree.fromstring(part.blob)
    data = root.find(qn("c:externalData"))
    workbook = part.related_parts[data.get(qn("r:id"))]
    assert str(workbook.partname).startswith("/word/embeddings/")
    book = load_workbook(io.BytesIO(workbook.blob))
    (sheet,) = book.worksheets
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0][1:] == tuple(series.name for series in figure.series)
    assert tuple(row[0] for row in rows[1:]) == figure.categories
    for number, series in enumerate(figure.series, 1):
        assert tuple(row[number] for row in rows[1:]) == series.values
    # The chart asks for these very cells.
    for node, series in zip(_series(part), figure.series, strict=True):
        for path, told in (
            ("c:tx", (series.name,)),
            ("c:cat", figure.categories),
            ("c:val", series.values),
        ):
            formula = node.find(f"{path}//c:f", node.nsmap).text
            name, _, cells = formula.partition("!")
            assert name == f"'{sheet.title}'"
            asked: Any = sheet[cells.replace("$", "")]
            cells_asked = [row[0] for row in asked] if isinstance(asked, tuple) else [asked]
            assert tuple(cell.value for cell in cells_asked) == told
            assert {cell.data_type for cell in cells_asked} <= {"s", "n"}


@every
def test_the_same_figure_gives_the_same_bytes(
    figure: Figure, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = _written(figure)
    _written(TWO, ONE)
    monkeypatch.setenv("TZ", "Asia/Kamchatka")
    assert _written(figure) == first


def test_no_time_of_day_gets_into_the_workbook() -> None:
    files = entries(_written(ONE))
    (name,) = [name for name in files if name.endswith(".xlsx")]
    with zipfile.ZipFile(io.BytesIO(files[name])) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
        application = archive.read("docProps/app.xml").decode()
    # A file within a document has no time of its own, and no other program's name.
    assert not re.search(r"\d{4}-\d\d-\d\d", core)
    assert "openpyxl" not in core
    assert "<Application>roadmap</Application>" in application


def test_charts_of_another_document_are_not_in_this_one() -> None:
    _written(ONE, TWO)
    names = entries(_written(ONE))
    assert [name for name in names if "chart" in name and "_rels" not in name] == [
        "word/charts/chart1.xml"
    ]
    assert not any("chart" in name or "embeddings" in name for name in entries(_written()))


def test_every_chart_has_its_own_parts_and_number() -> None:
    raw = _written(ONE, TWO, ONE)
    names = [str(part.partname) for part in _charts(raw)]
    assert names == [f"/word/charts/chart{n}.xml" for n in (1, 2, 3)]
    document = Document(io.BytesIO(raw))
    numbers = [each.get("id") for each in document.element.body.iter(qn("wp:docPr"))]
    assert len(set(numbers)) == 3
    assert len([name for name in entries(raw) if name.endswith(".xlsx")]) == 3


@every
def test_the_alternative_text_tells_the_values(figure: Figure) -> None:
    raw = _written(figure)
    (told,) = Document(io.BytesIO(raw)).element.body.iter(qn("wp:docPr"))
    assert told.get("descr") == described(figure)
    for text in (figure.title, *figure.categories):
        assert text in told.get("descr")
    assert f"[{' '.join(described(figure).split())}]" in (docx_text(raw) or "")


def test_what_is_said_of_a_figure() -> None:
    assert described(TWO) == (
        "Столбчатая диаграмма. До и после. Тревожность – До: 4,5 балла, После: 7,3 балла;"
        " Учёба – До: 6,0 балла, После: нет данных."
    )
    assert described(ONE) == ("Столбчатая диаграмма. Участники. Наставники – 2; Наставляемые – 3.")
    assert described(ONE._replace(alt="Наставляемых больше")) == "Наставляемых больше"
    assert described(Figure("Пусто", (), ())) == "Столбчатая диаграмма. Пусто. Нет данных."


@every
def test_series_differ_in_black_and_white(figure: Figure) -> None:
    part = _chart(figure)
    fills = [etree.tostring(node.find("c:spPr", node.nsmap)) for node in _series(part)]
    neighbours = itertools.pairwise(fills)
    assert all(one != other for one, other in neighbours)
    if len(fills) > 1:
        assert b"pattFill" in fills[1]
    assert (b"<c:legend>" in part.blob) is (len(fills) > 1)


@every
def test_bars_lie_with_their_values(figure: Figure) -> None:
    root: Any = etree.fromstring(_chart(figure).blob)

    def said(path: str) -> list[str]:
        return [each.get("val") for each in root.iterfind(path, root.nsmap)]

    assert said(".//c:barDir") == ["bar"]
    assert set(said(".//c:dLbls/c:showVal")) == {"1"}
    for other in ("SerName", "CatName", "LegendKey", "Percent"):
        assert set(said(f".//c:dLbls/c:show{other}")) == {"0"}
    assert said(".//c:dispBlanksAs") == ["gap"]
    # The first category is above, every name is written.
    assert said(".//c:catAx//c:orientation") == ["maxMin"]
    assert said(".//c:tickLblSkip") == ["1"]
    below = any(value is not None and value < 0 for one in figure.series for value in one.values)
    assert said(".//c:valAx//c:min") == ([] if below else ["0"])
    ends = said(".//c:valAx//c:max")
    assert (figure.most is None and not ends) or float(ends[0]) > (figure.most or 0)


@pytest.mark.parametrize(
    ("unit", "values", "code"),
    [
        ("", (1, 2), "0"),
        ("%", (1, 2), '0" %"'),
        ("%", (1, 2.5), '0.0" %"'),
        ("балла", (None, 0.5), '0.0" балла"'),
        ('"', (1,), "0"),
    ],
)
def test_values_carry_their_unit(unit: str, values: tuple[float | None, ...], code: str) -> None:
    names = tuple(str(n) for n in range(len(values)))
    root: Any = etree.fromstring(_chart(Figure("х", names, (Series("с", values),), unit)).blob)
    (shape,) = root.iterfind(".//c:dLbls/c:numFmt", root.nsmap)
    assert shape.get("formatCode") == code


def test_a_chart_has_the_letters_of_the_document() -> None:
    assert b'typeface="Liberation Serif"' in _chart(ONE).blob
    reference = Document()
    reference.styles["Normal"].font.name = "PT Astra Serif"
    stream = io.BytesIO()
    reference.save(stream)
    raw = write_docx(Paper("x", (Chart(ONE),)), "", stream.getvalue())
    (part,) = _charts(raw)
    assert b'typeface="PT Astra Serif"' in part.blob


def _figure(count: int, series: int = 1, name: str = "а") -> Figure:
    values = tuple(range(count))
    return Figure("х", (name,) * count, tuple(Series(str(n), values) for n in range(series)))


@pytest.mark.parametrize(
    ("figure", "line_mm", "height"),
    [
        (_figure(1), 180, 14),
        (_figure(2), 180, 22),
        (_figure(2, 2), 180, 40),
        # 36 letters fit on a line of names.
        (_figure(1, name="а" * 36), 180, 14),
        (_figure(1, name="а" * 73), 180, 22.5),
        (_figure(26), 180, 214),
        (_figure(27), 180, 220),
        (_figure(60), 180, 220),
        (_figure(60), 267, 140),
    ],
)
def test_a_chart_is_as_tall_as_its_bars_and_fits_on_a_page(
    figure: Figure, line_mm: float, height: float
) -> None:
    assert height_mm(figure, line_mm) == height


@pytest.mark.parametrize(("count", "size"), [(1, 1000), (27, 1000), (40, 900), (200, 600)])
def test_letters_are_as_the_bars_allow(count: int, size: int) -> None:
    root: Any = etree.fromstring(_chart(_figure(count)).blob)
    (letters,) = root.iter(qn("a:defRPr"))
    assert int(letters.get("sz")) == size


def test_a_chart_takes_the_whole_line_of_its_sheet() -> None:
    blocks = (NewSheet(landscape=True), Chart(ONE), NewSheet(), Chart(ONE))
    document = Document(io.BytesIO(write_docx(Paper("x", blocks, 20), "")))
    sizes = [int(each.get("cx")) for each in document.element.body.iter(qn("wp:extent"))]
    assert [round(size / 36000) for size in sizes] == [267, 180]


def test_names_in_a_chart_are_seen_by_whoever_looks_for_names() -> None:
    figure = Figure(
        "х", ("Иванов Пётр", "Швец Илья"), (Series("Дюма", (1, 2)),), alt="Лучший – Белов"
    )
    lines = (plain_text(_written(figure)) or "").splitlines()
    assert {"Иванов Пётр", "Швец Илья", "Дюма", "Лучший – Белов"} <= set(lines)
