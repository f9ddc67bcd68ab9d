"""A roadmap out of a whole file: its title, its year, the tables that are the plan, the rest."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from roadmap_cli.domain.imports.left_out import LeftOut
from roadmap_cli.domain.model.changes import Plain
from roadmap_cli.domain.model.school_year import SchoolYear
from roadmap_cli.importers.accounting import Account, Spot, cell_spot
from roadmap_cli.importers.plan.columns import DEADLINE, Columns, Heading, find_heading
from roadmap_cli.importers.plan.items import points_of
from roadmap_cli.importers.plan.listing import read_listing
from roadmap_cli.importers.plan.sections import is_heading_like, without_number
from roadmap_cli.importers.plan.table import TableReader
from roadmap_cli.importers.plan.title import title_of, year_in
from roadmap_cli.importers.plan.values import as_written, is_nothing
from roadmap_cli.importers.reading.grid import Block, Grid, Line, Paragraph, Row
from roadmap_cli.importers.reading.source import Source
from roadmap_cli.text.names import comparable, names_with_initials

_FOREIGN = "таблица не похожа на план: подписи, список или справка"
_OUTSIDE = "текст вне таблиц плана"
_UNPLACED = "места в плане не нашлось"
_OTHER_PLAN = "другой план в том же файле"


class ReadPlan(NamedTuple):
    """What a file says of the plan; `doubts` are Russian sentences for the person."""

    title: str | None
    school_year: SchoolYear | None
    stages: list[Plain]
    doubts: tuple[str, ...]
    left: tuple[LeftOut, ...] = ()

    @property
    def told(self) -> list[dict[str, Any]]:
        """The stages, each a record."""
        return [stage for stage in self.stages if isinstance(stage, dict)]


def read_plan(source: Source, year: SchoolYear) -> ReadPlan | None:
    """The plan in a file, or None when nothing in it is a roadmap.

    `year` is the school year in which deadlines are recognised; of plans for several years the
    one for that year is taken, or else the last.
    """
    parts = _parts(source.blocks, year)
    filled = [part for part in parts if part.reader.draft.stages]
    if not filled:
        parts[0].read_paragraphs()
        filled = [part for part in parts if part.reader.draft.stages]
    if not filled:
        return None
    chosen = next((part for part in filled if part.year == year), filled[-1])
    doubts = list(chosen.reader.doubts)
    left: list[LeftOut] = []
    for part in parts:
        left += part.left_out(_OTHER_PLAN if part is not chosen else None)
        if part is not chosen and part in filled:
            doubts.append(f"в файле не один план, этот не взят: {part.title or part.year}")
    left += [LeftOut(*aside) for aside in source.asides]
    stages = chosen.reader.draft.plain()
    return ReadPlan(chosen.title, chosen.year, stages, tuple(doubts), tuple(left))


def _parts(blocks: Iterable[Block], year: SchoolYear) -> "list[_Part]":
    """The file cut where a plan for another school year begins."""
    parts = [_Part(year)]
    waiting: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            waiting.append(block)
            continue
        heading = find_heading(block, later=parts[-1].columns is not None)
        if heading and parts[-1].is_of_another_year(waiting):
            parts.append(_Part(year))
        parts[-1].take(waiting, block, heading)
        waiting = []
    parts[-1].close(waiting)
    return parts


class _Part:
    """A plan of one school year within a file, with everything that stands around it."""

    def __init__(self, year: SchoolYear) -> None:
        self.account = Account()
        self.reader = TableReader(year, self.account)
        self.columns: Columns | None = None
        self.title: str | None = None
        self.year: SchoolYear | None = None
        self._width = 0
        self._paragraphs: list[Paragraph] = []
        self._grids: list[Grid] = []
        self._before: list[Paragraph] = []
        self._passport: list[str] = []  # the words of tables before the plan

    def is_of_another_year(self, waiting: Sequence[Paragraph]) -> bool:
        """True when a title with another school year stands above the next table."""
        told = year_in(paragraph.text for paragraph in waiting)
        named = title_of(waiting)[0] is not None
        return self.columns is not None and named and told is not None and told != self.year

    def take(self, waiting: Sequence[Paragraph], grid: Grid, heading: Heading | None) -> None:
        """Read a table and the paragraphs above it."""
        self._paragraphs += waiting
        self._grids.append(grid)
        if heading is None and not self._goes_on(grid):
            if self.columns is None:
                self._before += waiting
                self._passport += [cell.text for row in grid.rows for cell in row.cells]
            for row in grid.rows:
                self.account.leave_row(grid, row, _FOREIGN)
            return
        rows = list(grid.rows)
        if heading is not None:
            above, head = rows[: heading.first], rows[heading.first : heading.last + 1]
            rows = rows[heading.last + 1 :]
            self._take_heading(grid, heading.columns, head)
            if self.columns is None:
                waiting = [*self._before, *waiting, *_as_paragraphs(above)]
                self._name(waiting, grid)
            else:
                self._continue(grid, above)
        self._headed(waiting)
        self.columns = heading.columns if heading is not None else self.columns
        assert self.columns is not None
        self._width = max(len(row.cells) for row in grid.rows)
        self.reader.read(grid, self.columns, rows, goes_on=heading is None)

    def close(self, waiting: Sequence[Paragraph]) -> None:
        """The paragraphs after the last table."""
        self._paragraphs += waiting

    def read_paragraphs(self) -> None:
        """The plan as a list without a table."""
        self.title, used = title_of(self._paragraphs)
        self.year = year_in(paragraph.text for paragraph in self._paragraphs)
        rest = [paragraph for paragraph in self._paragraphs if paragraph not in used]
        read_listing(rest, self.reader)

    def _name(self, waiting: Sequence[Paragraph], grid: Grid) -> None:
        self.title, _ = title_of(waiting)
        texts = [paragraph.text for paragraph in waiting]
        self.year = year_in([self.title or "", *texts, grid.name, *self._passport])
        if self.title is None and title_of([Paragraph(grid.name, 0)])[0]:
            self.title = grid.name

    def _headed(self, waiting: Sequence[Paragraph]) -> None:
        """A heading right above the table opens a stage."""
        _, used = title_of(waiting) if self.columns is None else (None, ())
        after = waiting.index(used[-1]) + 1 if used else 0
        rest = waiting[after:]
        found = [
            paragraph
            for paragraph in rest
            if paragraph.heading or is_heading_like(paragraph.text) or paragraph.bold
        ]
        if found:
            self.reader.under(without_number(found[-1].text))

    def _take_heading(self, grid: Grid, columns: Columns, rows: Sequence[Row]) -> None:
        known = set(columns.of.values())
        for row in rows:
            for column in row.filled:
                spot = cell_spot(grid, row, column)
                if column in known:
                    self.account.take(spot)
                else:
                    self.account.leave(spot, f"столбец «{spot.text}»: в плане его нет")

    def _continue(self, grid: Grid, above: Sequence[Row]) -> None:
        """Rows that the last page left over above the repeated heading."""
        if above and self.columns is not None and self._looks_like_plan(above):
            self.reader.read(grid, self.columns, above, goes_on=True)

    def _goes_on(self, grid: Grid) -> bool:
        """True for the rest of the plan's table, which has no heading of its own."""
        width = max((len(row.cells) for row in grid.rows), default=0)
        if self.columns is None or width != self._width:
            return False
        return self._looks_like_plan(grid.rows)

    def _looks_like_plan(self, rows: Sequence[Row]) -> bool:
        assert self.columns is not None
        task, at = self.columns.of[self.columns.task], self.columns.of.get(DEADLINE)
        words = [row.text(task) for row in rows if row.text(task)]
        people = [text for text in words if names_with_initials(text) and len(text.split()) < 4]
        timed = [row for row in rows if self.reader.is_deadline(row.text(at))]
        signed = any("__" in cell.text for row in rows for cell in row.cells)
        return (
            bool(words)
            and not signed
            and len(people) * 2 < len(words)
            and (bool(timed) or at is None)
        )

    def left_out(self, why: str | None) -> list[LeftOut]:
        """The texts that are not in the plan; all of them when there is a reason for all."""
        values = "\n".join(map(comparable, _texts(self.reader.draft.plain())))
        corpus = f"{values}\n{comparable(self.title or '')}"
        outside = {spot for spot, _ in self._paragraph_spots()}
        spots = list(self._spots())
        for spot, lines in spots:
            if why is not None:
                self.account.leave(spot, why)
            elif is_nothing(spot.text) or all(_is_in(line, corpus) for line in lines):
                self.account.take(spot)
            elif spot in outside:
                self.account.leave(spot, _OUTSIDE)
        told = (spot for spot, _ in spots if not is_nothing(spot.text))
        return self.account.left_out(told, _UNPLACED)

    def _spots(self) -> Iterator[tuple[Spot, Sequence[Line]]]:
        yield from self._paragraph_spots()
        for grid in self._grids:
            for row in grid.rows:
                for column in row.filled:
                    yield cell_spot(grid, row, column), row.cells[column].lines

    def _paragraph_spots(self) -> Iterator[tuple[Spot, Sequence[Line]]]:
        for paragraph in self._paragraphs:
            yield Spot(f"абзац {paragraph.place}", paragraph.text), (Line(paragraph.text),)


def _as_paragraphs(rows: Sequence[Row]) -> list[Paragraph]:
    """The rows above a heading, as the lines that they are."""
    return [Paragraph(" ".join(cell.text for cell in row.cells if cell.lines), 0) for row in rows]


def _texts(value: Plain) -> Iterator[str]:
    """Every text of a record."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _texts(inner)
    else:
        for inner in value:
            yield from _texts(inner)


def _is_in(line: Line, corpus: str) -> bool:
    """True when every point of the line stands in the plan, its number aside."""
    whole = (line.text, without_number(line.text), as_written(line.text))
    points = [without_number(point.text) for point in points_of([line])]
    pieces = re.split(r"\s[-–—]\s|[(),;]", without_number(line.text))
    return any(comparable(text) in corpus for text in whole) or any(
        all(comparable(text) in corpus for text in parts) for parts in (points, pieces)
    )
