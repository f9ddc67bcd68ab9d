"""The whole set of papers, the register, the school's own templates."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

from roadmap_cli.domain.papers.catalog import DOCUMENT_TYPES
from roadmap_cli.domain.papers.document_type import DocumentType
from tests.conftest import Run
from tests.papers.whole_school import subject_of
from tests.word_text import structure

# The act of destruction is written by `forget` only: tests/people/test_forget.py.
WRITTEN = [kind for kind in DOCUMENT_TYPES if kind.made_by is None]


@pytest.fixture
def empty(workspace: Path) -> Path:
    """A plan and nothing else."""
    for name in ("organization", "people"):
        (workspace / "data" / f"{name}.yaml").unlink()
    return workspace


def words_of(kind: DocumentType) -> list[str]:
    return [kind.group, kind.kind, *subject_of(kind)]


def _id(kind: DocumentType) -> str:
    return kind.code


def only_document(workspace: Path) -> bytes:
    (path,) = (workspace / "documents").glob("*.docx")
    return path.read_bytes()


TODAY = "2025-12-01"


@pytest.mark.parametrize("kind", WRITTEN, ids=_id)
def test_for_a_full_school(
    run: Run, whole: Path, golden: Callable[[str, str], None], kind: DocumentType
) -> None:
    annex = ["--annex", "2"] if kind.layout.is_annex else []
    outcome = run(*words_of(kind), "-n", "26/1", "-d", TODAY, *annex, today=TODAY)
    assert outcome.code == 0, outcome.err
    text = structure(only_document(whole))
    assert ".." not in text
    assert ":::" not in text
    assert "None" not in text
    golden(f"papers/{kind.code}.txt", text)


@pytest.mark.usefixtures("empty")
@pytest.mark.parametrize("kind", WRITTEN, ids=_id)
def test_for_an_empty_school(run: Run, workspace: Path, kind: DocumentType) -> None:
    outcome = run(kind.group, kind.kind, today=TODAY)
    assert outcome.code == 0, outcome.err
    text = structure(only_document(workspace))
    assert "None" not in text
    if "organization" in text or kind.group in ("order", "letter", "act", "protocol"):
        assert "____" in text
        assert "Оставлены пустые строки" in outcome.err


@pytest.mark.usefixtures("whole")
@pytest.mark.parametrize("kind", WRITTEN, ids=_id)
def test_two_runs_give_equal_bytes(run: Run, workspace: Path, kind: DocumentType) -> None:
    register = workspace / "data" / "documents.yaml"
    before = register.read_bytes()
    for name in ("a.docx", "b.docx"):
        register.write_bytes(before)
        run(*words_of(kind), "-o", name, today=TODAY)
    assert (workspace / "a.docx").read_bytes() == (workspace / "b.docx").read_bytes()


@pytest.mark.usefixtures("school")
def test_a_document_does_not_depend_on_the_one_before(run: Run, workspace: Path) -> None:
    (workspace / "data" / "documents.yaml").unlink()
    made = []
    for between in (["report", "mentors"], ["order", "pairs"], ["report", "roadmap"]):
        run("form", "survey", "curator", "-o", "x.docx", "--force", today=TODAY)
        made.append((workspace / "x.docx").read_bytes())
        run(*between, "-o", "y.docx", "--force", today=TODAY)
    assert made[0] == made[1] == made[2]


@pytest.mark.parametrize(
    ("gost", "day", "left"), [("2016", "2025-10-05", 95), ("2025", "2023-10-05", 90),
                              (None, "2023-10-05", 95), (None, "2025-10-05", 90)],
)  # fmt: skip
def test_the_standard_sets_the_width_of_the_stamp(
    run: Run, school: Path, gost: str | None, day: str, left: int
) -> None:
    path = school / "data" / "organization.yaml"
    if gost is not None:
        path.write_text(path.read_text("utf-8") + f"gost: {gost}\n", encoding="utf-8")
    run("order", "closing-event", "-d", day, "-o", "x.docx", today=TODAY)
    stamp = next(
        paragraph
        for paragraph in Document(str(school / "x.docx")).paragraphs
        if paragraph.text.startswith("Приложение")
    )
    indent = stamp.paragraph_format.left_indent
    assert indent is not None
    assert round(indent.mm) == left


@pytest.mark.usefixtures("school")
def test_russian_in_the_order(run: Run) -> None:
    text = " ".join(run("order", "introduction", "--preview").out.split())
    assert (
        "Назначить координатором внедрения целевой модели наставничества Гринько Ольгу Сергеевну,"
        " заместителя директора по учебно-воспитательной работе." in text
    )
    assert "Соколова Петра Павловича, методиста" in text
    assert "Черных Марию Олеговну, старшего методиста" in text
    thanks = run("letter", "thanks", "zavod", "--preview", columns=200).out
    assert "Генеральному директору" in thanks
    assert "Орловой И.В." in thanks
    assert "Уважаемая Ирина Васильевна!" in thanks


@pytest.mark.usefixtures("school")
def test_one_document_for_each(run: Run, workspace: Path) -> None:
    outcome = run("form", "plan", "--all", today=TODAY)
    assert outcome.code == 0
    assert len(list((workspace / "documents").glob("План*.docx"))) == 2
    named = run("form", "consent-processing", "швец", "dyuma", "--json", today=TODAY).data
    assert len(named["documents"]) == 2


@pytest.mark.usefixtures("school")
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["form", "plan", "нет"], "записи «нет» в data/pairs.yaml нет"),
        (["form", "consent-image", "а"], "подходит нескольким"),
        (["form", "plan", "shvets-1", "ivanova-1", "-o", "x.docx"], "документов несколько"),
        (["order", "register", "paris", "-n", "1"], "«pairs»"),
        (["order", "register", "pairs"], "--number 22/1"),
    ],
)
def test_wrong_words(run: Run, workspace: Path, words: list[str], said: str) -> None:
    outcome = run(*words, today=TODAY)
    assert outcome.code in (1, 2)
    assert said in outcome.err
    assert not (workspace / "documents").exists()


def test_two_hundred_pairs_in_one_table(run: Run, school: Path) -> None:
    people = [f"- {{id: m{n}, surname: Фамилия{'а' * (n % 40)}, position: {'педагог ' * (n % 30)}}}"
              for n in range(400)]  # fmt: skip
    pairs = [f"- {{id: p{n}, mentor: m{n}, mentees: [m{n + 200}]}}" for n in range(200)]
    given = [f"- {{id: c{n}, person: m{n}, kind: pd_processing, given_on: 2025-09-01}}"
             for n in range(400)]  # fmt: skip
    (school / "data" / "consents.yaml").write_text("consents:\n" + "\n".join(given), "utf-8")
    path = school / "data" / "people.yaml"
    known = path.read_text(encoding="utf-8").rstrip()
    path.write_text("\n  ".join([known, *people]) + "\n", encoding="utf-8")
    (school / "data" / "pairs.yaml").write_text("pairs:\n" + "\n".join(pairs), encoding="utf-8")
    assert run("order", "pairs", "-o", "x.docx", today=TODAY).code == 0
    raw = (school / "x.docx").read_bytes()
    text = structure(raw)
    assert "| 200 | " in text
    rows = Document(io.BytesIO(raw)).tables[-1]._tbl.tr_lst
    assert len(rows) == 201
    assert all("cantSplit" in row.xml for row in rows[:5])
    assert "tblHeader" in rows[0].xml


def test_what_was_cancelled_is_not_in_the_printed_roadmap(run: Run, workspace: Path) -> None:
    def printed() -> str:
        run("report", "roadmap")
        (file,) = workspace.glob("documents/**/*.docx")
        return run("docx-text", str(file)).out

    assert "Информирование внешней среды." in printed()
    run("cancel", "1.4.3", "--reason", "карантин")
    assert "Информирование на сайте школы." in printed()
    assert "внешней среды" not in printed()


def test_only_word_files_are_written(run: Run, workspace: Path) -> None:
    outcome = run("order", "introduction", "--output", "приказ.pdf")
    assert outcome.code == 2
    assert "только в формате .docx" in outcome.err
    assert not list(workspace.glob("*.pdf"))


def test_namesakes_get_a_paper_each(run: Run, school: Path) -> None:
    path = school / "data" / "people.yaml"
    twin = "  - {id: dyuma-2, surname: Дюма, name: Артём, patronymic: Львович}\n"
    path.write_text(path.read_text("utf-8") + twin, encoding="utf-8")
    outcome = run("form", "consent-processing", "dyuma", "dyuma-2", today=TODAY)
    assert outcome.code == 0, outcome.err
    names = sorted(path.name for path in (school / "documents").iterdir())
    assert len(names) == 2
    assert "Дюма Артём Львович dyuma-2" in names[0]
    assert _states(run) == ["current", "current"]


def _states(run: Run) -> list[str]:
    found = run("docs", "--json", today=TODAY).data["documents"]
    return [each["state"] for each in found if each["file"]]


def test_an_annex_remembers_its_number(run: Run, school: Path) -> None:
    first = run("report", "roadmap", "-n", "21/1", "-d", "2025-10-01", "--annex", "2", today=TODAY)
    assert first.code == 0
    (path,) = (school / "documents").iterdir()
    assert "Приложение № 2" in structure(path.read_bytes())
    again = run("report", "roadmap", today=TODAY)
    assert again.code == 0
    assert any("Приложение № 2" in structure(each.read_bytes())
               for each in (school / "documents").iterdir())  # fmt: skip
    register = (school / "data" / "documents.yaml").read_text(encoding="utf-8")
    assert "annex: 2" in register
