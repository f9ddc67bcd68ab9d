"""`roadmap docs`: how the made documents stand against the data; printing them."""

import typer

from roadmap_cli.cli.frame.context import open_session
from roadmap_cli.cli.frame.groups import CommandGroup, command
from roadmap_cli.cli.frame.result import Result
from roadmap_cli.cli.frame.shared_options import ReadingCommand
from roadmap_cli.cli.papers.printing import print_command
from roadmap_cli.domain.papers.staleness import JudgedDocument
from roadmap_cli.render.json_values import Json, as_json
from roadmap_cli.usecases.session import ALL_FILES
from roadmap_cli.usecases.staleness import judged_documents

_LIST = "list"


def docs(ctx: typer.Context) -> Result:
    """Созданные документы: что соответствует данным, что устарело, что изменено вручную."""
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


DOCS = CommandGroup({_LIST: command(docs, ReadingCommand), "print": print_command}, default=_LIST)
