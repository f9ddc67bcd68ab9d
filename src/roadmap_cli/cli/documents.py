"""`roadmap order`, `roadmap report`: a group of commands for each family of documents."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from roadmap_cli.cli.command_table import build_function
from roadmap_cli.cli.context import Session, open_session
from roadmap_cli.cli.result import Result
from roadmap_cli.cli.root_group import TableGroup
from roadmap_cli.cli.shared_options import ReadingCommand, WritingCommand, read_day
from roadmap_cli.documents.catalog import GROUPS, DocumentType, types_of

_LIST = "list"

Number = Annotated[
    str | None,
    typer.Option("--number", "-n", metavar="№", help="Номер приказа; без него — пустая строка."),
]
Day = Annotated[
    str | None,
    typer.Option("--date", "-d", metavar="ДАТА", help="Дата приказа; без неё — пустая строка."),
]
Annex = Annotated[str | None, typer.Option("--annex", metavar="№", help="Номер приложения.")]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="ФАЙЛ", help="Куда записать; иначе в папку documents."),
]
Preview = Annotated[
    bool, typer.Option("--preview", help="Показать здесь, файл не делать.", show_default=False)
]
Force = Annotated[
    bool,
    typer.Option("--force", help="Заменить файл, если он есть и отличается.", show_default=False),
]


class DocumentCommands(TableGroup):
    """The commands of one family: `list`, and one for each type in the catalog."""

    def names(self) -> Sequence[str]:
        """`list` and the kinds."""
        return (_LIST, *(each.kind for each in types_of(str(self.name))))

    def make(self, name: str) -> Any:
        """The command for a kind, or the list of kinds."""
        if name == _LIST:
            return build_function(_listing(str(self.name)), _LIST, None, ReadingCommand)
        kind = next(each for each in types_of(str(self.name)) if each.kind == name)
        maker = _annex_maker(kind) if kind.is_annex else _paper_maker(kind)
        maker.__doc__ = f"{kind.title}.\n\n{kind.purpose}"
        return build_function(maker, name, None, WritingCommand)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Without a kind the group lists its kinds."""
        asked = args or ctx.resilient_parsing  # Tab on an empty word is no question yet
        return super().parse_args(ctx, args if asked else [_LIST])


class GroupTarget:
    """A row of the command table that is a whole group of documents."""

    def build(self, name: str, panel: str) -> DocumentCommands:
        """The group, ready to run."""
        group = next(each for each in GROUPS if each.name == name)
        return DocumentCommands(
            name=name,
            help=group.purpose,
            rich_help_panel=panel,
            options_metavar="[ПАРАМЕТРЫ]",
            subcommand_metavar="ВИД [ПАРАМЕТРЫ]...",
        )


GROUP = GroupTarget()


def _listing(group: str) -> Callable[[], Result]:
    def listing() -> Result:
        """Какие документы можно сделать."""
        from roadmap_cli.render.documents_view import documents_view

        rows = [(each.kind, each.title, each.purpose) for each in types_of(group)]
        data = [{"kind": kind, "title": title, "purpose": why} for kind, title, why in rows]
        return Result(
            view=lambda _width: documents_view(group, rows), data=lambda: {"documents": data}
        )

    return listing


def _paper_maker(kind: DocumentType) -> Callable[..., Result]:
    def make(
        ctx: typer.Context,
        number: Number = None,
        date: Day = None,
        output: Output = None,
        preview: Preview = False,
        force: Force = False,
    ) -> Result:
        return _made(ctx, kind, (number, date, None), output, preview, force)

    return make


def _annex_maker(kind: DocumentType) -> Callable[..., Result]:
    def make(
        ctx: typer.Context,
        number: Number = None,
        date: Day = None,
        annex: Annex = None,
        output: Output = None,
        preview: Preview = False,
        force: Force = False,
    ) -> Result:
        return _made(ctx, kind, (number, date, annex), output, preview, force)

    return make


def _made(
    ctx: typer.Context,
    kind: DocumentType,
    words: tuple[str | None, str | None, str | None],
    output: Path | None,
    preview: bool,
    force: bool,
) -> Result:
    from roadmap_cli.documents.context import Request
    from roadmap_cli.documents.make import Made, make_document
    from roadmap_cli.render.documents_view import made_view
    from roadmap_cli.render.paper_view import paper_view

    session = open_session(ctx, "organization", "people")
    number, day, annex = words
    request = Request(number, read_day(day) if day else None, annex)
    made: Made = make_document(kind, session.data, request, _finder(session))
    notices = (*session.notices, *_missing_notice(made.missing))
    if preview:
        return Result(
            view=lambda width: paper_view(made.paper, width),
            data=lambda: {"missing": list(made.missing), "file": None, "written": False},
            notices=notices,
        )
    path = output or session.workspace.root / made.file
    written = _saved(session, made, path, force)
    return Result(
        view=lambda _width: made_view(str(path), written, dry_run=session.settings.dry_run),
        data=lambda: {"missing": list(made.missing), "file": str(path), "written": written},
        notices=notices,
    )


def _finder(session: Session) -> Callable[[str], Any]:
    from roadmap_cli.documents.fill import TemplateSource
    from roadmap_cli.storage.templates import find_template

    def find(name: str) -> TemplateSource | None:
        found = find_template(session.workspace.root, name)
        return TemplateSource(*found) if found else None

    return find


def _saved(session: Session, made: Any, path: Path, force: bool) -> bool:
    from roadmap_cli.documents.docx_writer import write_docx
    from roadmap_cli.storage.outputs import save_output

    organization = session.data.organization
    content = write_docx(made.paper, organization.short_name if organization else "")
    if session.settings.dry_run:
        return False
    return save_output(path, content, force=force)


def _missing_notice(missing: Sequence[str]) -> tuple[str, ...]:
    if not missing:
        return ()
    return (
        "Оставлены пустые строки, впишите от руки или заполните данные:",
        *(f"  – {label}" for label in missing),
    )
