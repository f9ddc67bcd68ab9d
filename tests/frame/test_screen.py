"""The screen that a command gets: its width, and the bar over long work."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from roadmap_cli.cli.frame.output import watched


@pytest.mark.parametrize(
    ("columns", "width"), [(None, 100), ("", 100), ("40", 40), ("99", 99), ("101", 101)]
)
def test_a_pipe_is_a_hundred_wide_unless_told(
    workspace: Path, columns: str | None, width: int
) -> None:
    variables = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    if columns is not None:
        variables["COLUMNS"] = columns
    done = subprocess.run(
        [sys.executable, "-m", "roadmap_cli", "status"],
        cwd=workspace, env=variables, capture_output=True, check=True, encoding="utf-8",
    )  # fmt: skip
    rules = [line for line in done.stdout.splitlines() if set(line) == {"─"}]
    assert [len(line) for line in rules] == [width]


@pytest.mark.parametrize(
    ("count", "terminal", "barred"),
    [(0, True, False), (4, True, False), (5, True, True), (6, True, True), (6, False, False)],
)
def test_five_steps_are_worth_a_bar(
    monkeypatch: pytest.MonkeyPatch, count: int, terminal: bool, barred: bool
) -> None:
    if terminal:
        monkeypatch.setenv("FORCE_COLOR", "1")
    steps = list(range(count))
    shown = watched(steps, "Документы")
    assert (shown is not steps) is barred
    assert list(shown) == steps
