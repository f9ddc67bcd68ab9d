"""The screens of the document commands: what can be made, and what was."""

from collections.abc import Mapping, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from roadmap_cli.domain.papers.staleness import DocumentState, JudgedDocument
from roadmap_cli.render.plain_table import plain_table
from roadmap_cli.text.dates import numeric

_MOST_FILES = 12


def documents_view(group: str, rows: Sequence[tuple[str, str, str]]) -> RenderableType:
    """The kinds of a group with their titles and purposes."""
    table = Table.grid(padding=(0, 2))
    table.add_column(style="bold", no_wrap=True)
    table.add_column(ratio=1)
    for kind, title, purpose in rows:
        table.add_row(kind, Text.assemble(title, (f"\n{purpose}", "dim")))
    return Group(Text(f"roadmap {group} ВИД, где ВИД:"), Text(), table)


def made_view(files: Sequence[tuple[str, bool]], *, dry_run: bool) -> RenderableType:
    """Where documents were written; a long list is cut to its ends."""
    lines = []
    for path, written in files:
        said = (
            "Пробный запуск. Был бы создан файл"
            if dry_run
            else "Создан файл"
            if written
            else "Без изменений"
        )
        lines.append(f"{said}: {path}")
    if len(lines) > _MOST_FILES:
        lines = [*lines[:3], f"… ещё {len(lines) - 4}", lines[-1]]
    return Text("\n".join(lines))


def register_view(judged: Sequence[JudgedDocument], titles: Mapping[str, str]) -> RenderableType:
    """The register: what each document is called and how its file stands."""
    if not judged:
        return Text("Документы ещё не создавались. Какие есть: roadmap order, roadmap form.")
    table = plain_table()
    table.add_column("№", no_wrap=True)
    table.add_column("Дата", no_wrap=True)
    table.add_column("Документ", ratio=1, overflow="fold")
    table.add_column("Состояние", overflow="fold", max_width=34)
    for one in judged:
        document = one.document
        name = f"{document.title or document.kind}"
        table.add_row(
            document.number or "—",
            numeric(document.date) if document.date else "—",
            Text.assemble(name, (f"\n{document.file}" if document.file else "", "dim")),
            Text(_state_words(one, titles), style=_STATE_STYLE[one.state]),
        )
    table.expand = True
    return table


def _state_words(judged: JudgedDocument, titles: Mapping[str, str]) -> str:
    changed = ", ".join(titles.get(part, part) for part in judged.changed)
    return f"{judged.state.title}: {changed}" if changed else judged.state.title


_STATE_STYLE = {
    DocumentState.CURRENT: "green",
    DocumentState.STALE: "yellow",
    DocumentState.EDITED: "cyan",
    DocumentState.MISSING: "bold red",
    DocumentState.UNTRACKED: "dim",
}
