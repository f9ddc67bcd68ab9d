"""`roadmap person cases`: how the program declines a person's name and position."""

from typing import Annotated, cast

import typer

from roadmap_cli.cli.frame.completion import complete_record
from roadmap_cli.cli.frame.context import open_session
from roadmap_cli.cli.frame.editing import edit_workspace
from roadmap_cli.cli.frame.groups import command
from roadmap_cli.cli.frame.result import Result
from roadmap_cli.cli.frame.shared_options import WritingCommand
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.people import Person
from roadmap_cli.domain.people.cases import confirm_cases
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.domain.registries.lookup import find_item, person_code
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
    *,
    confirm: Annotated[
        bool,
        typer.Option(
            "--confirm", help="Показанные формы верны: записать их и больше не напоминать."
        ),
    ] = False,
) -> Result:
    """Имя и должность во всех падежах: так они будут напечатаны в документах."""
    if confirm:
        return edit_workspace(ctx, lambda session: [confirm_cases(_person(session.data, person))])
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
        view=lambda _width: cases_view(rows, found.known_gender, found.case_remarks),
        data=lambda: {
            "id": code,
            "gender": found.known_gender.value if found.known_gender else None,
            "cases": [
                {"case": case.value, "name": name, "position": position or None}
                for case, name, position in rows
            ],
            "doubts": [
                {"key": remark.key, "message": remark.message, "hint": remark.hint}
                for remark in found.case_remarks
            ],
        },
    )


def _person(data: Dataset, word: str) -> Person:
    """The person with this code or whole name."""
    return cast(Person, find_item(Directory(data), Dataset.people, word, whole=True))


ROWS = {"cases": command(cases, WritingCommand)}
