"""Files that the system does not give: each a problem with its place, and the rest is read."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Run

TODAY = "2025-12-01"


def _loop(path: Path) -> None:
    other = path.with_name("круг")
    other.symlink_to(path)
    path.symlink_to(other)


SPOILT: dict[str, tuple[Callable[[Path], object], str, str]] = {
    "a folder": (Path.mkdir, "file-unreadable", "это папка, а не файл"),
    "a pipe": (os.mkfifo, "file-unreadable", "канал или устройство"),
    "a loop of links": (_loop, "file-unreadable", "ссылки ведут по кругу"),
    "a link to nothing": (lambda path: path.symlink_to("нет"), "file-unreadable", "ссылка ведёт"),
    "an empty file": (lambda path: path.write_bytes(b""), "file-empty", "файл пуст"),
    "a blank file": (lambda path: path.write_bytes(b" \n"), "file-empty", "файл пуст"),
}


@pytest.mark.parametrize("spoilt", list(SPOILT))
def test_a_file_that_cannot_be_read_is_a_problem_among_others(
    run: Run, school: Path, spoilt: str
) -> None:
    make, code, said = SPOILT[spoilt]
    (school / "data" / "people.yaml").unlink()
    make(school / "data" / "people.yaml")
    (school / "data" / "pairs.yaml").write_text("pairs: 5\n", encoding="utf-8")
    problems = run("check", "--json", today=TODAY).data["problems"]
    found = {(each["file"], each["code"]): each["message"] for each in problems}
    assert said in found["data/people.yaml", code]
    assert ("data/pairs.yaml", "value-type") in found
    status = run("status", today=TODAY)
    assert status.code == 0
    assert "data/people.yaml прочитать нельзя" in status.err
    listed = run("person", "list", today=TODAY)
    assert listed.code == 1
    assert said in listed.err


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read every file")
def test_a_file_without_rights_is_a_problem(run: Run, school: Path) -> None:
    (school / "data" / "people.yaml").chmod(0)
    problems = run("check", "--json", today=TODAY).data["problems"]
    assert "нет прав" in next(each["message"] for each in problems if "people" in each["file"])


def test_a_registry_that_cannot_be_read_is_not_written(run: Run, school: Path) -> None:
    people = school / "data" / "people.yaml"
    people.write_bytes(b"")
    outcome = run("person", "add", "--surname", "Белых", today=TODAY)
    assert outcome.code == 1
    assert people.read_bytes() == b""


ERRORS = """\
people:
  - {id: a, surname: Белых, gender: что}
  - {id: a, surname: Серых}
  - {id: b, born: 2012-01-01}
"""
CONSENTS = """\
consents:
  - {id: c1, person: b, kind: image, given_on: 2025-09-01}
  - {id: c2, person: nobody, kind: image, given_on: 2025-09-01}
"""


def test_one_mistake_hides_no_other(run: Run, workspace: Path) -> None:
    """A wrong value in a file: its other records, and references to them, are checked all the same.

    What can be judged only by a whole file is named, not passed over.
    """
    (workspace / "data" / "people.yaml").write_text(ERRORS, encoding="utf-8")
    (workspace / "data" / "consents.yaml").write_text(CONSENTS, encoding="utf-8")
    problems = run("check", "--json").data["problems"]
    found = [(each["file"][5:], each["line"], each["code"]) for each in problems]
    assert ("people.yaml", 2, "value-invalid") in found
    assert ("people.yaml", 3, "code-repeated") in found
    assert ("people.yaml", 4, "key-missing") in found
    unknown = [place for place in found if place[2] == "reference-unknown"]
    assert unknown == [("consents.yaml", 3, "reference-unknown")]
    (said,) = [each["message"] for each in problems if each["code"] == "not-checked"]
    assert "данные пора уничтожить" in said.lower()
    assert "ссылки" not in said.lower()
    (workspace / "data" / "people.yaml").write_text(f"{ERRORS}  - {{id: [}}\n", encoding="utf-8")
    problems = run("check", "--json").data["problems"]
    assert not [each for each in problems if each["code"] == "reference-unknown"]
    (said,) = [each["message"] for each in problems if each["code"] == "not-checked"]
    assert "ссылки на записи этого файла" in said.lower()


def test_a_roadmap_with_a_mistake_is_checked_on(run: Run, workspace: Path) -> None:
    path = workspace / "data" / "roadmap.yaml"
    text = path.read_text(encoding="utf-8")
    text = text.replace("id: 1.2.1", "id: 1.2.1\n            status: x")
    path.write_text(text.replace("id: 1.1.2", "id: 1.1.1"), encoding="utf-8")
    problems = run("check", "--json").data["problems"]
    codes = {each["code"] for each in problems}
    assert {"value-invalid", "id-duplicate", "not-checked"} <= codes


@pytest.mark.parametrize("digits", [4300, 5000])
@pytest.mark.parametrize("where", ["id: 1.1.2", "deadline:", "school_year:"])
def test_a_number_of_thousands_of_digits_is_a_problem(
    run: Run, workspace: Path, digits: int, where: str
) -> None:
    path = workspace / "data" / "roadmap.yaml"
    lines = path.read_text(encoding="utf-8").splitlines()
    spot = next(number for number, line in enumerate(lines) if where in line)
    key = lines[spot].partition(":")[0]
    lines[spot] = f"{key}: {'9' * digits}"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    outcome = run("check", "--json")
    assert outcome.code == 1
    place = {each["line"] for each in outcome.data["problems"]}
    assert spot + 1 in place
