"""Templates of a workspace: which are the school's own, copying, and what is wrong with them."""

from pathlib import Path

import pytest
from docx import Document

from roadmap_cli.storage.templates import built_in_folder, find_template, find_word_template
from tests.conftest import Run

TODAY = "2025-12-01"


def _write(school: Path, name: str, text: str = "текст\n") -> Path:
    path = school / "templates" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if name.endswith(".docx"):
        document = Document()
        document.add_paragraph(text)
        document.save(str(path))
    else:
        path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("files", "own"),
    [
        ([], []),
        (["order/rewards.md"], ["order rewards"]),
        (["order/rewards.docx"], ["order rewards"]),
        (["order/rewards.docx", "order/rewards.md"], ["order rewards"]),
        (["order/reward.md", "order/rewards.txt", "rewards.md"], []),
        (["reference.docx", "parts/order_head.md"], []),
        (["form/plan.md", "order/pairs.md"], ["order pairs", "form plan"]),
    ],
)
def test_which_templates_are_the_schools_own(
    run: Run, school: Path, files: list[str], own: list[str]
) -> None:
    for name in files:
        _write(school, name)
    listed = run("template", "list", "--json", today=TODAY).data["templates"]
    assert [each["kind"] for each in listed if each["own"]] == own


@pytest.mark.parametrize("dry_run", [False, True])
def test_a_built_in_template_is_copied_once(run: Run, school: Path, dry_run: bool) -> None:
    words = ["template", "copy", "order", "rewards", *["--dry-run"] * dry_run]
    outcome = run(*words, today=TODAY)
    assert outcome.code == 0
    path = school / "templates" / "order" / "rewards.md"
    assert path.exists() is not dry_run
    assert ("Был бы записан" if dry_run else "Записан файл") in outcome.out
    again = run(*words, today=TODAY)
    assert again.code == (0 if dry_run else 2)
    if not dry_run:
        assert path.read_text("utf-8") == (built_in_folder() / "order" / "rewards.md").read_text(
            "utf-8"
        )
        assert "свой шаблон уже есть" in again.err


def test_an_own_template_is_not_replaced_by_a_copy(run: Run, school: Path) -> None:
    path = _write(school, "order/rewards.md", "")
    assert run("template", "copy", "order.rewards", today=TODAY).code == 2
    assert path.read_bytes() == b""


@pytest.mark.parametrize(
    ("name", "text", "problems"),
    [
        ("order/rewards.md", "{{ organization.short_name }}", 0),
        ("order/rewards.md", "{{ organization.shortname }}", 1),
        ("order/rewards.md", "::: нет\n:::", 1),
        ("order/rewards.docx", "{{ organization.short_name }}", 0),
        ("order/rewards.docx", "{{ organization.shortname }}", 1),
        ("order/нет.md", "{{ x }}", 0),
    ],
)
def test_templates_are_checked(run: Run, school: Path, name: str, text: str, problems: int) -> None:
    _write(school, name, text)
    outcome = run("template", "check", "--json", today=TODAY)
    assert outcome.code == (1 if problems else 0)
    assert len(outcome.data["problems"]) == problems


def test_a_fault_of_a_shared_part_is_told_once(run: Run, school: Path) -> None:
    _write(school, "parts/order_head.md", "{{ organization.shortname }}\n")
    outcome = run("template", "check", "--json", today=TODAY)
    places = [(each["file"], each["line"]) for each in outcome.data["problems"]]
    assert places == [("templates/parts/order_head.md", 1)]


@pytest.mark.parametrize(
    "name", ["../data/people.yaml", "../../x.md", "/etc/passwd", "order", "нет.md", ""]
)
def test_what_is_outside_the_folder_is_no_template(school: Path, name: str) -> None:
    _write(school, "order/rewards.md")
    assert find_template(school, name) is None
    if name != "order":
        assert find_word_template(school, name) is None


def test_an_own_template_comes_before_the_built_in_one(school: Path) -> None:
    found = find_template(school, "order/rewards.md")
    assert found is not None
    assert found[1] == "встроенный templates/order/rewards.md"
    _write(school, "order/rewards.md", "свой\r\nтекст")
    assert find_template(school, "order/rewards.md") == (
        "свой\nтекст",
        "templates/order/rewards.md",
    )


def test_a_template_in_another_encoding_is_told(run: Run, school: Path) -> None:
    path = _write(school, "order/rewards.md")
    path.write_bytes("Приказ".encode("cp1251"))
    outcome = run("order", "rewards", "--preview", today=TODAY)
    assert outcome.code == 1
    assert "templates/order/rewards.md:1:1" in outcome.err
    assert "Windows-1251" in outcome.err
