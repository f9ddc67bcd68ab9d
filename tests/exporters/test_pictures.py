"""Pictures as files of their own: gantt.svg, progress.svg."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from roadmap_cli.exporters.pictures import PICTURES
from tests.conftest import Run

TODAY = "2025-12-01"


@pytest.mark.parametrize("name", [one.name for one in PICTURES])
def test_a_file_is_named_after_its_picture(run: Run, school: Path, name: str) -> None:
    outcome = run("export", f"{name}.svg", today=TODAY)
    assert outcome.code == 0, outcome.err
    raw = (school / f"{name}.svg").read_bytes()
    root = ElementTree.fromstring(raw)
    assert root.attrib["role"] == "img"
    assert "Подготовка условий" in raw.decode()
    assert run("export", f"{name}.svg", "--force", today=TODAY).code == 0
    assert (school / f"{name}.svg").read_bytes() == raw
    assert run("export", "другое.svg", "--what", name, today=TODAY).code == 0
    assert (school / "другое.svg").read_bytes() == raw
    assert name in run("export", "file", "--help").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["план.svg"], "не указано, какой рисунок"),
        (["план.svg", "--what", "people"], "не указано, какой рисунок"),
        (["gantt.svg", "--what", "people"], "таблицы в рисунок не записать"),
        (["x.svg", "--what", "gantt", "--what", "progress"], "рисунок записывается один"),
        (["x.svg", "--what", "gantt", "--what", "people"], "рисунок записывается один"),
        (["x.xlsx", "--what", "gantt"], "только в формате .svg"),
    ],
)
def test_what_makes_no_picture(run: Run, school: Path, words: list[str], said: str) -> None:
    outcome = run("export", *words, today=TODAY)
    assert outcome.code == 2
    assert said in outcome.err
    assert not (school / words[0]).exists()


def test_whoever_works_by_it_sees_what_is_late(run: Run, school: Path) -> None:
    run("export", "gantt.svg", today=TODAY)
    assert "просрочено" in (school / "gantt.svg").read_text("utf-8").replace("\u00a0", " ")


@pytest.mark.parametrize(("words", "code"), [([], 0), (["--outside"], 1)])
def test_names_in_a_picture_need_consents(
    run: Run, school: Path, words: list[str], code: int
) -> None:
    path = school / "data" / "roadmap.yaml"
    text = path.read_text("utf-8")
    path.write_text(
        text.replace("title: Подготовка условий", "title: Швец И.И., Подготовка условий")
    )
    assert run("export", "gantt.svg", *words, today=TODAY).code == code


@pytest.mark.parametrize("before", [[], ["--dry-run"]])
def test_options_may_stand_before_the_file(run: Run, school: Path, before: list[str]) -> None:
    assert run("export", *before, "gantt.svg", today=TODAY).code == 0
    assert (school / "gantt.svg").exists() is not bool(before)


def test_without_words_the_group_shows_its_commands(run: Run) -> None:
    outcome = run("export", "--help")
    assert "file" in outcome.out
    assert "site" in outcome.out
