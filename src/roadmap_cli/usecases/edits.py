"""Editing a workspace: lock, load, ask the domain, refuse new errors, write."""

from collections.abc import Callable, Iterator, Sequence
from difflib import unified_diff
from typing import NamedTuple

from roadmap_cli.domain.checks.table import new_errors
from roadmap_cli.domain.model.edits import Edit
from roadmap_cli.errors import DataInvalidError
from roadmap_cli.problems import in_reading_order
from roadmap_cli.storage.update import FileUpdate, prepare
from roadmap_cli.usecases.session import Run, Session, changing, open_session

MakeEdits = Callable[[Session], list[Edit]]
Remarks = Callable[[Session], tuple[str, ...]]


class Edited(NamedTuple):
    """What was done: the edits, the files they changed and the lines in which those differ."""

    edits: list[Edit]
    files: tuple[str, ...]
    difference: str
    notices: tuple[str, ...]


def edit_workspace(
    run: Run,
    make_edits: MakeEdits,
    needed: Sequence[str],
    remarks: Remarks = lambda _session: (),
) -> Edited:
    """Carry out the edits that are made of the data; in a dry run only compute them.

    `needed` are the keys of files that must be sound beside the roadmap, `remarks` says what
    else a person should know. The data are read under the lock, so two commands at once both
    take effect. Raises DataInvalidError or WriteRefusedError; then nothing is written.
    """
    with changing(run) as told:
        session = open_session(run, *needed, told=told)
        edits = make_edits(session)
        updates = prepare(session.workspace, [change for edit in edits for change in edit.changes])
        _refuse_new_errors(session, updates)
        written: tuple[str, ...] = ()
        if not run.dry_run:
            from roadmap_cli.storage.transaction import write_together

            writes = [update.write(session.workspace) for update in updates]
            written = write_together(run.root, writes)
    return Edited(
        edits,
        tuple(update.file for update in updates),
        "".join(_difference_of(update) for update in updates),
        (*session.notices, *remarks(session), *_remarks(edits), *written),
    )


def _remarks(edits: Sequence[Edit]) -> Iterator[str]:
    return (remark for edit in edits for remark in edit.remarks)


def _refuse_new_errors(session: Session, updates: Sequence[FileUpdate]) -> None:
    """Raises DataInvalidError when `check` would find a new error in what is to be written.

    Errors in other files are let through: a consent may be withdrawn while a pair needs it.
    """
    if not updates:
        return
    after = session.workspace.replaced({update.file: update.content for update in updates})
    data = after.data(()).having(present_files=session.data.present_files)
    written = frozenset(update.file for update in updates)
    found = new_errors(session.data, data, session.today, written)
    if found:
        problems = in_reading_order(after.place(found))
        raise DataInvalidError("так записать нельзя, ничего не изменено", problems)


def _difference_of(update: FileUpdate) -> str:
    """The lines that an update changes, as `git diff` shows them."""
    before = (update.before or b"").decode("utf-8-sig").splitlines()
    after = update.content.decode("utf-8-sig").splitlines()
    lines = unified_diff(before, after, update.file, update.file, lineterm="", n=1)
    return "".join(f"{line}\n" for line in lines)
