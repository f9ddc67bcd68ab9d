"""`roadmap meeting`: the journal of meetings, quick to fill, and who is late."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated

import typer
from rich.text import Text

from roadmap_cli.cli.frame.context import open_session
from roadmap_cli.cli.frame.editing import edit_workspace
from roadmap_cli.cli.frame.groups import CommandGroup, command
from roadmap_cli.cli.frame.listing import Column, list_result
from roadmap_cli.cli.frame.result import Result
from roadmap_cli.cli.frame.shared_options import ReadingCommand, WritingCommand, read_day
from roadmap_cli.domain.model.edits import Edit
from roadmap_cli.domain.model.files.meetings import Meeting, MeetingKind
from roadmap_cli.domain.model.files.pairs import PairStatus
from roadmap_cli.domain.model.kinds import Choice, InvalidValueError
from roadmap_cli.domain.pairs.meetings import Due, due_meetings, note_meetings, pairs_without_start
from roadmap_cli.domain.pairs.selection import find_pairs, find_pairs_on
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.errors import RequestInvalidError
from roadmap_cli.render.json_values import as_json
from roadmap_cli.text.dates import days_between, numeric
from roadmap_cli.usecases.session import ALL_FILES, Session

_KINDS = ", ".join(kind.title for kind in MeetingKind)


def add(
    ctx: typer.Context,
    pairs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ПАРА...]", help="Коды или имена (по умолчанию — все работающие пары)."
        ),
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="ДАТА", help="Дата (по умолчанию — сегодня).")
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            "--kind", metavar="ВИД", help=f"{_KINDS} (по умолчанию — следующий по порядку)."
        ),
    ] = None,
    topic: Annotated[
        str | None, typer.Option("--topic", metavar="ТЕМА", help="Тема встречи.")
    ] = None,
    result: Annotated[
        str | None, typer.Option("--result", metavar="ИТОГ", help="Результат встречи.")
    ] = None,
    following: Annotated[
        str | None, typer.Option("--next", metavar="ЗАДАНИЕ", help="Задание к следующей встрече.")
    ] = None,
) -> Result:
    """Записать встречу в журнал, сразу и нескольким парам."""
    wanted = _kind(kind)
    told = {"topic": topic, "result": result, "next": following}

    def edits(session: Session) -> list[Edit]:
        day = read_day(on, "--on") if on else session.today
        if pairs:
            chosen = find_pairs_on(Directory(session.data), pairs, day)
        else:
            chosen = [e for e in session.data.pairs.pairs if e.status is PairStatus.ACTIVE]
        return note_meetings(session.data, chosen, day, session.today, wanted, told)

    return edit_workspace(ctx, edits)


def listing(
    ctx: typer.Context,
    pair: Annotated[
        str | None,
        typer.Argument(
            metavar="[ПАРА]", help="Чьи встречи: код или имя (по умолчанию — всех пар)."
        ),
    ] = None,
) -> Result:
    """Журнал встреч по порядку дней."""
    session = open_session(ctx, *ALL_FILES)
    directory = Directory(session.data)
    own = (
        {named_pair.id for named_pair in find_pairs(directory, [pair], lambda pair: pair.is_live)}
        if pair
        else None
    )
    found = sorted(
        (
            meeting
            for meeting in session.data.meetings.meetings
            if own is None or meeting.pair in own
        ),
        key=lambda meeting: (meeting.held_on, meeting.pair),
    )
    columns: Sequence[Column[Meeting]] = (
        Column("Дата", lambda meeting: numeric(meeting.held_on)),
        Column("Пара", lambda row: directory.name("pairs", row.pair)),
        Column("Вид", lambda meeting: meeting.kind.title),
        Column("Тема", lambda meeting: meeting.topic or ""),
        Column("Результат", lambda meeting: meeting.result or ""),
    )
    return list_result("meetings", found, columns, every=False, notices=session.notices)


def due(ctx: typer.Context) -> Result:
    """Каким парам пора встретиться и какие встречи просрочены, по правилу школы."""
    session = open_session(ctx, *ALL_FILES)
    directory, today = Directory(session.data), session.today
    found, waiting = due_meetings(session.data), pairs_without_start(session.data)
    columns: Sequence[Column[Due]] = (
        Column(
            "Срок",
            lambda due_meeting: f"{numeric(due_meeting.by)}, {_distance(due_meeting, today)}",
        ),
        Column("Пара", lambda row: directory.name("pairs", row.pair)),
        Column("Встреча", lambda due_meeting: due_meeting.kind.title),
        Column("Почему", lambda due_meeting: due_meeting.why),
    )
    below = [
        Text(
            f"{directory.name('pairs', code)}: не указано начало работы. "
            f"roadmap pair set {code} --start ДАТА"
        )
        for code in waiting
    ]
    result = list_result(
        "due",
        found,
        columns,
        nothing=Text("Пар, которым пора встречаться, нет."),
        below=below,
        to_json=lambda due_meeting: {**as_json(due_meeting), "late": due_meeting.late(today)},
        notices=session.notices,
    )
    usual = result.data
    return result._replace(
        data=lambda: {**usual(), "undated": waiting},
        exit_code=1 if any(due_meeting.late(today) > 0 for due_meeting in found) else 0,
    )


def _distance(due: Due, today: date) -> str:
    late = due.late(today)
    return f"просрочено на {late} дн." if late > 0 else days_between(due.by, today)


def _kind(word: str | None) -> MeetingKind | None:
    if word is None:
        return None
    try:
        found = Choice(MeetingKind).read(word)
    except InvalidValueError as error:
        raise RequestInvalidError(error.message, hint=error.hint) from error
    assert isinstance(found, MeetingKind)
    return found


MEETING = CommandGroup(
    {
        "list": command(listing, ReadingCommand),
        "add": command(add, WritingCommand),
        "due": command(due, ReadingCommand),
    },
)
