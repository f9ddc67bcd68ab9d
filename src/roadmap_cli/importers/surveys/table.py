"""An answer sheet read: each row a filled questionnaire, each cell under its question."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from roadmap_cli.domain.imports.answers import AnswerCell, AnswerRow, Left, ReplyCell
from roadmap_cli.domain.model.files.surveys import Questionnaire
from roadmap_cli.errors import ImportFailedError, RequestInvalidError
from roadmap_cli.importers.accounting import cell_place
from roadmap_cli.importers.people.headings import normalised
from roadmap_cli.importers.reading.grid import Paragraph, cell_of, clean
from roadmap_cli.importers.reading.source import Source, Table
from roadmap_cli.importers.surveys.columns import (
    FORM,
    PERSON,
    SKIP,
    TIME,
    Meaning,
    meanings,
    target,
)
from roadmap_cli.importers.surveys.moments import day_first, moment
from roadmap_cli.text.plurals import counted
from roadmap_cli.text.suggest import did_you_mean

_FIRST_ROWS = 10
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


class AnswerSheets(NamedTuple):
    """The filled questionnaires of a file, what of it is not read, and what is to be asked.

    `missing` are the codes of the questions that no column answers.
    """

    rows: tuple[AnswerRow, ...]
    left: tuple[Left, ...]
    open: tuple[OpenColumn, ...]
    missing: tuple[str, ...]


class _Column(NamedTuple):
    """A column; `meaning` is None for one that is not placed."""

    place: int
    heading: str
    address: str
    meaning: Meaning | None
    why: str = ""
    fits: tuple[str, ...] = ()


class _Sheet(NamedTuple):
    where: str
    table: Table
    head: int
    columns: tuple[_Column, ...]
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
    chosen = {_address(heading): target(word, survey) for heading, word in told.items()}
    pairs = zip(source.grids, source.tables, strict=True)
    tables = [(grid.where or "таблица", _unified(table, survey)) for grid, (_, table) in pairs]
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
    return AnswerSheets(tuple(rows), tuple(left), tuple(unplaced), missing)


def _unified(table: Table, survey: Questionnaire) -> Table:
    """The table with a heading of two rows made one: options below their question."""
    for number, row in enumerate(table[:-1][:_FIRST_ROWS]):
        below = table[number + 1]
        width = max(len(row), len(below))
        upper = [cell.strip() for cell in [*row, *([""] * (width - len(row)))]]
        lower = [cell.strip() for cell in [*below, *([""] * (width - len(below)))]]
        # A merged heading stands over its first column alone; the words below tell the options.
        blanks = [n for n in range(1, width) if lower[n] and not upper[n]]
        own = [n for n in range(width) if lower[n] and upper[n] and upper[n] != lower[n]]
        if not blanks or not all(n + 1 in blanks for n in own):
            continue
        heads = list(upper)
        for n in blanks:
            heads[n] = heads[n - 1]
        joined = [
            f"{heads[n]} / {lower[n]}" if n in (*blanks, *own) else upper[n] for n in range(width)
        ]
        if any(one.option for heading in joined for one in meanings(clean(heading), survey)):
            return [*table[:number], [], joined, *table[number + 2 :]]
    return table


def _sheet(
    where: str, table: Table, survey: Questionnaire, chosen: Mapping[str, Meaning]
) -> _Sheet | None:
    """The table as an answer sheet: the row of headings is the one that fits most questions."""
    best: tuple[int, int] = (0, 0)
    for number, row in enumerate(table[:_FIRST_ROWS]):
        fitting = sum(
            any(one.is_question for one in meanings(clean(cell), survey))
            or _address(clean(cell)) in chosen
            for cell in row
            if cell.strip()
        )
        best = max(best, (fitting, -number))
    if not best[0]:
        return None
    head = -best[1]
    columns = tuple(_columns(table, head, survey, chosen))
    return _Sheet(where, table, head, columns, tuple(column.heading for column in columns))


def _columns(
    table: Table, head: int, survey: Questionnaire, chosen: Mapping[str, Meaning]
) -> Iterator[_Column]:
    width = max(map(len, table[head:]))
    row = table[head]
    texts = [cell_of(row[n]).text if n < len(row) else "" for n in range(width)]
    named = list(_named(texts))
    told = [chosen.get(_address(name)) or chosen.get(_by_place(n)) for n, name in enumerate(named)]
    fits = [
        meanings(text, survey) if own is None else [own]
        for text, own in zip(texts, told, strict=True)
    ]
    given = {one for one in told if one is not None}
    counts = Counter(own[0] for own in fits if len(own) == 1)
    alike = Counter(map(_address, named))
    seen: set[Meaning] = set()
    for n in range(width):
        copied = _is_safe(named[n]) and alike[_address(named[n])] == 1
        column = _Column(n, named[n], named[n] if copied else _by_place(n), None)
        own = fits[n]
        codes = tuple(_code(one) for one in own)
        if len(own) != 1:
            why = "подходит нескольким вопросам" if own else "не распознан"
            yield column._replace(why=why, fits=codes)
            continue
        (one,) = own
        if told[n] is not None or one.what == SKIP:
            yield column._replace(meaning=one)
        elif one in given:
            why = f"отвечает на то же, что указанный столбец ({_code(one)})"
            yield column._replace(why=why, fits=codes)
        elif counts[one] > 1 and not (one.what == TIME and one not in seen):
            others = [named[m] for m in range(width) if m != n and fits[m] == own]
            why = f"означает то же, что «{others[0]}»"
            yield column._replace(why=why, fits=codes)
        else:
            yield column._replace(meaning=one)
        seen.add(one)


def _code(one: Meaning) -> str:
    return f"{one.what}/{one.option}" if one.option else one.what


def _named(headings: Sequence[str]) -> Iterator[str]:
    """Headings by which the columns can be told apart: the second «Комментарий» is «… (2)»."""
    seen: Counter[str] = Counter()
    for number, heading in enumerate(headings):
        name = heading or _by_place(number)
        seen[_address(name)] += 1
        count = seen[_address(name)]
        yield f"{name} ({count})" if count > 1 else name


def _by_place(place: int) -> str:
    """What a column is called that has no heading of its own."""
    return f"столбец {place + 1}"


def _address(heading: str) -> str:
    return normalised(cell_of(heading).text) or heading.strip()


def _is_safe(heading: str) -> bool:
    """True for a heading that can be copied into a command in quotes as it is."""
    return not set(heading) & set('"$`!\\%') and "\n" not in heading


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
    headings = {_address(one.heading): one.heading for sheet in sheets for one in sheet.columns}
    places = {_by_place(one.place) for sheet in sheets for one in sheet.columns}
    for heading in told:
        if _address(heading) not in headings and _address(heading) not in places:
            raise RequestInvalidError(
                f"столбца «{heading}» в файле нет",
                hint=did_you_mean(heading, headings.values())
                or f"Есть: {'; '.join(headings.values())}.",
            )
