"""The JSON answers that scripts rely on: their shapes are pinned under a version number."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from roadmap_cli.render.json_data import VERSION
from tests.conftest import Run

COMMANDS = [
    ("status", ["status"]),
    ("deadlines", ["deadlines", "--overdue"]),
    ("show", ["show", "1.2.1", "1.2", "1"]),
    ("gantt", ["gantt", "--tasks"]),
    ("check", ["check"]),
    ("check-list", ["check", "--list"]),
    ("done", ["done", "1.2.1"]),
    ("order-list", ["order", "list"]),
    ("order", ["order", "introduction", "--dry-run"]),
    ("schema", ["schema", "--dry-run"]),
]


def _shape(value: Any) -> Any:
    """The types of an answer, values left out; a list shows the shapes its items have."""
    if isinstance(value, dict):
        return {key: _shape(item) for key, item in sorted(value.items())}
    if isinstance(value, list):
        shapes = {json.dumps(_shape(item), sort_keys=True) for item in value}
        return [json.loads(shape) for shape in sorted(shapes)]
    return type(value).__name__


@pytest.mark.parametrize(("name", "words"), COMMANDS, ids=[name for name, _ in COMMANDS])
def test_shape(run: Run, golden: Callable[[str, str], None], name: str, words: list[str]) -> None:
    answer = json.loads(run(*words, "--json").out)
    assert set(answer) == {"version", "command", "as_of", "data"}
    assert (answer["version"], answer["command"]) == (VERSION, words[0])
    assert answer["as_of"] == "2023-11-15"
    golden(f"json/{name}.json", json.dumps(_shape(answer), indent=1, sort_keys=True))


def test_an_error_leaves_stdout_empty(run: Run) -> None:
    outcome = run("show", "9.9.9", "--json")
    assert (outcome.code, outcome.out) == (1, "")
    assert "9.9.9" in outcome.err
