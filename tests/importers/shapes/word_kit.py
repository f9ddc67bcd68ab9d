"""Building blocks of the Word files: tables with merges, and what python-docx cannot write."""

import copy
from collections.abc import Callable, Sequence
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run

UP = "\u2191"  # this cell is merged with the one above
LEFT = "\u2190"  # this cell is merged with the one to the left

_MARKS = {"^": UP, "<": LEFT, "_": ""}

# A text («\n» is a line break inside the paragraph), several paragraphs, or whatever fills a cell.
Cell = str | Sequence[str] | Callable[[_Cell], None]

_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


def new(*, landscape: bool = True) -> WordDocument:
    """An empty document in the usual type face."""
    document = Document()
    style = document.styles["Normal"]
    style.font.name = "Times New Roman"
    style.font.size = Pt(11)
    if landscape:
        section = document.sections[0]
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
    return document


def packed(document: WordDocument) -> bytes:
    """The bytes of the file."""
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def lines(
    document: WordDocument,
    *texts: str,
    bold: bool = False,
    centre: bool = False,
    style: str | None = None,
) -> Paragraph:
    """One paragraph a text; the last paragraph comes back."""
    for text in texts:
        paragraph = document.add_paragraph(style=style)
        paragraph.add_run(text).bold = True if bold else None
        if centre:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return paragraph


def title(document: WordDocument, *texts: str) -> None:
    """Bold paragraphs in the middle."""
    lines(document, *texts, bold=True, centre=True)


def rows(text: str) -> list[tuple[Cell, ...]]:
    """Rows of a table from a drawing: « | » between cells, `^` is UP, `<` is LEFT,
    `_` is an empty cell.

    « // » begins a new paragraph in the cell, « /n/ » a new line. A drawn line that begins with
    « | » goes on with the row above, one that begins with « … » with the last cell above.
    """
    drawn: list[str] = []
    for line in text.strip("\n").splitlines():
        if line.strip().startswith("| "):
            drawn[-1] += " " + line.strip()
        elif line.strip().startswith("… "):
            drawn[-1] += line.strip()[1:]
        elif line.strip():
            drawn.append(line.strip())
    return [tuple(_drawn(cell) for cell in f" {line} ".split(" | ")) for line in drawn]


def _drawn(text: str) -> Cell:
    text = text.strip().replace(" /n/ ", "\n")
    if text in _MARKS:
        return _MARKS[text]
    parts = ["" if part == "_" else part for part in text.split(" // ")]
    return parts if len(parts) > 1 else text


def fill(cell: _Cell, content: Cell) -> None:
    """Put the content into an empty cell."""
    if callable(content):
        content(cell)
        return
    texts = [content] if isinstance(content, str) else list(content)
    cell.paragraphs[0].add_run(texts[0])
    for text in texts[1:]:
        cell.add_paragraph(text)


def table(
    document: WordDocument | _Cell,
    rows: Sequence[Sequence[Cell]],
    *,
    heading: int = 1,
    grid: bool = True,
) -> Table:
    """A table whose cells are merged as UP and LEFT say; the first `heading` rows are bold."""
    width = max(len(row) for row in rows)
    made = document.add_table(rows=len(rows), cols=width)
    if grid:
        made.style = "Table Grid"
    for row, contents in zip(made.rows, rows, strict=True):
        cells = [_Cell(element, made) for element in row._tr.tc_lst]
        for cell, content in zip(cells, contents, strict=False):
            if content not in (UP, LEFT):
                fill(cell, content)
    for number in range(heading):
        embolden(made, number)
    for number, contents in enumerate(rows):
        _merge(made, number, contents)
    return made


def embolden(made: Table, number: int) -> None:
    """Make a row bold."""
    for element in made.rows[number]._tr.tc_lst:
        for paragraph in _Cell(element, made).paragraphs:
            for run in paragraph.runs:
                run.bold = True


def _merge(made: Table, number: int, contents: Sequence[Cell]) -> None:
    elements = list(made.rows[number]._tr.tc_lst)
    kept = elements[0]
    for place, content in enumerate(contents):
        if content == LEFT:
            kept.grid_span += 1
            made.rows[number]._tr.remove(elements[place])
            continue
        kept = elements[place]
        if content == UP:
            kept.vMerge = "continue"
            above = _at(made.rows[number - 1]._tr.tc_lst, place)
            if above.vMerge is None:
                above.vMerge = "restart"


def _at(elements: Sequence, place: int):  # type: ignore[no-untyped-def,type-arg]
    start = 0
    for element in elements:
        if start <= place < start + element.grid_span:
            return element
        start += element.grid_span
    raise IndexError(place)


def ragged(made: Table, number: int, *, before: int = 0, after: int = 0) -> None:
    """Take cells off the ends of a row, as Word writes a row that does not fill its grid."""
    row = made.rows[number]._tr
    properties = row.get_or_add_trPr()
    for name, count, side in (("w:gridBefore", before, 0), ("w:gridAfter", after, -1)):
        for _ in range(count):
            row.remove(row.tc_lst[side])
        if count:
            mark = OxmlElement(name)
            mark.set(qn("w:val"), str(count))
            properties.append(mark)


