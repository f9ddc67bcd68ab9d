"""The roadmap on a line of months as a value: what a picture of it shows, and nothing else."""

from datetime import date
from enum import Enum
from typing import NamedTuple


class Look(Enum):
    """How a bar is filled, so that states are told apart without their colour."""

    FULL = "full"
    STRIPED = "striped"
    DOTTED = "dotted"
    CROSSED = "crossed"
    EMPTY = "empty"


class Row(NamedTuple):
    """A bar from `start` to `end` (None: no calendar time) with its state in Russian."""

    title: str
    level: int
    start: date | None
    end: date | None
    state: str
    look: Look


class Schedule(NamedTuple):
    """Rows over the days from `first` to `last`."""

    title: str
    first: date
    last: date
    today: date
    rows: tuple[Row, ...]
