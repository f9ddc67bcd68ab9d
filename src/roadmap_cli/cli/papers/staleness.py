"""`roadmap docs`: how the made documents stand against the data."""

import typer

from roadmap_cli.cli.frame.context import open_session
from roadmap_cli.cli.frame.result import Result
from roadmap_cli.domain.papers.staleness import JudgedDocument
from roadmap_cli.render.json_values import Json, as_json
from roadmap_cli.usecases.session import ALL_FILES
from roadmap_cli.usecases.staleness import judged_documents


def docs(ctx: typer.Context) -> Result:
    """List the made documents with their states."""
    from roadmap_cli.documents.context.parts import SOURCE_TITLES
    from roadmap_cli.render.papers.documents import register_view

    session = open_session(ctx, *ALL_FILES)
    judged = judged_documents(session)
    return Result(
        view=lambda _width: register_view(judged, SOURCE_TITLES),
        data=lambda: {"documents": [_json(document) for document in judged]},
        notices=session.notices,
    )


def _json(judged: JudgedDocument) -> Json:
    values: Json = as_json(judged)
    return {**values.pop("document"), **values}
