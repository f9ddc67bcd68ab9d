"""The table that a run with faults ends with: what became of each command."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pytest

NAME = "faults"
_HEAD = ("command", "tried", "of", "before", "after", "mixed", "stuck", "false", "left over",
         "untold", "missed")  # fmt: skip


@pytest.hookimpl
def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Print the rows that the tests have reported, if there were any."""
    rows = list(_reported(terminalreporter.stats))
    if not rows:
        return
    terminalreporter.section("faults injected")
    total = [sum(row[name] for row in rows) for name in _HEAD[1:]]
    lines = [_HEAD, *([row[name] for name in _HEAD] for row in rows), ("all", *total)]
    for line in lines:
        terminalreporter.write_line(_laid_out(line))


def _reported(stats: Mapping[str, Sequence[Any]]) -> Iterator[Mapping[str, Any]]:
    for outcome in ("passed", "failed"):
        for report in stats.get(outcome, ()):
            yield from (row for name, row in report.user_properties if name == NAME)


def _laid_out(line: Sequence[object]) -> str:
    first, *rest = line
    return f"{first!s:26}" + "".join(f"{cell!s:>10}" for cell in rest)
