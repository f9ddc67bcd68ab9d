"""Russian notations of a deadline («Сентябрь/октябрь 2023») and what they mean."""

from roadmap_cli.domain.deadlines.model import (
    Deadline,
    DeadlineKind,
    Interval,
    Offset,
    Recurrence,
    Unit,
)
from roadmap_cli.domain.deadlines.parse import parse_deadline

__all__ = [
    "Deadline",
    "DeadlineKind",
    "Interval",
    "Offset",
    "Recurrence",
    "Unit",
    "parse_deadline",
]
