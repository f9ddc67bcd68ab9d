"""The one place that prints: results to stdout, everything about trouble to stderr."""

import contextlib
import errno
import os
import sys
import traceback
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TypeVar

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.segment import Segment
from rich.text import Text

from roadmap_cli.cli.frame.context import Settings
from roadmap_cli.cli.frame.result import Result
from roadmap_cli.errors import DataInvalidError, OutputFailedError, RoadmapError
from roadmap_cli.problems import Problem
from roadmap_cli.storage.disk import explained

_T = TypeVar("_T")
_PIPE_WIDTH = 100
_WORTH_A_BAR = 5
_YES = ("да", "д", "yes", "y")
_CONTROLS = dict.fromkeys((*range(9), *range(11, 32), *range(127, 160)), "�")


def console(*, stderr: bool = False) -> Console:
    """A console that never guesses markup in the texts it prints.

    Without a terminal the width is COLUMNS or 100, so that a file or a pager gets whole
    words.
    """
    own = Console(stderr=stderr, markup=False, highlight=False, emoji=False)
    if not own.is_terminal and not os.environ.get("COLUMNS"):
        own.width = _PIPE_WIDTH
    return own


class _Harmless:
    """What is shown without the control characters that data may hold: they drive terminals."""

    def __init__(self, shown: RenderableType) -> None:
        self.shown = shown

    def __rich_console__(self, screen: Console, options: ConsoleOptions) -> RenderResult:
        for segment in screen.render(self.shown, options):
            text = segment.text if segment.control else segment.text.translate(_CONTROLS)
            yield Segment(text, segment.style, segment.control)


def emit(result: Result, own: Settings, command: str) -> None:
    """Print the result of a command."""
    # The stream is absent when the caller closed it, and under pythonw.
    if sys.stdout is None:
        raise OutputFailedError("ответ не напечатан: вывод закрыт", hint="Сама команда выполнена.")
    try:
        if result.binary is not None:
            sys.stdout.buffer.write(result.binary)
        elif result.raw is not None:
            console().file.write(result.raw if result.raw.endswith("\n") else result.raw + "\n")
        elif own.json:
            _write_json(command, own.today.isoformat(), result)
        elif result.view is not None:
            screen = console()
            screen.print(_Harmless(result.view(screen.width)))
        sys.stdout.flush()
    except OSError as error:
        _refuse_output(error)
    _emit_remarks(result.notices, result.problems)


def _write_json(command: str, as_of: str, result: Result) -> None:
    import json

    from roadmap_cli.render.json_values import envelope

    # JSON can escape what the terminal's encoding lacks, so that nothing is lost.
    unicode = sys.stdout.encoding.lower().startswith("utf")
    answer = envelope(command, as_of, result.data())
    sys.stdout.write(json.dumps(answer, ensure_ascii=not unicode, indent=2) + "\n")


def _refuse_output(error: OSError) -> None:
    """The answer cannot be written: say so, unless the reader has merely gone away."""
    # What is left in the buffer would be written again when the program ends.
    with Path(os.devnull).open("wb") as nothing, contextlib.suppress(OSError, ValueError):
        os.dup2(nothing.fileno(), sys.stdout.fileno())
    if error.errno in (errno.EPIPE, errno.EINVAL):
        raise SystemExit(1) from error
    raise OutputFailedError(
        f"ответ не напечатан: {explained(error)}", hint="Сама команда выполнена."
    ) from error


def ask(question: str, *, default: str | None = None) -> str:
    """Ask the person at the terminal; raises typer.Abort for Ctrl-C and the end of input."""
    import typer

    return str(typer.prompt(question, default=default, err=True, show_default=bool(default)))


def ask_hidden(question: str) -> str:
    """Ask for what nobody may read on the screen; raises typer.Abort as `ask` does."""
    import typer

    return str(typer.prompt(question, hide_input=True, err=True))


def confirmed(question: str, *, default: str) -> bool:
    """Put a question that takes «да» or «нет»; any other word is a no."""
    return ask(f"{question} да/нет", default=default).strip().casefold() in _YES


def watched(steps: Sequence[_T], title: str) -> Iterable[_T]:
    """The steps, with a bar on stderr when there are many and somebody watches."""
    screen = console(stderr=True)
    if len(steps) < _WORTH_A_BAR or not screen.is_terminal:
        return steps
    from rich.progress import track

    return track(steps, description=title, console=screen, transient=True)


def show(view: RenderableType) -> None:
    """Print a screen in the middle of a command, before a question; on stderr as the question."""
    console(stderr=True).print(_Harmless(view))


def say(text: str, *, error: bool = False) -> None:
    """Print a sentence."""
    console(stderr=error).print(Text(text))


def tell(own: Settings) -> None:
    """Print what was done beside the command, once."""
    _emit_remarks(own.told, ())
    own.told = []


def _emit_remarks(notices: Sequence[str], problems: Sequence[Problem]) -> None:
    if not notices and not problems:
        return
    screen = console(stderr=True)
    for notice in notices:
        screen.print(_Harmless(Text(notice, style="yellow")), soft_wrap=True)
    emit_problems(problems, screen)


def emit_problems(problems: Sequence[Problem], screen: Console) -> None:
    """Print problems, a line each."""
    from roadmap_cli.render.problems import problem_lines

    for line in problem_lines(problems):
        screen.print(_Harmless(line), soft_wrap=True)


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
        f"внутренняя ошибка программы ({name}, {where})",
        "Повторите с ROADMAP_DEBUG=1 и пришлите текст разработчикам.",
    )
    if os.environ.get("ROADMAP_DEBUG"):
        traceback.print_exc()


def _print_error(screen: Console, message: str, hint: str | None) -> None:
    line = Text()
    line.append("Ошибка: ", style="bold red")
    line.append(message)
    screen.print(_Harmless(line), soft_wrap=True)
    if hint:
        screen.print(_Harmless(Text(hint, style="dim")), soft_wrap=True)
