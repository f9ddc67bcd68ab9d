"""The table of export formats: a new one is a function and a row here."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from roadmap_cli.exporters.csv_format import as_csv
from roadmap_cli.exporters.tables import Sheet
from roadmap_cli.exporters.xlsx_format import as_xlsx


class ExportFormat(NamedTuple):
    """A format: the ending of its files, and whether a file holds several sheets."""

    ending: str
    holds_several: bool
    encode: Callable[[Sequence[Sheet]], bytes]


FORMATS: tuple[ExportFormat, ...] = (
    ExportFormat(".xlsx", True, as_xlsx),
    ExportFormat(".csv", False, as_csv),
)


def endings(*, several: bool | None = None) -> str:
    """«.xlsx или .csv»: of all formats, or only of those that hold several sheets or one."""
    return " или ".join(row.ending for row in FORMATS if several in (None, row.holds_several))


def format_of(file_name: str) -> ExportFormat | None:
    """The format that the ending of a file stands for."""
    return next((row for row in FORMATS if file_name.lower().endswith(row.ending)), None)
