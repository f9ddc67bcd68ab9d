"""A roadmap's table to its stages, activities and tasks; what is doubtful becomes a note."""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from roadmap_cli.domain.deadlines.deadline import DeadlineKind
from roadmap_cli.domain.deadlines.parse import parse_deadline
from roadmap_cli.domain.model.changes import Plain
from roadmap_cli.domain.model.school_year import SchoolYear
from roadmap_cli.importers.plan.columns import Columns, find_columns
from roadmap_cli.importers.plan.items import Point, goes_on, points_of
from roadmap_cli.importers.reading.grid import Cell, Grid, Line, Row

_YEARS = re.compile(r"20\d\d\s*[-/–—]\s*(?:20)?\d\d")
_STAGE_NUMBER = re.compile(r"^\s*(?:этап\s*)?(\d{1,2})\b", re.IGNORECASE)
_LEADING_NUMBER = re.compile(r"^\s*(?:\d{1,2}\.)*\d{1,2}[.)]?\s+(?=\S)")
_ABOUT = re.compile(r"дорожн|план|наставнич", re.IGNORECASE)


class ReadPlan(NamedTuple):
    """What a file says of the plan; `doubts` are Russian sentences for the person."""

    title: str | None
    school_year: SchoolYear | None
    stages: list[Plain]
    doubts: tuple[str, ...]

    @property
    def told(self) -> list[dict[str, Any]]:
        """The stages, each a record."""
        return [stage for stage in self.stages if isinstance(stage, dict)]


def read_plan(grids: Sequence[Grid], year: SchoolYear) -> ReadPlan | None:
    """The plan in the tables of a file, or None when no table is a roadmap's.

    `year` is the school year in which deadlines are recognised.
    """
    reader: _Reader | None = None
    before: list[str] = []
    for grid in grids:
        before += grid.before if reader is None else ()
        found = find_columns(grid)
        if found is not None:
            columns, skipped = found
            reader = reader or _Reader(year)
            reader.columns = columns
            reader.read(grid.rows[skipped:])
        elif reader is not None and grid.rows:
            reader.read(grid.rows)  # the same table, cut by a page
    if reader is None:
        return None
    title = next((line for line in before if _ABOUT.search(line)), None)
    written = _YEARS.search(" ".join(before))
    stages = [stage.plain() for stage in reader.stages]
    return ReadPlan(title, _year(written[0]) if written else None, stages, tuple(reader.doubts))


def _year(text: str) -> SchoolYear | None:
    try:
        return SchoolYear.read(text)
    except ValueError:
        return None


class _Task:
    def __init__(self, number: int, text: str) -> None:
        self.number, self.text = number, text
        self.deadline = self.responsible = self.note = ""

    def plain(self, parent: str) -> Plain:
        own: dict[str, Plain] = {"id": f"{parent}.{self.number}", "text": self.text}
        return {**own, **_filled(self)}


class _Activity:
    def __init__(self, title: str) -> None:
        self.title = title
        self.deadline = self.responsible = self.note = ""
        self.tasks: list[_Task] = []

    def plain(self, number: str) -> Plain:
        own: dict[str, Plain] = {"id": number, "title": self.title}
        return {**own, **_filled(self), "tasks": [task.plain(number) for task in self.tasks]}


def _filled(item: _Task | _Activity) -> dict[str, Plain]:
    told = (("deadline", item.deadline), ("responsible", item.responsible), ("note", item.note))
    return {key: value for key, value in told if value}


class _Stage:
    def __init__(self, number: int, title: str) -> None:
        self.number, self.title = number, title
        self.activities: list[_Activity] = []

    def plain(self) -> Plain:
        own = [
            activity.plain(f"{self.number}.{n}") for n, activity in enumerate(self.activities, 1)
        ]
        return {"id": str(self.number), "title": self.title, "activities": own}


