"""What the data files prove by themselves: how much of it is there."""

from collections.abc import Mapping
from typing import Any

import pytest

from roadmap_cli.domain.model.files.consents import ConsentKind, Consents
from roadmap_cli.domain.model.files.evidence import Evidence, RecordsKind
from roadmap_cli.domain.model.files.meetings import Meeting, MeetingKind, Meetings
from roadmap_cli.domain.model.files.pairs import PairStatus
from roadmap_cli.domain.model.files.plans import DevelopmentPlan, DevelopmentPlans
from roadmap_cli.domain.model.files.school import School, SchoolLesson
from roadmap_cli.domain.model.files.surveys import Respondent
from roadmap_cli.domain.model.record import Record
from roadmap_cli.domain.plan.record_counts import RecordCount, count_proof
from tests.records import (
    AFTER,
    BEFORE,
    DAY,
    all_consents,
    consent,
    dataset,
    mentees,
    mentors,
    pair,
    pairs,
)
from tests.surveys.samples import response, responses, scale, survey, surveyed


@pytest.mark.parametrize(
    ("there", "wanted", "whole", "words"),
    [
        (0, 0, False, "записей нет"),
        (0, 1, False, "0 из 1"),
        (1, 1, True, "1 из 1"),
        (2, 1, True, "2 записи"),
        (5, 1, True, "5 записей"),
        (1, 2, False, "1 из 2"),
        (2, 2, True, "2 из 2"),
        (3, 2, True, "2 из 2"),
    ],
)
def test_all_of_it_must_be_there(there: int, wanted: int, whole: bool, words: str) -> None:
    count = RecordCount(there, wanted)
    assert count.is_whole is whole
    assert count.words == words


def _three() -> Record:
    return pairs(
        pair("a", "m", "x", status=PairStatus.CONFIRMED),
        pair("b", "m", "y", status=PairStatus.CLOSED),
        pair("c", "m", "z", status=PairStatus.PROPOSED),
        pair("d", "m", "u", status=PairStatus.REPLACED),
    )


def _met(*days: Any) -> Record:
    return Meetings(
        meetings=tuple(Meeting(pair=code, held_on=day, kind=kind) for code, day, kind in days)
    )


FIRST, FINAL = MeetingKind.FIRST, MeetingKind.FINAL


@pytest.mark.parametrize(
    ("kind", "files", "count"),
    [
        (RecordsKind.MENTORS, (), (0, 1)),
        (RecordsKind.MENTORS, (mentors("m", "n"),), (2, 1)),
        (RecordsKind.MENTEES, (mentees("x"),), (1, 1)),
        (RecordsKind.PAIRS, (_three(),), (2, 3)),
        (RecordsKind.PAIRS, (pairs(),), (0, 0)),
        (RecordsKind.FIRST, (_three(), _met(("a", DAY, FIRST))), (1, 2)),
        (RecordsKind.FIRST, (_three(), _met(("a", BEFORE, FIRST), ("b", DAY, FIRST))), (2, 2)),
        (RecordsKind.FIRST, (_three(), _met(("a", AFTER, FIRST))), (0, 2)),
        (RecordsKind.FIRST, (_three(), _met(("c", DAY, FIRST), ("d", DAY, FIRST))), (0, 2)),
        (RecordsKind.FINAL, (_three(), _met(("a", DAY, FIRST), ("b", DAY, FINAL))), (1, 2)),
        (RecordsKind.TRIAL, (_three(), _met(("a", DAY, MeetingKind.TRIAL))), (1, 2)),
        (RecordsKind.PLANNING, (_three(), _met(("a", DAY, MeetingKind.PLANNING))), (1, 2)),
        (RecordsKind.REGULAR, (_three(), _met(("a", DAY, MeetingKind.REGULAR))), (1, 2)),
        (RecordsKind.PLANS,
         (_three(), DevelopmentPlans(plans=(DevelopmentPlan(pair="b"), DevelopmentPlan(pair="c")))),
         (1, 2)),
        (RecordsKind.PLANS, (_three(),), (0, 2)),
        (RecordsKind.SCHOOL,
         (mentors("m", "n"),
          School(lessons=(SchoolLesson(topic="Т", attended=("m", "stranger")),))),
         (1, 2)),
        (RecordsKind.CONSENTS, (mentors("m"), mentees("x"), all_consents("m")), (1, 2)),
        (RecordsKind.CONSENTS, (mentors("m"), mentees("x"), all_consents("m", "x")), (2, 2)),
        (RecordsKind.CONSENTS, (mentors("m", left=DAY), mentees("x")), (1, 2)),
        (RecordsKind.CONSENTS,
         (mentees("x"),
          Consents(consents=(consent("x"), consent("x", ConsentKind.PARTICIPATION)))),
         (1, 1)),
    ],
)  # fmt: skip
def test_records_are_counted(
    kind: RecordsKind, files: tuple[Record, ...], count: tuple[int, int]
) -> None:
    assert count_proof(dataset(*files), Evidence(records=kind), DAY) == RecordCount(*count)


WHOLE: Mapping[str, Record] = {
    "mentors": mentors("m"),
    "mentees": mentees("x"),
    "consents": all_consents("m", "x"),
    "pairs": pairs(pair("a", "m", "x", status=PairStatus.CONFIRMED)),
    "plans": DevelopmentPlans(plans=(DevelopmentPlan(pair="a"),)),
    "school": School(lessons=(SchoolLesson(topic="Т", attended=("m",)),)),
    "meetings": Meetings(
        meetings=tuple(Meeting(pair="a", held_on=DAY, kind=kind) for kind in MeetingKind)
    ),
}


@pytest.mark.parametrize("kind", RecordsKind, ids=lambda kind: kind.value)
def test_records_are_counted_in_the_files_that_their_kind_names(kind: RecordsKind) -> None:
    told = {key: WHOLE[key] for key in kind.files}
    assert count_proof(dataset(*WHOLE.values()), Evidence(records=kind), DAY).is_whole
    assert count_proof(dataset(*told.values()), Evidence(records=kind), DAY).is_whole
    for file in told:
        less = [record for key, record in told.items() if key != file]
        found = count_proof(dataset(*less), Evidence(records=kind), DAY)
        assert found != count_proof(dataset(*WHOLE.values()), Evidence(records=kind), DAY)


@pytest.mark.parametrize(
    ("keys", "counted"),
    [
        ({}, (1, 3)),
        ({"anonymous": True}, (2, 3)),
        ({"respondents": Respondent.ANYONE}, (2, 1)),
        ({"respondents": Respondent.ANYONE, "invited": 5}, (2, 5)),
    ],
)
def test_responses_out_of_all_who_are_asked(keys: dict[str, Any], counted: tuple[int, int]) -> None:
    given = responses(response(1, "x", q1=5), response(2, q1=5), response(3, day=AFTER, q1=5))
    data = surveyed({"s": survey(scale(), **keys)}, mentees("x", "y", "z"), given)
    assert count_proof(data, Evidence(survey="s"), DAY) == RecordCount(*counted)
    assert count_proof(data, Evidence(survey="нет"), DAY) == RecordCount(0, 0)
