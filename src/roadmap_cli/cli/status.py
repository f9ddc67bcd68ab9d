"""`roadmap status`."""

from typing import Annotated

import typer

from roadmap_cli.cli.completion import complete_stage
from roadmap_cli.cli.context import open_session
from roadmap_cli.cli.durations import read_days
from roadmap_cli.cli.result import Result
from roadmap_cli.domain.selection import find_stage
from roadmap_cli.domain.status import status_report
from roadmap_cli.domain.urgency import DEFAULT_HORIZON
from roadmap_cli.render.json_data import status_json
from roadmap_cli.render.status_view import status_view


def status(
    ctx: typer.Context,
    stage: Annotated[
        str | None,
        typer.Argument(metavar="ЭТАП", help="Номер этапа.", autocompletion=complete_stage),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", "-a", help="Показать все пункты.", show_default=False)
    ] = False,
    within: Annotated[
        str, typer.Option(metavar="СРОК", help="Что считать скорым: 14d, 2w, 1m.")
    ] = "30d",
) -> Result:
    """Состояние дорожной карты: этапы, просроченное и то, чему скоро срок."""
    return report(ctx, stage, everything=everything or stage is not None, within=within)


def report(
    ctx: typer.Context, stage: str | None = None, *, everything: bool = False, within: str = ""
) -> Result:
    """The report itself, also for `roadmap` without a command."""
    session = open_session(ctx)
    chosen = find_stage(session.data.roadmap, stage).id if stage else None
    horizon = read_days(within) if within else DEFAULT_HORIZON
    found = status_report(session.data, session.today, horizon, chosen)
    return Result(
        view=lambda width: status_view(found, width, everything=everything),
        data=status_json(found),
        notices=session.notices,
    )
