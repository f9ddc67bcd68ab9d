"""What a school decided beforehand, applied to a cohort, and what is wrong with it."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from roadmap_cli.domain.matching.cohort import Cohort, Ruled
from roadmap_cli.domain.matching.question import Candidate
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.record import Pointer
from roadmap_cli.domain.pairs.rules import banned_words
from roadmap_cli.domain.registries.directory import Directory


def rulings_of(data: Dataset) -> tuple[Ruled, ...]:
    """The pins and bans of `data/matching.yaml`."""
    own = data.matching
    return tuple(
        Ruled((ruling.mentee, ruling.mentor), pinned, ruling.reason)
        for pinned, rulings in ((True, own.pins), (False, own.bans))
        for ruling in rulings
    )


def rulings_in_play(rulings: tuple[Ruled, ...], cohort: Cohort) -> tuple[Ruled, ...]:
    """Those about people who are to be matched; the others say nothing any more."""
    question = cohort.question
    mentors, waiting = {seat.mentor for seat in question.seats}, set(question.mentees)
    return tuple(
        ruling for ruling in rulings if ruling.pair[0] in waiting and ruling.pair[1] in mentors
    )


def apply_rulings(cohort: Cohort, rulings: tuple[Ruled, ...]) -> Cohort:
    """A cohort with pins settled and bans forbidden; all of them are in play there."""
    question = cohort.question
    settled = dict(ruling.pair for ruling in rulings if ruling.pinned)
    banned = {ruling.pair: ruling.reason for ruling in rulings if not ruling.pinned}
    forbidden = dict(cohort.forbidden)
    for pair in banned.keys() & cohort.reasons.keys():
        forbidden[pair] = banned_words(banned[pair])
    more = Counter(settled.values())
    seats = tuple(seat._replace(taken=seat.taken + more[seat.mentor]) for seat in question.seats)
    return cohort._replace(
        question=question._replace(
            mentees=tuple(mentee for mentee in question.mentees if mentee not in settled),
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


class Fault(NamedTuple):
    """What is wrong with a pin, a ban or a wish: its path in the file and a Russian phrase."""

    at: Pointer
    words: str


def ruling_faults(data: Dataset, cohort: Cohort) -> list[Fault]:
    """Why the rulings of `data/matching.yaml` cannot hold for a cohort; empty when they can.

    A pin of a mentee who has a pair by now says nothing any more.
    """
    waiting = {*cohort.question.mentees, *cohort.settled}
    names = Directory(data)
    repeated = Counter(pin.mentee for pin in data.matching.pins if pin.mentee in waiting)
    found = list(recorded_faults(data))
    for pin in data.matching.pins:
        if repeated[pin.mentee] > 1:
            name = names.person(pin.mentee)
            found.append(Fault(pin.at, f"{name}: наставник назначен заранее дважды"))
    return [*found, *_forbidden(data, cohort), *_overfull(data, cohort)]


def recorded_faults(data: Dataset) -> Iterator[Fault]:
    """What is wrong in the file whoever is to be matched: roles, repetitions."""
    names, own = Directory(data), data.matching
    roles = {
        "mentee": (data.mentees.codes, "в базе наставляемых нет"),
        "mentor": (data.mentors.codes, "в базе наставников нет"),
    }
    banned: set[Candidate] = set()
    for ruling in (*own.pins, *own.bans):
        for role, (known, said) in roles.items():
            code = getattr(ruling, role)
            if code not in known:
                yield Fault((*ruling.at, role), f"{names.name('people', code)}: {said}")
    for ban in own.bans:
        pair = (ban.mentee, ban.mentor)
        if pair in banned:
            yield Fault(ban.at, f"{names.together(pair)}: запрет указан дважды")
        banned.add(pair)
    wished: set[str] = set()
    for wish in own.wishes:
        if wish.person in wished:
            name = names.person(wish.person)
            yield Fault(wish.at, f"{name}: предпочтения записаны дважды")
        wished.add(wish.person)


def _forbidden(data: Dataset, cohort: Cohort) -> Iterator[Fault]:
    names = Directory(data)
    mentors = {seat.mentor for seat in cohort.question.seats}
    waiting = {*cohort.question.mentees, *cohort.settled}
    for pin in data.matching.pins:
        pair = (pin.mentee, pin.mentor)
        why = cohort.forbidden.get(pair)
        if pin.mentee in waiting and pin.mentor not in mentors:
            why = "наставник сейчас не участвует"
        if why is not None:
            yield Fault(pin.at, f"{names.together(pair)}: {why}")


def _overfull(data: Dataset, cohort: Cohort) -> Iterator[Fault]:
    names = Directory(data)
    last = {pin.mentor: pin for pin in data.matching.pins}
    for seat in cohort.question.seats:
        if seat.taken > seat.places:
            name = names.person(seat.mentor)
            said = f"{name}: назначено заранее наставляемых: {seat.taken}, мест: {seat.places}"
            yield Fault(last[seat.mentor].at, said)
