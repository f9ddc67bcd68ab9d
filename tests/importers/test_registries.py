"""Tables that the program has written, and where a person may put a column."""

from pathlib import Path

import pytest

from roadmap_cli.errors import RequestInvalidError, UnknownNameError
from roadmap_cli.importers.people.targets import all_targets, find_target
from roadmap_cli.importers.registries import own_registry, own_rows
from tests.conftest import Run

TODAY = "2025-12-01"


@pytest.mark.parametrize(
    ("name", "head", "key"),
    [
        ("Люди", ["Код (id)", "Фамилия (surname)"], "people"),
        ("people", ["Код (id)", "Фамилия (surname)"], "people"),
        ("", ["Код (id)", "Фамилия (surname)"], "people"),  # it can be nothing else
        ("Лист1", ["Код (id)", "Заметка (note)"], None),  # several have these
        ("people", ["Код (id)", "Заметка (note)"], "people"),
        ("people", ["Фамилия (surname)"], None),  # nobody knows whose it is
        ("people", ["Код (id)", "Цвет (colour)"], None),
        ("people", ["Код (id)", "Кто (для справки)", "Фамилия (surname)"], "people"),
        ("people", ["Код", "Фамилия"], None),
        ("people", ["id (Код)"], None),
        ("people", ["Код (ID)"], None),
        ("people", ["Код (id) ", "Дательный (name_cases.dative)"], "people"),
        ("people", [], None),
    ],
)
def test_which_registry_a_table_holds(name: str, head: list[str], key: str | None) -> None:
    found = own_registry(name, [head, ["x"]])
    assert (found.key if found else None) == key


def test_a_table_without_rows_is_nobodys() -> None:
    assert own_registry("people", []) is None
    assert own_rows([]) == []


def test_rows_have_the_numbers_of_the_file() -> None:
    table = [["Код (id)", "просто", "Имя (name)"], ["a", "x", "А"], ["", ""], ["b"]]
    assert own_rows(table) == [(2, {"id": "a", "name": "А"}), (4, {"id": "b", "name": ""})]


@pytest.mark.parametrize(
    ("word", "target"),
    [
        ("full_name", "full_name"),
        ("фамилия, имя, отчество вместе", "full_name"),
        ("НЕ НУЖЕН", "skip"),
        ("people.phone", "people.phone"),
        ("mentors.capacity", "mentors.capacity"),
        ("mentees.requests", "mentees.requests"),
    ],
)
def test_where_a_column_may_be_put(word: str, target: str) -> None:
    assert find_target(word) == target


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("people.fone", "«people.phone»"),
        ("0", "Есть: full_name"),
        ("people.id", "«people.email»"),
        ("people.forgotten_on", "Есть: full_name"),
        ("10000", "Есть: full_name"),
        ("", "Есть: full_name"),
    ],
)
def test_where_it_may_not(word: str, hint: str) -> None:
    with pytest.raises(UnknownNameError) as refused:
        find_target(word)
    assert refused.value.message == f"ключа «{word}» нет"
    assert hint in (refused.value.hint or "")


def test_every_target_has_a_title_of_its_own() -> None:
    known = all_targets()
    assert [find_target(title) for title in known.values()] == list(known)
    assert {"people.id", "mentors.person", "people.locked"}.isdisjoint(known)


def _file(school: Path, *lines: str) -> None:
    (school / "x.csv").write_text("\n".join(("ФИО;Телефон;Цвет", *lines)), encoding="utf-8")


@pytest.mark.parametrize(
    ("given", "times"),
    [
        (["Цвет=people.note"], 1),
        (["цвет =people.note"], 1),
        (["Цвет=people.note", "ЦВЕТ=people.note"], 1),
        (["Телефон=people.phone"], 1),
        ([], 0),
    ],
)
def test_a_column_that_was_placed_is_remembered(
    run: Run, school: Path, given: list[str], times: int
) -> None:
    (school / "data" / "columns.yaml").unlink()
    _file(school, "Новый Пётр Ильич;89000000001;красный")
    words = [word for each in given for word in ("--column", each)]
    outcome = run("import", "x.csv", "--yes", *words, today=TODAY)
    assert outcome.code == 0, outcome.err
    path = school / "data" / "columns.yaml"
    text = path.read_text("utf-8") if path.exists() else ""
    assert text.count("heading: ") == times
    # What is remembered already is not written twice.
    before = path.read_bytes() if path.exists() else None
    assert run("import", "x.csv", "--yes", *words[:2], today=TODAY).code == 0
    if times == 1:
        assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--column", "Цвет"], RequestInvalidError.exit_code),
        (["--column", "=people.note"], RequestInvalidError.exit_code),
        (["--column", "Цвет="], RequestInvalidError.exit_code),
        (["--column", "Цвет=нет"], UnknownNameError.exit_code),
        (["--column", "А=Б=people.note"], 0),
        (["--person", "2=никто"], RequestInvalidError.exit_code),
        (["--person", "2"], RequestInvalidError.exit_code),
        (["--person", "2=grinko"], 0),
        (["--person", "2=новый"], 0),
        (["--person", "3=никто"], 0),
        (["--as", "наставники"], 0),
        (["--as", "MENTEES"], 0),
        (["--as", "кто-то"], 2),
    ],
)
def test_what_may_be_said_of_a_file(run: Run, school: Path, words: list[str], code: int) -> None:
    _file(school, "Гринько Ольга Сергеевна;89000000009;красный")
    outcome = run("import", "x.csv", "--dry-run", *words, today=TODAY)
    assert outcome.code == code, outcome.err


def test_one_heading_with_two_targets_is_refused(run: Run, school: Path) -> None:
    _file(school, "Новый Пётр Ильич;89000000001;красный")
    words = ["--column", "Цвет=people.note", "--column", "ЦВЕТ=people.address"]
    outcome = run("import", "x.csv", "--yes", *words, today=TODAY)
    assert outcome.code == RequestInvalidError.exit_code
    assert "даны два разных ключа" in outcome.err
