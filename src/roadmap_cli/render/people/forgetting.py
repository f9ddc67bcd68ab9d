"""The screen of `roadmap forget`: what goes, what stays, what a person must look at."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from roadmap_cli.render.styles import ID_STYLE, QUIET_STYLE


def forget_view(
    code: str,
    edits: Sequence[str],
    files: Sequence[str],
    mentions: Sequence[str],
    *,
    kept: Sequence[str] = (),
    act: str | None = None,
) -> RenderableType:
    """What forgetting a person means; with `act` it is done already."""
    head = "Данные уничтожены" if act else "Будут уничтожены данные"
    parts: list[RenderableType] = [Text.assemble(f"{head}: ", (code, ID_STYLE))]
    parts += [Text(f"  {edit}") for edit in edits]
    parts += _listed("Будут удалены документы об этом человеке:" if not act else
                     "Удалены документы:", files)  # fmt: skip
    parts += _listed("Ссылки остаются, имени у кода больше нет:", kept)
    parts += _listed("Имя встречается в тексте, исправьте сами:", mentions)
    if act:
        parts += [Text(), Text(f"Акт: {act}")]
    return Group(*parts)


def _listed(title: str, lines: Sequence[str]) -> Iterator[RenderableType]:
    if lines:
        yield Text(title, style=QUIET_STYLE)
        yield from (Text(f"  {line}") for line in lines)
