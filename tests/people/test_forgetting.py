"""What goes and what stays when a person's data are destroyed, key by key."""

from datetime import date
from typing import Any

import pytest

from roadmap_cli.domain.model.case_forms import CaseForms
from roadmap_cli.domain.model.changes import AppendItem, RemoveItem, RemoveKey, SetKey
from roadmap_cli.domain.model.dataset import BY_KEY, REGISTRIES, Dataset
from roadmap_cli.domain.model.files.consents import Consents
from roadmap_cli.domain.model.files.pairs import PairStatus
from roadmap_cli.domain.model.files.participants import Mentee, Mentees, Mentor, Mentors
from roadmap_cli.domain.model.files.people import People, Person
from roadmap_cli.domain.model.files.register import Register, RegisteredDocument
from roadmap_cli.domain.model.kinds import (
    Choice,
    Day,
    Integer,
    Kind,
    Many,
    Nested,
    single,
)
from roadmap_cli.domain.model.record import Record, keys, placed
from roadmap_cli.domain.model.registry import Registry
from roadmap_cli.domain.people.forgetting import (
    FORGOTTEN,
    Forgetting,
    forget_person,
    held_of,
)
from tests.records import BEFORE, DAY, consent, dataset, pair, pairs, roadmap, task

ORLOV = Person(id="orlov", surname="Орлов", name="Олег", patronymic="Ильич", phone="+7 900 1")
PERSONAL = [row for row in REGISTRIES if row.personal]

# What is said of somebody and names nobody; the rest goes.
SURVIVES = {
    "people": "id",
    "mentors": "person form variant competences interests directions experience days capacity"
    " time joined left",
    "mentees": "person form variant requests interests directions experience days joined left",
    "consents": "id person kind given_on valid_to withdrawn_on signer representative paper",
    "responses": "id survey person day form",
    "documents": "kind subject people number date annex title words sources",
}


def _inner(registry: Registry) -> tuple[str, type[Record]]:
    """The list of a personal registry: its key, and the record that it is made of."""
    (key,) = keys(registry.record)
    kind = single(key.kind)
    assert isinstance(kind, Nested)
    return key.name, kind.record


def _value(kind: Kind) -> Any:
    """Some value of a kind."""
    if isinstance(kind, Many):
        return (_value(kind.item),)
    if isinstance(kind, Nested):
        return kind.record(**{key.name: _value(key.kind) for key in keys(kind.record)})
    if isinstance(kind, Choice):
        return next(iter(kind.options))
    return DAY if isinstance(kind, Day) else kind.least + 1 if isinstance(kind, Integer) else "x"


def _whole(registry: Registry, **known: object) -> Record:
    """The file of a registry with one record of ORLOV that has every key."""
    name, inner = _inner(registry)
    values = {key.name: _value(key.kind) for key in keys(inner)}
    if registry.personal is not None:
        values[registry.personal] = ORLOV.id
    record = placed(inner(**{**values, **known}), (name, 0))
    return registry.record(**{name: (record,)})


def _forget(*files: Record, person: Person = ORLOV) -> Forgetting:
    if not any(isinstance(each, People) for each in files):
        files = (People(people=(placed(person, ("people", 0)),)), *files)
    return forget_person(dataset(*files), person, DAY)


def test_the_table_of_what_survives_names_every_personal_registry() -> None:
    assert list(SURVIVES) == [row.key for row in PERSONAL]


@pytest.mark.parametrize("registry", PERSONAL, ids=lambda row: row.key)
def test_what_survives_is_decided_key_by_key(registry: Registry) -> None:
    _, inner = _inner(registry)
    assert [key.name for key in keys(inner) if key.survives] == SURVIVES[registry.key].split()


@pytest.mark.parametrize("registry", PERSONAL[1:], ids=lambda row: row.key)
def test_every_key_that_does_not_survive_goes_and_no_other(registry: Registry) -> None:
    name, inner = _inner(registry)
    gone = {
        change.at[-1]
        for edit in _forget(_whole(registry)).edits
        for change in edit.changes
        if isinstance(change, RemoveKey) and change.at[:2] == (name, 0)
    }
    assert gone == {key.name for key in keys(inner) if not key.survives}


@pytest.mark.parametrize("registry", PERSONAL[1:], ids=lambda row: row.key)
def test_the_records_of_others_stay_whole(registry: Registry) -> None:
    other = _whole(registry, **{str(registry.personal): "other"})
    assert [edit.item_id for edit in _forget(other).edits] == ["orlov"]


def test_of_the_person_only_the_code_and_the_day_stay() -> None:
    first = _forget().edits[0]
    assert first.changes == (
        RemoveItem("data/people.yaml", ("people", 0)),
        AppendItem(
            "data/people.yaml",
            ("people",),
            {"id": "orlov", "surname": FORGOTTEN, "forgotten_on": "2025-12-01"},
        ),
    )


