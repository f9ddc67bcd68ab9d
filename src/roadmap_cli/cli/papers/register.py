"""`roadmap order register`: a document gets its number and date, its task is marked as done."""

import datetime
from collections.abc import Sequence

import typer
from typer.core import TyperArgument, TyperCommand, TyperOption

from roadmap_cli.cli.frame.completion import Offer
from roadmap_cli.cli.frame.editing import edit_workspace
from roadmap_cli.cli.frame.groups import Builder
from roadmap_cli.cli.frame.parameters import argument, option
from roadmap_cli.cli.frame.result import Result
from roadmap_cli.cli.frame.shared_options import WritingCommand, build_made, read_day
from roadmap_cli.domain.model.changes import AppendItem
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.edits import Edit
from roadmap_cli.domain.model.files.register import next_number
from roadmap_cli.domain.papers.catalog import BY_CODE, types_of
from roadmap_cli.domain.papers.register import (
    Entry,
    plain_number,
    register_changes,
)
from roadmap_cli.domain.plan.completing import Completion, complete, complete_proven, proven_tasks
from roadmap_cli.domain.plan.planned import planned_of
from roadmap_cli.domain.plan.selection import select_tasks
from roadmap_cli.errors import RequestInvalidError, UnknownNameError
from roadmap_cli.text.dates import numeric
from roadmap_cli.text.suggest import did_you_mean
from roadmap_cli.usecases.session import Session


def register_command(family: str) -> Builder:
    """The command for one family of documents."""
    kinds = [kind.kind for kind in types_of(family)]

    def complete(_ctx: typer.Context, incomplete: str) -> Offer:
        return [(kind, "") for kind in kinds if kind.startswith(incomplete)]

    def build(name: str) -> TyperCommand:
        params: list[TyperArgument | TyperOption] = [
            argument("kind", "ВИД", "Вид документа.", complete=complete),
            option("number", "--number", "-n", metavar="№",
                   help_text="Номер, как принято в организации: 26/1, 42-ОД."),
            option("date", "--date", "-d", metavar="ДАТА",
                   help_text="Дата документа (по умолчанию — сегодня)."),
            option("tasks", "--task", metavar="ID", many=True,
                   help_text="Пункт, который документ подтверждает."),
        ]  # fmt: skip
        return build_made(
            lambda ctx, **given: _register(family, ctx, **given),
            name,
            "Вписать номер и дату подписанного документа и отметить пункт дорожной карты.",
            params,
            WritingCommand,
        )

    return build


def _register(
    family: str,
    ctx: typer.Context,
    *,
    kind: str,
    number: str | None,
    date: str | None,
    tasks: Sequence[str] | None,
) -> Result:
    kinds = [one.kind for one in types_of(family)]
    if kind not in kinds:
        hint = did_you_mean(kind, kinds) or f"Есть: {', '.join(kinds)}."
        raise UnknownNameError(f"вида «{kind}» нет", hint=hint)
    code, named = f"{family}.{kind}", list(tasks or ())
    return edit_workspace(
        ctx,
        lambda session: _edits(session, code, number, date, named),
        remarks=lambda session: _untold(session, code, named),
    )


def _edits(
    session: Session, code: str, number: str | None, day: str | None, tasks: list[str]
) -> list[Edit]:
    number = plain_number(number)
    if number is None:
        hint = _proposal(session, BY_CODE[code].group)
        raise RequestInvalidError("не указан номер", hint=hint)
    on = read_day(day, "--date") if day else session.today
    entry = Entry(code, BY_CODE[code].title, number=number, day=on)
    registered = register_changes(session.data.register, entry)
    said = f"№ {number} от {numeric(on)}"
    return [Edit(code, said, registered), *_task_edits(session, code, tasks, on)]


def _task_edits(session: Session, code: str, tasks: list[str], on: datetime.date) -> list[Edit]:
    """Add the document as proof to the tasks named in the command; the rest have it already."""
    edits = complete_proven(session.data, code, on)
    for task in select_tasks(session.data.roadmap, tasks):
        if task in proven_tasks(session.data.roadmap, code):
            continue
        file = Dataset.roadmap.file
        proof = AppendItem(file, (*task.at, "evidence"), {"document": code}, ())
        done = complete(planned_of(session.data, [task]), on, Completion())[0]
        edits.append(Edit(task.id, done.said, (*done.changes, proof)))
    return edits


def _untold(session: Session, code: str, tasks: list[str]) -> tuple[str, ...]:
    if tasks or proven_tasks(session.data.roadmap, code):
        return ()
    return (
        f"Документ {code} не указан подтверждением ни одного пункта. Указать пункт: --task 1.2.1",
    )


def _proposal(session: Session, group: str) -> str:
    """The next number of the school's own series."""
    numbers = [
        document.number
        for document in session.data.register.documents
        if document.number and document.kind.startswith(f"{group}.")
    ]
    following = next_number(numbers)
    return f"Следующий по порядку: --number {following}" if following else "Например: --number 26/1"
