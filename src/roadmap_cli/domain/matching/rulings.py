"""What a school decided beforehand, against the rules: pins that cannot be, wishes told twice."""

from collections import Counter
from collections.abc import Iterator

from roadmap_cli.domain.dataset import Dataset
from roadmap_cli.domain.directory import Directory
from roadmap_cli.domain.matching.rules import Cohort


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
