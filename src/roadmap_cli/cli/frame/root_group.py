"""The root group: finds commands in the table and prints what they return."""

import sys
from collections.abc import Sequence
from typing import Any

import typer
from typer._click.exceptions import ClickException

from roadmap_cli.cli.frame.command_table import BY_NAME, build, listed
from roadmap_cli.cli.frame.context import settings
from roadmap_cli.cli.frame.groups import TableGroup
from roadmap_cli.cli.frame.guard import guarded
from roadmap_cli.cli.frame.output import emit, emit_usage_error, tell
from roadmap_cli.cli.frame.result import Result
from roadmap_cli.cli.frame.shared_options import READING


class RootGroup(TableGroup):
    """`roadmap` itself."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params = [*self.params, *(make() for make in READING)]
        self._shows_help = False

    def get_params(self, ctx: Any) -> list[Any]:
        """The options; Typer appends its own for completion after the group is made."""
        params = super().get_params(ctx)
        for param in params:
            if param.name == "install_completion":
                param.callback = _install_completion
        return params

    def names(self) -> Sequence[str]:
        """Every command of the table."""
        return tuple(BY_NAME)

    def make(self, name: str) -> Any:
        """Import the command; the help of the program needs only its row."""
        row = BY_NAME[name]
        return listed(row) if self._shows_help else build(row)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Print the help of the program."""
        self._shows_help = True
        super().format_help(ctx, formatter)

    def invoke(self, ctx: Any) -> Any:
        """Run the command and print what it returns; the value is the exit code."""
        try:
            result = super().invoke(ctx)
        finally:
            tell(settings(ctx))
        if not isinstance(result, Result):
            return result
        emit(result, settings(ctx), ctx.invoked_subcommand or "status")
        return result.exit_code

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Run the program; every way to fail ends in one exit code."""
        extra.update(complete_var=complete_var, windows_expand_args=windows_expand_args)
        code = guarded(lambda: self._parsed(args, prog_name, extra))
        if standalone_mode:
            sys.exit(code)
        return code

    def _parsed(
        self, args: Sequence[str] | None, prog_name: str | None, extra: dict[str, Any]
    ) -> int:
        """The exit code of a run; Typer's own ways to fail become ours."""
        try:
            code = super().main(args, prog_name, standalone_mode=False, **extra)
        except ClickException as error:
            return _usage_error(error)
        except typer.Abort as error:
            raise KeyboardInterrupt from error
        return code if isinstance(code, int) else 0


def _install_completion(ctx: Any, param: Any, value: Any) -> None:
    from roadmap_cli.cli.frame.completion_setup import install_completion

    install_completion(ctx, param, value)


def _usage_error(error: ClickException) -> int:
    from roadmap_cli.cli.frame.usage_errors import explain

    message, hint = explain(error)
    ctx = getattr(error, "ctx", None)
    usage = ctx.get_usage() if ctx is not None else ""
    help_hint = f"Справка: {ctx.command_path if ctx is not None else 'roadmap'} --help"
    emit_usage_error(usage, message, hint or help_hint)
    return 2
