"""Values of records as a file holds them: texts, lists and keys."""

from datetime import date
from enum import Enum

from roadmap_cli.domain.model.changes import Plain
from roadmap_cli.domain.model.record import Record, keys


def plain_text(value: object) -> str:
    """A single value as the text that a file holds."""
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, bool):
        return "да" if value else "нет"
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def plain_record(record: Record) -> dict[str, Plain]:
    """A record as its file holds it; absent values are left out."""
    return present({key.name: getattr(record, key.name) for key in keys(type(record))})


def present(values: dict[str, object]) -> dict[str, Plain]:
    """The values that are there, as a file holds them: not None, nor an empty text or list."""
    return {name: as_plain(value) for name, value in values.items() if not is_absent(value)}


def is_absent(value: object) -> bool:
    """True for what a file holds by leaving the key out."""
    return value is None or value in ("", (), [])


def as_plain(value: object) -> Plain:
    """Any value as a file holds it: a record as its keys, a sequence as a list."""
    if isinstance(value, Record):
        return plain_record(value)
    if isinstance(value, dict):
        return {name: as_plain(item) for name, item in value.items()}
    if isinstance(value, list) or (isinstance(value, tuple) and not hasattr(value, "_fields")):
        return [as_plain(item) for item in value]
    return plain_text(value)
