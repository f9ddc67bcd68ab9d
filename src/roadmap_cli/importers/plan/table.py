"""The rows of a roadmap's table, each put where it belongs in the plan."""

import re
from collections.abc import Sequence

from roadmap_cli.domain.deadlines.deadline import DeadlineKind
from roadmap_cli.domain.deadlines.parse import parse_deadline
from roadmap_cli.domain.model.school_year import SchoolYear
from roadmap_cli.importers.accounting import Account, cell_spot
from roadmap_cli.importers.plan.columns import (
    ACTIVITY,
    CONTENT,
    DEADLINE,
    NUMBER,
    RESPONSIBLE,
    RESULT,
    STAGE,
    UNTIL,
    Columns,
)
from roadmap_cli.importers.plan.draft import Draft, DraftActivity, DraftTask
from roadmap_cli.importers.plan.items import Point, goes_on, points_of
from roadmap_cli.importers.plan.sections import Sections, number_of, without_number
from roadmap_cli.importers.plan.values import (
    as_written,
    is_ditto,
    is_name,
    is_nothing,
    joined,
    parallel,
)
from roadmap_cli.importers.reading.grid import Cell, Grid, Line, Row

NO_STAGE = "Без этапа"
_KINDS = (STAGE, ACTIVITY, DEADLINE, UNTIL, RESPONSIBLE, RESULT)
_GROUPS = (STAGE, ACTIVITY)
_NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.)]\s*\S")


class TableReader:
    """Walks the rows of tables and remembers the headings that they stand under."""

    def __init__(self, year: SchoolYear, account: Account) -> None:
        self.year, self.account = year, account
        self.draft = Draft()
        self.doubts: list[str] = []
        self.heading: str | None = None  # the paragraph above the table
        self.sections = Sections()
        self.of_activity: dict[str, Cell] = {}  # what its first row says
        self._above: dict[str, Cell] = {}

    def under(self, heading: str) -> None:
        """A paragraph opens a part of the document."""
        self.heading = heading
        self.sections.reset()

    def read(
        self, grid: Grid, columns: Columns, rows: Sequence[Row], *, goes_on: bool = False
    ) -> None:
        """Take in the rows of a table; `goes_on` when it is the rest of the one before."""
        if not goes_on:
            self._above = {}
        self.sections.look_at(columns, rows)
        for row in rows:
            if columns.is_repeated(row):
                self._take(grid, row, row.filled)
                continue
            self._leave_unknown(grid, columns, row)
            row_of = _Row(self, grid, columns, row)
            row_of.take_signs()
            if not self.sections.enter(columns, row, self.is_deadline):
                row_of.read()

    def is_deadline(self, text: str) -> bool:
        """True for a text that names a time."""
        kind = parse_deadline(text, self.year).kind
        return kind not in (DeadlineKind.TEXT, DeadlineKind.EMPTY)

    def doubt(self, grid: Grid, row: Row, said: str) -> None:
        """Tell a person what was taken and is not certain."""
        self.doubts.append(f"{grid.where}, строка {row.number}: {said}")

    def unnamed_stage(self) -> str:
        """The title for tasks above which no stage is named; a person is told."""
        self.doubts.append(f"этапы в файле не названы: пункты собраны в «{NO_STAGE}»")
        return NO_STAGE

    def effective(self, kind: str, cell: Cell) -> Cell:
        """The cell, or the one above that it is merged with; a blank group goes on."""
        if cell.continues or (kind in _GROUPS and not cell.lines):
            return self._above.get(kind, Cell())
        if is_ditto(cell.text):
            return self._above.get(kind, Cell())
        return Cell() if is_nothing(cell.text) else cell

    def remember(self, kind: str, cell: Cell) -> None:
        """Keep what the rows below may be merged with, or repeat."""
        self._above[kind] = cell

    def _take(self, grid: Grid, row: Row, filled: Sequence[int]) -> None:
        for column in filled:
            self.account.take(cell_spot(grid, row, column))

    def _leave_unknown(self, grid: Grid, columns: Columns, row: Row) -> None:
        known = set(columns.of.values())
        for column in row.filled:
            heading = columns.unknown.get(column)
            if column not in known and row.cell(column).text not in (
                row.cell(other).text for other in known
            ):
                why = f"столбец «{heading}»" if heading else "столбец без заголовка"
                self.account.leave(cell_spot(grid, row, column), f"{why}: в плане его нет")


