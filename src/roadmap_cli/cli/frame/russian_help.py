"""Typer's help in Russian: its headings, its marks and the names of its types."""

import re
from typing import Any

_TYPE_NAMES = {
    "text": "текст",
    "str": "текст",
    "integer": "число",
    "int": "число",
    "integer range": "число",
    "float": "число",
    "path": "путь",
}
OPTION_HELP = {
    "--help": "Показать эту справку и выйти.",
    "--install-completion": "Включить дополнение по Tab в этой оболочке.",
    "--show-completion": "Показать сценарий дополнения для этой оболочки.",
}


def localize_help(command: Any, ctx: Any) -> None:
    """Put the parts of a command's help that come from Typer itself into Russian."""
    from typer import rich_utils

    rich_utils.ARGUMENTS_PANEL_TITLE = "Аргументы"
    rich_utils.OPTIONS_PANEL_TITLE = "Параметры"
    rich_utils.COMMANDS_PANEL_TITLE = "Команды"
    rich_utils.DEFAULT_STRING = "[по умолчанию: {}]"
    rich_utils.ENVVAR_STRING = "[переменная: {}]"
    rich_utils.REQUIRED_LONG_STRING = "[обязательно]"
    rich_utils.DEPRECATED_STRING = "(устарело) "
    for param in command.get_params(ctx):
        if param.opts and param.opts[0] in OPTION_HELP:
            param.help = OPTION_HELP[param.opts[0]]
        param.type.name = _TYPE_NAMES.get(param.type.name.lower(), param.type.name)


def usage_line(english: str) -> str:
    """«Usage: roadmap done [OPTIONS] IDS...» with Russian words around the names."""
    text = re.sub(r"^Usage:", "Вызов:", english)
    text = re.sub(r"\{([^{}]+)\}", r"\1", text)
    return text.replace("[OPTIONS]", "[ПАРАМЕТРЫ]").replace("COMMAND [ARGS]", "КОМАНДА [АРГУМЕНТЫ]")
