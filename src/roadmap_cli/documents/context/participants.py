"""Mentors and mentees as the registries print them: views over people, participation and pairs."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from roadmap_cli.documents.context.pairs import form_words, live_pairs
from roadmap_cli.documents.context.people import PersonWords, person_words
from roadmap_cli.documents.context.request import Request
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.participants import Mentee, Mentor


@dataclass(frozen=True)
class ParticipantWords:
    """A mentor or a mentee in a registry: the person, the participation and the partners."""

    person: PersonWords
    form: str
    variant: str
    asks: str
    interests: str
    achievements: str
    time: str
    joined: Any
    left: Any
    results: str
    partners: str


def mentors_words(data: Dataset, _request: Request) -> tuple[ParticipantWords, ...]:
    """The registry of mentors."""
    return tuple(
        _participant(
            data,
            mentor,
            mentor.competences,
            mentor.achievements,
            mentor.time,
            [
                mentee
                for pair in live_pairs(data)
                if pair.mentor == mentor.person
                for mentee in pair.mentees
            ],
        )
        for mentor in data.mentors.mentors
        if mentor.person not in data.people.forgotten
    )


def mentees_words(data: Dataset, _request: Request) -> tuple[ParticipantWords, ...]:
    """The registry of mentees."""
    return tuple(
        _participant(
            data,
            mentee,
            mentee.requests,
            None,
            None,
            [pair.mentor for pair in live_pairs(data) if mentee.person in pair.mentees],
        )
        for mentee in data.mentees.mentees
        if mentee.person not in data.people.forgotten
    )


def _participant(
    data: Dataset,
    who: Mentor | Mentee,
    asks: Iterable[str],
    achievements: str | None,
    time: str | None,
    partners: list[str],
) -> ParticipantWords:
    find = data.people.find
    names = [person.full_name for partner in partners if (person := find(partner))]
    return ParticipantWords(
        person=person_words(find(who.person), who.person),
        form=form_words(who.form),
        variant=who.variant or "",
        asks="; ".join(asks),
        interests="; ".join(who.interests),
        achievements=achievements or "",
        time=time or "",
        joined=who.joined or "",
        left=who.left or "",
        results=who.results or "",
        partners=", ".join(names),
    )
