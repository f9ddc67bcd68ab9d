"""The screens of an import: what would change, what is left out, and what is asked."""

from collections import Counter
from collections.abc import Sequence

from rich.console import Group as Lines
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from roadmap_cli.domain.imports.left_out import Group
from roadmap_cli.domain.model.edits import Edit
from roadmap_cli.render.styles import ID_STYLE, QUIET_STYLE
from roadmap_cli.text.plurals import counted

_FIRST = 15
_MOST_TEXTS = 4


def import_view(what: str, edits: Sequence[Edit], *, whole: bool) -> RenderableType:
    """What was recognised and the changes: all of them, or the first ones and their number."""
    parts: list[RenderableType] = [Text(f"Распознано: {what}.")]
    if not edits:
        return Lines(*parts, Text("Нового нет, менять нечего."))
    shown = edits if whole else edits[:_FIRST]
    parts += [Text.assemble((edit.item_id, ID_STYLE), f"  {edit.said}") for edit in shown]
    if len(edits) > len(shown):
        parts.append(Text(f"… и ещё {len(edits) - len(shown)}", style=QUIET_STYLE))
    kinds = Counter(edit.said.partition(":")[0] for edit in edits)
    changes = counted(len(edits), "изменение", "изменения", "изменений")
    said = ", ".join(f"{kind} — {count}" for kind, count in kinds.items())
    return Lines(*parts, Text(), Text(f"Всего {changes}: {said}.", style=QUIET_STYLE))


def left_out_view(groups: Sequence[Group], *, whole: bool) -> RenderableType:
    """What of the file is not taken, by place and reason."""
    count = sum(len(group.texts) for group in groups)
    texts = counted(count, "текст", "текста", "текстов")
    lines = Text(f"Не взято из файла: {texts}", style="yellow")
    for group in groups:
        shown = group.texts if whole else group.texts[:_MOST_TEXTS]
        rest = len(group.texts) - len(shown)
        words = "; ".join(shown) + (f"; … ещё {rest}" if rest else "")
        lines.append(f"\n  {group.where}", style="default").append(f" — {group.why}: ", QUIET_STYLE)
        lines.append(words, style="default")
    return lines


def question_view(title: str, choices: Sequence[tuple[str, str]]) -> RenderableType:
    """A question and what can be answered."""
    table = Table.grid(padding=(0, 2))
    for code, words in choices:
        table.add_row(Text(code, style=ID_STYLE), Text(words))
    return Lines(Text(title), table)
