"""The matching: exact against brute force, proven by prices, independent of the input's order."""

import itertools
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap_cli.domain.matching import scipy_solver
from roadmap_cli.domain.matching.certificate import faults, total_cost
from roadmap_cli.domain.matching.prices import Prices
from roadmap_cli.domain.matching.question import Question, Seat, costs_of, ordered
from roadmap_cli.domain.matching.solver import solve
from roadmap_cli.domain.matching.state import State


@st.composite
def questions(draw: st.DrawFn) -> Question:
    """Small cohorts with full mentors, ties, people whom nobody may have."""
    mentees = tuple(f"e{n}" for n in range(draw(st.integers(0, 6))))
    seats = tuple(
        Seat(f"m{n}", places := draw(st.integers(0, 3)), draw(st.integers(0, places)))
        for n in range(draw(st.integers(0, 4)))
    )
    worth = {
        (mentee, seat.mentor): draw(st.integers(-3, 3))
        for mentee in mentees
        for seat in seats
        if draw(st.integers(0, 3))
    }
    first = frozenset(each for each in mentees if draw(st.integers(0, 3)) == 0)
    return Question(mentees, seats, worth, first)


def _plans(question: Question) -> Iterator[dict[str, str]]:
    """Every plan that the rules allow."""
    options = [
        [None, *(mentor for (mentee, mentor) in question.worth if mentee == each)]
        for each in question.mentees
    ]
    places = {seat.mentor: seat.places - seat.taken for seat in question.seats}
    for choice in itertools.product(*options):
        if all(choice.count(mentor) <= free for mentor, free in places.items()):
            yield {e: m for e, m in zip(question.mentees, choice, strict=True) if m is not None}


def _first(question: Question, plans: list[dict[str, str]]) -> dict[str, str]:
    """The first of equal plans by the stated rule."""
    return min(plans, key=lambda plan: [plan.get(each, "~") for each in sorted(question.mentees)])


def _aims(question: Question, plan: dict[str, str]) -> tuple[int, int, int, int]:
    """The aims in their order, each the smaller the better."""
    loads = {seat.mentor: seat.taken for seat in question.seats}
    for mentor in plan.values():
        loads[mentor] += 1
    points = sum(question.worth[pair] for pair in plan.items())
    squares = sum(load * load for load in loads.values())
    return -len(plan), -len(question.first & plan.keys()), -points, squares


@settings(max_examples=700, deadline=None)
@given(questions())
def test_as_good_as_trying_everything(question: Question) -> None:
    answer = solve(question)
    assert faults(question, answer) == []
    plans = [(_aims(question, plan), plan) for plan in _plans(question)]
    least = min(aims for aims, _ in plans)
    best = [plan for aims, plan in plans if aims == least]
    assert answer.pairs == _first(question, best)
    cost = total_cost(question, dict(answer.pairs))
    assert cost == min(total_cost(question, plan) for _, plan in plans)


@settings(max_examples=500, deadline=None)
@given(questions())
def test_the_library_gives_the_same_pairs(question: Question) -> None:
    question = ordered(question)
    assert scipy_solver.placed(State(question, costs_of(question))) == bool(question.worth)
    by_library = solve(question, large=0)
    assert faults(question, by_library) == []
    assert by_library.pairs == solve(question).pairs


@settings(max_examples=200, deadline=None)
@given(questions(), st.data())
def test_only_a_best_plan_has_prices(question: Question, data: st.DataObject) -> None:
    """Whatever the library gives, it is taken only with prices that prove it."""
    question = ordered(question)
    if not question.worth:
        return
    plans = list(_plans(question))
    plan = data.draw(st.sampled_from(plans))
    seats = {seat.mentor: number for number, seat in enumerate(question.seats)}
    state = State(question, costs_of(question))
    seat_of = [seats[plan[each]] if each in plan else None for each in question.mentees]
    taken = scipy_solver.priced(state, scipy_solver.cost_table(state), seat_of)
    best = min(_aims(question, each) for each in plans)
    assert taken == (_aims(question, plan) == best)


@settings(max_examples=500, deadline=None)
@given(questions())
def test_a_price_is_what_the_pair_would_cost(question: Question) -> None:
    answer = solve(question)
    prices, plans = Prices(question, answer), list(_plans(question))
    best = _aims(question, dict(answer.pairs))
    for mentee, mentor in itertools.product(question.mentees, (s.mentor for s in question.seats)):
        price = prices.of(mentee, mentor)
        those = [_aims(question, plan) for plan in plans if plan.get(mentee) == mentor]
        assert (price is None) == (not those)
        if price is not None:
            least = min(those)
            assert (
                price == tuple(theirs - ours for theirs, ours in zip(least, best, strict=True))[:3]
            )


