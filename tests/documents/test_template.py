"""The school's own templates, Word forms and letterhead; what a template must not do."""

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from docx import Document

from roadmap_cli.documents.docx.text import docx_text
from tests.conftest import Run
from tests.papers.test_catalog import TODAY
from tests.word_text import structure


def test_copy_change_check(run: Run, school: Path) -> None:
    assert run("template", "copy", "order", "rewards").code == 0
    path = school / "templates" / "order" / "rewards.md"
    assert "ПРИКАЗЫВАЮ" in path.read_text(encoding="utf-8")
    assert run("template", "copy", "order", "rewards").code == 2
    assert "order rewards" in run("template", "list").out
    listed = run("template", "list", "--json").data["templates"]
    assert [each["kind"] for each in listed if each["own"]] == ["order rewards"]
    assert run("template", "check", today=TODAY).code == 0
    path.write_text("{{ organization.directr.name }}\n{% for x in mentors %}\n", encoding="utf-8")
    outcome = run("template", "check", today=TODAY)
    assert outcome.code == 1
    assert "templates/order/rewards.md:2:" in outcome.err
    assert "блок «for» не закрыт" in outcome.err


def test_variables_are_described(run: Run) -> None:
    out = run("template", "vars", "order", "pairs").out
    assert "awaiting  пары, которые утверждает приказ  используется" in out
    assert "awaiting[].mentor (человек)" in out
    assert "name.dative" in out
    assert run("template", "vars", "order", "pirs").code == 1


def _word_form(path: Path, *paragraphs: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(str(path))


def test_the_schools_word_form_wins(run: Run, school: Path) -> None:
    _word_form(
        school / "templates" / "order" / "curators.docx",
        "Приказ № {{ document.number }} от {{ document.date | date }}",
        "{{ organization.coordinator.name.accusative }} & <b> {{ 7 }}",
        "{% for curator in organization.curators %}{{ curator.initials }}; {% endfor %}",
    )
    outcome = run("order", "curators", "-o", "x.docx", today=TODAY)
    assert outcome.code == 0, outcome.err
    text = docx_text((school / "x.docx").read_bytes())
    assert text is not None
    assert text.splitlines()[:3] == [
        "Приказ № ________ от «____» ______________ 20___ г.",
        "Гринько Ольгу Сергеевну & <b> 7",
        "Соколов П.П.; Черных М.О.;",
    ]
    assert "номер документа" in outcome.err


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("{{ organization.curator }}", "«curators»"),
        ("{{ organizaton.site }}", "«organization»"),
        ("{{ document.number ", "ошибка в записи тега"),
        ("{% for x in range(10**9) %}{% endfor %}", "шаблон нельзя заполнить"),
    ],
)
def test_a_fault_in_a_word_form_names_paragraph_and_tag(
    run: Run, school: Path, tag: str, said: str
) -> None:
    _word_form(
        school / "templates" / "order" / "curators.docx", "Первый", "Второй", f"Третий {tag}"
    )
    outcome = run("order", "curators", "--preview", today=TODAY)
    assert outcome.code == 1
    assert "templates/order/curators.docx, абзац 3:" in outcome.err
    assert said in outcome.err


def test_a_file_that_is_no_word_form(run: Run, school: Path) -> None:
    path = school / "templates" / "order" / "curators.docx"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"not a zip")
    outcome = run("order", "curators", "--preview", today=TODAY)
    assert outcome.code == 1
    assert "это не файл Word" in outcome.err


def test_the_schools_letterhead(run: Run, school: Path) -> None:
    reference = Document()
    reference.sections[0].header.paragraphs[0].text = "БЛАНК ШКОЛЫ"
    reference.add_paragraph("этого текста в документе нет")
    (school / "templates").mkdir()
    reference.save(str(school / "templates" / "reference.docx"))
    run("letter", "thanks", "zavod", "-o", "x.docx", today=TODAY)
    made = Document(str(school / "x.docx"))
    assert made.sections[0].first_page_header.paragraphs[0].text == "БЛАНК ШКОЛЫ"
    assert "этого текста" not in structure((school / "x.docx").read_bytes())


@pytest.mark.parametrize(
    "line",
    [
        "{{ organization.__class__.__init__.__globals__ }}",
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{% include '../../data/people.yaml' %}",
        "{% include '/etc/passwd' %}",
        "{{ self._TemplateReference__context }}",
        "{{ range.__globals__ }}",
    ],
)
def test_a_template_reaches_nothing_outside(run: Run, school: Path, line: str) -> None:
    path = school / "templates" / "order" / "rewards.md"
    path.parent.mkdir(parents=True)
    path.write_text(line, encoding="utf-8")
    outcome = run("order", "rewards", "--preview", today=TODAY)
    assert outcome.code == 1
    assert "root:" not in outcome.out
    assert "Петрова" not in outcome.out


