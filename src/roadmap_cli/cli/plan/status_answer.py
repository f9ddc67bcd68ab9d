"""The answer of `roadmap status`, with or without a command line to parse.

What a plain `roadmap` does not need is not imported: it runs many times a day.
"""

from datetime import timedelta
from typing import Any

from roadmap_cli.cli.frame.result import Result
from roadmap_cli.domain.plan.proofs import files_of_proofs
from roadmap_cli.domain.plan.status import StatusReport, status_report
from roadmap_cli.domain.plan.urgency import DEFAULT_HORIZON
from roadmap_cli.render.plan.status import status_view
from roadmap_cli.usecases.session import Run, Session, open_session, with_files

_USEFUL = ("people", "organization", "documents")


def status_answer(
    run: Run,
    stage: str | None = None,
    *,
    everything: bool = False,
    horizon: timedelta = DEFAULT_HORIZON,
) -> Result:
    """How the roadmap stands, or one stage of it."""
    session = open_session(run, useful=_USEFUL)
    session = with_files(session, files_of_proofs(session.data.roadmap))
    chosen = _stage_id(session, stage) if stage else None
    found = status_report(session.data, session.today, horizon, chosen)
    return Result(
        view=lambda width: status_view(found, width, everything=everything),
        data=lambda: _json(found),
        notices=session.notices,
    )


def _stage_id(session: Session, stage: str) -> str:
    from roadmap_cli.domain.plan.selection import find_stage

    return find_stage(session.data.roadmap, stage).id


def _json(found: StatusReport) -> dict[str, Any]:
    from roadmap_cli.render.plan.json_view import status_json

    return status_json(found)
