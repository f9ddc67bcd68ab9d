"""Rows of a list of people, split into the person, the participation and other answers."""

from collections.abc import Callable, Mapping, Sequence

from roadmap_cli.domain.imports.incoming import Incoming
from roadmap_cli.domain.model.dataset import BY_KEY, Dataset
from roadmap_cli.domain.model.kinds import Many
from roadmap_cli.importers.people import values
from roadmap_cli.importers.people.headings import CONTACTS, FULL_NAME, GROUP_OR_POSITION
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


_NAMES = ("surname", "name", "patronymic")


def key_title(key: str) -> str:
    """The Russian name of a person's key."""
    return next(one.heading for one in Dataset.people.item_keys if one.name == key)


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
    second: list[str] = []
    for target, text in row.values.items():
        registry, _, key = target.rpartition(".")
        if target in _OF_PERSON or registry == Dataset.people.key:
            read = _OF_PERSON.get(target)
            _add(person, read(text) if read else _person_value(key, text), second)
        elif registry or row.role:
            own = parts.setdefault(registry or str(row.role), {})
            own[key] = _value(registry or str(row.role), key, text)
        else:
            notes.append(f"{key}: {text}")
    if notes or second:
        person["note"] = "\n".join(filter(None, [str(person.get("note") or ""), *notes, *second]))
    doubts = tuple(f"второе значение записано в примечание — {told}" for told in second)
    return Incoming(number, person, parts, row.answers, row.offices, row.words, doubts)


def _add(person: dict[str, Value], told: Mapping[str, Value], second: list[str]) -> None:
    """Add what a column tells; a second value of a key is kept apart."""
    for key, value in told.items():
        if person.get(key, value) == value:
            person[key] = value
        else:
            second.append(f"{key_title(key)}: {value}")


def _group_or_position(text: str) -> dict[str, Value]:
    return {"group" if values.is_group(text) else "position": text}


def _person_value(key: str, text: str) -> dict[str, Value]:
    if key == "born" and (year := values.year_alone(text)):
        return {"birth_year": year}
    return {key: values.in_small_letters(text) if key in _NAMES else _READ.get(key, str)(text)}


_OF_PERSON: dict[str, Callable[[str], Mapping[str, Value]]] = {
    FULL_NAME: values.name_parts,
    CONTACTS: values.contacts,
    GROUP_OR_POSITION: _group_or_position,
}


def _value(registry: str, key: str, text: str) -> Value:
    if key in _READ:
        return _READ[key](text)
    declared = next((one for one in BY_KEY[registry].item_keys if one.name == key), None)
    if declared is not None and isinstance(declared.kind, Many):
        return values.separate(text)
    return text
