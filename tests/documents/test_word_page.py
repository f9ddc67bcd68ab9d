"""The page on Word templates: its example is built, filled and compared with what it promises."""

import re
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as DocxDocument
from docx.table import Table

from tests.conftest import ROOT, Run

PAGE = (ROOT / "docs" / "word-templates.md").read_text("utf-8")
MAKING = ["order", "pairs", "--number", "7", "--date", "05.10.2025", "-o", "x.docx"]
TODAY = "2025-12-01"


def _block(language: str) -> list[str]:
    (block,) = re.finditer(rf"^```{language}\n(.*?)^```", PAGE, re.S | re.M)
    return block[1].splitlines()


def _cells(line: str) -> list[str]:
    """The cells of a row; a `|` inside a tag is a filter."""
    inside = re.sub(r"\{[{%].*?[}%]\}", lambda tag: tag[0].replace("|", "\0"), line)
    return [cell.strip().replace("\0", "|") for cell in inside.strip("|").split("|")]


def _build(path: Path) -> None:
    document = Document()
    table: Table | None = None
    for line in _block("template"):
        if not line.startswith("|"):
            document.add_paragraph(line)
            continue
        cells = _cells(line)
        table = table or document.add_table(0, len(cells))
        row = table.add_row()
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    path.parent.mkdir(parents=True)
    document.save(str(path))


def _rows(document: DocxDocument) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in document.tables[0].rows]


@pytest.fixture
def made(run: Run, school: Path) -> DocxDocument:
    _build(school / "templates" / "order" / "pairs.docx")
    outcome = run("template", "check", today=TODAY)
    assert (outcome.code, outcome.out.strip()) == (0, "Шаблоны в порядке."), outcome.err
    outcome = run(*MAKING, today=TODAY)
    assert outcome.code == 0, outcome.err
    return Document(str(school / "x.docx"))


def test_the_example_gives_what_the_page_shows(made: DocxDocument) -> None:
    promised = _block("document")
    assert _rows(made) == [_cells(line) for line in promised if line.startswith("|")]
    shown = [line for line in promised if not line.startswith("|")]
    assert [each.text for each in made.paragraphs if each.text][: len(shown)] == shown
    assert len(made.paragraphs) == len(shown) + 1


def test_the_values_of_the_page_are_those_of_the_school(run: Run, school: Path) -> None:
    path = school / "templates" / "order" / "pairs.docx"
    rows = re.findall(r"^\| `(\{\{ organization\.director.*?\}\})` \| (.+?) \|$", PAGE, re.M)
    assert len(rows) > 3
    document = Document()
    for tag, _ in rows:
        document.add_paragraph(tag)
    path.parent.mkdir(parents=True)
    document.save(str(path))
    assert run(*MAKING, today=TODAY).code == 0
    filled = [each.text for each in Document(str(school / "x.docx")).paragraphs]
    assert filled == [said for _, said in rows]
