"""Codes for new records: a person's is random, another's is made of what the record says."""

import hashlib
from collections.abc import Collection, Mapping, Sequence

from roadmap_cli.domain.model.dataset import BY_KEY, Dataset
from roadmap_cli.text.drawn_codes import drawn_code
from roadmap_cli.text.transliteration import latin, short_code

Given = Mapping[str, str | Sequence[str]]


def new_code(data: Dataset, key: str, given: Given, taken: Collection[str]) -> str:
    """A code for a record of the registry `key` with these values that no other has.

    A person's code stays readable in git for ever, so nothing of the person may be in it: it is
    drawn from the salt of this run, which is kept nowhere.
    """
    items = BY_KEY[key].described
    parts = ["".join(given.get(part) or "") for part in items.code_from]
    if items.telling:
        return short_code(latin(parts[0]), parts, taken)
    return random_code(data, " ".join(parts), taken)


def random_code(data: Dataset, of: str, taken: Collection[str], letter: str = "p") -> str:
    """A code that tells nothing of what it stands for, a person's by its `letter`."""
    assert data.salt, "a code without a salt could be computed from a list of names"
    for attempt in range(len(taken) + 1):
        drawn = hashlib.sha256(f"{data.salt}\0{attempt}\0{of}".encode()).digest()
        code = drawn_code(drawn, letter)
        if code not in taken:
            return code
    raise ValueError("every code is taken")
