"""Destroying a person's data: what goes, the act about it, and what is left elsewhere."""

from typing import NamedTuple

from roadmap_cli.documents.context.request import Destruction
from roadmap_cli.domain.model.changes import Change
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.people import Person
from roadmap_cli.domain.papers.catalog import BY_CODE
from roadmap_cli.domain.people.forgetting import (
    Forgetting,
    forget_person,
    reason_of,
)
from roadmap_cli.domain.people.mentions import Recognizer
from roadmap_cli.domain.people.renaming import rename_telling
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.domain.registries.edits import references_to
from roadmap_cli.domain.registries.lookup import find_item
from roadmap_cli.errors import RequestInvalidError
from roadmap_cli.storage.disk import Write, bytes_of
from roadmap_cli.storage.git import Git
from roadmap_cli.storage.ring import Ring
from roadmap_cli.storage.transaction import Keys, write_together
from roadmap_cli.storage.update import FileUpdate, prepare
from roadmap_cli.storage.vault.clone import ring_here, stage_sealed
from roadmap_cli.text.drawn_codes import is_random
from roadmap_cli.usecases.document_files import file_writes
from roadmap_cli.usecases.documents import Job, MakingOptions, make_documents
from roadmap_cli.usecases.mentions import (
    Looked,
    in_data,
    in_files,
    in_git,
    in_worktrees,
    looked_words,
)
from roadmap_cli.usecases.session import ALL_FILES, Run, Session, changing, open_session

_ACT = "act.destruction"


class Elsewhere(NamedTuple):
    """Where the person is mentioned besides the records that are cleared, for a person to mend.

    `in_data` are lines of data files as they will be, `in_files` other files of the workspace,
    `in_git` counts by kind of object, `in_worktrees` files of other working folders.
    """

    in_data: Looked
    in_files: Looked
    in_git: Looked
    in_worktrees: Looked

    @property
    def looked(self) -> str:
        """How much was looked through, in Russian."""
        files = self.in_data.texts + self.in_files.texts + self.in_worktrees.texts
        return looked_words(files, self.in_git.texts)


class PlannedForgetting(NamedTuple):
    """What will happen to a person's data.

    `code` is what the record is called from then on, `kept` are the places that go on referring
    to it. `session` holds the data as they are when telling codes have gone.
    """

    person: Person
    code: str
    session: Session
    forgetting: Forgetting
    kept: list[str]
    elsewhere: Elsewhere
    ring: Ring | None
    labels: tuple[str, ...]


class Forgotten(NamedTuple):
    """What happened: the plan that was carried out, the file of the act, what a person must do."""

    planned: PlannedForgetting
    act: str
    notices: tuple[str, ...]


def plan_forgetting(session: Session, word: str) -> PlannedForgetting:
    """Describe what forgetting the person of this code or full name would do.

    Raises UnknownNameError, and RequestInvalidError for a person who is already forgotten.
    """
    found = find_item(Directory(session.data), Dataset.people, word, whole=True)
    assert isinstance(found, Person)
    if found.forgotten_on is not None:
        raise RequestInvalidError(f"данные «{found.id}» уже уничтожены")
    renaming = rename_telling(session.data, found)
    renamed = _after(session, renaming.changes)
    person = renamed.data.people.find(renaming.code)
    assert person is not None
    ring = ring_here(session.workspace.root)
    labels = _labels(session, found, ring)
    marks = tuple(ring.mark(label) for label in labels) if ring is not None else ()
    forgetting = forget_person(renamed.data, person, session.today, marks)
    links = references_to(Directory(session.data), Dataset.people, found.id)
    places = session.workspace.spots((link.source.file, link.at) for link in links)
    return PlannedForgetting(
        found,
        renaming.code,
        renamed,
        forgetting,
        [str(place) for place in places],
        _elsewhere(session, renamed, found, forgetting),
        ring,
        labels,
    )


def _labels(session: Session, person: Person, ring: Ring | None) -> tuple[str, ...]:
    """The labels of the keys that go: the person's own, and those of the person's pairs."""
    if ring is None:
        return ()
    (owned,) = Dataset.pairs.owned_lists
    pairs = (pair.id for pair in session.data.pairs.pairs if person.id in pair.people)
    return (person.id, *(ring.current(owned.label(pair)) for pair in pairs))


