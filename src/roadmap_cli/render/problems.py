"""Problems as a person reads them: place, what is wrong, what to do."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from roadmap_cli.problems import Problem, Severity
from roadmap_cli.render.styles import SEVERITY_STYLE, SEVERITY_TITLE
from roadmap_cli.text.plurals import counted


def problem_lines(problems: Sequence[Problem], *, with_code: bool = False) -> list[RenderableType]:
    """One line a problem, the place first so that editors link it.

    The hint stands below; for many problems of one code, below the first of them.
    """
    lines: list[RenderableType] = []
    explained: set[str] = set()
    for problem in problems:
        line = Text()
        line.append(str(problem.place), style="bold")
        line.append(": ")
        line.append(SEVERITY_TITLE[problem.severity], style=SEVERITY_STYLE[problem.severity])
        if with_code:
            line.append(f" [{problem.code}]", style="dim")
        line.append(f": {problem.message}")
        lines.append(line)
        if problem.hint and (problem.is_error or problem.code not in explained):
            lines.append(Text(f"    {problem.hint}", style="dim"))
            explained.add(problem.code)
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
    return Group(
        *problem_lines(problems, with_code=True), Text(), Text(f"Итого: {', '.join(parts)}.")
    )
