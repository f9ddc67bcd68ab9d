"""`roadmap school`: the School of mentors — its schedule, who came, who has finished."""

from typing import Annotated

import typer

from roadmap_cli.cli.frame.context import Session, open_session
from roadmap_cli.cli.frame.result import Result
from roadmap_cli.cli.frame.root_group import GroupRow, plain
from roadmap_cli.cli.frame.shared_options import ReadingCommand, WritingCommand, read_day
from roadmap_cli.domain.model.changes import AppendItem
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.edits import Edit, refuse_future
from roadmap_cli.domain.model.files.school import SchoolLesson
from roadmap_cli.domain.model.record import key_names
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.domain.registries.lookup import person_code
from roadmap_cli.errors import RequestInvalidError
from roadmap_cli.render.registries import list_view
from roadmap_cli.text.dates import numeric
from roadmap_cli.usecases.documents import ALL_FILES
from roadmap_cli.usecases.edit import edit_workspace

_FILE = Dataset.school.file


def listing(ctx: typer.Context) -> Result:
    """График занятий и кто был."""
    session = open_session(ctx, *ALL_FILES)
    directory = Directory(session.data)
    rows = [
        {
            "day": numeric(each.held_on) if each.held_on else "без даты",
            "topic": each.topic,
            "leader": directory.name("people", each.leader) if each.leader else "",
            "attended": "; ".join(directory.name("people", code) for code in each.attended),
        }
        for each in session.data.school.lessons
    ]
    titles = {"day": "Дата", "topic": "Тема", "leader": "Ведущий", "attended": "Были"}
    return Result(
        view=lambda width: list_view(rows, list(titles), titles, width, every=False),
        data=lambda: {
            "lessons": [
                {"day": each.held_on.isoformat() if each.held_on else None, "topic": each.topic,
                 "leader": each.leader, "attended": list(each.attended)}
                for each in session.data.school.lessons
            ]
        },
        notices=session.notices,
    )  # fmt: skip


def attend(
    ctx: typer.Context,
    on: Annotated[str, typer.Argument(metavar="ДАТА", help="Дата занятия по графику.")],
    people: Annotated[list[str], typer.Argument(metavar="КТО...", help="Коды или имена.")],
    topic: Annotated[
        str | None,
        typer.Option("--topic", metavar="ТЕМА", help="Тема, если занятий в этот день несколько."),
    ] = None,
) -> Result:
    """Отметить, кто был на занятии."""
    day = read_day(on)

    def edits(session: Session) -> list[Edit]:
        directory = Directory(session.data)
        refuse_future(day, session.today)
        lessons = [
            each
            for each in session.data.school.lessons
            if each.held_on == day and (topic or "").casefold() in each.topic.casefold()
        ]
        if len(lessons) != 1:
            listed = ", ".join(
                f"{numeric(each.held_on)} «{each.topic}»"
                for each in session.data.school.lessons
                if each.held_on
            )
            raise RequestInvalidError(
                f"занятий {numeric(day)} в графике: {len(lessons)}",
                hint=f"Есть: {listed or 'ни одного'}. Одно из нескольких в один день — --topic.",
            )
        codes = dict.fromkeys(person_code(directory, word) for word in people)
        order = key_names(SchoolLesson)
        at = (*lessons[0].at, "attended")
        return [
            Edit(
                code,
                f"{directory.name('people', code)}: был(а) {numeric(day)}",
                () if code in lessons[0].attended else (AppendItem(_FILE, at, code, order),),
            )
            for code in codes
        ]

    return edit_workspace(ctx, edits, ALL_FILES)


def finished(ctx: typer.Context) -> Result:
    """Кто из наставников окончил Школу, а кто нет."""
    session = open_session(ctx, *ALL_FILES)
    directory = Directory(session.data)
    done = session.data.school.finished()
    lessons = session.data.school.lessons
    visits = session.data.school.visits()
    rows = [
        {
            "person": each.person,
            "name": directory.name("people", each.person),
            "visits": f"{visits[each.person]} из {len(lessons)}",
            "finished": "окончил(а)" if each.person in done else "",
        }
        for each in session.data.mentors.mentors
    ]
    titles = {"person": "Код", "name": "Наставник", "visits": "Занятий", "finished": "Школа"}
    return Result(
        view=lambda width: list_view(rows, list(titles), titles, width, every=True),
        data=lambda: {"finished": sorted(done)},
        notices=session.notices,
    )


SCHOOL = GroupRow(
    "Школа наставников: график, посещение, кто окончил.",
    {
        "list": plain(listing, ReadingCommand),
        "attend": plain(attend, WritingCommand),
        "finished": plain(finished, ReadingCommand),
    },
)
