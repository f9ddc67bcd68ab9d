"""Typer's complaints about the words of a command, in Russian."""

import re
from typing import Any

from typer._click import exceptions as usage

from roadmap_cli.text.suggest import nearest

ClickException = usage.ClickException

_MESSAGES: tuple[tuple[str, str], ...] = (
    (r"Got unexpected extra argument\(?s?\)? \((.*)\)", r"лишние слова: \1"),
    (r"Option '?([^ ']+)'? requires an argument\.?", r"после параметра \1 нужно значение"),
    (r"Option '?([^ ']+)'? requires (\d+) arguments\.?", r"после параметра \1 нужны значения: \2"),
    (r"Option '?([^ ']+)'? does not take a value\.?", r"параметр \1 не принимает значения"),
    (r"'(.*)' is not a valid (?:int|integer|int range|integer range)\.?", r"«\1» — не целое число"),
    (r"'(.*)' is not a valid (?:float|float range)\.?", r"«\1» — не число"),
    (r"'?(.*?)'? is not in the range (.*)", r"«\1» вне пределов: \2"),
    (r"'(.*)' is not one of (.*)\.", r"недопустимое значение «\1», допустимо: \2"),
    (r"Path '(.*)' does not exist\.", r"пути «\1» нет"),
    (r"(?:File|Directory) '(.*)' does not exist\.", r"«\1» нет"),
    (r"Missing command\.?", "не указана команда"),
    (r"Missing (?:argument|parameter|option)\.?", "не хватает значения"),
    (r"Argument '?([^ ']+)'? takes (\d+) values\.?", r"аргументу \1 нужны значения: \2"),
)


class UnknownCommandError(usage.UsageError):
    """A mistyped command, with the nearest one there is."""

    def __init__(self, name: str, suggestion: str | None, ctx: Any) -> None:
        super().__init__(f"нет команды «{name}»", ctx)
        self.suggestion = suggestion


def explain(error: Any) -> tuple[str, str | None]:
    """A Russian sentence for a usage error and, where there is one, a suggestion."""
    if isinstance(error, UnknownCommandError):
        return error.message, error.suggestion
    if isinstance(error, usage.MissingParameter):
        wanted = [param for param in _params(error) if param.param_type_name == "argument"]
        if error.param in wanted and len(wanted) > 1:
            # Typer fills the last argument first, so the one it misses may not be the one.
            names = " и ".join(param.human_readable_name for param in wanted)
            return f"не хватает аргументов, нужны {names}", None
        return f"не указан {_named(error)}", None
    if isinstance(error, usage.NoSuchOption):
        known = [name for param in _params(error) for name in param.opts]
        close = nearest(error.option_name, known)
        hint = f"Возможно, вы имели в виду «{close}»?" if close else None
        return f"нет параметра {error.option_name}", hint
    if isinstance(error, usage.BadParameter):
        return f"{_named(error)}: {translated(error.message)}", None
    return translated(error.message), None


def translated(message: str) -> str:
    """The message in Russian; one that came from our own code is Russian already."""
    for pattern, russian in _MESSAGES:
        match = re.fullmatch(pattern, message)
        if match:
            return match.expand(russian)
    return message


def _params(error: Any) -> list[Any]:
    return list(error.ctx.command.get_params(error.ctx)) if error.ctx else []


def _named(error: Any) -> str:
    """«аргумент ID» or «параметр --date», as the help calls it."""
    param = error.param
    if param is None:
        return str(error.param_hint or "значение")
    if param.param_type_name == "argument":
        return f"аргумент {param.human_readable_name}"
    return f"параметр {'/'.join(param.opts)}"
