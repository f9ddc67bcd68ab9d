"""Each check finds the fault that it is for, at its place, and nothing in a sound plan."""

from pathlib import Path

import pytest

from tests.conftest import Run
from tests.outcome import roadmap_file

SOUND = """\
title: Дорожная карта
school_year: 2023/2024
stages:
- id: 1
  title: Этап
  activities:
  - id: 1.1
    title: Мероприятие
    deadline: Октябрь 2023
    responsible: Иванова А.П.
    tasks:
    - id: 1.1.1
      text: Издание приказа «О внедрении».
      status: done
      done_on: 2023-10-10
      evidence:
      - paper: приказ № 1
    - id: 1.1.2
      text: Второй пункт.
"""
PEOPLE = "people:\n- id: petrova\n  surname: Петрова\n  name: Анна\n  gender: female\n"
ORGANIZATION = (
    "short_name: Центр\nfull_name: Центр\nplace: г. Энск\ndirector: petrova\ncoordinator: petrova\n"
)

EMPTY_ACTIVITY = """\
  - id: 1.2
    title: Пустое
  - id: 1.3
    title: Мероприятие
    responsible: Иванова А.П.
    deadline: май
"""
NAMESAKE = "people:\n- {id: x, surname: Петрова, name: Анна}\n"
# (code, file, what to replace, by what, line, column)
FAULTS = [
    ("deadline-missing", "roadmap", "    deadline: Октябрь 2023\n", "", 7, 5),
    ("deadline-unreadable", "roadmap", "Октябрь 2023", "как получится", 9, 5),
    ("deadline-outside-year", "roadmap", "Октябрь 2023", "Октябрь 2032", 9, 5),
    ("deadline-repeated", "roadmap", "Октябрь 2023", "май 2024, май 2024", 9, 5),
    ("responsible-missing", "roadmap", "    responsible: Иванова А.П.\n", "", 7, 5),
    ("responsible-unknown", "roadmap", "Иванова А.П.", "petrva", 10, 5),
    ("initials-unfinished", "roadmap", "Иванова А.П.", "Иванова А.П", 10, 5),
    ("id-duplicate", "roadmap", "1.1.2", "1.1.1", 18, 7),
    ("id-misplaced", "roadmap", "1.1.2", "2.1.2", 18, 7),
    ("numbering-gap", "roadmap", "1.1.2", "1.1.4", 18, 7),
    ("nothing-inside", "roadmap", "    tasks:", EMPTY_ACTIVITY + "    tasks:", 11, 5),
    ("quotes-unbalanced", "roadmap", "внедрении»", "внедрении", 13, 7),
    ("html-leftover", "roadmap", "Второй", "<p>Второй", 19, 7),
    ("doubtful", "roadmap", "Второй пункт.", "Второй.\n      note: 'Сомнение: что это?'", 20, 7),
    ("done-without-date", "roadmap", "      done_on: 2023-10-10\n", "", 14, 7),
    ("date-without-done", "roadmap", "      status: done\n", "", 14, 7),
    ("done-in-future", "roadmap", "2023-10-10", "2024-10-10", 15, 7),
    ("done-without-evidence", "roadmap", "      evidence:\n      - paper: приказ № 1\n", "", 12, 7),
    ("evidence-file-missing", "roadmap", "paper: приказ № 1", "file: documents/нет.docx", 17, 9),
    ("evidence-form", "roadmap", "paper: приказ № 1", "{}", 17, 9),
    ("organization-incomplete", "organization", "place: г. Энск\n", "", 1, 1),
    ("reference-unknown", "organization", "director: petrova", "director: petrowa", 4, 1),
    ("code-repeated", "people", "people:\n", "people:\n- {id: petrova, surname: А}\n", 3, 3),
    ("gender-unknown", "people", "  gender: female\n", "", 3, 3),
    ("case-doubtful", "people", "surname: Петрова", "surname: Сова", 3, 3),
    ("case-doubtful", "people", "  gender", "  position: ЗДУВР\n  gender", 5, 3),
    ("alphabets-mixed", "people", "Анна", "Aнна", 4, 3),
    ("alphabets-mixed", "roadmap", "Второй пункт", "Втoрой пункт", 19, 7),
    ("alphabets-mixed", "organization", "place: г. Энск", "place: г. Энcк", 3, 1),
    ("namesakes", "people", "people:\n", NAMESAKE, 2, 11),
]  # fmt: skip


@pytest.fixture
def sound(workspace: Path) -> Path:
    files = {"roadmap": SOUND, "people": PEOPLE, "organization": ORGANIZATION}
    for name, text in files.items():
        (workspace / "data" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return workspace


@pytest.mark.usefixtures("sound")
def test_a_sound_plan_has_no_remarks(run: Run) -> None:
    outcome = run("check")
    assert (outcome.code, outcome.out.strip()) == (0, "Замечаний нет.")


@pytest.mark.parametrize("fault", FAULTS, ids=[f"{fault[0]}-{n}" for n, fault in enumerate(FAULTS)])
def test_check(run: Run, sound: Path, fault: tuple[str, str, str, str, int, int]) -> None:
    code, name, old, new, line, column = fault
    path = sound / "data" / f"{name}.yaml"
    assert old in path.read_text(encoding="utf-8")
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    outcome = run("check", "--only", code, "--json")
    assert outcome.code == 1
    places = [(each["code"], each["file"], each["line"], each["column"])
              for each in outcome.data["problems"]]  # fmt: skip
    assert (code, f"data/{name}.yaml", line, column) in places


def test_evidence_that_exists_is_accepted(run: Run, sound: Path) -> None:
    (sound / "documents").mkdir()
    (sound / "documents" / "приказ.docx").write_bytes(b"x")
    run("done", "1.1.2", "--evidence", "documents/приказ.docx", "--on", "2023-10-20")
    assert run("check").code == 0


@pytest.mark.parametrize(
    ("status", "registered", "code"),
    [
        ("done", False, "evidence-document-missing"),
        ("planned", True, "evidence-waiting"),
    ],
)
def test_a_document_and_its_task_must_agree(
    run: Run, sound: Path, status: str, registered: bool, code: str
) -> None:
    path = sound / "data" / "roadmap.yaml"
    text = path.read_text("utf-8").replace("paper: приказ № 1", "document: order.introduction")
    if status == "planned":
        text = text.replace("      status: done\n      done_on: 2023-10-10\n", "")
    path.write_text(text, encoding="utf-8")
    if registered:
        line = "documents:\n- {kind: order.introduction, number: '1', date: 2023-10-10}\n"
        (sound / "data" / "documents.yaml").write_text(line, encoding="utf-8")
    found = run("check", "--only", code, "--json").data["problems"]
    assert [each["code"] for each in found] == [code]


def test_check_changes_no_file(run: Run, workspace: Path) -> None:
    before = roadmap_file(workspace).read_bytes()
    run("check")
    assert roadmap_file(workspace).read_bytes() == before
