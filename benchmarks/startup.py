"""Start-up of `roadmap status` against a trivial Typer program that prints one Rich table.

Prints both medians and their ratio; ends with 1 when the ratio is above the promise. Both
programs run in turn, many times, so that a busy machine slows both.
"""

import statistics
import subprocess
import sys
import time
from pathlib import Path

PROMISE = 1.3
ROUNDS = 31
WORKSPACE = Path(__file__).resolve().parent.parent
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


def seconds(command: list[str]) -> float:
    """How long one run takes."""
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def main() -> int:
    """Measure and print."""
    trivial = [sys.executable, "-c", TRIVIAL]
    status = [sys.executable, "-m", "roadmap_cli", "-w", str(WORKSPACE), "status"]
    for warm_up in (trivial, status):
        seconds(warm_up)
    pairs = [(seconds(trivial), seconds(status)) for _ in range(ROUNDS)]
    base, ours = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"trivial Typer program  {base * 1000:7.1f} ms")
    print(f"roadmap status         {ours * 1000:7.1f} ms")
    print(f"ratio                  {ours / base:7.2f}  (promise: {PROMISE})")
    return 0 if ours / base <= PROMISE else 1


if __name__ == "__main__":
    sys.exit(main())
