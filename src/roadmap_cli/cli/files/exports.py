"""`roadmap export`: tables for Excel, which `roadmap import` takes back, pictures, the site."""

from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from roadmap_cli.cli.files.site import publishing
from roadmap_cli.cli.frame.context import run_of
from roadmap_cli.cli.frame.groups import CommandGroup, command
from roadmap_cli.cli.frame.result import Result
from roadmap_cli.cli.frame.shared_options import WritingCommand
from roadmap_cli.domain.model.dataset import REGISTRIES
from roadmap_cli.domain.model.registry import Registry
from roadmap_cli.errors import RequestInvalidError, UnknownNameError
from roadmap_cli.exporters.formats import endings
from roadmap_cli.exporters.pictures import ENDING, PICTURES, Picture
from roadmap_cli.text.suggest import did_you_mean
from roadmap_cli.usecases.exports import export, export_picture, picture_of

_TABLES = {registry.key: registry for registry in REGISTRIES if registry.items is not None}
_PICTURES = {picture.name: picture for picture in PICTURES}
_ALL = (*_TABLES, *_PICTURES)
_PICTURES_TOLD = ", ".join(f"{picture.name} ({picture.title})" for picture in PICTURES)


def exporting(
    ctx: typer.Context,
    file: Annotated[
        Path, typer.Argument(metavar="ФАЙЛ", help=f"Куда: {endings()}; рисунок — {ENDING}.")
    ],
    what: Annotated[
        list[str] | None,
        typer.Option(
            "--what",
            metavar="ЧТО",
            help="Какой файл данных; можно повторять (по умолчанию — все). Рисунок:"
            f" {_PICTURES_TOLD} (по умолчанию — по имени файла).",
            autocompletion=lambda incomplete: [k for k in _ALL if k.startswith(incomplete)],
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
    """Таблицы людей, пар и другие списки; рисунки дорожной карты."""
    run = run_of(ctx)
    picture = _picture(file, what or [])
    if picture is not None:
        tables = [picture.name]
        notices = export_picture(run, file, picture, force=force, outside=outside)
    else:
        exported = export(run, file, _chosen(what or list(_TABLES)), force=force, outside=outside)
        tables, notices = [registry.key for registry in exported.registries], exported.notices
    said = f"{'Пробный запуск. Был бы записан' if run.dry_run else 'Записан'} файл: {file}"
    return Result(
        view=lambda _width: Text(said),
        data=lambda: {"file": str(file), "tables": tables},
        notices=notices,
    )


def _picture(file: Path, words: list[str]) -> Picture | None:
    """The picture that is asked for by name or by the file's; raises RequestInvalidError."""
    named = [_PICTURES[word] for word in words if word in _PICTURES]
    if named and len(words) == 1:
        return named[0]
    if named:
        raise RequestInvalidError("рисунок записывается один, в свой файл")
    found = picture_of(file)
    if found is None and file.name.lower().endswith(ENDING):
        raise RequestInvalidError(
            f"«{file.name}»: не указано, какой рисунок",
            hint=f"Укажите: --what. Есть: {_PICTURES_TOLD}.",
        )
    if found is not None and words:
        raise RequestInvalidError(f"«{file.name}»: таблицы в рисунок не записать")
    return found


def _chosen(words: list[str]) -> list[Registry]:
    for word in words:
        if word not in _TABLES:
            hint = did_you_mean(word, _ALL) or f"Есть: {', '.join(_ALL)}."
            raise UnknownNameError(f"таблицы «{word}» нет", hint=hint)
    return [_TABLES[word] for word in words]


EXPORT = CommandGroup(
    {
        "file": command(exporting, WritingCommand),
        "site": command(publishing, WritingCommand),
    },
    metavar="ФАЙЛ | site ПАПКА",
    otherwise="file",
)
