"""`roadmap status`."""

from typing import Annotated

import typer

from roadmap_cli.cli.frame.completion import complete_stage
from roadmap_cli.cli.frame.context import run_of
from roadmap_cli.cli.frame.durations import read_days
from roadmap_cli.cli.frame.result import Result
from roadmap_cli.cli.plan.status_answer import status_answer
from roadmap_cli.domain.plan.urgency import DEFAULT_HORIZON


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
        str,
        typer.Option(
            metavar="СРОК",
            help="За сколько предупреждать: 14d или 14д (дней), 2w (недель), 1m (месяц).",
        ),
    ] = f"{DEFAULT_HORIZON.days}d",
) -> Result:
    """Show the roadmap: its stages, what is late and what is near."""
    everything = everything or stage is not None
    return status_answer(run_of(ctx), stage, everything=everything, horizon=read_days(within))