def page_break(document: WordDocument) -> None:
    """The next paragraph begins a page."""
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def inserted(paragraph: Paragraph, text: str) -> None:
    """A tracked insertion: a text that is there."""
    paragraph._p.append(_change("ins", "w:t", text))


def deleted(paragraph: Paragraph, text: str) -> None:
    """A tracked deletion: a text that is there no longer."""
    paragraph._p.append(_change("del", "w:delText", text))


def _change(kind: str, tag: str, text: str):  # type: ignore[no-untyped-def]
    return parse_xml(
        f'<w:{kind} {nsdecls("w")} w:id="7" w:author="Завуч" w:date="2025-09-01T09:00:00Z">'
        f'<w:r><{tag} xml:space="preserve">{text}</{tag}></w:r></w:{kind}>'
    )


def wrapped(paragraph: Paragraph, text: str, kind: str) -> None:
    """A run inside a smart tag, a content control or a simple field."""
    run = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'
    bodies = {
        "smartTag": f'<w:smartTag {nsdecls("w")} w:uri="urn:x" w:element="date">{run}</w:smartTag>',
        "sdt": f"<w:sdt {nsdecls('w')}><w:sdtContent>{run}</w:sdtContent></w:sdt>",
        "field": f'<w:fldSimple {nsdecls("w")} w:instr=" TITLE ">{run}</w:fldSimple>',
    }
    paragraph._p.append(parse_xml(bodies[kind]))


def text_box(paragraph: Paragraph, text: str) -> None:
    """A floating box; as in Word, its text stands twice: a shape, and VML for old readers."""
    content = (
        f'<w:txbxContent><w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
        "</w:txbxContent>"
    )
    drawing = (
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2"'
        ' behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="column"><wp:posOffset>5400000</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
        '<wp:extent cx="2400000" cy="800000"/><wp:wrapSquare wrapText="bothSides"/>'
        '<wp:docPr id="5" name="Надпись 5"/><a:graphic><a:graphicData'
        f' uri="{_WPS}"><wps:wsp xmlns:wps="{_WPS}"><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm>'
        '<a:off x="0" y="0"/><a:ext cx="2400000" cy="800000"/></a:xfrm><a:prstGeom prst="rect">'
        f"<a:avLst/></a:prstGeom></wps:spPr><wps:txbx>{content}</wps:txbx><wps:bodyPr/></wps:wsp>"
        "</a:graphicData></a:graphic></wp:anchor>"
    )
    shape = (
        '<w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="position:absolute;'
        f'width:190pt;height:60pt"><v:textbox>{content}</v:textbox></v:shape></w:pict>'
    )
    paragraph._p.append(
        parse_xml(
            f'<w:r {nsdecls("w", "wp", "a")} xmlns:mc="{_MC}"><mc:AlternateContent>'
            f'<mc:Choice xmlns:wps="{_WPS}" Requires="wps"><w:drawing>{drawing}</w:drawing>'
            f"</mc:Choice><mc:Fallback>{shape}</mc:Fallback></mc:AlternateContent></w:r>"
        )
    )


def footnote(document: WordDocument, paragraph: Paragraph, text: str) -> None:
    """The only footnote of the document."""
    body = (
        f"<w:footnotes {nsdecls('w')}>"
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p>'
        '</w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r>'
        '<w:continuationSeparator/></w:r></w:p></w:footnote><w:footnote w:id="1"><w:p>'
        '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
        f'<w:r><w:t xml:space="preserve"> {text}</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    package = document.part.package
    part = Part(PackURI("/word/footnotes.xml"), kind, body.encode(), package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    paragraph._p.append(
        parse_xml(
            f'<w:r {nsdecls("w")}><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
            '<w:footnoteReference w:id="1"/></w:r>'
        )
    )


def numbering(document: WordDocument, *formats: str, number: int = 77) -> int:
    """A list whose numbers Word itself writes («%1.», «%1.%2.»); returns its id."""
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="'
        f'{360 * (level + 1)}" w:hanging="360"/></w:pPr></w:lvl>'
        for level, text in enumerate(formats)
    )
    root = document.part.numbering_part.element
    kind = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">{levels}</w:abstractNum>'
    root.insert(0, parse_xml(kind))
    root.append(
        parse_xml(
            f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        )
    )
    return number


def listed(paragraph: Paragraph, number: int, level: int = 0) -> Paragraph:
    """Make the paragraph an item of a list of Word's own."""
    properties = paragraph._p.get_or_add_pPr()
    properties.append(
        parse_xml(
            f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/>'
            "</w:numPr>"
        )
    )
    return paragraph


def copy_row(made: Table, source: int) -> None:
    """Add a copy of a row at the end, as one does who types the heading again."""
    made._tbl.append(copy.deepcopy(made.rows[source]._tr))


def in_content_control(made: Table) -> None:
    """Wrap the table into a content control, as templates of Word have it."""
    control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtContent/></w:sdt>")
    made._tbl.addprevious(control)
    control[0].append(made._tbl)


def hide(run: Run) -> None:
    """Make a run hidden text."""
    run.font.hidden = True
