"""`roadmap school`: the School of mentors — its schedule, who came, who has finished."""

from collections.abc import Sequence
from typing import Annotated

import typer

from roadmap_cli.cli.frame.context import open_session
from roadmap_cli.cli.frame.editing import edit_workspace
from roadmap_cli.cli.frame.groups import CommandGroup, command
from roadmap_cli.cli.frame.listing import Column, list_result
from roadmap_cli.cli.frame.result import Result
from roadmap_cli.cli.frame.shared_options import ReadingCommand, WritingCommand, read_day
from roadmap_cli.domain.model.edits import Edit
from roadmap_cli.domain.model.files.school import SchoolLesson
from roadmap_cli.domain.pairs import school
from roadmap_cli.domain.pairs.school import Attendance
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.domain.registries.lookup import person_code
from roadmap_cli.text.dates import numeric
from roadmap_cli.usecases.session import ALL_FILES, Session


def listing(ctx: typer.Context) -> Result:
    """График занятий и посещение."""
    session = open_session(ctx, *ALL_FILES)
    names = Directory(session.data)
    columns: Sequence[Column[SchoolLesson]] = (
        Column("Дата", lambda lesson: numeric(lesson.held_on) if lesson.held_on else "без даты"),
        Column("Тема", lambda lesson: lesson.topic),
        Column("Ведущий", lambda lesson: names.person(lesson.leader) if lesson.leader else ""),
        Column(
            "Присутствовали", lambda lesson: "; ".join(names.person(c) for c in lesson.attended)
        ),
    )
    lessons = session.data.school.lessons
    return list_result("lessons", lessons, columns, every=False, notices=session.notices)


def attend(
    ctx: typer.Context,
    on: Annotated[str, typer.Argument(metavar="ДАТА", help="Дата занятия по графику.")],
    people: Annotated[list[str], typer.Argument(metavar="КТО...", help="Коды или имена.")],
    topic: Annotated[
        str | None,
        typer.Option("--topic", metavar="ТЕМА", help="Тема, если занятий в этот день несколько."),
    ] = None,
) -> Result:
    """Отметить присутствовавших на занятии."""
    day = read_day(on)

    def edits(session: Session) -> list[Edit]:
        directory = Directory(session.data)
        codes = [person_code(directory, word) for word in people]
        return school.attend(directory, day, session.today, topic, codes)

    return edit_workspace(ctx, edits)


def finished(ctx: typer.Context) -> Result:
    """Кто из наставников окончил Школу, а кто нет."""
    session = open_session(ctx, *ALL_FILES)
    names = Directory(session.data)
    columns: Sequence[Column[Attendance]] = (
        Column("Код", lambda row: row.person),
        Column("Наставник", lambda row: names.person(row.person)),
        Column("Занятий", lambda row: f"{row.visits} из {row.lessons}"),
        Column("Школа", lambda row: "окончена" if row.finished else ""),
    )
    found = school.attendance(session.data)
    return list_result("mentors", found, columns, notices=session.notices)


SCHOOL = CommandGroup(
    {
        "list": command(listing, ReadingCommand),
        "attend": command(attend, WritingCommand),
        "finished": command(finished, ReadingCommand),
    },
)
