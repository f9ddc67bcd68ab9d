"""`roadmap order`, `form`, `report` and their like: a group of commands for each family."""

import inspect
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from roadmap_cli.cli.frame.command_table import build_function
from roadmap_cli.cli.frame.result import Result
from roadmap_cli.cli.frame.root_group import TableGroup
from roadmap_cli.cli.frame.shared_options import ReadingCommand, WritingCommand
from roadmap_cli.cli.papers.register import register_command
from roadmap_cli.domain.papers.catalog import GROUPS, DocumentType, types_of
from roadmap_cli.domain.papers.layouts import Subject
from roadmap_cli.usecases.documents import Wish, make_documents

_LIST, _REGISTER = "list", "register"

Number = Annotated[
    str | None,
    typer.Option("--number", "-n", metavar="№", help="Номер документа; без него — пустая строка."),
]
Day = Annotated[
    str | None,
    typer.Option("--date", "-d", metavar="ДАТА", help="Дата документа; без неё — пустая строка."),
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
    typer.Option("--force", help="Заменить файл, даже если его правили.", show_default=False),
]
Everybody = Annotated[bool, typer.Option("--all", help="Для всех сразу.", show_default=False)]


class DocumentCommands(TableGroup):
    """The commands of one family: `list`, `register`, and one for each type in the catalog."""

    def names(self) -> Sequence[str]:
        """`list`, `register` and the kinds."""
        return (_LIST, _REGISTER, *(each.kind for each in types_of(str(self.name))))

    def make(self, name: str) -> Any:
        """The command for a kind, or one about the whole family."""
        group = str(self.name)
        if name == _LIST:
            return build_function(_listing(group), _LIST, None, ReadingCommand)
        if name == _REGISTER:
            return build_function(register_command(group), _REGISTER, None, WritingCommand)
        kind = next(each for each in types_of(group) if each.kind == name)
        return build_function(_maker(kind), name, None, WritingCommand)

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
        from roadmap_cli.render.papers.documents import documents_view

        rows = [(each.kind, each.title, each.purpose) for each in types_of(group)]
        data = [{"kind": kind, "title": title, "purpose": why} for kind, title, why in rows]
        return Result(
            view=lambda _width: documents_view(group, rows), data=lambda: {"documents": data}
        )

    return listing


def _maker(kind: DocumentType) -> Callable[..., Result]:
    """The function behind a kind's command: it takes what documents of its layout can take."""

    def make(ctx: typer.Context, **given: Any) -> Result:
        subjects = tuple(given.pop("subjects", None) or ())
        return make_documents(ctx, kind, Wish(subjects=subjects, **given))

    signature = inspect.signature(make)
    own = [signature.parameters["ctx"], *_parameters(kind)]
    made: Any = make
    made.__signature__ = signature.replace(parameters=own)
    made.__annotations__ = {each.name: each.annotation for each in own}
    made.__doc__ = f"{kind.title}.\n\n{kind.purpose}"
    return make


def _parameters(kind: DocumentType) -> list[inspect.Parameter]:
    subjects = Annotated[
        list[str] | None,
        typer.Argument(
            metavar=f"[{kind.layout.subject.value}...]",
            help="Код или часть имени; без них — пустой бланк.",
            autocompletion=_offers(kind),
        ),
    ]
    about = kind.layout.subject is not Subject.NOTHING
    rows: list[tuple[str, Any, Any]] = [
        ("subjects", subjects if about else None, None),
        ("everybody", Everybody if about else None, False),
        ("number", Number, None),
        ("day", Day, None),
        ("annex", Annex if kind.layout.is_annex else None, None),
        ("output", Output, None),
        ("preview", Preview, False),
        ("force", Force, False),
    ]
    named = inspect.Parameter.KEYWORD_ONLY
    return [
        inspect.Parameter(name, named, default=default, annotation=annotation)
        for name, annotation, default in rows
        if annotation is not None
    ]


def _offers(kind: DocumentType) -> Callable[[typer.Context, str], list[tuple[str, str]]]:
    def complete(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
        from roadmap_cli.cli.frame.completion import data_for_completion
        from roadmap_cli.domain.papers.subjects import offered

        data = data_for_completion(ctx, "partners", "pairs")
        offers = offered(kind.layout.subject, data) if data else []
        return [offer for offer in offers if offer[0].startswith(incomplete)]

    return complete
