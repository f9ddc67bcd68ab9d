"""What a school decided beforehand: pins and bans, applied to a cohort, and what is wrong there."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from roadmap_cli.domain.dataset import Dataset
from roadmap_cli.domain.directory import Directory
from roadmap_cli.domain.matching.problem import Pair
from roadmap_cli.domain.matching.rules import Cohort


class Decree(NamedTuple):
    """A pair that must be (`pinned`) or must not be, and why."""

    pair: Pair
    pinned: bool
    reason: str | None


def decrees_of(data: Dataset) -> tuple[Decree, ...]:
    """The pins and bans of `data/matching.yaml`."""
    own = data.matching
    return tuple(
        Decree((each.mentee, each.mentor), pinned, each.reason)
        for pinned, rulings in ((True, own.pins), (False, own.bans))
        for each in rulings
    )


def in_play(decrees: tuple[Decree, ...], cohort: Cohort) -> tuple[Decree, ...]:
    """Those about people who are to be matched; the others say nothing any more."""
    question = cohort.question
    mentors, waiting = {seat.mentor for seat in question.seats}, set(question.mentees)
    return tuple(each for each in decrees if each.pair[0] in waiting and each.pair[1] in mentors)


def ruled(cohort: Cohort, decrees: tuple[Decree, ...]) -> Cohort:
    """A cohort with pins settled and bans forbidden; all of them are in play there."""
    question = cohort.question
    settled = dict(each.pair for each in decrees if each.pinned)
    banned = {each.pair: each.reason for each in decrees if not each.pinned}
    forbidden = dict(cohort.forbidden)
    for pair in banned.keys() & cohort.reasons.keys():
        forbidden[pair] = ": ".join(filter(None, ("пара запрещена", banned[pair])))
    more = Counter(settled.values())
    seats = tuple(
        seat._replace(
            taken=seat.taken + more[seat.mentor],
            places=max(seat.places, seat.taken + more[seat.mentor]),
        )
        for seat in question.seats
    )
    return cohort._replace(
        question=question._replace(
            mentees=tuple(each for each in question.mentees if each not in settled),
            seats=seats,
            worth={
                pair: points
                for pair, points in question.worth.items()
                if pair not in banned and pair[0] not in settled
            },
            first=question.first - settled.keys(),
        ),
        reasons={pair: why for pair, why in cohort.reasons.items() if pair not in banned},
        forbidden=forbidden,
        settled=settled,
    )


def ruling_faults(data: Dataset, cohort: Cohort) -> list[str]:
    """Why the pins of `data/matching.yaml` cannot hold, in Russian; empty when they can.

    A pin of a mentee who has a pair by now says nothing any more.
    """
    return [*_told_twice(data), *_forbidden(data, cohort), *_overfull(data, cohort)]


def _told_twice(data: Dataset) -> Iterator[str]:
    names, own = Directory(data), data.matching
    for codes, said in (
        ([each.mentee for each in own.pins], "решено дважды, кто наставник"),
        ([each.person for each in own.wishes], "предпочтения записаны дважды"),
    ):
        for code, count in Counter(codes).items():
            if count > 1:
                yield f"{names.name('people', code)}: {said}"


def _forbidden(data: Dataset, cohort: Cohort) -> Iterator[str]:
    names = Directory(data)
    mentors = {seat.mentor for seat in cohort.question.seats}
    waiting = {*cohort.question.mentees, *cohort.settled}
    for pin in data.matching.pins:
        pair = (pin.mentee, pin.mentor)
        why = cohort.forbidden.get(pair)
        if pin.mentee in waiting and pin.mentor not in mentors:
            why = "такого наставника сейчас нет"
        if why is not None:
            yield f"{names.together(pair)}: {why}"


def _overfull(data: Dataset, cohort: Cohort) -> Iterator[str]:
    names = Directory(data)
    places = {each.person: each.capacity or 1 for each in data.mentors.mentors}
    pinned = set(cohort.settled.values())
    for seat in cohort.question.seats:
        if seat.mentor in pinned and seat.taken > places[seat.mentor]:
            name = names.name("people", seat.mentor)
            yield f"{name}: решено наставляемых {seat.taken}, а мест {places[seat.mentor]}"
