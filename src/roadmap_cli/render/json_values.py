"""Values as JSON data, derived from what they are: the shapes that scripts may rely on."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from typing import Any

from roadmap_cli.domain.model.edits import Edit
from roadmap_cli.domain.model.record import Record, keys
from roadmap_cli.domain.model.school_year import SchoolYear
from roadmap_cli.problems import Problem

VERSION = 3
Json = dict[str, Any]


def envelope(command: str, as_of: str, data: Json) -> Json:
    """What every `--json` answer is wrapped in; `version` grows when a shape changes."""
    return {"version": VERSION, "command": command, "as_of": as_of, "data": data}


def as_json(value: Any) -> Any:
    """A value of the domain: records and named tuples by their keys, days and words as texts.

    Absent values are null, distances in time are days.
    """
    if isinstance(value, Record):
        return record_json(value)
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return str(value) if isinstance(value, SchoolYear) else as_json(value._asdict())
    if isinstance(value, Mapping):
        return {str(as_json(name)): as_json(item) for name, item in value.items()}
    if isinstance(value, AbstractSet | list | tuple):
        items = [as_json(item) for item in value]
        return sorted(items) if isinstance(value, AbstractSet) else items
    return _single(value)


def _single(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, timedelta):
        return value.days
    if isinstance(value, Decimal):
        return float(value)
    return value if value is None or isinstance(value, int | float) else str(value)


def record_json(record: Record) -> Json:
    """A record as its file holds it: codes, words and days, absent values as null."""
    return {key.name: as_json(getattr(record, key.name)) for key in keys(type(record))}


def edits_json(edits: Sequence[Edit], files: Sequence[str], *, dry_run: bool) -> Json:
    """What an editing command did, or would do."""
    return {
        "dry_run": dry_run,
        "files": list(files),
        "edits": [
            {"id": edit.item_id, "action": edit.said, "changed": bool(edit.changes)}
            for edit in edits
        ],
    }


def problems_json(problems: Sequence[Problem]) -> Json:
    """Problems with their places."""
    return {"problems": [_problem(problem) for problem in problems]}


def _problem(problem: Problem) -> Json:
    values: Json = as_json(problem)
    return {**values.pop("place"), **values}
