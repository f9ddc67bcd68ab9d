"""How a document is made: data, template, Word file, and a line in the register."""

import contextlib
import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import typer
from rich.console import Group, RenderableType
from rich.text import Text

from roadmap_cli.cli.frame.context import Session, changing, open_session, settings
from roadmap_cli.cli.frame.output import watched
from roadmap_cli.cli.frame.result import Result
from roadmap_cli.cli.frame.shared_options import day_told
from roadmap_cli.domain.model.changes import Change
from roadmap_cli.domain.model.dataset import REGISTRIES
from roadmap_cli.domain.papers.catalog import DocumentType
from roadmap_cli.domain.papers.layouts import Subject
from roadmap_cli.errors import RequestInvalidError, WriteRefusedError
from roadmap_cli.storage.disk import bytes_of
from roadmap_cli.storage.transaction import Write, write_together
from roadmap_cli.storage.update import prepare
from roadmap_cli.storage.workspace import current_folder
from roadmap_cli.text.plurals import counted

ALL_FILES = tuple(registry.key for registry in REGISTRIES)


class Wish(NamedTuple):
    """The words of a command that makes documents."""

    number: str | None = None
    day: str | None = None
    annex: str | None = None
    output: Path | None = None
    preview: bool = False
    force: bool = False
    subjects: tuple[str, ...] = ()
    everybody: bool = False
    reason: str | None = None


class Job(NamedTuple):
    """A document to make: its type, and the code of whom or what it is about."""

    kind: DocumentType
    subject: str | None


Jobs = Callable[[Session], Sequence[Job]]


class Saved(NamedTuple):
    """A made document and what became of its file."""

    path: Path
    written: bool
    missing: tuple[str, ...]


def make_documents(ctx: typer.Context, kind: DocumentType, wish: Wish) -> Result:
    """Make one document, or one for each subject, and write them down in the register."""
    return make_jobs(
        ctx,
        lambda session: [Job(kind, subject) for subject in _subjects(session, kind, wish)],
        wish,
    )


def make_jobs(ctx: typer.Context, jobs: Jobs, wish: Wish) -> Result:
    """Make documents of several types at once; see `make_documents`."""
    own = settings(ctx)
    with contextlib.nullcontext() if wish.preview else changing(own):
        return _result(ctx, jobs, wish)


def mark_of(raw: bytes) -> str:
    """A short fingerprint of a file."""
    return hashlib.sha256(raw).hexdigest()[:16]


def finder(root: Path) -> Callable[[str], Any]:
    """How templates are looked up for a workspace."""
    from roadmap_cli.documents.template.fill import TemplateSource
    from roadmap_cli.storage.templates import find_template

    def find(name: str) -> TemplateSource | None:
        found = find_template(root, name)
        return TemplateSource(*found) if found else None

    return find


def templates_of(root: Path) -> Any:
    """The templates of a workspace: its own and the built-in ones."""
    from roadmap_cli.documents.context.parts import BY_NAME
    from roadmap_cli.documents.make import Templates
    from roadmap_cli.documents.template.fill import Filler
    from roadmap_cli.storage.templates import find_word_template

    reference = find_word_template(root, "reference.docx")
    return Templates(
        Filler(finder(root), BY_NAME),
        lambda name: find_word_template(root, name),
        reference[0] if reference else None,
    )


def _result(ctx: typer.Context, jobs: Jobs, wish: Wish) -> Result:
    from roadmap_cli.render.papers.documents import made_view

    session = open_session(ctx, *ALL_FILES)
    made = make_all(session, jobs(session), wish)
    missing = tuple(dict.fromkeys(label for each in made for label in each.document.missing))
    notices = (*session.notices, *_missing_notice(missing))
    if wish.preview:
        return Result(
            view=lambda width: _preview([each.document for each in made], width),
            data=lambda: {"documents": [], "missing": list(missing)},
            notices=notices,
        )
    _refuse_without_consent(session, made)
    saved = _save(session, wish, made)
    dry_run = session.settings.dry_run
    return Result(
        view=lambda _width: made_view(
            [(_shown(each.path), each.written) for each in saved], dry_run=dry_run
        ),
        data=lambda: {
            "documents": [
                {"file": str(each.path), "written": each.written and not dry_run} for each in saved
            ],
            "missing": list(missing),
        },
        notices=notices,
    )


def _preview(made: Sequence[Any], width: int) -> RenderableType:
    from roadmap_cli.documents.docx.text import docx_text
    from roadmap_cli.render.papers.sheet import paper_view

    return Group(
        *(
            paper_view(each.paper, width) if each.paper else Text(docx_text(each.content) or "")
            for each in made
        )
    )


def _shown(path: Path) -> str:
    """The path from where the person stands, when that is shorter."""
    here = current_folder()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


class _Made(NamedTuple):
    kind: DocumentType
    document: Any
    request: Any


