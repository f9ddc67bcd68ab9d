"""What a report of an earlier day knows: each sort of record on the day before, on, after."""

from datetime import date, timedelta

import pytest

from roadmap_cli.domain.model.files.participants import Mentee, Mentees, Mentor, Mentors
from roadmap_cli.domain.model.files.school import School, SchoolLesson
from roadmap_cli.domain.papers.as_of import as_of
from roadmap_cli.domain.papers.paper_words import empty_cells
from roadmap_cli.domain.papers.sheet import Align, Cell, Run, Table
from tests.records import dataset, pair, pairs

DAY = date(2025, 11, 10)


@pytest.mark.parametrize(("days", "there"), [(-1, True), (0, True), (1, False), (None, True)])
def test_what_came_later_is_not_known(days: int | None, there: bool) -> None:
    when = None if days is None else DAY + timedelta(days=days)
    data = dataset(
        Mentors(mentors=(Mentor(person="a", joined=when),)),
        Mentees(mentees=(Mentee(person="b", joined=when),)),
        pairs(pair("one", "a", "b", start=when)),
        School(lessons=(SchoolLesson(topic="Т", held_on=when, attended=("a",)),)),
    )
    known = as_of(data, DAY)
    assert bool(known.mentors.codes) is there
    assert bool(known.mentees.codes) is there
    assert bool(known.pairs.pairs) is there
    assert [bool(one.attended) for one in known.school.lessons] == [there]


def _cell(text: str = "") -> Cell:
    return Cell(((Run(text),),) if text else ())


def test_a_cell_that_continues_the_one_above_is_no_gap() -> None:
    head = (_cell("Этап"), _cell("Срок"))
    rows = ((_cell("1"), _cell()), (Cell(continues_above=True), _cell("май")))
    assert empty_cells([Table(head, rows, (Align.LEFT, Align.LEFT))]) == 1
