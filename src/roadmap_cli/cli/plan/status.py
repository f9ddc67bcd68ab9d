"""`roadmap status`."""

from typing import Annotated, Any

import typer

from roadmap_cli.cli.frame.completion import complete_stage
from roadmap_cli.cli.frame.context import open_session
from roadmap_cli.cli.frame.durations import read_days
from roadmap_cli.cli.frame.result import Result
from roadmap_cli.domain.plan.proofs import wants_records
from roadmap_cli.domain.plan.status import StatusReport, status_report
from roadmap_cli.domain.plan.urgency import DEFAULT_HORIZON
from roadmap_cli.render.plan.status import status_view
from roadmap_cli.usecases.session import Session


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
    session = open_session(ctx, useful=("people", "documents"))
    if wants_records(session.data.roadmap):
        from roadmap_cli.domain.plan.record_counts import FILES

        session = open_session(ctx, useful=("people", "documents", *FILES))
    chosen = _stage_id(session, stage) if stage else None
    horizon = read_days(within) if within else DEFAULT_HORIZON
    found = status_report(session.data, session.today, horizon, chosen)
    return Result(
        view=lambda width: status_view(found, width, everything=everything),
        data=lambda: _json(found),
        notices=session.notices,
    )


# What a plain `roadmap` does not need is not imported: it runs many times a day.
def _stage_id(session: Session, stage: str) -> str:
    from roadmap_cli.domain.plan.selection import find_stage

    return find_stage(session.data.roadmap, stage).id


def _json(report: StatusReport) -> dict[str, Any]:
    from roadmap_cli.render.plan.json_view import status_json

    return status_json(report)
