"""The Word file: margins by sort, the length of a line, fixed times, sizes at their bounds."""

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm

from roadmap_cli.documents.docx.archive import open_docx
from roadmap_cli.documents.docx.page import line_of
from roadmap_cli.documents.docx.writer import write_docx
from roadmap_cli.documents.docx.xml import twips
from roadmap_cli.documents.template.markup import read_markup
from roadmap_cli.domain.papers.catalog import DOCUMENT_TYPES
from roadmap_cli.domain.papers.document_type import DocumentType
from roadmap_cli.domain.papers.sheet import Paper
from tests.conftest import Run

TABLE = "| а | б | в |\n|---|---|---|\n| 1 | 2 | 3 |"


def _document(text: str, left: int = 20, title: str = "x", author: str = "") -> Any:
    paper = Paper(title, read_markup(text, "x.md"), left)
    return Document(io.BytesIO(write_docx(paper, author)))


@pytest.mark.parametrize(
    ("millimetres", "twentieths"),
    [(0, 0), (25.4, 1440), (12.5, 709), (170, 9638), (180, 10205), (0.008, 0), (0.009, 1)],
)
def test_millimetres_in_twentieths_of_a_point(millimetres: float, twentieths: int) -> None:
    assert twips(millimetres) == twentieths


@pytest.mark.parametrize(("left", "line"), [(20, 180), (30, 170), (10, 190)])
def test_the_line_is_what_the_margins_leave(left: int, line: int) -> None:
    document = _document(TABLE, left)
    section = document.sections[0]
    sides = (section.left_margin, section.right_margin, section.top_margin, section.bottom_margin)
    assert [round(side.mm) for side in sides] == [left, 10, 20, 20]
    assert round(line_of(section)) == line
    width = document.element.body.find(f".//{qn('w:tblW')}").get(qn("w:w"))
    assert abs(int(width) - twips(line)) <= 3


@pytest.mark.parametrize("left", [20, 30])
def test_a_lying_sheet_is_bound_at_its_upper_edge(left: int) -> None:
    section = _document(f"::: sheet landscape\n:::\n\n{TABLE}", left).sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)
    assert round(section.top_margin.mm) == left
    assert round(section.left_margin.mm) == 20
    assert round(line_of(section)) == 267


def test_the_line_of_a_letterhead_is_by_its_own_margins(school: Path, run: Run) -> None:
    reference = Document()
    section = reference.sections[0]
    section.page_width, section.left_margin, section.right_margin = Mm(200), Mm(35), Mm(15)
    (school / "templates").mkdir()
    reference.save(str(school / "templates" / "reference.docx"))
    assert run("order", "pairs", "-o", "x.docx", today="2025-12-01").code == 0
    made: Any = Document(str(school / "x.docx"))
    assert round(line_of(made.sections[0])) == 150
    widths = [int(each.get(qn("w:w"))) for each in made.element.body.iter(qn("w:tblW"))]
    # The table lies on a sheet of its own, with margins of ours.
    assert {round(width * 25.4 / 1440) for width in widths} == {150, 267}


@pytest.mark.usefixtures("school")
@pytest.mark.parametrize(
    "kind",
    [kind for kind in DOCUMENT_TYPES if not kind.layout.subject.value],
    ids=lambda kind: kind.code,
)
def test_a_paper_that_is_kept_for_long_has_a_wide_margin(
    run: Run, workspace: Path, kind: DocumentType
) -> None:
    assert run(kind.group, kind.kind, "-o", "x.docx", today="2025-12-01").code == 0
    section = Document(str(workspace / "x.docx")).sections[0]
    lying = (section.page_width or 0) > (section.page_height or 0)
    bound = section.top_margin if lying else section.left_margin
    assert bound is not None
    # By ГОСТ Р 7.0.97 what is kept longer than ten years: orders, protocols, acts.
    assert round(bound.mm) == (30 if kind.group in LONG_KEPT else 20), kind.code


LONG_KEPT = ("order", "protocol")


def test_no_time_of_day_gets_into_the_archive() -> None:
    raw = write_docx(Paper("x", read_markup("а", "x.md")), "")
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        entries = archive.infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.compress_type for entry in entries} == {zipfile.ZIP_DEFLATED}
    assert {(entry.create_system, entry.external_attr >> 16) for entry in entries} == {(3, 0o600)}
    assert entries[0].filename == "[Content_Types].xml"
    properties = Document(io.BytesIO(raw)).core_properties
    assert (properties.last_modified_by, properties.revision) == ("", 1)


@pytest.mark.parametrize(("length", "kept"), [(254, 254), (255, 255), (256, 255)])
def test_a_title_has_at_most_255_letters(length: int, kept: int) -> None:
    properties = _document("а", title="т" * length, author="а" * length).core_properties
    assert properties.title == "т" * kept
    assert properties.author == "а" * kept


@pytest.mark.parametrize(("length", "justified"), [(14, True), (15, False), (16, False)])
def test_a_long_line_to_write_on_is_not_stretched(length: int, justified: bool) -> None:
    document = _document("\\_" * length + " подпись")
    align = document.element.body.find(f".//{qn('w:jc')}")
    # The style justifies.
    assert (align is None) is justified
    assert justified or align.get(qn("w:val")) == "left"


@pytest.mark.parametrize(("over", "sound"), [(-1, True), (0, True), (1, False)])
def test_a_word_file_unpacks_to_fifty_million_bytes(over: int, sound: bool) -> None:
    stream = io.BytesIO()
    Document().save(stream)
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive:
        size = sum(entry.file_size for entry in archive.infolist())
        archive.writestr("пусто.bin", bytes(50_000_000 - size + over))
    assert (open_docx(stream.getvalue()) is not None) is sound


@pytest.mark.parametrize("text", [TABLE, f"{TABLE}\n\n{TABLE}", f"{TABLE}\n\nа", "а", ""])
def test_tables_do_not_grow_together(text: str) -> None:
    tags = [child.tag.rpartition("}")[2] for child in _document(text).element.body]
    assert tags[-1] == "sectPr"
    assert "tbl tbl" not in " ".join(tags)
    assert "tbl sectPr" not in " ".join(tags)


def test_numbers_of_pages_begin_with_the_second() -> None:
    document = _document("а\n\n::: sheet\n:::\n\nб\n\n::: sheet landscape\n:::\n\nв")
    assert [section.different_first_page_header_footer for section in document.sections] == [
        True, False, False,
    ]  # fmt: skip
