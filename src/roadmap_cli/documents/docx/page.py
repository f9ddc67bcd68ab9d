"""Sheets of a document: A4 and the margins of ГОСТ Р 7.0.97."""

from typing import Any

from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.section import Section
from docx.shared import Mm

_RIGHT_MM, _TOP_MM, _BOTTOM_MM = 10, 20, 20
_A4_MM = (210, 297)


def first_section(document: Document, left_mm: int, *, landscape: bool) -> float:
    """Lay out the first sheet; returns the length of a line in millimetres."""
    return _lay_out(document.sections[0], left_mm, landscape=landscape)


def line_of(section: Section) -> float:
    """The length of a line in millimetres, by a section's own margins."""
    width = section.page_width or Mm(_A4_MM[0])
    return float((width - (section.left_margin or 0) - (section.right_margin or 0)) / Mm(1))


def next_section(document: Document, left_mm: int, *, landscape: bool) -> float:
    """End a sheet with the last paragraph and begin a new one.

    Returns the length of a line in millimetres. python-docx would add an empty paragraph, which
    may need a page of its own.
    """
    body: Any = document.element.body
    ending: Any = body[-1]
    body[-2].set_sectPr(ending.clone())
    for reference in ending.xpath("w:headerReference | w:footerReference"):
        ending.remove(reference)
    section = document.sections[-1]
    section.start_type = WD_SECTION.NEW_PAGE
    return _lay_out(section, left_mm, landscape=landscape)


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


def number_from_second(document: Document) -> None:
    """Numbers are shown from the second page on (ГОСТ Р 7.0.97), the letterhead before them."""
    for position, section in enumerate(document.sections):
        section.different_first_page_header_footer = position == 0
