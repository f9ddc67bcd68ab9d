"""Rows of a list of people, split into the person, the participation and other answers."""

from collections.abc import Callable, Sequence

from roadmap_cli.domain.imports.people import Incoming
from roadmap_cli.domain.model.dataset import BY_KEY, Dataset
from roadmap_cli.domain.model.kinds import Many
from roadmap_cli.importers.people import values
from roadmap_cli.importers.people.headings import CONTACTS, FULL_NAME
from roadmap_cli.importers.people.table import Told

Value = str | list[str]
_READ: dict[str, Callable[[str], Value]] = {
    "born": values.day,
    "joined": values.day,
    "left": values.day,
    "gender": values.gender,
    "experience": values.years,
    "days": values.weekdays,
}


def read_rows(sheet: str, rows: Sequence[Told]) -> list[Incoming]:
    """Read the rows of a sheet; rows without a name are left out.

    `sheet` precedes the numbers of the rows; it is empty when there is only one sheet.
    """
    told = (_one(f"{sheet}{row.number}", row) for row in rows if not _is_no_person(row))
    return [incoming_row for incoming_row in told if incoming_row.person.get("surname")]


def _is_no_person(row: Told) -> bool:
    named = row.values.get(FULL_NAME) or row.values.get("people.surname") or ""
    return values.is_no_name(named)


def _one(number: str, row: Told) -> Incoming:
    person: dict[str, Value] = {}
    parts: dict[str, dict[str, Value]] = {row.role: {}} if row.role else {}
    notes: list[str] = []
    for target, text in row.values.items():
        registry, _, key = target.rpartition(".")
        if target == FULL_NAME:
            person |= values.name_parts(text)
        elif target == CONTACTS:
            person |= {**values.contacts(text), **person}
        elif registry == Dataset.people.key:
            person[key] = _READ.get(key, str)(text)
        elif registry or row.role:
            own = parts.setdefault(registry or str(row.role), {})
            own[key] = _value(registry or str(row.role), key, text)
        else:
            notes.append(f"{key}: {text}")
    if notes:
        person["note"] = "\n".join(filter(None, [str(person.get("note") or ""), *notes]))
    return Incoming(number, person, parts, row.answers)


def _value(registry: str, key: str, text: str) -> Value:
    if key in _READ:
        return _READ[key](text)
    declared = next((one for one in BY_KEY[registry].item_keys if one.name == key), None)
    if declared is not None and isinstance(declared.kind, Many):
        return values.separate(text)
    return text
