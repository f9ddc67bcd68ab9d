"""The options that commands share: declared once, added to each command by its class."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, cast

import typer
from typer.core import TyperArgument, TyperCommand, TyperOption

from roadmap_cli.cli.frame.context import settings
from roadmap_cli.cli.frame.result import Result
from roadmap_cli.domain.model.kinds import Day, InvalidValueError

Option = Callable[[], TyperOption]
_PANEL = "Общие параметры"


def read_day(text: str, option: str | None = None) -> date:
    """A day from the command line; raises typer.BadParameter naming the option."""
    try:
        return Day().read(text)
    except InvalidValueError as error:
        raise typer.BadParameter(
            f"{error.message}. {error.hint or ''}".strip(), param_hint=option
        ) from error


def day_told(text: str | None, option: str) -> date | None:
    """The day of an option that may be left out; raises as `read_day` does."""
    return read_day(text, option) if text else None


def _remember(name: str, read: Callable[[Any], Any]) -> Callable[[Any, Any, Any], Any]:
    """A callback that keeps an option's value for the whole run.

    The option stands both before and after the command's name; a variable of the environment
    gives way to either.
    """

    def callback(ctx: typer.Context, param: Any, value: Any) -> Any:
        own = settings(ctx)
        source = ctx.get_parameter_source(param.name)
        from_environment = source is not None and source.name == "ENVIRONMENT"
        if value and not (from_environment and getattr(own, name)):
            setattr(own, name, read(value))
        return value

    return callback


def _as_of() -> TyperOption:
    return TyperOption(
        param_decls=["--as-of"],
        metavar="ДАТА",
        envvar="ROADMAP_TODAY",
        show_envvar=True,
        expose_value=False,
        callback=_remember("as_of", read_day),
        help="День, на который ведётся расчёт (по умолчанию — сегодня): 2023-11-15.",
        rich_help_panel=_PANEL,
    )


def _workspace() -> TyperOption:
    return TyperOption(
        param_decls=["--workspace", "-w"],
        metavar="ПАПКА",
        envvar="ROADMAP_WORKSPACE",
        show_envvar=True,
        expose_value=False,
        callback=_remember("workspace", Path),
        help="Папка с дорожной картой (по умолчанию — ближайшая вверх от текущей).",
        rich_help_panel=_PANEL,
    )


def _flag(name: str, help_text: str) -> TyperOption:
    return TyperOption(
        param_decls=[name],
        is_flag=True,
        default=False,
        expose_value=False,
        callback=_remember(name.strip("-").replace("-", "_"), bool),
        help=help_text,
        show_default=False,
        rich_help_panel=_PANEL,
    )


def _json() -> TyperOption:
    return _flag("--json", "Ответ в виде JSON, для других программ.")


def _dry_run() -> TyperOption:
    return _flag("--dry-run", "Показать, что изменится, и ничего не записывать.")


READING: tuple[Option, ...] = (_as_of, _workspace, _json)
WRITING: tuple[Option, ...] = (*READING, _dry_run)
MAKING: tuple[Option, ...] = (_json, _dry_run)


class RussianHelp:
    """Puts into Russian what Typer itself says about a command."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Print the help."""
        from roadmap_cli.cli.frame.russian_help import localize_help

        localize_help(self, ctx)
        super().format_help(ctx, formatter)  # type: ignore[misc]  # a mixin of Typer's commands

    def get_usage(self, ctx: Any) -> str:
        """The line that shows how the command is called."""
        from roadmap_cli.cli.frame.russian_help import usage_line

        return usage_line(super().get_usage(ctx))  # type: ignore[misc]  # as above


class ReadingCommand(RussianHelp, TyperCommand):
    """A command that reads a workspace.

    One that is made from a table has `run`, which gets the context and the values by name.
    """

    shared: tuple[Option, ...] = READING

    def __init__(self, *args: Any, run: Callable[..., Result] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.run = run
        self.params = [*self.params, *(make() for make in self.shared)]

    def invoke(self, ctx: Any) -> Any:
        """Run the command."""
        return self.run(ctx, **ctx.params) if self.run else super().invoke(ctx)


class WritingCommand(ReadingCommand):
    """A command that changes files of a workspace."""

    shared = WRITING


class MakingCommand(ReadingCommand):
    """A command that needs no workspace, because it makes one."""

    shared = MAKING


class PlainCommand(ReadingCommand):
    """A command without shared options: it reads one named file."""

    shared = ()


def build_function(
    function: Any,
    name: str,
    options: type[TyperCommand],
    panel: str | None = None,
    help_text: str | None = None,
) -> TyperCommand:
    """A command made of a function whose annotations declare its parameters.

    Without `help_text` the function's docstring is the help, in Russian.
    """
    from typer.main import get_command_from_info
    from typer.models import CommandInfo

    info = CommandInfo(
        name=name,
        callback=function,
        help=help_text,
        cls=options,
        rich_help_panel=panel,
        options_metavar="[ПАРАМЕТРЫ]",
    )
    return cast(
        TyperCommand,
        get_command_from_info(info, pretty_exceptions_short=True, rich_markup_mode="rich"),
    )


def build_made(
    run: Callable[..., Result],
    name: str,
    help_text: str,
    params: Sequence[TyperArgument | TyperOption],
    options: type[ReadingCommand],
) -> TyperCommand:
    """A command whose parameters come from a table; `run` gets their values by name."""
    return options(
        name=name,
        help=help_text,
        params=list(params),
        run=run,
        options_metavar="[ПАРАМЕТРЫ]",
        rich_markup_mode="rich",
    )
