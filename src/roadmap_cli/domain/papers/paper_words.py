"""What a finished sheet says, and how much of it is left to be written by hand."""

from collections.abc import Iterable, Iterator

from roadmap_cli.domain.papers.figures import described
from roadmap_cli.domain.papers.sheet import (
    Block,
    BulletItem,
    Caption,
    Chart,
    Columns,
    NumberedItem,
    Paragraph,
    Runs,
    Table,
)


def words_of(blocks: Iterable[Block]) -> Iterator[str]:
    """Every stretch of text in the order of printing; of a chart what it shows."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from map(_text, block.lines)
        elif isinstance(block, Columns):
            yield from map(_text, block.cells)
        elif isinstance(block, NumberedItem):
            yield f"{block.number} {_text(block.runs)}"
        elif isinstance(block, BulletItem | Caption):
            yield _text(block.runs)
        elif isinstance(block, Table):
            for row in (block.head, *block.rows):
                yield " | ".join(" ".join(map(_text, cell.paragraphs)) for cell in row)
        elif isinstance(block, Chart):
            yield f"{block.figure.title}. {described(block.figure)}"


def empty_cells(blocks: Iterable[Block]) -> int:
    """How many cells of tables hold nothing; those for a signature are no gap."""
    return sum(
        not cell.continues_above and not any(map(_text, cell.paragraphs))
        for block in blocks
        if isinstance(block, Table)
        for row in block.rows
        for cell, head in zip(row, block.head, strict=False)
        if not _is_signed(" ".join(map(_text, head.paragraphs)), block)
    )


def _is_signed(head: str, table: Table) -> bool:
    """A cell under «Подпись», or under «Дата» beside one."""
    said = head.casefold()
    heads = [" ".join(map(_text, cell.paragraphs)).casefold() for cell in table.head]
    return "подпись" in said or (said == "дата" and any("подпись" in one for one in heads))


def _text(runs: Runs) -> str:
    return "".join(run.text for run in runs).strip()
