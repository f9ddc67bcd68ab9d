"""`roadmap order`, `form`, `report` and their like: a group of commands for each family."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import typer
from typer.core import TyperArgument, TyperCommand, TyperOption

from roadmap_cli.cli.frame.completion import Offer
from roadmap_cli.cli.frame.groups import Builder, CommandGroup, command
from roadmap_cli.cli.frame.making import delivered
from roadmap_cli.cli.frame.parameters import argument, flag, option
from roadmap_cli.cli.frame.result import Result
from roadmap_cli.cli.frame.shared_options import (
    ReadingCommand,
    WritingCommand,
    build_made,
    day_told,
)
from roadmap_cli.cli.papers.register import register_command
from roadmap_cli.domain.papers.catalog import types_of
from roadmap_cli.domain.papers.document_type import DocumentType
from roadmap_cli.domain.papers.families import FAMILIES
from roadmap_cli.domain.papers.layouts import Subject
from roadmap_cli.usecases.documents import MakingOptions, jobs_of

_LIST = "list"
# The files that hold what documents can be about.
_OFFERED = ("partners", "pairs", "surveys", "events", "documents", "mentors", "mentees")


def _rows(family: str) -> dict[str, Builder]:
    """`list`, `register` and the kinds."""
    return {
        _LIST: command(_listing(family), ReadingCommand),
        "register": register_command(family),
        **{kind.kind: _maker(kind) for kind in types_of(family)},
    }


def _listing(family: str) -> Callable[[], Result]:
    def listing() -> Result:
        """Какие документы можно создать."""
        from roadmap_cli.render.papers.documents import documents_view

        rows = [(kind.kind, kind.title, kind.purpose) for kind in types_of(family)]
        data = [{"kind": kind, "title": title, "purpose": why} for kind, title, why in rows]
        return Result(
            view=lambda _width: documents_view(family, rows), data=lambda: {"documents": data}
        )

    return listing


def _maker(kind: DocumentType) -> Builder:
    """The command for one document type, with the options that its layout allows."""

    def build(name: str) -> TyperCommand:
        return build_made(
            lambda ctx, **given: _make(kind, ctx, **given),
            name,
            f"{kind.title}.\n\n{kind.purpose}",
            _parameters(kind),
            WritingCommand,
        )

    return build


def _make(
    kind: DocumentType,
    ctx: typer.Context,
    *,
    subjects: tuple[str, ...] = (),
    everybody: bool = False,
    date: str | None,
    output: str | None,
    **given: Any,
) -> Result:
    options = MakingOptions(
        day=day_told(date, "--date"), output=Path(output) if output else None, **given
    )
    return delivered(
        ctx,
        lambda session: jobs_of(session, kind, subjects or (), with_all=everybody, day=options.day),
        options,
    )


def _parameters(kind: DocumentType) -> list[TyperArgument | TyperOption]:
    found: list[TyperArgument | TyperOption] = []
    if kind.layout.subject is not Subject.NOTHING:
        found.append(
            argument(
                "subjects",
                f"[{kind.layout.subject.value}...]",
                "Код или часть имени (по умолчанию — пустой бланк).",
                required=False,
                many=True,
                complete=_offers(kind),
            )
        )
        found.append(flag("everybody", "--all", "Для всех сразу."))
    found += [_text("number", "№", "Номер документа (по умолчанию — пустая строка).", "-n")]
    found += [_text("date", "ДАТА", "Дата документа (по умолчанию — пустая строка).", "-d")]
    if kind.layout.is_annex:
        found.append(_text("annex", "№", "Номер приложения."))
    return [
        *found,
        _text("output", "ФАЙЛ", "Куда записать (по умолчанию — в папку documents).", "-o"),
        flag("preview", "--preview", "Показать на экране, файл не создавать."),
        flag("force", "--force", "Заменить файл, даже если он изменён вручную."),
    ]


def _text(name: str, metavar: str, help_text: str, *short: str) -> TyperOption:
    return option(name, f"--{name}", *short, metavar=metavar, help_text=help_text)


def _offers(kind: DocumentType) -> Callable[[typer.Context, str], Offer]:
    def complete(ctx: typer.Context, incomplete: str) -> Offer:
        from roadmap_cli.cli.frame.completion import data_for_completion
        from roadmap_cli.domain.papers.subjects import offered

        data = data_for_completion(ctx, *_OFFERED)
        offers = offered(kind.layout.subject, data) if data else []
        return [offer for offer in offers if offer[0].startswith(incomplete)]

    return complete


# Without a kind a family lists its kinds.
GROUPS = {
    family.name: CommandGroup(_rows(family.name), metavar="ВИД", default=_LIST)
    for family in FAMILIES
}
