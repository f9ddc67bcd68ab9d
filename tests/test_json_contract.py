"""The JSON answers that scripts rely on: their values are pinned under a version number."""

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from roadmap_cli.cli.frame.command_table import COMMANDS, build
from roadmap_cli.domain.model.dataset import REGISTRIES
from roadmap_cli.domain.model.kinds import Text, single
from roadmap_cli.domain.model.registry import Registry
from roadmap_cli.domain.papers.catalog import DOCUMENT_TYPES
from roadmap_cli.domain.registries.edits import option_name
from roadmap_cli.render.json_values import VERSION, record_json
from roadmap_cli.storage.workspace import load_workspace
from tests.conftest import Run
from tests.filled import code_of, removable, words_for
from tests.school_files import answered_survey

TODAY = "2025-12-01"
# A sample call of every command, by its name; one document of each family stands for all.
CALLS: dict[str, list[str]] = {
    "status": [], "deadlines": ["--overdue"], "show": ["1.2.1", "1.2", "1"], "gantt": ["--tasks"],
    "done": ["1.2.1"], "start": ["1.2.1"], "postpone": ["1.2.1", "до 15.12.2025"],
    "cancel": ["1.2.1"], "reopen": ["1.2.1"], "assign": ["1.2.1", "grinko"],
    "note": ["1.2.1", "текст"], "evidence": ["1.2.1", "приказ № 1"], "check": [],
    "docs list": [], "docs print": ["--all"],
    "order list": [], "act list": [], "letter list": [], "form list": [],
    "protocol list": [], "report list": [],
    "order register": ["pairs", "-n", "1"], "act register": ["model", "-n", "1"],
    "letter register": ["thanks", "-n", "1"], "form register": ["plan", "-n", "1"],
    "protocol register": ["council", "-n", "1"], "report register": ["roadmap", "-n", "1"],
    "order introduction": [], "act model": [], "letter thanks": ["zavod"],
    "form plan": ["shvets-1"], "protocol council": [], "report roadmap": [],
    "template list": [], "template copy": ["order", "pairs"], "template check": [],
    "template vars": ["order", "pairs"],
    "person cases": ["grinko"],
    "pair confirm": [], "pair start": ["ivanova-1"], "pair close": ["shvets-1"],
    "pair replace": ["shvets-1", "--mentor", "ivanova", "--reason", "болезнь"],
    "plan make": [],
    "plan step": ["shvets-1", "Урок"], "plan result": ["shvets-1", "2", "Проведён"],
    "plan progress": [], "meeting list": [], "meeting add": ["shvets-1"], "meeting due": [],
    "school list": [], "school attend": ["2025-11-05", "shvets"], "school finished": [],
    "match propose": [], "match explain": ["novik", "shvets"],
    "match accept": ["--by", "Гринько О.С."],
    "consent print": [], "forget": ["shvets"],
    "survey list": [], "survey new": ["own"], "survey show": ["named", "--responses"],
    "survey form": ["named"], "survey import": ["named", "ответы.csv"],
    "survey add": ["named", "--person", "novik", "q1=5"], "survey remove": ["r-first"],
    "survey results": ["named", "--by-form"], "survey remind": [], "survey take": ["named"],
    "monitor show": ["--by-form"], "monitor explain": ["r145.5"], "monitor quantities": [],
    "monitor export": ["п.xlsx"],
    "import": ["список.csv"], "export file": ["y.xlsx", "--what", "programs"],
    "export site": ["сайт"],
    "schema": [], "init": ["новая", "--organization", "Центр", "--year", "2025/2026"],
    "vault init": [], "vault open": [], "vault status": [], "vault export": ["../к.json"],
    "vault import": ["../к.json"], "vault rewrite": [],
}  # fmt: skip
# Those that leave files behind are only tried out.
DRY = {
    "init", "export file", "export site", "order introduction", "act model", "letter thanks",
    "form plan", "protocol council", "report roadmap", "consent print", "schema", "template copy",
    "monitor export", "survey new", "survey form", "docs print",
}  # fmt: skip
# Values that differ from run to run: keys of a vault, folders of the test.
RANDOM = re.compile(r"[0-9a-f]{16,}")
# These print one given thing untouched, for git.
RAW = {"docx-text", "merge-data", "vault clean", "vault smudge", "vault show", "vault merge"}
IN_GIT = [name for name in CALLS if name.startswith("vault")]


def _every_command() -> set[str]:
    """The names of all commands; of the documents of a family the sample one."""
    found = set()
    for command in COMMANDS:
        made = build(command)
        for name in made.names() if hasattr(made, "names") else [""]:
            whole = f"{command.name} {name}".strip()
            if name not in {kind.kind for kind in DOCUMENT_TYPES} or whole in CALLS:
                found.add(whole)
    return found


def test_every_command_has_a_sample_call() -> None:
    assert _every_command() == {*CALLS, *_registry_calls(), *RAW}


