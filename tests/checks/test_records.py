"""Checks of pairs, consents, papers and people: each limit the day before, on it, after."""

from datetime import date
from typing import Any

import pytest

from roadmap_cli.domain.checks import consents, matching, pairs, papers
from roadmap_cli.domain.checks import people as people_checks
from roadmap_cli.domain.checks.table import Rule
from roadmap_cli.domain.model.files.consents import ConsentKind, Consents, Signer
from roadmap_cli.domain.model.files.forms import Form
from roadmap_cli.domain.model.files.matching import Matching, Ruling, Wish
from roadmap_cli.domain.model.files.organization import Organization
from roadmap_cli.domain.model.files.pairs import PairStatus
from roadmap_cli.domain.model.files.people import People, Person
from roadmap_cli.domain.model.files.register import Register, RegisteredDocument
from roadmap_cli.domain.vault import VaultFault
from tests.records import (
    AFTER,
    BEFORE,
    DAY,
    all_consents,
    consent,
    dataset,
    mentees,
    mentors,
    pair,
    people,
    roadmap,
    task,
)
from tests.records import pairs as pairs_file

PUPILS, TEACHERS = Form.PUPIL_PUPIL, Form.TEACHER_TEACHER
CLOSED = PairStatus.CLOSED


def _said(rule: Rule, *files: Any, **more: Any) -> list[str]:
    return [each.message for each in rule(dataset(*files, **more), DAY)]


@pytest.mark.parametrize(
    ("own", "said"),
    [
        (pair("a", "m", "x"), []),
        (pair("a", "m", "m"), ["M: наставник и наставляемый — один человек"]),
        (pair("a", "m", "x", "x"), ["X: повторяется в составе пары"]),
        (pair("a", "m", "x", "x", "x"), ["X: повторяется в составе пары"]),
        (pair("a", "m", start=DAY, end=BEFORE),
         ["пара a заканчивается 30.11.2025, раньше, чем начинается"]),
        (pair("a", "m", start=DAY, end=DAY), []),
        (pair("a", "m", start=DAY, end=AFTER), []),
        (pair("a", "m", end=BEFORE), []),
    ],
)  # fmt: skip
def test_an_impossible_pair(own: Any, said: list[str]) -> None:
    assert _said(pairs.pair_impossible, people("M", "X"), pairs_file(own)) == said


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ({"form": PUPILS}, {"form": PUPILS}, True),
        ({"form": PUPILS}, {"form": TEACHERS}, False),
        ({"form": PUPILS}, {}, True),
        ({}, {}, True),
        ({"status": CLOSED}, {}, False),
        ({}, {"status": PairStatus.REPLACED}, False),
    ],
)
def test_a_mentee_of_two_pairs_at_once(
    one: dict[str, Any], other: dict[str, Any], found: bool
) -> None:
    own = pairs_file(pair("a", "m", "x", **one), pair("b", "n", "y", "x", **other))
    said = _said(pairs.mentee_in_two_pairs, people("X"), own)
    assert said == (["X уже в паре a"] if found else [])


def test_a_mentee_twice_in_one_pair_is_in_one_pair() -> None:
    assert _said(pairs.mentee_in_two_pairs, pairs_file(pair("a", "m", "x", "x"))) == []


@pytest.mark.parametrize(
    ("capacity", "held", "found"),
    [(1, 0, False), (1, 1, False), (1, 2, True), (3, 3, False), (3, 4, True), (None, 9, False)],
)
def test_a_mentor_with_more_than_told(capacity: int | None, held: int, found: bool) -> None:
    own = pairs_file(pair("a", "m", *(f"x{n}" for n in range(held))))
    said = _said(pairs.mentor_overloaded, mentors("m", capacity=capacity), own)
    assert said == ([f"m: наставляемых {held}, предел — {capacity}"] if found else [])


@pytest.mark.parametrize(
    ("keys", "given", "lacks"),
    [
        ({}, "mx", 0),
        ({}, "m", 2),
        ({}, "x", 2),
        ({"form": PUPILS}, "x", 1),
        ({"status": CLOSED}, "", 0),
        ({"status": PairStatus.PROPOSED}, "", 4),
    ],
)
def test_a_pair_without_its_consents(keys: dict[str, Any], given: str, lacks: int) -> None:
    own = pairs_file(pair("a", "m", "x", **keys))
    found = list(consents.pair_without_consent(dataset(own, all_consents(*given)), DAY))
    assert len(found) == lacks
    assert {each.at[-1] for each in found} <= {"mentor", "mentees"}
    for each in found:
        assert (each.at[-1] == "mentor") is (": m: нет" in each.message)
    gone = People(people=tuple(Person(id=code, surname="—", forgotten_on=DAY) for code in "mx"))
    assert _said(consents.pair_without_consent, own, gone) == []


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        ({"given_on": DAY, "valid_to": BEFORE}, True),
        ({"given_on": DAY, "valid_to": DAY}, False),
        ({"given_on": DAY, "valid_to": AFTER}, False),
        ({"given_on": DAY, "withdrawn_on": BEFORE}, True),
        ({"given_on": DAY, "withdrawn_on": DAY}, False),
        ({"given_on": DAY}, False),
    ],
)
def test_a_consent_that_ends_before_it_is_given(keys: dict[str, Any], found: bool) -> None:
    own = Consents(consents=(consent("x", **keys),))
    said = "согласие x-pd_processing истекло раньше, чем дано"
    assert _said(consents.consent_impossible, own) == ([said] if found else [])


