"""Proof that a plan is the best possible, checked from the question and the prices alone."""

from roadmap_cli.domain.matching.question import Answer, Question, costs_of


def total_cost(question: Question, pairs: dict[str, str]) -> int:
    """What a plan costs in the units of `Costs`: the smaller, the better."""
    costs = costs_of(question)
    loads = {seat.mentor: seat.taken for seat in question.seats}
    total = sum(costs.left(question, mentee) for mentee in question.mentees if mentee not in pairs)
    for pair in pairs.items():
        loads[pair[1]] += 1
        total += costs.of(question.worth[pair]) + costs.load(loads[pair[1]])
    return total


def bound(question: Question, answer: Answer) -> int:
    """A number below which no plan can cost, by the answer's prices (weak duality)."""
    costs = costs_of(question)
    total = sum(answer.mentee_prices[mentee] for mentee in question.mentees)
    for seat in question.seats:
        price = answer.place_prices[seat.mentor]
        rows = range(seat.taken + 1, seat.places + 1)
        total -= sum(max(price - costs.load(number), 0) for number in rows)
    return total


def faults(question: Question, answer: Answer) -> list[str]:
    """What is wrong with an answer; nothing when it is allowed and proven the best.

    A plan is allowed when every pair is and no mentor has more than there are places. Prices
    prove it when no pair costs less than they ask for, and the bound equals the plan's cost.
    """
    costs = costs_of(question)
    found = [
        f"{pair} is not allowed" for pair in answer.pairs.items() if pair not in question.worth
    ]
    for seat in question.seats:
        load = seat.taken + sum(mentor == seat.mentor for mentor in answer.pairs.values())
        if load > max(seat.places, seat.taken):
            found.append(f"{seat.mentor} has {load} of {seat.places}")
    for (mentee, mentor), worth in question.worth.items():
        asked = answer.mentee_prices.get(mentee), answer.place_prices.get(mentor)
        if None not in asked and asked[0] - asked[1] > costs.of(worth):  # type: ignore[operator]  # told apart above
            found.append(f"{mentee} and {mentor} would be cheaper than their prices")
    found += [
        f"{mentee} asks for more than being left over costs"
        for mentee, price in answer.mentee_prices.items()
        if price > costs.left(question, mentee)
    ]
    if not found and total_cost(question, dict(answer.pairs)) != bound(question, answer):
        found.append("the plan costs more than the bound")
    return found
