"""What is done when a person's data must be destroyed: what goes, what stays without a name."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from roadmap_cli.domain.model.changes import AppendItem, Change, RemoveItem, RemoveKey, SetKey
from roadmap_cli.domain.model.dataset import BY_KEY, Dataset
from roadmap_cli.domain.model.edits import Edit
from roadmap_cli.domain.model.files.pairs import PairStatus
from roadmap_cli.domain.model.files.people import Person
from roadmap_cli.domain.model.files.roadmap import items
from roadmap_cli.domain.model.record import Pointer, Record, key_names, keys
from roadmap_cli.text.grammar import Case
from roadmap_cli.text.names import comparable

FORGOTTEN = "(данные уничтожены)"
# What may tell of the person in other files; the rest stays as the anonymous record.
_TELLING = {
    "mentors": ("achievements", "results", "note", "answers"),
    "mentees": ("results", "note", "answers"),
    "consents": ("basis", "note"),
    "documents": ("file", "made"),
}
# Other people's own names are no mention: «Орлова» is not «Орлов».
_NAMES = ("surname", "name", "patronymic")
_SUBJECT = {"mentors": "person", "mentees": "person", "consents": "person", "documents": "subject"}


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
    people = Dataset.people
    anonymous = {"id": person.id, "surname": FORGOTTEN, "forgotten_on": today.isoformat()}
    edits = [
        Edit(
            person.id,
            "персональные данные уничтожены",
            (
                RemoveItem(people.file, person.at),
                AppendItem(people.file, ("people",), dict(anonymous)),
            ),
        )
    ]
    for key, name in _SUBJECT.items():
        for record in _records(data, key):
            if getattr(record, name) == person.id:
                changes = _without_telling(key, record)
                if changes:
                    edits.append(Edit(person.id, f"{BY_KEY[key].title.lower()}: очищено", changes))
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
    names = ("surname", "name", "patronymic")
    named = "фамилия, имя, отчество"
    sorts = [
        key.heading.lower()
        for key in keys(Person)
        if key.name not in ("id", "forgotten_on", "locked", *names)
        and getattr(person, key.name) is not None
    ]
    return (named, *sorts) if person.forgotten_on is None else ()


def reason_of(data: Dataset, person: Person, today: date) -> str | None:
    """Why the data go, as far as the consents tell."""
    own = [each for each in data.consents.consents if each.person == person.id]
    if any(each.withdrawn_on is not None and each.withdrawn_on <= today for each in own):
        return "отзыв согласия на обработку персональных данных"
    ended = [each for each in own if each.valid_to is not None and each.valid_to < today]
    return "истечение срока согласия" if ended and not any(e.is_live(today) for e in own) else None


def needles(person: Person) -> tuple[str, ...]:
    """What gives the person away wherever it is found."""
    told = (person.surname, person.phone, person.email, person.passport, person.address)
    return tuple(each for each in told if each and len(each) > 2)


def _records(data: Dataset, key: str) -> tuple[Any, ...]:
    found: tuple[Any, ...] = getattr(data.part(key), key)
    return found


def _without_telling(key: str, record: Record) -> tuple[Change, ...]:
    return tuple(
        RemoveKey(BY_KEY[key].file, (*record.at, name))
        for name in _TELLING[key]
        if getattr(record, name) not in (None, ())
    )


def _ended(data: Dataset, person: Person, today: date) -> Iterator[Edit]:
    """A pair without the person is over, and so is taking part."""
    for key in ("mentors", "mentees"):
        for record in _records(data, key):
            if record.person == person.id and record.left is None:
                change = SetKey(BY_KEY[key].file, (*record.at, "left"), today.isoformat())
                yield Edit(person.id, f"{BY_KEY[key].title.lower()}: участие окончено", (change,))
    gone = {*data.people.forgotten, person.id}
    for pair in data.pairs.live:
        over = pair.mentor == person.id or gone.issuperset(pair.mentees)
        if person.id in pair.people and over:
            order = key_names(type(pair))
            told = {"status": PairStatus.CLOSED.value, "end": today.isoformat(),
                    "reason": "данные участника уничтожены"}  # fmt: skip
            changes = (SetKey(Dataset.pairs.file, (*pair.at, k), v, order) for k, v in told.items())
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
    """Texts of other records in which the surname stands, in whatever case."""
    stem = person.surname[:-2] if len(person.surname) > 5 else person.surname
    look = re.compile(rf"\b{re.escape(stem.casefold())}\w{{0,4}}\b")
    called = {comparable(person.full_name), comparable(person.with_initials(Case.NOMINATIVE))}
    cleared = [
        (key, each.at)
        for key, name in _SUBJECT.items()
        for each in _records(data, key)
        if getattr(each, name) == person.id
    ]
    for key, record in data.records.items():
        for at, text in _texts(record, record.at):
            own = key == "people" and (at[: len(person.at)] == person.at or at[-1] in _NAMES)
            becomes_code = at[-1] == "responsible" and comparable(text) in called
            goes = at[-1] in _TELLING.get(key, ()) and (key, at[:-1]) in cleared
            if look.search(text.casefold()) and not (own or becomes_code or goes):
                yield BY_KEY[key].file, at


def _texts(record: Record, at: Pointer) -> Iterator[tuple[Pointer, str]]:
    for key in keys(type(record)):
        yield from _text_values(getattr(record, key.name), (*at, key.name))


def _text_values(value: Any, at: Pointer) -> Iterator[tuple[Pointer, str]]:
    if isinstance(value, str):
        yield at, value
    elif isinstance(value, Record):
        yield from _texts(value, at)
    elif isinstance(value, tuple) and not hasattr(value, "_fields"):
        for position, each in enumerate(value):
            yield from _text_values(each, (*at, position))
