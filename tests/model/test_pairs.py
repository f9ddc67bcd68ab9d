"""A pair and the file of pairs: who is in it, whether it is over, how many a mentor has."""

import pytest

from roadmap_cli.domain.model.files.forms import Form, one_form
from roadmap_cli.domain.model.files.pairs import PairStatus
from tests.records import pair, pairs


@pytest.mark.parametrize(
    ("status", "live"),
    [
        (PairStatus.PROPOSED, True),
        (PairStatus.CONFIRMED, True),
        (PairStatus.ACTIVE, True),
        (PairStatus.CLOSED, False),
        (PairStatus.REPLACED, False),
    ],
)
def test_a_pair_is_live_until_it_is_over(status: PairStatus, live: bool) -> None:
    own = pair("a", "m", "x", status=status)
    assert own.is_live is live
    assert pairs(own).live == ([own] if live else [])
    assert pairs(own).held()["m"] == (1 if live else 0)


def test_every_status_is_told() -> None:
    assert len(PairStatus) == 5
    assert pair("a", "m").status is PairStatus.PROPOSED


def test_a_mentor_holds_the_mentees_of_all_live_pairs() -> None:
    over = pair("c", "m", "u", status=PairStatus.CLOSED)
    every = pairs(pair("a", "m", "x", "y"), pair("b", "m", "z"), over, pair("d", "n"))
    assert every.held() == {"m": 3}
    assert pair("a", "m", "x", "y").people == ("m", "x", "y")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Form.PUPIL_PUPIL, Form.PUPIL_PUPIL, True),
        (Form.PUPIL_PUPIL, Form.STUDENT_PUPIL, False),
        (None, Form.PUPIL_PUPIL, True),
        (Form.PUPIL_PUPIL, None, True),
        (None, None, True),
    ],
)
def test_a_form_that_is_not_told_may_be_any(
    one: Form | None, other: Form | None, same: bool
) -> None:
    assert one_form(one, other) is same
