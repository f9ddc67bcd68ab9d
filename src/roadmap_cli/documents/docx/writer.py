"""A sheet to the bytes of a `.docx`: the same blocks give the same bytes on every run."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import Any, NamedTuple

from docx.oxml.ns import qn

from roadmap_cli.documents.docx import page as docx_page
from roadmap_cli.documents.docx.archive import pack_docx
from roadmap_cli.documents.docx.blank import Blank, blank_of
from roadmap_cli.documents.docx.charts import chart_paragraph
from roadmap_cli.documents.docx.fields import caption_paragraph, contents_element, mark_heading
from roadmap_cli.documents.docx.paragraphs import styled
from roadmap_cli.documents.docx.tables import columns_element, table_element
from roadmap_cli.domain.papers.sheet import (
    ROLE,
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
    Role,
    Table,
)

_KEEP = qn("w:keepNext")
_PARAGRAPH, _SECTION = qn("w:p"), qn("w:sectPr")
# Space below lines of cells that needs no more, in points.
_OFF = 6
_LETTERHEAD = ROLE["letterhead"]


class _Lines(NamedTuple):
    """Lines of cells of one role, which make one table."""

    rows: tuple[Columns, ...]

    @property
    def role(self) -> Role:
        return self.rows[0].role


def write_docx(paper: Paper, author: str, reference: bytes | None = None) -> bytes:
    """The document as a Word file.

    `reference` is a Word file of the school's own: its styles and margins are taken, its header
    and footer where the document has a letterhead, its text is not. Raises TemplateInvalidError.
    """
    headed = any(map(_is_letterhead, paper.blocks))
    blank = blank_of(reference, paper.font_size, letterhead=headed)
    _Writer(blank, paper, own_style=reference is not None).write()
    return pack_docx(blank.document, paper.title, author, paper.day)


class _Writer:
    def __init__(self, blank: Blank, paper: Paper, *, own_style: bool) -> None:
        self.document = blank.document
        self.blank = blank
        self.styles = blank.styles
        self.numbering = blank.numbering
        self.paper = paper
        self.own_style = own_style
        self.body: Any = blank.document.element.body
        self.line_mm = 0.0
        self.has_contents = any(isinstance(block, Contents) for block in paper.blocks)
        self.headings = 0
        self.keep = False
        # True where what is written next would touch what stands above.
        self.touches = blank.has_letterhead

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
        if self.blank.has_letterhead:
            blocks = [block for block in blocks if not _is_letterhead(block)]
        pieces = list(_pieces(blocks))
        for piece, following in zip_longest(pieces, pieces[1:]):
            self.keep = _announces(piece) or (
                isinstance(following, _Lines) and following.role.stays_with_text
            )
            _PUT[type(piece)](self, piece)
            self.touches = _touches_next(piece)
        if self._is_below_table:  # Word demands a paragraph at the end of a document
            self._put_sliver()
        docx_page.number_from_second(self.document)

    def put_paragraph(self, block: Paragraph) -> None:
        """A paragraph of some role."""
        role = block.role
        node = self._styled(role.name, *block.lines, left_mm=self._left(block))
        if role.outline and self.has_contents:
            self.headings += 1
            mark_heading(node, self.headings)
        self._append(node)

    def put_caption(self, block: Caption) -> None:
        """«Таблица 1 – …»."""
        self._append(
            caption_paragraph(self.styles, block, keep_with_next=self.keep, set_off=self.touches)
        )

    def put_chart(self, block: Chart) -> None:
        """A chart over the whole line."""
        self._append(
            chart_paragraph(self.document, self.styles, block.figure, line_mm=self.line_mm)
        )

    def put_contents(self, block: Contents) -> None:
        """The table of contents."""
        self._append(contents_element(self.styles, block, line_mm=self.line_mm))

    def put_columns(self, lines: _Lines) -> None:
        """Lines of cells."""
        self._part_tables(touching=self.touches and lines.role.space_before < _OFF)
        self._append(
            columns_element(
                self.styles,
                lines.rows,
                line_mm=self.line_mm,
                stamp_mm=self.paper.stamp_mm,
                last_kept=self.keep,
            )
        )

    def put_numbered(self, block: NumberedItem) -> None:
        """A point that Word numbers."""
        number = (self.numbering.list_id(block.group), block.level)
        self._append(self._styled("numbered", block.runs, number=number))

    def put_bullet(self, block: BulletItem) -> None:
        """A point after a dash."""
        number = (self.numbering.bullets(), block.level)
        self._append(self._styled("bullet", block.runs, number=number))

    def put_table(self, block: Table) -> None:
        """A table with borders."""
        self._part_tables(touching=self.touches)
        self._append(
            table_element(self.styles, block, line_mm=self.line_mm, keep_with_next=self.keep)
        )

    def put_sheet(self, block: NewSheet) -> None:
        """A new sheet."""
        last = self.body[-2] if len(self.body) > 1 else None
        if last is None or last.tag != _PARAGRAPH or last.find(f".//{_SECTION}") is not None:
            self._put_sliver()  # the end of a sheet is said by a paragraph
        self.line_mm = docx_page.next_section(
            self.document, self.paper.left_margin_mm, landscape=block.landscape
        )

    def _styled(self, key: str, *lines: Any, **properties: Any) -> Any:
        return styled(
            self.styles,
            key,
            lines,
            keep_with_next=self.keep,
            set_off=self.touches,
            **properties,
        )

    def _left(self, block: Paragraph) -> float:
        """Where a stamp begins, unless the school's own style says."""
        own = block.role.name in self.styles.set_in
        return 0.0 if own or not block.role.offset else self.line_mm - self.paper.stamp_mm

    @property
    def _is_below_table(self) -> bool:
        return len(self.body) > 1 and bool(self.body[-2].tag.endswith("}tbl"))

    def _part_tables(self, *, touching: bool) -> None:
        """Two tables without a paragraph between them would grow together."""
        if self._is_below_table:
            self._put_sliver(set_off=touching)

    def _put_sliver(self, *, set_off: bool = False) -> None:
        """A paragraph that is as good as none, where Word demands one."""
        keep = self._is_below_table and self._is_kept_above()
        self._append(styled(self.styles, "sliver", (), keep_with_next=keep, set_off=set_off))

    def _is_kept_above(self) -> bool:
        """True when the last row above stays with what follows the sliver."""
        return self.body[-2][-1].find(f".//{_KEEP}") is not None

    def _append(self, node: Any) -> None:
        # The last child of the body describes the section and must stay the last.
        self.body.insert(len(self.body) - 1, node)


