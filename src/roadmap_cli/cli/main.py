"""The program: `roadmap` and what it does when no command is named."""

from typing import Annotated

import typer

from roadmap_cli import __version__
from roadmap_cli.cli.frame.context import run_of
from roadmap_cli.cli.frame.result import Result
from roadmap_cli.cli.frame.root_group import RootGroup

app = typer.Typer(
    cls=RootGroup,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    options_metavar="[ПАРАМЕТРЫ]",
    subcommand_metavar="КОМАНДА [АРГУМЕНТЫ]...",
)


@app.callback(invoke_without_command=True)
def root(
    ctx: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", help="Показать версию и выйти.", show_default=False)
    ] = False,
) -> Result | None:
    """Дорожная карта наставничества: что выполнено, просрочено и предстоит; приказы в Word.

    Без команды показывает состояние дорожной карты — то же, что roadmap status.
    """
    if version:
        return Result(raw=f"roadmap {__version__}")
    if ctx.invoked_subcommand is None:
        from roadmap_cli.cli.plan.status_answer import status_answer

        return status_answer(run_of(ctx))
    return None