def _registry_calls() -> dict[str, tuple[Registry, list[str]]]:
    """A call of every command that a registry's row gives."""
    found = {}
    for registry in REGISTRIES:
        if registry.items is None:
            continue
        whole, change = code_of(registry, 1), _changeable(registry)
        calls: dict[str, list[str]] = {
            "list": [], "show": [whole], "add": words_for(registry, 4),
            "set": [whole, option_name(change), "другое"], "remove": [removable(registry)],
        }  # fmt: skip
        for name, words in calls.items():
            found[f"{registry.items.command} {name}"] = (registry, words)
    return found


def _changeable(registry: Registry) -> str:
    """The first key with a free text."""
    texts = (key for key in registry.item_keys if type(single(key.kind)) is Text)
    return next(key.name for key in texts)


def _answer(run: Run, root: Path, name: str, words: list[str]) -> str:
    """The whole answer, with what differs from run to run left out."""
    dry = ["--dry-run"] if name in DRY else []
    outcome = run(*name.split(), *words, *dry, "--json", today=TODAY)
    assert outcome.code in (0, 1), outcome.err
    assert outcome.out, outcome.err
    answer = json.loads(outcome.out)
    assert set(answer) == {"version", "command", "as_of", "data"}
    assert (answer["version"], answer["command"]) == (VERSION, name.split(maxsplit=1)[0])
    if name != "init":
        assert answer["as_of"] == TODAY
    text = json.dumps(answer["data"], indent=1, sort_keys=True, ensure_ascii=False)
    return RANDOM.sub("…", text.replace(str(root.parent), "…"))


def _golden_name(name: str) -> str:
    return f"json/{name.replace(' ', '-')}.json"


@pytest.mark.parametrize("name", [name for name in CALLS if name not in IN_GIT])
def test_values(run: Run, school: Path, golden: Callable[[str, str], None], name: str) -> None:
    if name == "match accept":
        (school / "data" / "pairs.yaml").unlink()  # so that there is somebody to match
    if name == "pair replace":
        run("mentor", "set", "ivanova", "--capacity", "3")
    if name == "docs print":
        run("order", "pairs", today=TODAY)
    if name.startswith(("survey", "monitor")):
        answered_survey(school)
        (school / "ответы.csv").write_text(
            "Отметка времени;ФИО;Довольны?;Любимый цвет\n"
            "20.05.2026 14:03:11;Новик Елена Юрьевна;9;синий\n", "utf-8",
        )  # fmt: skip
    (school / "список.csv").write_text(
        "ФИО;Табельный номер\nКим О.К.;3\nШвец Илья Ильич;1\n", "utf-8"
    )
    golden(_golden_name(name), _answer(run, school, name, CALLS[name]))


@pytest.mark.parametrize("name", _registry_calls())
def test_values_of_registries(
    run: Run, filled: Path, golden: Callable[[str, str], None], name: str
) -> None:
    golden(_golden_name(name), _answer(run, filled, name, _registry_calls()[name][1]))


@pytest.mark.parametrize("name", ["show", "status", "deadlines", "docs", "meeting list"])
def test_values_of_whole_records(
    run: Run, filled: Path, golden: Callable[[str, str], None], name: str
) -> None:
    """Every key of a record is in the answer about it, and with its value."""
    words = ["1.1.1", "1.1", "1"] if name == "show" else []
    golden(_golden_name(f"filled {name}"), _answer(run, filled, name, words))


@pytest.mark.parametrize("registry", REGISTRIES, ids=lambda row: row.key)
def test_no_key_of_a_record_is_lost(filled: Path, registry: Registry) -> None:
    (loaded,) = load_workspace(filled, [registry.key]).files.values()
    written = yaml.safe_load((filled / loaded.registry.file).read_text("utf-8"))
    assert _texts(record_json(loaded.record)) == _texts(written)


# What a record holds that the file leaves out.
_DEFAULTS: tuple[Any, ...] = (None, [], "self", "proposed", "planned", "regular")


def _texts(value: Any) -> Any:
    """The answer with every value as a text, defaults and absent keys left out."""
    if isinstance(value, dict):
        told = {key: item for key, item in value.items() if item not in _DEFAULTS}
        return {key: _texts(item) for key, item in told.items()}
    if isinstance(value, list):
        return [_texts(item) for item in value]
    return "да" if value is True else str(value)


def test_values_of_the_vault(
    run: Run,
    school: Path,
    golden: Callable[[str, str], None],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setenv("ROADMAP_KEYS", str(tmp_path / "ключи"))
    subprocess.run(["git", "init", "-q", "-b", "main"], cwd=school, check=True)
    for name in IN_GIT:
        golden(_golden_name(name), _answer(run, school, name, CALLS[name]))


def test_an_error_leaves_stdout_empty(run: Run) -> None:
    outcome = run("show", "9.9.9", "--json")
    assert (outcome.code, outcome.out) == (1, "")
    assert "9.9.9" in outcome.err
