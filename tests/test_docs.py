"""Documentation that agrees with the program."""

import importlib.util
import re
import shlex
import shutil
from pathlib import Path

import pytest

from tests import school_files
from tests.conftest import ROOT, SCHOOL, Run

PAGES = [ROOT / "README.md", ROOT / "README.ru.md", *sorted((ROOT / "docs").glob("*.md"))]


def _reference() -> str:
    spec = importlib.util.spec_from_file_location("r", ROOT / "docs" / "build_reference.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    text = module.reference()
    assert isinstance(text, str)
    return text


def test_the_reference_is_fresh() -> None:
    committed = (ROOT / "docs" / "reference.md").read_text(encoding="utf-8")
    assert committed == _reference(), "run: python docs/build_reference.py"


def _set_up(page: str) -> list[str]:
    return re.findall(r"^python3 -m venv .*$", (ROOT / page).read_text(encoding="utf-8"), re.M)


def test_both_readmes_give_the_same_two_commands() -> None:
    commands = _set_up("README.md")
    assert len(commands) == 2
    assert commands == _set_up("README.ru.md")
    assert commands[0].endswith("roadmap status")
    assert commands[1].endswith("pytest")


def test_ci_runs_the_readmes_test_command() -> None:
    assert _set_up("README.md")[1] in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def _guide_commands() -> list[str]:
    text = (ROOT / "docs" / "guide.md").read_text("utf-8")
    blocks = re.findall(r"^```(\w*)\n(.*?)^```", text, re.S | re.M)
    lines = [
        line.split("   #")[0].strip()
        for language, block in blocks
        if not language
        for line in block.splitlines()
    ]
    return [
        line
        for line in lines
        if line.startswith("roadmap") and not ({"init", "vault"} & set(line.split()))
    ]


def test_the_guide_has_commands() -> None:
    assert len(_guide_commands()) > 20


@pytest.mark.parametrize("line", _guide_commands())
def test_every_command_of_the_guide_works(run: Run, workspace: Path, line: str) -> None:
    _, *words = shlex.split(line)
    for name in (
        "people",
        "mentors",
        "mentees",
        "partners",
        "pairs",
        "consents",
        "programs",
        "matching",
    ):
        shutil.copy(SCHOOL / "data" / f"{name}.yaml", workspace / "data" / f"{name}.yaml")
    school_files.word_roadmap(workspace / "карта.docx")
    school_files.excel_list(workspace / "педагоги.xlsx")
    school_files.forms_answers(workspace / "анкета наставляемых.csv")
    if set(words[:1]) & {"survey", "monitor", "evidence"} and words[:2] != ["survey", "new"]:
        run("survey", "new", "requests", "curator", "mentee-before-teacher", "mentee-after-teacher")
        heading = "Отметка времени;ФИО;Ожидаемая эффективность программы наставничества"
        row = "20.10.2025 14:03:11;Новик Елена Юрьевна;9"
        (workspace / "ответы.csv").write_text(f"{heading}\n{row}\n", "utf-8")
    run("mentor", "set", "ivanova", "--capacity", "3")  # places for those who change the mentor
    outcome = run(*words, today="2025-12-01")  # when the pairs of the sample school are at work
    assert outcome.code == (1 if words == ["check"] else 0), outcome.err


@pytest.mark.parametrize("path", sorted((ROOT / "src").rglob("*.py")), ids=lambda path: path.name)
def test_modules_stay_readable(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400
    assert path.stem not in {"utils", "helpers", "manager", "base", "common"}
