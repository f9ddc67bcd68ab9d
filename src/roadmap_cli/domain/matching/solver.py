"""The best plan for a cohort, exactly: shortest augmenting paths with prices.

The method is that of Kuhn and Munkres in the form of Jonker and Volgenant (Computing 38, 1987),
for mentors with several places whose costs grow with the load; the prices are the dual values.
"""

import heapq

from roadmap_cli.domain.matching import scipy_solver
from roadmap_cli.domain.matching.question import Answer, Question, chosen, costs_of, ordered
from roadmap_cli.domain.matching.state import State
from roadmap_cli.domain.matching.ties import settle_ties

# Allowed pairs times mentors: from one to four seconds of our own search.
LARGE = 100_000_000


def solve(question: Question, *, large: int = LARGE) -> Answer:
    """The plan with most mentees matched, most who come first, most points, most even loads.

    Of equal plans the one is taken in which the mentees, in the order of their codes, get in
    turn the mentor who comes first by code. From the size `large` on SciPy finds the plan when
    it is installed; the pairs are the same, the prices may be others that prove it as well.
    """
    question = ordered(question)
    state = State(question, costs_of(question))
    size = len(question.worth) * len(question.seats)
    if size < large or not scipy_solver.placed(state):
        for row in range(len(question.mentees)):
            _augment(state, row)
    settle_ties(state)
    mentees, mentors = question.mentees, [seat.mentor for seat in question.seats]
    return Answer(
        chosen(question, state.seat_of),
        dict(zip(mentees, state.row_price, strict=True)),
        dict(zip(mentors, (-price for price in state.seat_price), strict=True)),
    )


def _augment(state: State, source: int) -> None:
    """Match one more mentee along the cheapest path, which may leave another one unmatched."""
    search = _Search(state, source)
    while search.heap:
        distance, seat = heapq.heappop(search.heap)
        if distance > search.distance.get(seat, distance):
            continue
        if distance >= search.end_distance:
            break
        search.settled.append(seat)
        search.try_to_end_at(seat, distance)
        for row in state.members[seat]:
            search.reach(row, distance)
    search.finish()


class _Search:
    """Dijkstra's search over seats; distances are in prices, so no step is negative."""

    def __init__(self, state: State, source: int) -> None:
        self.state = state
        self.source = source
        self.distance: dict[int, int] = {}
        self.came_from: dict[int, int] = {}
        self.heap: list[tuple[int, int]] = []
        self.settled: list[int] = []
        self.reached: list[tuple[int, int]] = []
        self.end_distance = state.left[source]
        self.end_row: int | None = source
        self.end_seat: int | None = None
        self.reach(source, 0)

    def reach(self, row: int, distance: int) -> None:
        """A mentee who may move elsewhere, or be left over."""
        state, price = self.state, self.state.row_price[row]
        self.reached.append((row, distance))
        end = distance - price + state.left[row]
        if row != self.source and end < self.end_distance:
            self.end_distance, self.end_row, self.end_seat = end, row, None
        known, prices, limit = self.distance, state.seat_price, self.end_distance
        for seat, cost in state.rows[row]:
            reduced = distance + cost - price - prices[seat]
            if reduced < limit and reduced < known.get(seat, limit):
                known[seat] = reduced
                self.came_from[seat] = row
                heapq.heappush(self.heap, (reduced, seat))

    def try_to_end_at(self, seat: int, distance: int) -> None:
        """The path may end at a free place."""
        cost = self.state.next_cost(seat)
        if cost is None:
            return
        end = distance + self.state.seat_price[seat] + cost
        if end < self.end_distance:
            self.end_distance, self.end_row, self.end_seat = end, None, seat

    def finish(self) -> None:
        """Raise the prices along the way and move everybody on the path."""
        state, end = self.state, self.end_distance
        for row, distance in self.reached:
            if distance < end or row == self.source:
                state.row_price[row] += end - distance
        for seat in self.settled:
            if self.distance[seat] < end:
                state.seat_price[seat] -= end - self.distance[seat]
        target: int | None = self.end_seat
        if self.end_row is not None:
            target = state.seat_of[self.end_row]
            state.move(self.end_row, None)
            if self.end_row == self.source:
                return
        while target is not None:
            row = self.came_from[target]
            before = state.seat_of[row]
            state.move(row, target)
            if row == self.source:
                return
            target = before