class _Row:
    """A row of tasks."""

    def __init__(self, reader: TableReader, grid: Grid, columns: Columns, row: Row) -> None:
        self.reader, self.grid, self.columns, self.row = reader, grid, columns, row

    def read(self) -> None:
        """Put the row where it belongs."""
        if self._is_fragment():
            self._append()
            return
        self._straighten()
        cells = {kind: self._cell(kind) for kind in _KINDS}
        words = self.row.cell(self.columns.of[self.columns.task])
        if self.columns.task == ACTIVITY:
            cells[ACTIVITY] = Cell()
        elif not words.lines and self._own(ACTIVITY).lines:
            words = self._own(ACTIVITY)  # one cell over both columns
        if not words.lines or words.continues:
            return
        self._inherit(cells)
        activity = self._open(cells)
        self._tasks(activity, words, cells)

    def _inherit(self, cells: dict[str, Cell]) -> None:
        """In a row that goes on with an activity, a blank deadline or responsible is its own."""
        first = self.reader.of_activity
        if self.columns.task == CONTENT and ACTIVITY in self.columns.of:
            if self._own(ACTIVITY).lines or self._own(STAGE).lines:
                first.clear()
            for kind in (DEADLINE, RESPONSIBLE):
                first.setdefault(kind, cells[kind])
                own = self.row.cell(self.columns.of.get(kind))
                if not own.lines and not own.spanned and not cells[kind].lines:
                    cells[kind] = first[kind]

    def _own(self, kind: str) -> Cell:
        cell = self.row.cell(self.columns.of.get(kind))
        return Cell() if cell.continues else cell

    def _doubt(self, said: str) -> None:
        self.reader.doubt(self.grid, self.row, said)

    def take_signs(self) -> None:
        """Numbers, dashes and ditto marks are understood, and are no words of the plan."""
        for column in self.row.filled:
            text = self.row.text(column)
            number = column == self.columns.of.get(NUMBER) and not re.search(r"[^\W\d_IVXІ]", text)
            if number or is_nothing(text) or is_ditto(text):
                self.reader.account.take(cell_spot(self.grid, self.row, column))

    def _cell(self, kind: str) -> Cell:
        cell = self.row.cell(self.columns.of.get(kind))
        effective = self.reader.effective(kind, cell)
        if is_ditto(cell.text):
            self._doubt(f"«{cell.text}» прочитано как «{effective.text}», что стоит выше")
        self.reader.remember(kind, effective)
        return effective

    # Rows that a page has cut, or that were moved.

    def _is_fragment(self) -> bool:
        """True for the rest of the row above, which the end of a page cut off."""
        last = self.reader.draft.last
        words = self._own(self.columns.task).text
        if last is None or not words or self.row.text(self.columns.of.get(NUMBER)):
            return False
        deadline = self._own(DEADLINE).text
        return goes_on(words, last.text) and not self.reader.is_deadline(deadline)

    def _append(self) -> None:
        last = self.reader.draft.last
        assert last is not None
        words = self._own(self.columns.task).text
        last.text += f" {words}"
        for kind in (DEADLINE, RESPONSIBLE, RESULT):
            if more := self._own(kind).text:
                setattr(last, kind, f"{getattr(last, kind)} {more}".strip())
        self._extend_stage()
        self._extend_activity()
        self._doubt(f"обрывок «{words}» присоединён к пункту выше")

    def _extend_stage(self) -> bool:
        """Go on with a stage's title that the end of a page cut in two."""
        more, stages = self._own(STAGE).text, self.reader.draft.stages
        if not stages or not more or not goes_on(more, stages[-1].title):
            return False
        stage = stages[-1]
        for activity in stage.activities:
            if activity.title == stage.title:
                activity.title += f" {more}"
        stage.title += f" {more}"
        above = self.reader.effective(STAGE, Cell())
        self.reader.remember(STAGE, Cell((*above.lines, *self._own(STAGE).lines)))
        return True

    def _extend_activity(self) -> None:
        """Go on with an activity's title likewise."""
        more = self._own(ACTIVITY).text
        activities = self.reader.draft.stages[-1].activities
        if self.columns.task == CONTENT and activities and goes_on(more, activities[-1].title):
            activities[-1].title += f" {more}"
            above = self.reader.effective(ACTIVITY, Cell())
            whole = Cell((*above.lines, *self._own(ACTIVITY).lines))
            self.reader.remember(ACTIVITY, whole)

    def _straighten(self) -> None:
        """Put the cells of a row that was moved to the left where they belong."""
        of, row = self.columns.of, self.row
        at = of.get(DEADLINE)
        if at is None or CONTENT not in of:
            return
        start = of.get(ACTIVITY, of[CONTENT])
        cells = [row.cell(column) for column in range(max(len(row.cells), *of.values()) + 1)]
        moved = at - 1 == of[CONTENT] and self.reader.is_deadline(row.text(at - 1))
        if moved and not self.reader.is_deadline(row.text(at)):
            # Before the activities only a numbered task can be a cell that was moved there.
            filled = [
                cell
                for column, cell in enumerate(row.cells)
                if cell.lines
                and not cell.continues
                and (column >= start or _NUMBERED.match(cell.text))
            ]
            texts = [cell for cell in filled if not self.reader.is_deadline(cell.text)]
            kept = [Cell() if cell in filled else cell for cell in cells[:start]]
            time = cells[at - 1]
            cells = [*kept, *([Cell()] * (len(cells) - start))]
            cells[of[CONTENT]], cells[at] = (texts or [Cell()])[0], time
            if len(texts) > 1 and RESPONSIBLE in of:
                cells[of[RESPONSIBLE]] = texts[1]
        elif (
            not row.text(of[CONTENT])
            and row.cell(start).span == 1
            and _NUMBERED.match(row.text(start))
        ):
            cells[of[CONTENT]], cells[start] = cells[start], Cell()
        else:
            return
        self.row = Row(row.number, tuple(cells))
        words = self.row.text(of[CONTENT])
        self._doubt(f"строка сдвинута, прочитана по смыслу: «{words}»")

    # Headings.

    def _open(self, cells: dict[str, Cell]) -> DraftActivity | None:
        """The activity of the row's tasks; None where each task is an activity of its own."""
        reader = self.reader
        stage_words = cells[STAGE].text
        groups = [
            *filter(None, (reader.heading, *reader.sections.path)),
            *filter(None, (without_number(stage_words), without_number(cells[ACTIVITY].text))),
        ]
        own = self._own(STAGE).text
        if (
            reader.draft.stages
            and own
            and not is_ditto(own)
            and goes_on(own, reader.draft.stages[-1].title)
        ):
            self._extend_stage()
            groups = [reader.draft.stages[-1].title, *groups[1:]]
        if not groups:
            stages = reader.draft.stages
            groups = [stages[-1].title if stages else reader.unnamed_stage()]
        several = len(groups) > 1
        title = ". ".join(groups[:-1]) if several else groups[0]
        opened = reader.draft.open_stage(title, self._stage_number(stage_words))
        if several:
            return reader.draft.open_activity(groups[-1])
        if self.columns.task == CONTENT:
            return reader.draft.open_activity(opened.title)
        return None

    def _stage_number(self, words: str) -> int | None:
        sections = self.reader.sections.numbers
        told = number_of(words) if words else next(iter(sections), None)
        beside = self.row.text(self.columns.of.get(NUMBER)) if words else ""
        return told or (number_of(beside) if re.fullmatch(r"\d{1,2}\.?", beside) else None)

    # Tasks.

    def _tasks(self, activity: DraftActivity | None, words: Cell, cells: dict[str, Cell]) -> None:
        deadline = self._deadline(cells)
        points = self._points(words, (deadline, cells[RESPONSIBLE], cells[RESULT]))
        told = {
            DEADLINE: parallel(deadline, len(points), self.reader.is_deadline),
            RESPONSIBLE: parallel(self._responsible(cells), len(points), is_name),
            RESULT: parallel(cells[RESULT], len(points), is_name),
        }
        for shared in told.values():
            if shared.doubt:
                self._doubt(shared.doubt)
        for place, point in enumerate(points):
            values = {kind: shared.values[place] for kind, shared in told.items()}
            if self._is_scrap(point, activity, points):
                assert activity is not None
                said = f"Сомнение: отдельной строкой стоит обрывок «{point.text}»."
                activity.note = f"{activity.note}\n{said}".strip()
                self._doubt(f"обрывок «{point.text}» записан в примечание мероприятия")
                continue
            own = activity or self.reader.draft.open_activity(point.text, fresh=True)
            number = point.number if activity else 1
            own.tasks.append(DraftTask(point.text, number, **values))
        self._tell_spans()

    def _is_scrap(
        self, point: Point, activity: DraftActivity | None, points: Sequence[Point]
    ) -> bool:
        """True for a word or two in small letters after a finished sentence."""
        alone = len(points) == 1 and point.number is None and point.text[:1].islower()
        return (
            alone
            and activity is not None
            and bool(activity.tasks)
            and not self._own(DEADLINE).lines
        )

    def _points(self, words: Cell, beside: Sequence[Cell]) -> list[Point]:
        if words.nested:
            self._doubt(f"внутри ячейки таблица, её текст взят в пункт: «{words.lines[0].text}»")
            return [Point(None, words.text)]
        points = points_of(words.lines)
        splits = self.columns.task == CONTENT or any(point.number for point in points)
        lines = [self.row.cell(self.columns.of.get(NUMBER)), *beside]
        if splits or any(len(cell.lines) == len(points) for cell in lines):
            return points
        return [Point(None, without_number(words.text))]

    def _deadline(self, cells: dict[str, Cell]) -> Cell:
        sections = self.reader.sections
        if UNTIL in self.columns.of:
            text = joined(cells[DEADLINE].text, cells[UNTIL].text, self.reader.is_deadline)
            return Cell((Line(text),) if text else ())
        if DEADLINE not in self.columns.of and sections.deadline is not None:
            self._doubt(f"срок взят из заголовка «{sections.deadline.text}»")
            return sections.deadline
        own = cells[DEADLINE] if cells[DEADLINE].lines else sections.values.get(DEADLINE, Cell())
        return Cell(tuple(line._replace(text=as_written(line.text)) for line in own.lines))

    def _responsible(self, cells: dict[str, Cell]) -> Cell:
        above = self.reader.sections.values.get(RESPONSIBLE, Cell())
        return cells[RESPONSIBLE] if cells[RESPONSIBLE].lines else above

    def _tell_spans(self) -> None:
        """Words that reach into the next column may belong to both."""
        for kind, covered in ((self.columns.task, DEADLINE), (DEADLINE, RESPONSIBLE)):
            at, other = self.columns.of.get(kind), self.columns.of.get(covered)
            if at is None or other is None:
                continue
            cell = self.row.cell(at)
            if cell.lines and at < other < at + cell.span:
                self._doubt(f"«{cell.text}» занимает и столбец «{self.columns.headings[other]}»")
