"""How every editing command runs: lock, load, ask the domain, show or write."""

from collections.abc import Callable, Sequence
from difflib import unified_diff

import typer

from roadmap_cli.cli.frame.context import Session, changing, open_session, settings
from roadmap_cli.cli.frame.result import Result
from roadmap_cli.domain.checks.table import new_errors
from roadmap_cli.domain.model.edits import Edit
from roadmap_cli.errors import DataInvalidError
from roadmap_cli.problems import in_reading_order
from roadmap_cli.render.edits import edit_view
from roadmap_cli.render.json_data import edits_json
from roadmap_cli.storage.transaction import write_together
from roadmap_cli.storage.update import FileUpdate, prepare

Plan = Callable[[Session], list[Edit]]
Remarks = Callable[[Session], tuple[str, ...]]


def edit_roadmap(ctx: typer.Context, plan: Plan) -> Result:
    """Change the plan; see `edit_workspace`."""
    return edit_workspace(ctx, plan, ())


def edit_workspace(
    ctx: typer.Context, plan: Plan, needed: Sequence[str], remarks: Remarks = lambda _session: ()
) -> Result:
    """Carry out what `plan` makes of the data; with `--dry-run` only show it.

    `needed` are the keys of files that must be sound beside the roadmap, `remarks` says what
    else a person should know. The data are read under the lock, so two commands at once both
    take effect.
    """
    own = settings(ctx)
    with changing(own):
        session = open_session(ctx, *needed)
        edits = plan(session)
        updates = prepare(session.workspace, [change for edit in edits for change in edit.changes])
        _refuse_new_errors(session, updates)
        if not own.dry_run:
            write_together(
                session.workspace.root, [update.write(session.workspace) for update in updates]
            )
    difference = "".join(difference_of(update) for update in updates)
    files = [update.file for update in updates]
    return Result(
        view=lambda _width: edit_view(edits, difference, dry_run=own.dry_run),
        data=lambda: edits_json(edits, files, dry_run=own.dry_run),
        notices=(*session.notices, *remarks(session)),
    )


def _refuse_new_errors(session: Session, updates: Sequence[FileUpdate]) -> None:
    """Raises DataInvalidError when `check` would find a new error in what is to be written.

    Errors in other files are let through: a consent may be withdrawn while a pair needs it.
    """
    if not updates:
        return
    after = session.workspace.replaced({update.file: update.content for update in updates})
    data = after.data(()).having(present_files=session.data.present_files)
    written = {update.file for update in updates}
    found = [each for each in new_errors(session.data, data, session.today) if each.file in written]
    if found:
        problems = in_reading_order(after.place(found))
        raise DataInvalidError("так записать нельзя, ничего не изменено", problems)


def difference_of(update: FileUpdate) -> str:
    """The lines that an update changes, as `git diff` shows them."""
    before = (update.before or b"").decode("utf-8-sig").splitlines()
    after = update.content.decode("utf-8-sig").splitlines()
    lines = unified_diff(before, after, update.file, update.file, lineterm="", n=1)
    return "".join(f"{line}\n" for line in lines)