@pytest.mark.parametrize("left", [None, BEFORE])
@pytest.mark.parametrize("role", [Mentor, Mentee])
def test_taking_part_ends_unless_it_has_ended(
    left: date | None, role: type[Mentor | Mentee]
) -> None:
    record = placed(role(person="orlov", left=left), ("mentors", 0))
    file = Mentors(mentors=(record,)) if isinstance(record, Mentor) else Mentees(mentees=(record,))
    changes = [change for edit in _forget(file).edits[1:] for change in edit.changes]
    days = [each.value for each in changes if isinstance(each, SetKey) and each.at[-1] == "left"]
    assert days == (["2025-12-01"] if left is None else [])


@pytest.mark.parametrize(
    ("mentor", "mentees", "status", "forgotten", "over"),
    [
        ("orlov", "x", PairStatus.ACTIVE, (), True),
        ("orlov", "x y", PairStatus.PROPOSED, (), True),
        ("orlov", "x", PairStatus.CLOSED, (), False),
        ("m", "orlov", PairStatus.ACTIVE, (), True),
        ("m", "orlov x", PairStatus.ACTIVE, (), False),
        ("m", "orlov x", PairStatus.ACTIVE, ("x",), True),
        ("m", "x", PairStatus.ACTIVE, (), False),
        ("m", "x", PairStatus.ACTIVE, ("x",), False),
        ("m", "", PairStatus.ACTIVE, (), False),
    ],
)
def test_a_pair_without_the_person_is_over(
    mentor: str, mentees: str, status: PairStatus, forgotten: tuple[str, ...], over: bool
) -> None:
    known = [placed(ORLOV, ("people", 0))]
    known += [Person(id=code, surname=FORGOTTEN, forgotten_on=BEFORE) for code in forgotten]
    own = pair("a", mentor, *mentees.split(), status=status)
    edits = _forget(People(people=tuple(known)), pairs(own)).edits
    ended = [edit for edit in edits if edit.item_id == "a"]
    assert len(ended) == over
    for edit in ended:
        assert {change.at[-1]: getattr(change, "value", None) for change in edit.changes} == {
            "status": "closed", "end": "2025-12-01", "reason": "данные участника уничтожены",
        }  # fmt: skip


def test_documents_about_the_person_alone_are_named() -> None:
    documents = (
        RegisteredDocument(kind="form.plan", subject="orlov", file="а.docx"),
        RegisteredDocument(kind="form.plan", subject="orlov"),
        RegisteredDocument(kind="form.plan", subject="other", file="б.docx"),
        RegisteredDocument(kind="act.model", file="в.docx"),
    )
    assert _forget(Register(documents=documents)).files == ("а.docx",)


@pytest.mark.parametrize(
    ("said", "becomes"),
    [
        ("Орлов Олег Ильич", True),
        ("Орлов О.И.", True),
        ("орлов о. и.", True),
        ("Орлов", False),
        ("Орлов О.П.", False),
        ("Орлов О.И., директор", False),
        ("orlov", False),
        (None, False),
    ],
)
def test_a_responsible_named_in_words_becomes_the_code(said: str | None, becomes: bool) -> None:
    edits = _forget(roadmap(task(responsible=said))).edits[1:]
    assert [each.item_id for each in edits] == (["1.1.1"] if becomes else [])
    for edit in edits:
        (change,) = edit.changes
        assert isinstance(change, SetKey)
        assert (change.at[-1], change.value) == ("responsible", "orlov")


@pytest.mark.parametrize(
    ("person", "held"),
    [
        (Person(id="x", surname="Х"), []),
        (ORLOV, ["телефон"]),
        (Person(id="x", surname="Х", born=DAY, email="a@b", note="н"),
         ["дата рождения", "электронная почта", "примечание"]),
        (Person(id="x", surname="Х", name_cases=CaseForms()), ["падежи имени"]),
        (Person(id="x", surname="Х", locked="шифр"), []),
    ],
)  # fmt: skip
def test_what_is_held_of_a_person(person: Person, held: list[str]) -> None:
    assert held_of(person) == ("фамилия, имя, отчество", *held)


def test_of_a_forgotten_person_nothing_is_held() -> None:
    assert held_of(Person(id="x", surname=FORGOTTEN, forgotten_on=DAY)) == ()


def test_a_record_with_nothing_to_clear_is_not_touched() -> None:
    bare = Consents(consents=(consent("orlov"),))
    assert len(_forget(bare).edits) == 1
    assert Dataset.consents is BY_KEY["consents"]
