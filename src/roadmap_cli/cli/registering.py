"""`roadmap order register`: a document gets its number and date, its task is marked as done."""

import datetime
from collections.abc import Callable
from typing import Annotated

import typer

from roadmap_cli.cli.context import Session, open_session, settings
from roadmap_cli.cli.editing import difference_of
from roadmap_cli.cli.making import ALL_FILES
from roadmap_cli.cli.result import Result
from roadmap_cli.cli.shared_options import read_day
from roadmap_cli.documents.catalog import types_of
from roadmap_cli.domain.actions import Edit, complete
from roadmap_cli.domain.changes import AppendItem, Change
from roadmap_cli.domain.register import next_number
from roadmap_cli.domain.register_actions import Entry, completed_by, proven_tasks, recorded
from roadmap_cli.domain.registries import BY_KEY
from roadmap_cli.domain.selection import select_tasks
from roadmap_cli.errors import RequestInvalidError, UnknownNameError
from roadmap_cli.render.edit_view import edit_view
from roadmap_cli.render.json_data import edits_json
from roadmap_cli.storage.transaction import write_together, writing
from roadmap_cli.storage.update import prepare
from roadmap_cli.text.dates import numeric
from roadmap_cli.text.suggest import did_you_mean


def register_command(group: str) -> Callable[..., Result]:
    """The command for one family of documents."""
    kinds = [each.kind for each in types_of(group)]

    def register(
        ctx: typer.Context,
        kind: Annotated[
            str,
            typer.Argument(
                metavar="ВИД",
                help="Вид документа.",
                autocompletion=lambda incomplete: [k for k in kinds if k.startswith(incomplete)],
            ),
        ],
        number: Annotated[
            str | None,
            typer.Option("--number", "-n", metavar="№", help="Номер: 26/1, 42-ОД; какой принят."),
        ] = None,
        date: Annotated[
            str | None, typer.Option("--date", "-d", metavar="ДАТА", help="Дата; иначе сегодня.")
        ] = None,
        task: Annotated[
            list[str] | None,
            typer.Option("--task", metavar="ID", help="Пункт, который документ подтверждает."),
        ] = None,
    ) -> Result:
        """Вписать номер и дату подписанного документа и отметить пункт дорожной карты."""
        if kind not in kinds:
            hint = did_you_mean(kind, kinds) or f"Есть: {', '.join(kinds)}."
            raise UnknownNameError(f"вида «{kind}» нет", hint=hint)
        own = settings(ctx)
        if own.dry_run:
            return _registered(ctx, group, kind, number, date, task or [])
        with writing(own.find()):
            return _registered(ctx, group, kind, number, date, task or [])

    return register


def _registered(
    ctx: typer.Context, group: str, kind: str, number: str | None, day: str | None, tasks: list[str]
) -> Result:
    session = open_session(ctx, *ALL_FILES)
    row = next(each for each in types_of(group) if each.kind == kind)
    if number is None or not number.strip():
        raise RequestInvalidError("не указан номер", hint=_proposal(session, group))
    on = read_day(day) if day else session.today
    changes: list[Change] = list(
        recorded(session.data.register, Entry(row.code, row.title, number=number, day=on))
    )
    edits = _task_edits(session, row.code, tasks, on)
    changes += [change for edit in edits for change in edit.changes]
    updates = prepare(session.workspace, changes)
    dry_run = session.settings.dry_run
    if not dry_run:
        write_together(
            session.workspace.root, [update.write(session.workspace) for update in updates]
        )
    said = [Edit(row.code, f"№ {number} от {numeric(on)}", tuple(changes)), *edits]
    difference = "".join(difference_of(update) for update in updates)
    return Result(
        view=lambda _width: edit_view(said, difference, dry_run=dry_run),
        data=lambda: edits_json(said, [update.file for update in updates], dry_run=dry_run),
        notices=(*session.notices, *_untold(session, row.code, tasks)),
    )


def _task_edits(session: Session, code: str, tasks: list[str], on: datetime.date) -> list[Edit]:
    """Tasks named on the command line get the document as their proof; the others have it."""
    edits = completed_by(session.data.roadmap, code, on)
    for task in select_tasks(session.data.roadmap, tasks):
        if task in proven_tasks(session.data.roadmap, code):
            continue
        file = BY_KEY["roadmap"].file
        proof = AppendItem(file, (*task.at, "evidence"), {"document": code}, ())
        done = complete([task], None, on, ())[0]
        edits.append(Edit(task.id, done.said, (*done.changes, proof)))
    return edits


def _untold(session: Session, code: str, tasks: list[str]) -> tuple[str, ...]:
    if tasks or proven_tasks(session.data.roadmap, code):
        return ()
    return (f"Ни один пункт не ждёт документа {code}. Назвать пункт: --task 1.2.1",)


def _proposal(session: Session, group: str) -> str:
    """The next number of the school's own series."""
    numbers = [
        each.number
        for each in session.data.register.documents
        if each.number and each.kind.startswith(f"{group}.")
    ]
    following = next_number(numbers)
    return f"Следующий по порядку: --number {following}" if following else "Например: --number 26/1"
