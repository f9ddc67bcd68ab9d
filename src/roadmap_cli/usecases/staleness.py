"""How the registered documents compare with the data, without writing any of them."""

from roadmap_cli.domain.model.files.register import RegisteredDocument
from roadmap_cli.domain.papers.staleness import JudgedDocument, judge
from roadmap_cli.storage.disk import bytes_of
from roadmap_cli.usecases.document_files import mark_of
from roadmap_cli.usecases.session import Session


def judged_documents(session: Session) -> list[JudgedDocument]:
    """Every document of the register with its state."""
    return [_judged(session, document) for document in session.data.register.documents]


def _judged(session: Session, document: RegisteredDocument) -> JudgedDocument:
    raw = bytes_of(session.workspace.root / document.file) if document.file else None
    mark = mark_of(raw) if raw is not None else None
    return judge(document, mark, _sources_now(session, document))


def _sources_now(session: Session, document: RegisteredDocument) -> dict[str, str]:
    """The fingerprints that the document would have if it were made today."""
    from roadmap_cli.documents.context.parts import build_parts, fingerprints
    from roadmap_cli.documents.context.request import Request

    names = [source.part for source in document.sources]
    request = Request(session.today, subject=document.subject)
    return fingerprints(build_parts(names, session.data, request))
