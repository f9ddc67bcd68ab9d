"""`roadmap show`."""

from typing import Annotated

import typer
from rich.console import Group, RenderableType
from rich.text import Text

from roadmap_cli.cli.frame.completion import complete_item
from roadmap_cli.cli.frame.context import open_session
from roadmap_cli.cli.frame.result import Result
from roadmap_cli.domain.model.files.evidence import RECORD_FILES
from roadmap_cli.domain.model.files.roadmap import Activity, Item, Task
from roadmap_cli.domain.plan.planned import planned_tasks, shown_name
from roadmap_cli.domain.plan.proofs import proof_words
from roadmap_cli.domain.plan.selection import select_items
from roadmap_cli.domain.plan.urgency import urgency
from roadmap_cli.render.json_values import Json
from roadmap_cli.render.plan.card import activity_card, stage_card, task_card
from roadmap_cli.render.plan.json_view import item_json, task_json
from roadmap_cli.usecases.session import Session


def show(
    ctx: typer.Context,
    ids: Annotated[
        list[str],
        typer.Argument(
            metavar="ID...",
            help="Номера: 1.2.1, 1.2, 3 или 1.2.1-1.2.4.",
            autocompletion=complete_item,
        ),
    ],
) -> Result:
    """Show items whole, with what proves them."""
    session = open_session(ctx, useful=("people", "organization", "documents", *RECORD_FILES))
    chosen = select_items(session.data.roadmap, ids)
    return Result(
        view=lambda width: _cards(session, chosen, width),
        data=lambda: {"items": [_json(session, item) for item in chosen]},
        notices=session.notices,
    )


def _cards(session: Session, chosen: tuple[Item, ...], width: int) -> RenderableType:
    parts: list[RenderableType] = []
    for item in chosen:
        parts += [Text()] if parts else []
        parts.append(_card(session, item, width))
    return Group(*parts)


def _card(session: Session, item: Item, width: int) -> RenderableType:
    tasks = planned_tasks(session.data)
    if isinstance(item, Task):
        proofs = [proof_words(session.data, proof, session.today) for proof in item.evidence]
        planned = next(task for task in tasks if task.task is item)
        return task_card(planned, proofs, session.today)
    if isinstance(item, Activity):
        own = [task for task in tasks if task.activity is item]
        name = shown_name(item.responsible, session.data.people)
        return activity_card(item, name, own, session.today, width)
    return stage_card(item, [task for task in tasks if task.stage is item], session.today, width)


def _json(session: Session, item: Item) -> Json:
    tasks = planned_tasks(session.data)
    if isinstance(item, Task):
        planned = next(task for task in tasks if task.task is item)
        return task_json(planned, urgency(planned, session.today))
    own = [task for task in tasks if item in (task.activity, task.stage)]
    return item_json(item, own, session.today)
