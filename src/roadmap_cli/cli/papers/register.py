"""`roadmap order register`: a document gets its number and date, its task is marked as done."""

import datetime
from collections.abc import Callable
from typing import Annotated

import typer

from roadmap_cli.cli.frame.context import Session
from roadmap_cli.cli.frame.result import Result
from roadmap_cli.cli.frame.shared_options import read_day
from roadmap_cli.domain.model.changes import AppendItem
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.edits import Edit
from roadmap_cli.domain.model.files.register import next_number
from roadmap_cli.domain.papers.catalog import BY_CODE, types_of
from roadmap_cli.domain.papers.register import Entry, completed_by, proven_tasks, recorded
from roadmap_cli.domain.plan.edits import complete
from roadmap_cli.domain.plan.selection import select_tasks
from roadmap_cli.errors import RequestInvalidError, UnknownNameError
from roadmap_cli.text.dates import numeric
from roadmap_cli.text.suggest import did_you_mean
from roadmap_cli.usecases.documents import ALL_FILES
from roadmap_cli.usecases.edit import edit_workspace


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
        return edit_workspace(
            ctx,
            lambda session: _edits(session, f"{group}.{kind}", number, date, task or []),
            ALL_FILES,
            lambda session: _untold(session, f"{group}.{kind}", task or []),
        )

    return register


def _edits(
    session: Session, code: str, number: str | None, day: str | None, tasks: list[str]
) -> list[Edit]:
    if number is None or not number.strip():
        hint = _proposal(session, BY_CODE[code].group)
        raise RequestInvalidError("не указан номер", hint=hint)
    on = read_day(day, "--date") if day else session.today
    entry = Entry(code, BY_CODE[code].title, number=number.strip(), day=on)
    registered = recorded(session.data.register, entry)
    said = f"№ {number.strip()} от {numeric(on)}"
    return [Edit(code, said, registered), *_task_edits(session, code, tasks, on)]


def _task_edits(session: Session, code: str, tasks: list[str], on: datetime.date) -> list[Edit]:
    """Tasks named on the command line get the document as their proof; the others have it."""
    edits = completed_by(session.data.roadmap, code, on)
    for task in select_tasks(session.data.roadmap, tasks):
        if task in proven_tasks(session.data.roadmap, code):
            continue
        file = Dataset.roadmap.file
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
