"""Templates of a workspace: which are the school's own, copying, and what is wrong with them."""

import os
import sys
from pathlib import Path

import pytest
from docx import Document

from roadmap_cli.storage.templates import built_in_folder, find_template, find_word_template
from roadmap_cli.usecases import templates
from tests.attacks import LARGEST_MB, attack
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


# Few turns, each of them one long call.
SLOW = "{% for a in range(100000) %}{{ range(100000) | sum }}{% endfor %}"
DOUBLED = "".join(
    f"{{% set {new} = {' ~ '.join(old * 8)} %}}" for old, new in zip("abcd", "bcde", strict=True)
)
MEMORY = "templates/order/rewards.md:2:1: ошибка: шаблон нельзя заполнить: не хватило памяти"
TIME = "templates/order/rewards.md: ошибка: шаблон нельзя заполнить: работа заняла больше 7 с"
BOUNDED = pytest.mark.skipif(sys.platform != "linux", reason="memory is bounded on Linux")


@BOUNDED
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{% set a = 'а' * 1000000 %}" + DOUBLED + "\n{{ e | length }}", None),
        ("\n{{ 'а'.rjust(2000000000) }}", MEMORY),
        ("\n{{ '{:2000000000d}'.format(5) }}", MEMORY),
        ("\n{{ '%2000000000d' | format(5) }}", MEMORY),
        ("\n{{ 'аб' | slice(100000000) | list }}", None),
    ],
    ids=["~", "rjust", "format", "%", "slice"],
)
def test_a_template_has_bounded_memory(school: Path, text: str, said: str | None) -> None:
    _write(school, "order/rewards.md", text)
    result = attack(school, "order", "rewards", "--preview")
    assert result.code == 1, result.err
    assert said is None or said in result.err
    assert "templates/order/rewards.md:" in result.err
    assert "шаблон нельзя заполнить: " in result.err
    assert "Проверьте циклы и длинные строки" in result.err
    assert result.peak_mb < LARGEST_MB


@BOUNDED
def test_a_template_is_stopped_where_interrupts_are_ignored(school: Path) -> None:
    _write(school, "order/rewards.md", SLOW)
    result = attack(school, "order", "rewards", "--preview", ignoring_interrupts=True)
    assert (result.code, TIME in result.err) == (1, True), result.err


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("order/rewards.md", ["order", "rewards", "-o", "x.docx"]),
        ("order/rewards.docx", ["order", "rewards", "-o", "x.docx"]),
        ("parts/order_head.md", ["order", "rewards", "-o", "x.docx"]),
    ],
)
def test_every_template_of_a_school_has_a_time(
    run: Run, school: Path, monkeypatch: pytest.MonkeyPatch, file: str, words: list[str]
) -> None:
    monkeypatch.setattr(templates, "_SECONDS", 1.0)
    _write(school, file, SLOW)
    outcome = run(*words, today=TODAY)
    assert outcome.code == 1
    assert "шаблон нельзя заполнить: работа заняла больше 1 с" in outcome.err
    assert not (school / "x.docx").exists()


def test_the_check_of_templates_ends_with_the_one_that_takes_too_long(
    run: Run, school: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(templates, "_SECONDS", 3.0)
    _write(school, "order/introduction.md", "{{ organizaton }}")
    _write(school, "order/rewards.md", SLOW)
    outcome = run("template", "check", today=TODAY)
    assert outcome.code == 1
    assert "templates/order/introduction.md:1:1" in outcome.err
    assert "templates/order/rewards.md: " in outcome.err
    assert "Шаблоны после него не проверены." in outcome.err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a system without pipes in folders")
@pytest.mark.parametrize("words", [["template", "list"], ["order", "rewards", "--preview"]])
def test_a_form_that_is_no_file_is_not_opened(run: Run, school: Path, words: list[str]) -> None:
    (school / "templates" / "order").mkdir(parents=True)
    os.mkfifo(school / "templates" / "order" / "rewards.docx")
    outcome = run(*words, today=TODAY)
    assert outcome.code == 1
    assert "это канал или устройство, а не файл" in outcome.err


@pytest.mark.parametrize(
    ("name", "most"), [("order/rewards.md", 2_000_000), ("order/rewards.docx", 50_000_000)]
)
@pytest.mark.parametrize(("more", "sound"), [(-1, True), (0, True), (1, False)])
def test_a_template_has_a_largest_size(
    run: Run, school: Path, name: str, most: int, more: int, sound: bool
) -> None:
    with _write(school, name).open("wb") as file:
        file.truncate(most + more)
    outcome = run("template", "list", today=TODAY)
    assert outcome.code == (0 if sound else 1)
    assert (f"больше {most // 1_000_000} МБ" in outcome.err) is not sound


def test_only_a_school_with_templates_of_its_own_needs_another_process(
    run: Run, school: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The deadline of no time at all is met by whatever runs in a child, and by nothing else."""
    monkeypatch.setattr(templates, "_SECONDS", 0.0)
    words = ["order", "rewards", "--preview"]
    assert run(*words, today=TODAY).code == 0
    (school / "templates").mkdir()
    assert run(*words, today=TODAY).code == 0
    _write(school, "form/plan.md")
    assert "работа заняла больше 0 с" in run(*words, today=TODAY).err


def test_documents_in_another_process_are_the_same(run: Run, school: Path) -> None:
    words = ["form", "consent-processing", "--all"]
    made = run(*words, today=TODAY)
    files = {path.name: path.read_bytes() for path in (school / "documents").iterdir()}
    _write(school, "notes.txt")
    again = run(*words, "--force", today=TODAY)
    assert made.code == again.code == 0, again.err
    assert {p.name: p.read_bytes() for p in (school / "documents").iterdir()} == files != {}
