"""What a file holds: tables of this program, a roadmap, or lists of people; and what it changes."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from roadmap_cli.domain.imports.meetings import journal_edits
from roadmap_cli.domain.imports.people import Decide, Incoming, Question, people_edits
from roadmap_cli.domain.imports.plan import plan_edits
from roadmap_cli.domain.imports.registries import table_edits
from roadmap_cli.domain.model.edits import Edit
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.errors import ImportFailedError
from roadmap_cli.importers.meetings import read_journal
from roadmap_cli.importers.people.rows import read_rows
from roadmap_cli.importers.people.table import read_people
from roadmap_cli.importers.plan.table import read_plan
from roadmap_cli.importers.reading.source import Source
from roadmap_cli.importers.registries import own_registry, own_rows


class Wanted(NamedTuple):
    """What the user wants of the import.

    `role` is the registry of all rows, `columns` the targets of headings (normalised), `decide`
    answers who is who, `replace` takes the whole plan from the file, `today` is the day of the
    import.
    """

    role: str | None
    columns: Mapping[str, str]
    decide: Decide
    replace: bool
    today: date


class Import(NamedTuple):
    """What was recognised (a Russian word), what it changes, and what needs a person.

    `replaces` tells that a whole plan would give way to another.
    """

    what: str
    edits: list[Edit]
    doubts: tuple[str, ...] = ()
    unplaced: tuple[str, ...] = ()
    open: tuple[Question, ...] = ()
    replaces: bool = False


def recognize(source: Source, directory: Directory, wanted: Wanted) -> Import:
    """The import that a file stands for. Raises ImportFailedError when it holds nothing known."""
    for recognise in (_own, _journal, _plan, _people):
        found = recognise(source, directory, wanted)
        if found is not None:
            return found
    raise ImportFailedError(
        "в файле не нашлось ни дорожной карты, ни списка людей",
        hint="У таблицы людей должен быть столбец «ФИО» или «Фамилия», у дорожной карты —"
        " «Мероприятия» и «Сроки».",
    )


def _own(source: Source, directory: Directory, _wanted: Wanted) -> Import | None:
    edits = []
    titles = []
    for name, table in source.tables:
        registry = own_registry(name, table)
        if registry is not None:
            titles.append(registry.title.lower())
            edits += table_edits(directory, registry, own_rows(table))
    return Import(f"таблицы программы: {', '.join(titles)}", edits) if titles else None


def _journal(source: Source, directory: Directory, wanted: Wanted) -> Import | None:
    read = [rows for _, table in source.tables if (rows := read_journal(table)) is not None]
    if not read:
        return None
    rows = [row for rows_of_sheet in read for row in rows_of_sheet]
    proposal = journal_edits(directory, rows, wanted.today)
    return Import(f"журнал встреч ({len(rows)})", proposal.edits, proposal.doubts)


def _plan(source: Source, directory: Directory, wanted: Wanted) -> Import | None:
    roadmap = directory.data.roadmap
    found = read_plan(source.grids, roadmap.school_year)
    if found is None or not found.stages:
        return None
    proposal = plan_edits(
        directory.data, found.title, found.school_year, found.told, replace=wanted.replace
    )
    return Import(
        "дорожная карта",
        proposal.edits,
        (*found.doubts, *proposal.doubts),
        replaces=proposal.whole,
    )


def _people(source: Source, directory: Directory, wanted: Wanted) -> Import | None:
    rows: list[Incoming] = []
    unplaced: list[str] = []
    read = [
        (name, people)
        for name, table in source.tables
        if (people := read_people(name, table, wanted.columns, wanted.role)) is not None
    ]
    if not read:
        return None
    for name, people in read:
        rows += read_rows(f"{name}:" if len(read) > 1 else "", people.rows)
        unplaced += people.unplaced
    proposal = people_edits(directory, rows, wanted.decide)
    return Import(
        f"список людей ({len(rows)})",
        proposal.edits,
        tuple(proposal.doubts),
        tuple(dict.fromkeys(unplaced)),
        tuple(proposal.open),
    )
