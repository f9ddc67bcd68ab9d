"""`--install-completion`: Typer writes the script, the words about it are ours."""

from typing import Any

import typer

from roadmap_cli.errors import RequestInvalidError

_SHELLS = ("bash", "zsh", "fish", "powershell", "pwsh")


def install_completion(ctx: Any, _param: Any, value: Any) -> None:
    """Write the completion script of the shell that runs us.

    Raises RequestInvalidError when the shell is not one that Typer knows.
    """
    if not value or ctx.resilient_parsing:
        return
    from typer._completion_shared import _get_shell_name, install

    from roadmap_cli.cli.frame.output import say

    shell = _get_shell_name()
    if shell not in _SHELLS:
        raise RequestInvalidError(
            f"оболочка {shell} не распознана" if shell else "не удалось определить оболочку",
            hint=f"Дополнение работает в {', '.join(_SHELLS[:4])}.",
        )
    _, path = install(shell=shell, prog_name="roadmap")
    say(f"Дополнение для {shell} записано в {path}.\nОно заработает в новом окне терминала.")
    raise typer.Exit
