"""The table that a run with faults ends with: what became of each command."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

# The properties under which a test reports a row of the table, and a line below it.
NAME, LINE = "faults", "faults: a line"
_HEAD = ("command", "tried", "of", "before", "after", "mixed", "stuck", "false", "left over",
         "untold", "missed")  # fmt: skip


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Print the rows and lines that the tests have reported, if there were any."""
    rows = list(_reported(terminalreporter.stats, NAME))
    lines = list(_reported(terminalreporter.stats, LINE))
    if rows or lines:
        terminalreporter.section("faults injected")
    if rows:
        total = [sum(row[name] for row in rows) for name in _HEAD[1:]]
        for cells in (_HEAD, *([row[name] for name in _HEAD] for row in rows), ("all", *total)):
            terminalreporter.write_line(_laid_out(cells))
    for line in lines:
        terminalreporter.write_line(line)


def _reported(stats: Mapping[str, Sequence[Any]], wanted: str) -> Iterator[Any]:
    for outcome in ("passed", "failed"):
        for report in stats.get(outcome, ()):
            yield from (value for name, value in report.user_properties if name == wanted)


def _laid_out(line: Sequence[object]) -> str:
    first, *rest = line
    return f"{first!s:26}" + "".join(f"{cell!s:>10}" for cell in rest)
