"""Sheets of a document: A4, the margins and the page numbers of ГОСТ Р 7.0.97."""

from typing import Any

from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt

from roadmap_cli.documents.docx.xml import element

FONT = "Liberation Serif"
# Word has no Liberation fonts of its own; this one has the same metrics.
_ALTERNATIVE = "Times New Roman"
_RIGHT_MM, _TOP_MM, _BOTTOM_MM = 10, 20, 20
_A4_MM = (210, 297)


def set_fonts(document: Document, font_size: int) -> None:
    """A freely licensed font for everything, Russian for the spelling checker."""
    normal: Any = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(font_size)
    properties = normal.element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    for face in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{face}"), FONT)
    properties.append(element("lang", val="ru-RU"))
    normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.space_before = Pt(0)
    normal.paragraph_format.line_spacing = 1.0
    _name_alternative(document)


def _name_alternative(document: Document) -> None:
    for part in document.part.package.iter_parts():
        if str(part.partname) == "/word/fontTable.xml":
            entry = (
                f'<w:font w:name="{FONT}"><w:altName w:val="{_ALTERNATIVE}"/>'
                '<w:charset w:val="CC"/><w:family w:val="roman"/>'
                '<w:pitch w:val="variable"/></w:font>'
            ).encode()
            part._blob = part.blob.replace(b"</w:fonts>", entry + b"</w:fonts>")


def first_section(document: Document, left_mm: int, *, landscape: bool) -> float:
    """Lay out the first sheet; returns the length of a line in millimetres."""
    return _lay_out(document.sections[0], left_mm, landscape=landscape)


def line_of(section: Section) -> float:
    """The length of a line in millimetres, by a section's own margins."""
    width = section.page_width or Mm(_A4_MM[0])
    return float((width - (section.left_margin or 0) - (section.right_margin or 0)) / Mm(1))


def next_section(document: Document, left_mm: int, *, landscape: bool) -> float:
    """Begin a new sheet; returns the length of a line in millimetres."""
    return _lay_out(document.add_section(WD_SECTION.NEW_PAGE), left_mm, landscape=landscape)


def _lay_out(section: Section, left_mm: int, *, landscape: bool) -> float:
    width, height = _A4_MM[::-1] if landscape else _A4_MM
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(width), Mm(height)
    # A lying sheet is bound at its upper edge.
    left, top = (_TOP_MM, left_mm) if landscape else (left_mm, _TOP_MM)
    section.left_margin, section.right_margin = Mm(left), Mm(_RIGHT_MM)
    section.top_margin, section.bottom_margin = Mm(top), Mm(_BOTTOM_MM)
    section.header_distance = Mm(10)
    return float(width - left - _RIGHT_MM)


def add_page_numbers(document: Document) -> None:
    """A page number in the middle of the upper margin; later sections inherit it."""
    node: Any = document.sections[0].header.paragraphs[0]._p
    for child in list(node):
        node.remove(child)
    properties = node.get_or_add_pPr()
    properties.append(element("jc", val="center"))
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        run = element("r")
        if kind is not None:
            run.append(element("fldChar", fldCharType=kind))
        else:
            instruction = element("instrText")
            instruction.text = text
            run.append(instruction)
        node.append(run)


def hide_first_number(document: Document) -> None:
    """Numbers are shown from the second page on (ГОСТ Р 7.0.97)."""
    for position, section in enumerate(document.sections):
        section.different_first_page_header_footer = position == 0
