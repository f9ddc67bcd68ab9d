"""The matching's file against itself, and the pairs against it."""

from collections.abc import Iterator
from datetime import date

from roadmap_cli.domain.checks.finding import Finding
from roadmap_cli.domain.matching.rulings import recorded_faults
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.pairs.rules import against_rulings
from roadmap_cli.domain.registries.directory import Directory


def ruling_doubtful(data: Dataset, _today: date) -> Iterator[Finding]:
    """A pin or a ban of people in other roles, a pair banned twice, a person's wishes given
    twice.
    """
    for fault in recorded_faults(data):
        yield Finding(Dataset.matching.file, fault.at, fault.words)


def pair_against_ruling(data: Dataset, _today: date) -> Iterator[Finding]:
    """A pair that a ban forbids, or whose mentor has not finished the School that is required."""
    names = Directory(data)
    for pair in data.pairs.live:
        for position, mentee in enumerate(pair.mentees):
            why = against_rulings(data, mentee, pair.mentor)
            if why is not None:
                said = f"{names.together((mentee, pair.mentor))}: {why}"
                yield Finding(Dataset.pairs.file, (*pair.at, "mentees", position), said)
