"""`roadmap deadlines`."""

from typing import Annotated

import typer

from roadmap_cli.cli.frame.completion import complete_responsible
from roadmap_cli.cli.frame.context import open_session
from roadmap_cli.cli.frame.durations import read_days
from roadmap_cli.cli.frame.result import Result
from roadmap_cli.domain.plan.planned import is_responsible, planned_tasks
from roadmap_cli.domain.plan.urgency import DEFAULT_HORIZON, Urgency, soonest_first, urgency
from roadmap_cli.render.plan.deadlines import deadlines_view
from roadmap_cli.render.plan.json_view import tasks_json


def deadlines(
    ctx: typer.Context,
    within: Annotated[
        str | None,
        typer.Option(
            metavar="СРОК", help="Только со сроком в ближайшие 14d (дней), 2w (недели), 1m (месяц)."
        ),
    ] = None,
    overdue: Annotated[
        bool,
        typer.Option(
            "--overdue",
            help="Только просроченное; вместе с --within — ещё и с ближайшим сроком.",
            show_default=False,
        ),
    ] = False,
    responsible: Annotated[
        str | None,
        typer.Option(
            "--responsible",
            "-r",
            metavar="КТО",
            help="Только пункты этого человека: фамилия, её часть или код.",
            autocompletion=complete_responsible,
        ),
    ] = None,
) -> Result:
    """List the open tasks by their deadlines."""
    session = open_session(ctx)
    horizon = read_days(within) if within else DEFAULT_HORIZON
    wanted = _wanted(overdue=overdue, limited=within is not None)
    planned = soonest_first(planned_tasks(session.data))
    person = session.data.people.find(responsible)
    name = person.full_name if person else responsible
    found = [
        (task, state)
        for task in planned
        if task.is_open
        and (state := urgency(task, session.today, horizon)) in wanted
        and (name is None or is_responsible(task, name))
    ]
    return Result(
        view=lambda width: deadlines_view(found, session.today, width),
        data=lambda: tasks_json(found),
        notices=session.notices,
    )


def _wanted(*, overdue: bool, limited: bool) -> frozenset[Urgency]:
    if overdue:
        return frozenset({Urgency.OVERDUE, Urgency.SOON} if limited else {Urgency.OVERDUE})
    return frozenset({Urgency.SOON} if limited else Urgency)
