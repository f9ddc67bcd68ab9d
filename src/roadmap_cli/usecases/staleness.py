"""How the registered documents compare with the data, without writing any of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roadmap_cli.domain.model.files.register import RegisteredDocument
from roadmap_cli.domain.papers.as_of import as_of
from roadmap_cli.domain.papers.catalog import BY_CODE
from roadmap_cli.domain.papers.staleness import JudgedDocument, judge
from roadmap_cli.errors import RoadmapError
from roadmap_cli.storage.disk import bytes_of
from roadmap_cli.usecases.document_files import mark_of
from roadmap_cli.usecases.session import Session
from roadmap_cli.usecases.templates import Order, making, templates_of

if TYPE_CHECKING:
    from roadmap_cli.documents.context.request import Request
    from roadmap_cli.documents.make import Templates


def judged_documents(session: Session) -> list[JudgedDocument]:
    """Every document of the register with its state."""
    templates = templates_of(session.workspace.root)
    return [_judged(session, templates, document) for document in session.data.register.documents]


def _judged(session: Session, templates: Templates, document: RegisteredDocument) -> JudgedDocument:
    raw = bytes_of(session.workspace.root / document.file) if document.file else None
    mark = mark_of(raw) if raw is not None else None
    request = _request(session, document)
    sources = _sources_now(session, templates, document, request)
    judged = judge(document, mark, sources)
    if not judged.changed or not document.words:
        return judged
    return judge(document, mark, sources, _words_now(session, document, request))


def _request(session: Session, document: RegisteredDocument) -> Request:
    """What the document would be asked for with, if it were made again."""
    from roadmap_cli.documents.context.request import Request

    kind = BY_CODE.get(document.kind)
    is_dated = kind is not None and kind.layout.is_dated
    return Request(
        document.date if is_dated and document.date else session.today,
        document.number,
        document.date,
        document.annex,
        document.subject,
        kind=document.kind,
        people=document.people,
    )


def _sources_now(
    session: Session, templates: Templates, document: RegisteredDocument, request: Request
) -> dict[str, str]:
    """The fingerprints that the document would have if it were made today."""
    from roadmap_cli.documents.context.parts import TEMPLATE, build_parts, fingerprints
    from roadmap_cli.documents.make import template_mark

    names = [source.part for source in document.sources]
    kind = BY_CODE.get(document.kind)
    dated = kind is not None and kind.layout.is_dated
    data = as_of(session.data, request.today) if dated else session.data
    found = fingerprints(build_parts(names, data, request))
    if TEMPLATE in names and kind is not None:
        try:
            found[TEMPLATE] = template_mark(kind, templates)
        except RoadmapError:
            found[TEMPLATE] = ""
    return found


def _words_now(session: Session, document: RegisteredDocument, request: Request) -> str | None:
    """The fingerprint of what it would say; None where its template does not work any more."""
    order = Order(BY_CODE[document.kind], request, document.file or "")
    try:
        with making(session.workspace.root, session.data, [order]) as made:
            return next(made).words
    except RoadmapError:
        return None
