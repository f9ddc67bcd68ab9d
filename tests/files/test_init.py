"""A new workspace, and the schemas by which editors help to fill it."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator

from roadmap_cli.domain.model.dataset import REGISTRIES, Dataset
from roadmap_cli.domain.model.json_schema import schema_of
from roadmap_cli.domain.model.registry import Registry
from tests.conftest import ROOT, SCHOOL, Run

NEW = ["init", "новая папка", "--organization", "МБОУ «Школа № 5»", "--year", "2025/2026"]


def test_a_new_workspace_works_at_once(run: Run, workspace: Path) -> None:
    assert run(*NEW).code == 0
    root = workspace / "новая папка"
    status = run("status", "-w", str(root), "--as-of", "2025-09-15", "--json").data
    assert len(status["stages"]) == 7
    assert status["title"].endswith("(МБОУ «Школа № 5») на 2025/2026 учебный год")
    assert status["stages"][0]["next_due"] == "2025-10-31"
    problems = run("check", "-w", str(root), "--json").data["problems"]
    codes = {problem["code"] for problem in problems}
    assert codes == {"responsible-missing", "organization-incomplete"}
    assert run("order", "introduction", "-w", str(root), "--preview").code == 0
    assert (root / ".git").is_dir()
    assert "done" in run("done", "-w", str(root), "1.1", "--json").out


def test_every_deadline_of_the_template_is_understood(run: Run, workspace: Path) -> None:
    run(*NEW)
    tasks = run("status", "-w", str(workspace / "новая папка"), "--json").data["tasks"]
    assert len(tasks) == 46
    for task in tasks:
        assert task["deadline"]["end"], task["id"]
        assert "2025-09-01" <= task["deadline"]["end"] <= "2026-08-31"


def test_what_exists_is_not_touched(run: Run, workspace: Path) -> None:
    before = (workspace / "data" / "roadmap.yaml").read_bytes()
    outcome = run("init", ".", "--organization", "x")
    assert outcome.code == 1
    assert "уже есть дорожная карта" in outcome.err
    assert (workspace / "data" / "roadmap.yaml").read_bytes() == before


def test_a_half_made_workspace_is_taken_away(run: Run, workspace: Path) -> None:
    """A file that stands in the way of the last step."""
    folder = workspace / "занято"
    (folder / "data").mkdir(parents=True)
    (folder / "data" / "people.yaml").write_text("people: []\n", encoding="utf-8")
    outcome = run("init", "занято", "--organization", "x")
    assert outcome.code == 1
    left = sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
    assert [name for name in left if not name.startswith(".roadmap/")] == ["data/people.yaml"]


def test_dry_run_makes_nothing(run: Run, workspace: Path) -> None:
    assert "Будет создано" in run(*NEW, "--dry-run").out
    assert not (workspace / "новая папка").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["init", "x"], "не указана организация"),
        (["init", "x", "--organization", "y", "--year", "2025"], "не учебный год"),
        (["init", "x", "--organization", "y", "--template", "r154"], "«r145»"),
    ],
)
def test_missing_words(run: Run, words: list[str], said: str) -> None:
    outcome = run(*words)
    assert outcome.code in (1, 2)
    assert said in outcome.err


def test_an_awkward_name_is_quoted(run: Run, workspace: Path) -> None:
    name = "Центр: «Искра» #1 'х' \"y\" {z}"
    assert run("init", "x", "--organization", name, "--year", "2025/2026").code == 0
    text = (workspace / "x" / "data" / "organization.yaml").read_text(encoding="utf-8")
    assert yaml.safe_load(text)["short_name"] == name


def test_init_inside_a_repository_makes_no_second_one(run: Run, workspace: Path) -> None:
    subprocess.run(["git", "init", "-q"], cwd=workspace, check=True)
    run(*NEW)
    assert not (workspace / "новая папка" / ".git").exists()


def _plain(path: Path) -> object:
    """The file as an editor's YAML parser sees it: dates stay text there."""
    loader = yaml.SafeLoader
    return yaml.load(path.read_text(encoding="utf-8"), Loader=_without_dates(loader))


def _without_dates(base: type[yaml.SafeLoader]) -> type[yaml.SafeLoader]:
    class Loader(base):  # type: ignore[valid-type, misc]  # a class made from a class
        pass

    Loader.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in rules if not tag.endswith(":timestamp")]
        for first, rules in base.yaml_implicit_resolvers.items()
    }
    return Loader


FOLDERS = [
    ROOT / "data", ROOT / "templates" / "workspace" / "r145", SCHOOL / "data",
    SCHOOL.parent / "answers" / "data",
]  # fmt: skip
FILES = [
    (folder, registry)
    for folder in FOLDERS
    for registry in REGISTRIES
    if (folder / Path(registry.file).name).is_file()
]


def test_every_registry_has_a_sample() -> None:
    single = {registry.key for registry in REGISTRIES if not registry.folder}
    assert {registry.key for _, registry in FILES} == single


@pytest.mark.parametrize("path", sorted((ROOT / "templates" / "surveys").iterdir()), ids=str)
def test_questionnaires_obey_their_schema(path: Path) -> None:
    assert list(Draft7Validator(schema_of(Dataset.surveys)).iter_errors(_plain(path))) == []


@pytest.mark.parametrize(
    ("folder", "registry"), FILES, ids=lambda value: getattr(value, "key", str(value))
)
def test_our_own_files_obey_their_schemas(folder: Path, registry: Registry) -> None:
    value = _plain(folder / Path(registry.file).name)
    if folder.name == "r145" and isinstance(value, dict) and registry.key == "organization":
        value["short_name"] = "x"  # `init` fills it
    assert list(Draft7Validator(schema_of(registry)).iter_errors(value)) == []


@pytest.mark.parametrize(
    "fault",
    [
        "stages: [{id: 1}]",
        "мой: 1",
        "school_year: 2023",
        "stages: [{id: 1, title: x, activities: x}]",
    ],
)
def test_the_schema_refuses_what_the_reader_refuses(run: Run, workspace: Path, fault: str) -> None:
    text = f"title: x\nschool_year: 2023/2024\n{fault}\n"
    if fault.startswith("school_year"):
        text = f"title: x\n{fault}\n"
    (workspace / "data" / "roadmap.yaml").write_text(text, encoding="utf-8")
    assert run("check", "--json").data["problems"]
    value = _plain(workspace / "data" / "roadmap.yaml")
    assert list(Draft7Validator(schema_of(REGISTRIES[0])).iter_errors(value))


def test_committed_schemas_are_fresh(run: Run, workspace: Path) -> None:
    shutil.rmtree(workspace / "data" / "schema")
    run("schema")
    for registry in REGISTRIES:
        name = f"{registry.key}.schema.json"
        made = (workspace / "data" / "schema" / name).read_text(encoding="utf-8")
        assert made == (ROOT / "data" / "schema" / name).read_text(encoding="utf-8")
        assert json.loads(run("schema", registry.key).out) == json.loads(made)


def test_every_file_names_its_schema() -> None:
    for folder, registry in FILES:
        if folder != SCHOOL / "data":
            path = folder / Path(registry.file).name
            first = path.read_text(encoding="utf-8").splitlines()[0]
            assert first == f"# yaml-language-server: $schema=schema/{registry.key}.schema.json"


def test_a_dry_run_promises_only_what_can_be_done(run: Run, workspace: Path) -> None:
    outcome = run("init", str(workspace), "--organization", "Центр", "--dry-run")
    assert outcome.code == 1
    assert "уже есть дорожная карта" in outcome.err
