"""The screen of `roadmap export site`: what was written, what was left out, what comes next."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from roadmap_cli.render.styles import QUIET_STYLE

_MOST = 20

# A heading and the lines below it; without lines it is not shown.
Section = tuple[str, Sequence[str]]


def site_view(said: str, sections: Sequence[Section], steps: Sequence[str]) -> RenderableType:
    """`steps` are what a person does next; long sections are cut, and the cut is told."""
    parts: list[RenderableType] = [Text(said)]
    for title, lines in sections:
        parts += _section(title, lines)
    parts += [Text(), Text("Дальше:", style=QUIET_STYLE)]
    return Group(*parts, *(Text(f"  {step}") for step in steps))


def _section(title: str, lines: Sequence[str]) -> Iterator[RenderableType]:
    if not lines:
        return
    yield Text(title, style=QUIET_STYLE)
    yield from (Text(f"  {line}") for line in lines[:_MOST])
    if len(lines) > _MOST:
        yield Text(f"  и ещё {len(lines) - _MOST}; все — с --json")
