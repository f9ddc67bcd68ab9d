"""What a command loads: the number of our modules does not depend on the machine."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

COUNTING = """
import atexit, sys
from roadmap_cli.__main__ import run

own = lambda: [name for name in sys.modules if name.split(".")[0] == "roadmap_cli"]
atexit.register(lambda: print("\\nLOADED", *own(), *TOLD, file=sys.stderr))
run()
"""


def _loaded(workspace: Path, *words: str, **variables: str) -> set[str]:
    surroundings = {"PATH": os.environ["PATH"], **variables}
    code = COUNTING.replace("*TOLD", "*(name for name in ('typer', 'yaml') if name in sys.modules)")
    done = subprocess.run(
        [sys.executable, "-c", code, *words],
        cwd=workspace, env=surroundings, capture_output=True, check=True, text=True,
    )  # fmt: skip
    line = next(line for line in done.stderr.splitlines() if line.startswith("LOADED"))
    return set(line.split()[1:])


@pytest.mark.parametrize(
    ("words", "most"),
    [
        (["status"], 72),
        (["status", "--within", "14d"], 83),
        (["deadlines"], 87),
        (["show", "1.1.1"], 94),
        (["done", "1.2.1", "--dry-run"], 100),
        (["check", "--list"], 72),
        (["--help"], 45),
        (["person", "list"], 91),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_modules_of_a_command(workspace: Path, words: list[str], most: int) -> None:
    assert len([name for name in _loaded(workspace, *words) if "." in name]) <= most


def test_what_a_command_does_without(workspace: Path) -> None:
    assert "typer" not in _loaded(workspace, "status")
    assert "yaml" not in _loaded(workspace, "--help")
    done = _loaded(workspace, "done", "1.2.1", "--dry-run")
    assert "roadmap_cli.domain.checks.pairs" not in done


def _run(workspace: Path, *words: str, **variables: str) -> tuple[int, str, str]:
    surroundings = {"PATH": os.environ["PATH"], "COLUMNS": "80", **variables}
    done = subprocess.run(
        [sys.executable, "-m", "roadmap_cli", *words],
        cwd=workspace, env=surroundings, capture_output=True, check=False, text=True,
    )  # fmt: skip
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("words", [[], ["status"]], ids=["roadmap", "status"])
def test_a_call_without_options_answers_as_one_with_them(workspace: Path, words: list[str]) -> None:
    usual = _run(workspace, "status", "--within", "30d")
    assert usual[0] == 0
    assert _run(workspace, *words) == usual
    assert "typer" in _loaded(workspace, *words, ROADMAP_TODAY="2023-11-15")
    dated = _run(workspace, *words, ROADMAP_TODAY="2023-11-15")
    assert "15 ноября 2023" in dated[1]


@pytest.mark.parametrize("words", [[], ["status"]], ids=["roadmap", "status"])
def test_it_fails_as_one_with_options(workspace: Path, tmp_path: Path, words: list[str]) -> None:
    elsewhere = tmp_path / "пусто"
    elsewhere.mkdir()
    assert _run(elsewhere, *words) == _run(elsewhere, "status", "--within", "30d")
    path = workspace / "data" / "roadmap.yaml"
    path.write_text(path.read_text("utf-8").replace("title:", "titel:", 1), encoding="utf-8")
    broken = _run(workspace, *words)
    assert broken == _run(workspace, "status", "--within", "30d")
    assert broken[0] == 1
    assert "roadmap.yaml:" in broken[2]
