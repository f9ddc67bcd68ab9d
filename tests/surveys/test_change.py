"""Before and after, of the same people, and how sure the change is."""

from itertools import product

import pytest

from roadmap_cli.domain.model.files.forms import Form
from roadmap_cli.domain.model.files.surveys import Moment, Questionnaire, Respondent
from roadmap_cli.domain.surveys.change import change_of, changes, paired_surveys, sign_test
from tests.surveys.samples import response, responses, scale, survey, surveyed

BEFORE = survey(scale("a", pair="p"), moment=Moment.BEFORE, topic="t")
AFTER = survey(scale("b", pair="p"), scale("c"), moment=Moment.AFTER, topic="t")


@pytest.mark.parametrize(("up", "down"), list(product(range(7), range(7))))
def test_the_sign_test_counts_all_throws_of_coins(up: int, down: int) -> None:
    n = up + down
    uneven = abs(up - down)
    throws = list(product((0, 1), repeat=n))
    as_far = sum(abs(2 * sum(throw) - n) >= uneven for throw in throws)
    assert sign_test(up, down) == pytest.approx(as_far / len(throws))


@pytest.mark.parametrize(
    ("pairs", "said"),
    [
        ([(5, 5)] * 3, "без изменений 3"),
        ([(5, 6)] * 5, "ответов мало"),
        ([(5, 6)] * 6, "вряд ли случайно (случайно бывает в 3 % случаев)"),
        ([(5, 6)] * 5 + [(6, 5)], "может быть и случайным (случайно бывает в 22 % случаев)"),
        ([(5, 6)] * 12, "менее чем 1 %"),
    ],
)
def test_what_may_be_said_of_a_change(pairs: list[tuple[int, int]], said: str) -> None:
    assert said in change_of(scale(), pairs).words


def test_only_those_who_answered_twice_count() -> None:
    given = responses(
        response(1, "x", "first", a=4), response(2, "y", "first", a=10),
        response(3, "x", "last", b=7, c=1), response(4, "z", "last", b=1),
        response(5, None, "last", b=1),
    )  # fmt: skip
    data = surveyed({"first": BEFORE, "last": AFTER}, given)
    (paired,) = paired_surveys(data)
    (one,) = changes(data, paired)
    assert (one.n, one.before, one.after, one.up, one.down, one.same) == (1, 4, 7, 1, 0, 0)
    assert one.difference == 3


def test_the_last_of_two_responses_counts_and_a_form_bounds_them() -> None:
    pupils = Form.PUPIL_PUPIL
    given = responses(
        response(1, "x", "first", a=4, form=pupils), response(2, "x", "first", a=5, form=pupils),
        response(3, "x", "last", b=6, form=pupils), response(4, "y", "first", a=1),
        response(5, "y", "last", b=1),
    )  # fmt: skip
    data = surveyed({"first": BEFORE, "last": AFTER}, given)
    (paired,) = paired_surveys(data)
    (one,) = changes(data, paired, pupils)
    assert (one.n, one.before, one.after) == (1, 5, 6)
    assert changes(data, paired)[0].n == 2
    assert changes(data, paired, Form.STUDENT_PUPIL) == ()


@pytest.mark.parametrize(
    "other",
    [
        survey(scale("b", pair="p"), moment=Moment.AFTER, topic="u"),
        survey(scale("b", pair="p"), moment=Moment.INTERIM, topic="t"),
        survey(scale("b", pair="p"), moment=Moment.AFTER),
        survey(scale("b", pair="p"), moment=Moment.AFTER, topic="t", forms=(Form.PUPIL_PUPIL,)),
        survey(scale("b"), moment=Moment.AFTER, topic="t", respondents=Respondent.MENTOR),
    ],
)
def test_only_questionnaires_of_one_topic_and_one_side_belong_together(
    other: Questionnaire,
) -> None:
    assert paired_surveys(surveyed({"a": BEFORE, "b": other})) == ()


def test_anonymous_questionnaires_have_no_pairs_of_scores() -> None:
    after = survey(scale("b", pair="p"), moment=Moment.AFTER, topic="t", anonymous=True)
    data = surveyed({"a": BEFORE, "b": after}, responses(response(1, "x", "a", a=1)))
    (paired,) = paired_surveys(data)
    assert changes(data, paired) == ()


def test_a_person_named_by_mistake_in_an_anonymous_response_is_not_compared() -> None:
    after = survey(scale("b", pair="p"), moment=Moment.AFTER, topic="t", anonymous=True)
    given = responses(response(1, "x", "a", a=1), response(2, "x", "b", b=9))
    data = surveyed({"a": BEFORE, "b": after}, given)
    (paired,) = paired_surveys(data)
    assert changes(data, paired) == ()
