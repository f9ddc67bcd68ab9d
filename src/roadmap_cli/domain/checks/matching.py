"""The matching's file: rulings about people who are not in the programme, things told twice."""

from collections.abc import Iterator
from datetime import date

from roadmap_cli.domain.dataset import Dataset
from roadmap_cli.domain.findings import Finding
from roadmap_cli.domain.matching.rulings import recorded_faults
from roadmap_cli.domain.registries import BY_KEY


def ruling_doubtful(data: Dataset, _today: date) -> Iterator[Finding]:
    """A pin or a ban of people in other roles, a pair banned twice, wishes told twice."""
    for fault in recorded_faults(data):
        yield Finding(BY_KEY["matching"].file, fault.at, fault.words)
