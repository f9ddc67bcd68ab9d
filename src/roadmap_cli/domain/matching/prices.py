"""What another decision would cost: found by going on from the best plan, not from nothing."""

from collections.abc import Mapping
from typing import NamedTuple

from roadmap_cli.domain.matching.exchanges import Exchanges
from roadmap_cli.domain.matching.question import (
    Answer,
    Candidate,
    Question,
    chosen,
    costs_of,
    ordered,
)
from roadmap_cli.domain.matching.state import State


class Price(NamedTuple):
    """How much better one plan is than another, by the aims in their order.

    `matched` are mentees with a mentor, `first` those of them who have lost one, `points` the
    sum of points; a later figure may be negative when an earlier one is not zero.
    """

    matched: int
    first: int
    points: int


def difference(
    worth: Mapping[Candidate, int],
    first: frozenset[str],
    better: Mapping[str, str],
    worse: Mapping[str, str],
) -> Price:
    """The price between two plans whose pairs all have their `worth`."""
    sums = [
        (len(plan), len(first & plan.keys()), sum(worth[pair] for pair in plan.items()))
        for plan in (better, worse)
    ]
    return Price(*(ours - theirs for ours, theirs in zip(*sums, strict=True)))


class Prices:
    """What every single pair would cost; nothing for a pair that a best plan gives."""

    def __init__(self, question: Question, answer: Answer) -> None:
        self._question = ordered(question)
        self._answer = answer
        self._state = State.of(self._question, costs_of(self._question), answer)
        self._exchanges: dict[int, Exchanges] = {}
        self._rows = {mentee: row for row, mentee in enumerate(self._question.mentees)}
        self._seats = {seat.mentor: number for number, seat in enumerate(self._question.seats)}

    def of(self, mentee: str, mentor: str) -> Price | None:
        """What it would cost all together to give a mentee this mentor; None when it cannot be.

        The best plan with the pair differs from the best one by one chain of exchanges.
        """
        question, pair = self._question, (mentee, mentor)
        if pair not in question.worth or mentee not in self._rows:
            return None
        seat = self._seats[mentor]
        if seat not in self._exchanges:
            self._exchanges[seat] = Exchanges(self._state, self._state.rows, seat)
        moves = self._exchanges[seat].moves(self._rows[mentee])
        if moves is None:
            return None
        seat_of = list(self._state.seat_of)
        for row, to in (*moves, (self._rows[mentee], seat)):
            seat_of[row] = to
        pairs = chosen(question, seat_of)
        return difference(question.worth, question.first, self._answer.pairs, pairs)
