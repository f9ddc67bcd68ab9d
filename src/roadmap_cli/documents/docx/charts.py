"""A figure in a Word file: the chart, the workbook to change it by, the place in the text."""

import io
import math
import zipfile
from typing import Any

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Mm

from roadmap_cli.documents.docx.archive import packed
from roadmap_cli.documents.docx.chart_xml import DATA_SHEET, chart_xml
from roadmap_cli.documents.docx.properties import APPLICATION, CORE
from roadmap_cli.documents.docx.styles import Styles
from roadmap_cli.documents.docx.xml import bare_paragraph
from roadmap_cli.domain.papers.figures import Figure, described

_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_LARGEST_POINTS, _SMALLEST_POINTS, _POINT_MM = 10, 6, 0.353
# Numbers of drawings that a letterhead of the school's own may have lie below.
_FIRST_NUMBER = 1001
# What a page has room for beside the caption, upright and lying.
_TALLEST_MM, _TALLEST_LYING_MM, _UPRIGHT_LINE_MM = 220, 140, 200
_BAR_MM, _GAP_MM, _EDGE_MM, _LEGEND_MM, _TEXT_LINE_MM = 5, 3, 6, 8, 4.5
# Names of categories get about two fifths of the width; a letter of this size is 2 mm wide.
_NAMES_SHARE, _LETTER_MM = 0.4, 2.0


def chart_paragraph(document: Document, styles: Styles, figure: Figure, *, line_mm: float) -> Any:
    """A paragraph with the figure over the whole line; it stays with the caption below.

    Adds the chart and its workbook to the file.
    """
    package: Any = document.part.package
    name = package.next_partname("/word/charts/chart%d.xml")
    chart = Part(name, CONTENT_TYPE.DML_CHART, b"", package)
    # The relation comes first, so that a second chart gets another name.
    relation = document.part.relate_to(chart, RELATIONSHIP_TYPE.CHART)
    own = package.next_partname("/word/embeddings/Microsoft_Excel_Sheet%d.xlsx")
    workbook = Part(own, CONTENT_TYPE.SML_SHEET, workbook_of(figure), package)
    workbook_id = chart.relate_to(workbook, RELATIONSHIP_TYPE.PACKAGE)
    points = _points(figure, line_mm)
    chart._blob = chart_xml(figure, styles.font, 2 * points, workbook_id)
    node = bare_paragraph(styles.ids["figure"])
    run = OxmlElement("w:r")
    number = _FIRST_NUMBER + sum(
        one.reltype == RELATIONSHIP_TYPE.CHART for one in document.part.rels.values()
    )
    run.append(_drawing(figure, relation, number - 1, line_mm))
    node.append(run)
    return node


def forget_charts(document: Document) -> None:
    """Take the charts out of a file whose text was wiped."""
    relations = list(document.part.rels.items())
    for name, relation in relations:
        if relation.reltype == RELATIONSHIP_TYPE.CHART:
            document.part.drop_rel(name)


def workbook_of(figure: Figure) -> bytes:
    """The values as an Excel workbook: categories in column A, a column for each series."""
    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.writer.excel import ExcelWriter

    book = Workbook()
    sheet: Any = book.worksheets[0]
    sheet.title = DATA_SHEET
    names = ["", *(series.name for series in figure.series)]
    rows: list[list[Any]] = [names]
    for number, category in enumerate(figure.categories):
        rows.append([category, *(series.values[number] for series in figure.series)])
    for at, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(at, column)
            assert isinstance(cell, Cell)
            cell.value = value or None if isinstance(value, str) else value
            if isinstance(value, str) and value:
                cell.data_type = "s"  # a name that begins with «=» stays one
    sheet.column_dimensions["A"].width = 40
    stream = io.BytesIO()
    ExcelWriter(book, zipfile.ZipFile(stream, "w")).save()
    with zipfile.ZipFile(stream) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    # openpyxl writes the clock and the names of other programs.
    own = {"docProps/app.xml": APPLICATION, "docProps/core.xml": CORE}
    return packed({**files, **own}.items())


def height_mm(figure: Figure, line_mm: float) -> float:
    """How tall the figure is: room for every bar and for long names, a page at most."""
    letters = max(1, int(line_mm * _NAMES_SHARE / _LETTER_MM))
    bars = len(figure.series) * _BAR_MM + _GAP_MM
    rows = sum(
        max(bars, math.ceil(len(category) / letters) * _TEXT_LINE_MM + _GAP_MM)
        for category in figure.categories
    )
    wanted = rows + _around_mm(figure)
    return min(wanted, _TALLEST_MM if line_mm < _UPRIGHT_LINE_MM else _TALLEST_LYING_MM)


def _around_mm(figure: Figure) -> float:
    return _EDGE_MM + (_LEGEND_MM if len(figure.series) > 1 else 0)


def _points(figure: Figure, line_mm: float) -> int:
    """The size of letters: as the bars are, where they had to be narrowed to fit on the page."""
    bars = len(figure.categories) * (len(figure.series) + _GAP_MM / _BAR_MM)
    bar_mm = (height_mm(figure, line_mm) - _around_mm(figure)) / bars
    return max(_SMALLEST_POINTS, min(_LARGEST_POINTS, round(bar_mm / _POINT_MM)))


def _drawing(figure: Figure, relation: str, number: int, line_mm: float) -> Any:
    inline = OxmlElement("wp:inline")
    for side in ("distT", "distB", "distL", "distR"):
        inline.set(side, "0")
    size = OxmlElement("wp:extent")
    size.set("cx", str(int(Mm(line_mm))))
    size.set("cy", str(int(Mm(height_mm(figure, line_mm)))))
    told = OxmlElement("wp:docPr")
    told.set("id", str(number))
    told.set("name", f"Диаграмма {number - _FIRST_NUMBER + 1}")
    told.set("descr", described(figure))
    graphic = OxmlElement("a:graphic")
    content = OxmlElement("a:graphicData")
    content.set("uri", _CHART)
    chart = OxmlElement("c:chart")
    chart.set(qn("r:id"), relation)
    content.append(chart)
    graphic.append(content)
    inline.extend((size, told, OxmlElement("wp:cNvGraphicFramePr"), graphic))
    drawing = OxmlElement("w:drawing")
    drawing.append(inline)
    return drawing
