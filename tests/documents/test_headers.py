"""A school's header and footer: on the first page of what has a letterhead, then page numbers."""

import io
from typing import Any

import pytest
from docx import Document
from docx.enum.section import WD_SECTION
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from roadmap_cli.documents.docx.writer import write_docx
from roadmap_cli.documents.template.markup import read_markup
from roadmap_cli.domain.papers.sheet import Paper
from tests.word_text import entries

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
HEAD = "::: letterhead\nНаше название\n:::\n\n"
TEXT = "Слова\n\n::: sheet landscape\n:::\n\nПриложение\n"
PAGE = f'<w:fldSimple xmlns:w="{W}" w:instr=" PAGE "/>'
PICTURE = f'<w:r xmlns:w="{W}"><w:pict/></w:r>'


def _reference(header: str = "", footer: str = "", *, first: str | None = None) -> Any:
    """`first` is the header of the first page where it has one of its own.

    «#» stands for the number of the page, «@» for a picture.
    """
    document: Any = Document()
    section = document.sections[0]
    for part, words in ((section.header, header), (section.footer, footer)):
        if words:
            _fill(part.paragraphs[0], words)
    if first is not None:
        section.different_first_page_header_footer = True
        if first:
            _fill(section.first_page_header.paragraphs[0], first)
    return document


def _fill(paragraph: Any, words: str) -> None:
    for sign in words:
        if sign in "#@":
            paragraph._p.append(parse_xml(PAGE if sign == "#" else PICTURE))
        else:
            paragraph.add_run(sign)


def _made(reference: Any, text: str = HEAD + TEXT) -> Any:
    stream = io.BytesIO()
    reference.save(stream)
    paper = Paper("x", read_markup(text, "x.md"))
    return Document(io.BytesIO(write_docx(paper, "", stream.getvalue())))


def _told(part: Any) -> str:
    """The words, «#» for the number of the page and «@» for a picture; «=» for what is above."""
    if part.is_linked_to_previous:
        return "="
    said = ""
    for node in part._element.iter(qn("w:t"), qn("w:instrText"), qn("w:fldSimple"), qn("w:pict")):
        said += {"t": node.text, "pict": "@"}.get(node.tag.rpartition("}")[2], "#")
    return said


def _pages(document: Any) -> list[str]:
    """Header and footer: of the first page, of the next, of the annex."""
    first, annex = document.sections
    assert first.different_first_page_header_footer
    assert not annex.different_first_page_header_footer
    assert _told(annex.header) == "="
    assert _told(annex.footer) == "="
    parts = (first.first_page_header, first.first_page_footer, first.header, first.footer)
    return [_told(part) for part in parts]


# Header, footer, header of the first page: what stands on the first page and on the others.
CASES = [
    (_reference(), ["=", "=", "#", "="], True),
    (_reference("Бланк"), ["Бланк", "=", "#", "="], False),
    (_reference("@"), ["@", "=", "#", "="], False),
    (_reference("@", "тел."), ["@", "тел.", "#", "="], False),
    # A footer alone does not name the organisation.
    (_reference("", "тел."), ["=", "тел.", "#", "="], True),
    # The school's own numbers stay where they are, from the second page on.
    (_reference("#"), ["=", "=", "#", "="], True),
    (_reference("Бланк", "#"), ["Бланк", "=", "=", "#"], False),
    (_reference("Бланк", "- # -"), ["Бланк", "=", "=", "- # -"], False),
    (_reference("Бланк", "стр. #"), ["Бланк", "=", "=", "стр. #"], False),
    (_reference("Бланк #"), ["Бланк #", "=", "#", "="], False),
    (_reference("Школа, #", first="Бланк"), ["Бланк", "=", "Школа, #", "="], False),
    (_reference("Школа", first="Бланк"), ["Бланк", "=", "#", "="], False),
    (_reference("#", first=""), ["=", "=", "#", "="], True),
]


@pytest.mark.parametrize(("reference", "pages", "ours"), CASES, ids=range(len(CASES)))
def test_the_letterhead_is_on_the_first_page(reference: Any, pages: list[str], ours: bool) -> None:
    document = _made(reference)
    assert _pages(document) == pages
    assert ("Наше название" in [each.text for each in document.paragraphs]) is ours


@pytest.mark.parametrize(("reference", "pages", "_ours"), CASES, ids=range(len(CASES)))
def test_what_has_no_letterhead_has_numbers_only(
    reference: Any, pages: list[str], _ours: bool
) -> None:
    document = _made(reference, TEXT)
    assert _pages(document) == ["=", "=", *pages[2:]]


def test_an_unused_letterhead_is_not_in_the_file() -> None:
    reference = _reference("Бланк", "тел.")
    stream = io.BytesIO()
    reference.save(stream)
    for text, count in ((HEAD + TEXT, 3), (TEXT, 1)):
        files = entries(write_docx(Paper("x", read_markup(text, "x")), "", stream.getvalue()))
        edges = [name for name in files if "/header" in name or "/footer" in name]
        assert len(edges) == count


def test_even_pages_are_numbered_too() -> None:
    reference = _reference("Бланк")
    reference.settings.odd_and_even_pages_header_footer = True
    reference.sections[0].even_page_header.paragraphs[0].text = "Чётная"
    document = _made(reference)
    assert not document.settings.odd_and_even_pages_header_footer
    assert _pages(document) == ["Бланк", "=", "#", "="]


def test_the_letterhead_of_several_sections_is_that_of_the_first() -> None:
    reference = _reference("Бланк")
    section = reference.add_section(WD_SECTION.NEW_PAGE)
    section.header.is_linked_to_previous = False
    section.header.paragraphs[0].text = "Другое"
    assert _pages(_made(reference)) == ["Бланк", "=", "#", "="]


def test_the_words_keep_off_the_letterhead() -> None:
    document = _made(_reference("@"))
    (words,) = [each for each in document.paragraphs if each.text == "Слова"]
    assert words.paragraph_format.space_before.pt == 6
    assert _made(_reference()).paragraphs[0].paragraph_format.space_before is None


def test_the_first_section_ends_with_its_last_paragraph() -> None:
    document = _made(_reference())
    assert [each.text for each in document.paragraphs] == ["Наше название", "Слова", "Приложение"]
