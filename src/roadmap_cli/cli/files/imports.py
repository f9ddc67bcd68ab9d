"""`roadmap import`: what a file would change is shown first, and written when it is wanted."""

import sys
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Group, RenderableType
from rich.text import Text

from roadmap_cli.cli.frame.context import open_session, settings
from roadmap_cli.cli.frame.editing import edited_result
from roadmap_cli.cli.frame.output import ask, confirmed, say, show
from roadmap_cli.cli.frame.result import Result
from roadmap_cli.domain.imports.incoming import NEW
from roadmap_cli.domain.imports.left_out import grouped
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.errors import RequestInvalidError, UnknownNameError
from roadmap_cli.importers.people.headings import SKIP
from roadmap_cli.importers.people.targets import find_target, likely_targets
from roadmap_cli.importers.recognize import Import
from roadmap_cli.render.imports import import_view, left_out_view, question_view
from roadmap_cli.render.json_values import as_json, edits_json
from roadmap_cli.render.plan_import import plan_json, plan_text
from roadmap_cli.usecases.import_files import open_source
from roadmap_cli.usecases.imports import Answers, Options, carry_out, plan_import
from roadmap_cli.usecases.session import ALL_FILES, Session

# What is written only when it is wanted, and the option that says so.
TAKEN = {"замены": "overwrite", "подтверждения": "evidence", "роли": "roles"}
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
        typer.Option(
            "--column",
            metavar="ЗАГОЛОВОК=КЛЮЧ",
            help="Что означает столбец; сохраняется в data/columns.yaml.",
        ),
    ] = None,
    person: Annotated[
        list[str] | None,
        typer.Option("--person", metavar="СТРОКА=КОД", help="Кто это: код или «новый»."),
    ] = None,
    take: Annotated[
        list[str] | None,
        typer.Option("--take", metavar="ЧТО", help=f"Взять и это: {', '.join(TAKEN)}."),
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
    options = Options(_role(role), replace=replace, **_taken(take or []))

    def planned() -> Import:
        return plan_import(session, source, answers, options)

    talking = sys.stdin.isatty() and not (yes or own.dry_run or own.json)
    if talking:
        _ask_about_columns(answers, planned())
        _ask_about_people(answers, planned())
        options = _ask_about_changes(options, planned())
    found = planned()
    if not yes and not own.dry_run:
        if talking:
            show(_view(session, found, whole=False))
            for remark in _remarks(found):
                say(remark, error=True)
        if not talking or not found.edits or not _agreed(found):
            return _preview(session, found, shown=talking)
    edited = carry_out(own.run, source, answers, options, _remarks(found))
    written = edited_result(edited, own.run)
    usual = written.data
    answer = written._replace(data=lambda: {**usual(), **_open(session, found)})
    if own.dry_run:
        return answer
    said = [Text("Записано. Проверить данные: roadmap check", style="green")] if found.edits else []
    view = [] if talking else [_view(session, found, whole=False)]
    return answer._replace(view=lambda _width: Group(*view, *said))


def _taken(words: list[str]) -> dict[str, bool]:
    """The options that the words stand for. Raises BadParameter."""
    for word in words:
        if word not in TAKEN:
            raise typer.BadParameter(
                f"недопустимое значение «{word}». Допустимо: {', '.join(TAKEN)}"
            )
    return {TAKEN[word]: True for word in words}


def _role(word: str | None) -> str | None:
    if word is None:
        return None
    found = [key for title, key in _ROLES.items() if word.casefold() in (title, key)]
    if not found:
        raise typer.BadParameter(f"недопустимое значение «{word}». Допустимо: {', '.join(_ROLES)}")
    return found[0]


def _pairs(words: list[str], option: str) -> dict[str, str]:
    parts = [word.rpartition("=") for word in words]
    for left, sign, right in parts:
        if not (left.strip() and sign and right.strip()):
            raise RequestInvalidError(f"значение {option} пишут так: ЧТО=КЛЮЧ")
    return {left.strip(): right.strip() for left, _, right in parts}


def _ask_about_columns(answers: Answers, found: Import) -> None:
    for column in found.unplaced:
        likely = likely_targets(column.samples)
        rows = [(str(number), title) for number, (_, title) in enumerate(likely, 1)]
        why = f" ({column.because})" if column.because else " не распознан"
        samples = "; ".join(column.samples) or "пусто"
        show(question_view(f"Столбец «{column.heading}»{why}. В нём: {samples}", rows))
        while True:
            said = "Номер, ключ или название ключа; пусто — не нужен"
            told = ask(said, default="").strip()
            by_number = {str(number): name for number, (name, _) in enumerate(likely, 1)}
            try:
                answers.remember(column.heading, find_target(by_number.get(told, told) or SKIP))
            except UnknownNameError as error:
                say(f"{error.message}. {error.hint or ''}", error=True)
            else:
                break


def _ask_about_people(answers: Answers, found: Import) -> None:
    for question in found.open:
        row = question.row
        title = f"Строка {row.number} файла: {row.words or row.name}. Такое имя уже есть:"
        show(question_view(title, question.known))
        codes = ", ".join(code for code, _ in question.known)
        allowed = ("", NEW, *(code for code, _ in question.known))
        answer = None
        while answer not in allowed:
            said = f"Тот же человек? Код: {codes}; {NEW} — другой человек; пусто — пропустить"
            answer = ask(said, default="").strip()
        answers.people[question.row.number] = str(answer)


def _ask_about_changes(options: Options, found: Import) -> Options:
    """Ask before a value that stands is replaced, and before evidence is attached."""
    if found.kept and not options.overwrite:
        lines = [f"{one.name}: {one.title}: было «{one.old}», стало «{one.new}»"
                 for one in found.kept]  # fmt: skip
        show(Group(Text("В файле другие значения:"), *map(Text, lines)))
        options = options._replace(overwrite=confirmed("Заменить?", default="нет"))
    if found.proofs and not options.evidence:
        rows = [f"{one.task}  {one.text}: {one.proof}" for one in found.proofs]
        show(Group(Text("Этим пунктам подходят подтверждения из шаблона:"), *map(Text, rows)))
        options = options._replace(evidence=confirmed("Приписать их?", default="нет"))
    if found.offices and not options.roles:
        show(Group(Text("В файле названы роли для organization.yaml:"), *map(Text, found.offices)))
        options = options._replace(roles=confirmed("Записать их?", default="нет"))
    return options


def _agreed(found: Import) -> bool:
    """Ask whether to write; a whole plan does not give way to a mere Enter."""
    usual = "нет" if found.replaces else "да"
    return confirmed("Записать?", default=usual)


def _view(session: Session, found: Import, *, whole: bool) -> RenderableType:
    """What was understood, what would change, what is left out."""
    year = found.school_year or session.data.roadmap.school_year
    parts: list[RenderableType] = []
    if found.plan:
        parts += [plan_text(found.plan, year, session.data.calendar), Text()]
    parts.append(import_view(found.what, found.edits, whole=whole))
    if found.left:
        parts += [Text(), left_out_view(grouped(found.left), whole=whole)]
    return Group(*parts)


def _preview(session: Session, found: Import, *, shown: bool) -> Result:
    said = () if not found.edits else ("Ничего не записано. Записать: та же команда с --yes.",)
    return Result(
        view=None if shown else lambda _width: _view(session, found, whole=True),
        data=lambda: {
            **edits_json(found.edits, _files(found), dry_run=True),
            **_open(session, found),
        },
        notices=(*session.notices, *(() if shown else _remarks(found)), *said),
    )


def _files(found: Import) -> list[str]:
    return list(dict.fromkeys(change.file for edit in found.edits for change in edit.changes))


def _open(session: Session, found: Import) -> dict[str, Any]:
    """JSON for what was understood, what is left out and what still needs a decision."""
    year = found.school_year or session.data.roadmap.school_year
    return {
        "recognised": found.what,
        "plan": plan_json(found.plan, year, session.data.calendar),
        "left_out": as_json(found.left),
        "proposed_evidence": as_json(found.proofs),
        "kept": as_json(found.kept),
        "unplaced": as_json(found.unplaced),
        "offices": list(found.offices),
        "doubts": list(found.doubts),
        "questions": [
            {
                "row": question.row.number,
                "name": question.row.name,
                "words": question.row.words,
                "known": [{"id": code, "words": words} for code, words in question.known],
            }
            for question in found.open
        ],
    }


def _remarks(found: Import) -> tuple[str, ...]:
    said = [
        f"Столбец «{one.heading}» {one.because or 'не распознан'}"
        f" (в нём: {'; '.join(one.samples) or 'пусто'}):"
        f' --column "{one.heading}=КЛЮЧ", ключ, например: '
        + ", ".join(name for name, _ in likely_targets(one.samples)[:4])
        for one in found.unplaced
    ]
    said += found.doubts
    for kept in found.kept:
        said.append(
            f"{kept.name}: {kept.title} — в данных «{kept.old}», в файле «{kept.new}»;"
            " прежнее осталось. Заменить: --take замены"
        )
    if found.offices:
        named = "; ".join(found.offices)
        said.append(f"Предложены роли, не записаны: {named}. Взять: --take роли")
    if found.proofs:
        named = "; ".join(f"{one.task} — {one.proof}" for one in found.proofs)
        said.append(f"Предложены подтверждения, не записаны: {named}. Взять: --take подтверждения")
    for question in found.open:
        row = question.row
        known = "; ".join(f"{code} ({words})" for code, words in question.known)
        said.append(
            f"Строка {row.number}, {row.words or row.name}: такое имя уже есть — {known}."
            " Строка не взята."
            f" Тот же человек: --person {row.number}=КОД, другой: --person {row.number}={NEW}"
        )
    return tuple(said)
