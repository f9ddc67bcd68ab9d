"""The one place that prints: results to stdout, everything about trouble to stderr."""

import os
import sys
from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from roadmap_cli.cli.result import Result
from roadmap_cli.errors import DataInvalidError, RoadmapError
from roadmap_cli.problems import Problem

_PIPE_WIDTH = 100


def console(*, stderr: bool = False) -> Console:
    """A console that never guesses markup in the texts it prints.

    Without a terminal the width is COLUMNS or 100, so that a file or a pager gets whole
    words. A character that the terminal cannot show is replaced, not fatal.
    """
    stream = sys.stderr if stderr else sys.stdout
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(errors="replace")
    own = Console(stderr=stderr, markup=False, highlight=False, emoji=False)
    if not own.is_terminal and not os.environ.get("COLUMNS"):
        own.width = _PIPE_WIDTH
    return own


def emit(result: Result, *, as_json: bool, command: str, as_of: str) -> None:
    """Print a result."""
    if result.raw is not None:
        sys.stdout.write(result.raw if result.raw.endswith("\n") else result.raw + "\n")
    elif as_json:
        import json

        from roadmap_cli.render.json_data import envelope

        answer = envelope(command, as_of, result.data())
        sys.stdout.write(json.dumps(answer, ensure_ascii=False, indent=2) + "\n")
    elif result.view is not None:
        screen = console()
        screen.print(result.view(screen.width))
    _emit_remarks(result.notices, result.problems)


def say(text: str) -> None:
    """Print a sentence."""
    console().print(Text(text))


def _emit_remarks(notices: Sequence[str], problems: Sequence[Problem]) -> None:
    if not notices and not problems:
        return
    screen = console(stderr=True)
    for notice in notices:
        screen.print(Text(notice, style="yellow"))
    emit_problems(problems, screen)


def emit_problems(problems: Sequence[Problem], screen: Console) -> None:
    """Print problems, a line each."""
    from roadmap_cli.render.problem_view import problem_lines

    for line in problem_lines(problems):
        screen.print(line, soft_wrap=True)


def emit_error(error: RoadmapError) -> None:
    """Print an expected error with its hint and its problems."""
    screen = console(stderr=True)
    if isinstance(error, DataInvalidError):
        emit_problems(error.problems, screen)
    _print_error(screen, error.message, error.hint)


def emit_usage_error(usage: str, message: str, hint: str | None) -> None:
    """Print a usage error after the line that shows how the command is called."""
    screen = console(stderr=True)
    if usage:
        screen.print(Text(usage, style="dim"))
    _print_error(screen, message, hint)


def emit_bug(name: str, where: str) -> None:
    """Print that the program itself failed; no data of people is shown."""
    screen = console(stderr=True)
    _print_error(
        screen,
        f"сбой самой программы ({name}, {where})",
        "Данные не записаны. Повторите с ROADMAP_DEBUG=1 и пришлите текст разработчикам.",
    )


def _print_error(screen: Console, message: str, hint: str | None) -> None:
    line = Text()
    line.append("Ошибка: ", style="bold red")
    line.append(message)
    screen.print(line, soft_wrap=True)
    if hint:
        screen.print(Text(hint, style="dim"), soft_wrap=True)
