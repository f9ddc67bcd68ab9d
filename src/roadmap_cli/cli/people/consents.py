"""`roadmap consent`: who lacks what, and the forms for them."""

from collections.abc import Sequence
from typing import Annotated, Any

import typer

from roadmap_cli.cli.frame.context import open_session
from roadmap_cli.cli.frame.groups import command
from roadmap_cli.cli.frame.listing import Column, green, list_result
from roadmap_cli.cli.frame.making import delivered
from roadmap_cli.cli.frame.parameters import flag
from roadmap_cli.cli.frame.result import Result
from roadmap_cli.cli.frame.shared_options import WritingCommand
from roadmap_cli.cli.registries import list_registry, listing_of
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.registry import Registry
from roadmap_cli.domain.papers.consent_forms import form_for
from roadmap_cli.domain.people.consents import Lack, all_lacks
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.domain.registries.lookup import person_code
from roadmap_cli.usecases.documents import Job, Jobs, MakingOptions
from roadmap_cli.usecases.session import ALL_FILES, Session


def listing(registry: Registry, ctx: typer.Context, missing: bool, **given: Any) -> Result:
    """Согласия таблицей; с --missing — недостающие согласия."""
    return _missing(ctx) if missing else list_registry(registry, ctx, **given)


def _missing(ctx: typer.Context) -> Result:
    session = open_session(ctx, *ALL_FILES)
    directory = Directory(session.data)
    lacks = all_lacks(session.data, session.today)
    columns: Sequence[Column[Lack]] = (
        Column("Код", lambda lack: lack.person),
        Column("Кто", lambda lack: directory.person(lack.person)),
        Column("Нет согласия", lambda lack: lack.kind.title),
    )
    result = list_result(
        "missing",
        lacks,
        columns,
        nothing=green("У всех участников есть нужные согласия."),
        notices=session.notices,
    )
    return result._replace(exit_code=1 if lacks else 0)


def printing(
    ctx: typer.Context,
    people: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ЧЕЛОВЕК...]", help="Для кого (по умолчанию — для всех)."),
    ] = None,
    force: Annotated[
        bool,
        typer.Option(
            "--force", help="Заменить файлы, даже если они изменены вручную.", show_default=False
        ),
    ] = False,
) -> Result:
    """Создать бланки недостающих согласий: каждому свои, взрослым и детям."""
    return delivered(ctx, lambda session: _jobs(session, people or []), MakingOptions(force=force))


def _jobs(session: Session, people: list[str]) -> Jobs:
    directory = Directory(session.data)
    chosen = {person_code(directory, word) for word in people}
    return Jobs(
        [
            Job(form_for(session.data, lack.kind, lack.person, session.today), lack.person)
            for lack in all_lacks(session.data, session.today)
            if not chosen or lack.person in chosen
        ]
    )


ROWS = {
    "list": listing_of(
        Dataset.consents, listing, flag("missing", "--missing", "Кому каких согласий не хватает.")
    ),
    "print": command(printing, WritingCommand),
}
