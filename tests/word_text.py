"""A `.docx` as plain text, so that a test or a person can read what changed in it."""

import io
import zipfile
from typing import Any

from docx import Document
from docx.document import Document as DocxDocument
from docx.oxml.ns import qn
from docx.shared import Length
from docx.table import Table
from docx.text.paragraph import Paragraph


def structure(raw: bytes) -> str:
    """Paragraphs, tables, sections and the layout that matters, one line each."""
    document = Document(io.BytesIO(raw))
    lines = _blocks(document, document.element.body)
    for section in document.sections:
        size = f"{_mm(section.page_width)}×{_mm(section.page_height)}"
        sides = (
            section.left_margin,
            section.right_margin,
            section.top_margin,
            section.bottom_margin,
        )
        lines.append(f"[лист {size}, поля {' '.join(str(_mm(side)) for side in sides)}]")
    # A no-break space is a space for whoever reads.
    return "\n".join(lines).replace("\u00a0", " ")


def styles_of(raw: bytes) -> str:
    """The named styles of paragraphs and tables and what each says, one line each."""
    document = Document(io.BytesIO(raw))
    lines = []
    for style in document.styles.element.findall(qn("w:style")):
        said = [_said(node) for part in style if part.tag in _LAID_OUT for node in part]
        lines.append(f"{style.find(qn('w:name')).get(qn('w:val'))}: {', '.join(said)}")
    return "\n".join(lines)


_LAID_OUT = (qn("w:pPr"), qn("w:rPr"), qn("w:tblPr"))


def _said(node: Any) -> str:
    name = node.tag.rpartition("}")[2]
    values = [f"{key.rpartition('}')[2]}={value}" for key, value in node.items()]
    inside = [_said(child) for child in node]
    return " ".join((name, *values, *inside))


def _blocks(document: DocxDocument, parent: Any) -> list[str]:
    lines = []
    for child in parent.iterchildren():
        if child.tag == qn("w:p"):
            lines.append(_paragraph(Paragraph(child, document._body)))
            if child.find(f".//{qn('w:sectPr')}") is not None:
                lines.append("=== новый лист")
        elif child.tag == qn("w:tbl"):
            lines += _table(Table(child, document._body))
        elif child.tag == qn("w:sdt"):
            content = child.find(qn("w:sdtContent"))
            lines += [f"ОГЛАВЛЕНИЕ | {line}" for line in _blocks(document, content)]
    return lines


def _text(paragraph: Paragraph) -> str:
    """The words, those of fields and links too; of a drawing what is said in its place."""
    said = []
    for part in paragraph._p.iter(qn("w:t"), qn("w:br"), qn("wp:docPr")):
        if part.tag == qn("wp:docPr"):
            said.append(f"РИСУНОК {part.get('descr')}")
        else:
            said.append(part.text or "" if part.tag == qn("w:t") else "\n")
    return "".join(said)


def _mm(length: Length | None) -> int:
    return round(length.mm) if length is not None else 0


def _paragraph(paragraph: Paragraph) -> str:
    """The words, and in brackets the style and what the paragraph says beside it."""
    marks = [_style(paragraph)]
    for name, tag in (("нум", "w:numPr"), ("след", "w:keepNext")):
        if paragraph._p.find(f"./{qn('w:pPr')}/{qn(tag)}") is not None:
            marks.append(name)
    properties = paragraph._p.pPr
    if properties is not None:
        for name, tag, key in (("перед", "w:spacing", "w:before"), ("отступ", "w:ind", "w:left")):
            node = properties.find(qn(tag))
            if node is not None:
                marks.append(f"{name} {node.get(qn(key))}")
        align = properties.find(qn("w:jc"))
        if align is not None:
            marks.append(str(align.get(qn("w:val"))))
    return f"{_text(paragraph).replace(chr(10), ' ⏎ ')}   [{', '.join(marks)}]"


def _style(paragraph: Paragraph) -> str:
    """The name of the style, with the level that it has in the outline."""
    style = paragraph.style
    if style is None:
        return ""
    level = style.element.find(f".//{qn('w:outlineLvl')}")
    return f"{style.name}" + (
        f" ур. {int(level.get(qn('w:val'))) + 1}" if level is not None else ""
    )


def _paragraphs(table: Any) -> list[Paragraph]:
    return [Paragraph(node, table) for node in table._tbl.iter(qn("w:p"))]


def _table(table: Table) -> list[str]:
    lines = []
    for row in table._tbl.tr_lst:
        cells = []
        for cell in row.tc_lst:
            merge = cell.tcPr.find(qn("w:vMerge")) if cell.tcPr is not None else None
            texts = " ¶ ".join("".join(t.text or "" for t in p.iter(qn("w:t"))) for p in cell.p_lst)
            cells.append(
                "^^" if merge is not None and merge.get(qn("w:val")) == "continue" else texts
            )
        kept = all(
            p.find(f"./{qn('w:pPr')}/{qn('w:keepNext')}") is not None for p in row.iter(qn("w:p"))
        )
        head = row.trPr is not None and row.trPr.find(qn("w:tblHeader")) is not None
        lines.append(
            ("ШАПКА | " if head else "| ") + " | ".join(cells) + (" [след]" if kept else "")
        )
    styles = dict.fromkeys([_style(each) for each in _paragraphs(table)])
    name = table.style.name if table.style is not None else ""
    return [f"{name}: {', '.join(styles)}", *lines]


def entries(raw: bytes) -> dict[str, bytes]:
    """The files inside the archive."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return {entry.filename: archive.read(entry) for entry in archive.infolist()}
