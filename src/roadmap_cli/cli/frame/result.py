"""What a command returns; printing happens in one other place."""

from collections.abc import Callable
from typing import Any, NamedTuple

from rich.console import RenderableType

from roadmap_cli.problems import Problem


class Result(NamedTuple):
    """The answer of a command.

    `view` makes the screen for a terminal of the given width, `data` makes the same for
    `--json`. `notices` and `problems` go to stderr. `raw` is text to print untouched (a
    schema, a template): it stands for both screen and JSON; `binary` is the same for bytes.
    """

    view: Callable[[int], RenderableType] | None = None
    data: Callable[[], dict[str, Any]] = dict
    notices: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    raw: str | None = None
    exit_code: int = 0
    binary: bytes | None = None
