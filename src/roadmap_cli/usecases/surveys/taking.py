"""Answers to a questionnaire carried into the registries and the matching."""

from typing import NamedTuple

from roadmap_cli.domain.imports.incoming import KeptValue
from roadmap_cli.domain.imports.people import people_edits
from roadmap_cli.domain.imports.survey_answers import answered
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.edits import Edit
from roadmap_cli.domain.registries.directory import Directory


class Taken(NamedTuple):
    """What the answers of a questionnaire bring: edits, values left as they were, and remarks."""

    edits: list[Edit]
    kept: list[KeptValue]
    remarks: list[str]


def take_answers(data: Dataset, code: str, *, overwrite: bool = False) -> Taken:
    """The edits that carry a questionnaire's answers into the data.

    A value that stands is replaced only where `overwrite` says so.
    """
    found = answered(data, code)
    proposal = people_edits(
        Directory(data), found.rows, lambda _question: None, overwrite=overwrite
    )
    edits = [*proposal.edits, *found.wishes]
    return Taken(edits, proposal.kept, [*found.remarks, *proposal.doubts])
