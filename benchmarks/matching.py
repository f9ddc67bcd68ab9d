"""Matching 300 mentees with 120 mentors and more: seconds, and as ratios to the smallest.

Our own search against SciPy, which takes over from the size `LARGE` on. With `--dense` everybody
is allowed with everybody at every size; the largest takes our own search minutes.
"""

import random
import sys
import time

from roadmap_cli.domain.matching.certificate import faults
from roadmap_cli.domain.matching.question import Question, Seat
from roadmap_cli.domain.matching.solver import LARGE, solve

SIZES = ((100, 40), (300, 120), (1000, 350), (3000, 1000))
CHOICES = 40
NEVER, ALWAYS = sys.maxsize, 0


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
    solve(cohort(1, 1, dense=True), large=ALWAYS)  # the library's import is not what is measured
    first = None
    for mentees, mentors in SIZES:
        question = cohort(mentees, mentors, dense="--dense" in sys.argv)
        seconds, answers = [], []
        for large in (NEVER, ALWAYS):
            start = time.perf_counter()
            answers.append(solve(question, large=large))
            seconds.append(time.perf_counter() - start)
        own, library = seconds
        first = first or own
        proven = not any(faults(question, answer) for answer in answers)
        pairs = len(question.worth)
        print(
            f"{mentees:5} × {mentors:4}  {pairs:7} pairs  own {own:6.2f} s"
            f"  ratio {own / first:6.1f}  library {library / own:5.2f} of it"
            f"  {'taken' if pairs * mentors >= LARGE else 'not taken'}"
            f"  {'same pairs' if answers[0].pairs == answers[1].pairs else 'OTHER PAIRS'}"
            f"  {'proven' if proven else 'NOT PROVEN'}"
        )


if __name__ == "__main__":
    main()
