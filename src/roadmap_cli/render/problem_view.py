"""Problems as a person reads them: place, what is wrong, what to do."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from roadmap_cli.problems import Problem, Severity
from roadmap_cli.render.styles import SEVERITY_STYLE, SEVERITY_TITLE
from roadmap_cli.text.plurals import counted


def problem_lines(problems: Sequence[Problem], *, with_code: bool = False) -> list[RenderableType]:
    """One line a problem, its hint below; the place comes first so that editors link it."""
    lines: list[RenderableType] = []
    for problem in problems:
        line = Text()
        line.append(str(problem.place), style="bold")
        line.append(": ")
        line.append(SEVERITY_TITLE[problem.severity], style=SEVERITY_STYLE[problem.severity])
        line.append(f": {problem.message}")
        if with_code:
            line.append(f" [{problem.code}]", style="dim")
        lines.append(line)
        if problem.hint:
            lines.append(Text(f"    {problem.hint}", style="dim"))
    return lines


def check_view(problems: Sequence[Problem]) -> RenderableType:
    """The screen of `roadmap check`."""
    if not problems:
        return Text("Замечаний нет.", style="green")
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    warnings = len(problems) - errors
    parts = []
    if errors:
        parts.append(counted(errors, "ошибка", "ошибки", "ошибок"))
    if warnings:
        parts.append(counted(warnings, "замечание", "замечания", "замечаний"))
    return Group(*problem_lines(problems, with_code=True), Text(), Text(f"Итого: {', '.join(parts)}."))
