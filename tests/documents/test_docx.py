"""Orders and tables in Word: what stands in them, how they look, what happens to bad input."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap_cli.documents.docx.writer import write_docx
from roadmap_cli.documents.template.escape import escaped
from roadmap_cli.documents.template.markup import read_markup
from roadmap_cli.domain.papers.sheet import Paper, Paragraph
from roadmap_cli.text.characters import one_line
from tests.conftest import Run
from tests.word_text import entries, structure

ORGANIZATION = """\
short_name: МБУ ДО «Искра»
full_name: Муниципальное бюджетное учреждение «Центр творчества „Искра“»
founder: Администрация городского округа Энск
place: г. Энск
site: iskra.example
director: petrova
coordinator: ivanov
curators: [ivanov, sidorov]
site_editor: sidorov
"""
PEOPLE = """\
people:
- {id: petrova, surname: Петрова, name: Анна, patronymic: Ивановна, position: Директор}
- {id: ivanov, surname: Иванов, name: Иван, patronymic: Иванович, position: методист}
- {id: sidorov, surname: Сидоров, name: Пётр, patronymic: Петрович, position: педагог}
"""


@pytest.fixture
def school(workspace: Path) -> Path:
    """The real plan in a school that has told everything about itself; the people are invented."""
    (workspace / "data" / "organization.yaml").write_text(ORGANIZATION, encoding="utf-8")
    (workspace / "data" / "people.yaml").write_text(PEOPLE, encoding="utf-8")
    return workspace


def _only_document(workspace: Path) -> bytes:
    (path,) = (workspace / "documents").glob("*.docx")
    return path.read_bytes()


FULL = ["--number", "26/1", "--date", "2023-10-05"]
CASES = [
    ("order-full", ["order", "introduction", *FULL]),
    ("roadmap-full", ["report", "roadmap", "--annex", "3", *FULL]),
]


@pytest.mark.usefixtures("school")
@pytest.mark.parametrize(("name", "words"), CASES, ids=[name for name, _ in CASES])
def test_structure(
    run: Run, workspace: Path, golden: Callable[[str, str], None], name: str, words: list[str]
) -> None:
    outcome = run(*words)
    assert outcome.code == 0
    assert "Оставлены пустые строки" not in outcome.err
    golden(f"documents/{name}.txt", structure(_only_document(workspace)))


def test_what_is_missing_becomes_a_blank_and_is_listed(
    run: Run, workspace: Path, golden: Callable[[str, str], None]
) -> None:
    outcome = run("order", "introduction")
    assert outcome.code == 0
    assert "Создан файл: " in outcome.out
    for label in ("номер документа", "дата документа", "место издания", "руководитель: должность"):
        assert label in outcome.err
    golden("documents/order-blank.txt", structure(_only_document(workspace)))


def test_the_name_of_the_file_carries_the_number(run: Run, workspace: Path) -> None:
    run("order", "introduction", "--number", "26/1")
    (path,) = (workspace / "documents").glob("*.docx")
    assert path.name == "Приказ о внедрении целевой модели наставничества № 26-1.docx"


def test_the_same_data_give_the_same_bytes(run: Run, workspace: Path) -> None:
    run("order", "introduction", *FULL, "-o", "a.docx", today="2023-11-15")
    run("order", "introduction", *FULL, "-o", "b.docx", today="2024-02-29")
    first, second = ((workspace / name).read_bytes() for name in ("a.docx", "b.docx"))
    assert first == second
    assert "Без изменений" in run("order", "introduction", *FULL, "-o", "a.docx").out


def test_a_document_that_differs_is_not_overwritten(run: Run, workspace: Path) -> None:
    path = workspace / "приказ.docx"
    path.write_bytes(b"signed by hand")
    outcome = run("order", "introduction", "-o", "приказ.docx")
    assert outcome.code == 1
    assert "--force" in outcome.err
    assert path.read_bytes() == b"signed by hand"
    assert run("order", "introduction", "-o", "приказ.docx", "--force").code == 0
    assert path.read_bytes()[:2] == b"PK"


def test_preview_and_dry_run_write_nothing(run: Run, workspace: Path) -> None:
    assert "ПРИКАЗЫВАЮ" in run("order", "introduction", "--preview").out
    assert "Был бы создан файл" in run("order", "introduction", "--dry-run").out
    assert not (workspace / "documents").exists()


def test_the_annex_is_lying_with_a_head_on_every_page(run: Run, workspace: Path) -> None:
    run("report", "roadmap", "--annex", "3")
    text = structure(_only_document(workspace))
    assert "[лист 297×210" in text
    assert "ШАПКА | № | Наименование этапа | Мероприятия" in text
    assert text.count("^^") > 10


@pytest.mark.usefixtures("school")
def test_hostile_names_print_as_they_are(run: Run, workspace: Path) -> None:
    name = 'О"Коннор <b>&amp; {{ 7*7 }} {% x %} *_` | ^^ [a](b) ::: x \\\\ №'
    people = PEOPLE.replace("surname: Иванов,", f"surname: '{name}',")
    (workspace / "data" / "people.yaml").write_text(people, encoding="utf-8")
    assert run("order", "introduction", *FULL).code == 0
    assert f"{name.replace(chr(92) * 2, chr(92) * 2)} Иван Иванович" in structure(
        _only_document(workspace)
    )


def test_a_hostile_number_stays_inside_the_folder(run: Run, workspace: Path) -> None:
    run("order", "introduction", "--number", "../../etc/passwd\x00:*?" + "ё" * 300)
    (path,) = workspace.parent.rglob("*.docx")
    assert path.parent == workspace / "documents"
    assert len(path.name.encode()) < 200


TEMPLATES = [
    ("{{ organization.ful_name }}", 3, "«ful_name»", "«full_name»"),
    ("{{ organisation.full_name }}", 3, "«organisation»", "«organization»"),
    ("{% if x %}", 3, "блок «if» не закрыт", ""),
    ("{{ roadmap.title | upcase }}", 3, "нет фильтра «upcase»", ""),
    ("{{ 1 / 0 }}", 3, "шаблон нельзя заполнить", ""),
    ("{{ ''.__class__.__mro__ }}", 3, "", ""),
    ("{% include 'нет.md' %}", 3, "шаблона «нет.md» нет", ""),
]


@pytest.mark.parametrize(("line", "number", "said", "hint"), TEMPLATES, ids=str)
def test_a_fault_in_a_template_has_its_file_and_line(
    run: Run, workspace: Path, line: str, number: int, said: str, hint: str
) -> None:
    path = workspace / "templates" / "order" / "introduction.md"
    path.parent.mkdir(parents=True)
    path.write_text(f"# ПРИКАЗ\n\n{line}\n", encoding="utf-8")
    outcome = run("order", "introduction", "--preview")
    assert outcome.code == 1
    assert f"templates/order/introduction.md:{number}:" in outcome.err
    assert said in outcome.err
    assert hint in outcome.err


def test_an_unknown_region_is_told(run: Run, workspace: Path) -> None:
    path = workspace / "templates" / "order" / "introduction.md"
    path.parent.mkdir(parents=True)
    path.write_text("# ПРИКАЗ\n\n::: signatur\nx\n:::\n", encoding="utf-8")
    outcome = run("order", "introduction", "--preview")
    assert outcome.code == 1
    assert "неизвестная область «::: signatur»" in outcome.err
    assert "«signature»" in outcome.err


def test_the_schools_own_template_wins(run: Run, workspace: Path) -> None:
    path = workspace / "templates" / "order" / "introduction.md"
    path.parent.mkdir(parents=True)
    path.write_bytes("\ufeffСвой текст для {{ organization.short_name }}\r\n".encode())
    assert "Свой текст для МБУ ДО Самарский ЦТ" in run("order", "introduction", "--preview").out


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60))
def test_any_text_survives_markdown(text: str) -> None:
    """What data say is what the paper says, white space and control characters aside."""
    blocks = read_markup(f"а {escaped(text)} я", "x")
    assert len(blocks) == 1
    assert isinstance(blocks[0], Paragraph)
    shown = "".join("".join(run.text for run in blocks[0].lines[0]).split())
    assert shown == "а" + "".join(one_line(text).split()) + "я"


@given(st.text(st.characters(exclude_categories=["C"]), max_size=60))
def test_nothing_visible_is_dropped(text: str) -> None:
    assert one_line(text).split() == text.split()


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=40))
def test_any_text_makes_a_sound_file(text: str) -> None:
    paper = Paper("x", read_markup(f"{escaped(text)}\n\n| a |\n|---|\n| {escaped(text)} |", "x"))
    raw = write_docx(paper, text)
    assert "word/document.xml" in entries(raw)
    structure(raw)


needs_libreoffice = pytest.mark.skipif(
    shutil.which("libreoffice") is None, reason="LibreOffice is not installed"
)


@needs_libreoffice
@pytest.mark.usefixtures("school")
@pytest.mark.parametrize(
    ("words", "pages"), [(CASES[0][1], {1, 2}), (CASES[1][1], {3, 4, 5})], ids=["order", "roadmap"]
)
def test_libreoffice_opens_it(
    run: Run, workspace: Path, tmp_path: Path, words: list[str], pages: set[int]
) -> None:
    run(*words, "-o", "документ.docx")
    subprocess.run(
        ["libreoffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless",
         "--convert-to", "pdf", "документ.docx"],
        cwd=workspace, check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    text = subprocess.run(
        ["pdftotext", "-layout", "документ.pdf", "-"],
        cwd=workspace, check=True, capture_output=True, encoding="utf-8",
    ).stdout  # fmt: skip
    assert text.count("\f") in pages
    if words[0] == "order":
        assert "ПРИКАЗЫВАЮ:" in text
        assert "5.1. Обеспечить реализацию" in text
        assert "А.И. Петрова" in text
    else:
        # The head of the table is repeated on every page.
        assert text.count("Ответственные") == text.count("\f")
