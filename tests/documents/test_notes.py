"""A document that prints a doubtful form tells it, once, and only then."""

from pathlib import Path

import pytest
from docx import Document

from roadmap_cli.documents.template.blanks import Blank
from roadmap_cli.documents.template.notes import Doubtful, Notes
from tests.conftest import Run

TODAY = "2025-12-01"
REMARK = "фамилия «Репей» → кого «Репья»"


def _rename(school: Path) -> None:
    """The coordinator of the school gets a doubtful surname."""
    path = school / "data" / "people.yaml"
    text = path.read_text("utf-8").replace(
        "surname: Гринько, name: Ольга, patronymic: Сергеевна",
        "surname: Репей, name: Олег, patronymic: Сергеевич",
    )
    path.write_text(text, encoding="utf-8")


def _template(school: Path, text: str) -> None:
    path = school / "templates" / "order" / "curators.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _word_form(school: Path, text: str) -> None:
    path = school / "templates" / "order" / "curators.docx"
    path.parent.mkdir(parents=True, exist_ok=True)
    document = Document()
    document.add_paragraph(text)
    document.save(str(path))


NAME, POSITION = "organization.coordinator.name", "organization.coordinator.position"


@pytest.mark.parametrize("write", [_template, _word_form])
@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{{{{ {NAME}.dative }}}}", 1),
        (f"{{{{ {NAME}.dative }}}} {{{{ {NAME}.genitive }}}} {{{{ {NAME}.dative }}}}", 1),
        (f"{{{{ {NAME}.dative | upfirst }}}}", 1),
        ("{{ organization.coordinator.initials.accusative }}", 1),
        (f"{{{{ {NAME} }}}}", 0),
        (f"{{{{ {POSITION}.dative }}}}", 0),
    ],
)
def test_a_doubtful_form_that_is_printed(
    run: Run, school: Path, write: object, text: str, told: int
) -> None:
    _rename(school)
    assert callable(write)
    write(school, text)
    made = run("order", "curators", "-o", "x.docx", today=TODAY)
    assert made.code == 0, made.err
    assert made.err.count(REMARK) == told
    data = run("order", "curators", "--preview", "--json", today=TODAY).data
    assert len(data["doubts"]) == told
    assert all("Репей Олег Сергеевич: проверьте падеж: " in each for each in data["doubts"])


def test_a_confirmed_form_is_printed_in_silence(run: Run, school: Path) -> None:
    _rename(school)
    _template(school, f"{{{{ {NAME}.dative }}}}")
    run("person", "cases", "grinko", "--confirm")
    assert "падеж" not in run("order", "curators", "-o", "x.docx", today=TODAY).err


@pytest.mark.parametrize("constant", ["none", "None"])
def test_none_in_a_word_form_is_a_blank(run: Run, school: Path, constant: str) -> None:
    _word_form(school, f"до {{{{ {constant} }}}} после")
    made = run("order", "curators", "-o", "x.docx", today=TODAY)
    assert "значение none в форме" in made.err
    shown = run("docx-text", "x.docx").out
    assert "None" not in shown
    assert "до ____" in shown


def test_what_was_told_of_one_document_is_not_told_of_the_next() -> None:
    notes = Notes()
    notes.see(Doubtful("Репья", "проверьте"))
    notes.see(Blank("дата"))
    assert (notes.missing, notes.doubts) == (("дата",), ("проверьте",))
    notes.clear()
    assert (notes.missing, notes.doubts) == ((), ())
