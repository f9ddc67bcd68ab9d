"""A plan under way, with the prices that show how good it is."""

from roadmap_cli.domain.matching.question import Answer, Costs, Question, rows_of

Rows = list[list[tuple[int, int]]]


class State:
    """An assignment under way with its prices; rows are mentees, seats are mentors.

    At every step no pair is cheaper than the prices of its two sides together, and a matched
    pair costs exactly as much.
    """

    def __init__(self, question: Question, costs: Costs) -> None:
        self.costs = costs
        self.rows: Rows = rows_of(question, costs)
        self.left = [costs.left(question, mentee) for mentee in question.mentees]
        self.places = [seat.places for seat in question.seats]
        self.taken = [seat.taken for seat in question.seats]
        self.load = list(self.taken)
        self.seat_of: list[int | None] = [None] * len(self.rows)
        self.members: list[set[int]] = [set() for _ in question.seats]
        self.row_price = [0] * len(self.rows)
        self.seat_price = [0] * len(question.seats)

    @classmethod
    def of(cls, question: Question, costs: Costs, answer: Answer) -> "State":
        """The state in which an answer was found."""
        state = cls(question, costs)
        seats = {seat.mentor: number for number, seat in enumerate(question.seats)}
        for row, mentee in enumerate(question.mentees):
            state.row_price[row] = answer.mentee_prices[mentee]
            if mentee in answer.pairs:
                state.move(row, seats[answer.pairs[mentee]])
        state.seat_price = [-answer.place_prices[seat.mentor] for seat in question.seats]
        return state

    def next_cost(self, seat: int) -> int | None:
        """What one more mentee costs this mentor beside the pair itself; None when all is full."""
        if self.load[seat] >= self.places[seat]:
            return None
        return self.costs.load(self.load[seat] + 1)

    def move(self, row: int, seat: int | None) -> None:
        """Give a mentee another mentor, or none."""
        old = self.seat_of[row]
        if old is not None:
            self.members[old].discard(row)
            self.load[old] -= 1
        self.seat_of[row] = seat
        if seat is not None:
            self.members[seat].add(row)
            self.load[seat] += 1
