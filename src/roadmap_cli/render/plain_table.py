"""The plain table that most lists are shown in."""

from rich import box
from rich.table import Table


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
