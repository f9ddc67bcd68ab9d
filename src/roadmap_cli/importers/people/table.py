"""A list of people or the answers to a questionnaire: rows of values, each under its key."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from roadmap_cli.domain.model.dataset import PARTICIPANT_REGISTRIES
from roadmap_cli.importers.people.headings import (
    ANSWER,
    FULL_NAME,
    NOTE,
    ROLE,
    SKIP,
    heading_row,
    is_questionnaire,
    role_in,
    targets_of,
)
from roadmap_cli.importers.reading.grid import clean

_MANY = (SKIP, ANSWER, NOTE)


class Told(NamedTuple):
    """A row: its number in the file, values by target, and answers to other questions."""

    number: int
    values: Mapping[str, str]
    answers: tuple[tuple[str, str], ...]
    role: str | None


class PeopleTable(NamedTuple):
    """The rows of a table, and the columns whose meaning is unknown."""

    rows: tuple[Told, ...]
    unplaced: tuple[str, ...]


def read_people(
    name: str, table: Sequence[Sequence[str]], known: Mapping[str, str], role: str | None
) -> PeopleTable | None:
    """Read the people of a table; None if it names no person.

    `name` is the sheet's or the file's, `known` are targets that the user gave to headings
    (normalised), `role` is the registry of all rows if the user has named it.
    """
    position = heading_row(table, known)
    if position is None:
        return None
    headings = [clean(cell) for cell in table[position]]
    questionnaire = is_questionnaire(headings)
    targets = targets_of(headings, known)
    named = next(
        (n for n, target in enumerate(targets) if target in (FULL_NAME, "people.surname")), 0
    )
    role = role or role_in(name) or role_in(headings[named]) or _only_role(targets)
    columns = _columns(headings, targets, role, questionnaire=questionnaire)
    rows = [
        _told(number, cells, headings, columns, role)
        for number, cells in enumerate(table[position + 1 :], position + 2)
        if any(cell.strip() for cell in cells)
    ]
    unplaced = tuple(
        heading for heading, target in zip(headings, columns, strict=True)
        if target is None and heading
    )  # fmt: skip
    return PeopleTable(tuple(rows), unplaced)


def _columns(
    headings: Sequence[str],
    targets: Sequence[str | None],
    role: str | None,
    *,
    questionnaire: bool,
) -> list[str | None]:
    """The target of every column in a table of people with a role.

    Of two columns with one target the first has it. Columns about the other side («место работы
    наставника» in the registry of mentees) do not describe these people.
    """
    taken: set[str] = set()
    columns: list[str | None] = []
    for heading, told in zip(headings, targets, strict=True):
        of = role_in(heading)
        other = of is not None and role is not None and of != role and not questionnaire
        target = None if told in taken and told not in _MANY else told
        if other and target not in (SKIP, None) and "." not in str(target).removeprefix("people."):
            target = None
        if target is None and questionnaire and heading:
            target = ANSWER
        if target is not None:
            taken.add(target)
        columns.append(target)
    return columns


def _only_role(columns: Sequence[str | None]) -> str | None:
    """The registry whose own keys the columns name, when it is only one."""
    found = {target.partition(".")[0] for target in columns if target and "." in target}
    roles = found & set(PARTICIPANT_REGISTRIES)
    return roles.pop() if len(roles) == 1 and ROLE not in columns else None


def _told(
    number: int,
    cells: Sequence[str],
    headings: Sequence[str],
    columns: Sequence[str | None],
    role: str | None,
) -> Told:
    values: dict[str, str] = {}
    heard: dict[str, str] = {}
    answers = []
    notes = []
    for cell, heading, target in zip(cells, headings, columns, strict=False):
        text = "\n".join(filter(None, (clean(line) for line in cell.splitlines())))
        if not text or target in (None, SKIP):
            continue
        if target == ANSWER:
            answers.append((heading, text))
        elif target == NOTE:
            notes.append(f"{heading}: {text}")
        elif target is not None:
            values[target] = text
            heard[target] = heading
    chosen = role_in(values.pop(ROLE, ""))
    for target in [value for value in values if chosen and _is_of_other(value, chosen)]:
        answers.append((heard[target], values.pop(target)))
    if notes:
        values["people.note"] = "\n".join(filter(None, [values.get("people.note"), *notes]))
    return Told(number, values, tuple(answers), chosen or role)


def _is_of_other(target: str, role: str) -> bool:
    registry = target.partition(".")[0]
    return registry in PARTICIPANT_REGISTRIES and registry != role
