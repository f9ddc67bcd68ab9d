"""Arguments and options of commands that are made from a table, not written as functions."""

from collections.abc import Callable
from typing import Any

import typer
from typer.core import TyperArgument, TyperOption

Offers = list[tuple[str, str]]
Complete = Callable[[typer.Context, str], Offers]


def argument(
    name: str,
    metavar: str,
    help_text: str,
    *,
    required: bool = True,
    many: bool = False,
    complete: Complete | None = None,
) -> TyperArgument:
    """An argument; with `many` all the words that are left."""
    return TyperArgument(
        param_decls=[name],
        metavar=metavar,
        help=help_text,
        required=required,
        nargs=-1 if many else 1,
        autocompletion=_completing(complete),
    )


def option(
    name: str,
    *declared: str,
    metavar: str,
    help_text: str,
    many: bool = False,
    complete: Complete | None = None,
) -> TyperOption:
    """An option with a text; `name` is what the command calls it, `declared` what people write."""
    return TyperOption(
        param_decls=[name, *declared],
        metavar=metavar,
        help=help_text,
        multiple=many,
        autocompletion=_completing(complete),
    )


def flag(name: str, declared: str, help_text: str) -> TyperOption:
    """An option that is given or not."""
    return TyperOption(
        param_decls=[name, declared],
        is_flag=True,
        default=False,
        help=help_text,
        show_default=False,
    )


def _completing(complete: Complete | None) -> Callable[..., Any] | None:
    if complete is None:
        return None
    return lambda ctx, args, incomplete: complete(ctx, incomplete)  # noqa: ARG005 -- Typer's call
