"""`roadmap person`, `mentor`, `mentee`, `partner`, `pair`: list, show, add, set, remove."""

import sys
from collections.abc import Callable
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperOption

from roadmap_cli.cli.command_table import build_function
from roadmap_cli.cli.context import Session, open_session, settings
from roadmap_cli.cli.editing import edit_workspace
from roadmap_cli.cli.making import ALL_FILES
from roadmap_cli.cli.output import ask
from roadmap_cli.cli.person_cases import cases
from roadmap_cli.cli.result import Result
from roadmap_cli.cli.root_group import Builder, GroupRow, plain
from roadmap_cli.cli.shared_options import ReadingCommand, WritingCommand
from roadmap_cli.domain import registry_actions as actions
from roadmap_cli.domain.kinds import Many
from roadmap_cli.domain.records import Key, Record
from roadmap_cli.domain.registries import BY_KEY, Registry
from roadmap_cli.render.registry_view import card_view, heading, list_view

Code = Annotated[str, typer.Argument(metavar="КОД", help="Код записи или часть имени.")]


def _listing(registry: Registry) -> Callable[..., Result]:
    def listing(
        ctx: typer.Context,
        search: Annotated[
            str | None,
            typer.Option("--search", metavar="ТЕКСТ", help="Только записи, где это встречается."),
        ] = None,
        sort: Annotated[
            str | None, typer.Option("--sort", metavar="КЛЮЧ", help="По какому ключу упорядочить.")
        ] = None,
    ) -> Result:
        """Записи таблицей: столбцы, которые помещаются на экран."""
        session = open_session(ctx, *ALL_FILES)
        columns = [key.name for key in actions.item_keys(registry)]
        if sort is not None and sort not in columns:
            raise typer.BadParameter(f"ключа «{sort}» нет, есть: {', '.join(columns)}")
        rows = [_row(session, registry, item) for item in actions.items_of(session.data, registry)]
        if search is not None:
            rows = [row for row in rows if search.casefold() in " ".join(row.values()).casefold()]
        if sort is not None:
            rows.sort(key=lambda row: row[sort].casefold())
        titles = {key.name: heading(key.title) for key in actions.item_keys(registry)}
        return Result(
            view=lambda width: list_view(rows, titles, width),
            data=lambda: {"records": rows},
            notices=session.notices,
        )

    return listing


def _row(session: Session, registry: Registry, item: Record) -> dict[str, str]:
    return {
        key.name: actions.shown(session.data, key.kind, getattr(item, key.name))
        if key.name != "person"
        else actions.identity(registry, item)
        for key in actions.item_keys(registry)
    } | _name(session, registry, item)


def _name(session: Session, registry: Registry, item: Record) -> dict[str, str]:
    """Beside a code that is a person's there stands the name."""
    code = actions.identity(registry, item)
    known = session.data.people.find(code) if hasattr(item, "person") else None
    return {"": known.full_name} if known else {}


def _showing(registry: Registry) -> Callable[..., Result]:
    def show(ctx: typer.Context, code: Code) -> Result:
        """Запись целиком, и кто на неё ссылается."""
        session = open_session(ctx, *ALL_FILES)
        item = actions.find_item(session.data, registry, code)
        rows = [
            (key.title, actions.shown(session.data, key.kind, getattr(item, key.name)))
            for key in actions.item_keys(registry)
        ]
        found = actions.referring(session.data, registry, actions.identity(registry, item))
        places = session.workspace.spots([(link.source.file, link.at) for link in found])
        return Result(
            view=lambda _width: card_view(rows, [str(place) for place in places]),
            data=lambda: {
                "record": _row(session, registry, item),
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
            for key in actions.item_keys(registry):
                if key.required and key.name != "id" and not values.get(key.name):
                    values[key.name] = ask(key.title)
        return edit_workspace(
            ctx, lambda session: [actions.added(session.data, registry, values)], ALL_FILES
        )

    return add


def _setting(registry: Registry) -> Callable[..., Result]:
    def change(ctx: typer.Context, code: Code) -> Result:
        """Изменить запись; пустое значение убирает ключ."""
        values = dict(settings(ctx).values)
        return edit_workspace(
            ctx,
            lambda session: [
                actions.changed(
                    session.data, registry, actions.find_item(session.data, registry, code), values
                )
            ],
            ALL_FILES,
        )

    return change


def _removing(registry: Registry) -> Callable[..., Result]:
    def remove(ctx: typer.Context, code: Code) -> Result:
        """Убрать запись; пока на неё ссылаются, команда откажется и скажет где."""
        return edit_workspace(
            ctx,
            lambda session: [
                actions.removed(
                    session.data, registry, actions.find_item(session.data, registry, code)
                )
            ],
            ALL_FILES,
        )

    return remove


def _with_values(
    make: Callable[[Registry], Callable[..., Result]], registry: Registry, *, new: bool
) -> Builder:
    """A command with an option for every key of the record."""

    def build(name: str) -> TyperCommand:
        command = build_function(make(registry), name, None, WritingCommand)
        fixed = actions.item_keys(registry)
        own = [
            key for key in fixed if new or key.name != (registry.items and registry.items.identity)
        ]
        command.params = [*(_value_option(key) for key in own), *command.params]
        return command

    return build


def _value_option(key: Key) -> TyperOption:
    many = isinstance(key.kind, Many)

    def remember(ctx: Any, _param: Any, value: Any) -> Any:
        # An option that was not given is None or (), an empty one takes the value away.
        if value is not None and value != ():
            given = tuple(each for each in value if each) if many else value
            settings(ctx).values[key.name] = given
        return value

    return TyperOption(
        param_decls=[actions.option(key.name)],
        metavar=key.kind.title.upper(),
        multiple=many,
        expose_value=False,
        callback=remember,
        help=f"{key.title}{' (можно повторять)' if many else ''}",
    )


def _group(key: str, extra: dict[str, Builder] | None = None) -> GroupRow:
    registry = BY_KEY[key]
    assert registry.items is not None
    return GroupRow(
        registry.items.help,
        {
            "list": plain(_listing(registry), ReadingCommand),
            "show": plain(_showing(registry), ReadingCommand),
            "add": _with_values(_adding, registry, new=True),
            "set": _with_values(_setting, registry, new=False),
            "remove": plain(_removing(registry), WritingCommand),
            **(extra or {}),
        },
    )


PERSON = _group("people", {"cases": plain(cases, ReadingCommand)})
MENTOR = _group("mentors")
MENTEE = _group("mentees")
PARTNER = _group("partners")
PAIR = _group("pairs")