ALONE = "X: несовершеннолетний, согласие подписывает законный представитель"
UNNAMED = "X: согласие дал представитель, но кто он, не указано"
FUTURE = "X: дата согласия на обработку персональных данных ещё не наступила"
OTHER = Signer.REPRESENTATIVE


@pytest.mark.parametrize(
    ("born", "keys", "said"),
    [
        (None, {"given_on": DAY}, []),
        (date(2007, 12, 1), {"given_on": DAY}, []),
        (date(2007, 12, 2), {"given_on": DAY}, [ALONE]),
        (date(2007, 12, 2), {"given_on": DAY, "signer": OTHER, "basis": "свидетельство"}, []),
        (None, {"given_on": DAY, "signer": OTHER}, [UNNAMED]),
        (None, {"given_on": DAY, "signer": OTHER, "basis": "свидетельство"}, []),
        (None, {"given_on": DAY, "signer": OTHER, "representative": "m"}, []),
        (None, {"given_on": AFTER}, [FUTURE]),
        (None, {"given_on": BEFORE}, []),
        (date(2010, 1, 1), {"given_on": AFTER}, [ALONE, FUTURE]),
    ],
)
def test_a_doubtful_consent(born: date | None, keys: dict[str, Any], said: list[str]) -> None:
    own = Consents(consents=(consent("x", **keys),))
    known = People(people=(Person(id="x", surname="X", born=born),))
    assert _said(consents.consent_doubtful, known, own) == said


@pytest.mark.parametrize(
    ("consents_", "said"),
    [
        (({"valid_to": BEFORE},), "истекло 30.11.2025, данные нужно уничтожить до 30.12.2025"),
        (({"valid_to": DAY},), None),
        (({"valid_to": AFTER},), None),
        (({"withdrawn_on": DAY},), "отозвано 01.12.2025, данные нужно уничтожить до 31.12.2025"),
        (({"withdrawn_on": AFTER},), None),
        (({},), None),
        (({"valid_to": BEFORE}, {"given_on": DAY}), None),
        (({"valid_to": BEFORE}, {"given_on": AFTER}),
         "истекло 30.11.2025, данные нужно уничтожить до 30.12.2025"),
        (({"valid_to": BEFORE}, {"kind": ConsentKind.IMAGE}),
         "истекло 30.11.2025, данные нужно уничтожить до 30.12.2025"),
    ],
)  # fmt: skip
def test_data_that_must_be_destroyed(
    consents_: tuple[dict[str, Any], ...], said: str | None
) -> None:
    own = Consents(consents=tuple(consent("x", **each) for each in consents_))
    found = list(consents.destruction_due(dataset(people("X"), own), DAY))
    messages = [each.message for each in found]
    last = f"X: согласие на обработку персональных данных {said}"
    assert messages == ([last] if said else [])
    for each in found:
        assert each.at[-1] == ("withdrawn_on" if "withdrawn_on" in consents_[0] else "valid_to")
    forgotten = People(people=(Person(id="x", surname="—", forgotten_on=BEFORE),))
    assert _said(consents.destruction_due, forgotten, own) == []
    assert _said(consents.destruction_due, own) == []


BAN = Ruling(mentee="x", mentor="m")


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        ({"bans": (BAN,)}, []),
        ({"bans": (BAN, BAN)}, ["X – M: запрет указан дважды"]),
        ({"bans": (BAN, BAN, BAN)}, ["X – M: запрет указан дважды"] * 2),
        ({"pins": (BAN,), "bans": (BAN,)}, []),
        ({"pins": (Ruling(mentee="m", mentor="m"),)}, ["M: в базе наставляемых нет"]),
        ({"pins": (Ruling(mentee="x", mentor="x"),)}, ["X: в базе наставников нет"]),
        ({"wishes": (Wish(person="x"), Wish(person="m"))}, []),
        ({"wishes": (Wish(person="x"), Wish(person="x"))}, ["X: предпочтения записаны дважды"]),
    ],
)
def test_a_doubtful_ruling(rules: dict[str, Any], said: list[str]) -> None:
    files = (people("M", "X"), mentors("m"), mentees("x"), Matching(**rules))
    assert _said(matching.ruling_doubtful, *files) == said