def _after(session: Session, changes: tuple[Change, ...]) -> Session:
    """The session as it would be after changes."""
    updates = prepare(session.workspace, changes)
    workspace = session.workspace.replaced({each.file: each.content for each in updates})
    data = workspace.data(ALL_FILES).having(salt=session.data.salt)
    return session._replace(workspace=workspace, data=data)


def _elsewhere(
    before: Session, renamed: Session, person: Person, forgetting: Forgetting
) -> Elsewhere:
    """Look for the person in what will be left."""
    root = before.workspace.root
    after = _after(renamed, tuple(change for edit in forgetting.edits for change in edit.changes))
    recognizer = Recognizer([person], codes=not is_random(person.id))
    contents = {each.registry.file: each.raw for each in after.workspace.files.values()}
    git = Git(root)
    return Elsewhere(
        in_data(contents, recognizer),
        in_files(root, recognizer, (*contents, *forgetting.files)),
        in_git(git, recognizer),
        in_worktrees(git, root, recognizer),
    )


def forget(run: Run, word: str, reason: str | None) -> Forgotten:
    """Write the act, clear the records, remove the papers and the key: all of it or nothing."""
    with changing(run) as told:
        session = open_session(run, *ALL_FILES, told=told)
        planned = plan_forgetting(session, word)
        act, written = _carry_out(session, planned, reason)
    return Forgotten(planned, act, (*session.notices, *written, *_left(planned)))


def _carry_out(
    session: Session, planned: PlannedForgetting, reason: str | None
) -> tuple[str, tuple[str, ...]]:
    root, renamed = session.run.root, planned.session
    papers = [(root / file, bytes_of(root / file)) for file in planned.forgetting.files]
    removed = [Write(path, None, raw) for path, raw in papers if raw is not None]
    ring = planned.ring
    git = planned.elsewhere.in_git
    options = MakingOptions(
        day=session.today,
        reason=reason or reason_of(session.data, planned.person, session.today),
        destruction=Destruction(
            papers=len(removed),
            key=ring is not None and any(map(ring.keys, planned.labels)),
            objects=git.texts or None,
            open_objects=git.found,
            coded_objects=git.coded,
        ),
    )
    made = make_documents(renamed, [Job(BY_CODE[_ACT], planned.code)], options)
    writes, changes, saved = file_writes(renamed, None, made, force=False)
    edits = [change for edit in planned.forgetting.edits for change in edit.changes]
    updates = _from_the_start(session, renamed, prepare(renamed.workspace, [*edits, *changes]))
    keys = Keys(ring.vault, planned.labels) if ring is not None else None
    data = [update.write(session.workspace) for update in updates]
    return str(saved[0].path), write_together(
        root, [*writes, *removed, *data], keys, lambda: stage_sealed(root) if ring else ()
    )


def _from_the_start(
    session: Session, renamed: Session, updates: tuple[FileUpdate, ...]
) -> list[FileUpdate]:
    """The changes of both steps as one: from what the files hold to what they will hold."""
    contents = {each.registry.file: each.raw for each in renamed.workspace.files.values()}
    contents |= {update.file: update.content for update in updates}
    before = {each.registry.file: each.raw for each in session.workspace.files.values()}
    return [
        FileUpdate(file, before.get(file), content)
        for file, content in contents.items()
        if content != before.get(file)
    ]


def _left(planned: PlannedForgetting) -> tuple[str, ...]:
    """What a person must still do."""
    found = planned.elsewhere
    said = [f"Упоминается также в файле: {file}" for file in found.in_files.places]
    said += [f"Упоминается в другой рабочей папке: {file}" for file in found.in_worktrees.places]
    if found.in_files.unread:
        said.append(f"Не просмотрено, откройте сами: {', '.join(found.in_files.unread)}.")
    if found.in_git.places:
        said.append(
            f"В истории git эти данные ещё не зашифрованы ({'; '.join(found.in_git.places)})."
            " Как убрать их совсем: roadmap vault rewrite; руководство, «Хранилище»."
        )
    if found.in_git.coded:
        said.append(
            f"Прежний код без имени остаётся в истории git (объектов: {found.in_git.coded})."
            " Убрать и его: roadmap vault rewrite."
        )
    return (*said, found.looked)
