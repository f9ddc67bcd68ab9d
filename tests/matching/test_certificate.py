"""The certificate: an answer that is not the best, or not allowed, or wrongly priced, is found."""

from typing import Any

import pytest

from roadmap_cli.domain.matching.certificate import bound, faults, total_cost
from roadmap_cli.domain.matching.question import (
    Answer,
    Costs,
    Question,
    Seat,
    costs_of,
    ordered,
    rows_of,
)
from roadmap_cli.domain.matching.solver import solve

# Three mentees for three places of two mentors, one of whom has somebody already.
QUESTION = Question(
    ("e1", "e2", "e3"),
    (Seat("m1", 2), Seat("m2", 3, 1)),
    {("e1", "m1"): 5, ("e2", "m1"): 3, ("e2", "m2"): 1, ("e3", "m2"): 0},
    frozenset({"e3"}),
)
ANSWER = solve(QUESTION)


def test_the_answer_is_proven() -> None:
    assert ANSWER.pairs == {"e1": "m1", "e2": "m1", "e3": "m2"}
    assert faults(QUESTION, ANSWER) == []
    assert total_cost(QUESTION, dict(ANSWER.pairs)) == bound(QUESTION, ANSWER)


@pytest.mark.parametrize("step", [-1, 1, -1000, 1000])
@pytest.mark.parametrize("mentee", QUESTION.mentees)
def test_a_wrong_price_of_a_mentee_is_found(mentee: str, step: int) -> None:
    prices = {**ANSWER.mentee_prices, mentee: ANSWER.mentee_prices[mentee] + step}
    assert faults(QUESTION, ANSWER._replace(mentee_prices=prices))


TIGHT = QUESTION._replace(seats=(Seat("m1", 1), Seat("m2", 2, 1)))


@pytest.mark.parametrize("step", [-1_000_000, 1_000_000])
@pytest.mark.parametrize("mentor", ["m1", "m2"])
def test_a_wrong_price_of_a_place_is_found(mentor: str, step: int) -> None:
    answer = solve(TIGHT)
    assert faults(TIGHT, answer) == []
    prices = {**answer.place_prices, mentor: answer.place_prices[mentor] + step}
    assert faults(TIGHT, answer._replace(place_prices=prices))


ONE = Question(("e",), (Seat("m", 1),), {("e", "m"): 0})
COSTS = costs_of(ONE)


@pytest.mark.parametrize(
    ("mentee", "place", "found"),
    [
        # A pair costs what it costs beside the place: the sum of prices may not be more.
        (COSTS.load(1), COSTS.load(1), []),
        (0, 0, ["the plan costs more than the bound"]),
        (1, 0, ["e and m would be cheaper than their prices"]),
        (COSTS.left_over, COSTS.left_over, []),
        (COSTS.left_over + 1, COSTS.left_over + 1, ["e asks for more than being left over costs"]),
    ],
)
def test_prices_of_one_pair(mentee: int, place: int, found: list[str]) -> None:
    assert faults(ONE, Answer({"e": "m"}, {"e": mentee}, {"m": place})) == found


@pytest.mark.parametrize(
    ("seats", "pairs", "found"),
    [
        ((Seat("m", 2),), {"a": "m", "b": "m"}, []),
        ((Seat("m", 1),), {"a": "m", "b": "m"}, ["m has 2 of 1"]),
        ((Seat("m", 3, 1),), {"a": "m", "b": "m"}, []),
        ((Seat("m", 2, 1),), {"a": "m", "b": "m"}, ["m has 3 of 2"]),
        # Whoever has too many already is no fault of the plan.
        ((Seat("m", 1, 2),), {}, []),
        ((Seat("m", 1, 2),), {"a": "m"}, ["m has 3 of 1"]),
        ((Seat("m", 1), Seat("n", 1)), {"a": "n"}, ["('a', 'n') is not allowed"]),
    ],
)
def test_a_plan_must_be_allowed(
    seats: tuple[Seat, ...], pairs: dict[str, str], found: list[str]
) -> None:
    question = Question(("a", "b"), seats, {("a", "m"): 0, ("b", "m"): 0})
    free: dict[str, Any] = dict.fromkeys(question.mentees, 0)
    prices = {seat.mentor: 10**9 for seat in seats}
    told = faults(question, Answer(pairs, free, prices))
    assert [each for each in told if "bound" not in each] == found


def test_prices_of_people_who_are_not_there_are_no_matter() -> None:
    answer = Answer({"e": "m"}, {"e": 1}, {"m": 1})
    more = ONE._replace(worth={**ONE.worth, ("e", "z"): 0, ("z", "m"): 0})
    assert faults(more, answer) == []


def test_the_nth_mentee_costs_more_than_the_one_before() -> None:
    assert [Costs.load(number) for number in range(1, 5)] == [1, 3, 5, 7]


@pytest.mark.parametrize(
    ("question", "costs"),
    [
        (Question((), (), {}), Costs(1, 1, 1, 0)),
        (Question(("e",), (), {}), Costs(2, 2, 2, 0)),
        # One mentee, one place: a load of one at most.
        (ONE, Costs(2, 2, 2, 0)),
        # The most loaded mentor has three: the third costs five.
        (QUESTION, Costs(2 * (3 * (5 * 16 + 5) + 1), 3 * (5 * 16 + 5) + 1, 16, 5)),
        # No mentor can have more than those who wait and those who are there.
        (ONE._replace(seats=(Seat("m", 9),)), Costs(2, 2, 2, 0)),
        (ONE._replace(seats=(Seat("m", 9, 1),)), Costs(4, 4, 4, 0)),
        (ONE._replace(first=frozenset("e")), Costs(4, 2, 2, 0)),
        (ONE._replace(first=frozenset("z")), Costs(2, 2, 2, 0)),
        (ONE._replace(worth={("e", "m"): -3}), Costs(2, 2, 2, -3)),
    ],
)
def test_each_aim_weighs_just_more_than_all_after_it(question: Question, costs: Costs) -> None:
    assert costs_of(question) == costs


def test_what_it_costs_to_leave_somebody_over() -> None:
    costs = costs_of(QUESTION)
    assert costs.left(QUESTION, "e1") == costs.left_over
    assert costs.left(QUESTION, "e3") == costs.left_over + costs.first
    assert costs.of(5) == 0
    assert costs.of(3) == 2 * costs.point
    assert total_cost(QUESTION, {}) == 3 * costs.left_over + costs.first


def test_the_order_of_codes_is_that_of_the_rows() -> None:
    upside_down = QUESTION._replace(mentees=("e3", "e2", "e1"), seats=QUESTION.seats[::-1])
    assert ordered(upside_down) == QUESTION
    costs = costs_of(QUESTION)
    strangers = {("e1", "m9"): 1, ("e9", "m1"): 1}
    worth = {**strangers, **dict(list(QUESTION.worth.items())[::-1])}
    assert rows_of(QUESTION._replace(worth=worth), costs) == [
        [(0, 0)], [(0, costs.of(3)), (1, costs.of(1))], [(1, costs.of(0))],
    ]  # fmt: skip
