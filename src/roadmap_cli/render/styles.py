"""Colours and signs of the screen, in one table; signs have an ASCII twin for old terminals."""

from rich import box
from rich.table import Table

from roadmap_cli.domain.plan.urgency import Urgency
from roadmap_cli.problems import Severity

URGENCY_STYLE = {
    Urgency.OVERDUE: "bold red",
    Urgency.SOON: "yellow",
    Urgency.RUNNING: "cyan",
    Urgency.LATER: "default",
    Urgency.UNDATED: "magenta",
    Urgency.DONE: "green",
    Urgency.CANCELLED: "dim",
}
SEVERITY_STYLE = {Severity.ERROR: "bold red", Severity.WARNING: "yellow"}
SEVERITY_TITLE = {Severity.ERROR: "ошибка", Severity.WARNING: "замечание"}
ID_STYLE = "bold"
QUIET_STYLE = "dim"


def plain_table(*, header: bool = True) -> Table:
    """A table with a line under its head and nothing else: it survives copying into a letter."""
    return Table(
        box=box.SIMPLE_HEAD,
        show_header=header,
        show_edge=False,
        pad_edge=False,
        header_style="bold",
        padding=(0, 1),
    )


def shortened(text: str, length: int) -> str:
    """The text on one line, cut at a word with «…» when it is longer than `length`."""
    flat = " ".join(text.split())
    if len(flat) <= length:
        return flat
    cut = flat[: max(length - 1, 1)]
    at_word = cut.rpartition(" ")[0]
    return (at_word if len(at_word) > length // 2 else cut).rstrip(" .,;:—–-") + "…"
