"""The same plan by SciPy where it is installed, for cohorts that take our own search minutes.

SciPy works in floating point and gives no prices; they are computed here in whole numbers from
its plan. A plan for which no prices exist is rejected.
"""

from collections import Counter
from typing import TYPE_CHECKING, Any

from roadmap_cli.domain.matching.state import State

if TYPE_CHECKING:
    import numpy as np

    Whole = np.ndarray[Any, np.dtype[np.int64]]

_MACHINE_WHOLE = 2**60
_FLOAT_WHOLE = 2**53
FORBIDDEN = 2**61
# Eight bytes each, and two tables of them at a time.
_MOST_CELLS = 100_000_000


def placed(state: State) -> bool:
    """Fill an empty state with a best plan and its prices.

    False, and the state is as it was, without SciPy, without a single allowed pair, when the
    numbers are too large to be exact or the table too large for the memory of a usual machine.
    """
    try:
        import scipy.optimize  # noqa: F401  # imported where it is used; here asked for
    except ImportError:
        return False
    most = max(state.left, default=0)
    columns = sum(_free_places(state)) + len(state.rows)
    within = most < _FLOAT_WHOLE and most * (len(state.rows) + len(state.places)) < _MACHINE_WHOLE
    if not any(state.rows) or not within or columns * len(state.rows) > _MOST_CELLS:
        return False
    costs = cost_table(state)
    return priced(state, costs, _assigned(state, costs))


def cost_table(state: State) -> "Whole":
    """What each pair costs, rows by seats; `FORBIDDEN` where it is not allowed."""
    import numpy as np

    costs = np.full((len(state.rows), len(state.places)), FORBIDDEN, dtype=np.int64)
    for number, row in enumerate(state.rows):
        if row:
            seats, worth = zip(*row, strict=True)
            costs[number, list(seats)] = worth
    return costs


def _free_places(state: State) -> list[int]:
    """How many more mentees a seat can take, at most as many as may have it."""
    wanted = Counter(seat for row in state.rows for seat, _ in row)
    return [
        min(max(places - taken, 0), wanted[seat])
        for seat, (places, taken) in enumerate(zip(state.places, state.taken, strict=True))
    ]


def _assigned(state: State, costs: "Whole") -> list[int | None]:
    """The seat of each row: a column for each free place, and one for each row to be left over."""
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    free = [
        (seat, state.costs.load(number))
        for seat, (taken, more) in enumerate(zip(state.taken, _free_places(state), strict=True))
        for number in range(taken + 1, taken + more + 1)
    ]
    seats = [seat for seat, _ in free]
    table = np.full((len(costs), len(free) + len(costs)), np.inf)
    allowed = costs[:, seats]
    table[:, : len(free)] = np.where(
        allowed < FORBIDDEN, allowed + np.array([load for _, load in free], dtype=np.int64), np.inf
    )
    table[np.arange(len(costs)), len(free) + np.arange(len(costs))] = state.left
    _, columns = linear_sum_assignment(table)
    return [seats[column] if column < len(free) else None for column in columns.tolist()]


def priced(state: State, costs: "Whole", seat_of: list[int | None]) -> bool:
    """Put the plan into the state with its prices; False when it is not the best.

    The prices of seats are the lengths of shortest paths by exchanges (Bellman and Ford); a
    circle of exchanges that saves something has no shortest path.
    """
    import numpy as np

    seats = len(state.places)
    members: list[list[int]] = [[] for _ in range(seats)]
    for row, seat in enumerate(seat_of):
        if seat is not None:
            members[seat].append(row)
    load = [taken + len(mentees) for taken, mentees in zip(state.taken, members, strict=True)]
    left = np.array(state.left, dtype=np.int64)
    price: Whole = np.array(
        [-state.costs.load(load[seat]) if members[seat] else 0 for seat in range(seats)],
        dtype=np.int64,
    )
    out = [row for row, seat in enumerate(seat_of) if seat is None]
    if out:
        price = np.minimum(price, (costs[out] - left[out, None]).min(axis=0))
    used = [seat for seat in range(seats) if members[seat]]
    exchange = np.array(
        [(costs[members[a]] - costs[members[a], a][:, None]).min(axis=0) for a in used],
        dtype=np.int64,
    ).reshape(len(used), seats)
    for _ in range(seats + 1):
        shorter = np.minimum(price, (price[used, None] + exchange).min(axis=0, initial=0))
        if (shorter == price).all():
            break
        price = shorter
    else:
        return False
    row_price = [
        state.left[row] if seat is None else int(costs[row, seat] - price[seat])
        for row, seat in enumerate(seat_of)
    ]
    seat_price: list[int] = price.tolist()
    free = all(
        load[seat] >= state.places[seat] or seat_price[seat] + state.costs.load(load[seat] + 1) >= 0
        for seat in range(seats)
    )
    if not free or any(price > most for price, most in zip(row_price, state.left, strict=True)):
        return False
    for row, seat in enumerate(seat_of):
        state.move(row, seat)
    state.row_price, state.seat_price = row_price, seat_price
    return True
