"""Codes for new records: made of what the record says, and taken by no other."""

from collections.abc import Collection, Mapping, Sequence

from roadmap_cli.domain.model.registry import Items
from roadmap_cli.text.transliteration import initials, latin, short_code


def new_code(items: Items, given: Mapping[str, str | Sequence[str]], taken: Collection[str]) -> str:
    """A code for a record with these values that no other has."""
    parts = ["".join(given.get(part) or "") for part in items.code_from]
    head = initials(parts[:3]) if items.initials else latin(parts[0])
    return short_code(head, parts, taken)
