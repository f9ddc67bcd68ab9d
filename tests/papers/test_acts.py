"""The grounds of a document: by the forms that it is about, and by its day."""

from datetime import date, timedelta

import pytest

from roadmap_cli.domain.model.files.forms import Form, Side
from roadmap_cli.domain.papers.acts import ACTS, Act, Purpose, grounds

DAY = timedelta(days=1)
TEACHERS = frozenset(((Form.TEACHER_TEACHER.mentor, Form.TEACHER_TEACHER.mentee),))
PUPILS = frozenset(((Form.TEACHER_PUPIL.mentor, Form.TEACHER_PUPIL.mentee),))
CHILDREN = frozenset(((Side.PUPIL, Side.PUPIL),))
NONE: frozenset[tuple[Side | None, Side | None]] = frozenset()
LATE = date(2026, 1, 1)


def _codes(
    purpose: Purpose, forms: frozenset[tuple[Side | None, Side | None]], day: date = LATE
) -> list[str]:
    return [act.code for act in grounds(purpose, forms, day)]


@pytest.mark.parametrize(
    ("forms", "codes"),
    [
        (TEACHERS, ["education", "labour-351-8", "concept", "principles", "az-1128"]),
        (PUPILS, ["education", "concept", "r145", "mr-42-02"]),
        (CHILDREN, ["education", "concept", "r145", "mr-42-02"]),
        (TEACHERS | CHILDREN, [act.code for act in ACTS if Purpose.MENTORING in act.purposes]),
        (NONE, [act.code for act in ACTS if Purpose.MENTORING in act.purposes]),
        (frozenset(((None, None),)), [a.code for a in ACTS if Purpose.MENTORING in a.purposes]),
    ],
)
def test_the_programme_rests_on_acts_about_its_forms(
    forms: frozenset[tuple[Side | None, Side | None]], codes: list[str]
) -> None:
    assert _codes(Purpose.MENTORING, forms) == codes


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.code)
def test_an_act_is_a_ground_from_its_first_day(act: Act) -> None:
    for purpose in act.purposes:
        assert act.code not in _codes(purpose, NONE, act.since - DAY)
        assert act.code in _codes(purpose, NONE, act.since)
        if not act.gives_way:
            assert act.code in _codes(purpose, NONE)


@pytest.mark.parametrize(
    ("forms", "day", "code"),
    [
        (TEACHERS, date(2025, 2, 28), ["labour-60-2"]),
        (TEACHERS, date(2025, 3, 1), ["labour-351-8"]),
        (PUPILS, date(2025, 3, 1), ["labour-60-2"]),
        (CHILDREN, date(2025, 3, 1), []),
        (TEACHERS | PUPILS, date(2025, 3, 1), ["labour-351-8", "labour-60-2"]),
        (NONE, date(2025, 3, 1), ["labour-351-8"]),
    ],
)
def test_extra_work_rests_on_the_article_of_its_day_and_form(
    forms: frozenset[tuple[Side | None, Side | None]], day: date, code: list[str]
) -> None:
    assert _codes(Purpose.DUTY, forms, day) == code
    assert _codes(Purpose.PAYMENT, forms, day) == code


def test_rewards_of_workers_rest_on_their_article() -> None:
    assert _codes(Purpose.REWARD, TEACHERS) == ["labour-191"]
    assert _codes(Purpose.REWARD, CHILDREN) == []


def test_every_act_can_be_cited_after_the_preposition() -> None:
    """«В соответствии с …»: the instrumental, which ends so."""
    for act in ACTS:
        assert act.by.split()[0].endswith(("ым", "ом", "ем", "ей", "ёй", "ями", "ими")), act.by
        assert act.by == act.by.strip()
    assert len({act.code for act in ACTS}) == len(ACTS)
