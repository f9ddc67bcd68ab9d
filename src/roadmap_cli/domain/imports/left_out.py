"""What an import leaves out of a file, and why."""

from collections.abc import Sequence
from typing import NamedTuple


class LeftOut(NamedTuple):
    """A text that is not taken: where it stands, what it says, and why, in Russian."""

    where: str
    text: str
    why: str


class Group(NamedTuple):
    """Texts left out for one reason in one table or beside it."""

    where: str
    why: str
    texts: tuple[str, ...]


def grouped(left: Sequence[LeftOut]) -> list[Group]:
    """The texts by table and reason, in the order of the file."""
    groups: dict[tuple[str, str], list[LeftOut]] = {}
    for one in left:
        groups.setdefault((one.where.split(", ")[0], one.why), []).append(one)
    return [
        Group(own[0].where if len(own) == 1 else where, why, tuple(one.text for one in own))
        for (where, why), own in groups.items()
    ]
