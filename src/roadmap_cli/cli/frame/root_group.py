"""The root of the command tree: finds commands in the table, prints results, maps errors."""

import os
import sys
import traceback
from collections.abc import Sequence
from typing import Any

import typer

from roadmap_cli.cli.frame import output
from roadmap_cli.cli.frame.command_table import BY_NAME, build
from roadmap_cli.cli.frame.completion_setup import install_completion
from roadmap_cli.cli.frame.context import settings
from roadmap_cli.cli.frame.groups import TableGroup
from roadmap_cli.cli.frame.result import Result
from roadmap_cli.cli.frame.shared_options import READING
from roadmap_cli.cli.frame.usage_errors import ClickException, explain
from roadmap_cli.errors import RoadmapError
from roadmap_cli.storage.disk import refusal

_BUG = 3
_INTERRUPTED = 130


class RootGroup(TableGroup):
    """`roadmap` itself."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params = [*self.params, *(make() for make in READING)]

    def get_params(self, ctx: Any) -> list[Any]:
        """The options; Typer appends its own for completion after the group is made."""
        params = super().get_params(ctx)
        for param in params:
            if param.name == "install_completion":
                param.callback = install_completion
        return params

    def names(self) -> Sequence[str]:
        """Every command of the table."""
        return tuple(BY_NAME)

    def make(self, name: str) -> Any:
        """Import the command's module and wrap its function."""
        return build(BY_NAME[name])

    def invoke(self, ctx: Any) -> Any:
        """Run the command and print what it returns; the value is the exit code."""
        result = super().invoke(ctx)
        if not isinstance(result, Result):
            return result
        own = settings(ctx)
        output.emit(
            result,
            as_json=own.json,
            command=ctx.invoked_subcommand or "status",
            as_of=own.today.isoformat(),
        )
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
        code = self._guarded(args, prog_name, extra)
        if standalone_mode:
            sys.exit(code)
        return code

    def _guarded(
        self, args: Sequence[str] | None, prog_name: str | None, extra: dict[str, Any]
    ) -> int:
        try:
            code = super().main(args, prog_name, standalone_mode=False, **extra)
            return code if isinstance(code, int) else 0
        except RoadmapError as error:
            output.emit_error(error)
            return error.exit_code
        except ClickException as error:
            return _usage_error(error)
        except (typer.Abort, KeyboardInterrupt):
            output.emit_usage_error("", "прервано", None)
            return _INTERRUPTED
        except OSError as error:
            output.emit_error(refusal(error))
            return RoadmapError.exit_code
        except Exception as error:
            output.emit_bug(type(error).__name__, _place_of(error))
            return _BUG


def _usage_error(error: ClickException) -> int:
    message, hint = explain(error)
    ctx = getattr(error, "ctx", None)
    usage = ctx.get_usage() if ctx is not None else ""
    help_hint = f"Справка: {ctx.command_path if ctx is not None else 'roadmap'} --help"
    output.emit_usage_error(usage, message, hint or help_hint)
    return 2


def _place_of(error: BaseException) -> str:
    """The last line of our own code that the error went through."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if "roadmap_cli" in frame.filename] or list(frames)
    last = own[-1]
    return f"{last.filename.replace(os.sep, '/').rpartition('roadmap_cli/')[2]}:{last.lineno}"
