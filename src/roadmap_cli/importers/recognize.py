"""What a file holds: tables of this program, a roadmap, or lists of people; and what it changes."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple, TypeVar

from roadmap_cli.domain.imports.incoming import Decide, Incoming, KeptValue, Question
from roadmap_cli.domain.imports.left_out import LeftOut
from roadmap_cli.domain.imports.meetings import journal_edits
from roadmap_cli.domain.imports.offices import office_edits
from roadmap_cli.domain.imports.pairs import pair_edits
from roadmap_cli.domain.imports.people import Proposal, people_edits
from roadmap_cli.domain.imports.plan import ProposedProof, plan_edits
from roadmap_cli.domain.imports.registries import table_edits
from roadmap_cli.domain.imports.signed import consent_edits
from roadmap_cli.domain.model.edits import Edit
from roadmap_cli.domain.model.school_year import SchoolYear
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.errors import ImportFailedError
from roadmap_cli.importers.accounting import cell_spot
from roadmap_cli.importers.meetings import left_of_journal, read_journal
from roadmap_cli.importers.people.consents import ConsentTable, read_consents
from roadmap_cli.importers.people.pairs import PairTable, read_pairs
from roadmap_cli.importers.people.rows import read_rows
from roadmap_cli.importers.people.table import Unplaced, read_people
from roadmap_cli.importers.plan.document import read_plan
from roadmap_cli.importers.reading.grid import Grid, Paragraph
from roadmap_cli.importers.reading.source import Source
from roadmap_cli.importers.registries import own_registry, own_rows

T = TypeVar("T")
_NO_NAMES = "таблица не распознана: нет столбца с именами"


class Wanted(NamedTuple):
    """What the user wants of the import.

    `role` is the registry of all rows, `columns` the targets of headings (normalised), `decide`
    answers who is who, `replace` takes the whole plan from the file, `today` is the day of the
    import, `overwrite` that new values of people replace those there are, `proofs` that proposed
    evidence is wanted.
    """

    role: str | None
    columns: Mapping[str, str]
    decide: Decide
    replace: bool
    today: date
    overwrite: bool = False
    proofs: bool = False
    roles: bool = False


class Import(NamedTuple):
    """What was recognised (a Russian word), what it changes, and what needs a person.

    `replaces` tells that a whole plan would give way to another, `left` are the texts of the
    file that are not taken, `plan` are the stages as they were understood, `proofs` the evidence
    that is proposed for its tasks, `kept` the values that stay although the file has others,
    `offices` the roles that are proposed for organization.yaml.
    """

    what: str
    edits: list[Edit]
    doubts: tuple[str, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    open: tuple[Question, ...] = ()
    replaces: bool = False
    left: tuple[LeftOut, ...] = ()
    plan: tuple[Mapping[str, Any], ...] = ()
    school_year: SchoolYear | None = None
    proofs: tuple[ProposedProof, ...] = ()
    kept: tuple[KeptValue, ...] = ()
    offices: tuple[str, ...] = ()


def recognize(source: Source, directory: Directory, wanted: Wanted) -> Import:
    """The import that a file stands for. Raises ImportFailedError when it holds nothing known."""
    for recognise in (_own, _journal, _plan, _pairs, _consents, _people):
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
    left = [one for grid, _, table in _tables(source) for one in left_of_journal(table, grid.where)]
    return Import(
        f"журнал встреч ({len(rows)})",
        proposal.edits,
        proposal.doubts,
        left=(*left, *_outside(source)),
    )


def _plan(source: Source, directory: Directory, wanted: Wanted) -> Import | None:
    roadmap = directory.data.roadmap
    found = read_plan(source, roadmap.school_year)
    if found is None or not found.stages:
        return None
    proposal = plan_edits(
        directory.data,
        found.title,
        found.school_year,
        found.told,
        replace=wanted.replace,
        with_proofs=wanted.proofs,
    )
    return Import(
        "дорожная карта",
        proposal.edits,
        (*found.doubts, *proposal.doubts),
        replaces=proposal.whole,
        left=found.left,
        plan=tuple(found.told),
        school_year=found.school_year,
        proofs=proposal.proofs,
    )


def _pairs(source: Source, directory: Directory, wanted: Wanted) -> Import | None:
    read = _in_every_table(source, read_pairs)
    if not read:
        return None
    told = [pair for one in read for pair in one.pairs]
    proposal, common = _with_people(source, directory, wanted, read)
    edits, doubts = pair_edits(directory, told, proposal.codes, wanted.today)
    return common._replace(
        what=f"список пар ({len(told)})",
        edits=[*proposal.edits, *edits],
        doubts=(*proposal.doubts, *doubts),
    )


def _consents(source: Source, directory: Directory, wanted: Wanted) -> Import | None:
    read = _in_every_table(source, read_consents)
    if not read:
        return None
    signed = [paper for one in read for paper in one.signed]
    proposal, common = _with_people(source, directory, wanted, read)
    edits, doubts = consent_edits(directory, signed, proposal.codes, wanted.today)
    return common._replace(
        what=f"согласия ({len(signed)})",
        edits=[*proposal.edits, *edits],
        doubts=(*(doubt for one in read for doubt in one.doubts), *proposal.doubts, *doubts),
    )


def _in_every_table(
    source: Source, read: Callable[[Sequence[Sequence[str]], str], T | None]
) -> list[T]:
    """What a reader makes of the tables; nothing unless it reads all of them."""
    tables = _tables(source)
    found = [one for grid, _, table in tables if (one := read(table, grid.where)) is not None]
    return found if len(found) == len(tables) else []


def _tables(source: Source) -> list[tuple[Grid, str, list[list[str]]]]:
    """Every table as a grid, with its name and its texts."""
    pairs = zip(source.grids, source.tables, strict=True)
    return [(grid, name, table) for grid, (name, table) in pairs]


def _with_people(
    source: Source,
    directory: Directory,
    wanted: Wanted,
    read: Sequence[PairTable] | Sequence[ConsentTable],
) -> tuple[Proposal, Import]:
    """The people whom tables of pairs or consents name, and an import still without edits."""
    rows = [row for one in read for row in one.rows]
    proposal = people_edits(directory, rows, wanted.decide, overwrite=wanted.overwrite)
    left = (*(left for one in read for left in one.left), *_outside(source))
    common = Import("", [], open=tuple(proposal.open), left=left, kept=tuple(proposal.kept))
    return proposal, common


def _people(source: Source, directory: Directory, wanted: Wanted) -> Import | None:
    rows: list[Incoming] = []
    unplaced: list[Unplaced] = []
    left: list[LeftOut] = []
    roles: list[str] = []
    tables = _tables(source)
    read = [
        read_people(name, table, wanted.columns, wanted.role, grid.where)
        for grid, name, table in tables
    ]
    found = [people for people in read if people is not None]
    if not found:
        return None
    for (grid, name, _), people in zip(tables, read, strict=True):
        if people is None:
            left += [LeftOut(*cell_spot(grid, row, column), _NO_NAMES)
                     for row in grid.rows for column in row.filled]  # fmt: skip
            continue
        rows += read_rows(f"{name}:" if len(found) > 1 else "", people.rows)
        unplaced += people.unplaced
        left += people.left
        if people.rows and all(row.role is None and not row.offices for row in people.rows):
            roles.append(
                f"{grid.where}: наставники это или наставляемые, не указано, взяты без роли;"
                " указать: --as наставляемые или --as наставники"
            )
    left += _outside(source)
    proposal = people_edits(directory, rows, wanted.decide, overwrite=wanted.overwrite)
    offices = office_edits(directory, rows, proposal.codes) if rows else []
    return Import(
        f"список людей ({len(rows)})",
        [*proposal.edits, *(offices if wanted.roles else [])],
        (*roles, *proposal.doubts),
        tuple({one.heading: one for one in unplaced}.values()),
        tuple(proposal.open),
        left=tuple(left),
        kept=tuple(proposal.kept),
        offices=() if wanted.roles else tuple(edit.said for edit in offices),
    )


def _outside(source: Source) -> list[LeftOut]:
    """The text that stands around the tables."""
    paragraphs = [block for block in source.blocks if isinstance(block, Paragraph)]
    found = [LeftOut(f"абзац {one.place}", one.text, "текст вне таблиц") for one in paragraphs]
    return [*found, *(LeftOut(*aside) for aside in source.asides)]
