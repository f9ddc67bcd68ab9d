"""A school's Word form: what data say arrives as it is, whatever it means to XML."""

import json
from pathlib import Path

import pytest
from docx import Document

from roadmap_cli.documents.docx.text import docx_text
from tests.conftest import Run

TODAY = "2025-12-01"
AWKWARD = [
    "А & Б", "А < Б", "А > Б", "<b>А</b>", "&amp;", "&lt;", "«А» \"Б\" 'В'", "]]>", "{{ x }}",
    "<w:t>А</w:t>", "А\x7fБ",
]  # fmt: skip
OLD = "short_name: МБУ ДО «Искра»"


def _form(school: Path, *lines: str) -> None:
    path = school / "templates" / "order" / "curators.docx"
    path.parent.mkdir(parents=True, exist_ok=True)
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(str(path))


def _made(run: Run, school: Path) -> str:
    outcome = run("order", "curators", "-o", "x.docx", today=TODAY)
    assert outcome.code == 0, outcome.err
    return docx_text((school / "x.docx").read_bytes()) or ""


def _set(school: Path, file: str, old: str, new: str) -> None:
    path = school / "data" / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize("name", AWKWARD)
def test_a_name_arrives_as_it_is(run: Run, school: Path, name: str) -> None:
    _set(
        school, "organization.yaml", "short_name: МБУ ДО «Искра»", f"short_name: {json.dumps(name)}"
    )
    _form(
        school, "до {{ organization.short_name }} после", "{{ organization.short_name | upfirst }}"
    )
    assert _made(run, school).splitlines()[:2] == [
        f"до {name.replace(chr(127), '')} после",
        name.replace(chr(127), ""),
    ]


@pytest.mark.parametrize("name", AWKWARD)
def test_so_it_does_through_our_own_templates(run: Run, school: Path, name: str) -> None:
    _set(
        school, "organization.yaml", "short_name: МБУ ДО «Искра»", f"short_name: {json.dumps(name)}"
    )
    path = school / "templates" / "order" / "curators.md"
    path.parent.mkdir(parents=True)
    path.write_text("до {{ organization.short_name }} после\n", encoding="utf-8")
    assert _made(run, school).splitlines()[0] == f"до {name.replace(chr(127), '')} после"


@pytest.mark.parametrize(
    ("expression", "shown"),
    [
        ("organization.coordinator.name", "Гринько<&>Ли Ольга Сергеевна"),
        ("organization.coordinator.name.dative", "Гринько<&>Ли Ольге Сергеевне"),
        ("organization.coordinator.initials", "Гринько<&>Ли О.С."),
        ("organization.coordinator.position", "методист & <старший>"),
    ],
)
def test_a_persons_words_arrive_as_they_are(
    run: Run, school: Path, expression: str, shown: str
) -> None:
    _set(school, "people.yaml", "surname: Гринько,", 'surname: "Гринько<&>Ли",')
    _set(
        school,
        "people.yaml",
        "position: заместитель директора по учебно-воспитательной работе",
        'position: "методист & <старший>"',
    )
    _form(school, f"до {{{{ {expression} }}}} после")
    assert _made(run, school).splitlines()[0] == f"до {shown} после"


@pytest.mark.parametrize(
    ("expression", "shown"),
    [
        ("'а' ~ 'б'", "аб"),
        ("none if document else 7", "____________________"),
        ("7", "7"),
        ("document.number", "________"),
        ("document.date | date", "«____» ______________ 20___ г."),
        ("document.date | short_date", "___.___.20___"),
    ],
)
def test_values_of_every_sort_are_printed(
    run: Run, school: Path, expression: str, shown: str
) -> None:
    _form(school, f"до {{{{ {expression} }}}} после")
    assert _made(run, school).splitlines()[0] == " ".join(f"до {shown} после".split())


def test_a_figure_is_told_in_words(run: Run, school: Path) -> None:
    _form(school, "{{ participation.figure }}")
    assert _made(run, school).splitlines()[0] == (
        "Столбчатая диаграмма. Участники по формам наставничества, человек."
        " педагог – педагог – Наставники: 2, Наставляемые: 3."
    )
