"""What a Word file says of itself: our program, the day that the document bears, no clock."""

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from roadmap_cli import __version__
from roadmap_cli.documents.docx.archive import pack_docx, packed
from roadmap_cli.documents.docx.writer import write_docx
from roadmap_cli.documents.template.markup import read_markup
from roadmap_cli.domain.papers.sheet import Paper
from tests.conftest import Run
from tests.word_text import entries

TODAY = "2025-12-01"


def _raw(day: date | None, reference: bytes | None = None) -> bytes:
    return write_docx(Paper("x", read_markup("а", "x.md"), day=day), "Школа", reference)


@pytest.mark.parametrize("of_school", [False, True])
def test_the_times_are_those_of_the_document(of_school: bool) -> None:
    stream = io.BytesIO()
    Document().save(stream)
    reference = stream.getvalue() if of_school else None
    core = entries(_raw(date(2025, 10, 5), reference))["docProps/core.xml"].decode()
    assert core.count("2025-10-05T00:00:00Z") == 2
    # One that bears no date has no time, also after one that has.
    for raw in (_raw(None, reference), _raw(None, reference)):
        core = entries(raw)["docProps/core.xml"].decode()
        assert "dcterms:created" not in core
        assert "dcterms:modified" not in core
        assert "<dc:language>ru-RU</dc:language>" in core


@pytest.mark.parametrize("part", ["", "docProps/app.xml"])
def test_the_program_is_named(part: str) -> None:
    document = Document()
    if part:  # a file that says nothing of its program
        relations = document.part.package.rels
        (key,) = [
            key for key, each in relations.items() if each.reltype.endswith("/extended-properties")
        ]
        del relations[key]
    stream = io.BytesIO()
    document.save(stream)
    for raw in (_raw(None, stream.getvalue()), pack_docx(document, "x", "")):
        application = entries(raw)["docProps/app.xml"].decode()
        assert "<Application>roadmap</Application>" in application
        assert "<AppVersion>01.0000</AppVersion>" in application
        assert __version__ not in application
        assert not any("thumbnail" in name for name in entries(raw))


def test_the_properties_of_libreoffice_are_not_there_twice() -> None:
    stream = io.BytesIO()
    Document().save(stream)
    relations = entries(stream.getvalue())["_rels/.rels"]
    known, strange = b"/package/2006/relationships/metadata/core", b"/officedocument/2006"
    assert relations.count(known) == 1
    strange = relations.replace(known, known.replace(b"/package/2006", strange))
    foreign = packed({**entries(stream.getvalue()), "_rels/.rels": strange}.items())
    raw = _raw(date(2025, 10, 5), foreign)
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        names = archive.namelist()
    assert len(names) == len(set(names))
    assert Document(io.BytesIO(raw)).core_properties.author == "Школа"


@pytest.mark.usefixtures("school")
@pytest.mark.parametrize(("words", "times"), [(["-d", "2025-10-05"], 2), ([], 0)], ids=str)
def test_the_date_of_an_order_is_its_time(
    run: Run, workspace: Path, words: list[str], times: int
) -> None:
    assert run("order", "rewards", *words, "-o", "x.docx", today=TODAY).code == 0
    core = entries((workspace / "x.docx").read_bytes())["docProps/core.xml"].decode()
    assert core.count("2025-10-05T00:00:00Z") == times
    assert core.count("T00:00:00Z") == times


def test_a_word_form_of_the_schools_own_bears_it_too(run: Run, school: Path) -> None:
    form = Document()
    form.add_paragraph("Приказ № {{ document.number }}")
    path = school / "templates" / "order" / "rewards.docx"
    path.parent.mkdir(parents=True)
    form.save(str(path))
    assert run("order", "rewards", "-d", "2025-10-05", "-o", "x.docx", today=TODAY).code == 0
    files = entries((school / "x.docx").read_bytes())
    assert files["docProps/core.xml"].count(b"2025-10-05T00:00:00Z") == 2
    assert b"<Application>roadmap</Application>" in files["docProps/app.xml"]
