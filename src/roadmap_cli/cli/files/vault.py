"""`roadmap vault`: personal data lie in git encrypted, each person under a key of their own."""

import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from roadmap_cli.cli.files.merging import merge_data
from roadmap_cli.cli.files.passphrases import PassphraseFile, known_passphrase, new_passphrase
from roadmap_cli.cli.files.vault_history import rewrite
from roadmap_cli.cli.frame.context import settings
from roadmap_cli.cli.frame.groups import CommandGroup, command
from roadmap_cli.cli.frame.result import Result
from roadmap_cli.cli.frame.shared_options import PlainCommand, ReadingCommand, WritingCommand
from roadmap_cli.errors import RequestInvalidError, VaultError
from roadmap_cli.render.vault import state_lines
from roadmap_cli.storage.disk import bytes_of
from roadmap_cli.storage.vault import filters, state
from roadmap_cli.usecases import vault as usecase

Ring = Annotated[Path, typer.Argument(metavar="ФАЙЛ", help="Копия связки ключей.")]
FilePath = Annotated[str, typer.Argument(metavar="ПУТЬ", help="Имя файла в git.")]


def init(ctx: typer.Context) -> Result:
    """Создать хранилище: люди, согласия и журнал документов будут в git зашифрованы."""
    made = usecase.create_vault(settings(ctx).find())
    done = made.connected
    if made.is_new:
        said = [
            f"Хранилище создано. Связка ключей: {done.ring}",
            "Без неё записи не прочесть: сохраните копию вне этой папки —"
            " roadmap vault export ФАЙЛ",
            "Папка documents больше не попадает в git: документы всегда можно создать заново.",
        ]
    else:
        said = ["Хранилище здесь уже есть, оно подключено.", *_opened(done)]
    said.append("Сохранить в истории: git add -A, затем git commit.")
    said += [f"Из git убрано, на диске осталось: {file}" for file in done.untracked]
    if made.history:
        said += ["В прежней истории данные не зашифрованы:", *_past(made.history)]
        said.append("Начать историю заново, без них: roadmap vault rewrite.")
    data = {
        "vault": done.vault, "ring": done.ring, "new": made.is_new, "opened": done.opened,
        "history": dict(made.history),
    }  # fmt: skip
    return _said(said, data, done.told)


def connect(ctx: typer.Context) -> Result:
    """Подключить хранилище в этой копии: настроить git и расшифровать файлы."""
    done = usecase.connect_vault(settings(ctx).find())
    said = ["Хранилище подключено.", *_opened(done)]
    return _said(said, {"vault": done.vault, "opened": done.opened}, done.told)


def exporting(
    ctx: typer.Context,
    file: Ring,
    passphrase_file: PassphraseFile = None,
    plain: Annotated[
        bool,
        typer.Option("--plain", help="Без пароля: только для копии в сейфе.", show_default=False),
    ] = False,
) -> Result:
    """Скопировать связку ключей под паролем: как запасную копию или для коллеги."""
    if plain and passphrase_file is not None:
        raise RequestInvalidError(
            "--plain и --passphrase-file вместе не указывают", hint="Оставьте что-то одно."
        )
    asked = None if plain else partial(new_passphrase, passphrase_file)
    told = usecase.export_ring(settings(ctx).find(), file, asked)
    said = [f"Записан файл: {file}"]
    if plain:
        said += [
            "Ключи в нём ничем не защищены: кто получит этот файл, прочтёт все записи.",
            "Не пересылайте его и не кладите в git; место ему — сейф.",
        ]
    else:
        said += [
            "Файл зашифрован паролем. Передайте пароль отдельно от файла, лучше голосом.",
            "Забытый пароль не восстановить.",
        ]
    return _said(said, {"file": str(file), "encrypted": not plain}, told)


def importing(ctx: typer.Context, file: Ring, passphrase_file: PassphraseFile = None) -> Result:
    """Взять ключи из копии связки и подключить хранилище."""
    asked = partial(known_passphrase, passphrase_file)
    done = usecase.import_ring(settings(ctx).find(), file, asked)
    said = [f"Новых ключей: {done.added}.", *_opened(done)]
    return _said(said, {"added": done.added, "opened": done.opened}, done.told)


def status(ctx: typer.Context) -> Result:
    """Как настроено хранилище и какие данные в git не зашифрованы."""
    found = state.state_of(settings(ctx).find())
    return Result(
        view=lambda _width: Text("\n".join(state_lines(found))),
        data=lambda: {
            "vault": found.vault, "ring": found.ring,
            "keys": found.keys, "connected": found.connected, "closed": list(found.sealed),
            "exposed": list(found.exposed), "history": found.history,
            "open_folders": list(found.open_folders),
            "faults": [
                {"file": each.file, "message": each.said, "hint": each.mend}
                for each in found.faults
            ],
        },
        exit_code=1 if found.faults else 0,
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


def _opened(done: usecase.Connected) -> list[str]:
    return [f"Расшифрован {file}" for file in done.opened]


def _past(history: Mapping[str, int]) -> list[str]:
    return [f"  {file}: версий {count}" for file, count in history.items()]


def _said(lines: list[str], data: dict[str, object], notices: tuple[str, ...] = ()) -> Result:
    return Result(view=lambda _width: Text("\n".join(lines)), data=lambda: data, notices=notices)


VAULT = CommandGroup(
    {
        "init": command(init, ReadingCommand),
        "open": command(connect, ReadingCommand),
        "status": command(status, ReadingCommand),
        "export": command(exporting, ReadingCommand),
        "import": command(importing, ReadingCommand),
        "rewrite": command(rewrite, WritingCommand),
        "clean": command(clean, PlainCommand),
        "smudge": command(smudge, PlainCommand),
        "show": command(show, PlainCommand),
        # Clones from before `merge-data` have told git this name.
        "merge": command(merge_data, PlainCommand),
    },
)
