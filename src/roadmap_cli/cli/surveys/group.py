"""The table of `roadmap survey`."""

from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from roadmap_cli.cli.frame.context import run_of
from roadmap_cli.cli.frame.groups import CommandGroup, command
from roadmap_cli.cli.frame.making import delivered
from roadmap_cli.cli.frame.result import Result
from roadmap_cli.cli.frame.shared_options import ReadingCommand, WritingCommand
from roadmap_cli.cli.surveys.answering import add, remove
from roadmap_cli.cli.surveys.importing import importing
from roadmap_cli.cli.surveys.reading import listing, remind, results, showing
from roadmap_cli.cli.surveys.taking import take
from roadmap_cli.domain.papers.catalog import BY_CODE
from roadmap_cli.usecases.documents import MakingOptions, jobs_of
from roadmap_cli.usecases.surveys.questionnaires import new_surveys


def new(
    ctx: typer.Context,
    codes: Annotated[
        list[str],
        typer.Argument(metavar="КОД...", help="Коды готовых анкет или код своей новой."),
    ],
    source: Annotated[
        str | None, typer.Option("--from", metavar="АНКЕТА", help="С какой анкеты начать.")
    ] = None,
) -> Result:
    """Взять готовую анкету или начать свою: файл в data/surveys, его можно править."""
    run = run_of(ctx)
    found = new_surveys(run, codes, source)
    said = "Был бы записан" if run.dry_run else "Записан"
    lines = [f"{said} файл: {file}" for file in found.files]
    lines += ["Дальше: поправьте вопросы под себя, проверьте (roadmap check),"]
    lines += [f"  напечатайте бланк: roadmap survey form {codes[0]}"]
    return Result(
        view=lambda _width: Text("\n".join(lines)),
        data=lambda: {"files": list(found.files), "dry_run": run.dry_run},
        notices=found.notices,
    )


def form(
    ctx: typer.Context,
    surveys: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[АНКЕТА...]", help="Коды или части названий (по умолчанию — пустой бланк)."
        ),
    ] = None,
    everybody: Annotated[
        bool, typer.Option("--all", help="Бланки всех анкет школы.", show_default=False)
    ] = False,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="ФАЙЛ", help="Куда записать (по умолчанию — в documents)."
        ),
    ] = None,
    preview: Annotated[
        bool,
        typer.Option("--preview", help="Показать, файл не создавать.", show_default=False),
    ] = False,
    force: Annotated[
        bool,
        typer.Option(
            "--force", help="Заменить файл, даже если он изменён вручную.", show_default=False
        ),
    ] = False,
) -> Result:
    """Бланк анкеты в Word, чтобы отвечать от руки; то же, что roadmap form survey."""
    options = MakingOptions(output=output, preview=preview, force=force)
    kind = BY_CODE["form.survey"]
    return delivered(
        ctx, lambda session: jobs_of(session, kind, surveys or (), with_all=everybody), options
    )


SURVEY = CommandGroup(
    {
        "list": command(listing, ReadingCommand),
        "new": command(new, WritingCommand),
        "form": command(form, WritingCommand),
        "show": command(showing, ReadingCommand),
        "import": command(importing, WritingCommand),
        "add": command(add, WritingCommand),
        "remove": command(remove, WritingCommand),
        "results": command(results, ReadingCommand),
        "remind": command(remind, ReadingCommand),
        "take": command(take, WritingCommand),
    },
    default="list",
)
