"""`roadmap init`."""

import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from roadmap_cli.cli.files.schema import schema_files
from roadmap_cli.cli.frame.context import settings
from roadmap_cli.cli.frame.output import ask, confirmed, say
from roadmap_cli.cli.frame.result import Result
from roadmap_cli.domain.model.changes import Change, SetKey
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.organization import Organization
from roadmap_cli.domain.model.kinds import InvalidValueError
from roadmap_cli.domain.model.plain import as_plain
from roadmap_cli.domain.model.record import key_names
from roadmap_cli.domain.model.school_calendar import SchoolCalendar, usual
from roadmap_cli.domain.model.school_year import SchoolYear, Years
from roadmap_cli.errors import RequestInvalidError
from roadmap_cli.storage.scaffold import create_workspace, new_files, refuse_second, start_history
from roadmap_cli.text.dates import span

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
    calendar: Annotated[
        bool,
        typer.Option(
            "--calendar", help="Вписать обычные дни четвертей и каникул.", show_default=False
        ),
    ] = False,
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
    changes: list[Change] = [
        SetKey(_ROADMAP, ("title",), title),
        SetKey(_ROADMAP, ("school_year",), str(chosen_year)),
        SetKey(_ORGANIZATION, ("short_name",), name),
    ]
    days = usual(chosen_year.first)
    with_days = calendar or _wants(days)
    changes += _calendar(days) if with_days else []
    files = {**new_files(template, changes), **schema_files()}
    said = [f"{'Будет создано' if own.dry_run else 'Создано'}: {folder}"]
    refuse_second(folder)
    if not own.dry_run:
        said += create_workspace(folder, files)
        trouble = start_history(folder) if git else None
        said += [trouble] if trouble else []
    said += [f"  {name}" for name in sorted(files) if not name.startswith(".")]
    if with_days:
        said += ["", "Дни четвертей и каникул вписаны обычные: сверьте их с графиком школы"]
        said += ["  (terms и holidays в data/organization.yaml)."]
    said += ["", "Дальше:", "  впишите сведения в data/organization.yaml и data/people.yaml,"]
    said += ["  проверьте, чего не хватает: roadmap check", "  смотрите, что пора делать: roadmap"]
    return Result(
        view=lambda _width: Text("\n".join(said)),
        data=lambda: {"folder": str(folder), "files": sorted(files), "dry_run": own.dry_run},
    )


def _wants(days: SchoolCalendar) -> bool:
    """Ask at a terminal whether the usual days are to be entered."""
    if not sys.stdin.isatty():
        return False
    for title, stretches in (("Четверти", days.terms), ("Каникулы", days.holidays)):
        told = ", ".join(f"{one.name} {span(one.first, one.last)}" for one in stretches)
        say(f"{title}: {told}")
    return confirmed("Вписать эти обычные дни? Изменить их можно потом.", default="да")


def _calendar(days: SchoolCalendar) -> list[Change]:
    """The changes that enter terms and holidays."""
    order = key_names(Organization)
    return [
        SetKey(_ORGANIZATION, (name,), [as_plain(one._asdict()) for one in own], order)
        for name, own in (("terms", days.terms), ("holidays", days.holidays))
    ]


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
