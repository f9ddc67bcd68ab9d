"""`roadmap import`: what a file would change is shown first, and written when it is wanted."""

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Group
from rich.text import Text

from roadmap_cli.cli.frame.context import open_session, settings
from roadmap_cli.cli.frame.editing import edited_result
from roadmap_cli.cli.frame.output import ask, say, show
from roadmap_cli.cli.frame.result import Result
from roadmap_cli.domain.imports.people import NEW
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.errors import RequestInvalidError, UnknownNameError
from roadmap_cli.importers.people.headings import SKIP
from roadmap_cli.importers.people.targets import all_targets, find_target
from roadmap_cli.importers.recognize import Import
from roadmap_cli.render.imports import import_view, question_view
from roadmap_cli.render.json_values import edits_json
from roadmap_cli.usecases.imports import Answers, carry_out, open_source, plan_import
from roadmap_cli.usecases.session import ALL_FILES, Session

_ROLES = {"наставники": Dataset.mentors.key, "наставляемые": Dataset.mentees.key}


def importing(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="ФАЙЛ", help="Word, Excel, CSV или текст.")],
    role: Annotated[
        str | None,
        typer.Option("--as", metavar="КТО", help="Все в списке: наставники или наставляемые."),
    ] = None,
    column: Annotated[
        list[str] | None,
        typer.Option("--column", metavar="ЗАГОЛОВОК=КЛЮЧ", help="Что значит столбец; запомнится."),
    ] = None,
    person: Annotated[
        list[str] | None,
        typer.Option("--person", metavar="СТРОКА=КОД", help="Кто это: код или «новый»."),
    ] = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="Взять план из файла целиком.", show_default=False)
    ] = False,
    yes: Annotated[
        bool, typer.Option("--yes", "-y", help="Записать без вопроса.", show_default=False)
    ] = False,
) -> Result:
    """Take a roadmap, a list of people or answers from a file."""
    own = settings(ctx)
    source = open_source(file)
    session = open_session(ctx, *ALL_FILES)
    answers = Answers(session, _pairs(column or [], "--column"), _pairs(person or [], "--person"))
    registry = _role(role)

    def planned() -> Import:
        return plan_import(session, source, answers, registry, replace=replace)

    talking = sys.stdin.isatty() and not (yes or own.dry_run or own.json)
    if talking:
        _ask_about_columns(answers, planned())
        _ask_about_people(answers, planned())
    found = planned()
    if not yes and not own.dry_run:
        if talking:
            show(import_view(found.what, found.edits, whole=False))
            for remark in _remarks(found):
                say(remark, error=True)
        if not talking or not found.edits or not _agreed(found):
            return _preview(session, found, shown=talking)
    written = edited_result(
        carry_out(own.run, source, answers, registry, _remarks(found), replace=replace), own.run
    )
    if own.dry_run:
        return written
    said = [Text("Записано.", style="green")] if found.edits else []
    view = [] if talking else [import_view(found.what, found.edits, whole=False)]
    usual = written.data
    return written._replace(
        view=lambda _width: Group(*view, *said), data=lambda: {**usual(), **_open(found)}
    )


def _role(word: str | None) -> str | None:
    if word is None:
        return None
    found = [key for title, key in _ROLES.items() if word.casefold() in (title, key)]
    if not found:
        raise typer.BadParameter(f"«{word}» — не то. Бывает: {', '.join(_ROLES)}")
    return found[0]


def _pairs(words: list[str], option: str) -> dict[str, str]:
    parts = [word.rpartition("=") for word in words]
    for left, sign, right in parts:
        if not (left.strip() and sign and right.strip()):
            raise RequestInvalidError(f"после {option} пишут две части через «=»")
    return {left.strip(): right.strip() for left, _, right in parts}


def _ask_about_columns(answers: Answers, found: Import) -> None:
    known = all_targets()
    if found.unplaced:
        choices = [(f"{n} {name}", title) for n, (name, title) in enumerate(known.items(), 1)]
        show(question_view("Эти столбцы не знакомы. Что в них может быть:", choices))
    for heading in found.unplaced:
        while True:
            told = ask(f"«{heading}»: номер или ключ; пусто — не нужен", default="").strip()
            try:
                answers.remember(heading, find_target(told or SKIP))
            except UnknownNameError as error:
                say(f"{error.message}. {error.hint or ''}", error=True)
            else:
                break


def _ask_about_people(answers: Answers, found: Import) -> None:
    for question in found.open:
        title = f"Строка {question.row.number}: {question.row.name}. Такое имя уже есть:"
        show(question_view(title, question.known))
        codes = ", ".join(code for code, _ in question.known)
        allowed = ("", NEW, *(code for code, _ in question.known))
        answer = None
        while answer not in allowed:
            said = f"Это он(а)? {codes}; {NEW} — другой человек; пусто — пропустить"
            answer = ask(said, default="").strip()
        answers.people[question.row.number] = str(answer)


def _agreed(found: Import) -> bool:
    """Ask whether to write; a whole plan does not give way to a mere Enter."""
    usual = "нет" if found.replaces else "да"
    return ask("Записать? да/нет", default=usual).strip().casefold() in ("да", "д", "yes", "y")


def _preview(session: Session, found: Import, *, shown: bool) -> Result:
    said = () if not found.edits else ("Ничего не записано. Записать: та же команда с --yes.",)
    return Result(
        view=None if shown else lambda _width: import_view(found.what, found.edits, whole=True),
        data=lambda: {**edits_json(found.edits, _files(found), dry_run=True), **_open(found)},
        notices=(*session.notices, *(() if shown else _remarks(found)), *said),
    )


def _files(found: Import) -> list[str]:
    return list(dict.fromkeys(change.file for edit in found.edits for change in edit.changes))


def _open(found: Import) -> dict[str, list[object]]:
    """JSON for everything that still needs a decision."""
    return {
        "unplaced": list(found.unplaced),
        "doubts": list(found.doubts),
        "questions": [
            {
                "row": question.row.number,
                "name": question.row.name,
                "known": [code for code, _ in question.known],
            }
            for question in found.open
        ],
    }


def _remarks(found: Import) -> tuple[str, ...]:
    said = [
        f'Столбец «{heading}» не знаком: --column "{heading}=КЛЮЧ"' for heading in found.unplaced
    ]
    said += found.doubts
    for question in found.open:
        row = question.row
        known = "; ".join(f"{code} ({words})" for code, words in question.known)
        said.append(
            f"Строка {row.number}, {row.name}: такое имя уже есть — {known}. Строка не взята."
            f" Тот же человек: --person {row.number}=КОД, другой: --person {row.number}={NEW}"
        )
    return tuple(said)