class _Reader:
    """Walks the rows and remembers the stage and the activity that they belong to."""

    columns: Columns

    def __init__(self, year: SchoolYear) -> None:
        self.year = year
        self.stages: list[_Stage] = []
        self.doubts: list[str] = []
        self._last: dict[str, str] = {}

    def read(self, rows: Sequence[Row]) -> None:
        """Take in the rows of a table."""
        for row in rows:
            if self.columns.repeated(row):
                continue
            heading = self._section(row)
            if heading is not None:
                self._open_stage(heading, "")
            else:
                self._row(self._straightened(row))

    def _section(self, row: Row) -> str | None:
        """The words of a row that is nothing but a heading of what follows."""
        if any(cell.continues for cell in row.cells):
            return None
        texts = list(dict.fromkeys(cell.text for cell in row.cells if cell.text))
        whole = len(texts) == 1 and "stage" not in self.columns.of
        numbered = len(texts) == 2 and re.fullmatch(r"(?:[IVX]+|\d{1,2})\.?", texts[0])
        if "stage" in self.columns.of or not (whole or numbered):
            return None
        return texts[-1]

    def _straightened(self, row: Row) -> Row:
        """The row with its cells where they belong, when it was moved to the left."""
        of = self.columns.of
        content, deadline = of.get("content"), of["deadline"]
        if content is None or row.text(deadline) or not self._is_deadline(row.text(content)):
            return row
        filled = [cell for cell in row.cells if cell.lines]
        texts = [cell for cell in filled if not self._is_deadline(cell.text)]
        cells = [Cell()] * (max(of.values()) + 1)
        cells[content] = texts[0] if texts else Cell()
        cells[deadline] = next(cell for cell in filled if self._is_deadline(cell.text))
        self.doubts.append(f"строка {row.number} таблицы сдвинута, прочитана по смыслу")
        return Row(row.number, tuple(cells))

    def _is_deadline(self, text: str) -> bool:
        kind = parse_deadline(text, self.year).kind
        return kind not in (DeadlineKind.TEXT, DeadlineKind.EMPTY)

    def _row(self, row: Row) -> None:
        of = self.columns.of
        stage, activity = row.text(of.get("stage")), row.text(of.get("activity"))
        fresh = False
        if stage and not row.cell(of.get("stage")).continues:
            if (
                self.stages
                and not row.text(of.get("number"))
                and goes_on(stage, self.stages[-1].title)
            ):
                self.stages[-1].title += f" {stage}"
            else:
                self._open_stage(stage, row.text(of.get("number")))
        if not self.stages:
            self._open_stage("Без этапа", "")
        if "content" not in of:
            self._single(row, activity)
            return
        if activity and not row.cell(of.get("activity")).continues:
            fresh = self._open_activity(activity)
        elif not self.stages[-1].activities:
            fresh = self._open_activity(self.stages[-1].title)
        self._content(row, row.cell(of["content"]).lines, fresh=fresh)

    def _merged(self, row: Row, kind: str) -> str:
        """The words of a column; of a cell that belongs to the one above, those of that one."""
        cell = row.cell(self.columns.of.get(kind))
        if not cell.continues:
            self._last[kind] = cell.text
        return self._last.get(kind, "")

    def _single(self, row: Row, text: str) -> None:
        """A row that is one activity, as in plans grouped by headings."""
        if not text:
            return
        activity = _Activity(_LEADING_NUMBER.sub("", text))
        activity.deadline = self._merged(row, "deadline")
        activity.responsible = self._merged(row, "responsible")
        activity.tasks.append(_Task(1, activity.title))
        activity.note = self._result(row)
        self.stages[-1].activities.append(activity)

    def _open_stage(self, text: str, number: str) -> None:
        written = _STAGE_NUMBER.match(number) or re.match(r"^(\d{1,2})[.)]\s", text)
        following = self.stages[-1].number + 1 if self.stages else 1
        told = int(written[1]) if written else following
        title = _LEADING_NUMBER.sub("", text)
        taken = {stage.number for stage in self.stages}
        self.stages.append(_Stage(following if told in taken else told, title))

    def _open_activity(self, title: str) -> bool:
        """A new activity; False when the words go on with the title above."""
        own = self.stages[-1].activities
        if own and goes_on(title, own[-1].title):
            own[-1].title += f" {title}"
            return False
        own.append(_Activity(_LEADING_NUMBER.sub("", title)))
        return True

    def _content(self, row: Row, lines: Sequence[Line], *, fresh: bool) -> None:
        activity = self.stages[-1].activities[-1]
        deadline, responsible = self._merged(row, "deadline"), self._merged(row, "responsible")
        own = not row.cell(self.columns.of["deadline"]).continues
        added = [
            task for point in points_of(lines) if (task := self._point(row, activity, point, fresh))
        ]
        if fresh:
            activity.deadline, activity.responsible = deadline, responsible
            activity.note = self._result(row)
            return
        for task in added:
            # Merged with the row above, the deadline is the activity's anyway.
            task.deadline = deadline if own else ""
            task.responsible = row.text(self.columns.of.get("responsible"))

    def _point(self, row: Row, activity: _Activity, point: Point, fresh: bool) -> _Task | None:
        """A task; the rest of a sentence goes to the one above, a mere fragment to the note."""
        last = activity.tasks[-1] if activity.tasks else None
        if point.number is None and not fresh and last is not None and point.text[:1].islower():
            if goes_on(point.text, last.text):
                last.text += f" {point.text}"
            else:
                said = f"Сомнение: отдельной строкой стоит обрывок «{point.text}»."
                activity.note = f"{activity.note}\n{said}".strip()
                self.doubts.append(f"строка {row.number}: обрывок «{point.text}»")
            return None
        taken = {task.number for task in activity.tasks}
        number = point.number or max(taken, default=0) + 1
        while number in taken:
            number += 1
        task = _Task(number, point.text)
        activity.tasks.append(task)
        return task

    def _result(self, row: Row) -> str:
        expected = row.text(self.columns.of.get("result"))
        return f"Ожидаемый результат: {expected}" if expected else ""
