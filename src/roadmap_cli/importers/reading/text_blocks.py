"""A text file as a web page or a text editor leaves it: lines, and a table where there are tabs."""

from roadmap_cli.importers.reading.grid import Block, Grid, Paragraph, clean, rows_of


def text_blocks(text: str) -> list[Block]:
    """The lines with tabs as one table, the lines above and below them as paragraphs."""
    lines = text.splitlines()
    tabbed = [number for number, line in enumerate(lines) if line.count("\t") > 1]
    first, last = (tabbed[0], tabbed[-1]) if tabbed else (len(lines), len(lines))
    blocks: list[Block] = []
    for number, line in enumerate(lines):
        if number == first:
            # Empty lines in place of the heading keep the numbers of the rows those of the file.
            table = [[""]] * first + [row.split("\t") for row in lines[first : last + 1]]
            blocks.append(Grid("", rows_of(table), where="таблица"))
        if not first <= number <= last and (words := clean(line)):
            blocks.append(Paragraph(words, number + 1))
    return blocks
