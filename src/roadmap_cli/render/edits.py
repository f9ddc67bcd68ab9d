"""The screen of the editing commands: what happened to which item."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from roadmap_cli.domain.model.edits import Edit
from roadmap_cli.render.styles import ID_STYLE


def edit_view(edits: Sequence[Edit], difference: str, *, dry_run: bool) -> RenderableType:
    """A line an item; with `dry_run` also the lines of the files that would change."""
    parts: list[RenderableType] = []
    for edit in edits:
        said = edit.said if edit.changes else f"{edit.said} — без изменений"
        parts.append(Text.assemble((edit.item_id, ID_STYLE), f"  {said}"))
    if not edits:
        parts.append(Text("Менять нечего.", style="dim"))
    if dry_run:
        parts.append(Text("Пробный запуск: файлы не изменены.", style="dim"))
        parts += [Text(line, style=_diff_style(line)) for line in difference.splitlines()]
    return Group(*parts)


def _diff_style(line: str) -> str:
    if line.startswith(("+++", "---", "@@")):
        return "dim"
    return "green" if line.startswith("+") else "red" if line.startswith("-") else ""
