"""`roadmap meeting`: the journal of meetings, quick to fill, and who is late."""

from datetime import date
from typing import Annotated

import typer
from rich.console import Group
from rich.text import Text

from roadmap_cli.cli.frame.context import Session, open_session
from roadmap_cli.cli.frame.result import Result
from roadmap_cli.cli.frame.root_group import GroupRow, plain
from roadmap_cli.cli.frame.shared_options import ReadingCommand, WritingCommand, read_day
from roadmap_cli.domain.model.edits import Edit
from roadmap_cli.domain.model.files.meetings import MeetingKind
from roadmap_cli.domain.model.files.pairs import PairStatus
from roadmap_cli.domain.model.kinds import Choice, InvalidValueError
from roadmap_cli.domain.pairs.meetings import Due, due_meetings, noted, undated
from roadmap_cli.domain.pairs.selection import met_on, named_pairs
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.errors import RequestInvalidError
from roadmap_cli.render.json_data import record_json
from roadmap_cli.render.registries import list_view
from roadmap_cli.text.dates import days_between, numeric
from roadmap_cli.usecases.documents import ALL_FILES
from roadmap_cli.usecases.edit import edit_workspace

_KINDS = ", ".join(kind.title for kind in MeetingKind)


def add(
    ctx: typer.Context,
    pairs: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ПАРА...]", help="Коды или имена; без них все работающие пары."),
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="ДАТА", help="Когда; иначе сегодня.")
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option("--kind", metavar="ВИД", help=f"{_KINDS}; иначе следующий по порядку."),
    ] = None,
    topic: Annotated[str | None, typer.Option("--topic", metavar="ТЕМА", help="О чём.")] = None,
    result: Annotated[
        str | None, typer.Option("--result", metavar="ИТОГ", help="Что получилось.")
    ] = None,
    following: Annotated[
        str | None, typer.Option("--next", metavar="ЗАДАНИЕ", help="Что к следующей встрече.")
    ] = None,
) -> Result:
    """Записать встречу в журнал, сразу и нескольким парам."""
    wanted = _kind(kind)
    told = {"topic": topic, "result": result, "next": following}

    def edits(session: Session) -> list[Edit]:
        day = read_day(on, "--on") if on else session.today
        if pairs:
            chosen = met_on(Directory(session.data), pairs, day)
        else:
            chosen = [e for e in session.data.pairs.pairs if e.status is PairStatus.ACTIVE]
        return noted(session.data, chosen, day, session.today, wanted, told)

    return edit_workspace(ctx, edits, ALL_FILES)


def listing(
    ctx: typer.Context,
    pair: Annotated[
        str | None, typer.Argument(metavar="[ПАРА]", help="Только этой пары: код или имя.")
    ] = None,
) -> Result:
    """Журнал встреч по порядку дней."""
    session = open_session(ctx, *ALL_FILES)
    directory = Directory(session.data)
    own = (
        {each.id for each in named_pairs(directory, [pair], lambda pair: pair.is_live)}
        if pair
        else None
    )
    found = sorted(
        (each for each in session.data.meetings.meetings if own is None or each.pair in own),
        key=lambda each: (each.held_on, each.pair),
    )
    rows = [
        {
            "day": numeric(each.held_on), "name": directory.name("pairs", each.pair),
            "kind": each.kind.title, "topic": each.topic or "", "result": each.result or "",
        }
        for each in found
    ]  # fmt: skip
    titles = {"day": "Дата", "name": "Пара", "kind": "Вид", "topic": "Тема", "result": "Результат"}
    return Result(
        view=lambda width: list_view(rows, list(titles), titles, width, every=False),
        data=lambda: {"meetings": [record_json(each) for each in found]},
        notices=session.notices,
    )


def due(ctx: typer.Context) -> Result:
    """Кому пора встретиться и кто опаздывает, по правилу школы."""
    session = open_session(ctx, *ALL_FILES)
    directory, today = Directory(session.data), session.today
    found = due_meetings(session.data)
    rows = [
        {
            "by": f"{numeric(each.by)}, {_distance(each, today)}",
            "name": directory.name("pairs", each.pair),
            "kind": each.kind.title,
            "why": each.why,
        }
        for each in found
    ]
    titles = {"by": "Крайний день", "name": "Пара", "kind": "Встреча", "why": "Почему"}
    waiting = undated(session.data)
    late = sum(each.late(today) > 0 for each in found)
    return Result(
        view=lambda width: Group(
            list_view(rows, list(titles), titles, width, every=True)
            if rows
            else Text("Пар, которым пора встречаться, нет."),
            *(
                Text(f"{directory.name('pairs', code)}: не сказано, с какого дня работает. "
                     f"roadmap pair set {code} --start ДАТА")
                for code in waiting
            ),
        ),
        data=lambda: {
            "due": [
                {"pair": each.pair, "kind": each.kind.value, "by": each.by.isoformat(),
                 "late": each.late(today), "why": each.why}
                for each in found
            ],
            "undated": waiting,
        },
        notices=session.notices,
        exit_code=1 if late else 0,
    )  # fmt: skip


def _distance(each: Due, today: date) -> str:
    late = each.late(today)
    return f"опаздывает на {late} дн." if late > 0 else days_between(each.by, today)


def _kind(word: str | None) -> MeetingKind | None:
    if word is None:
        return None
    try:
        found = Choice(MeetingKind).read(word)
    except InvalidValueError as error:
        raise RequestInvalidError(error.message, hint=error.hint) from error
    assert isinstance(found, MeetingKind)
    return found


MEETING = GroupRow(
    "Журнал встреч пар.",
    {
        "list": plain(listing, ReadingCommand),
        "add": plain(add, WritingCommand),
        "due": plain(due, ReadingCommand),
    },
)
