"""`roadmap export`: the registries as tables for Excel, which `roadmap import` takes back."""

from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from roadmap_cli.cli.frame.context import run_of
from roadmap_cli.cli.frame.result import Result
from roadmap_cli.domain.model.dataset import REGISTRIES
from roadmap_cli.domain.model.registry import Registry
from roadmap_cli.errors import UnknownNameError
from roadmap_cli.exporters.formats import endings
from roadmap_cli.text.suggest import did_you_mean
from roadmap_cli.usecases.exports import export

_TABLES = {registry.key: registry for registry in REGISTRIES if registry.items is not None}


def exporting(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="ФАЙЛ", help=f"Куда: {endings()}.")],
    what: Annotated[
        list[str] | None,
        typer.Option(
            "--what",
            metavar="ЧТО",
            help="Какой файл данных; можно повторять (по умолчанию — все).",
            autocompletion=lambda incomplete: [k for k in _TABLES if k.startswith(incomplete)],
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Заменить файл, если он есть.", show_default=False)
    ] = False,
    outside: Annotated[
        bool,
        typer.Option(
            "--outside",
            help="Для сайта или другой организации: нужны и согласия на распространение.",
            show_default=False,
        ),
    ] = False,
) -> Result:
    """Write registries to a file of another program."""
    run = run_of(ctx)
    exported = export(run, file, _chosen(what or list(_TABLES)), force=force, outside=outside)
    said = f"{'Пробный запуск. Был бы записан' if run.dry_run else 'Записан'} файл: {file}"
    tables = [registry.key for registry in exported.registries]
    return Result(
        view=lambda _width: Text(said),
        data=lambda: {"file": str(file), "tables": tables},
        notices=exported.notices,
    )


def _chosen(words: list[str]) -> list[Registry]:
    for word in words:
        if word not in _TABLES:
            hint = did_you_mean(word, _TABLES) or f"Есть: {', '.join(_TABLES)}."
            raise UnknownNameError(f"таблицы «{word}» нет", hint=hint)
    return [_TABLES[word] for word in words]
