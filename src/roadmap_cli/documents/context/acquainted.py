"""Who signs that an order is known to them: those whom it binds, by the kind of the order."""

from collections.abc import Callable, Iterable
from datetime import date

from roadmap_cli.documents.context.pairs import awaiting
from roadmap_cli.documents.context.request import Request
from roadmap_cli.documents.context.selected import completed, rewarded_codes
from roadmap_cli.documents.template.blanks import Blank
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.pairs import Pair
from roadmap_cli.domain.papers.conditions import predecessor
from roadmap_cli.text.grammar import Case

Codes = Iterable[str | None]


def acquainted_words(data: Dataset, request: Request) -> tuple[str, ...]:
    """The names for the list, each once; for a minor the legal representative signs."""
    bound = _BOUND.get(request.kind, _team)
    codes = dict.fromkeys(code for code in bound(data, request) if code)
    day = request.day or request.today
    known = [code for code in codes if data.people.find(code) and code not in data.people.forgotten]
    lines = tuple(_line(data, code, day) for code in known)
    return lines or (Blank("кто ознакомлен с приказом: фамилия, имя, отчество", 30),)


def _line(data: Dataset, code: str, day: date) -> str:
    person = data.people.find(code)
    assert person is not None
    if not person.is_minor(day):
        return person.full_name
    signed = [
        consent.representative
        for consent in data.consents.consents
        if consent.person == code and consent.representative
    ]
    parent = data.people.find(signed[-1]) if signed else None
    child = f"законный представитель {person.name_in(Case.GENITIVE)}"
    return f"{parent.full_name}, {child}" if parent else child[:1].upper() + child[1:]


def _team(data: Dataset, _request: Request) -> Codes:
    """The coordinator, the curators and whoever edits the site."""
    own = data.organization
    return (own.coordinator, *own.curators, own.site_editor) if own else ()


def _curators(data: Dataset, _request: Request) -> Codes:
    own = data.organization
    return (own.coordinator, *own.curators) if own else ()


def _together(pairs: Iterable[Pair | None]) -> list[str]:
    return [code for pair in pairs if pair is not None for code in pair.people]


def _school(data: Dataset, request: Request) -> Codes:
    leaders = [lesson.leader for lesson in data.school.lessons]
    return (*_curators(data, request), *leaders, *data.mentors.codes)


def _pairs(data: Dataset, request: Request) -> Codes:
    return (*_curators(data, request), *_together(awaiting(data)))


def _rewarded(data: Dataset, request: Request) -> Codes:
    editor = data.organization.site_editor if data.organization else None
    return (*(request.people or rewarded_codes(data)), editor)


def _event(data: Dataset, request: Request) -> Codes:
    leading = [
        code
        for event in data.events.events
        if request.subject in (event.id, None)
        for code in (event.responsible, *(point.responsible for point in event.programme))
    ]
    return (*_team(data, request), *leading, *_together(data.pairs.live))


def _substitute(data: Dataset, request: Request) -> Codes:
    pair = next((one for one in data.pairs.pairs if one.id == request.subject), None)
    both = (predecessor(data, request.subject), pair)
    return (*_curators(data, request), *_together(both))


def _paid(data: Dataset, request: Request) -> Codes:
    return request.people or [pair.mentor for pair in data.pairs.live]


def _completed(data: Dataset, request: Request) -> Codes:
    return (*_curators(data, request), *_together(completed(data)))


# An order that is not here binds the organisation's team.
_BOUND: dict[str, Callable[[Dataset, Request], Codes]] = {
    "order.introduction": _team,
    "order.curators": _curators,
    "order.mentor-school": _school,
    "order.pairs": _pairs,
    "order.rewards": _rewarded,
    "order.closing-event": _event,
    "order.substitute": _substitute,
    "order.payment": _paid,
    "order.completion": _completed,
}
