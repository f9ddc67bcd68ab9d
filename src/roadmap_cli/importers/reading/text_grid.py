"""A table kept as text with tabs, as a web page or a text editor leaves it."""

from roadmap_cli.importers.reading.grid import Grid, rows_of


def text_grids(text: str) -> list[Grid]:
    """The lines with tabs as one table, the lines above them as its heading."""
    lines = text.splitlines()
    first = next((n for n, line in enumerate(lines) if line.count("\t") > 1), len(lines))
    before = tuple(line.strip() for line in lines[:first] if line.strip())
    # Empty lines in place of the heading keep the numbers of the rows those of the file.
    table = [[""]] * first + [line.split("\t") for line in lines[first:]]
    return [Grid("", rows_of(table), before)]
