"""A record as a row of texts and back: for tables, where a cell holds one text."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from roadmap_cli.domain.model.changes import Plain
from roadmap_cli.domain.model.kinds import Kind, Many, Nested
from roadmap_cli.domain.model.plain import as_plain, plain_text
from roadmap_cli.domain.model.record import Record, keys

_SEPARATOR = "; "


class FlatKey(NamedTuple):
    """A column: the path of keys to it, joined by dots, and its Russian title."""

    path: str
    kind: Kind
    title: str


def flat_keys(record: type[Record], above: str = "", title: str = "") -> Iterator[FlatKey]:
    """The columns of a record; a record inside it gives a column for each of its keys."""
    for key in keys(record):
        if key.by_program:
            continue
        path, named = f"{above}{key.name}", f"{title}{key.title}"
        if isinstance(key.kind, Nested):
            yield from flat_keys(key.kind.record, f"{path}.", f"{key.title.partition(',')[0]}. ")
        else:
            yield FlatKey(path, key.kind, named)


def flattened(item: Record) -> dict[str, str]:
    """The texts of a record by path; absent values are empty."""
    return {key.path: _text(key.kind, _at(item, key.path)) for key in flat_keys(type(item))}


def restored(record: type[Record], texts: Mapping[str, str]) -> dict[str, Plain]:
    """The record as its file holds it.

    Raises ValueError for a cell of records that cannot be read.
    """
    found: dict[str, Plain] = {}
    for key in flat_keys(record):
        if texts.get(key.path):
            *above, last = key.path.split(".")
            target = found
            for step in above:
                target = target.setdefault(step, {})  # type: ignore[assignment]  # records nest in records
            target[last] = _value(key.kind, texts[key.path])
    return found


def _at(item: Record, path: str) -> Any:
    value: Any = item
    for step in path.split("."):
        value = getattr(value, step, None)
    return value


def _text(kind: Kind, value: Any) -> str:
    if value is None or value == ():
        return ""
    if isinstance(kind, Many) and isinstance(kind.item, Nested):
        return json.dumps(as_plain(value), ensure_ascii=False)
    if isinstance(kind, Many):
        escaped = (re.sub(r"([\\;])", r"\\\1", plain_text(item)) for item in value)
        return _SEPARATOR.join(escaped)
    return plain_text(value)


def _value(kind: Kind, text: str) -> Plain:
    if isinstance(kind, Many) and isinstance(kind.item, Nested):
        return _records(json.loads(text))
    if isinstance(kind, Many):
        parts = re.findall(r"(?:\\.|[^\\;])+", text, re.S)
        return [re.sub(r"\\(.)", r"\1", part, flags=re.S).strip() for part in parts if part.strip()]
    return text


def _records(told: object) -> list[Plain]:
    """Records out of a cell: a list of keys with texts."""
    if not isinstance(told, list) or not all(isinstance(item, dict) for item in told):
        raise ValueError(told)
    return [
        {str(key): str(value) for key, value in item.items() if value is not None} for item in told
    ]
