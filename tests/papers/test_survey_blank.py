"""`roadmap form survey`: one blank for every questionnaire, of the school or of the program."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from roadmap_cli.storage.surveys import built_in_surveys
from tests.conftest import Run
from tests.papers.test_catalog import TODAY, only_document
from tests.word_text import structure

OWN = """\
title: Своя анкета
respondents: mentor
questions:
  - {id: q1, text: Есть ли * у | Вас <время>?, kind: yes_no}
"""


def _blank(run: Run, school: Path, *words: str) -> str:
    outcome = run("form", "survey", *words, "-o", "x.docx", "--force", today=TODAY)
    assert outcome.code == 0, outcome.err
    return structure((school / "x.docx").read_bytes())


def _own(school: Path, code: str, text: str = OWN) -> None:
    folder = school / "data" / "surveys"
    folder.mkdir(exist_ok=True)
    (folder / f"{code}.yaml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    "code", ["mentee-after-teacher", "preferences", "interim", "willing", "swot"]
)
def test_blanks(run: Run, school: Path, golden: Callable[[str, str], None], code: str) -> None:
    golden(f"papers/form.survey.{code}.txt", _blank(run, school, code))


@pytest.mark.parametrize("code", built_in_surveys())
def test_a_blank_of_every_sample(run: Run, school: Path, code: str) -> None:
    text = _blank(run, school, code)
    assert "Эта анкета не заменяет согласия на обработку персональных данных." in text
    assert "Образец, а не официальный текст." in text
    assert "МБУ ДО «Искра»" in text
    assert ("Фамилия, имя, отчество" in text) is (code != "interim")
    assert ("Дата заполнения" in text) is (code != "interim")
    assert ("Анкета анонимная: имени и даты не указывайте." in text) is (code == "interim")
    assert "соглас" not in text.replace("не заменяет согласия на обработку", "").casefold()


def test_no_question_is_split_and_the_head_returns(run: Run, school: Path) -> None:
    _blank(run, school, "mentee-after-teacher")
    document = Document(str(school / "x.docx"))
    (table,) = document.element.body.iter(qn("w:tbl"))
    rows = list(table.iter(qn("w:tr")))
    assert len(rows) == 1 + 17
    assert all(row.find(f".//{qn('w:cantSplit')}") is not None for row in rows)
    assert [row.find(f".//{qn('w:tblHeader')}") is not None for row in rows] == [True] + [
        False
    ] * 17


def test_lines_to_write_on_fit_into_their_cell(run: Run, school: Path) -> None:
    """An underscore of Liberation Serif is half as wide as its size, here 11 points."""
    _blank(run, school, "preferences")
    document = Document(io.BytesIO((school / "x.docx").read_bytes()))
    cell = document.tables[0].rows[1].cells[1]
    lines = [each.text for each in cell.paragraphs if "___" in each.text]
    assert len(lines) == 5
    assert cell.width is not None
    for number, line in enumerate(lines, 1):
        assert line.startswith(f"{number}. ___")
        assert len(line) * 5.5 < cell.width.pt


def test_a_school_has_its_own(run: Run, school: Path) -> None:
    assert "Анкета куратора" in _blank(run, school, "curator")
    _own(school, "curator")
    text = _blank(run, school, "curator")
    assert "Своя анкета" in text
    assert "| 1 | Есть ли * у | Вас <время>? ¶ ☐ да" in text
    assert "Анкета куратора" not in text


def test_all_are_those_of_the_school(run: Run, school: Path) -> None:
    refused = run("form", "survey", "--all", today=TODAY)
    assert refused.code != 0
    assert "своих анкет в data/surveys ещё нет" in refused.err
    assert "roadmap form survey curator" in refused.err
    _own(school, "a")
    _own(school, "b", OWN.replace("Своя", "Другая"))
    assert run("form", "survey", "--all", today=TODAY).code == 0
    assert sorted(path.name for path in (school / "documents").iterdir()) == [
        "Бланк анкеты – Другая анкета.docx", "Бланк анкеты – Своя анкета.docx",
    ]  # fmt: skip
    states = run("docs", "--json", today=TODAY).data["documents"]
    assert [each["state"] for each in states if each["kind"] == "form.survey"] == ["current"] * 2
    _own(school, "b", OWN.replace("Своя", "Другая").replace("время", "силы"))
    states = run("docs", "--json", today=TODAY).data["documents"]
    assert [
        (each["subject"], each["state"], each["changed"])
        for each in states if each["kind"] == "form.survey"
    ] == [("a", "current", []), ("b", "stale", ["survey"])]  # fmt: skip


@pytest.mark.parametrize(("letters", "name"), [(70, "а" * 70), (71, "long")])
def test_files_of_long_titles_are_told_apart(
    run: Run, school: Path, letters: int, name: str
) -> None:
    _own(school, "long", OWN.replace("Своя анкета", "а" * letters))
    assert run("form", "survey", "long", today=TODAY).code == 0
    (path,) = (school / "documents").iterdir()
    assert path.stem == f"Бланк анкеты – {name}"


def test_an_unknown_name_offers_those_there_are(run: Run, school: Path) -> None:
    outcome = run("form", "survey", "curatr", today=TODAY)
    assert outcome.code != 0
    assert "записи «curatr» в data/surveys и среди встроенных анкет нет" in outcome.err
    assert "curator" in outcome.err
    assert not (school / "documents").exists()


def test_a_broken_questionnaire_is_not_replaced_by_a_sample(run: Run, school: Path) -> None:
    _own(school, "curator", "title: [\n")
    outcome = run("form", "survey", "curator", today=TODAY)
    assert outcome.code != 0
    assert "data/surveys/curator.yaml" in outcome.err
    assert not (school / "documents").exists()


def test_a_kind_of_blank_that_is_no_more_does_no_harm(run: Run, school: Path) -> None:
    path = school / "data" / "documents.yaml"
    line = (
        "  - {kind: form.survey-curator, title: Анкета куратора,"
        " file: documents/Анкета куратора.docx, made: abc}\n"
    )
    path.write_text(path.read_text("utf-8").rstrip() + "\n" + line, encoding="utf-8")
    found = run("docs", "--json", today=TODAY).data["documents"]
    assert {each["kind"]: each["state"] for each in found}["form.survey-curator"] == "missing"
    assert run("docs", today=TODAY).code == 0
    told = run("check", columns=200, today=TODAY).out
    assert "вида документа «form.survey-curator» нет" in told
    assert "form.survey" in told
    assert run("form", "survey", "curator", today=TODAY).code == 0
    assert only_document(school)
