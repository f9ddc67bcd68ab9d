"""The passphrase of a copied ring: from a file, from the environment, or asked for."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from roadmap_cli.cli.frame.output import ask_hidden
from roadmap_cli.errors import RequestInvalidError
from roadmap_cli.storage.disk import foreign_bytes_of
from roadmap_cli.storage.passphrase import SHORTEST

VARIABLE = "ROADMAP_PASSPHRASE"
_LARGEST = 10_000
PassphraseFile = Annotated[
    Path | None,
    typer.Option(
        "--passphrase-file",
        metavar="ФАЙЛ",
        help=f"Файл с паролем копии (по умолчанию — переменная {VARIABLE} или вопрос).",
    ),
]


def known_passphrase(file: Path | None) -> str:
    """The passphrase of a copy that somebody made. Raises RequestInvalidError."""
    given = _given(file)
    return ask_hidden("Пароль копии") if given is None else given


def new_passphrase(file: Path | None) -> str:
    """The passphrase for a new copy, asked for twice. Raises RequestInvalidError."""
    given = _given(file)
    if given is not None:
        return given
    chosen = ask_hidden(f"Пароль для копии, не меньше {SHORTEST} знаков")
    if ask_hidden("Ещё раз") != chosen:
        raise RequestInvalidError("пароли не совпали", hint="Повторите команду.")
    return chosen


def _given(file: Path | None) -> str | None:
    """The passphrase of a script, None at a terminal. Raises RequestInvalidError without either."""
    if file is not None:
        raw = foreign_bytes_of(file, _LARGEST)
        if raw is None:
            raise RequestInvalidError(f"файла «{file}» нет", hint="Проверьте --passphrase-file.")
        try:
            return raw.decode("utf-8-sig").rstrip("\r\n")
        except UnicodeDecodeError:
            hint = "Сохраните его в кодировке UTF-8."
            raise RequestInvalidError(f"файл «{file}» не в UTF-8", hint=hint) from None
    named = os.environ.get(VARIABLE)
    if named:
        return named
    if not sys.stdin.isatty():
        raise RequestInvalidError(
            "пароль копии не указан, а спросить его негде",
            hint=f"Укажите --passphrase-file ФАЙЛ или переменную {VARIABLE}.",
        )
    return None
