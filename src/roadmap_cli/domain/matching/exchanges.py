"""Chains of exchanges that lead from a best plan to others: who gives way to whom, at what cost.

They are the shortest paths of the residual network (Ahuja, Magnanti, Orlin, Network Flows,
1993, ch. 9); the prices keep every step at zero or above. Its nodes are numbered: first the
seats, then the rows, then one for all that is left over, people and places.
"""

import heapq
import math
from collections.abc import Iterator

from roadmap_cli.domain.matching.state import Rows, State

Moves = list[tuple[int, int | None]]


class Exchanges:
    """The cheapest chains of exchanges that begin with one more mentee for a seat."""

    def __init__(
        self,
        state: State,
        rows: Rows,
        seat: int,
        *,
        goal: int | None = None,
        fixed: int = 0,
        most: float = math.inf,
    ) -> None:
        """`rows` are the pairs that exchanges may use; rows below `fixed` stay put.

        No chain costs more than `most` in prices. With a `goal`, a row, no other is looked for.
        """
        self._state, self._rows, self._fixed = state, rows, fixed
        self._seats = len(state.places)
        self._sink = self._seats + len(rows)
        self._came_from = {seat: seat}
        self._find(seat, None if goal is None else self._seats + goal, most)

    def moves(self, row: int) -> Moves | None:
        """Who goes where so that this row leaves its seat to the others; None when nothing does."""
        node = self._seats + row
        if node not in self._came_from:
            return None
        found: Moves = []
        while (before := self._came_from[node]) != node:
            if self._seats <= before < self._sink:
                found.append((before - self._seats, None if node == self._sink else node))
            node = before
        return found

    def _find(self, seat: int, goal: int | None, most: float) -> None:
        known, heap, done = {seat: 0}, [(0, seat)], set()
        while heap:
            distance, node = heapq.heappop(heap)
            if node == goal:
                return
            if node in done:
                continue
            done.add(node)
            for following, cost in self._steps(node):
                far = distance + cost
                if far <= most and far < known.get(following, far + 1):
                    known[following] = far
                    self._came_from[following] = node
                    heapq.heappush(heap, (far, following))

    def _steps(self, node: int) -> Iterator[tuple[int, int]]:
        if node < self._seats:
            return self._from_seat(node)
        return self._from_sink() if node == self._sink else self._from_row(node - self._seats)

    def _from_seat(self, seat: int) -> Iterator[tuple[int, int]]:
        """Somebody who is there goes, or a free place is taken."""
        state = self._state
        yield from (
            (self._seats + member, 0) for member in state.members[seat] if member >= self._fixed
        )
        cost = state.next_cost(seat)
        if cost is not None:
            yield self._sink, cost + state.seat_price[seat]

    def _from_row(self, row: int) -> Iterator[tuple[int, int]]:
        """A mentee goes to another mentor, or is left over."""
        state = self._state
        price, prices, own = state.row_price[row], state.seat_price, state.seat_of[row]
        for seat, cost in self._rows[row]:
            if seat != own:
                yield seat, cost - price - prices[seat]
        yield self._sink, state.left[row] - price

    def _from_sink(self) -> Iterator[tuple[int, int]]:
        """Edges out of the sink: a mentor gives a place back, or an unmatched mentee enters."""
        state = self._state
        for seat, load in enumerate(state.load):
            if load > state.taken[seat]:
                yield seat, -state.costs.load(load) - state.seat_price[seat]
        for row, seat_of in enumerate(state.seat_of):
            if seat_of is None and row >= self._fixed:
                yield self._seats + row, 0
