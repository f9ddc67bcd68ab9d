"""A Word file as text, for `git diff` and for the checks of what documents say."""

from docx.oxml.ns import qn

from roadmap_cli.documents.docx.archive import open_docx


def docx_text(raw: bytes) -> str | None:
    """Return the paragraphs and tables of a document, one per line; None if it is not a Word
    file.
    """
    document = open_docx(raw)
    if document is None:
        return None
    lines = []
    for child in document.element.body.iterchildren():
        if child.tag == qn("w:tbl"):
            for row in child.iter(qn("w:tr")):
                lines.append(" | ".join(_words(cell) for cell in row.iter(qn("w:tc"))))
        elif child.tag == qn("w:p"):
            lines.append(_words(child))
    return "\n".join(lines) + "\n"


def _words(node: object) -> str:
    pieces = []
    for part in node.iter(qn("w:t"), qn("w:br"), qn("w:p")):  # type: ignore[attr-defined]  # lxml
        pieces.append(part.text or "" if part.tag == qn("w:t") else " ")
    return " ".join("".join(pieces).split())
