"""`roadmap person cases`: how the program declines a person's name and position."""

from typing import Annotated

import typer

from roadmap_cli.cli.frame.completion import complete_record
from roadmap_cli.cli.frame.context import open_session
from roadmap_cli.cli.frame.groups import command
from roadmap_cli.cli.frame.result import Result
from roadmap_cli.cli.frame.shared_options import ReadingCommand
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.domain.registries.lookup import person_code
from roadmap_cli.text.grammar import Case


def cases(
    ctx: typer.Context,
    person: Annotated[
        str,
        typer.Argument(
            metavar="ЧЕЛОВЕК",
            help="Код или часть имени.",
            autocompletion=complete_record(Dataset.people),
        ),
    ],
) -> Result:
    """Имя и должность во всех падежах: так они будут напечатаны в документах."""
    from roadmap_cli.render.people.cases import cases_view

    session = open_session(ctx)
    code = person_code(Directory(session.data), person)
    found = session.data.people.find(code)
    assert found is not None
    rows = [
        (case, found.name_in(case), found.position_in(case) if found.position else "")
        for case in Case
    ]
    return Result(
        view=lambda _width: cases_view(rows, found.known_gender),
        data=lambda: {
            "id": code,
            "gender": found.known_gender.value if found.known_gender else None,
            "cases": [
                {"case": case.value, "name": name, "position": position or None}
                for case, name, position in rows
            ],
        },
    )


ROWS = {"cases": command(cases, ReadingCommand)}
