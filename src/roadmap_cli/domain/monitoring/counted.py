"""A counted quantity, and the records that were counted."""

from collections.abc import Iterable
from typing import NamedTuple

from roadmap_cli.domain.model.files.responses import Response


class Ref(NamedTuple):
    """A record that was counted: the key of its registry, its code, what else tells it apart."""

    registry: str
    code: str
    words: str = ""


def respondent(response: Response, words: str = "") -> Ref:
    """Who gave a response; an anonymous one stands for itself."""
    if response.person is None:
        return Ref("responses", response.id, words)
    return Ref("people", response.person, words)


class Counted(NamedTuple):
    """A counted quantity: its value, the records it was counted from, the unknown ones.

    `value` is None where it cannot be known; then `lacking` says in Russian what is missing.
    `doubtful` are records of which it is not known whether they belong, such as a child
    without a date of birth.
    """

    value: float | None
    records: tuple[Ref, ...] = ()
    doubtful: tuple[Ref, ...] = ()
    lacking: str = ""


def count_of(records: Iterable[Ref], doubtful: Iterable[Ref] = ()) -> Counted:
    """The number of records, each counted once."""
    own = tuple(dict.fromkeys(records))
    return Counted(len(own), own, tuple(dict.fromkeys(doubtful)))
