"""The organisation and its people: what documents will miss, and references that lead nowhere."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from roadmap_cli.domain.dataset import Dataset
from roadmap_cli.domain.findings import Finding
from roadmap_cli.domain.organization import Organization
from roadmap_cli.domain.records import keys
from roadmap_cli.domain.registries import BY_KEY
from roadmap_cli.text.names import comparable
from roadmap_cli.text.suggest import did_you_mean

_ORGANIZATION = BY_KEY["organization"].file
_PEOPLE = BY_KEY["people"].file
_NEEDED = ("full_name", "place", "director", "coordinator")


def organization_incomplete(data: Dataset, _today: date) -> Iterator[Finding]:
    """What every document needs and will print as a blank line."""
    organization = data.organization
    if organization is None:
        yield Finding(
            _ORGANIZATION, (), "сведений об организации нет: в документах будут пустые строки"
        )
        return
    for key in keys(Organization):
        if key.name in _NEEDED and not getattr(organization, key.name):
            yield Finding(
                _ORGANIZATION,
                (),
                f"не заполнено «{key.name}»: {key.title.partition(':')[0].lower()}",
                "В документах на этом месте будет пустая строка.",
            )


def person_unknown(data: Dataset, _today: date) -> Iterator[Finding]:
    """A role given to a person who is not in the list of people."""
    organization = data.organization
    if organization is None:
        return
    known = [person.id for person in data.people.people]
    roles: list[tuple[tuple[str | int, ...], str | None]] = [
        (("director",), organization.director),
        (("coordinator",), organization.coordinator),
        (("site_editor",), organization.site_editor),
    ]
    roles += [(("curators", n), curator) for n, curator in enumerate(organization.curators)]
    for at, person_id in roles:
        if person_id and person_id not in known:
            yield Finding(
                _ORGANIZATION,
                at,
                f"человека с кодом «{person_id}» нет в {_PEOPLE}",
                did_you_mean(person_id, known),
            )


def person_id_duplicate(data: Dataset, _today: date) -> Iterator[Finding]:
    """One id for two people."""
    seen: set[str] = set()
    for person in data.people.people:
        if person.id in seen:
            yield Finding(_PEOPLE, (*person.at, "id"), f"код «{person.id}» уже занят выше")
        seen.add(person.id)


def namesakes(data: Dataset, _today: date) -> Iterator[Finding]:
    """Two records with one name: namesakes, or one person entered twice."""
    counts = Counter(comparable(person.full_name) for person in data.people.people)
    for person in data.people.people:
        if counts[comparable(person.full_name)] > 1:
            yield Finding(
                _PEOPLE,
                (*person.at, "surname"),
                f"«{person.full_name}» записан(а) больше одного раза",
                "Если это тёзки, всё в порядке; если один человек — оставьте одну запись.",
            )
