"""An answer sheet read: each row a filled questionnaire, each cell under its question."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from roadmap_cli.domain.imports.answers import AnswerCell, AnswerRow, Left, ReplyCell
from roadmap_cli.domain.model.files.surveys import Questionnaire
from roadmap_cli.errors import ImportFailedError, RequestInvalidError
from roadmap_cli.importers.accounting import cell_place
from roadmap_cli.importers.reading.grid import Paragraph, clean
from roadmap_cli.importers.reading.source import Source, Table
from roadmap_cli.importers.surveys.columns import (
    FORM,
    PERSON,
    SKIP,
    TIME,
    Meaning,
    is_word_for_word,
    target,
)
from roadmap_cli.importers.surveys.moments import day_first, moment
from roadmap_cli.importers.surveys.placing import (
    Column,
    address_of,
    code_of,
    columns_of,
    heading_row,
    name_by_place,
    unified,
)
from roadmap_cli.text.plurals import counted
from roadmap_cli.text.suggest import did_you_mean

_SAMPLES = 3
_ANONYMOUS = "анкета анонимная, столбец не взят"
_OF_FORM = "служебный столбец формы"
_ABOVE = "стоит над строкой заголовков"
_OTHER_TABLE = "в таблице нет столбцов с вопросами этой анкеты"
_NOT_TIME = "не дата и время"
_TWO_DAYS = "непонятно, где день, а где месяц"


class OpenColumn(NamedTuple):
    """A column that a person must place: its heading, some of its words, why it is not placed.

    `address` is what `--column` calls it, `fits` are the targets that it may have.
    """

    heading: str
    address: str
    samples: tuple[str, ...]
    because: str
    fits: tuple[str, ...] = ()


class PlacedColumn(NamedTuple):
    """A column that is understood: `target` is a question's code or what else it holds.

    `is_similar` tells that the heading is not the question word for word.
    """

    heading: str
    target: str
    is_similar: bool


class AnswerSheets(NamedTuple):
    """The filled questionnaires of a file, what of it is not read, and what is to be asked.

    `missing` are the codes of the questions that no column answers.
    """

    rows: tuple[AnswerRow, ...]
    left: tuple[Left, ...]
    open: tuple[OpenColumn, ...]
    missing: tuple[str, ...]
    placed: tuple[PlacedColumn, ...]


class _Sheet(NamedTuple):
    where: str
    table: Table
    head: int
    columns: tuple[Column, ...]
    headings: tuple[str, ...] = ()

    def cell(self, row: int, place: int) -> AnswerCell:
        """The cell of a row, counted from 0."""
        cells = self.table[row]
        raw = cells[place] if place < len(cells) else ""
        text = "\n".join(filter(None, map(clean, raw.splitlines())))
        heading = self.headings[place] if place < len(self.headings) else ""
        return AnswerCell(self.where, cell_place(self.where, row + 1, place), heading, text)

    def filled(self, place: int) -> list[AnswerCell]:
        """The cells below a heading that hold something."""
        cells = (self.cell(row, place) for row in range(self.head + 1, len(self.table)))
        return [cell for cell in cells if cell.text]


def read_answers(source: Source, survey: Questionnaire, told: Mapping[str, str]) -> AnswerSheets:
    """The answers to a questionnaire in a file; `told` are the user's targets by heading.

    Raises ImportFailedError for a file without a question of the questionnaire,
    RequestInvalidError for a heading that is not there, UnknownNameError for a target.
    """
    chosen = {address_of(heading): target(word, survey) for heading, word in told.items()}
    pairs = zip(source.grids, source.tables, strict=True)
    tables = [(grid.where or "таблица", unified(table, survey)) for grid, (_, table) in pairs]
    found = [_sheet(where, table, survey, chosen) for where, table in tables]
    sheets = [sheet for sheet in found if sheet is not None]
    _refuse(survey, tables, sheets, told)
    left = list(_outside(source))
    rows: list[AnswerRow] = []
    for (where, table), sheet in zip(tables, found, strict=True):
        if sheet is None:
            left += _whole(where, table, range(len(table)), _OTHER_TABLE)
            continue
        left += _whole(where, table, range(sheet.head), _ABOVE)
        name = where.removeprefix("лист ").strip("«»") if len(sheets) > 1 else ""
        rows += _rows(sheet, f"{name}:" if name else "", left, anonymous=survey.anonymous)
        left += _left_columns(sheet, anonymous=survey.anonymous)
    answered = {
        column.meaning.what for sheet in sheets for column in sheet.columns if column.meaning
    }
    missing = tuple(one.id for one in survey.questions if one.id not in answered)
    unplaced = [one for sheet in sheets for one in _open(sheet, anonymous=survey.anonymous)]
    placed = [one for sheet in sheets for one in _placed(sheet, survey)]
    return AnswerSheets(tuple(rows), tuple(left), tuple(unplaced), missing, tuple(placed))


def _sheet(
    where: str, table: Table, survey: Questionnaire, chosen: Mapping[str, Meaning]
) -> _Sheet | None:
    """The table as an answer sheet; None without a row of headings."""
    head = heading_row(table, survey, chosen)
    if head is None:
        return None
    columns = tuple(columns_of(table, head, survey, chosen))
    return _Sheet(where, table, head, columns, tuple(column.heading for column in columns))


def _rows(sheet: _Sheet, name: str, left: list[Left], *, anonymous: bool) -> Iterator[AnswerRow]:
    placed = [(column, column.meaning) for column in sheet.columns if column.meaning is not None]
    times = [column.place for column, one in placed if one.what == TIME and not one.is_question]
    days_first = day_first(cell.text for place in times for cell in sheet.filled(place))
    for row in range(sheet.head + 1, len(sheet.table)):
        cells = {column.place: sheet.cell(row, column.place) for column in sheet.columns}
        if not any(cell.text for cell in cells.values()):
            continue
        known = [(one, cells[column.place]) for column, one in placed if cells[column.place].text]
        told = AnswerRow(
            f"{name}{row + 1}",
            tuple(ReplyCell(one.what, one.option, cell) for one, cell in known if one.is_question),
            {},
            form=next((cell for one, cell in known if _is(one, FORM)), None),
        )
        if not anonymous:
            who = {
                one.what: cell for one, cell in known if not one.is_question and one.what in PERSON
            }
            told = told._replace(who=who)
            for place in times[:1]:
                told = _timed(told, cells[place], days_first, left)
        yield told


def _timed(
    told: AnswerRow, cell: AnswerCell, days_first: bool | None, left: list[Left]
) -> AnswerRow:
    if not cell.text:
        return told
    when = moment(cell.text, days_first=days_first)
    if when is None:
        either = moment(cell.text, days_first=True)
        left.append(Left(cell, cell.text, _TWO_DAYS if either else _NOT_TIME))
        return told
    return told._replace(time=when, time_cell=cell)


def _is(meaning: Meaning, what: str) -> bool:
    return not meaning.is_question and meaning.what == what


def _left_columns(sheet: _Sheet, *, anonymous: bool) -> Iterator[Left]:
    """Columns that are not taken: of an anonymous questionnaire those that tell who or when."""
    for column in sheet.columns:
        one, filled = column.meaning, sheet.filled(column.place)
        heading = sheet.cell(sheet.head, column.place)
        if one is None:
            why = f"столбец «{column.heading}» {column.why}"
            cells = [heading, *filled] if heading.text else filled
            yield from (Left(cell, cell.text, why) for cell in cells)
        elif anonymous and not one.is_question and one.what != FORM:
            many = counted(len(filled), "ячейка", "ячейки", "ячеек")
            yield Left(heading, column.heading, f"{_ANONYMOUS} ({many})")
        elif _is(one, SKIP):
            yield from (Left(cell, cell.text, _OF_FORM) for cell in (heading, *filled) if cell.text)


def _open(sheet: _Sheet, *, anonymous: bool) -> Iterator[OpenColumn]:
    for column in sheet.columns:
        filled = [cell.text for cell in sheet.filled(column.place)]
        if column.meaning is None and (filled or not column.heading.startswith("столбец ")):
            words = dict.fromkeys(sorted(filled) if anonymous else filled)
            samples = tuple(" ".join(text.split()) for text in words)[:_SAMPLES]
            yield OpenColumn(column.heading, column.address, samples, column.why, column.fits)


def _placed(sheet: _Sheet, survey: Questionnaire) -> Iterator[PlacedColumn]:
    for column in sheet.columns:
        if column.meaning is not None:
            raw = sheet.cell(sheet.head, column.place).text
            similar = column.meaning.is_question and not column.is_told
            similar = similar and not is_word_for_word(raw, survey)
            yield PlacedColumn(column.heading, code_of(column.meaning), similar)


def _whole(where: str, table: Table, rows: range, why: str) -> Iterator[Left]:
    """All cells of some rows."""
    sheet = _Sheet(where, table, -1, ())
    for row in rows:
        for place in range(len(table[row])):
            cell = sheet.cell(row, place)
            if cell.text:
                yield Left(cell, cell.text, why)


def _outside(source: Source) -> Iterator[Left]:
    """The text around the tables, comments, hidden sheets."""
    for block in source.blocks:
        if isinstance(block, Paragraph):
            where = f"абзац {block.place}"
            yield Left(AnswerCell(where, where, "", block.text), block.text, "текст вне таблиц")
    for aside in source.asides:
        table = aside.where.split(", ")[0]
        yield Left(AnswerCell(table, aside.where, "", aside.text), aside.text, aside.why)


def _refuse(
    survey: Questionnaire,
    tables: Sequence[tuple[str, Table]],
    sheets: Sequence[_Sheet],
    told: Mapping[str, str],
) -> None:
    """Raises when nothing can be read, or when the user names a column that is not there."""
    if not any(cell.strip() for _, table in tables for row in table for cell in row):
        raise ImportFailedError("файл пуст: в нём нет таблицы с ответами")
    codes = "; ".join(f"{one.id} («{one.text}»)" for one in survey.questions)
    if not sheets:
        raise ImportFailedError(
            f"в файле нет столбцов с вопросами анкеты «{survey.title}»",
            hint='Указать, чей столбец: --column "ЗАГОЛОВОК=КОД_ВОПРОСА".'
            f" Вопросы: {codes or 'их в анкете пока нет'}.",
        )
    headings = {address_of(one.heading): one.heading for sheet in sheets for one in sheet.columns}
    places = {name_by_place(one.place) for sheet in sheets for one in sheet.columns}
    for heading in told:
        if address_of(heading) not in headings and address_of(heading) not in places:
            raise RequestInvalidError(
                f"столбца «{heading}» в файле нет",
                hint=did_you_mean(heading, headings.values())
                or f"Есть: {'; '.join(headings.values())}.",
            )
