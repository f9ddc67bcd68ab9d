"""Of equally good plans the first by a stated rule, so that the answer depends on nothing else."""

from roadmap_cli.domain.matching.exchanges import Exchanges
from roadmap_cli.domain.matching.state import State


def settle_ties(state: State) -> None:
    """Give the mentees in order the first mentor who is theirs in some best plan.

    Only pairs that cost exactly their prices stand in best plans, and only exchanges along
    such pairs lead from one best plan to another.
    """
    tight = [
        [pair for pair in row if pair[1] == state.row_price[number] + state.seat_price[pair[0]]]
        for number, row in enumerate(state.rows)
    ]
    for row, pairs in enumerate(tight):
        for seat, _ in pairs:
            if state.seat_of[row] == seat:
                break
            exchanges = Exchanges(state, tight, seat, goal=row, fixed=row, most=0)
            moves = exchanges.moves(row)
            if moves is not None:
                for mentee, to in (*moves, (row, seat)):
                    state.move(mentee, to)
                break
