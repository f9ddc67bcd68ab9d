"""The table of stages: its colours, its signs on an old terminal, a narrow screen."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from rich.console import Console
from rich.text import Text

from roadmap_cli.render.columns import Column, Columns
from tests.conftest import Run


def _shown(workspace: Path, **variables: str) -> bytes:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    done = subprocess.run(
        [sys.executable, "-m", "roadmap_cli"],
        cwd=workspace, env={**kept, **variables}, capture_output=True, check=True,
    )  # fmt: skip
    return done.stdout


def test_the_head_is_bold_and_what_is_late_is_red(workspace: Path) -> None:
    shown = _shown(workspace, FORCE_COLOR="1", TERM="xterm-256color", PYTHONUTF8="1").decode()
    lines = shown.splitlines()
    head = next(line for line in lines if "Этап" in line)
    assert head.count("\x1b[1m") + head.count("\x1b[1;") == 5
    row = next(line for line in lines if line.startswith("\x1b") and "░" in line)
    assert "\x1b[1;31m" in row


@pytest.mark.parametrize(
    ("encoding", "rule", "bar", "dash"),
    [
        ("utf-8", "─", "░", "—"),
        ("cp866", "─", "░", "-"),
        ("cp1251", "-", "-", "—"),
        ("koi8-r", "─", "░", "-"),
    ],
)
def test_only_the_signs_that_the_terminal_lacks_are_replaced(
    workspace: Path, encoding: str, rule: str, bar: str, dash: str
) -> None:
    shown = _shown(workspace, PYTHONIOENCODING=encoding, ROADMAP_TODAY="2023-08-01")
    lines = shown.decode(encoding).splitlines()
    assert any(set(line) == {rule} for line in lines)
    assert any(f" {bar * 10} " in line for line in lines)
    assert any(line.rstrip().endswith(dash) or f" {dash} " in line for line in lines)


def _lines(width: int) -> list[str]:
    columns = [Column("№"), Column("Этап", fills=True), Column("Готово", right=True)]
    table = Columns(columns, [[Text("1"), Text("Подготовка условий"), Text("0/5")]])
    console = Console(width=width, no_color=True)
    with console.capture() as capture:
        console.print(table)
    return capture.get().splitlines()


@pytest.mark.parametrize(("width", "fits"), [(20, False), (21, True), (22, True)])
def test_a_ladder_of_letters_gives_way_to_the_other_columns(width: int, fits: bool) -> None:
    lines = _lines(width)
    assert ("Этап" in lines[0]) is fits
    assert all("0/5" not in line or line.startswith("1") for line in lines)
    assert all(len(line) <= width for line in lines)
    assert lines[0].startswith("№")
    assert lines[0].rstrip().endswith("Готово")


@pytest.mark.parametrize("columns", [20, 22, 25, 30])
def test_a_narrow_screen_shows_every_number(run: Run, workspace: Path, columns: int) -> None:
    assert workspace
    out = run("status", columns=columns).out
    assert "Проср." in out
    assert len(out.splitlines()) < 160
