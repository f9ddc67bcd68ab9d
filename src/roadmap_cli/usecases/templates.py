"""The templates of a workspace: the school's own and the built-in ones, and whether they work."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from roadmap_cli.domain.papers.catalog import DOCUMENT_TYPES, DocumentType
from roadmap_cli.errors import RequestInvalidError, TemplateInvalidError
from roadmap_cli.storage.disk import bytes_of, replace_file
from roadmap_cli.storage.templates import find_template, find_word_template

if TYPE_CHECKING:
    from roadmap_cli.documents.make import Templates
    from roadmap_cli.problems import Problem
    from roadmap_cli.usecases.session import Run, Session

_BUILT_IN = "встроенный "


class TemplateOfKind(NamedTuple):
    """The template of a document type; `is_own` when the school has one of its own."""

    kind: DocumentType
    is_own: bool


def templates_of(root: Path) -> Templates:
    """The templates of a workspace."""
    from roadmap_cli.documents.context.parts import BY_NAME
    from roadmap_cli.documents.make import Templates
    from roadmap_cli.documents.template.fill import Filler, TemplateSource

    def find(name: str) -> TemplateSource | None:
        found = find_template(root, name)
        return TemplateSource(*found) if found else None

    reference = find_word_template(root, "reference.docx")
    return Templates(
        Filler(find, BY_NAME),
        lambda name: find_word_template(root, name),
        reference[0] if reference else None,
    )


def list_templates(root: Path) -> list[TemplateOfKind]:
    """The template of every document type."""
    rows = []
    for kind in DOCUMENT_TYPES:
        found = find_template(root, kind.template)
        word = find_word_template(root, f"{kind.group}/{kind.kind}.docx")
        is_own = word is not None or not (found and found[1].startswith(_BUILT_IN))
        rows.append(TemplateOfKind(kind, is_own))
    return rows


def copy_template(run: Run, kind: DocumentType) -> Path:
    """Copy the built-in template of a type to the school's own templates.

    Raises RequestInvalidError when there is an own one already.
    """
    found = find_template(None, kind.template)
    assert found is not None, kind.template
    path = run.root / "templates" / kind.template
    if bytes_of(path) is not None:
        raise RequestInvalidError(
            f"свой шаблон уже есть: {path}", hint="Удалите его, чтобы начать со встроенного."
        )
    if not run.dry_run:
        replace_file(path, found[0].encode(), None)
    return path


def template_faults(session: Session) -> tuple[Problem, ...]:
    """What is wrong with the templates, each fault once."""
    templates = templates_of(session.workspace.root)
    found = [fault for kind in DOCUMENT_TYPES for fault in _faults(session, kind, templates)]
    return tuple(dict.fromkeys(found))


def _faults(session: Session, kind: DocumentType, templates: Templates) -> tuple[Problem, ...]:
    from roadmap_cli.documents.context.request import Request
    from roadmap_cli.documents.make import make_document

    try:
        make_document(kind, session.data, Request(session.today), templates, "")
    except TemplateInvalidError as error:
        return error.problems
    return ()
