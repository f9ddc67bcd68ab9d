"""`roadmap check`."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Group, RenderableType
from rich.text import Text

from roadmap_cli.cli.frame.completion import complete_check
from roadmap_cli.cli.frame.context import run_of, settings
from roadmap_cli.cli.frame.result import Result
from roadmap_cli.domain.checks.table import CHECKS
from roadmap_cli.errors import RequestInvalidError, UnknownNameError
from roadmap_cli.render.json_values import problems_json
from roadmap_cli.render.problems import check_view
from roadmap_cli.text.plurals import counted
from roadmap_cli.text.suggest import did_you_mean

if TYPE_CHECKING:
    from roadmap_cli.usecases.leaks import Looked


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
    staged: Annotated[
        bool,
        typer.Option(
            "--staged",
            help="Только то, что git запишет следующим коммитом: нет ли там незашифрованных"
            " персональных данных.",
            show_default=False,
        ),
    ] = False,
    pushed: Annotated[
        str | None,
        typer.Option(
            "--pushed",
            metavar="КУДА",
            help="То же для коммитов, которые git отправляет; их называет git на стандартном"
            " вводе.",
        ),
    ] = None,
) -> Result:
    """Check the files, without changing them."""
    of_git = staged or pushed is not None
    if of_git and (only or (staged and pushed is not None)):
        raise RequestInvalidError(
            "параметры --staged, --pushed и --only вместе не указывают",
            hint="Оставьте один из них.",
        )
    if listed and not of_git:
        return _list([(rule.code, rule.title) for rule in CHECKS])
    if of_git:
        from roadmap_cli.usecases import leaks
        from roadmap_cli.usecases.leak_rules import LEAK_RULES

        if listed:
            return _list([(rule.code, rule.title) for rule in LEAK_RULES])
        root, today = settings(ctx).find(), settings(ctx).today
        if pushed is None:
            return _of_git(leaks.check_staged(root, today))
        refs = sys.stdin.read().splitlines()
        return _of_git(leaks.check_pushed(root, today, pushed, refs))
    wanted = _known(only) if only else None
    from roadmap_cli.usecases.checks import check_workspace

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


def _of_git(looked: "Looked") -> Result:
    said = f"Проверено перед отправкой в git: {counted(looked.files, 'файл', 'файла', 'файлов')}."
    good = Text(f"{said} Замечаний нет.", style="green")
    return Result(
        view=lambda _width: check_view(looked.problems) if looked.problems else good,
        data=lambda: problems_json(looked.problems),
        notices=looked.notices,
        exit_code=1 if any(problem.is_error for problem in looked.problems) else 0,
    )


def _list(rows: Sequence[tuple[str, str]]) -> Result:
    width = max(len(code) for code, _ in rows)
    lines: list[RenderableType] = [
        Text.assemble((code.ljust(width), "bold"), f"  {title}") for code, title in rows
    ]
    data = [{"code": code, "title": title} for code, title in rows]
    return Result(view=lambda _width: Group(*lines), data=lambda: {"checks": data})
