"""How documents are made: data, template, Word file, and a line in the register."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from roadmap_cli.domain.model.files.consents import ConsentKind
from roadmap_cli.domain.papers.layouts import Subject
from roadmap_cli.domain.papers.register import plain_number
from roadmap_cli.domain.papers.subjects import SUBJECTS, everybody, resolve
from roadmap_cli.errors import RequestInvalidError
from roadmap_cli.storage.transaction import write_together
from roadmap_cli.storage.update import prepare
from roadmap_cli.usecases.document_files import NewDocument, SavedFile, file_writes
from roadmap_cli.usecases.gate import Gate
from roadmap_cli.usecases.session import ALL_FILES, Run, Session, changing, open_session
from roadmap_cli.usecases.templates import Order, making

if TYPE_CHECKING:
    from roadmap_cli.documents.context.request import Destruction
    from roadmap_cli.domain.papers.document_type import DocumentType


class MakingOptions(NamedTuple):
    """The options of a command that makes documents; `output` names the file of a single one."""

    number: str | None = None
    day: date | None = None
    annex: str | None = None
    output: Path | None = None
    preview: bool = False
    force: bool = False
    reason: str | None = None
    destruction: Destruction | None = None


class Job(NamedTuple):
    """A document to make: its type, and the code of whom or what it is about.

    `people` are the codes of those whom one document names together.
    """

    kind: DocumentType
    subject: str | None
    people: tuple[str, ...] = ()


class Jobs(NamedTuple):
    """The documents that a command means, and what to say of those whom it leaves out."""

    jobs: Sequence[Job]
    notices: tuple[str, ...] = ()


class Delivery(NamedTuple):
    """What a command made; `saved` is empty when it was only shown."""

    documents: list[NewDocument]
    saved: list[SavedFile]
    notices: tuple[str, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """What was left blank in the documents, each once."""
        labels = (label for new in self.documents for label in new.document.missing)
        return tuple(dict.fromkeys(labels))

    @property
    def to_write(self) -> tuple[int, int]:
        """How many lines and cells are left to write on, besides what is missing."""
        made = [new.document for new in self.documents]
        return sum(one.hand_lines for one in made), sum(one.empty_cells for one in made)

    @property
    def doubts(self) -> tuple[str, ...]:
        """The remarks about the forms that the documents print, each once."""
        remarks = (remark for new in self.documents for remark in new.document.doubts)
        return tuple(dict.fromkeys(remarks))


MakeJobs = Callable[[Session], Jobs]
Watch = Callable[[Sequence[Job]], Iterable[Job]]


def deliver(run: Run, make_jobs: MakeJobs, options: MakingOptions, watch: Watch) -> Delivery:
    """Make documents and, unless they are only shown, record them in the register.

    `watch` receives the jobs and shows the user their progress. Raises WriteRefusedError for a
    document that would name a participant without consent, and where a person's work would be
    lost.
    """
    with contextlib.nullcontext(()) if options.preview else changing(run) as told:
        session = open_session(run, *ALL_FILES, told=told)
        jobs, left_out = make_jobs(session)
        if not options.preview:
            _refuse_made_elsewhere(jobs)
        documents = make_documents(session, jobs, options, watch)
        _refuse_without_consent(session, documents)
        if options.preview:
            return Delivery(documents, [], (*session.notices, *left_out))
        writes, changes, saved = file_writes(
            session, options.output, documents, force=options.force
        )
        written: tuple[str, ...] = ()
        if not run.dry_run:
            updates = prepare(session.workspace, changes)
            writes += [update.write(session.workspace) for update in updates]
            written = write_together(run.root, writes)
        return Delivery(documents, saved, (*session.notices, *left_out, *written))


def _refuse_made_elsewhere(jobs: Sequence[Job]) -> None:
    """Raises RequestInvalidError for a paper that states what only another command does."""
    for kind, *_ in jobs:
        if kind.made_by is not None:
            raise RequestInvalidError(
                f"«{kind.title}» составляет только команда {kind.made_by}: он говорит о том, что"
                " она выполнила",
                hint=f"Выполните: roadmap {kind.made_by}. Как он выглядит: --preview.",
            )


def jobs_of(
    session: Session,
    kind: DocumentType,
    words: Sequence[str],
    *,
    with_all: bool,
    day: date | None = None,
) -> Jobs:
    """The documents of a type that a command means: for the named subjects, all, or a blank.

    `day` is the day that they are to bear. Raises UnknownNameError and RequestInvalidError.
    """
    if kind.layout.subject is Subject.NOTHING:
        return Jobs([Job(kind, None)])
    on = day or session.today
    if with_all:
        found = everybody(kind, session.data, on)
        codes, notices = found.codes, _left_out(session, kind, found.left_out)
    else:
        codes, notices = resolve(kind, words, session.data, on), ()
    if kind.layout.together:
        return Jobs([Job(kind, None, tuple(dict.fromkeys(codes)))], notices)
    return Jobs([Job(kind, code) for code in codes] or [Job(kind, None)], notices)


def _left_out(session: Session, kind: DocumentType, whys: Mapping[str, str]) -> tuple[str, ...]:
    """A line for each reason, with those whom it is about."""
    names = SUBJECTS[kind.layout.subject].names(session.data)
    people: dict[str, list[str]] = {}
    for code, why in whys.items():
        people.setdefault(why, []).append(names[code])
    return tuple(
        f"Не создан документ «{kind.title}» ({why}): {'; '.join(own)}"
        for why, own in people.items()
    )


def make_documents(
    session: Session, jobs: Sequence[Job], options: MakingOptions, watch: Watch = iter
) -> list[NewDocument]:
    """Every document that is asked for; nothing is written. Raises RequestInvalidError."""
    _refuse_output(options.output, jobs)
    orders = [_order(session, job, options) for job in jobs]
    made = []
    with making(session.workspace.root, session.data, orders) as documents:
        for _, order in zip(watch(jobs), orders, strict=True):
            made.append(NewDocument(order.kind, next(documents), order.request))
    return made


def _order(session: Session, job: Job, options: MakingOptions) -> Order:
    """What stands on the document, and its file."""
    from roadmap_cli.documents.context.request import Request
    from roadmap_cli.documents.make import document_file
    from roadmap_cli.domain.papers.register import Entry, known_line

    kind, subject, people = job
    day = options.day or (session.today if kind.layout.is_dated else None)
    request = Request(
        options.day if options.day and kind.layout.is_dated else session.today,
        plain_number(options.number),
        day,
        options.annex,
        subject,
        options.reason,
        options.destruction,
        kind.code,
        people,
    )
    file = document_file(kind, session.data, request)
    known = known_line(
        session.data.register,
        Entry(kind.code, kind.title, file, subject, request.number, request.day),
    )
    if known is not None:
        # What the register knows of this very paper stands on it too.
        request = request._replace(
            number=request.number or known.number,
            day=request.day or known.date,
            annex=request.annex or known.annex,
        )
    return Order(kind, request, file)


def _refuse_output(output: Path | None, jobs: Sequence[Job]) -> None:
    if output is not None and len(jobs) > 1:
        raise RequestInvalidError("один файл через --output, а документов несколько")
    if output is not None and output.suffix.lower() != ".docx":
        raise RequestInvalidError(
            f"«{output.name}»: документ записывается только в формате .docx",
            hint="В PDF его сохранит Word или LibreOffice.",
        )


def _refuse_without_consent(session: Session, documents: Sequence[NewDocument]) -> None:
    """Raises WriteRefusedError when a document names somebody who did not consent to it."""
    gate = Gate(session)
    by_kinds: dict[tuple[ConsentKind, ...], list[tuple[bytes, date | None]]] = {}
    for kind, document, request in documents:
        if not kind.layout.asks_consent:
            by_kinds.setdefault(kind.consents, []).append((document.content, request.day))
    for kinds, contents in by_kinds.items():
        gate.refuse(contents, kinds)
