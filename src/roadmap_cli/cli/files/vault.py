"""`roadmap vault`: personal data lie in git encrypted, each person under a key of their own."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from roadmap_cli.cli.files.merging import merge_data
from roadmap_cli.cli.frame.context import settings
from roadmap_cli.cli.frame.groups import CommandGroup, command
from roadmap_cli.cli.frame.result import Result
from roadmap_cli.cli.frame.shared_options import PlainCommand, ReadingCommand
from roadmap_cli.errors import VaultError
from roadmap_cli.render.vault import state_lines
from roadmap_cli.storage.disk import bytes_of
from roadmap_cli.storage.vault import clone, filters
from roadmap_cli.usecases import vault as usecase

Ring = Annotated[Path, typer.Argument(metavar="ФАЙЛ", help="Копия связки ключей.")]
FilePath = Annotated[str, typer.Argument(metavar="ПУТЬ", help="Имя файла в git.")]


def init(ctx: typer.Context) -> Result:
    """Создать хранилище: люди, согласия и журнал документов будут в git зашифрованы."""
    made = usecase.create_vault(settings(ctx).find())
    said = [
        f"Хранилище создано. Связка ключей: {made.ring.path}",
        "Без неё записи не прочесть: сохраните копию вне этой папки — roadmap vault export ФАЙЛ",
        "Папка documents больше не попадает в git: документы всегда можно создать заново.",
        *made.told,
        "Сохранить в истории: git add -A, затем git commit.",
    ]
    said += [f"Из git убрано, на диске осталось: {file}" for file in made.untracked]
    if made.history:
        said += ["В прежней истории данные не зашифрованы:", *_past(made.history)]
        said.append("Как её убрать, описано в руководстве, раздел «Хранилище».")
    history = dict(made.history)
    return _said(said, {"vault": made.ring.vault, "ring": str(made.ring.path), "history": history})


def connect(ctx: typer.Context) -> Result:
    """Подключить хранилище в этой копии: настроить git и расшифровать файлы."""
    done = usecase.connect_vault(settings(ctx).find())
    opened = (f"Расшифрован {file}" for file in done.opened)
    said = ["Хранилище подключено.", *opened, *done.told]
    return _said(said, {"vault": done.vault, "opened": done.opened})


def exporting(ctx: typer.Context, file: Ring) -> Result:
    """Скопировать связку ключей: как запасную копию или для коллеги."""
    usecase.export_ring(settings(ctx).find(), file)
    said = [
        f"Записан файл: {file}",
        "Кто получит этот файл, прочтёт все записи. Не кладите его в git.",
    ]
    return _said(said, {"file": str(file)})


def importing(ctx: typer.Context, file: Ring) -> Result:
    """Взять ключи из копии связки и подключить хранилище."""
    done = usecase.import_ring(settings(ctx).find(), file)
    opened = (f"Расшифрован {file}" for file in done.opened)
    said = [f"Новых ключей: {done.added}.", *opened, *done.told]
    return _said(said, {"added": done.added, "opened": done.opened})


def status(ctx: typer.Context) -> Result:
    """Как настроено хранилище и какие данные в git не зашифрованы."""
    state = clone.state_of(settings(ctx).find())
    return Result(
        view=lambda _width: Text("\n".join(state_lines(state))),
        data=lambda: {
            "vault": state.vault, "ring": state.ring,
            "keys": state.keys, "connected": state.connected, "closed": list(state.sealed),
            "exposed": list(state.exposed), "history": dict(state.history),
        },
        exit_code=0 if state.ring and state.connected and not state.exposed else 1,
    )  # fmt: skip


def clean(path: FilePath) -> Result:
    """Для git: зашифровать файл со стандартного ввода."""
    return Result(binary=filters.clean(path, sys.stdin.buffer.read()))


def smudge(path: FilePath) -> Result:
    """Для git: расшифровать файл со стандартного ввода."""
    raw = sys.stdin.buffer.read()
    troubles: list[str] = []
    try:
        return Result(binary=filters.smudge(path, raw, troubles), notices=tuple(troubles))
    except VaultError as error:
        # A checkout must not fail: the file stays closed, and `check` says so.
        return Result(binary=raw, notices=(f"{error.message}. {error.hint or ''}".strip(),))


def show(file: Annotated[Path, typer.Argument(metavar="ФАЙЛ", help="Файл данных.")]) -> Result:
    """Для git diff: показать файл расшифрованным."""
    raw = bytes_of(file)
    if raw is None:
        raise VaultError(f"файла «{file}» нет")
    return Result(binary=filters.show_plain(raw))


def _past(history: Mapping[str, int]) -> list[str]:
    return [f"  {file}: версий {count}" for file, count in history.items()]


def _said(lines: list[str], data: dict[str, object]) -> Result:
    return Result(view=lambda _width: Text("\n".join(lines)), data=lambda: data)


VAULT = CommandGroup(
    {
        "init": command(init, ReadingCommand),
        "open": command(connect, ReadingCommand),
        "status": command(status, ReadingCommand),
        "export": command(exporting, ReadingCommand),
        "import": command(importing, ReadingCommand),
        "clean": command(clean, PlainCommand),
        "smudge": command(smudge, PlainCommand),
        "show": command(show, PlainCommand),
        # Clones from before `merge-data` have told git this name.
        "merge": command(merge_data, PlainCommand),
    },
)
