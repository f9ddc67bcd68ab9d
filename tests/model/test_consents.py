"""The life of a consent, day by day."""

from datetime import date
from typing import Any

import pytest

from tests.records import AFTER, BEFORE, DAY, consent

FAR = date(2030, 1, 1)


@pytest.mark.parametrize(
    ("keys", "live"),
    [
        ({"given_on": BEFORE}, True),
        ({"given_on": DAY}, True),
        ({"given_on": AFTER}, False),
        ({"valid_to": BEFORE}, False),
        ({"valid_to": DAY}, True),
        ({"valid_to": AFTER}, True),
        ({"withdrawn_on": BEFORE}, False),
        ({"withdrawn_on": DAY}, False),
        ({"withdrawn_on": AFTER}, True),
        ({"valid_to": FAR, "withdrawn_on": DAY}, False),
        ({"valid_to": BEFORE, "withdrawn_on": FAR}, False),
        ({"valid_to": FAR, "withdrawn_on": FAR}, True),
        ({"given_on": AFTER, "valid_to": FAR}, False),
        ({}, True),
    ],
)
def test_a_consent_holds_from_the_day_it_is_given_to_its_last(
    keys: dict[str, Any], live: bool
) -> None:
    assert consent("li", **keys).is_live(DAY) is live


@pytest.mark.parametrize(
    ("keys", "ended", "destroy"),
    [
        ({}, None, None),
        ({"valid_to": DAY}, DAY, date(2025, 12, 31)),
        ({"withdrawn_on": DAY}, DAY, date(2025, 12, 31)),
        ({"valid_to": DAY, "withdrawn_on": BEFORE}, BEFORE, date(2025, 12, 30)),
        ({"valid_to": DAY, "withdrawn_on": AFTER}, DAY, date(2025, 12, 31)),
        ({"withdrawn_on": date(2024, 2, 1)}, date(2024, 2, 1), date(2024, 3, 2)),
    ],
)
def test_the_data_are_destroyed_within_thirty_days_of_its_end(
    keys: dict[str, Any], ended: date | None, destroy: date | None
) -> None:
    held = consent("li", **keys)
    assert held.ended_on == ended
    assert held.destroy_by == destroy