def test_git_diff_shows_a_word_file_as_text(run: Run, workspace: Path) -> None:
    run("init", "s", "--organization", "Центр", "--year", "2025/2026")
    root = workspace / "s"

    def git(*words: str) -> str:
        env = {**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
        done = subprocess.run(
            ["git", "-c", "user.name=t", "-c", "user.email=t@t.example", *words],
            cwd=root, capture_output=True, check=True, encoding="utf-8", env=env,
        )  # fmt: skip
        return done.stdout

    run("order", "rewards", "-w", str(root), today=TODAY)
    git("add", ".")
    git("commit", "-qm", "начало")
    document = root / "documents" / "Приказ о поощрении участников.docx"
    run("order", "rewards", "-w", str(root), "-n", "7", "-o", str(document), today=TODAY)
    difference = git("-c", "core.quotepath=off", "diff", "-U0", "--", "*.docx")
    assert "№ ________" in difference
    assert "№ 7" in difference
    assert "Binary" not in difference


def test_docx_text_refuses_what_is_no_word_file(run: Run, workspace: Path) -> None:
    (workspace / "x.docx").write_bytes(b"PK\x03\x04 broken")
    assert run("docx-text", "x.docx").code == 1
    assert run("docx-text", "нет.docx").code == 1


def _own(school: Path, text: str) -> None:
    path = school / "templates" / "order" / "rewards.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    "line",
    [
        "{{ range(10 ** 12) | length }}",
        "{{ 'а' * 10 ** 10 }}",
        "{{ 10 ** 1000000000 }}",
        '{{ "{0}{1}".format(1) }}',
        "::: table widths=0,0\n| а | б |\n|---|---|\n:::",
        "::: table widths=nan,1\n| а | б |\n|---|---|\n:::",
        "::: table widths=-1,2\n| а | б |\n|---|---|\n:::",
    ],
)
def test_a_template_beyond_reason_is_a_fault_with_a_place(
    run: Run, school: Path, line: str
) -> None:
    _own(school, line)
    outcome = run("order", "rewards", "--preview", today=TODAY)
    assert outcome.code == 1
    assert re.search(r"templates/order/rewards\.md:1", outcome.err)


def test_control_characters_of_a_template_are_dropped(run: Run, school: Path) -> None:
    _own(school, "Первая\x0b строка\x00 приказа")
    assert "Первая строка приказа" in run("order", "rewards", "--preview", today=TODAY).out
    assert run("order", "rewards", "-o", "x.docx", today=TODAY).code == 0


def _word_order(school: Path) -> Path:
    path = school / "templates" / "order" / "curators.docx"
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def test_tags_in_a_header_are_filled(run: Run, school: Path) -> None:
    form = Document()
    form.add_paragraph("Приказ")
    form.sections[0].header.paragraphs[0].text = "{{ organization.short_name }}"
    form.sections[0].footer.paragraphs[0].text = "{{ document.number }}"
    form.save(str(_word_order(school)))
    outcome = run("order", "curators", "-n", "7", "-o", "x.docx", today=TODAY)
    assert outcome.code == 0, outcome.err
    made = Document(str(school / "x.docx"))
    assert "Искра" in made.sections[0].header.paragraphs[0].text
    assert made.sections[0].footer.paragraphs[0].text == "7"


def test_a_fault_in_a_header_is_told(run: Run, school: Path) -> None:
    form = Document()
    form.sections[0].header.paragraphs[0].text = "{{ organisation.short_name }}"
    form.save(str(_word_order(school)))
    outcome = run("order", "curators", "-o", "x.docx", today=TODAY)
    assert outcome.code == 1
    assert "неизвестное имя «organisation»" in outcome.err
    assert "{{ organisation.short_name }}" in outcome.err


@pytest.mark.parametrize("tag", ['{{ "{0}{1}".format(1) }}', "{{ range(10 ** 12) | length }}"])
def test_a_fault_inside_a_tag_of_a_word_form(run: Run, school: Path, tag: str) -> None:
    _word_form(_word_order(school), tag)
    outcome = run("order", "curators", "-o", "x.docx", today=TODAY)
    assert outcome.code == 1
    assert "шаблон нельзя заполнить" in outcome.err


def test_a_letterhead_that_is_no_word_file(run: Run, school: Path) -> None:
    (school / "templates").mkdir()
    (school / "templates" / "reference.docx").write_bytes(b"not a zip")
    outcome = run("order", "rewards", "-o", "x.docx", today=TODAY)
    assert outcome.code == 1
    assert "templates/reference.docx" in outcome.err


def test_a_letterhead_without_lists(run: Run, school: Path) -> None:
    (school / "templates").mkdir()
    made = Document()
    part = made.part.numbering_part
    relations = made.part.rels
    (key,) = [key for key, each in relations.items() if each.target_part is part]
    del relations[key]
    made.save(str(school / "templates" / "reference.docx"))
    assert run("order", "introduction", "-o", "x.docx", today=TODAY).code == 0
    assert "нум" in structure((school / "x.docx").read_bytes())


def test_a_zip_bomb_is_no_word_file(run: Run, workspace: Path) -> None:
    Document().save(str(workspace / "x.docx"))
    assert run("docx-text", "x.docx").code == 0
    with zipfile.ZipFile(workspace / "x.docx", "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.bin", b"\0" * 60_000_000)
    outcome = run("docx-text", "x.docx")
    assert outcome.code == 1
    assert "не файл Word" in outcome.err