@pytest.mark.parametrize(("keys", "found"), [({}, [0]), ({"status": CLOSED}, [])])
def test_a_live_pair_against_a_ban(keys: dict[str, Any], found: list[int]) -> None:
    own = pairs_file(pair("a", "m", "x", "y", **keys))
    data = dataset(people("M", "X"), own, Matching(bans=(BAN,)))
    assert [each.at[-1] for each in matching.pair_against_ruling(data, DAY)] == found


def _register(*lines: dict[str, Any]) -> Register:
    return Register(documents=tuple(RegisteredDocument(**{"kind": "order.pairs", **each})
                                    for each in lines))  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (({"kind": "order.introduction", "date": DAY}, {"date": BEFORE}), 1),
        (({"kind": "order.introduction", "date": DAY}, {"date": DAY}), 0),
        (({"kind": "order.introduction", "date": DAY}, {"date": AFTER}), 0),
        (({"kind": "order.introduction"}, {"date": BEFORE}), 0),
        (({"date": BEFORE},), 0),
        (({"kind": "order.introduction", "date": DAY}, {}), 0),
        # The earliest of several is the ground.
        (({"kind": "order.introduction", "date": AFTER},
          {"kind": "order.introduction", "date": DAY}, {"date": DAY}), 0),
        (({"kind": "order.introduction", "date": DAY},
          {"kind": "order.introduction", "date": BEFORE}), 0),
    ],
)  # fmt: skip
def test_an_order_before_the_one_that_it_rests_on(lines: tuple[Any, ...], found: int) -> None:
    assert len(_said(papers.order_too_early, _register(*lines))) == found


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ({"number": "1", "date": DAY}, {"number": "1", "date": DAY}, True),
        ({"number": "1", "date": DAY}, {"number": "2", "date": DAY}, False),
        ({"number": "1", "date": DAY}, {"number": "1", "date": AFTER}, False),
        ({"number": "1", "date": DAY}, {"number": "1"}, False),
        ({"date": DAY}, {"date": DAY}, False),
        ({"number": "1", "date": DAY}, {"number": "1", "date": DAY, "kind": "order.pairs"}, False),
        ({"number": "1", "date": DAY}, {"number": "1", "date": DAY, "kind": "act.model"}, False),
    ],
)
def test_one_number_for_two_orders(one: dict[str, Any], other: dict[str, Any], found: bool) -> None:
    register = _register(one, {"kind": "order.rewards", **other})
    said = ["номер 1 от 01.12.2025 уже у другого приказа"] if found else []
    assert _said(papers.number_repeated, register) == said


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ({"annex": "1", "number": "5"}, True),
        ({"annex": "1", "number": "1"}, False),
        ({"annex": "1"}, False),
        ({"number": "5"}, False),
    ],
)
def test_an_annex_of_an_order_that_is_not_there(line: dict[str, Any], found: bool) -> None:
    register = _register({"number": "1"}, {"kind": "act.model", **line})
    assert bool(_said(papers.annex_of_another_order, register)) is found
    alone = _register({"kind": "act.model", **line})
    assert _said(papers.annex_of_another_order, alone) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Приложение к приказу от 01.10.2025 № 5", False),
        ("Приложение к приказу от 01.10.2025 № 6", True),
        ("К приказу МБОУ «Школа № 7» № 5", False),
        ("к приказу № 5;", False),
        ("к приказу № 5.", False),
        ("к приказу № 5-ОД", True),
        ("к приказу № ____", False),
        ("к распоряжению № 6", False),
        ("к приказу " + "а" * 199 + "№ 6", True),
        ("к приказу " + "а" * 200 + "№ 6", False),
        ("к приказу | № 6", False),
        ("Приложение № 1 к приказу № 6", True),
        ("Приложение № 1 «Пары» к приказу № 6", False),
        ("Внести в приложение № 1 к приказу № 6", False),
        ("Приложение № 1 УТВЕРЖДЕНО приказом МБОУ № 6", True),
        ("Приложение № 1 УТВЕРЖДЁН приказом МБОУ № 5", False),
        ("утверждённым приказом МБОУ № 6", False),
        ("совета | приказом МБОУ\nпротокол № 1 | от 01.10.2025 № 6", True),
        ("совета | приказом МБОУ\nпротокол № 1 | от 01.10.2025 № 5", False),
        ("", False),
    ],
)
def test_a_stamp_with_another_number(text: str, found: bool) -> None:
    own = Organization(short_name="МБОУ «Школа № 7»")
    for number, expected in (("5", found), (None, False)):
        register = _register({"number": number, "file": "а.docx"})
        said = _said(papers.annex_number, register, own, document_texts={"а.docx": text})
        assert bool(said) is expected


