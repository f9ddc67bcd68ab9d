"""`roadmap check`."""

from typing import Annotated

import typer
from rich.console import Group, RenderableType
from rich.text import Text

from roadmap_cli.cli.frame.completion import complete_check
from roadmap_cli.cli.frame.context import run_of
from roadmap_cli.cli.frame.result import Result
from roadmap_cli.domain.checks.table import CHECKS
from roadmap_cli.errors import UnknownNameError
from roadmap_cli.render.json_values import problems_json
from roadmap_cli.render.problems import check_view
from roadmap_cli.text.suggest import did_you_mean
from roadmap_cli.usecases.checks import check_workspace


def check(
    ctx: typer.Context,
    only: Annotated[
        list[str] | None,
        typer.Option(
            "--only",
            metavar="КОД",
            help="Только эта проверка; можно повторять.",
            autocompletion=complete_check,
        ),
    ] = None,
    listed: Annotated[
        bool, typer.Option("--list", help="Перечислить проверки.", show_default=False)
    ] = False,
) -> Result:
    """Check the files, without changing them."""
    if listed:
        return _list()
    wanted = _known(only) if only else None
    problems, notices = check_workspace(run_of(ctx), wanted)
    return Result(
        view=lambda _width: check_view(problems),
        data=lambda: problems_json(problems),
        notices=notices,
        exit_code=1 if problems else 0,
    )


def _known(codes: list[str]) -> frozenset[str]:
    known = [check.code for check in CHECKS]
    for code in codes:
        if code not in known:
            raise UnknownNameError(
                f"проверки «{code}» нет",
                hint=did_you_mean(code, known) or "Все проверки: roadmap check --list",
            )
    return frozenset(codes)


def _list() -> Result:
    width = max(len(check.code) for check in CHECKS)
    lines: list[RenderableType] = [
        Text.assemble((check.code.ljust(width), "bold"), f"  {check.title}") for check in CHECKS
    ]
    data = [{"code": check.code, "title": check.title} for check in CHECKS]
    return Result(view=lambda _width: Group(*lines), data=lambda: {"checks": data})
