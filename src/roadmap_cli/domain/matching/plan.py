"""A plan with its reasons: pairs, who is left over and why, unmet wishes and their price."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property

from roadmap_cli.domain.matching.cohort import Cohort, Ruled
from roadmap_cli.domain.matching.explanation import LeftOver, Proposed, RulingPrice, Unmet
from roadmap_cli.domain.matching.prices import Price, Prices, difference
from roadmap_cli.domain.matching.question import Answer, Candidate
from roadmap_cli.domain.matching.rules import cohort_of
from roadmap_cli.domain.matching.rulings import (
    apply_rulings,
    ruling_faults,
    rulings_in_play,
    rulings_of,
)
from roadmap_cli.domain.matching.solver import solve
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.errors import RequestInvalidError


class MatchingPlan:
    """The plan of a cohort and its certificate; what explains it is found when it is asked for."""

    def __init__(self, free: Cohort, rulings: tuple[Ruled, ...], cohort: Cohort) -> None:
        """`cohort` is the `free` one under the `rulings`."""
        self._free, self.rulings, self.cohort = free, rulings, cohort
        self.answer = solve(self.cohort.question)
        settled = self.cohort.settled
        self._everyone = {**settled, **self.answer.pairs}
        self.pairs = tuple(
            propose_pair(
                self.cohort, mentee, mentor, "назначено заранее" if mentee in settled else None
            )
            for mentee, mentor in sorted(self._everyone.items())
        )
        self.points = sum(pair.points for pair in self.pairs)

    @cached_property
    def prices(self) -> Prices:
        """The prices of single pairs."""
        return Prices(self.cohort.question, self.answer)

    @cached_property
    def left_over(self) -> tuple[LeftOver, ...]:
        """The mentees without a mentor, and why."""
        return tuple(_left_over(self.cohort, self.answer))

    @cached_property
    def unmet(self) -> tuple[Unmet, ...]:
        """The first wishes that are not met, and what they would cost."""
        return tuple(_unmet(self.cohort, self.answer, self.prices))

    @cached_property
    def blocking(self) -> tuple[Candidate, ...]:
        """Those who would both rather be together."""
        return tuple(_blocking(self.cohort, self._everyone))

    @cached_property
    def ruling_prices(self) -> tuple[RulingPrice, ...]:
        """Every pin and ban with its own price."""
        return tuple(self.priced(ruling) for ruling in self.rulings)

    @cached_property
    def rulings_price(self) -> Price | None:
        """The price of all pins and bans together; None without any."""
        return self._better(()) if self.rulings else None

    def priced(self, ruling: Ruled) -> RulingPrice:
        """A pin or a ban with its own price."""
        others = tuple(one for one in self.rulings if one is not ruling)
        return RulingPrice(ruling, self._better(others))

    def _better(self, kept: tuple[Ruled, ...]) -> Price:
        """How much better the plan under these pins and bans alone would be."""
        cohort = apply_rulings(self._free, kept)
        better = {**cohort.settled, **solve(cohort.question).pairs}
        question = self._free.question
        return difference(question.worth, question.first, better, self._everyone)


def propose_pair(cohort: Cohort, mentee: str, mentor: str, said: str | None) -> Proposed:
    """A pair with its reasons and their points together."""
    reasons = cohort.reasons.get((mentee, mentor), ())
    return Proposed(mentee, mentor, sum(reason.points for reason in reasons), reasons, said)


def make_plan(data: Dataset, day: date) -> MatchingPlan:
    """The best plan for those without a mentor on `day`, with what explains it.

    Raises RequestInvalidError when what was decided beforehand cannot be.
    """
    free = cohort_of(data, day)
    rulings = rulings_in_play(rulings_of(data), free)
    cohort = apply_rulings(free, rulings)
    if faults := ruling_faults(data, cohort):
        hint = "Исправьте pins, bans и wishes в data/matching.yaml."
        raise RequestInvalidError(
            f"назначенное заранее невозможно: {'; '.join(fault.words for fault in faults)}",
            hint=hint,
        )
    return MatchingPlan(free, rulings, cohort)


def _left_over(cohort: Cohort, answer: Answer) -> Iterable[LeftOver]:
    """For each mentee left over the closed circle of rivals and full mentors (Hall)."""
    question = cohort.question
    allowed: dict[str, list[str]] = {mentee: [] for mentee in question.mentees}
    for mentee, mentor in question.worth:
        allowed[mentee].append(mentor)
    places = {seat.mentor: seat.places - seat.taken for seat in question.seats}
    members: dict[str, list[str]] = {seat.mentor: [] for seat in question.seats}
    for mentee, mentor in answer.pairs.items():
        members[mentor].append(mentee)
    for mentee in sorted(set(question.mentees) - set(answer.pairs)):
        rivals, mentors = {mentee}, set()
        waiting = [mentee]
        while waiting:
            for mentor in allowed[waiting.pop()]:
                if mentor not in mentors:
                    mentors.add(mentor)
                    new = set(members[mentor]) - rivals
                    rivals |= new
                    waiting += new
        barred = (
            {} if mentors else {m: why for (e, m), why in cohort.forbidden.items() if e == mentee}
        )
        yield LeftOver(
            mentee,
            tuple(sorted(rivals - {mentee})),
            tuple(sorted(mentors)),
            sum(places[mentor] for mentor in mentors),
            barred,
        )


def _unmet(cohort: Cohort, answer: Answer, prices: Prices) -> Iterable[Unmet]:
    question = cohort.question
    for mentee in sorted(question.mentees):
        first = next(iter(cohort.wishes.get(mentee, ())), None)
        if first is None or answer.pairs.get(mentee) == first:
            continue
        why = cohort.forbidden.get((mentee, first))
        if (mentee, first) not in question.worth:
            yield Unmet(mentee, first, why or "наставник не участвует в подборе", None)
        else:
            price = prices.of(mentee, first)
            yield Unmet(mentee, first, None if price else "все места наставника заняты", price)


def _blocking(cohort: Cohort, pairs: Mapping[str, str]) -> Iterable[Candidate]:
    """Pairs who chose each other and both rather than what the plan gives them."""
    free = {seat.mentor: seat.places - seat.taken for seat in cohort.question.seats}
    members: dict[str, list[str]] = {}
    for mentee, mentor in pairs.items():
        members.setdefault(mentor, []).append(mentee)
        if mentee not in cohort.settled:
            free[mentor] = free.get(mentor, 0) - 1
    for mentee, mentor in cohort.question.worth:
        own, theirs = cohort.wishes.get(mentee, ()), cohort.wishes.get(mentor, ())
        if mentor not in own or mentee not in theirs or pairs.get(mentee) == mentor:
            continue
        now = pairs.get(mentee)
        wants = now is None or now not in own or own.index(mentor) < own.index(now)
        worst = [member for member in members.get(mentor, ()) if member not in cohort.settled]
        rather = any(
            rival not in theirs or theirs.index(mentee) < theirs.index(rival) for rival in worst
        )
        if wants and (free.get(mentor, 0) > 0 or rather):
            yield mentee, mentor
