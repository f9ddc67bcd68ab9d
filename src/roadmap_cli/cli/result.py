"""What a command returns; printing happens in one other place."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from rich.console import RenderableType

from roadmap_cli.problems import Problem


@dataclass(frozen=True)
class Result:
    """The answer of a command.

    `view` makes the screen for a terminal of the given width, `data` is the same for
    `--json`. `notices` and `problems` go to stderr. `raw` is text to print untouched (a
    schema, a template): it stands for both screen and JSON.
    """

    view: Callable[[int], RenderableType] | None = None
    data: dict[str, Any] = field(default_factory=dict)
    notices: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    raw: str | None = None
    exit_code: int = 0
