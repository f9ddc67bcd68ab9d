"""JSON Schema of the data files, made from the declared records."""

from typing import Any

from roadmap_cli.domain.model.kinds import JsonSchema, Kind, Many, Nested
from roadmap_cli.domain.model.record import Record, keys
from roadmap_cli.domain.model.registry import Registry


def schema_of(registry: Registry) -> JsonSchema:
    """The schema of a data file, with Russian titles for the editor to show."""
    definitions: dict[str, Any] = {}
    _define(registry.record, definitions)
    own = definitions.pop(registry.record.__name__)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": registry.title,
        "description": registry.purpose,
        **own,
        **({"$defs": definitions} if definitions else {}),
    }


def _define(record_type: type[Record], definitions: dict[str, Any]) -> None:
    if record_type.__name__ in definitions:
        return
    properties: dict[str, Any] = {}
    definitions[record_type.__name__] = {
        "type": "object",
        "properties": properties,
        "required": [key.name for key in keys(record_type) if key.required],
        "additionalProperties": False,
    }
    for key in keys(record_type):
        schema = key.kind.schema()
        # An empty value («deadline:») means the same as an absent key.
        properties[key.name] = (
            {"description": key.title, "anyOf": [schema, {"type": "null"}]}
            if not key.required
            else {"description": key.title, **schema}
        )
        for nested in _records_in(key.kind):
            _define(nested, definitions)


def _records_in(kind: Kind) -> list[type[Record]]:
    if isinstance(kind, Many):
        return _records_in(kind.item)
    return [kind.record] if isinstance(kind, Nested) else []
