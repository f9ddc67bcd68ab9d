"""`roadmap consent`: the commands of every registry, who lacks what, and the forms for them."""

from collections.abc import Callable
from typing import Annotated

import typer
from rich.text import Text

from roadmap_cli.cli.frame.context import Session, open_session
from roadmap_cli.cli.frame.result import Result
from roadmap_cli.cli.frame.root_group import plain
from roadmap_cli.cli.frame.shared_options import WritingCommand
from roadmap_cli.cli.registries import Columns, Search, Sort, group, listed, listing
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.registry import Registry
from roadmap_cli.domain.papers.catalog import DocumentType
from roadmap_cli.domain.papers.consent_forms import form_for
from roadmap_cli.domain.people.consents import Lack, all_lacks, is_pupil_here
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.domain.registries.lookup import person_code
from roadmap_cli.render.registries import list_view
from roadmap_cli.usecases.documents import ALL_FILES, Job, Wish, make_jobs


def _listing(registry: Registry) -> Callable[..., Result]:
    usual = listing(registry)

    def with_missing(
        ctx: typer.Context,
        missing: Annotated[
            bool,
            typer.Option("--missing", help="Кому каких согласий не хватает.", show_default=False),
        ] = False,
        search: Search = None,
        sort: Sort = None,
        columns: Columns = None,
    ) -> Result:
        """Согласия таблицей; с --missing — кому каких не хватает."""
        return _missing(ctx) if missing else usual(ctx, search, sort, columns)

    return with_missing


def _missing(ctx: typer.Context) -> Result:
    session = open_session(ctx, *ALL_FILES)
    directory = Directory(session.data)
    lacks = all_lacks(session.data, session.today)
    rows = [
        {
            "person": lack.person,
            "name": directory.name("people", lack.person),
            "kind": lack.kind.title,
        }
        for lack in lacks
    ]
    titles = {"person": "Код", "name": "Кто", "kind": "Нет согласия"}
    said = "У всех участников есть нужные согласия."
    return Result(
        view=lambda width: (
            list_view(rows, list(titles), titles, width, every=True)
            if rows
            else Text(said, style="green")
        ),
        data=lambda: {
            "missing": [{"person": each.person, "kind": each.kind.value} for each in lacks]
        },
        notices=session.notices,
        exit_code=1 if rows else 0,
    )


def printing(
    ctx: typer.Context,
    people: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ЧЕЛОВЕК...]", help="Только для них; иначе для всех."),
    ] = None,
    force: Annotated[
        bool,
        typer.Option("--force", help="Заменить файлы, даже если их правили.", show_default=False),
    ] = False,
) -> Result:
    """Сделать бланки тем, у кого согласий не хватает: каждому свои, взрослым и детям."""
    return make_jobs(ctx, lambda session: _jobs(session, people or []), Wish(force=force))


def _jobs(session: Session, people: list[str]) -> list[Job]:
    directory = Directory(session.data)
    chosen = {person_code(directory, word) for word in people}
    return [
        Job(_form(session, lack), lack.person)
        for lack in all_lacks(session.data, session.today)
        if not chosen or lack.person in chosen
    ]


def _form(session: Session, lack: Lack) -> DocumentType:
    person = session.data.people.find(lack.person)
    is_pupil = is_pupil_here(session.data, lack.person)
    return form_for(lack.kind, person, session.today, is_pupil=is_pupil)


CONSENT = group(
    "consents",
    {
        "list": listed(_listing, Dataset.consents),
        "print": plain(printing, WritingCommand),
    },
)
