"""`roadmap survey take`: answers carried into the bases and the matching, shown first."""

import sys
from typing import Annotated

import typer
from rich.console import Group
from rich.text import Text

from roadmap_cli.cli.frame.context import open_session, run_of, settings
from roadmap_cli.cli.frame.editing import edited_result
from roadmap_cli.cli.frame.output import confirmed, show
from roadmap_cli.cli.frame.result import Result
from roadmap_cli.cli.surveys.finding import Survey
from roadmap_cli.domain.model.edits import Edit
from roadmap_cli.domain.surveys.selection import survey_code
from roadmap_cli.render.json_values import as_json, edits_json
from roadmap_cli.usecases.edits import edit_workspace
from roadmap_cli.usecases.session import ALL_FILES, Session
from roadmap_cli.usecases.surveys.taking import Taken, take_answers


def take(
    ctx: typer.Context,
    survey: Survey,
    overwrite: Annotated[
        bool,
        typer.Option("--overwrite", help="Заменить и то, что уже указано.", show_default=False),
    ] = False,
    yes: Annotated[
        bool, typer.Option("--yes", "-y", help="Записать без вопроса.", show_default=False)
    ] = False,
) -> Result:
    """Перенести ответы в базы наставников и наставляемых и в предпочтения для подбора."""
    run = run_of(ctx)
    session = open_session(ctx, *ALL_FILES)
    code = survey_code(session.data, survey)
    found = take_answers(session.data, code, overwrite=overwrite)
    remarks = _remarks(found)
    own = settings(ctx)
    talking = sys.stdin.isatty() and not (yes or run.dry_run or own.json)
    if talking:
        show(_view(found))
    agreed = yes or run.dry_run
    if talking and found.edits:
        agreed = confirmed("Записать?", default="да")
    if not agreed:
        said = ("Ничего не записано. Записать: та же команда с --yes.",) if found.edits else ()
        return Result(
            view=None if talking else lambda _width: _view(found),
            data=lambda: {**edits_json(found.edits, (), dry_run=True), "kept": as_json(found.kept)},
            notices=(*session.notices, *remarks, *said),
        )

    def edits(now: Session) -> list[Edit]:
        return take_answers(now.data, code, overwrite=overwrite).edits

    edited = edit_workspace(run, edits, ALL_FILES, lambda _now: remarks)
    return edited_result(edited, run)


def _view(found: Taken) -> Group:
    lines = [Text(edit.said) for edit in found.edits]
    return Group(*(lines or [Text("Нового в ответах нет.", style="green")]))


def _remarks(found: Taken) -> tuple[str, ...]:
    kept = [
        f"{one.name}: {one.title} — в данных «{one.old}», в анкете «{one.new}»;"
        " прежнее осталось. Заменить: --overwrite"
        for one in found.kept
    ]
    written = ["Дальше: roadmap check, затем roadmap match propose"] if found.edits else []
    return (*kept, *found.remarks, *written)
