"""The commands of every registry: list, show, add, set, remove, made of its row."""

import sys
from collections.abc import Callable, Mapping
from typing import Any

import typer
from typer.core import TyperArgument, TyperCommand, TyperOption

from roadmap_cli.cli.frame.completion import complete_record
from roadmap_cli.cli.frame.context import open_session
from roadmap_cli.cli.frame.editing import edit_workspace
from roadmap_cli.cli.frame.groups import Builder, CommandGroup
from roadmap_cli.cli.frame.listing import Column, list_result
from roadmap_cli.cli.frame.output import ask, say
from roadmap_cli.cli.frame.parameters import argument, option
from roadmap_cli.cli.frame.result import Result
from roadmap_cli.cli.frame.shared_options import ReadingCommand, WritingCommand, build_made
from roadmap_cli.domain.model.dataset import BY_KEY
from roadmap_cli.domain.model.edits import Edit
from roadmap_cli.domain.model.kinds import Choice, Many
from roadmap_cli.domain.model.record import Key, keys
from roadmap_cli.domain.model.registry import NAME, Registry
from roadmap_cli.domain.registries import edits
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.domain.registries.lookup import find_item
from roadmap_cli.domain.registries.rows import Row, rows_of, shown_columns
from roadmap_cli.render.json_values import record_json
from roadmap_cli.render.registries import card_view
from roadmap_cli.usecases.session import ALL_FILES

Parameters = list[TyperArgument | TyperOption]
# The values of a record come to a command under names of their own.
_VALUE = "value_"


def registry_group(key: str, more: Mapping[str, Builder]) -> CommandGroup:
    """The commands of a registry; `more` adds to them."""
    registry = BY_KEY[key]
    return CommandGroup(
        {
            "list": listing_of(registry),
            "show": _row(_showing, registry, ReadingCommand, [_code(registry)]),
            "add": _row(_adding, registry, WritingCommand, _value_options(registry, new=True)),
            "set": _row(
                _setting,
                registry,
                WritingCommand,
                [*_value_options(registry, new=False), _code(registry)],
            ),
            "remove": _row(_removing, registry, WritingCommand, [_code(registry)]),
            **more,
        },
    )


def _row(
    run: Callable[..., Result],
    registry: Registry,
    options: type[ReadingCommand],
    params: Parameters,
) -> Builder:
    """A row of a group: `run` gets the registry before the context and the values."""

    def build(name: str) -> TyperCommand:
        help_text = (run.__doc__ or "").strip()
        return build_made(
            lambda ctx, **given: run(registry, ctx, **given), name, help_text, params, options
        )

    return build


def _code(registry: Registry) -> TyperArgument:
    """The argument that names a record, with the codes on Tab."""
    return argument(
        "code", "КОД", "Код записи или имя целиком.", complete=complete_record(registry)
    )


def listing_of(
    registry: Registry, run: Callable[..., Result] | None = None, *more: TyperOption
) -> Builder:
    """The command that lists a registry, with a filter for every key of a closed set of words.

    `run` takes the place of the usual one; `more` are options of its own.
    """
    params: Parameters = [
        *map(_value_option, registry.choice_keys),
        *more,
        option("search", "--search", metavar="ТЕКСТ", help_text="Только записи с этими словами."),
        option("sort", "--sort", metavar="СТОЛБЕЦ", help_text="По какому столбцу упорядочить."),
        option(
            "columns",
            "--columns",
            metavar="СТОЛБЦЫ",
            help_text="Какие столбцы: ключи через запятую.",
        ),
    ]
    return _row(run or list_registry, registry, ReadingCommand, params)


def list_registry(
    registry: Registry,
    ctx: typer.Context,
    search: str | None,
    sort: str | None,
    columns: str | None,
    **filters: Any,
) -> Result:
    """Записи таблицей: столбцы, которые помещаются на экран."""
    session = open_session(ctx, *ALL_FILES)
    where = {name: str(text) for name, text in _values(filters).items()}
    rows = rows_of(Directory(session.data), registry, search=search, where=where, sort=sort)
    titles = {NAME: "Имя", **{key.name: key.heading for key in registry.item_keys}}
    return list_result(
        "records",
        rows,
        [_column(name, titles[name]) for name in shown_columns(registry, columns)],
        every=columns is not None,
        to_json=lambda row: record_json(row.item),
        notices=session.notices,
    )


def _column(name: str, title: str) -> Column[Row]:
    return Column(title, lambda row: row.texts[name])


def _showing(registry: Registry, ctx: typer.Context, code: str) -> Result:
    """Запись целиком и ссылки на неё."""
    session = open_session(ctx, *ALL_FILES)
    directory = Directory(session.data)
    item = find_item(directory, registry, code)
    rows = [
        (key.heading, directory.shown(key.kind, getattr(item, key.name)))
        for key in keys(type(item))
    ]
    found = edits.references_to(directory, registry, registry.identity(item))
    places = session.workspace.spots([(link.source.file, link.at) for link in found])
    return Result(
        view=lambda _width: card_view(rows, [str(place) for place in places]),
        data=lambda: {
            "record": record_json(item),
            "referred": [str(place) for place in places],
        },
        notices=session.notices,
    )


def _adding(registry: Registry, ctx: typer.Context, **given: Any) -> Result:
    """Добавить запись; недостающее команда спросит."""
    values = _values(given)
    if sys.stdin.isatty():
        _ask_for_missing(Directory(open_session(ctx, *ALL_FILES).data), registry, values)
    return edit_workspace(
        ctx, lambda session: [edits.add_record(Directory(session.data), registry, values)]
    )


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
            faults = [edits.answer_fault(directory, key, part) for part in parts if part]
            fault = next(filter(None, faults), None)
            if fault is None:
                break
            say(fault, error=True)
        values[key.name] = tuple(parts) if many else parts[0]


def _setting(registry: Registry, ctx: typer.Context, code: str, **given: Any) -> Result:
    """Изменить запись; пустое значение убирает ключ."""
    values = _values(given)

    def change(directory: Directory) -> Edit:
        item = find_item(directory, registry, code, whole=True)
        return edits.change_record(directory, registry, item, values)

    return edit_workspace(ctx, lambda session: [change(Directory(session.data))])


def _removing(registry: Registry, ctx: typer.Context, code: str) -> Result:
    """Удалить запись, если на неё не ссылаются другие."""

    def remove(directory: Directory) -> Edit:
        item = find_item(directory, registry, code, whole=True)
        return edits.remove_record(directory, registry, item)

    return edit_workspace(ctx, lambda session: [remove(Directory(session.data))])


def _value_options(registry: Registry, *, new: bool) -> Parameters:
    """An option for every key of a record that a command can set."""
    code = registry.described.identity
    return [_value_option(key) for key in registry.item_keys if new or key.name != code]


def _value_option(key: Key) -> TyperOption:
    many = isinstance(key.kind, Many)
    words = (
        f": {', '.join(choice.title for choice in key.kind.options)}"
        if isinstance(key.kind, Choice)
        else ""
    )
    return option(
        f"{_VALUE}{key.name}",
        edits.option_name(key.name),
        metavar=key.kind.title.upper(),
        help_text=f"{key.title}{words}{' (можно повторять)' if many else ''}",
        many=many,
    )


def _values(given: Mapping[str, Any]) -> dict[str, str | tuple[str, ...]]:
    """The values by key; an option that was not given is None or (), an empty one is a text."""
    return {
        name.removeprefix(_VALUE): value
        for name, value in given.items()
        if value is not None and value != ()
    }
