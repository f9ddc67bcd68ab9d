"""A Word file as text, for `git diff` and for the checks of what documents say."""

import io
import zipfile

from docx import Document
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn

_LARGEST = 50_000_000


def docx_text(raw: bytes) -> str | None:
    """The paragraphs and tables of a document, a line each; None for what is no Word file."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _LARGEST:
                return None  # a zip bomb, or nothing that a school writes
        body = Document(io.BytesIO(raw)).element.body
    except (zipfile.BadZipFile, KeyError, ValueError, OpcError):
        return None
    lines = []
    for child in body.iterchildren():
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
