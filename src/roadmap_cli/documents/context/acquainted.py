"""Who signs that an order is known to them: those whom it binds, by the kind of the order."""

from collections.abc import Callable, Iterable, Iterator

from roadmap_cli.documents.context.events import meant_event
from roadmap_cli.documents.context.pairs import awaiting
from roadmap_cli.documents.context.request import Request
from roadmap_cli.documents.context.selected import completed, paid_pairs, rewarded_codes
from roadmap_cli.documents.template.blanks import Blank
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.pairs import Pair
from roadmap_cli.domain.model.files.people import Person
from roadmap_cli.domain.papers.conditions import predecessor
from roadmap_cli.text.grammar import Case

Codes = Iterable[str | None]


def acquainted_words(data: Dataset, request: Request) -> tuple[str, ...]:
    """The names for the list, each once; for minors their legal representatives sign."""
    bound = _BOUND.get(request.kind, _team)
    director = data.organization.director if data.organization else None
    codes = dict.fromkeys(code for code in bound(data, request) if code and code != director)
    known = [code for code in codes if code not in data.people.forgotten]
    day = request.day or request.today
    found = [person for code in known if (person := data.people.find(code))]
    adults = [person.full_name for person in found if not person.is_minor(day)]
    lines = (*adults, *_representatives(data, [one for one in found if one.is_minor(day)]))
    return lines or (Blank("кто ознакомлен с приказом: фамилия, имя, отчество", 30),)


def _representatives(data: Dataset, minors: Iterable[Person]) -> Iterator[str]:
    """A line for each representative with all the children, one for a child without a known one."""
    children: dict[str, list[str]] = {}
    for child in minors:
        signed = [
            consent.representative
            for consent in data.consents.consents
            if consent.person == child.id and consent.representative
        ]
        parent = data.people.find(signed[-1]) if signed else None
        name = child.name_in(Case.GENITIVE)
        if parent is None:
            yield f"Законный представитель {name}"
        else:
            children.setdefault(parent.full_name, []).append(name)
    for parent_name, names in children.items():
        yield f"{parent_name}, законный представитель {', '.join(names)}"


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
    event = meant_event(data, request)
    points = event.programme if event else ()
    leading = [event.responsible if event else None, *(point.responsible for point in points)]
    return (*_team(data, request), *leading, *_together(data.pairs.live))


def _substitute(data: Dataset, request: Request) -> Codes:
    pair = next((one for one in data.pairs.pairs if one.id == request.subject), None)
    both = (predecessor(data, request.subject), pair)
    return (*_curators(data, request), *_together(both))


def _paid(data: Dataset, request: Request) -> Codes:
    coordinator = data.organization.coordinator if data.organization else None
    return (*(pair.mentor for pair in paid_pairs(data, request)), coordinator)


def _amended(data: Dataset, request: Request) -> Codes:
    """Those whom the changed order binds; of the pairs, those that the new annex names."""
    if request.subject == "order.pairs":
        return (*_curators(data, request), *_together(data.pairs.live))
    return _BOUND.get(request.subject or "", _team)(data, request._replace(subject=None))


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
    "order.amendment": _amended,
    "order.completion": _completed,
}
