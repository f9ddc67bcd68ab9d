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
    return "\n".join(lines)


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
    properties = paragraph._p.pPr
    marks = []
    if properties is not None:
        for name, tag in (("нум", "w:numPr"), ("красная строка", "w:ind"), ("след", "w:keepNext")):
            if properties.find(qn(tag)) is not None:
                marks.append(name)
        align = properties.find(qn("w:jc"))
        if align is not None:
            marks.append(str(align.get(qn("w:val"))))
    return f"{_text(paragraph).replace(chr(10), ' ⏎ ')}" + (
        f"   [{', '.join(marks)}]" if marks else ""
    )


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
        head = row.trPr is not None and row.trPr.find(qn("w:tblHeader")) is not None
        lines.append(("ШАПКА | " if head else "| ") + " | ".join(cells))
    return lines


def entries(raw: bytes) -> dict[str, bytes]:
    """The files inside the archive."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return {entry.filename: archive.read(entry) for entry in archive.infolist()}