def _announces(piece: Any) -> bool:
    """True for words that end with a colon: what they announce stands below them."""
    runs = piece.runs if isinstance(piece, NumberedItem | BulletItem) else ()
    if isinstance(piece, Paragraph):
        runs = piece.lines[-1]
    return "".join(run.text for run in runs).rstrip().endswith(":")


def _is_letterhead(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role is _LETTERHEAD


def _touches_next(piece: Block | _Lines) -> bool:
    """True for a table with nothing below it that keeps the next words off."""
    return isinstance(piece, Table) or (isinstance(piece, _Lines) and piece.role.space_after < _OFF)


def _pieces(blocks: Iterable[Block]) -> Iterator[Block | _Lines]:
    """The blocks; lines of cells of one role that follow each other are one table."""
    rows: list[Columns] = []
    for block in blocks:
        if rows and not (isinstance(block, Columns) and block.role is rows[-1].role):
            yield _Lines(tuple(rows))
            rows = []
        if isinstance(block, Columns):
            rows.append(block)
        else:
            yield block
    if rows:
        yield _Lines(tuple(rows))


_PUT: dict[type[Any], Any] = {
    Paragraph: _Writer.put_paragraph,
    _Lines: _Writer.put_columns,
    NumberedItem: _Writer.put_numbered,
    BulletItem: _Writer.put_bullet,
    Table: _Writer.put_table,
    NewSheet: _Writer.put_sheet,
    Caption: _Writer.put_caption,
    Chart: _Writer.put_chart,
    Contents: _Writer.put_contents,
}
