"""What is done when a person's data must be destroyed: what goes, what stays without a name."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from roadmap_cli.domain.model.changes import AppendItem, Change, Plain, RemoveItem, SetKey
from roadmap_cli.domain.model.dataset import REGISTRIES, Dataset
from roadmap_cli.domain.model.edits import Edit, key_changes
from roadmap_cli.domain.model.files.pairs import PairStatus
from roadmap_cli.domain.model.files.participants import Mentee, Mentor
from roadmap_cli.domain.model.files.people import Person
from roadmap_cli.domain.model.files.roadmap import items
from roadmap_cli.domain.model.kinds import Nested, single
from roadmap_cli.domain.model.record import Record, keys
from roadmap_cli.domain.model.registry import Registry
from roadmap_cli.text.grammar import Case
from roadmap_cli.text.names import comparable

_PEOPLE = Dataset.people
FORGOTTEN = "(данные уничтожены)"
_NAMES = ("surname", "name", "patronymic")
# What other people are called and where they live is no mention, even if a family shares it.
_OF_THEMSELVES = {*_NAMES, "name_cases", "phone", "email", "address", "passport"}


class Forgetting(NamedTuple):
    """What it takes to forget a person; `files` are the documents about the person alone."""

    edits: list[Edit]
    files: tuple[str, ...]


def forget_person(
    data: Dataset, person: Person, today: date, marks: Sequence[str] = ()
) -> Forgetting:
    """The edits that destroy a person's data and keep the record without a name.

    `marks` tell the other clones of a vault which of their keys go.
    """
    anonymous: dict[str, Plain] = {
        "id": person.id, "surname": FORGOTTEN, "forgotten_on": today.isoformat()
    }  # fmt: skip
    if marks:
        anonymous["destroyed_keys"] = list(marks)
    edits = [
        Edit(
            person.id,
            "персональные данные уничтожены",
            (
                RemoveItem(_PEOPLE.file, person.at),
                AppendItem(_PEOPLE.file, ("people",), dict(anonymous)),
            ),
        )
    ]
    for registry in _about_people():
        for record in _of_person(data, registry, person):
            if changes := _cleared(registry, record):
                edits.append(Edit(person.id, f"{registry.title.lower()}: очищено", changes))
    edits += _ended(data, person, today)
    edits += _responsible(data, person)
    files = [
        document.file
        for document in data.register.documents
        if document.subject == person.id and document.file
    ]
    return Forgetting(edits, tuple(files))


def held_of(person: Person) -> tuple[str, ...]:
    """The sorts of data that are held of a person, in Russian."""
    named = "фамилия, имя, отчество"
    sorts = [
        key.heading.lower()
        for key in keys(Person)
        if not (key.survives or key.by_program or key.name in _NAMES)
        and getattr(person, key.name) is not None
    ]
    return (named, *sorts) if person.forgotten_on is None else ()


def reason_of(data: Dataset, person: Person, today: date) -> str | None:
    """Why the data go, as far as the consents tell."""
    own = [consent for consent in data.consents.consents if consent.person == person.id]
    if any(consent.withdrawn_on is not None and consent.withdrawn_on <= today for consent in own):
        return "отзыв согласия на обработку персональных данных"
    ended = [
        consent for consent in own if consent.valid_to is not None and consent.valid_to < today
    ]
    return "истечение срока согласия" if ended and not any(e.is_live(today) for e in own) else None


def _about_people() -> Iterator[Registry]:
    """The registries, besides that of people, whose records are about one person."""
    return (
        registry for registry in REGISTRIES if registry.personal is not None and registry != _PEOPLE
    )


def _of_person(data: Dataset, registry: Registry, person: Person) -> Iterator[Record]:
    """The records of a registry that are about the person."""
    for key in keys(registry.record):
        if isinstance(single(key.kind), Nested):
            for record in getattr(data.part(registry.key), key.name):
                if getattr(record, str(registry.personal)) == person.id:
                    yield record


def _cleared(registry: Registry, record: Record) -> tuple[Change, ...]:
    """The changes that leave of a record only what survives."""
    gone = {key.name: None for key in keys(type(record)) if not key.survives}
    return tuple(key_changes(registry.file, record, gone))


def _ended(data: Dataset, person: Person, today: date) -> Iterator[Edit]:
    """A pair without the person is over, and so is taking part."""
    registries: tuple[tuple[Registry, Sequence[Mentor | Mentee]], ...] = (
        (Dataset.mentors, data.mentors.mentors),
        (Dataset.mentees, data.mentees.mentees),
    )
    for registry, records in registries:
        for record in records:
            if record.person == person.id and record.left is None:
                changes = key_changes(registry.file, record, {"left": today})
                said = f"{registry.title.lower()}: участие окончено"
                yield Edit(person.id, said, tuple(changes))
    gone = {*data.people.forgotten, person.id}
    for pair in data.pairs.live:
        over = pair.mentor == person.id or gone.issuperset(pair.mentees)
        if person.id in pair.people and over:
            told = {
                "status": PairStatus.CLOSED,
                "end": today,
                "reason": "данные участника уничтожены",
            }
            changes = key_changes(Dataset.pairs.file, pair, told)
            yield Edit(pair.id, "пара завершена", tuple(changes))


def _responsible(data: Dataset, person: Person) -> Iterator[Edit]:
    """A responsible who is named in words and is this person becomes the code."""
    called = {comparable(person.full_name), comparable(person.with_initials(Case.NOMINATIVE))}
    file = Dataset.roadmap.file
    for item in items(data.roadmap):
        said = getattr(item, "responsible", None)
        if said and comparable(said) in called:
            change = SetKey(file, (*item.at, "responsible"), person.id)
            yield Edit(item.id, f"ответственный: {person.id}", (change,))
