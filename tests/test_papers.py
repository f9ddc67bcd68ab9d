"""The whole set of papers, the register, the school's own templates."""

import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

from roadmap_cli.documents.catalog import DOCUMENT_TYPES, DocumentType, Subject
from roadmap_cli.documents.docx_text import docx_text
from roadmap_cli.domain.laws import wrong_citations
from roadmap_cli.domain.register import next_number
from tests.conftest import SCHOOL, Run
from tests.word_text import structure

SUBJECT = {Subject.PERSON: "shvets", Subject.PARTNER: "zavod", Subject.PAIR: "shvets-1"}


@pytest.fixture
def empty(workspace: Path) -> Path:
    """A plan and nothing else."""
    for name in ("organization", "people"):
        (workspace / "data" / f"{name}.yaml").unlink()
    return workspace


def _words(kind: DocumentType) -> list[str]:
    subject = SUBJECT.get(kind.layout.subject)
    return [kind.group, kind.kind, *([subject] if subject else [])]


def _id(kind: DocumentType) -> str:
    return kind.code


def _document(workspace: Path) -> bytes:
    (path,) = (workspace / "documents").glob("*.docx")
    return path.read_bytes()


TODAY = "2025-12-01"


@pytest.mark.parametrize("kind", DOCUMENT_TYPES, ids=_id)
def test_for_a_full_school(
    run: Run, school: Path, golden: Callable[[str, str], None], kind: DocumentType
) -> None:
    annex = ["--annex", "2"] if kind.layout.is_annex else []
    outcome = run(*_words(kind), "-n", "26/1", "-d", "2025-10-05", *annex, today=TODAY)
    assert outcome.code == 0, outcome.err
    text = structure(_document(school))
    assert ".." not in text
    assert "None" not in text
    golden(f"papers/{kind.code}.txt", text)


@pytest.mark.usefixtures("empty")
@pytest.mark.parametrize("kind", DOCUMENT_TYPES, ids=_id)
def test_for_an_empty_school(run: Run, workspace: Path, kind: DocumentType) -> None:
    outcome = run(kind.group, kind.kind, today=TODAY)
    assert outcome.code == 0, outcome.err
    text = structure(_document(workspace))
    assert "None" not in text
    if "organization" in text or kind.group in ("order", "letter", "act", "protocol"):
        assert "____" in text
        assert "Оставлены пустые строки" in outcome.err


@pytest.mark.usefixtures("school")
@pytest.mark.parametrize("kind", DOCUMENT_TYPES, ids=_id)
def test_two_runs_give_equal_bytes(run: Run, workspace: Path, kind: DocumentType) -> None:
    (workspace / "data" / "documents.yaml").unlink()
    for name in ("a.docx", "b.docx"):
        run(*_words(kind), "-o", name, today=TODAY)
    assert (workspace / "a.docx").read_bytes() == (workspace / "b.docx").read_bytes()


@pytest.mark.usefixtures("school")
def test_a_document_does_not_depend_on_the_one_before(run: Run, workspace: Path) -> None:
    (workspace / "data" / "documents.yaml").unlink()
    made = []
    for between in (["report", "mentors"], ["order", "pairs"], ["report", "roadmap"]):
        run("form", "survey-curator", "-o", "x.docx", "--force", today=TODAY)
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
        (["form", "plan", "нет"], "пары «нет» нет"),
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


# --- the register ------------------------------------------------------------------------------


def _states(run: Run) -> dict[str, tuple[str, list[str]]]:
    found = run("docs", "--json", today=TODAY).data["documents"]
    return {each["kind"]: (each["state"], each["changed"]) for each in found}


def test_docs_knows_current_stale_edited_and_missing(run: Run, school: Path) -> None:
    run("order", "introduction", today=TODAY)
    run("order", "pairs", today=TODAY)
    run("form", "survey-curator", today=TODAY)
    run("report", "mentors", today=TODAY)
    assert {state for state, _ in _states(run).values()} == {"current"}
    path = school / "data" / "people.yaml"
    path.write_text(path.read_text("utf-8").replace("surname: Новик", "surname: Новикова"), "utf-8")
    (school / "documents" / "Анкета куратора.docx").write_bytes(b"edited")
    (school / "documents" / "База наставников.docx").unlink()
    states = _states(run)
    assert states["order.pairs"] == ("stale", ["pairs"])
    assert states["form.survey-curator"][0] == "edited"
    assert states["report.mentors"][0] == "missing"
    outcome = run("docs", columns=200, today=TODAY)
    assert "данные с тех пор изменились: пары" in outcome.out


