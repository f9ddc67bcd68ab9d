"""The days of holidays do not count between two meetings of a pair."""

from datetime import date

import pytest

from roadmap_cli.domain.model.files.organization import CalendarDays, Organization
from roadmap_cli.domain.model.files.pairs import PairStatus
from roadmap_cli.domain.pairs.meetings import due_meetings
from tests.records import dataset, pair, pairs

AUTUMN = CalendarDays(name="осенние", first=date(2025, 10, 27), last=date(2025, 11, 2))


@pytest.mark.parametrize(
    ("start", "by", "told"),
    [
        # Fourteen days, and seven more when the holidays lie between.
        ("2025-10-12", "2025-10-26", False),
        ("2025-10-13", "2025-11-03", True),
        ("2025-10-26", "2025-11-16", True),
        ("2025-11-02", "2025-11-16", False),
        ("2025-11-03", "2025-11-17", False),
    ],
)
def test_the_next_meeting_after_the_holidays(start: str, by: str, told: bool) -> None:
    own = pair("a", "m", "x", status=PairStatus.ACTIVE, start=date.fromisoformat(start))
    organization = Organization(short_name="Школа", holidays=(AUTUMN,))
    (due,) = due_meetings(dataset(organization, pairs(own)))
    assert due.by == date.fromisoformat(by)
    assert ("каникулы не считаются" in due.why) is told
    (usual,) = due_meetings(dataset(Organization(short_name="Школа"), pairs(own)))
    assert (usual.by - date.fromisoformat(start)).days == 14
