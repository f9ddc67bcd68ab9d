"""`roadmap pair`: the commands of every registry, and the steps of a pair's life."""

from typing import Annotated

import typer

from roadmap_cli.cli.frame.editing import edit_workspace
from roadmap_cli.cli.frame.groups import command
from roadmap_cli.cli.frame.result import Result
from roadmap_cli.cli.frame.shared_options import WritingCommand, day_told
from roadmap_cli.domain.model.edits import Edit
from roadmap_cli.domain.pairs.life import CLOSE, CONFIRM, START, Step, replace_mentor, take_step
from roadmap_cli.domain.pairs.selection import choose_for, find_pairs
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.domain.registries.lookup import person_code
from roadmap_cli.usecases.session import Session

Proposed = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[ПАРА...]", help="Коды или имена (по умолчанию — все предложенные пары)."
    ),
]
Confirmed = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[ПАРА...]", help="Коды или имена (по умолчанию — все утверждённые пары)."
    ),
]
Planned = Annotated[
    str | None,
    typer.Option(
        "--on",
        metavar="ДАТА",
        help="Дата (по умолчанию — назначенная, если она наступила, иначе сегодня).",
    ),
]
On = Annotated[
    str | None, typer.Option("--on", metavar="ДАТА", help="Дата (по умолчанию — сегодня).")
]
Why = Annotated[str | None, typer.Option("--reason", metavar="ТЕКСТ", help="Причина.")]


def confirm(ctx: typer.Context, pairs: Proposed = None) -> Result:
    """Отметить, что приказ утвердил пары."""
    return _step(ctx, CONFIRM, pairs, None, None)


def start(ctx: typer.Context, pairs: Confirmed = None, on: Planned = None) -> Result:
    """Отметить, что пары начали работу."""
    return _step(ctx, START, pairs, on, None)


def close(
    ctx: typer.Context,
    pairs: Annotated[list[str], typer.Argument(metavar="ПАРА...", help="Коды или имена.")],
    on: Planned = None,
    reason: Why = None,
) -> Result:
    """Завершить пары."""
    return _step(ctx, CLOSE, pairs, on, reason)


def replace(
    ctx: typer.Context,
    pair: Annotated[str, typer.Argument(metavar="ПАРА", help="Код или имя.")],
    mentor: Annotated[str, typer.Option("--mentor", metavar="КТО", help="Новый наставник.")],
    reason: Annotated[str, typer.Option("--reason", metavar="ТЕКСТ", help="Причина.")],
    on: On = None,
) -> Result:
    """Заменить наставника: прежняя пара остаётся в истории, начинается новая."""

    def edits(session: Session) -> list[Edit]:
        directory = Directory(session.data)
        (found,) = find_pairs(directory, [pair], lambda pair: pair.is_live)
        day = day_told(on, "--on")
        code = person_code(directory, mentor)
        return replace_mentor(directory, found, code, day, session.today, reason)

    return edit_workspace(ctx, edits)


def _step(
    ctx: typer.Context, step: Step, pairs: list[str] | None, on: str | None, reason: str | None
) -> Result:
    def edits(session: Session) -> list[Edit]:
        chosen = choose_for(Directory(session.data), pairs or [], step)
        return take_step(chosen, step, day_told(on, "--on"), session.today, reason)

    return edit_workspace(ctx, edits)


ROWS = {
    "confirm": command(confirm, WritingCommand),
    "start": command(start, WritingCommand),
    "close": command(close, WritingCommand),
    "replace": command(replace, WritingCommand),
}
