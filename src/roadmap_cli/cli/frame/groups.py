"""Groups of commands, each command made when it is asked for."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from typer.core import TyperCommand, TyperGroup

from roadmap_cli.cli.frame.shared_options import RussianHelp, build_function

Builder = Callable[[str], TyperCommand]


def command(function: Any, options: type[TyperCommand]) -> Builder:
    """A row of a group: a function with the shared options of a class."""
    return lambda name: build_function(function, name, options)


class TableGroup(RussianHelp, TyperGroup):
    """A group whose commands are made when they are asked for."""

    def names(self) -> Sequence[str]:
        """The names of the group's commands, in the order of the help."""
        raise NotImplementedError

    def make(self, name: str) -> Any:
        """The command of that name."""
        raise NotImplementedError

    # Typer calls these with a Context class of its own, hence Any.
    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 -- Typer's signature
        """The names, for the help and for completion."""
        return list(self.names())

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 -- Typer's signature
        """The command, or None when the name is unknown."""
        return self.make(cmd_name) if cmd_name in self.names() else None

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command; a mistyped name gets a suggestion."""
        name = args[0]
        if name not in self.names() and not ctx.resilient_parsing and name[:1] != "-":
            from roadmap_cli.cli.frame.usage_errors import UnknownCommandError
            from roadmap_cli.text.suggest import did_you_mean

            raise UnknownCommandError(name, did_you_mean(name, self.names()), ctx)
        return super().resolve_command(ctx, args)


class FixedGroup(TableGroup):
    """A group with a table of commands of its own.

    `default` is called without words, `otherwise` when the first word is no command's name.
    """

    rows: Mapping[str, Builder] = {}
    default: str | None = None
    otherwise: str | None = None

    def names(self) -> Sequence[str]:
        """The names in the order of the table."""
        return tuple(self.rows)

    def make(self, name: str) -> Any:
        """The command of that name."""
        return self.rows[name](name)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Without a command the default one runs, with the options that are given."""
        if ctx.resilient_parsing or (args and args[0] in (*self.rows, *ctx.help_option_names)):
            return super().parse_args(ctx, args)
        is_option = not args or args[0].startswith("-")
        chosen = (self.default or self.otherwise) if is_option else self.otherwise
        if not args:
            chosen = self.default
        return super().parse_args(ctx, [chosen, *args] if chosen else args)


class CommandGroup:
    """A row of the command table that is a group of commands."""

    def __init__(
        self,
        rows: Mapping[str, Builder],
        *,
        metavar: str = "КОМАНДА",
        default: str | None = None,
        otherwise: str | None = None,
    ) -> None:
        self.rows, self.metavar = rows, metavar
        self.default, self.otherwise = default, otherwise

    def build(self, name: str, panel: str, help_text: str) -> FixedGroup:
        """The group, ready to run."""
        group = FixedGroup(
            name=name,
            help=help_text,
            rich_help_panel=panel,
            options_metavar="[ПАРАМЕТРЫ]",
            subcommand_metavar=f"{self.metavar} [ПАРАМЕТРЫ]...",
        )
        group.rows, group.default, group.otherwise = self.rows, self.default, self.otherwise
        return group
