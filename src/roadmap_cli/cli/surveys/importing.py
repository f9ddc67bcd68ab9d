"""`roadmap survey import`: answers from an export of a form, shown first, written when wanted."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Group, RenderableType
from rich.text import Text

from roadmap_cli.cli.frame.context import open_session, settings
from roadmap_cli.cli.frame.editing import edited_result
from roadmap_cli.cli.frame.output import confirmed, say, show
from roadmap_cli.cli.frame.result import Result
from roadmap_cli.domain.imports.surveys import NOBODY, Again, Decisions
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.errors import RequestInvalidError
from roadmap_cli.importers.surveys.table import OpenColumn
from roadmap_cli.render.json_values import as_json, edits_json
from roadmap_cli.render.survey_import import (
    answers_json,
    answers_view,
    answers_words,
    open_row_words,
)
from roadmap_cli.usecases.import_files import open_source
from roadmap_cli.usecases.imports import AnswersImport, plan_answers, record_answers
from roadmap_cli.usecases.session import ALL_FILES, Session


def importing(
    ctx: typer.Context,
    survey: Annotated[
        str, typer.Argument(metavar="АНКЕТА", help="Код анкеты: имя файла в data/surveys.")
    ],
    file: Annotated[
        Path,
        typer.Argument(metavar="ФАЙЛ", help="Выгрузка Яндекс Форм или Google Форм: Excel или CSV."),
    ],
    column: Annotated[
        list[str] | None,
        typer.Option(
            "--column",
            metavar="ЗАГОЛОВОК=ВОПРОС",
            help="Что в столбце: код вопроса, КОД/ВАРИАНТ, имя, почта, телефон, время, форма"
            " или пропустить.",
        ),
    ] = None,
    person: Annotated[
        list[str] | None,
        typer.Option(
            "--person", metavar="СТРОКА=КОД", help=f"Чья это строка: код человека или {NOBODY}."
        ),
    ] = None,
    replace: Annotated[
        bool,
        typer.Option(
            "--replace",
            help="Заменить записанные ответы этих людей, в анонимной анкете — все.",
            show_default=False,
        ),
    ] = False,
    again: Annotated[
        str | None,
        typer.Option(
            "--again",
            metavar="КАКИЕ",
            help="Анонимная анкета, часть ответов уже записана: взять все или новые.",
        ),
    ] = None,
    yes: Annotated[
        bool, typer.Option("--yes", "-y", help="Записать без вопроса.", show_default=False)
    ] = False,
) -> Result:
    """Перенести ответы на анкету из выгрузки Яндекс Форм или Google Форм."""
    own = settings(ctx)
    columns = _told(column or [], "--column", "ЗАГОЛОВОК=ВОПРОС")
    people = _told(person or [], "--person", "СТРОКА=КОД")
    source = open_source(file)
    session = open_session(ctx, *ALL_FILES)
    decisions = Decisions(session.today, people, replace=replace, again=_again(again))
    found = plan_answers(session, source, survey, columns, decisions)
    talking = sys.stdin.isatty() and not (yes or own.dry_run or own.json)
    if not yes and not own.dry_run:
        if talking:
            show(_view(session, found, whole=False))
            for remark in _remarks(found):
                say(remark, error=True)
        agreed = talking and found.proposal.edits and confirmed("Записать?", default="да")
        if not agreed:
            return _preview(session, found, shown=talking)
    edited = record_answers(own.run, source, survey, columns, decisions)
    written = edited_result(edited, own.run)
    usual = written.data
    remarks = () if talking else _remarks(found)
    answer = written._replace(
        data=lambda: {**usual(), **_understood(found)}, notices=(*written.notices, *remarks)
    )
    view = [] if talking else [_view(session, found, whole=own.dry_run)]
    if own.dry_run:
        shown = answer.view
        return answer._replace(
            view=lambda width: Group(*view, Text(), *([shown(width)] if shown else []))
        )
    said = [_next(found)] if found.proposal.edits else []
    return answer._replace(view=lambda _width: Group(*view, *said))


def _again(word: str | None) -> Again | None:
    if word is None:
        return None
    try:
        return Again(word.casefold())
    except ValueError:
        known = ", ".join(one.value for one in Again)
        raise typer.BadParameter(f"недопустимое значение «{word}». Допустимо: {known}") from None


def _told(words: Sequence[str], option: str, form: str) -> dict[str, str]:
    """What an option says, by what stands before the last «=». Raises RequestInvalidError."""
    found: dict[str, str] = {}
    for word in words:
        left, sign, right = (part.strip() for part in word.rpartition("="))
        if not (left and sign and right):
            raise RequestInvalidError(f"значение {option} пишут так: {form}")
        if found.setdefault(left, right) != right:
            raise RequestInvalidError(f"{option}: для «{left}» даны два разных значения")
    return found


def _view(session: Session, found: AnswersImport, *, whole: bool) -> RenderableType:
    what = answers_words(found.code, found.survey, found.proposal.rows)
    names = Directory(session.data)
    return answers_view(what, found.survey, found.proposal, names, whole=whole)


def _next(found: AnswersImport) -> Text:
    return Text(f"Записано. Результаты: roadmap survey results {found.code}", style="green")


def _preview(session: Session, found: AnswersImport, *, shown: bool) -> Result:
    edits = found.proposal.edits
    said = ("Ничего не записано. Записать: та же команда с --yes.",) if edits else ()
    files = list(dict.fromkeys(change.file for edit in edits for change in edit.changes))
    return Result(
        view=None if shown else lambda _width: _view(session, found, whole=True),
        data=lambda: {**edits_json(edits, files, dry_run=True), **_understood(found)},
        notices=(*session.notices, *(() if shown else _remarks(found)), *said),
    )


def _understood(found: AnswersImport) -> dict[str, Any]:
    """JSON for what was understood, what is left out and what still needs a decision."""
    return {
        "recognised": answers_words(found.code, found.survey, found.proposal.rows),
        **answers_json(found.code, found.proposal),
        "columns": as_json(found.sheets.placed),
        "unplaced": as_json(found.sheets.open),
        "missing": list(found.sheets.missing),
    }


def _remarks(found: AnswersImport) -> tuple[str, ...]:
    said = [
        f"Столбец «{one.heading}» понят как вопрос {one.target} («{_text(found, one.target)}»)"
        for one in found.sheets.placed
        if one.is_similar
    ]
    said += [_column_words(found, column) for column in found.sheets.open]
    missing = [
        f"{one.id} («{one.text}»)"
        for one in found.survey.questions
        if one.id in found.sheets.missing
    ]
    if missing:
        said.append(f"Столбцов с этими вопросами в файле нет: {'; '.join(missing)}")
    return (*said, *found.proposal.doubts, *map(open_row_words, found.proposal.open))


def _text(found: AnswersImport, code: str) -> str:
    question = found.survey.question(code.partition("/")[0])
    return question.text if question else code


def _column_words(found: AnswersImport, column: OpenColumn) -> str:
    """What a person must decide of a column, with the option that decides it."""
    samples = "; ".join(column.samples) or "пусто"
    said = f"Столбец «{column.heading}» {column.because} (в нём: {samples}), не взят"
    if column.fits:
        options = " или ".join(f'--column "{column.address}={code}"' for code in column.fits)
        return f'{said}. Указать: {options}, не брать: --column "{column.address}={NOBODY}"'
    codes = ", ".join(found.sheets.missing) or ", ".join(one.id for one in found.survey.questions)
    return (
        f'{said}. Указать: --column "{column.address}=КОД_ВОПРОСА", коды: {codes};'
        f' не брать: --column "{column.address}={NOBODY}"'
    )
