"""The question: mentees, mentors with places, and what each possible pair is worth."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

# The codes of a mentee and of a mentor who might become a pair.
Candidate = tuple[str, str]


class Seat(NamedTuple):
    """A mentor's places: how many mentees there may be and how many there are already."""

    mentor: str
    places: int
    taken: int = 0


class Question(NamedTuple):
    """A cohort to match.

    `worth` holds every pair (mentee, mentor) that the hard rules allow, with its points: the
    more, the better. A pair that is not there is forbidden. Of equally many matched mentees
    those in `first` come before the others.
    """

    mentees: tuple[str, ...]
    seats: tuple[Seat, ...]
    worth: Mapping[Candidate, int]
    first: frozenset[str] = frozenset()


class Answer(NamedTuple):
    """The plan, and the prices that prove it the best possible.

    `pairs` gives each matched mentee a mentor. `mentee_prices` and `place_prices` are the dual
    values in the units of `Costs`: see `certificate.faults`.
    """

    pairs: Mapping[str, str]
    mentee_prices: Mapping[str, int]
    place_prices: Mapping[str, int]


class Costs(NamedTuple):
    """One whole number for the aims in their order: matched, who first, worth, even loads.

    A mentee left over costs more than all else together; one of those who come first still
    more, by what outweighs points and loads; a point more than any unevenness. The n-th mentee
    of a mentor costs 2n − 1, so the loads cost the sum of their squares.
    """

    left_over: int
    first: int
    point: int
    best: int

    def left(self, question: Question, mentee: str) -> int:
        """What it costs to leave a mentee over."""
        return self.left_over + (self.first if mentee in question.first else 0)

    def of(self, worth: int) -> int:
        """What a pair costs by its worth."""
        return (self.best - worth) * self.point

    @staticmethod
    def load(number: int) -> int:
        """What the `number`-th mentee of a mentor costs."""
        return 2 * number - 1


def costs_of(question: Question) -> Costs:
    """The weights of the aims for a cohort, each just above all that comes after it.

    Small weights keep the sums within the whole numbers of a machine, which a library needs.
    """
    people = len(question.mentees)
    most = max((min(seat.places, seat.taken + people) for seat in question.seats), default=0)
    deepest = Costs.load(max(most, 1))
    point = people * deepest + 1
    best = max(question.worth.values(), default=0)
    span = best - min(question.worth.values(), default=0)
    first = people * (span * point + deepest) + 1
    left_over = (len(question.first.intersection(question.mentees)) + 1) * first
    return Costs(left_over, first, point, best)


def ordered(question: Question) -> Question:
    """The same question in the order of codes, so that the answer depends on nothing else."""
    return question._replace(
        mentees=tuple(sorted(question.mentees)), seats=tuple(sorted(question.seats))
    )


def rows_of(question: Question, costs: Costs) -> list[list[tuple[int, int]]]:
    """For each mentee the mentors allowed, by position, with what the pair costs."""
    places = {seat.mentor: position for position, seat in enumerate(question.seats)}
    rows: dict[str, list[tuple[int, int]]] = {mentee: [] for mentee in question.mentees}
    for (mentee, mentor), worth in question.worth.items():
        if mentee in rows and mentor in places:
            rows[mentee].append((places[mentor], costs.of(worth)))
    return [sorted(rows[mentee]) for mentee in question.mentees]


def chosen(question: Question, assigned: Sequence[int | None]) -> dict[str, str]:
    """The pairs of an assignment of mentees to positions of mentors."""
    return {
        mentee: question.seats[seat].mentor
        for mentee, seat in zip(question.mentees, assigned, strict=True)
        if seat is not None
    }
