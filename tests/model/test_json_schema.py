"""What the schemas allow and forbid, asked of a validator."""

from typing import Any

import pytest
from jsonschema import Draft7Validator

from roadmap_cli.domain.model.dataset import BY_KEY, REGISTRIES
from roadmap_cli.domain.model.json_schema import schema_of
from roadmap_cli.domain.model.kinds import Nested, single
from roadmap_cli.domain.model.record import keys
from roadmap_cli.domain.model.registry import Registry

PERSON = {"id": "li", "surname": "Ли"}


@pytest.mark.parametrize(
    ("registry", "held", "sound"),
    [
        ("people", {"people": [PERSON]}, True),
        ("people", {}, True),
        ("people", {"people": None}, True),
        ("people", {"people": [{"id": "li"}]}, False),
        ("people", {"people": [{**PERSON, "surname": None}]}, False),
        ("people", {"people": [{**PERSON, "name": None}]}, True),
        ("people", {"people": [{**PERSON, "age": 5}]}, False),
        ("people", {"people": PERSON}, False),
        ("people", {"persons": []}, False),
        ("people", {"people": [{**PERSON, "birth_year": 1899}]}, False),
        ("people", {"people": [{**PERSON, "birth_year": 1900}]}, True),
        ("people", {"people": [{**PERSON, "name_cases": {"genitive": "Ли"}}]}, True),
        ("people", {"people": [{**PERSON, "name_cases": {"vocative": "Ли"}}]}, False),
        ("roadmap", {"title": "План", "school_year": "2025/2026"}, True),
        ("roadmap", {"title": "План"}, False),
        ("roadmap", {"title": "План", "school_year": "2025"}, False),
        ("mentors", {"mentors": [{"person": "li", "capacity": 0}]}, False),
        ("mentors", {"mentors": [{"person": "li", "capacity": 1, "days": ["пятница"]}]}, True),
        ("mentors", {"mentors": [{"person": "li", "days": ["никогда"]}]}, False),
        ("matching", {"school_required": "да"}, True),
        ("matching", {"school_required": "может быть"}, False),
    ],
)
def test_a_schema_allows_what_the_reader_takes(
    registry: str, held: dict[str, Any], sound: bool
) -> None:
    assert Draft7Validator(schema_of(BY_KEY[registry])).is_valid(held) is sound


@pytest.mark.parametrize("registry", REGISTRIES, ids=lambda row: row.key)
def test_a_schema_describes_every_key(registry: Registry) -> None:
    schema = schema_of(registry)
    assert schema["title"] == registry.title
    assert schema["description"] == registry.purpose
    assert ("$defs" in schema) is any(
        isinstance(single(key.kind), Nested) for key in keys(registry.record)
    )
    for key in keys(registry.record):
        told = schema["properties"][key.name]
        assert told["description"] == key.title
        assert ("anyOf" in told) is not key.required
    assert schema["required"] == [key.name for key in keys(registry.record) if key.required]
    assert registry.record.__name__ not in schema.get("$defs", {})
