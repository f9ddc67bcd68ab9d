"""`roadmap vault rewrite`."""

import sys
from typing import Annotated

import typer
from rich.text import Text

from roadmap_cli.cli.frame.context import settings
from roadmap_cli.cli.frame.output import confirmed, show
from roadmap_cli.cli.frame.result import Result
from roadmap_cli.render.json_values import as_json
from roadmap_cli.render.rewriting import after_lines, before_lines, remote_lines
from roadmap_cli.usecases import rewriting as usecase


def rewrite(
    ctx: typer.Context,
    yes: Annotated[
        bool, typer.Option("--yes", "-y", help="Не задавать вопроса.", show_default=False)
    ] = False,
) -> Result:
    """Начать историю git заново: прежние коммиты, где данные не зашифрованы, исчезают."""
    own = settings(ctx)
    before = usecase.look(own.find())
    planned = Text("\n".join(before_lines(before)))
    data = {**as_json(before), "done": False}
    if own.dry_run:
        return Result(view=lambda _width: planned, data=lambda: data)
    if not yes:
        talking = sys.stdin.isatty() and not own.json
        if talking:
            show(planned)
        if not talking or not confirmed("Начать историю заново?", default="нет"):
            return Result(
                view=None if talking else lambda _width: planned,
                data=lambda: data,
                notices=("История не изменена. Начать её заново: та же команда с --yes.",),
            )
    done = usecase.rewrite(own.run)
    found = done.found
    lines = [*after_lines(found), *remote_lines(done.before)]
    return Result(
        view=lambda _width: Text("\n".join(lines)),
        data=lambda: {**as_json(done.before), "done": True, **as_json(found)},
        notices=done.told,
        exit_code=1 if found.open_files or found.open_objects else 0,
    )