@pytest.mark.parametrize(("day", "found"), [(date(2025, 2, 28), 1), (date(2025, 3, 1), 0),
                                            (None, 0)])  # fmt: skip
def test_a_law_is_judged_by_the_day_of_the_document(day: date | None, found: int) -> None:
    register = _register({"date": day, "file": "а.docx"})
    texts = {"а.docx": "статья 351.8"}
    assert len(_said(papers.law_miscited, register, document_texts=texts)) == found


@pytest.mark.parametrize(
    ("responsible", "said"),
    [
        ("li", []),
        ("lu", ["кода «lu» нет в data/people.yaml. Возможно, вы имели в виду «li»?"]),
        ("zzzzzz", ["кода «zzzzzz» нет в data/people.yaml"]),
        ("5", []),
        ("Орлова А.П.", []),
        (
            "Арлова А.П.",
            ["«Арлова А.П.» нет в data/people.yaml. Возможно, вы имели в виду «Орлова А.П.»?"],
        ),
        ("Арлова А.С.", []),
        ("Чужакова А.П.", []),
        (None, []),
    ],
)
def test_a_responsible_who_is_misspelt(responsible: str | None, said: list[str]) -> None:
    orlova = Person(id="or", surname="Орлова", name="А.", patronymic="П.")
    known = People(people=(Person(id="li", surname="Ли"), orlova))
    plan = roadmap(task(responsible=responsible))
    found = _said(people_checks.responsible_unknown, known, plan)
    assert [each.split(". Возможно")[0] for each in found] == [
        each.split(". Возможно")[0] for each in said
    ]


@pytest.mark.parametrize(
    ("surnames", "found"),
    [(("Ли", "Но"), 0), (("Ли", "Ли"), 2), (("Ли", "ли", "Но"), 2), (("Ли", "Ли", "Ли"), 3)],
)
def test_namesakes(surnames: tuple[str, ...], found: int) -> None:
    known = People(people=tuple(Person(id=f"p{n}", surname=each)
                                for n, each in enumerate(surnames)))  # fmt: skip
    assert len(_said(people_checks.namesakes, known)) == found


@pytest.mark.parametrize(
    ("keys", "missing"),
    [
        ({}, ["full_name", "place", "director", "coordinator"]),
        ({"full_name": "Ц", "place": "С", "director": "a", "coordinator": "b"}, []),
        ({"full_name": "Ц", "director": "a", "coordinator": "b"}, ["place"]),
    ],
)
def test_what_every_document_needs(keys: dict[str, str], missing: list[str]) -> None:
    own = Organization(short_name="Центр", **keys)  # type: ignore[arg-type]  # a table of keys
    said = _said(people_checks.organization_incomplete, own)
    assert [each.split("»")[0].split("«")[1] for each in said] == missing


def test_without_an_organization_one_finding_says_so() -> None:
    assert len(_said(people_checks.organization_incomplete)) == 1


def test_references_roles_and_codes() -> None:
    own = pairs_file(pair("a", "m", "x", "ghost"), pair("a", "m"))
    files = (people("M", "X"), mentors("m"), own)
    assert _said(people_checks.reference_unknown, *files) == [
        "записи с кодом «ghost» нет в data/people.yaml"
    ]
    assert _said(people_checks.role_missing, *files) == [
        "X: в паре есть, а в data/mentees.yaml нет"
    ]
    assert _said(people_checks.code_repeated, *files) == ["код «a» уже занят выше"]
    broken: dict[str, Any] = {"unreadable": frozenset({"people", "mentees"})}
    assert _said(people_checks.reference_unknown, *files, **broken) == []
    assert _said(people_checks.role_missing, *files, **broken) == []


def test_records_that_are_closed_or_open() -> None:
    locked = People(
        people=(Person(id="x", surname="—", locked="шифр"), Person(id="y", surname="Й"))
    )
    assert _said(people_checks.record_locked, locked) == [
        "запись «x» зашифрована, ключа к ней здесь нет"
    ]
    data = dataset(
        exposures=(VaultFault("data/mentors.yaml", "x", "y"), VaultFault(None, "x", "y"))
    )
    assert [each.file for each in people_checks.personal_data_exposed(data, DAY)] == [
        "data/mentors.yaml", "data/people.yaml"
    ]  # fmt: skip