@settings(max_examples=200, deadline=None)
@given(questions(), st.randoms(use_true_random=False))
def test_the_order_of_the_input_changes_nothing(question: Question, chance: random.Random) -> None:
    mentees, seats = list(question.mentees), list(question.seats)
    worth = list(question.worth.items())
    for each in (mentees, seats, worth):
        chance.shuffle(each)
    shuffled = Question(tuple(mentees), tuple(seats), dict(worth), question.first)
    assert solve(shuffled) == solve(question)


@pytest.mark.parametrize(
    ("pairs", "said"),
    [
        ({"a": "m"}, "costs more than the bound"),
        ({"a": "n"}, "is not allowed"),
        ({"a": "m", "b": "m"}, "has 2 of 1"),
    ],
)
def test_a_wrong_plan_is_not_proven(pairs: dict[str, str], said: str) -> None:
    question = Question(("a", "b"), (Seat("m", 1), Seat("n", 1)),
                        {("a", "m"): 1, ("b", "m"): 1, ("b", "n"): 1})  # fmt: skip
    answer = solve(question)
    assert faults(question, answer) == []
    assert any(said in each for each in faults(question, answer._replace(pairs=pairs)))


def test_wrong_prices_prove_nothing() -> None:
    question = Question(("a",), (Seat("m", 1),), {("a", "m"): 1})
    answer = solve(question)
    dear = answer._replace(mentee_prices={"a": answer.mentee_prices["a"] + 1})
    assert faults(question, dear)
    cheap = answer._replace(mentee_prices={"a": answer.mentee_prices["a"] - 1})
    assert faults(question, cheap)


def test_the_aims_stand_in_their_order() -> None:
    """Most matched before who comes first, that before points, points before even loads."""

    def pairs(places: int, worth: dict[tuple[str, str], int], *first: str) -> dict[str, str]:
        seats = (Seat("m", places), Seat("n", places))
        return dict(solve(Question(("a", "b"), seats, worth, frozenset(first))).pairs)

    both = {("a", "m"): 9, ("b", "m"): 1}
    assert pairs(1, both) == {"a": "m"}
    assert pairs(1, both, "b") == {"b": "m"}
    assert pairs(1, {**both, ("a", "n"): -99}, "b") == {"b": "m", "a": "n"}
    assert pairs(2, {**both, ("a", "n"): 9}) == {"a": "n", "b": "m"}
    assert pairs(2, {**both, ("a", "n"): 8}) == {"a": "m", "b": "m"}


# --- real bids ---------------------------------------------------------------------------------


def _glasgow(folder: Path, year: int) -> Question:
    """Students' bids on projects, as bids on supervisors by the first project of each.

    Data: PrefLib 00038 (Kwanashie, Irving, Manlove, Sng 2014).
    """
    supervisor: dict[int, str] = {}
    seats = []
    lines = (folder / f"00038-0000000{year}.dat").read_text("utf-8").splitlines()[1:]
    for line in filter(str.strip, lines):
        name, places, projects = line.split(",")
        seats.append(Seat(name, int(places)))
        supervisor |= {int(project): name for project in projects.split()}
    worth: dict[tuple[str, str], int] = {}
    mentees: list[str] = []
    for line in (folder / f"00038-0000000{year}.soi").read_text("utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        count, _, ranked = line.partition(":")
        order = [int(each) for each in ranked.replace("{", "").replace("}", "").split(",")]
        mentors = list(dict.fromkeys(supervisor[each - 1] for each in order))
        for _ in range(int(count)):
            mentee = f"e{len(mentees):03}"
            mentees.append(mentee)
            worth |= {(mentee, mentor): -rank for rank, mentor in enumerate(mentors, 1)}
    return Question(tuple(mentees), tuple(seats), worth)


@pytest.mark.parametrize(("year", "ranks"), [(4, 41), (5, 33), (6, 49), (7, 86), (8, 72)])
def test_real_bids_of_five_years(shared: Path, year: int, ranks: int) -> None:
    question = _glasgow(shared / "data" / "preflib-00038", year)
    answer = solve(question)
    assert faults(question, answer) == []
    assert len(answer.pairs) == len(question.mentees)
    assert -sum(question.worth[pair] for pair in answer.pairs.items()) == ranks
    chance = random.Random(year)
    for _ in range(20):
        mentees, worth = list(question.mentees), list(question.worth.items())
        chance.shuffle(mentees)
        chance.shuffle(worth)
        assert solve(Question(tuple(mentees), question.seats, dict(worth))) == answer
