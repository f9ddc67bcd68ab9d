"""The screen of `roadmap forget`: what goes, what stays, what a person must look at."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.console import Group, RenderableType
from rich.text import Text

from roadmap_cli.render.styles import ID_STYLE, QUIET_STYLE


class Destroyed(NamedTuple):
    """What goes of a person: the code now and from then on, the edits, the documents.

    `mentions` are places for a person to mend, `looked` says how much was looked through, `kept`
    are the places that go on referring to the code.
    """

    person: str
    code: str
    edits: Sequence[str]
    files: Sequence[str]
    mentions: Sequence[str]
    looked: str
    kept: Sequence[str] = ()


def forget_view(destroyed: Destroyed, *, act: str | None = None) -> RenderableType:
    """What forgetting a person means; with `act` it is done already."""
    head = "Данные уничтожены" if act else "Будут уничтожены данные"
    parts: list[RenderableType] = [Text.assemble(f"{head}: ", (destroyed.person, ID_STYLE))]
    if destroyed.code != destroyed.person:
        parts.append(Text(f"  код заменён на случайный: {destroyed.code}"))
    parts += [Text(f"  {edit}") for edit in destroyed.edits]
    parts += _listed("Будут удалены документы об этом человеке:" if not act else
                     "Удалены документы:", destroyed.files)  # fmt: skip
    parts += _listed("Ссылки остаются, имени у кода больше нет:", destroyed.kept)
    parts += _listed("Встречается в тексте, исправьте сами:", destroyed.mentions)
    if act:
        parts += [Text(), Text(f"Акт: {act}")]
    else:
        parts.append(Text(destroyed.looked, style=QUIET_STYLE))
    return Group(*parts)


def _listed(title: str, lines: Sequence[str]) -> Iterator[RenderableType]:
    if lines:
        yield Text(title, style=QUIET_STYLE)
        yield from (Text(f"  {line}") for line in lines)
