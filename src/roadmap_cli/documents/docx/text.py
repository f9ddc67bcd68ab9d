"""A Word file as text, for `git diff` and for the checks of what documents say."""

from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

from roadmap_cli.documents.docx.archive import open_docx


def docx_text(raw: bytes) -> str | None:
    """Return the paragraphs and tables of a document, one per line; None if it is not a Word
    file.
    """
    document = open_docx(raw)
    if document is None:
        return None
    return "\n".join(_lines(document.element.body)) + "\n"


def _lines(parent: Any) -> Iterator[str]:
    for child in parent.iterchildren():
        if child.tag == qn("w:tbl"):
            for row in child.iter(qn("w:tr")):
                yield " | ".join(_words(cell) for cell in row.iter(qn("w:tc")))
        elif child.tag == qn("w:p"):
            yield _words(child)
        elif child.tag == qn("w:sdt"):  # the table of contents
            for content in child.iterchildren(qn("w:sdtContent")):
                yield from _lines(content)


def _words(node: Any) -> str:
    pieces = []
    for part in node.iter(*_TOLD):
        if part.tag == qn("wp:docPr"):
            pieces.append(f"[{part.get('descr')}]" if part.get("descr") else "")
        else:
            pieces.append(part.text or "" if part.tag == qn("w:t") else " ")
    return " ".join("".join(pieces).split())


# Of a picture or a chart its alternative text stands for it.
_TOLD = (qn("w:t"), qn("w:br"), qn("w:p"), qn("wp:docPr"))
