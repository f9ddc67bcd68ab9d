"""The commands that change the plan: `done`, `start`, `postpone`, `assign` and their like."""

from collections.abc import Callable, Sequence
from typing import Annotated

import typer

from roadmap_cli.cli.frame.completion import complete_item, complete_responsible
from roadmap_cli.cli.frame.editing import edit_roadmap
from roadmap_cli.cli.frame.result import Result
from roadmap_cli.cli.frame.shared_options import day_told
from roadmap_cli.domain.model.files.roadmap import Item, Task
from roadmap_cli.domain.plan import edits as actions
from roadmap_cli.domain.plan.completing import Completion, complete
from roadmap_cli.domain.plan.completing import reopen as reopen_tasks
from roadmap_cli.domain.plan.planned import planned_of
from roadmap_cli.domain.plan.selection import select_items, select_live_tasks, select_tasks
from roadmap_cli.usecases.session import Session

Ids = Annotated[
    list[str],
    typer.Argument(
        metavar="ID...",
        help="Номера: 1.2.1, 1.2 (всё мероприятие), 3 (весь этап), 1.2.1-1.2.4.",
        autocompletion=complete_item,
    ),
]
Reason = Annotated[
    str | None,
    typer.Option("--reason", metavar="ТЕКСТ", help="Причина; записывается в примечание."),
]


def _tasks(ids: list[str]) -> Callable[[Session], Sequence[Task]]:
    return lambda session: select_tasks(session.data.roadmap, ids)


def _live(ids: list[str]) -> Callable[[Session], Sequence[Task]]:
    return lambda session: select_live_tasks(session.data.roadmap, ids)


def _items(ids: list[str]) -> Callable[[Session], Sequence[Item]]:
    return lambda session: select_items(session.data.roadmap, ids)


def done(
    ctx: typer.Context,
    ids: Ids,
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="ДАТА", help="Дата выполнения (по умолчанию — сегодня)."),
    ] = None,
    evidence: Annotated[
        list[str] | None,
        typer.Option(
            "--evidence",
            metavar="ЧЕМ",
            help="Чем подтверждается: файл, ссылка, приказ; можно повторять.",
        ),
    ] = None,
    period: Annotated[
        str | None,
        typer.Option("--period", metavar="ПЕРИОД", help="За какой период: «октябрь», 05.10.2023."),
    ] = None,
    whole: Annotated[
        bool,
        typer.Option("--whole", help="Закрыть повторяющийся пункт целиком.", show_default=False),
    ] = False,
) -> Result:
    """Mark tasks as done."""
    told = Completion(day_told(on, "--on"), tuple(evidence or ()), period, whole)
    return edit_roadmap(
        ctx,
        lambda session: complete(
            planned_of(session.data, _live(ids)(session)),
            session.today,
            told,
        ),
    )


def start(ctx: typer.Context, ids: Ids) -> Result:
    """Mark tasks as being worked on."""
    return edit_roadmap(ctx, lambda session: actions.start(_live(ids)(session)))


def postpone(
    ctx: typer.Context,
    ids: Ids,
    deadline: Annotated[
        str, typer.Argument(metavar="СРОК", help="Новый срок: «до 15.12.2023», «декабрь 2023».")
    ],
    reason: Reason = None,
) -> Result:
    """Move the deadline of tasks or activities."""
    return edit_roadmap(
        ctx,
        lambda session: actions.postpone(
            session.data.roadmap, _items(ids)(session), deadline, reason
        ),
    )


def cancel(ctx: typer.Context, ids: Ids, reason: Reason = None) -> Result:
    """Take tasks out of the plan."""
    return edit_roadmap(ctx, lambda session: actions.cancel(_tasks(ids)(session), reason))


def reopen(ctx: typer.Context, ids: Ids) -> Result:
    """Return done or cancelled tasks to the plan."""
    return edit_roadmap(ctx, lambda session: reopen_tasks(_tasks(ids)(session)))


def assign(
    ctx: typer.Context,
    ids: Ids,
    responsible: Annotated[
        str,
        typer.Argument(
            metavar="КТО",
            help="«Фамилия И.О.», должность или код из people.yaml; пустой текст снимает.",
            autocompletion=complete_responsible,
        ),
    ],
) -> Result:
    """Name the person responsible."""
    return edit_roadmap(ctx, lambda session: actions.assign(_items(ids)(session), responsible))


def note(
    ctx: typer.Context,
    ids: Ids,
    text: Annotated[
        str, typer.Argument(metavar="ТЕКСТ", help="Что добавить; пустой текст убирает примечание.")
    ],
) -> Result:
    """Add a note."""
    return edit_roadmap(ctx, lambda session: actions.annotate(_items(ids)(session), text))


def evidence(
    ctx: typer.Context,
    ids: Ids,
    proof: Annotated[
        str,
        typer.Argument(metavar="ЧЕМ", help="Файл, ссылка или реквизиты: «приказ № 26/1»."),
    ],
) -> Result:
    """Name what proves that tasks are done."""
    return edit_roadmap(ctx, lambda session: actions.prove(_live(ids)(session), proof))
