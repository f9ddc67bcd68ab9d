"""Twenty-six lists as schools have them: people, pairs and consents, line by line."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import Run
from tests.importers.shapes import lists_1, lists_2, lists_3, lists_4
from tests.importers.shapes.outlines import squashed
from tests.importers.shapes.shape import Case

CASES = [case for module in (lists_1, lists_2, lists_3, lists_4) for case in module.CASES]
# Pairs wait for the consents of their people: they are named, and come with the next import.
WAITING = {
    "pairs_with_merged_mentor_and_teacher_pupil_form": 4,
    "pairs_in_a_word_table_with_classes_in_the_cells": 4,
    # A registry with telephones is read as a list of people; its column of mentors is asked about.
    "registry_of_mentees_by_the_methodology": 2,
    "pairs_by_surname_and_initials_several_mentees": 4,
}
# People that are not there, each with the reason.
ABSENT = {
    # Mentors named in a column of another list; the column is asked about.
    "Тетерин Семён Аркадьевич", "Щербак Алёна Витальевна",
    # The name stays as it stood in the data: only its spelling differs.
    "Гусева Полина Артемовна",
    # The same name with a space between the initials.
    "Неизвестный О.О.",
    # Initials that fit a known person are that person.
    "Орлова-Белая И.В.", "Ким С. Б.", "Гусева П.", "О.П. Махова", "Ларин К.Д",
}  # fmt: skip


def _load(root: Path, name: str) -> list[dict[str, Any]]:
    path = root / "data" / f"{name}.yaml"
    if not path.exists():
        return []
    data = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
    return list((data or {}).get(name) or [])


def _called(person: dict[str, Any]) -> str:
    parts = (person.get(key) for key in ("surname", "name", "patronymic"))
    return " ".join(part for part in parts if part)


def _imported(run: Run, workspace: Path, monkeypatch: pytest.MonkeyPatch, case: Case) -> Path:
    run("init", "школа", "--organization", "Школа", "--year", "2025/2026", "--no-git")
    root = workspace / "школа"
    monkeypatch.chdir(root)
    for name, text in case.before.items():
        (root / "data" / name).write_text(text, encoding="utf-8")
    (root / case.file).write_bytes(case.build())
    outcome = run("import", case.file, "--yes", "--take", "роли", today="2025-10-01")
    assert outcome.code == 0, outcome.err
    return root


def _lines(case: Case, kind: str) -> list[str]:
    lines = (squashed(line).partition(": ") for line in case.expected.splitlines())
    return [text for title, _, text in lines if title == kind]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_everybody_comes_in_and_nobody_else(
    run: Run, workspace: Path, monkeypatch: pytest.MonkeyPatch, case: Case
) -> None:
    root = _imported(run, workspace, monkeypatch, case)
    people = {_called(person): person for person in _load(root, "people")}
    wanted = [line.split(" | ")[0] for line in _lines(case, "человек")]
    assert [name for name in wanted if name not in people and name not in ABSENT] == []
    known = " ".join([*wanted, *case.before.values(), *_lines(case, "согласие")])
    assert [name for name in people if name.split()[0] not in known] == []
    roles = {
        role: {line["person"] for line in _load(root, f"{role}s")} for role in ("mentor", "mentee")
    }
    for line in _lines(case, "человек"):
        name, *told = line.split(" | ")
        group = next((text.partition(": ")[2] for text in told if text.startswith("class: ")), None)
        if name in people and group:
            assert people[name].get("group") == group or case.before
        role = next((text.partition(": ")[2] for text in told if text.startswith("role: ")), None)
        if name in people and role in ("mentor", "mentee") and case.name not in NO_ROLE:
            assert people[name]["id"] in roles[role], line


# The sheet «Обучающиеся» does not say on which side these children are.
NO_ROLE = {"two_sheets_mentors_and_children"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_pairs_consents_and_roles_come_in(
    run: Run, workspace: Path, monkeypatch: pytest.MonkeyPatch, case: Case
) -> None:
    root = _imported(run, workspace, monkeypatch, case)
    codes = {_called(person): person["id"] for person in _load(root, "people")}
    pairs = _lines(case, "пара")
    assert len(pairs) - len(_load(root, "pairs")) == WAITING.get(case.name, 0)
    signed = {(one["person"], one["kind"], one["given_on"]) for one in _load(root, "consents")}
    for line in _lines(case, "согласие"):
        name = line.split(" | ")[0]
        kind = re.search(r"вид: (\w+)", line)
        day = re.search(r"дата: (\d\d)\.(\d\d)\.(\d{4})", line)
        assert kind is not None
        assert day is not None
        assert (codes[name], kind[1], f"{day[3]}-{day[2]}-{day[1]}") in signed
    assert len(signed) == len(_lines(case, "согласие"))
    organization = (root / "data" / "organization.yaml").read_text("utf-8")
    for line in _lines(case, "роль"):
        assert codes[line.partition(" = ")[2]] in organization


def test_pairs_come_with_the_consents(
    run: Run, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = next(one for one in CASES if one.name.startswith("pairs_in_a_word_table"))
    root = _imported(run, workspace, monkeypatch, case)
    lines = ["ФИО;Обработка персональных данных;Участие в программе;Обязанности наставника;Дата"]
    lines += [f"{_called(one)};да;да;да;22.09.2025" for one in _load(root, "people")]
    (root / "с.csv").write_text("\n".join(lines), encoding="utf-8")
    assert run("import", "с.csv", "--yes", today="2025-10-01").code == 0
    outcome = run("import", case.file, "--yes", today="2025-10-01")
    assert outcome.code == 0, outcome.err
    names = {one["id"]: _called(one) for one in _load(root, "people")}
    found = {(names[one["mentor"]], names[one["mentees"][0]]) for one in _load(root, "pairs")}
    assert found == {
        ("Лаврова Ника", "Юнг Давид"), ("Тузов Игнат", "Малик Сара"),
        ("Тузов Игнат", "Штерн Илья"), ("Юнг Давид", "Пак Инна"),
    }  # fmt: skip
