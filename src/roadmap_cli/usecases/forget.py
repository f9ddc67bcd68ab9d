"""Destroying a person's data: what goes, the act about it, and what is left elsewhere."""

from typing import NamedTuple

from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.people import Person
from roadmap_cli.domain.papers.catalog import BY_CODE
from roadmap_cli.domain.people.forgetting import (
    FORGOTTEN,
    Forgetting,
    forget_person,
    needles,
    reason_of,
)
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.domain.registries.edits import references_to
from roadmap_cli.domain.registries.lookup import find_item
from roadmap_cli.errors import RequestInvalidError
from roadmap_cli.storage.disk import Write, bytes_of
from roadmap_cli.storage.git import Git
from roadmap_cli.storage.transaction import write_together
from roadmap_cli.storage.update import prepare
from roadmap_cli.storage.vault.clone import destroy_key
from roadmap_cli.usecases.document_files import file_writes
from roadmap_cli.usecases.documents import Job, MakingOptions, make_documents
from roadmap_cli.usecases.session import ALL_FILES, Run, Session, changing, open_session

_ACT = "act.destruction"


class PlannedForgetting(NamedTuple):
    """What will happen to a person's data.

    `kept` are the places that go on referring to the code, `mentions` those where the name
    stands in words, for a person to mend.
    """

    person: Person
    forgetting: Forgetting
    kept: list[str]
    mentions: list[str]


class Forgotten(NamedTuple):
    """What happened: the plan that was carried out, the file of the act, what a person must do."""

    planned: PlannedForgetting
    act: str
    notices: tuple[str, ...]


def plan_forgetting(session: Session, word: str) -> PlannedForgetting:
    """Describe what forgetting the person of this code or full name would do.

    Raises UnknownNameError, and RequestInvalidError for a person who is already forgotten.
    """
    directory = Directory(session.data)
    found = find_item(directory, Dataset.people, word, whole=True)
    assert isinstance(found, Person)
    if found.forgotten_on is not None:
        raise RequestInvalidError(f"данные «{found.id}» уже уничтожены")
    forgetting = forget_person(session.data, found, session.today)
    links = references_to(directory, Dataset.people, found.id)
    places = [(link.source.file, link.at) for link in links]
    return PlannedForgetting(
        found,
        forgetting,
        [str(place) for place in session.workspace.spots(places)],
        [str(place) for place in session.workspace.spots(forgetting.mentions)],
    )


def finish_forgetting(session: Session, word: str) -> None:
    """Destroy the key of a forgotten person if an earlier command was interrupted before that."""
    known = session.data.people.find(word)
    if known is not None and known.forgotten_on is not None and known.surname == FORGOTTEN:
        destroy_key(session.workspace.root, known.id)


def forget(run: Run, word: str, reason: str | None) -> Forgotten:
    """Write the act, clear the records, remove the papers and the key."""
    with changing(run):
        session = open_session(run, *ALL_FILES)
        planned = plan_forgetting(session, word)
        act = _carry_out(session, planned, reason)
    notices = (*session.notices, *_left(session, planned.person))
    return Forgotten(planned, act, notices)


def _carry_out(session: Session, planned: PlannedForgetting, reason: str | None) -> str:
    root, person = session.run.root, planned.person
    reason = reason or reason_of(session.data, person, session.today)
    options = MakingOptions(day=session.today, reason=reason)
    made = make_documents(session, [Job(BY_CODE[_ACT], person.id)], options)
    writes, changes, saved = file_writes(session, None, made, force=False)
    edits = [change for edit in planned.forgetting.edits for change in edit.changes]
    updates = prepare(session.workspace, [*edits, *changes])
    papers = [(root / file, bytes_of(root / file)) for file in planned.forgetting.files]
    writes += [Write(path, None, raw) for path, raw in papers if raw is not None]
    write_together(root, [*writes, *(update.write(session.workspace) for update in updates)])
    destroy_key(root, person.id)
    return str(saved[0].path)


def _left(session: Session, person: Person) -> tuple[str, ...]:
    """Where the person can still be found: other papers, and what git holds in the open."""
    from roadmap_cli.documents.docx.text import docx_text

    root = session.run.root
    words = needles(person)
    said = []
    for document in session.data.register.documents:
        raw = bytes_of(root / document.file) if document.file else None
        text = docx_text(raw) if raw is not None else None
        if text and document.subject != person.id and any(word in text for word in words):
            said.append(f"Упоминается также в документе: {document.file}")
    git = Git(root)
    if git.output("log", "--all", "-n", "1", "--format=%H", "--", "documents"):
        said.append("В истории git есть документы Word с именами: руководство, «Хранилище».")
    found = git.objects_with(word.encode() for word in words)
    if found:
        said.append(
            f"В истории git эти данные ещё не зашифрованы (объектов: {len(found)}). Как убрать их"
            " совсем: руководство, «Хранилище»."
        )
    return tuple(said)
