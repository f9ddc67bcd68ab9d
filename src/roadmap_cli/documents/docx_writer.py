"""A sheet to the bytes of a `.docx`: the same blocks give the same bytes on every run."""

import io
import zipfile
from datetime import datetime
from typing import Any

from docx import Document
from docx.document import Document as DocxDocument

from roadmap_cli.documents import docx_page
from roadmap_cli.documents.docx_numbering import Numbering
from roadmap_cli.documents.docx_tables import columns_element, table_element
from roadmap_cli.documents.docx_xml import paragraph, role_paragraph
from roadmap_cli.documents.escape import one_line
from roadmap_cli.domain.paper import (
    Align,
    Block,
    BulletItem,
    Columns,
    NewSheet,
    NumberedItem,
    Paper,
    Paragraph,
    Table,
)

_FIXED_TIME = datetime(2000, 1, 1)
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_SMALL_HALF_POINTS = 20
_TABLE_HALF_POINTS = 22


def write_docx(paper: Paper, author: str) -> bytes:
    """The document as a Word file. No time of day or user name gets into it."""
    document = Document()
    _Writer(document, paper).write()
    properties = document.core_properties
    properties.title, properties.author = paper.title[:255], one_line(author)[:255]
    properties.created = properties.modified = _FIXED_TIME
    properties.comments, properties.last_modified_by, properties.revision = "", "", 1
    properties.language = "ru-RU"
    stream = io.BytesIO()
    document.save(stream)
    return _with_fixed_times(stream.getvalue())


class _Writer:
    """Puts the blocks of one document down, one after another."""

    def __init__(self, document: DocxDocument, paper: Paper) -> None:
        self.document = document
        self.paper = paper
        self.numbering = Numbering(document)
        self.body: Any = document.element.body
        self.line_mm = 0.0

    def write(self) -> None:
        """Write everything."""
        blocks = list(self.paper.blocks)
        docx_page.set_fonts(self.document, self.paper.font_size)
        lying = bool(blocks) and isinstance(blocks[0], NewSheet) and blocks[0].landscape
        if blocks and isinstance(blocks[0], NewSheet):
            blocks.pop(0)
        self.line_mm = docx_page.first_section(
            self.document, self.paper.left_margin_mm, landscape=lying
        )
        for block in blocks:
            _PUT[type(block)](self, block)
        # Word demands a paragraph after a table at the end of a document.
        if self.body[-2].tag.endswith("}tbl") if len(self.body) > 1 else False:
            self._append(paragraph((), half_points=2))
        docx_page.number_pages(self.document)

    def put_paragraph(self, block: Paragraph) -> None:
        """A paragraph of some role."""
        self._append(
            role_paragraph(
                block.lines,
                block.role,
                line_mm=self.line_mm,
                small_half_points=_SMALL_HALF_POINTS,
            )
        )

    def put_columns(self, block: Columns) -> None:
        """A line of cells. Two tables side by side would grow together, hence the sliver."""
        if len(self.body) > 1 and self.body[-2].tag.endswith("}tbl"):
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

    def put_sheet(self, block: NewSheet) -> None:
        """A new sheet."""
        self.line_mm = docx_page.next_section(
            self.document, self.paper.left_margin_mm, landscape=block.landscape
        )

    def _append(self, node: Any) -> None:
        # The last child of the body describes the section and must stay the last.
        self.body.insert(len(self.body) - 1, node)


_PUT: dict[type[Block], Any] = {
    Paragraph: _Writer.put_paragraph,
    Columns: _Writer.put_columns,
    NumberedItem: _Writer.put_numbered,
    BulletItem: _Writer.put_bullet,
    Table: _Writer.put_table,
    NewSheet: _Writer.put_sheet,
}


def _with_fixed_times(raw: bytes) -> bytes:
    """The same archive with one time for all its entries."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(result, "w") as new:
        for entry in old.infolist():
            fixed = zipfile.ZipInfo(entry.filename, _ZIP_TIME)
            fixed.compress_type = zipfile.ZIP_DEFLATED
            fixed.external_attr = 0o600 << 16
            fixed.create_system = 3
            new.writestr(fixed, old.read(entry))
    return result.getvalue()
