"""The screens of an import: what would change, and what is asked."""

from collections import Counter
from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from roadmap_cli.domain.model.edits import Edit
from roadmap_cli.render.styles import ID_STYLE, QUIET_STYLE
from roadmap_cli.text.plurals import counted

_FIRST = 15


def import_view(what: str, edits: Sequence[Edit], *, whole: bool) -> RenderableType:
    """What was recognised and the changes: all of them, or the first ones and their number."""
    parts: list[RenderableType] = [Text(f"Распознано: {what}.")]
    if not edits:
        return Group(*parts, Text("Нового нет, менять нечего."))
    shown = edits if whole else edits[:_FIRST]
    parts += [Text.assemble((edit.item_id, ID_STYLE), f"  {edit.said}") for edit in shown]
    if len(edits) > len(shown):
        parts.append(Text(f"… и ещё {len(edits) - len(shown)}", style=QUIET_STYLE))
    kinds = Counter(edit.said.partition(":")[0] for edit in edits)
    changes = counted(len(edits), "изменение", "изменения", "изменений")
    said = ", ".join(f"{kind} — {count}" for kind, count in kinds.items())
    return Group(*parts, Text(), Text(f"Всего {changes}: {said}.", style=QUIET_STYLE))


def question_view(title: str, choices: Sequence[tuple[str, str]]) -> RenderableType:
    """A question and what can be answered."""
    table = Table.grid(padding=(0, 2))
    for code, words in choices:
        table.add_row(Text(code, style=ID_STYLE), Text(words))
    return Group(Text(title), table)
