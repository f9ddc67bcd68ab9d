"""CSV as Excel opens it."""

import csv
import io
from collections.abc import Sequence

from roadmap_cli.exporters.tables import FORMULA, Sheet


def as_csv(sheets: Sequence[Sheet]) -> bytes:
    """The first sheet: UTF-8 with BOM and semicolons; an apostrophe before formulas."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerows([_inert(cell) for cell in row] for row in sheets[0].rows)
    return stream.getvalue().encode("utf-8-sig")


def _inert(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell
