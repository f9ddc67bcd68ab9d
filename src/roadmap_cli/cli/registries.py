"""`roadmap person`, `mentor`, `mentee`, `partner`, `pair`: list, show, add, set, remove."""

import sys
from collections.abc import Callable
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperOption

from roadmap_cli.cli.frame.command_table import build_function
from roadmap_cli.cli.frame.completion import data_for_completion
from roadmap_cli.cli.frame.context import open_session, settings
from roadmap_cli.cli.frame.output import ask, say
from roadmap_cli.cli.frame.result import Result
from roadmap_cli.cli.frame.root_group import Builder, GroupRow, plain
from roadmap_cli.cli.frame.shared_options import ReadingCommand, WritingCommand
from roadmap_cli.cli.people.cases import cases
from roadmap_cli.domain.model.dataset import BY_KEY
from roadmap_cli.domain.model.edits import Edit
from roadmap_cli.domain.model.kinds import Choice, Many
from roadmap_cli.domain.model.record import Key, keys
from roadmap_cli.domain.model.registry import NAME, Registry
from roadmap_cli.domain.registries import edits as actions
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.domain.registries.lookup import find_item
from roadmap_cli.domain.registries.rows import rows_of, shown_columns
from roadmap_cli.render.json_data import record_json
from roadmap_cli.render.registries import card_view, list_view
from roadmap_cli.usecases.documents import ALL_FILES
from roadmap_cli.usecases.edit import edit_workspace

Search = Annotated[
    str | None, typer.Option("--search", metavar="ТЕКСТ", help="Только записи с этими словами.")
]
Sort = Annotated[
    str | None, typer.Option("--sort", metavar="СТОЛБЕЦ", help="По какому столбцу упорядочить.")
]
Columns = Annotated[
    str | None,
    typer.Option("--columns", metavar="СТОЛБЦЫ", help="Какие столбцы: ключи через запятую."),
]


def _code(registry: Registry) -> Any:
    """The argument that names a record, with the codes on Tab."""

    def offered(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
        data = data_for_completion(ctx, registry.key)
        names = Directory(data).names(registry.key) if data else {}
        return [each for each in names.items() if each[0].startswith(incomplete)]

    return Annotated[
        str,
        typer.Argument(metavar="КОД", help="Код записи или имя целиком.", autocompletion=offered),
    ]


def listing(registry: Registry) -> Callable[..., Result]:
    """The command that lists a registry."""

    def listing(
        ctx: typer.Context,
        search: Search = None,
        sort: Sort = None,
        columns: Columns = None,
    ) -> Result:
        """Записи таблицей: столбцы, которые помещаются на экран."""
        session = open_session(ctx, *ALL_FILES)
        where = settings(ctx).texts
        rows = rows_of(Directory(session.data), registry, search=search, where=where, sort=sort)
        chosen = shown_columns(registry, columns)
        return Result(
            view=lambda width: list_view(
                [row.texts for row in rows], chosen, titles_of(registry), width,
                every=columns is not None,
            ),
            data=lambda: {"records": [record_json(row.item) for row in rows]},
            notices=session.notices,
        )  # fmt: skip

    return listing


def titles_of(registry: Registry) -> dict[str, str]:
    """The head of each column."""
    return {NAME: "Имя", **{key.name: key.heading for key in registry.item_keys}}


def _showing(registry: Registry) -> Callable[..., Result]:
    def show(ctx: typer.Context, code: _code(registry)) -> Result:  # type: ignore[valid-type]  # made for the registry
        """Запись целиком, и кто на неё ссылается."""
        session = open_session(ctx, *ALL_FILES)
        directory = Directory(session.data)
        item = find_item(directory, registry, code)
        rows = [
            (key.heading, directory.shown(key.kind, getattr(item, key.name)))
            for key in keys(type(item))
        ]
        found = actions.referring(directory, registry, registry.identity(item))
        places = session.workspace.spots([(link.source.file, link.at) for link in found])
        return Result(
            view=lambda _width: card_view(rows, [str(place) for place in places]),
            data=lambda: {
                "record": record_json(item),
                "referred": [str(place) for place in places],
            },
            notices=session.notices,
        )

    return show


def _adding(registry: Registry) -> Callable[..., Result]:
    def add(ctx: typer.Context) -> Result:
        """Добавить запись; чего не хватает, команда спросит."""
        values = dict(settings(ctx).values)
        if sys.stdin.isatty():
            _ask_for_missing(Directory(open_session(ctx, *ALL_FILES).data), registry, values)
        return edit_workspace(
            ctx,
            lambda session: [actions.added(Directory(session.data), registry, values)],
            ALL_FILES,
        )

    return add


def _ask_for_missing(
    directory: Directory, registry: Registry, values: dict[str, str | tuple[str, ...]]
) -> None:
    """Ask for what is required and for what is usual; a value that does not fit is asked again."""
    for key in registry.item_keys:
        wanted = key.required or key.name in registry.described.asked
        if not wanted or key.name == "id" or values.get(key.name):
            continue
        many = isinstance(key.kind, Many)
        question = f"{key.title}{' (через точку с запятой)' if many else ''}"
        while True:
            told = ask(question, default=None if key.required else "")
            parts = [part.strip() for part in (told.split(";") if many else [told])]
            faults = [actions.asked_fault(directory, key, part) for part in parts if part]
            fault = next(filter(None, faults), None)
            if fault is None:
                break
            say(fault, error=True)
        values[key.name] = tuple(parts) if many else parts[0]


def _setting(registry: Registry) -> Callable[..., Result]:
    def change(ctx: typer.Context, code: _code(registry)) -> Result:  # type: ignore[valid-type]  # as above
        """Изменить запись; пустое значение убирает ключ."""
        values = dict(settings(ctx).values)
        return edit_workspace(
            ctx,
            lambda session: [_changed(Directory(session.data), registry, code, values)],
            ALL_FILES,
        )

    return change


def _removing(registry: Registry) -> Callable[..., Result]:
    def remove(ctx: typer.Context, code: _code(registry)) -> Result:  # type: ignore[valid-type]  # as above
        """Убрать запись; пока на неё ссылаются, команда откажется и скажет где."""
        return edit_workspace(
            ctx,
            lambda session: [_removed(Directory(session.data), registry, code)],
            ALL_FILES,
        )

    return remove


def _changed(directory: Directory, registry: Registry, code: str, values: Any) -> Edit:
    item = find_item(directory, registry, code, whole=True)
    return actions.changed(directory, registry, item, values)


def _removed(directory: Directory, registry: Registry, code: str) -> Edit:
    item = find_item(directory, registry, code, whole=True)
    return actions.removed(directory, registry, item)


def listed(make: Callable[[Registry], Callable[..., Result]], registry: Registry) -> Builder:
    """A command that lists, with a filter for every key of a closed set of words."""

    def build(name: str) -> TyperCommand:
        command = build_function(make(registry), name, None, ReadingCommand)
        command.params = [*map(_value_option, registry.choice_keys), *command.params]
        return command

    return build


def _with_values(
    make: Callable[[Registry], Callable[..., Result]], registry: Registry, *, new: bool
) -> Builder:
    """A command with an option for every key of the record."""

    def build(name: str) -> TyperCommand:
        command = build_function(make(registry), name, None, WritingCommand)
        code = registry.described.identity
        own = [key for key in registry.item_keys if new or key.name != code]
        command.params = [*(_value_option(key) for key in own), *command.params]
        return command

    return build


def _value_option(key: Key) -> TyperOption:
    many = isinstance(key.kind, Many)

    def remember(ctx: Any, _param: Any, value: Any) -> Any:
        # An option that was not given is None or (), an empty one takes the value away.
        if value is not None and value != ():
            settings(ctx).values[key.name] = tuple(value) if many else value
        return value

    return TyperOption(
        param_decls=[actions.option(key.name)],
        metavar=key.kind.title.upper(),
        multiple=many,
        expose_value=False,
        callback=remember,
        help=f"{key.title}{_words_of(key)}{' (можно повторять)' if many else ''}",
    )


def _words_of(key: Key) -> str:
    """The words that a key may have, for the help."""
    if not isinstance(key.kind, Choice):
        return ""
    return f": {', '.join(option.title for option in key.kind.options)}"


def group(key: str, extra: dict[str, Builder] | None = None) -> GroupRow:
    """The commands of a registry; `extra` adds to them or takes the place of one."""
    registry = BY_KEY[key]
    return GroupRow(
        registry.described.help,
        {
            "list": listed(listing, registry),
            "show": plain(_showing(registry), ReadingCommand),
            "add": _with_values(_adding, registry, new=True),
            "set": _with_values(_setting, registry, new=False),
            "remove": plain(_removing(registry), WritingCommand),
            **(extra or {}),
        },
    )


PERSON = group("people", {"cases": plain(cases, ReadingCommand)})
MENTOR = group("mentors")
MENTEE = group("mentees")
PARTNER = group("partners")
PROGRAM = group("programs")
