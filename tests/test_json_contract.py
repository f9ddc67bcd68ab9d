"""The JSON answers that scripts rely on: their shapes are pinned under a version number."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from roadmap_cli.cli.frame.command_table import COMMANDS, build
from roadmap_cli.domain.papers.catalog import DOCUMENT_TYPES
from roadmap_cli.render.json_data import VERSION
from tests.conftest import Run

TODAY = "2025-12-01"
# A sample call of every command, by its name; one document of each family stands for all.
CALLS: dict[str, list[str]] = {
    "status": [], "deadlines": ["--overdue"], "show": ["1.2.1", "1.2", "1"], "gantt": ["--tasks"],
    "done": ["1.2.1"], "start": ["1.2.1"], "postpone": ["1.2.1", "до 15.12.2025"],
    "cancel": ["1.2.1"], "reopen": ["1.2.1"], "assign": ["1.2.1", "grinko"],
    "note": ["1.2.1", "текст"], "evidence": ["1.2.1", "приказ № 1"], "check": [],
    "docs": [], "order list": [], "act list": [], "letter list": [], "form list": [],
    "protocol list": [], "report list": [],
    "order register": ["pairs", "-n", "1"], "act register": ["model", "-n", "1"],
    "letter register": ["thanks", "-n", "1"], "form register": ["plan", "-n", "1"],
    "protocol register": ["council", "-n", "1"], "report register": ["roadmap", "-n", "1"],
    "order introduction": [], "act model": [], "letter thanks": ["zavod"],
    "form plan": ["shvets-1"], "protocol council": [], "report roadmap": [],
    "template list": [], "template copy": ["order", "pairs"], "template check": [],
    "template vars": ["order", "pairs"],
    "person list": [], "person show": ["grinko"], "person add": ["--surname", "Ким"],
    "person set": ["grinko", "--phone", "1"], "person remove": ["alone"],
    "person cases": ["grinko"],
    "mentor list": [], "mentor show": ["shvets"], "mentor add": ["--person", "novik"],
    "mentor set": ["shvets", "--capacity", "3"], "mentor remove": ["extra"],
    "mentee list": [], "mentee show": ["dyuma"], "mentee add": ["--person", "sokolov"],
    "mentee set": ["dyuma", "--results", "есть"], "mentee remove": ["extra"],
    "partner list": [], "partner show": ["zavod"], "partner add": ["--name", "Музей"],
    "partner set": ["zavod", "--note", "x"], "partner remove": ["zavod"],
    "program list": [], "program show": ["young"], "program add": ["--title", "Вторая"],
    "program set": ["young", "--note", "x"], "program remove": ["young"],
    "pair list": [], "pair show": ["shvets-1"],
    "pair add": ["--mentor", "shvets", "--mentees", "novik"],
    "pair set": ["shvets-1", "--note", "x"], "pair remove": ["ivanova-1"],
    "pair confirm": [], "pair start": ["ivanova-1"], "pair close": ["shvets-1"],
    "pair replace": ["shvets-1", "--mentor", "ivanova", "--reason", "болезнь"],
    "plan list": [], "plan show": ["shvets-1"], "plan add": ["--pair", "ivanova-1"],
    "plan set": ["shvets-1", "--goal", "новая"], "plan remove": ["shvets-1"], "plan make": [],
    "plan step": ["shvets-1", "Урок"], "plan result": ["shvets-1", "2", "Проведён"],
    "plan progress": [], "meeting list": [], "meeting add": ["shvets-1"], "meeting due": [],
    "school list": [], "school attend": ["2025-11-05", "shvets"], "school finished": [],
    "match propose": [], "match explain": ["novik", "shvets"],
    "match accept": ["--by", "Гринько О.С."],
    "consent list": [], "consent show": ["dyuma-pd"],
    "consent add": ["--person", "dyuma", "--kind", "image", "--given-on", "2025-11-01"],
    "consent set": ["dyuma-pd", "--note", "x"], "consent remove": ["dyuma-part"],
    "consent print": [], "forget": ["shvets"],
    "import": ["список.csv"], "export": ["y.xlsx", "--what", "programs"],
    "schema": [], "init": ["новая", "--organization", "Центр", "--year", "2025/2026"],
    "vault init": [], "vault open": [], "vault status": [], "vault export": ["../к.json"],
    "vault import": ["../к.json"],
}  # fmt: skip
# Those that leave files behind are only tried out.
DRY = {
    "init", "export", "order introduction", "act model", "letter thanks", "form plan",
    "protocol council", "report roadmap", "consent print", "schema", "template copy",
}  # fmt: skip
EXTRA = {
    "people": "  - {id: alone, surname: Ли}\n  - {id: extra, surname: Яо}",
    "mentors": "  - {person: extra}",
    "mentees": "  - {person: extra}",
}
# These print one given thing untouched, for git.
RAW = {"docx-text", "vault clean", "vault smudge", "vault show", "vault merge"}
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
    assert _every_command() == set(CALLS) | RAW


def _shape(value: Any) -> Any:
    """The types of an answer, values left out; a list shows the shapes its items have."""
    if isinstance(value, dict):
        return {key: _shape(item) for key, item in sorted(value.items())}
    if isinstance(value, list):
        shapes = {json.dumps(_shape(item), sort_keys=True) for item in value}
        return [json.loads(shape) for shape in sorted(shapes)]
    return type(value).__name__


def _check(run: Run, golden: Callable[[str, str], None], name: str) -> None:
    dry = ["--dry-run"] if name in DRY else []
    outcome = run(*name.split(), *CALLS[name], *dry, "--json", today=TODAY)
    assert outcome.code in (0, 1), outcome.err
    assert outcome.out, outcome.err
    answer = json.loads(outcome.out)
    assert set(answer) == {"version", "command", "as_of", "data"}
    assert (answer["version"], answer["command"]) == (VERSION, name.split(maxsplit=1)[0])
    if name != "init":
        assert answer["as_of"] == TODAY
    file = name.replace(" ", "-")
    golden(f"json/{file}.json", json.dumps(_shape(answer), indent=1, sort_keys=True))


@pytest.mark.parametrize("name", [name for name in CALLS if name not in IN_GIT])
def test_shape(run: Run, school: Path, golden: Callable[[str, str], None], name: str) -> None:
    for file, rows in EXTRA.items():
        path = school / "data" / f"{file}.yaml"
        path.write_text(path.read_text("utf-8").rstrip() + f"\n{rows}\n", encoding="utf-8")
    if name == "match accept":
        (school / "data" / "pairs.yaml").unlink()  # so that there is somebody to match
    if name == "pair replace":
        run("mentor", "set", "ivanova", "--capacity", "3")
    (school / "список.csv").write_text(
        "ФИО;Табельный номер\nКим О.К.;3\nШвец Илья Ильич;1\n", "utf-8"
    )
    _check(run, golden, name)


def test_shapes_of_the_vault(
    run: Run,
    school: Path,
    golden: Callable[[str, str], None],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setenv("ROADMAP_KEYS", str(tmp_path / "ключи"))
    subprocess.run(["git", "init", "-q"], cwd=school, check=True)
    for name in IN_GIT:
        _check(run, golden, name)


def test_an_error_leaves_stdout_empty(run: Run) -> None:
    outcome = run("show", "9.9.9", "--json")
    assert (outcome.code, outcome.out) == (1, "")
    assert "9.9.9" in outcome.err
