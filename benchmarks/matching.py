"""Matching 300 mentees with 120 mentors and more: seconds, and as ratios to the smallest.

With `--dense` everybody is allowed with everybody at every size; the largest takes minutes.
"""

import random
import sys
import time

from roadmap_cli.domain.matching.certificate import faults
from roadmap_cli.domain.matching.problem import Question, Seat
from roadmap_cli.domain.matching.solve import solve

SIZES = ((100, 40), (300, 120), (1000, 350), (3000, 1000))
CHOICES = 40


def cohort(mentees: int, mentors: int, *, dense: bool) -> Question:
    """Everybody is allowed with everybody when `dense` or up to 300 mentees, else with some."""
    chance = random.Random(mentees)
    seats = tuple(Seat(f"m{n:04}", 3) for n in range(mentors))
    worth = {}
    for number in range(mentees):
        whom = range(mentors) if dense or mentees <= 300 else chance.sample(range(mentors), CHOICES)
        for mentor in whom:
            worth[f"e{number:04}", f"m{mentor:04}"] = chance.randint(0, 100)
    return Question(tuple(f"e{n:04}" for n in range(mentees)), seats, worth)


def main() -> None:
    """Print a line for each size."""
    first = None
    for mentees, mentors in SIZES:
        question = cohort(mentees, mentors, dense="--dense" in sys.argv)
        start = time.perf_counter()
        answer = solve(question)
        seconds = time.perf_counter() - start
        first = first or seconds
        proof = "proven" if not faults(question, answer) else "NOT PROVEN"
        pairs = len(question.worth)
        print(
            f"{mentees:5} × {mentors:4}  {pairs:7} pairs  {seconds:6.2f} s"
            f"  ratio {seconds / first:6.1f}  {proof}"
        )


if __name__ == "__main__":
    main()
