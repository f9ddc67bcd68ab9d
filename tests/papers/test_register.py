"""The register of documents: what it knows, how papers get their numbers, faults it shows."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from docx import Document

from roadmap_cli.domain.model.files.register import next_number
from roadmap_cli.domain.papers.laws import wrong_citations
from tests.conftest import SCHOOL, Run
from tests.papers.test_catalog import TODAY, WRITTEN, only_document, words_of
from tests.word_text import structure


def _states(run: Run) -> dict[str, tuple[str, list[str]]]:
    found = run("docs", "--json", today=TODAY).data["documents"]
    return {each["kind"]: (each["state"], each["changed"]) for each in found}


def test_docs_knows_current_stale_edited_and_missing(run: Run, school: Path) -> None:
    run("order", "introduction", today=TODAY)
    run("order", "pairs", today=TODAY)
    run("form", "survey", "curator", today=TODAY)
    run("report", "mentors", today=TODAY)
    assert {state for state, _ in _states(run).values()} == {"current"}
    path = school / "data" / "people.yaml"
    path.write_text(path.read_text("utf-8").replace("surname: Новик", "surname: Новикова"), "utf-8")
    blank = school / "documents" / "Бланк анкеты – Анкета куратора о качестве программы.docx"
    blank.write_bytes(b"edited")
    (school / "documents" / "База наставников.docx").unlink()
    states = _states(run)
    assert states["order.pairs"] == ("stale", ["acquainted", "awaiting"])
    assert states["form.survey"][0] == "edited"
    assert states["report.mentors"][0] == "missing"
    outcome = run("docs", columns=200, today=TODAY)
    assert "данные с тех пор изменились: кого" in outcome.out


def test_a_registered_number_is_printed_when_the_document_is_made(run: Run, school: Path) -> None:
    run("order", "introduction", today=TODAY)
    text = structure(only_document(school))
    assert "1 октября 2025 г. | г. Энск | № 21/1" in text
    register = (school / "data" / "documents.yaml").read_text(encoding="utf-8")
    assert register.count("order.introduction") == 1


def test_a_stale_document_is_made_anew_but_an_edited_one_is_not(run: Run, school: Path) -> None:
    run("order", "pairs", today=TODAY)
    path = school / "data" / "people.yaml"
    path.write_text(path.read_text("utf-8").replace("surname: Новик", "surname: Новикова"), "utf-8")
    assert "Создан файл" in run("order", "pairs", today=TODAY).out
    assert _states(run)["order.pairs"] == ("current", [])
    document = school / "documents" / "Приказ об утверждении наставнических пар.docx"
    document.write_bytes(document.read_bytes() + b"a person's work")
    outcome = run("order", "pairs", today=TODAY)
    assert outcome.code == 1
    assert "изменён вручную" in outcome.err
    assert document.read_bytes().endswith(b"a person's work")


def test_register_gives_the_number_and_marks_the_task(run: Run, school: Path) -> None:
    run("order", "pairs", today=TODAY)
    before = (school / "data" / "roadmap.yaml").read_text(encoding="utf-8")
    outcome = run("order", "register", "pairs", "-n", "42-ОД", "-d", "10.11.2025", today=TODAY)
    assert outcome.code == 0
    assert "№ 42-ОД от 10.11.2025" in outcome.out
    assert "5.2.1  выполнено" in outcome.out
    after = (school / "data" / "roadmap.yaml").read_text(encoding="utf-8")
    added = [line for line in after.splitlines() if line not in before.splitlines()]
    assert added == ["            status: done", "            done_on: 2025-11-10"]
    register = (school / "data" / "documents.yaml").read_text(encoding="utf-8")
    assert register.count("kind: order.pairs") == 1
    assert "    number: 42-ОД\n    date: 2025-11-10\n" in register
    assert "43-ОД" in run("order", "register", "curators", today=TODAY).err


def test_status_compares_what_is_said_with_what_is_there(run: Run, school: Path) -> None:
    run("done", "1.2.2", "--on", "2025-10-20", today=TODAY)
    outcome = run("status", today=TODAY)
    assert "Выполнено, но подтверждения нет: 1.2.2" in outcome.out
    # The sample's register knows the order on introduction, its task is still open.
    assert "Подтверждение есть — отметьте выполненным: 1.2.1" in outcome.out
    run("act", "register", "regulation", "-n", "21/1", "-d", "01.10.2025", today=TODAY)
    run("done", "1.2.1", today=TODAY)
    outcome = run("status", today=TODAY)
    assert "подтверждения нет" not in outcome.out
    assert "отметьте" not in outcome.out
    (school / "data" / "documents.yaml").write_text("documents: [", encoding="utf-8")
    outcome = run("status", today=TODAY)
    assert outcome.code == 0
    assert "data/documents.yaml прочитать нельзя" in outcome.err


def test_show_tells_what_a_proof_comes_to(run: Run, school: Path) -> None:
    assert "order.pairs: в журнале нет" in run("show", "5.2.1", today=TODAY).out
    run("order", "register", "pairs", "-n", "42-ОД", "-d", "10.11.2025", today=TODAY)
    run("evidence", "5.2.1", "documents/скан.pdf", today=TODAY)
    run("evidence", "5.2.2", "form.plan", today=TODAY)
    shown = run("show", "5.2.1", today=TODAY).out
    assert "order.pairs: № 42-ОД от 10.11.2025" in shown
    assert "documents/скан.pdf (файла нет)" in shown
    text = (school / "data" / "roadmap.yaml").read_text(encoding="utf-8")
    assert "- document: form.plan" in text


def test_register_can_name_the_task(run: Run, workspace: Path) -> None:
    outcome = run("order", "register", "introduction", "-n", "26/1", "--task", "1.2.1")
    assert outcome.code == 0
    text = (workspace / "data" / "roadmap.yaml").read_text(encoding="utf-8")
    assert "            evidence:\n              - document: order.introduction\n" in text
    again = run("order", "register", "curators", "-n", "27/1")
    assert "Указать пункт: --task" in again.err


@pytest.mark.parametrize(
    ("numbers", "following"),
    [
        (["26/1"], "27/1"), (["41-ОД", "42-ОД"], "43-ОД"), (["14-а"], "15-а"), (["009"], "010"),
        (["без номера", "б/н"], None), ([], None), (["134/01-11", "б/н"], "135/01-11"),
    ],
)  # fmt: skip
def test_the_next_number(numbers: list[str], following: str | None) -> None:
    assert next_number(numbers) == following


def test_a_crash_between_two_files_is_finished_later(run: Run, school: Path) -> None:
    """Kill the process at many moments: the register and the document always agree."""
    command = [sys.executable, "-m", "roadmap_cli", "-w", str(school), "order", "pairs"]
    env = {**os.environ, "ROADMAP_TODAY": TODAY}
    start = time.perf_counter()
    subprocess.run(command, check=True, env=env, capture_output=True)
    whole = time.perf_counter() - start
    document = school / "documents" / "Приказ об утверждении наставнических пар.docx"
    register = school / "data" / "documents.yaml"
    old = register.read_bytes()
    for step in range(12):
        document.unlink(missing_ok=True)
        register.write_bytes((SCHOOL / "data" / "documents.yaml").read_bytes())
        process = subprocess.Popen(
            command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(whole * (0.8 + 0.3 * step / 12))
        process.send_signal(signal.SIGKILL)
        process.wait()
        run("status", today=TODAY)  # any command brings a broken-off write to its end
        assert document.exists() == (register.read_bytes() == old)
    assert not (school / ".roadmap" / "journal.json").exists()


@pytest.mark.parametrize(
    ("text", "day", "said"),
    [
        ("в соответствии со статьёй 358.1 Трудового кодекса", "2025-10-01", "358.1"),
        ("постановление Министерства № Р-145", "2023-10-01", "постановлением"),
        ("распоряжение от 24.12.2019 № Р-145", "2023-10-01", "неверная дата"),
        ("распоряжение № P-145", "2023-10-01", "латинская"),
        ("по ГОСТ Р 7.0.97-2016", "2025-09-01", "утратил силу"),
        ("по ГОСТ Р 7.0.97-2016", "2023-09-01", None),
        ("по ГОСТ Р 7.0.97-2025", "2024-09-01", "ещё не действовал"),
        ("статья 351.8 ТК", "2024-09-01", "такого акта ещё не было"),
        ("статья 351.8 ТК", "2025-09-01", None),
        ("Концепция № 1264-р", "2024-09-01", "такого акта ещё не было"),
        ("распоряжение от 25.12.2019 № Р-145", "2023-10-01", None),
    ],
)
def test_citations(text: str, day: str, said: str | None) -> None:
    from datetime import date

    found = [each.message for each in wrong_citations(text, date.fromisoformat(day))]
    assert len(found) == (said is not None)
    assert said is None or said in found[0]


@pytest.mark.usefixtures("whole")
def test_no_built_in_paper_cites_wrongly(run: Run, workspace: Path) -> None:
    for kind in WRITTEN:
        run(*words_of(kind), "-d", "2025-10-05", today=TODAY)
    codes = [each["code"] for each in run("check", "--json", today=TODAY).data["problems"]]
    assert "law-miscited" not in codes
    assert len(list((workspace / "documents").glob("*.docx"))) == len(WRITTEN)


def test_faults_of_real_orders_are_found(run: Run, school: Path) -> None:
    run("order", "pairs", "-n", "42-ОД", "-d", "2025-09-01", today=TODAY)
    document = school / "documents" / "Приказ об утверждении наставнических пар № 42-ОД.docx"
    made = Document(str(document))
    for paragraph in made.paragraphs:
        for run_ in paragraph.runs:
            run_.text = run_.text.replace("№\xa042-ОД", "№ 42")
    made.add_paragraph("в соответствии со статьёй 358.1 ТК")
    made.save(str(document))
    run("report", "roadmap", "--annex", "3", "-n", "99", "-d", "2025-10-01", today=TODAY)
    run("order", "rewards", "-n", "21/1", "-d", "2025-10-01", today=TODAY)
    found = {each["code"] for each in run("check", "--json", today=TODAY).data["problems"]}
    assert {
        "annex-number", "annex-of-another-order", "order-too-early", "number-repeated",
        "law-miscited",
    } <= found  # fmt: skip


def test_a_number_of_another_year_is_another_order(run: Run, school: Path) -> None:
    register = school / "data" / "documents.yaml"
    run("order", "introduction", "-n", "21/1", "-d", "2025-10-01", today=TODAY)
    run("order", "register", "introduction", "-n", "21/1", "-d", "2026-01-15", today=TODAY)
    text = register.read_text(encoding="utf-8")
    assert text.count("kind: order.introduction") == 2
    assert "2025-10-01" in text
    run("order", "introduction", "-n", "21/1", "-d", "2026-01-15", today=TODAY)
    assert len(list((school / "documents").iterdir())) == 2
    assert "2025-10-01" in register.read_text(encoding="utf-8")
    # A date written wrong in the same year is mended.
    run("order", "register", "introduction", "-n", "21/1", "-d", "2025-10-02", today=TODAY)
    assert "2025-10-01" not in register.read_text(encoding="utf-8")


@pytest.mark.usefixtures("school")
@pytest.mark.parametrize("number", ["", "  "])
def test_an_empty_number_is_refused(run: Run, number: str) -> None:
    outcome = run("order", "register", "pairs", "-n", number, today=TODAY)
    assert outcome.code == 2
    assert "не указан номер" in outcome.err


def test_a_registered_document_leaves_cancelled_tasks(run: Run, school: Path) -> None:
    run("cancel", "5.2.1", today=TODAY)
    run("order", "register", "pairs", "-n", "42", "-d", "2025-11-10", today=TODAY)
    text = (school / "data" / "roadmap.yaml").read_text(encoding="utf-8")
    assert "status: cancelled" in text
    assert "status: done" not in text


def test_a_number_in_the_schools_name_is_no_number_of_an_order(run: Run, school: Path) -> None:
    path = school / "data" / "organization.yaml"
    text = path.read_text("utf-8").replace("short_name: МБУ ДО «Искра»", "short_name: Школа № 5")
    path.write_text(text, encoding="utf-8")
    run("order", "mentor-school", "-n", "9", "-d", "2025-11-10", today=TODAY)
    assert "Школа № 5" in run("docx-text", str(next((school / "documents").iterdir()))).out
    assert run("check", "--only", "annex-number", today=TODAY).code == 0


@pytest.mark.parametrize(
    ("kind", "hint"),
    [
        ("order.introdction", "order.introduction"),
        ("own.paper", "roadmap order list"),
        ("order.introduction", None),
    ],
)
def test_a_kind_that_nothing_makes_is_a_remark(
    run: Run, workspace: Path, kind: str, hint: str | None
) -> None:
    (workspace / "data" / "documents.yaml").write_text(
        f"documents:\n  - {{kind: {kind}, number: 1}}\n", encoding="utf-8"
    )
    found = run("check", "--only", "document-kind-unknown", "--json").data["problems"]
    assert [each["line"] for each in found] == [2] * bool(hint)
    assert all(str(hint) in each["hint"] for each in found)
