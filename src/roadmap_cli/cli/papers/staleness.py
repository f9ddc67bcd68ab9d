"""`roadmap docs`: how the made documents stand against the data."""

import typer

from roadmap_cli.cli.frame.context import Session, open_session
from roadmap_cli.cli.frame.result import Result
from roadmap_cli.domain.model.files.register import RegisteredDocument
from roadmap_cli.domain.papers.staleness import JudgedDocument, judge
from roadmap_cli.storage.disk import bytes_of
from roadmap_cli.usecases.documents import ALL_FILES, mark_of


def docs(ctx: typer.Context) -> Result:
    """Сделанные документы: что соответствует данным, что устарело, что правили вручную."""
    from roadmap_cli.documents.context.parts import BY_NAME
    from roadmap_cli.render.papers.documents import register_view

    session = open_session(ctx, *ALL_FILES)
    judged = [_judged(session, each) for each in session.data.register.documents]
    titles = {name: part.title for name, part in BY_NAME.items()}
    return Result(
        view=lambda _width: register_view(judged, titles),
        data=lambda: {
            "documents": [
                {
                    "kind": each.document.kind,
                    "number": each.document.number,
                    "date": each.document.date.isoformat() if each.document.date else None,
                    "title": each.document.title,
                    "file": each.document.file,
                    "state": each.state.value,
                    "changed": list(each.changed),
                }
                for each in judged
            ]
        },
        notices=session.notices,
    )


def _judged(session: Session, document: RegisteredDocument) -> JudgedDocument:
    raw = bytes_of(session.workspace.root / document.file) if document.file else None
    return judge(
        document, mark_of(raw) if raw is not None else None, _sources_now(session, document)
    )


def _sources_now(session: Session, document: RegisteredDocument) -> dict[str, str] | None:
    """The fingerprints that the document would have if it were made today."""
    from roadmap_cli.documents.context.parts import build_parts, fingerprints
    from roadmap_cli.documents.context.request import Request

    names = [source.part for source in document.sources]
    request = Request(session.today, subject=document.subject)
    return fingerprints(build_parts(names, session.data, request))
