"""Of equally good plans the first by a stated rule, so that the answer depends on nothing else."""

from collections import deque
from collections.abc import Iterator
from itertools import pairwise
from typing import Protocol

from roadmap_cli.domain.matching.problem import Costs

_SINK = -1


class Assigned(Protocol):
    """An optimal assignment with its prices."""

    costs: Costs
    rows: list[list[tuple[int, int]]]
    left: list[int]
    places: list[int]
    taken: list[int]
    load: list[int]
    seat_of: list[int | None]
    members: list[set[int]]
    row_price: list[int]
    seat_price: list[int]

    def next_cost(self, seat: int) -> int | None:
        """What one more mentee costs a mentor."""

    def move(self, row: int, seat: int | None) -> None:
        """Give a mentee another mentor."""


def settle_ties(state: Assigned) -> None:
    """Give the mentees in order the first mentor who is theirs in some best plan.

    Only pairs that cost exactly their prices stand in best plans, and only exchanges along
    such pairs lead from one best plan to another.
    """
    tight = [
        [seat for seat, cost in row if cost == state.row_price[number] + state.seat_price[seat]]
        for number, row in enumerate(state.rows)
    ]
    for row, seats in enumerate(tight):
        for seat in seats:
            if state.seat_of[row] == seat or _exchanged(state, tight, row, seat):
                break


def _exchanged(state: Assigned, tight: list[list[int]], row: int, seat: int) -> bool:
    """Move a mentee to a seat if others can make room at no cost; mentees above stay put."""
    came_from: dict[tuple[str, int], tuple[str, int]] = {}
    start, goal = ("seat", seat), ("row", row)
    waiting = deque([start])
    came_from[start] = start
    while waiting and goal not in came_from:
        node = waiting.popleft()
        for following in _steps(state, tight, node, row):
            if following not in came_from:
                came_from[following] = node
                waiting.append(following)
    if goal not in came_from:
        return False
    path = [goal]
    while path[-1] != start:
        path.append(came_from[path[-1]])
    path.reverse()
    for (kind, number), (next_kind, target) in pairwise(path):
        if kind == "row" and next_kind == "seat":
            state.move(number, target)
        elif kind == "row" and next_kind == "sink":
            state.move(number, None)
    state.move(row, seat)
    return True


def _steps(
    state: Assigned, tight: list[list[int]], node: tuple[str, int], row: int
) -> Iterator[tuple[str, int]]:
    """Where a best plan can give way: from a seat to those in it, from a mentee elsewhere."""
    kind, number = node
    if kind == "seat":
        yield from (("row", each) for each in state.members[number] if each >= row)
        cost = state.next_cost(number)
        if cost is not None and cost + state.seat_price[number] == 0:
            yield "sink", _SINK
    elif kind == "row":
        yield from (("seat", each) for each in tight[number] if each != state.seat_of[number])
        if state.row_price[number] == state.left[number]:
            yield "sink", _SINK
    else:
        for seat, load in enumerate(state.load):
            if load > state.taken[seat] and state.costs.load(load) + state.seat_price[seat] == 0:
                yield "seat", seat
        for each, seat_of in enumerate(state.seat_of):
            if seat_of is None and each >= row:
                yield "row", each
