"""`roadmap import`: what a file would change is shown first, and written when it is wanted."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Group
from rich.text import Text

from roadmap_cli.cli.frame.context import Session, open_session, settings
from roadmap_cli.cli.frame.output import ask, say, show
from roadmap_cli.cli.frame.result import Result
from roadmap_cli.domain.imports.people import NEW, Question
from roadmap_cli.domain.model.changes import AppendItem, Change, SetKey
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.edits import Edit
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.errors import ImportFailedError, RequestInvalidError, UnknownNameError
from roadmap_cli.importers.people.headings import SKIP, normalised
from roadmap_cli.importers.people.targets import checked, targets
from roadmap_cli.importers.reading.source import Source, read_source
from roadmap_cli.importers.recognize import Import, Wanted, recognized
from roadmap_cli.render.imports import import_view, question_view
from roadmap_cli.render.json_data import edits_json
from roadmap_cli.storage.disk import bytes_of
from roadmap_cli.usecases.documents import ALL_FILES
from roadmap_cli.usecases.edit import edit_workspace

_ROLES = {"наставники": "mentors", "наставляемые": "mentees"}
_COLUMNS = Dataset.columns.file


class _Talk:
    """What the person has said: by options, in the rules kept, and at the terminal."""

    def __init__(self, session: Session, columns: Mapping[str, str], people: Mapping[str, str]):
        self.rules = {
            normalised(each.heading): each.target for each in session.data.columns.columns
        }
        self.new_rules: dict[str, str] = {}
        self.people = dict(people)
        for heading, target in columns.items():
            self.remember(heading, checked(target))

    def remember(self, heading: str, target: str) -> None:
        """Keep a rule for this import and for the next ones."""
        if self.rules.get(normalised(heading)) != target:
            self.new_rules[heading] = target
        self.rules[normalised(heading)] = target

    def decide(self, question: Question) -> str | None:
        """Who a row is, when that was said."""
        answer = self.people.get(question.row.number)
        if answer not in (None, "", NEW, *(code for code, _ in question.known)):
            codes = ", ".join(code for code, _ in question.known)
            raise RequestInvalidError(
                f"строка {question.row.number}: «{answer}» не подходит",
                hint=f"Есть: {codes}, {NEW}.",
            )
        return answer


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
    """Перенести дорожную карту, список людей или ответы анкеты из файла."""
    own = settings(ctx)
    source = _source(file)
    session = open_session(ctx, *ALL_FILES)
    talk = _Talk(session, _pairs(column or [], "--column"), _pairs(person or [], "--person"))

    def planned(now: Session) -> Import:
        wanted = Wanted(_role(role), talk.rules, talk.decide, replace, now.today)
        return recognized(source, Directory(now.data), wanted)

    talking = sys.stdin.isatty() and not (yes or own.dry_run or own.json)
    if talking:
        _ask_about_columns(talk, planned(session))
        _ask_about_people(talk, planned(session))
    found = planned(session)
    if not yes and not own.dry_run:
        if talking:
            show(import_view(found.what, found.edits, whole=False))
            for remark in _remarks(found):
                say(remark, error=True)
        if not talking or not found.edits or not _agreed(found):
            return _preview(session, found, shown=talking)
    written = edit_workspace(
        ctx,
        lambda now: [*planned(now).edits, *_rule_edits(now, talk)],
        ALL_FILES,
        lambda _: _remarks(found),
    )
    if own.dry_run:
        return written
    said = [Text("Записано.", style="green")] if found.edits else []
    view = [] if talking else [import_view(found.what, found.edits, whole=False)]
    usual = written.data
    return written._replace(
        view=lambda _width: Group(*view, *said), data=lambda: {**usual(), **_open(found)}
    )


def _source(file: Path) -> Source:
    from roadmap_cli.documents.docx.archive import opened

    raw = bytes_of(file)
    if raw is None:
        raise ImportFailedError(f"файла «{file}» нет")
    return read_source(file.name, raw, opened)


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


def _ask_about_columns(talk: _Talk, found: Import) -> None:
    known = targets()
    if found.unplaced:
        choices = [(f"{n} {name}", title) for n, (name, title) in enumerate(known.items(), 1)]
        show(question_view("Эти столбцы не знакомы. Что в них может быть:", choices))
    for heading in found.unplaced:
        while True:
            told = ask(f"«{heading}»: номер или ключ; пусто — не нужен", default="").strip()
            try:
                talk.remember(heading, checked(told or SKIP))
            except UnknownNameError as error:
                say(f"{error.message}. {error.hint or ''}", error=True)
            else:
                break


def _ask_about_people(talk: _Talk, found: Import) -> None:
    for question in found.open:
        title = f"Строка {question.row.number}: {question.row.name}. Такое имя уже есть:"
        show(question_view(title, question.known))
        codes = ", ".join(code for code, _ in question.known)
        allowed = ("", NEW, *(code for code, _ in question.known))
        answer = None
        while answer not in allowed:
            said = f"Это он(а)? {codes}; {NEW} — другой человек; пусто — пропустить"
            answer = ask(said, default="").strip()
        talk.people[question.row.number] = str(answer)


def _agreed(found: Import) -> bool:
    """Ask whether to write; a whole plan does not give way to a mere Enter."""
    usual = "нет" if found.replaces else "да"
    return ask("Записать? да/нет", default=usual).strip().casefold() in ("да", "д", "yes", "y")


def _rule_edits(session: Session, talk: _Talk) -> list[Edit]:
    known = {normalised(each.heading): each for each in session.data.columns.columns}
    changes: tuple[Change, ...] = tuple(
        SetKey(_COLUMNS, (*known[normalised(heading)].at, "target"), target)
        if normalised(heading) in known
        else AppendItem(_COLUMNS, ("columns",), {"heading": heading, "target": target})
        for heading, target in talk.new_rules.items()
    )
    return [Edit("столбцы", "запомнено", changes)] if changes else []


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
    """What the answer of a program has to say about what needs a person."""
    return {
        "unplaced": list(found.unplaced),
        "doubts": list(found.doubts),
        "questions": [
            {
                "row": each.row.number,
                "name": each.row.name,
                "known": [code for code, _ in each.known],
            }
            for each in found.open
        ],
    }


def _remarks(found: Import) -> tuple[str, ...]:
    said = [f'Столбец «{each}» не знаком: --column "{each}=КЛЮЧ"' for each in found.unplaced]
    said += found.doubts
    for question in found.open:
        row = question.row
        known = "; ".join(f"{code} ({words})" for code, words in question.known)
        said.append(
            f"Строка {row.number}, {row.name}: такое имя уже есть — {known}. Строка не взята."
            f" Тот же человек: --person {row.number}=КОД, другой: --person {row.number}={NEW}"
        )
    return tuple(said)
