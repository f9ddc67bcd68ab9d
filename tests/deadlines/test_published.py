"""Notations from seventy published plans of schools, each with its answer and its source.

`state` is empty for what is read right. `refused` rows stay text, which is honest: they name no
day, or contradict themselves. `wrong` rows are known errors, each told as a doubt.
"""

import csv
from datetime import date

import pytest

from roadmap_cli.domain.deadlines.deadline import DeadlineKind
from roadmap_cli.domain.deadlines.parse import parse_deadline
from roadmap_cli.domain.model.school_year import SchoolYear
from tests.conftest import ROOT

_FILE = ROOT / "tests" / "data" / "published_notations.tsv"
Row = dict[str, str]


def _rows() -> list[Row]:
    with _FILE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


ROWS = _rows()


def _is(day: date | None, column: str) -> bool:
    """A column `-09-01` is a day of a plan whose year the source does not tell."""
    written = str(day or "")
    return written[4:] == column if column.startswith("-") else written == column


def test_how_many_there_are_and_how_many_are_read() -> None:
    states = [row["state"] for row in ROWS]
    assert (len(ROWS), states.count("refused"), states.count("wrong")) == (275, 26, 4)
    assert len({row["notation"] for row in ROWS}) == len(ROWS)
    assert all(row["source"] for row in ROWS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["notation"])
def test_a_published_notation(row: Row) -> None:
    year = SchoolYear.read(row["plan_year"] or "2023/2024")
    read = parse_deadline(row["notation"], year)
    assert read.text == row["notation"]
    right = _is(read.start, row["start"]) and _is(read.end, row["end"])
    if row["state"] == "refused":
        assert read.kind is DeadlineKind.TEXT
    elif row["state"] == "wrong":
        assert not right
        assert read.doubt or read.note
    else:
        assert right, f"{read.start}–{read.end}"
