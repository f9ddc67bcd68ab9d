"""A sheet to the bytes of a `.docx`: the same blocks give the same bytes on every run."""

from copy import deepcopy
from functools import lru_cache
from typing import Any

from docx import Document
from docx.document import Document as DocxDocument
from docx.oxml.ns import qn

from roadmap_cli.documents.docx import page as docx_page
from roadmap_cli.documents.docx.archive import open_docx, pack_docx
from roadmap_cli.documents.docx.charts import chart_paragraph, forget_charts
from roadmap_cli.documents.docx.fields import caption_paragraph, contents_element, mark_heading
from roadmap_cli.documents.docx.numbering import Numbering
from roadmap_cli.documents.docx.tables import columns_element, table_element
from roadmap_cli.documents.docx.xml import paragraph, role_paragraph
from roadmap_cli.domain.papers.sheet import (
    Align,
    Block,
    BulletItem,
    Caption,
    Chart,
    Columns,
    Contents,
    NewSheet,
    NumberedItem,
    Paper,
    Paragraph,
    Table,
)
from roadmap_cli.errors import TemplateInvalidError
from roadmap_cli.problems import Place, Problem

REFERENCE = "templates/reference.docx"
_SMALL_HALF_POINTS = 20
_TABLE_HALF_POINTS = 22
_SLIVER_HALF_POINTS = 12


def write_docx(paper: Paper, author: str, reference: bytes | None = None) -> bytes:
    """The document as a Word file.

    `reference` is a Word file of the school's own: its styles, margins and letterhead (the
    header and footer) are taken, its text is not.
    """
    sheet = _blank_sheet(reference, paper.font_size)
    _Writer(sheet, paper, own_style=reference is not None).write()
    return pack_docx(sheet, paper.title, author)


def _blank_sheet(reference: bytes | None, font_size: int) -> DocxDocument:
    """An empty document. Reading one from its file takes as long as writing on it, so a
    document is kept and wiped clean for the next one."""
    document, pristine = _kept(reference, font_size)
    body: Any = document.element.body
    for child in list(body):
        body.remove(child)
    body.append(deepcopy(pristine))
    forget_charts(document)
    return document


@lru_cache(maxsize=4)
def _kept(reference: bytes | None, font_size: int) -> tuple[DocxDocument, Any]:
    document = open_docx(reference) if reference else Document()
    if document is None:
        problem = Problem("template", "это не файл Word", Place(REFERENCE))
        raise TemplateInvalidError("документ не создан: ошибка в шаблоне", (problem,))
    if reference is None:
        docx_page.set_fonts(document, font_size)
        docx_page.add_page_numbers(document)
    body: Any = document.element.body
    section = body.find(qn("w:sectPr"))
    if section is None:
        section = Document().element.body[-1]
    return document, deepcopy(section)


class _Writer:
    """Puts the blocks of one document down, one after another."""

    def __init__(self, document: DocxDocument, paper: Paper, *, own_style: bool) -> None:
        self.document = document
        self.paper = paper
        self.own_style = own_style
        self.numbering = Numbering(document)
        self.body: Any = document.element.body
        self.line_mm = 0.0
        self.has_contents = any(isinstance(block, Contents) for block in paper.blocks)
        self.headings = 0

    def write(self) -> None:
        """Write everything."""
        blocks = list(self.paper.blocks)
        lying = bool(blocks) and isinstance(blocks[0], NewSheet) and blocks[0].landscape
        if blocks and isinstance(blocks[0], NewSheet):
            blocks.pop(0)
        if self.own_style and not lying:
            self.line_mm = docx_page.line_of(self.document.sections[0])
        else:
            self.line_mm = docx_page.first_section(
                self.document, self.paper.left_margin_mm, landscape=lying
            )
        for block in blocks:
            _PUT[type(block)](self, block)
        # Word demands a paragraph after a table at the end of a document.
        if _ends_with_table(self.body):
            self._append(paragraph((), half_points=2))
        if not self.own_style:
            docx_page.hide_first_number(self.document)

    def put_paragraph(self, block: Paragraph) -> None:
        """A paragraph of some role."""
        node = role_paragraph(
            block.lines,
            block.role,
            left_mm=self.line_mm - self.paper.stamp_mm if block.role.offset else 0.0,
            small_half_points=_SMALL_HALF_POINTS,
        )
        if block.role.outline and self.has_contents:
            self.headings += 1
            mark_heading(node, self.headings)
        self._append(node)

    def put_caption(self, block: Caption) -> None:
        """«Таблица 1 – …»."""
        self._append(caption_paragraph(block))

    def put_chart(self, block: Chart) -> None:
        """A chart over the whole line."""
        self._append(chart_paragraph(self.document, block.figure, line_mm=self.line_mm))

    def put_contents(self, block: Contents) -> None:
        """The table of contents."""
        self._append(contents_element(block, line_mm=self.line_mm))

    def put_columns(self, block: Columns) -> None:
        """A line of cells. Two tables side by side would grow together, hence the sliver."""
        if _ends_with_table(self.body):
            self._append(paragraph((), half_points=2))
        self._append(columns_element(block, line_mm=self.line_mm))

    def put_numbered(self, block: NumberedItem) -> None:
        """A point that Word numbers."""
        number = (self.numbering.list_id(block.group), block.level)
        self._append(paragraph(block.runs, align=Align.JUSTIFY, number=number))

    def put_bullet(self, block: BulletItem) -> None:
        """A point after a dash."""
        number = (self.numbering.bullets(), block.level)
        self._append(paragraph(block.runs, align=Align.JUSTIFY, number=number))

    def put_table(self, block: Table) -> None:
        """A table with borders."""
        self._append(table_element(block, line_mm=self.line_mm, half_points=_TABLE_HALF_POINTS))
        # Without it the next paragraph touches the border, and two tables grow together.
        self._append(paragraph((), half_points=_SLIVER_HALF_POINTS))

    def put_sheet(self, block: NewSheet) -> None:
        """A new sheet."""
        self.line_mm = docx_page.next_section(
            self.document, self.paper.left_margin_mm, landscape=block.landscape
        )

    def _append(self, node: Any) -> None:
        # The last child of the body describes the section and must stay the last.
        self.body.insert(len(self.body) - 1, node)


def _ends_with_table(body: Any) -> bool:
    return len(body) > 1 and bool(body[-2].tag.endswith("}tbl"))


_PUT: dict[type[Block], Any] = {
    Paragraph: _Writer.put_paragraph,
    Columns: _Writer.put_columns,
    NumberedItem: _Writer.put_numbered,
    BulletItem: _Writer.put_bullet,
    Table: _Writer.put_table,
    NewSheet: _Writer.put_sheet,
    Caption: _Writer.put_caption,
    Chart: _Writer.put_chart,
    Contents: _Writer.put_contents,
}
