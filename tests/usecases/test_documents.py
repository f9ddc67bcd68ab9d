"""Numbers and days of documents: what was wished for against what the register remembers."""

import json
from pathlib import Path
from typing import Any

import pytest

from roadmap_cli.documents.docx.text import docx_text
from roadmap_cli.storage.workspace import load_workspace
from tests.conftest import Run

TODAY = "2025-12-01"
NO_NUMBER, NO_DAY = "№ ________", "«____» ______________ 20___ г."
KNOWN = {"kind": "order.introduction", "number": "21/1", "date": "2025-10-01"}


def _register(school: Path, *lines: dict[str, str]) -> None:
    written = json.dumps({"documents": list(lines)}, ensure_ascii=False)
    (school / "data" / "documents.yaml").write_text(written, encoding="utf-8")


def _printed(school: Path) -> tuple[str, str]:
    """The day and the number as the only document bears them."""
    (path,) = (school / "documents").iterdir()
    text = docx_text(path.read_bytes()) or ""
    line = next(line for line in text.splitlines() if " | г. Энск | " in line)
    day, _, number = line.split(" | ")
    return day, number


def _registered(school: Path) -> Any:
    lines = load_workspace(school).data(("roadmap", "documents")).register.documents
    (line,) = [line for line in lines if line.file]
    return line


@pytest.mark.parametrize(
    ("known", "words", "day", "number"),
    [
        (None, [], NO_DAY, NO_NUMBER),
        (None, ["-n", "7"], NO_DAY, "№ 7"),
        (None, ["-d", "2025-11-05"], "5 ноября 2025 г.", NO_NUMBER),
        (None, ["-n", "7", "-d", "2025-11-05"], "5 ноября 2025 г.", "№ 7"),
        (KNOWN, [], "1 октября 2025 г.", "№ 21/1"),
        (KNOWN, ["-n", "7"], NO_DAY, "№ 7"),
        (KNOWN, ["-n", "7", "-d", "2025-11-05"], "5 ноября 2025 г.", "№ 7"),
        (KNOWN, ["-d", "2026-01-15"], "15 января 2026 г.", NO_NUMBER),
        (KNOWN, ["-n", "21/1", "-d", "2026-01-15"], "15 января 2026 г.", "№ 21/1"),
        ({**KNOWN, "kind": "order.pairs"}, [], NO_DAY, NO_NUMBER),
        ({**KNOWN, "file": "documents/иной.docx"}, [], NO_DAY, NO_NUMBER),
    ],
)
def test_the_register_is_asked_where_nothing_was_wished(
    run: Run, school: Path, known: dict[str, str] | None, words: list[str], day: str, number: str
) -> None:
    _register(school, *([known] if known else []))
    assert run("order", "introduction", *words, today=TODAY).code == 0
    assert _printed(school) == (day, number)


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["-n", "7"],
        ["-d", "2026-01-15"],
        ["-n", "21/1", "-d", "2025-11-05"],
        ["-n", "21/1"],
        ["-d", "2025-11-05"],
        ["-n", ""],
    ],
    ids=" ".join,
)
def test_the_paper_and_its_line_in_the_register_agree(
    run: Run, school: Path, words: list[str]
) -> None:
    _register(school, KNOWN)
    assert run("order", "introduction", *words, today=TODAY).code == 0
    day, number = _printed(school)
    line = _registered(school)
    assert (number == NO_NUMBER) is (line.number is None)
    assert (day == NO_DAY) is (line.date is None)


@pytest.mark.parametrize(
    ("first", "again", "annex"),
    [
        (["--annex", "2"], [], "2"),
        (["--annex", "2"], ["--annex", "3"], "3"),
        ([], ["--annex", "3"], "3"),
    ],
)
def test_an_annex_keeps_its_number_until_told_another(
    run: Run, school: Path, first: list[str], again: list[str], annex: str
) -> None:
    assert run("report", "roadmap", *first, today=TODAY).code == 0
    assert run("report", "roadmap", *again, today=TODAY).code == 0
    (path,) = (school / "documents").iterdir()
    assert f"Приложение № {annex}" in (docx_text(path.read_bytes()) or "")
    assert _registered(school).annex == annex


def test_a_document_for_everybody_needs_somebody(run: Run, school: Path) -> None:
    for name in ("people", "mentors", "mentees", "pairs", "consents", "meetings", "plans"):
        (school / "data" / f"{name}.yaml").unlink(missing_ok=True)
    outcome = run("form", "consent-processing", "--all", "--preview", today=TODAY)
    assert outcome.code == 2
    assert "в данных ещё никого нет" in outcome.err
    assert run("form", "consent-processing", "--preview", today=TODAY).code == 0


@pytest.mark.usefixtures("school")
def test_what_is_missing_in_many_documents_is_told_once(run: Run) -> None:
    told = run("form", "agreement", "--all", "--dry-run", "--json", today=TODAY).data
    assert len(told["documents"]) > 1
    assert told["missing"].count("номер документа") == 1
    assert told["missing"].count("номер трудового договора") == 1


@pytest.mark.parametrize(
    ("name", "code"), [("x.docx", 0), ("x.DOCX", 0), ("x.doc", 2), ("x", 2), (".docx", 2)]
)
def test_a_document_is_a_word_file(run: Run, school: Path, name: str, code: int) -> None:
    outcome = run("order", "introduction", "-o", name, today=TODAY)
    assert outcome.code == code
    assert (school / name).exists() is (code == 0)
