"""What is done when a person's data must be destroyed: what goes, what stays without a name."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from roadmap_cli.domain.model.changes import AppendItem, Change, RemoveItem, SetKey
from roadmap_cli.domain.model.dataset import BY_KEY, REGISTRIES, Dataset
from roadmap_cli.domain.model.edits import Edit, key_changes
from roadmap_cli.domain.model.files.pairs import PairStatus
from roadmap_cli.domain.model.files.participants import Mentee, Mentor
from roadmap_cli.domain.model.files.people import Person
from roadmap_cli.domain.model.files.roadmap import items
from roadmap_cli.domain.model.kinds import Nested, single
from roadmap_cli.domain.model.record import Pointer, Record, keys
from roadmap_cli.domain.model.registry import Registry
from roadmap_cli.domain.people.mentions import Recognizer
from roadmap_cli.domain.people.tells import Tell
from roadmap_cli.text.grammar import Case
from roadmap_cli.text.names import comparable

_PEOPLE = Dataset.people
FORGOTTEN = "(данные уничтожены)"
_NAMES = ("surname", "name", "patronymic")
# What other people are called and where they live is no mention, even if a family shares it.
_OF_THEMSELVES = {*_NAMES, "name_cases", "phone", "email", "address", "passport"}


class Forgetting(NamedTuple):
    """What it takes to forget a person.

    `files` are the documents about the person alone, `mentions` the places where the name
    still stands in words, for a person to mend.
    """

    edits: list[Edit]
    files: tuple[str, ...]
    mentions: tuple[tuple[str, Pointer], ...]


def forget_person(data: Dataset, person: Person, today: date) -> Forgetting:
    """The edits that destroy a person's data and keep the record without a name."""
    anonymous = {"id": person.id, "surname": FORGOTTEN, "forgotten_on": today.isoformat()}
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
    return Forgetting(edits, tuple(files), tuple(_mentions(data, person)))


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


def needles(person: Person) -> tuple[str, ...]:
    """What gives the person away wherever it is found."""
    told = (person.surname, person.phone, person.email, person.passport, person.address)
    return tuple(text for text in told if text and len(text) > 2)


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


def _mentions(data: Dataset, person: Person) -> Iterator[tuple[str, Pointer]]:
    """Texts of other records in which anything tells of the person."""
    recognizer = Recognizer([person])
    called = {comparable(person.full_name), comparable(person.with_initials(Case.NOMINATIVE))}
    goes = {
        (change.file, *change.at)
        for registry in _about_people()
        for record in _of_person(data, registry, person)
        for change in _cleared(registry, record)
    }
    for key, record in data.records.items():
        for at, text in _texts(record, record.at):
            of_others = key == "people" and not _OF_THEMSELVES.isdisjoint(map(str, at))
            own = of_others or (key == "people" and at[: len(person.at)] == person.at)
            becomes_code = at[-1] == "responsible" and comparable(text) in called
            file = BY_KEY[key].file
            cleared = any((file, *at[:length]) in goes for length in range(len(at) + 1))
            if not (own or becomes_code or cleared) and any(
                mention.kind is not Tell.NAMESAKE for mention in recognizer.find(text)
            ):
                yield file, at


def _texts(record: Record, at: Pointer) -> Iterator[tuple[Pointer, str]]:
    for key in keys(type(record)):
        yield from _text_values(getattr(record, key.name), (*at, key.name))


def _text_values(value: Any, at: Pointer) -> Iterator[tuple[Pointer, str]]:
    if isinstance(value, str):
        yield at, value
    elif isinstance(value, Record):
        yield from _texts(value, at)
    elif isinstance(value, tuple) and not hasattr(value, "_fields"):
        for position, item in enumerate(value):
            yield from _text_values(item, (*at, position))
