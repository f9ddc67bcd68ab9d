"""Codes for new records: a person's is random, another's is made of what the record says."""

import hashlib
import re
from collections.abc import Collection, Mapping, Sequence

from roadmap_cli.domain.model.dataset import BY_KEY, Dataset
from roadmap_cli.text.transliteration import latin, short_code

# No vowels, so that no word comes about; nothing that looks like another letter or digit.
_LETTERS = "bcdfghjkmnpqrstvwxz23456789"
_LENGTH = 5
_RANDOM = re.compile(rf"p-[{_LETTERS}]{{{_LENGTH},}}")

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
        code = f"{letter}-" + "".join(_LETTERS[byte % len(_LETTERS)] for byte in drawn[:_LENGTH])
        if code not in taken:
            return code
    raise ValueError("every code is taken")


def is_random(code: str) -> bool:
    """True for a code that was drawn, so that it gives nobody away."""
    return _RANDOM.fullmatch(code) is not None
