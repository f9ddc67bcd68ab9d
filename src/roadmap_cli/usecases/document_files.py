"""The files of made documents: what is written where, and what the register learns of it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from roadmap_cli.domain.papers.register import Entry, register_changes
from roadmap_cli.errors import WriteRefusedError
from roadmap_cli.storage.disk import Write, bytes_of

if TYPE_CHECKING:
    from roadmap_cli.documents.context.request import Request
    from roadmap_cli.documents.make import Made
    from roadmap_cli.domain.model.changes import Change
    from roadmap_cli.domain.papers.document_type import DocumentType
    from roadmap_cli.usecases.session import Session


class NewDocument(NamedTuple):
    """A document that was made, and what it was asked for with."""

    kind: DocumentType
    document: Made
    request: Request


class SavedFile(NamedTuple):
    """The file of a document; `written` is False for one that was there as it is."""

    path: Path
    written: bool


def mark_of(raw: bytes) -> str:
    """A short fingerprint of a file."""
    return hashlib.sha256(raw).hexdigest()[:16]


def file_writes(
    session: Session, output: Path | None, documents: Sequence[NewDocument], *, force: bool
) -> tuple[list[Write], list[Change], list[SavedFile]]:
    """The files to write, what the register learns, and what becomes of each document.

    Raises WriteRefusedError where a person's work would be lost.
    """
    root = session.workspace.root
    writes: list[Write] = []
    changes: list[Change] = []
    saved = []
    for kind, document, request in documents:
        path = output or root / document.file
        content = document.content
        before = _refuse_lost_work(session, path, content, force=force)
        if before != content:
            writes.append(Write(path, content, before))
        saved.append(SavedFile(path, before != content))
        file = _within(path, root)
        if file is not None:
            entry = Entry(
                kind.code,
                kind.title,
                file,
                request.subject,
                request.number,
                request.day,
                request.annex,
                mark_of(content),
                document.sources,
                document.words,
                request.people,
            )
            changes += register_changes(session.data.register, entry)
    return writes, changes, saved


def _refuse_lost_work(session: Session, path: Path, content: bytes, *, force: bool) -> bytes | None:
    """The bytes that stand in the way and may go; raises WriteRefusedError for a person's work."""
    try:
        before = bytes_of(path)
    except OSError as error:
        raise WriteRefusedError(f"файл «{path}» не читается") from error
    if before is None or before == content or force:
        return before
    file = _within(path, session.workspace.root)
    known = next((line for line in session.data.register.documents if line.file == file), None)
    if known is not None and known.made == mark_of(before):
        return before
    raise WriteRefusedError(
        f"файл «{path.name}» изменён вручную или создан не программой",
        hint="Заменить его: --force. Сохранить рядом под другим именем: --output.",
    )


def _within(path: Path, root: Path) -> str | None:
    """The path as the register calls it, or None for a file outside the workspace."""
    path, root = path.resolve(), root.resolve()
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else None
