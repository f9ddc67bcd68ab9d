"""Start-up of the program against a trivial Typer program that prints one Rich table.

Prints the medians and their ratios; ends with 1 when a ratio is above its promise. All programs
run in turn, many times, so that a busy machine slows them all.
"""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

ROUNDS = 31
WORKSPACE = Path(__file__).resolve().parent.parent
PROGRAM = Path(sys.executable).with_name("roadmap")
TRIVIAL = """
import typer
from rich.console import Console
from rich.table import Table

app = typer.Typer()


@app.command()
def main(name: str = "x") -> None:
    table = Table("a", "b")
    table.add_row("1", name)
    Console().print(table)


app()
"""


class Row(NamedTuple):
    """A call and the ratio that is promised for it, where one is."""

    words: tuple[str, ...]
    promise: float | None = None


ROWS = (
    Row(("status",), 1.1),
    Row(("status", "--within", "30d")),
    Row(("done", "1.2.1", "--dry-run")),
    Row(("--help",), 2.0),
)


def seconds(command: list[str]) -> float:
    """How long one run takes; files are compiled once, as an installed program has them."""
    surroundings = {
        name: value
        for name, value in os.environ.items()
        if name not in ("PYTHONDONTWRITEBYTECODE", "ROADMAP_TODAY", "ROADMAP_WORKSPACE")
    }
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True, cwd=WORKSPACE, env=surroundings)
    return time.perf_counter() - start


def main() -> int:
    """Measure and print."""
    trivial = [sys.executable, "-c", TRIVIAL]
    ours = [[str(PROGRAM), *row.words] for row in ROWS]
    commands = [trivial, *ours]
    for command in commands:
        seconds(command)
    rounds = [[seconds(command) for command in commands] for _ in range(ROUNDS)]
    base, *medians = (statistics.median(column) for column in zip(*rounds, strict=True))
    print(f"{'trivial Typer program':28} {base * 1000:7.1f} ms")
    kept = True
    for row, median in zip(ROWS, medians, strict=True):
        ratio = median / base
        told = f"  (promise: {row.promise})" if row.promise else ""
        print(f"{' '.join(('roadmap', *row.words)):28} {median * 1000:7.1f} ms {ratio:6.2f}{told}")
        kept = kept and ratio <= (row.promise or ratio)
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
