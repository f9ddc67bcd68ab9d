"""`roadmap gantt`."""

from typing import Annotated

import typer

from roadmap_cli.cli.frame.completion import complete_stage
from roadmap_cli.cli.frame.context import open_session
from roadmap_cli.cli.frame.result import Result
from roadmap_cli.domain.plan.selection import find_stage
from roadmap_cli.domain.plan.timeline import timeline
from roadmap_cli.render.json_values import as_json
from roadmap_cli.render.plan.timeline import GanttView


def gantt(
    ctx: typer.Context,
    stage: Annotated[
        str | None,
        typer.Argument(metavar="ЭТАП", help="Номер этапа.", autocompletion=complete_stage),
    ] = None,
    tasks: Annotated[
        bool, typer.Option("--tasks", "-t", help="Показать и пункты.", show_default=False)
    ] = False,
) -> Result:
    """Show the roadmap on a scale of months."""
    session = open_session(ctx)
    chosen = find_stage(session.data.roadmap, stage).id if stage else None
    line = timeline(
        session.data, session.today, with_tasks=tasks or chosen is not None, stage_id=chosen
    )
    return Result(
        view=lambda _width: GanttView(line),
        data=lambda: as_json(line),
        notices=session.notices,
    )