def test_a_registered_number_is_printed_when_the_document_is_made(run: Run, school: Path) -> None:
    run("order", "introduction", today=TODAY)
    text = structure(_document(school))
    assert "1 октября 2025 г. | г. Энск | № 21/1" in text
    register = (school / "data" / "documents.yaml").read_text(encoding="utf-8")
    assert register.count("order.introduction") == 1


def test_a_stale_document_is_made_anew_but_an_edited_one_is_not(run: Run, school: Path) -> None:
    run("order", "pairs", today=TODAY)
    path = school / "data" / "people.yaml"
    path.write_text(path.read_text("utf-8").replace("surname: Новик", "surname: Новикова"), "utf-8")
    assert "Записано" in run("order", "pairs", today=TODAY).out
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
    assert "Документ есть, отметьте выполненным: 1.2.1" in outcome.out
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
    assert "Назвать пункт: --task" in again.err


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


# --- templates -----------------------------------------------------------------------------------


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
    assert "pairs  пары и группы  используется" in out
    assert "pairs[].mentor (человек)" in out
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
        ("{% for x in range(10**9) %}{% endfor %}", "форму нельзя заполнить"),
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
    assert "templates/order/curators.docx:3:1:" in outcome.err
    assert "абзац 3" in outcome.err
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
    assert made.sections[0].header.paragraphs[0].text == "БЛАНК ШКОЛЫ"
    assert "этого текста" not in structure((school / "x.docx").read_bytes())


def test_an_endless_template_is_stopped(
    run: Run, school: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("roadmap_cli.documents.fill._LONGEST_SECONDS", 0.3)
    path = school / "templates" / "order" / "rewards.md"
    path.parent.mkdir(parents=True)
    loops = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"
    path.write_text(loops, encoding="utf-8")
    outcome = run("order", "rewards", "--preview", today=TODAY)
    assert outcome.code == 1
    assert "слишком долго" in outcome.err


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


# --- git ------------------------------------------------------------------------------------------


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


# --- laws -----------------------------------------------------------------------------------------


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
        ("статья 351.8 ТК", "2024-09-01", "ещё не действовала"),
        ("статья 351.8 ТК", "2025-09-01", None),
        ("Концепция № 1264-р", "2024-09-01", "ещё не было"),
        ("распоряжение от 25.12.2019 № Р-145", "2023-10-01", None),
    ],
)
def test_citations(text: str, day: str, said: str | None) -> None:
    from datetime import date

    found = [each.message for each in wrong_citations(text, date.fromisoformat(day))]
    assert len(found) == (said is not None)
    assert said is None or said in found[0]


@pytest.mark.usefixtures("school")
def test_no_built_in_paper_cites_wrongly(run: Run, workspace: Path) -> None:
    for kind in DOCUMENT_TYPES:
        run(*_words(kind), "-d", "2025-10-05", today=TODAY)
    codes = [each["code"] for each in run("check", "--json", today=TODAY).data["problems"]]
    assert "law-miscited" not in codes
    assert len(list((workspace / "documents").glob("*.docx"))) == len(DOCUMENT_TYPES)


def test_faults_of_real_orders_are_found(run: Run, school: Path) -> None:
    run("order", "pairs", "-n", "42-ОД", "-d", "2025-09-01", today=TODAY)
    document = school / "documents" / "Приказ об утверждении наставнических пар № 42-ОД.docx"
    made = Document(str(document))
    for paragraph in made.paragraphs:
        for run_ in paragraph.runs:
            run_.text = run_.text.replace("№ 42-ОД", "№ 42")
    made.add_paragraph("в соответствии со статьёй 358.1 ТК")
    made.save(str(document))
    run("report", "roadmap", "--annex", "3", "-n", "99", "-d", "2025-10-01", today=TODAY)
    run("order", "rewards", "-n", "21/1", "-d", "2025-10-01", today=TODAY)
    found = {each["code"] for each in run("check", "--json", today=TODAY).data["problems"]}
    assert {
        "annex-number", "annex-of-another-order", "order-too-early", "number-repeated",
        "law-miscited",
    } <= found  # fmt: skip


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
