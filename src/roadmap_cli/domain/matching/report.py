"""A plan with its reasons: pairs, who is left over and why, unmet wishes and their price."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from roadmap_cli.domain.matching.problem import Answer, Pair, Question, costs_of
from roadmap_cli.domain.matching.rules import Cohort, Reason
from roadmap_cli.domain.matching.solve import solve

# Above this many mentees the price of a wish is bounded by the prices, not computed anew.
_EXACT = 60


class Proposed(NamedTuple):
    """A pair of the plan; `settled` when it was decided beforehand."""

    mentee: str
    mentor: str
    points: int
    reasons: tuple[Reason, ...]
    settled: bool


class LeftOver(NamedTuple):
    """A mentee without a mentor: those who compete for too few places, or nobody allowed."""

    mentee: str
    rivals: tuple[str, ...]
    mentors: tuple[str, ...]
    places: int
    barred: Mapping[str, str]


class Price(NamedTuple):
    """What another decision would cost all together: fewer matched, fewer points.

    `exact` is False for a bound: it would cost at least as much.
    """

    matched: int
    points: int
    exact: bool


class Unmet(NamedTuple):
    """A first choice that the plan does not give, and its price."""

    mentee: str
    mentor: str
    why: str | None
    price: Price | None


class Plan(NamedTuple):
    """The plan of a cohort and its certificate."""

    pairs: tuple[Proposed, ...]
    left_over: tuple[LeftOver, ...]
    unmet: tuple[Unmet, ...]
    blocking: tuple[Pair, ...]
    points: int
    answer: Answer


def proposed(cohort: Cohort, mentee: str, mentor: str, *, settled: bool) -> Proposed:
    """A pair with its reasons and their points together."""
    reasons = cohort.reasons.get((mentee, mentor), ())
    return Proposed(mentee, mentor, sum(reason.points for reason in reasons), reasons, settled)


def plan_of(cohort: Cohort) -> Plan:
    """The best plan for a cohort with what explains it."""
    answer = solve(cohort.question)
    everyone = {**cohort.settled, **answer.pairs}
    pairs = tuple(
        proposed(cohort, mentee, mentor, settled=mentee in cohort.settled)
        for mentee, mentor in sorted(everyone.items())
    )
    return Plan(
        pairs,
        tuple(_left_over(cohort, answer)),
        tuple(_unmet(cohort, answer)),
        tuple(_blocking(cohort, everyone)),
        sum(pair.points for pair in pairs),
        answer,
    )


def price_of(question: Question, answer: Answer, mentee: str, mentor: str) -> Price | None:
    """What it would cost all together to give a mentee this mentor; None when it cannot be."""
    if (mentee, mentor) not in question.worth:
        return None
    seats = tuple(
        seat._replace(taken=seat.taken + 1) if seat.mentor == mentor else seat
        for seat in question.seats
    )
    if any(seat.taken > seat.places for seat in seats):
        return None
    others = tuple(each for each in question.mentees if each != mentee)
    worth = {pair: points for pair, points in question.worth.items() if pair[0] != mentee}
    forced = solve(Question(others, seats, worth, question.first))
    pairs = {**forced.pairs, mentee: mentor}
    return _difference(question, dict(answer.pairs), pairs)


def rulings_price(free: Question, answer: Answer, kept: Mapping[str, str]) -> Price:
    """What pins and bans cost: the plan without them against the plan with them."""
    return _difference(free, dict(answer.pairs), dict(kept))


def _difference(question: Question, better: dict[str, str], worse: dict[str, str]) -> Price:
    points = [sum(question.worth.get(pair, 0) for pair in each.items()) for each in (better, worse)]
    return Price(len(better) - len(worse), points[0] - points[1], exact=True)


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
        barred = {m: why for (e, m), why in cohort.forbidden.items() if e == mentee}
        yield LeftOver(
            mentee,
            tuple(sorted(rivals - {mentee})),
            tuple(sorted(mentors)),
            sum(places[mentor] for mentor in mentors),
            barred if not mentors else {},
        )


def _unmet(cohort: Cohort, answer: Answer) -> Iterable[Unmet]:
    question = cohort.question
    exact = len(question.mentees) <= _EXACT
    for mentee in sorted(question.mentees):
        first = next(iter(cohort.wishes.get(mentee, ())), None)
        if first is None or answer.pairs.get(mentee) == first:
            continue
        why = cohort.forbidden.get((mentee, first))
        if (mentee, first) not in question.worth:
            yield Unmet(mentee, first, why or "наставник не участвует в подборе", None)
        elif exact:
            price = price_of(question, answer, mentee, first)
            yield Unmet(mentee, first, None if price else "все места наставника заняты", price)
        else:
            yield Unmet(mentee, first, None, _bound(question, answer, mentee, first))


def _bound(question: Question, answer: Answer, mentee: str, mentor: str) -> Price:
    """The price of a wish by the prices alone: at least so many points."""
    costs = costs_of(question)
    asked = answer.mentee_prices[mentee] - answer.place_prices[mentor]
    over = costs.of(question.worth[mentee, mentor]) - asked
    return Price(over // costs.left_over, over % costs.left_over // costs.point, exact=False)


def _blocking(cohort: Cohort, pairs: Mapping[str, str]) -> Iterable[Pair]:
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
        worst = [each for each in members.get(mentor, ()) if each not in cohort.settled]
        rather = any(
            each not in theirs or theirs.index(mentee) < theirs.index(each) for each in worst
        )
        if wants and (free.get(mentor, 0) > 0 or rather):
            yield mentee, mentor
