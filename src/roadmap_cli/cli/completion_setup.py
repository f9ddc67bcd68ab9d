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
    import shellingham
    from typer._completion_shared import install

    from roadmap_cli.cli.output import say

    try:
        shell, _ = shellingham.detect_shell()
    except shellingham.ShellDetectionFailure:
        shell = ""
    if shell not in _SHELLS:
        raise RequestInvalidError(
            "не удалось понять, какая это оболочка"
            if not shell
            else f"оболочка {shell} не знакома",
            hint=f"Дополнение работает в {', '.join(_SHELLS[:4])}.",
        )
    _, path = install(shell=shell, prog_name="roadmap")
    say(f"Дополнение для {shell} записано в {path}.\nОно заработает в новом окне терминала.")
    raise typer.Exit
