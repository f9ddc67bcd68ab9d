"""`roadmap init`."""

import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from roadmap_cli.cli.files.schema import schema_files
from roadmap_cli.cli.frame.context import settings
from roadmap_cli.cli.frame.output import ask, say
from roadmap_cli.cli.frame.result import Result
from roadmap_cli.domain.model.changes import SetKey
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.kinds import InvalidValueError
from roadmap_cli.domain.model.school_year import SchoolYear, Years
from roadmap_cli.errors import RequestInvalidError
from roadmap_cli.storage.scaffold import create_workspace, new_files, refuse_second, start_history

_ROADMAP, _ORGANIZATION = Dataset.roadmap.file, Dataset.organization.file


def init(
    ctx: typer.Context,
    folder: Annotated[
        Path, typer.Argument(metavar="ПАПКА", help="Где создать (по умолчанию — в текущей папке).")
    ] = Path(),
    year: Annotated[
        str | None, typer.Option("--year", metavar="ГОД", help="Учебный год: 2025/2026.")
    ] = None,
    organization: Annotated[
        str | None,
        typer.Option("--organization", metavar="НАЗВАНИЕ", help="Краткое название организации."),
    ] = None,
    template: Annotated[
        str, typer.Option("--template", metavar="ШАБЛОН", help="Образец дорожной карты.")
    ] = "r145",
    git: Annotated[
        bool, typer.Option("--git/--no-git", help="Хранить историю изменений в git.")
    ] = True,
) -> Result:
    """Make a folder with a new roadmap."""
    own = settings(ctx)
    chosen_year = _year(year, own.today)
    name = _organization(organization)
    title = (
        f"Дорожная карта реализации целевой модели наставничества ({name})"
        f" на {chosen_year} учебный год"
    )
    changes = [
        SetKey(_ROADMAP, ("title",), title),
        SetKey(_ROADMAP, ("school_year",), str(chosen_year)),
        SetKey(_ORGANIZATION, ("short_name",), name),
    ]
    files = {**new_files(template, changes), **schema_files()}
    said = [f"{'Будет создано' if own.dry_run else 'Создано'}: {folder}"]
    refuse_second(folder)
    if not own.dry_run:
        create_workspace(folder, files)
        trouble = start_history(folder) if git else None
        said += [trouble] if trouble else []
    said += [f"  {name}" for name in sorted(files) if not name.startswith(".")]
    said += ["", "Дальше:", "  впишите сведения в data/organization.yaml и data/people.yaml,"]
    said += ["  проверьте, чего не хватает: roadmap check", "  смотрите, что пора делать: roadmap"]
    return Result(
        view=lambda _width: Text("\n".join(said)),
        data=lambda: {"folder": str(folder), "files": sorted(files), "dry_run": own.dry_run},
    )


def _year(text: str | None, today: date) -> SchoolYear:
    """The year that was named, or asked for; from June on people plan the coming one."""
    coming = SchoolYear(today.year if today.month >= 6 else today.year - 1)
    while text is None and sys.stdin.isatty():
        try:
            return Years().read(ask("Учебный год", default=str(coming)))
        except InvalidValueError as error:
            say(f"{error.message}. {error.hint or ''}", error=True)
    try:
        return Years().read(text) if text else coming
    except InvalidValueError as error:
        raise RequestInvalidError(error.message, hint=error.hint) from error


def _organization(text: str | None) -> str:
    if text is None and sys.stdin.isatty():
        text = ask("Краткое название организации")
    if not text or not text.strip():
        raise RequestInvalidError(
            "не указана организация", hint="Добавьте: --organization «МБУ ДО Центр»"
        )
    return " ".join(text.split())
