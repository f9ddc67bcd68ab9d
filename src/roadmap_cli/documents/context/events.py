"""An event of the programme in the words of templates: when, where, who answers, what happens."""

from dataclasses import dataclass
from typing import Any

from roadmap_cli.documents.context.people import PersonWords, person_words
from roadmap_cli.documents.context.request import Request
from roadmap_cli.documents.template.blanks import date_or_blank, or_blank
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.events import Event, EventKind
from roadmap_cli.domain.papers.catalog import BY_CODE


@dataclass(frozen=True)
class ProgrammeWords:
    """A point of an event's programme."""

    time: str
    content: str
    responsible: Any


@dataclass(frozen=True)
class EventWords:
    """The event that a document is about; what nobody has entered is a blank.

    `title` is its own name or that of its kind; `programme` is empty where none is entered.
    """

    title: str
    date: Any
    time: str
    place: str
    format: str
    responsible: PersonWords
    secretary: PersonWords
    programme: tuple[ProgrammeWords, ...]


def event_words(data: Dataset, request: Request) -> EventWords:
    """The event that is named, else the one of the document's kind that the day points at."""
    kind = _kind(request)
    event = meant_event(data, request)
    label = (event.kind if event else kind or EventKind.OTHER).title
    find, own = data.people.find, data.organization
    coordinator = own.coordinator if own else None
    return EventWords(
        title=event.title or label if event else label,
        date=date_or_blank(event.held_on if event else None, f"{label}: дата"),
        time=or_blank(event.time if event else None, f"{label}: время", 8),
        place=or_blank(event.place if event else None, f"{label}: место", 24),
        format=or_blank(event.format if event else None, f"{label}: форма проведения", 20),
        responsible=person_words(
            find(event.responsible if event and event.responsible else coordinator),
            f"{label}: ответственный",
        ),
        secretary=person_words(find(event.secretary if event else None), f"{label}: секретарь"),
        programme=tuple(
            ProgrammeWords(
                point.time or "",
                point.content,
                person_words(find(point.responsible), "ответственный").initials
                if point.responsible
                else "",
            )
            for point in (event.programme if event else ())
        ),
    )


def meant_event(data: Dataset, request: Request) -> Event | None:
    """The event that is named, else the one of the document's kind that the day points at.

    A protocol is of the last one held, anything else of the first that is still to come.
    """
    named = [event for event in data.events.events if event.id == request.subject]
    kind = _kind(request)
    if named or kind is None:
        return named[0] if named else None
    day = request.day or request.today
    own = data.events.of_kind(kind)
    if request.kind.startswith("protocol."):
        held = [event for event in own if event.held_on is not None and event.held_on <= day]
        return held[-1] if held else None
    ahead = [event for event in own if event.held_on is None or event.held_on >= day]
    return ahead[0] if ahead else own[-1] if own else None


def _kind(request: Request) -> EventKind | None:
    return BY_CODE[request.kind].event if request.kind in BY_CODE else None
