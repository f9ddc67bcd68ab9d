"""Pairs, plans, meetings and wishes are sealed too, under keys of the pair or of the person."""

from pathlib import Path

import pytest

from tests.conftest import Run
from tests.vaults import TODAY, commit, git, objects_with

WORDS = ("ссора с матерью", "хочет к Белову", "не сошлись характерами", "тревожность")


@pytest.fixture
def told(vault: Path, run: Run) -> Path:
    """The school with a vault, in which pairs, plans, meetings and wishes say something."""
    data = vault / "data"
    (data / "meetings.yaml").write_text(
        "meetings:\n  - {pair: shvets-1, held_on: 2025-11-01, topic: ссора с матерью}\n", "utf-8"
    )
    (data / "plans.yaml").write_text(
        "plans:\n  - pair: shvets-1\n    goal: тревожность\n", encoding="utf-8"
    )
    (data / "matching.yaml").write_text(
        "weights: {interest: 3}\nwishes:\n  - person: dyuma\n    choices: [shvets]\n"
        "    # хочет к Белову\nbans:\n  - mentee: dyuma\n    mentor: ivanova\n"
        "    reason: не сошлись характерами\n", "utf-8",
    )  # fmt: skip
    run("pair", "set", "shvets-1", "--note", "ссора с матерью", today=TODAY)
    commit(vault, "слова")
    return vault


def test_what_is_said_of_pairs_is_sealed(told: Path) -> None:
    assert objects_with(told, *WORDS) == []
    stored = git(told, "show", "HEAD:data/pairs.yaml")
    assert stored.startswith("roadmap-vault")
    assert "pairs/shvets-1 " in stored
    assert {"dyuma "} <= {line[:6] for line in git(
        told, "show", "HEAD:data/matching.yaml").splitlines()}  # fmt: skip


@pytest.mark.parametrize("name", ["pairs", "plans", "meetings", "matching"])
def test_what_was_sealed_comes_back_byte_for_byte(told: Path, name: str) -> None:
    path = told / "data" / f"{name}.yaml"
    before = path.read_bytes()
    path.unlink()
    git(told, "checkout", "--", f"data/{name}.yaml")
    assert path.read_bytes() == before
    assert git(told, "status", "--short") == ""


def test_what_is_sealed_passes_the_check_before_a_commit(run: Run, told: Path) -> None:
    """The new key of a pair that goes on has a number in its label."""
    assert run("forget", "dyuma", "--yes", today=TODAY).code == 0
    git(told, "add", "-A")
    found = run("check", "--staged", "--json", today=TODAY).data["problems"]
    assert [each for each in found if each["code"] == "registry-plain"] == []
    git(told, "commit", "-qm", "уничтожено")


def test_a_pair_outlives_one_of_its_people(run: Run, told: Path) -> None:
    """The keys of the person's pairs go too; what stays of them is sealed anew."""
    before = git(told, "show", "HEAD:data/meetings.yaml")
    assert run("forget", "dyuma", "--yes", today=TODAY).code == 0
    commit(told, "уничтожено")
    old, new = (line for text in (before, git(told, "show", "HEAD:data/meetings.yaml"))
                for line in text.splitlines() if line.startswith("pairs/"))  # fmt: skip
    assert old != new
    assert new.split()[0] == "pairs/shvets-1~2"
    git(told, "checkout", "-q", "HEAD~1")
    assert "ссора" not in (told / "data" / "meetings.yaml").read_text("utf-8")
    assert "хочет к Белову" not in (told / "data" / "matching.yaml").read_text("utf-8")
    locked = run("check", "--json").data["problems"]
    assert {each["file"] for each in locked if each["code"] == "vault-locked"} >= {
        "data/meetings.yaml", "data/plans.yaml", "data/pairs.yaml"
    }  # fmt: skip
    assert git(told, "status", "--short") == ""
    git(told, "checkout", "-q", "main")
    (told / "data" / "meetings.yaml").unlink()
    git(told, "checkout", "--", "data/meetings.yaml")
    assert "ссора" in (told / "data" / "meetings.yaml").read_text("utf-8")


def test_a_forgotten_code_that_comes_back_is_refused(run: Run, vault: Path) -> None:
    """Under the common key it would stay for ever."""
    text = (vault / "data" / "people.yaml").read_text("utf-8")
    assert run("forget", "dyuma", "--yes", today=TODAY).code == 0
    commit(vault, "уничтожено")
    (vault / "data" / "people.yaml").write_text(text, encoding="utf-8")
    told = git(vault, "add", "data/people.yaml", check=False)
    assert "данные «dyuma» уничтожены" in told
    assert "Дюма" not in git(vault, "show", ":data/people.yaml")
    assert objects_with(vault, "Дюма", "Артём") == []
