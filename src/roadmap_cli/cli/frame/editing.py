"""How every editing command answers: what happened to which item."""

from collections.abc import Sequence

import typer

from roadmap_cli.cli.frame.context import run_of
from roadmap_cli.cli.frame.result import Result
from roadmap_cli.render.edits import edit_view
from roadmap_cli.render.json_values import edits_json
from roadmap_cli.usecases import edits as usecase
from roadmap_cli.usecases.edits import Edited, MakeEdits, Remarks
from roadmap_cli.usecases.session import ALL_FILES, Run


def edit_roadmap(ctx: typer.Context, make_edits: MakeEdits) -> Result:
    """Change the plan alone; see `usecases.edits.edit_workspace`."""
    return edit_workspace(ctx, make_edits, ())


def edit_workspace(
    ctx: typer.Context,
    make_edits: MakeEdits,
    needed: Sequence[str] = ALL_FILES,
    remarks: Remarks = lambda _session: (),
) -> Result:
    """Carry out edits and show them; see `usecases.edits.edit_workspace`."""
    run = run_of(ctx)
    return edited_result(usecase.edit_workspace(run, make_edits, needed, remarks), run)


def edited_result(edited: Edited, run: Run) -> Result:
    """The answer of a command that has edited the workspace."""
    return Result(
        view=lambda _width: edit_view(edited.edits, edited.difference, dry_run=run.dry_run),
        data=lambda: edits_json(edited.edits, edited.files, dry_run=run.dry_run),
        notices=edited.notices,
    )