def make_all(session: Session, jobs: Sequence[Job], wish: Wish) -> list[_Made]:
    """Every document that is asked for."""
    from roadmap_cli.documents.context.request import Request
    from roadmap_cli.documents.make import document_file, make_document
    from roadmap_cli.domain.papers.register import Entry, remembered

    templates = templates_of(session.workspace.root)
    day = day_told(wish.day, "--date")
    if wish.output is not None and len(jobs) > 1:
        raise RequestInvalidError("один файл через --output, а документов несколько")
    if wish.output is not None and wish.output.suffix.lower() != ".docx":
        raise RequestInvalidError(
            f"«{wish.output.name}»: документ записывается только в формате .docx",
            hint="В PDF его сохранит Word или LibreOffice.",
        )
    made = []
    for kind, subject in watched(jobs, "Документы"):
        request = Request(session.today, wish.number or None, day, wish.annex, subject, wish.reason)
        file = document_file(kind, session.data, request)
        known = remembered(session.data.register, Entry(kind.code, kind.title, file, subject))
        if known is not None and wish.number is None and day is None:
            annex = wish.annex or known.annex
            request = request._replace(number=known.number, day=known.date, annex=annex)
        document = make_document(kind, session.data, request, templates, file)
        made.append(_Made(kind, document, request))
    return made


def _refuse_without_consent(session: Session, made: Sequence[_Made]) -> None:
    """Raises WriteRefusedError when a document would name a participant who did not consent."""
    from roadmap_cli.domain.people.consents import naming_lacks
    from roadmap_cli.domain.registries.directory import Directory

    directory = Directory(session.data)
    lacks = [
        lack
        for each in made
        if not each.kind.layout.asks_consent
        for lack in naming_lacks(
            session.data, each.document.people, each.request.day or session.today
        )
    ]
    if lacks:
        said = "; ".join(lack.words(directory) for lack in dict.fromkeys(lacks))
        raise WriteRefusedError(
            f"документ называет людей без согласия. {said}",
            hint="Бланки для них: roadmap consent print. Подписанное: roadmap consent add",
        )


def _subjects(session: Session, kind: DocumentType, wish: Wish) -> Sequence[str | None]:
    from roadmap_cli.domain.papers.subjects import SUBJECTS, resolve

    subject = kind.layout.subject
    if subject is Subject.NOTHING:
        return [None]
    if wish.everybody:
        found = SUBJECTS[subject].everybody(session.data)
        if not found:
            raise RequestInvalidError("в данных ещё никого нет", hint="Пустой бланк: без --all.")
        return found
    return resolve(subject, wish.subjects, session.data) or [None]


def _save(session: Session, wish: Wish, made: Sequence[_Made]) -> list[Saved]:
    """Write the files and the register in one transaction."""
    writes, changes, saved = writes_of(session, wish, made)
    if not session.settings.dry_run:
        updates = prepare(session.workspace, changes)
        writes += [update.write(session.workspace) for update in updates]
        write_together(session.workspace.root, writes)
    return saved


def writes_of(
    session: Session, wish: Wish, made: Sequence[_Made]
) -> tuple[list[Write], list[Change], list[Saved]]:
    """The files to write, what the register learns, and what becomes of each document.

    Raises WriteRefusedError where a person's work would be lost.
    """
    from roadmap_cli.domain.papers.register import Entry, recorded

    root = session.workspace.root
    writes: list[Write] = []
    changes: list[Change] = []
    saved = []
    for kind, document, request in made:
        path = wish.output or root / document.file
        content = document.content
        before = _refuse_lost_work(session, path, content, force=wish.force)
        if before != content:
            writes.append(Write(path, content, before))
        saved.append(Saved(path, before != content, document.missing))
        file = _within(path, root)
        if file is not None:
            entry = Entry(
                kind.code, kind.title, file, request.subject, request.number, request.day,
                request.annex, mark_of(content), document.sources,
            )  # fmt: skip
            changes += recorded(session.data.register, entry)
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
    known = next((each for each in session.data.register.documents if each.file == file), None)
    if known is not None and known.made == mark_of(before):
        return before
    raise WriteRefusedError(
        f"файл «{path.name}» изменён вручную или сделан не программой",
        hint="Заменить его: --force. Сохранить рядом под другим именем: --output.",
    )


def _within(path: Path, root: Path) -> str | None:
    """The path as the register calls it, or None for a file outside the workspace."""
    path, root = path.resolve(), root.resolve()
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else None


def _missing_notice(missing: Sequence[str]) -> tuple[str, ...]:
    if not missing:
        return ()
    return (
        f"Оставлены пустые строки ({counted(len(missing), 'место', 'места', 'мест')}),"
        " впишите от руки или заполните данные:",
        *(f"  – {label}" for label in missing),
    )
