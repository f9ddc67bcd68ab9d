"""A file to import, opened: what it holds is read in a child process, for others wrote it."""

import pickle
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from roadmap_cli.documents.docx.archive import open_docx
from roadmap_cli.errors import ImportFailedError
from roadmap_cli.importers.reading.grid import Grid, Row
from roadmap_cli.importers.reading.source import Source, read_source
from roadmap_cli.storage.disk import foreign_bytes_of
from roadmap_cli.usecases.confined import StoppedError, confined

# A Word file of 20 MB with photographs is not rare.
_LARGEST_FILE = 50_000_000
# A bomb is small when packed. An honest workbook of 20,000 rows of 30 cells has 4–5 MB, of
# which openpyxl reads one in about a second, on a busy machine in three.
_SECONDS = 7.0
_SECONDS_PER_MB = 4.0
_MOST_SECONDS = 40.0
# Packing many rows at once would take as much memory again as they do.
_ROWS = 1_000
# In bytes. That workbook makes 19 to 25 MB, which take six times as much when unpacked.
_LARGEST_ANSWER = 40_000_000


def open_source(file: Path) -> Source:
    """What a file holds, read in a child process.

    Raises ImportFailedError, for what is no regular file or too large RoadmapError.
    """
    raw = foreign_bytes_of(file, _LARGEST_FILE)
    if raw is None:
        raise ImportFailedError(f"файла «{file}» нет")
    seconds = min(_SECONDS + _SECONDS_PER_MB * len(raw) / 1_000_000, _MOST_SECONDS)
    try:
        with confined(seconds, _pieces, file.name, raw) as pieces:
            packed = list(pieces)
    except StoppedError as stopped:
        raise ImportFailedError(
            f"файл «{file.name}» не прочитан: {stopped}",
            hint="Оставьте в файле только таблицу, которая нужна, или разделите его на части.",
        ) from stopped
    # The child has gone before its answer takes the memory here.
    return _joined(packed)


def _pieces(name: str, raw: bytes) -> Iterator[bytes]:
    """The source without rows, then its rows in pieces: of the grid and of the plain table."""
    source = read_source(name, raw, open_docx)
    blocks = [b._replace(rows=()) if isinstance(b, Grid) else b for b in source.blocks]
    cells = source.cells and tuple((name, []) for name, _ in source.cells)
    shell = source._replace(blocks=blocks, cells=cells)
    sent = 0
    for piece in chain((shell,), _rows(source)):
        packed = pickle.dumps(piece, pickle.HIGHEST_PROTOCOL)
        sent += len(packed)
        if sent > _LARGEST_ANSWER:
            raise MemoryError
        yield packed


def _rows(source: Source) -> Iterator[tuple[int, tuple[Row, ...], list[list[str]]]]:
    for number, grid in enumerate(source.grids):
        table = source.cells[number][1] if source.cells else []
        for first in range(0, max(len(grid.rows), len(table)), _ROWS):
            last = first + _ROWS
            yield number, grid.rows[first:last], table[first:last]


def _joined(packed: list[bytes]) -> Source:
    source: Source = pickle.loads(packed[0])
    rows: list[list[Row]] = [[] for _ in source.grids]
    tables = [table for _, table in source.cells or ()]
    for piece in packed[1:]:
        number, grid_rows, cells = pickle.loads(piece)
        rows[number] += grid_rows
        if cells:
            tables[number] += cells
    filled = iter(rows)
    blocks = [
        block._replace(rows=tuple(next(filled))) if isinstance(block, Grid) else block
        for block in source.blocks
    ]
    return source._replace(blocks=blocks)
