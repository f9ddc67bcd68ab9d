"""A person: of age on the eighteenth birthday, called in full or with initials."""

from datetime import date

import pytest

from roadmap_cli.domain.model.case_forms import CaseForms
from roadmap_cli.domain.model.files.people import People, Person
from roadmap_cli.text.grammar import Case, Gender

BORN = date(2008, 3, 15)


def _person(**keys: object) -> Person:
    values = {"id": "li", "surname": "Ли", **keys}
    return Person(**values)  # type: ignore[arg-type]  # a table of keys


@pytest.mark.parametrize(
    ("keys", "day", "minor"),
    [
        ({"born": BORN}, date(2026, 3, 14), True),
        ({"born": BORN}, date(2026, 3, 15), False),
        ({"born": BORN}, date(2026, 3, 16), False),
        ({"born": BORN}, date(2026, 2, 28), True),
        ({"born": BORN}, date(2026, 4, 1), False),
        ({"born": BORN}, date(2025, 12, 31), True),
        ({"born": BORN}, date(2027, 1, 1), False),
        ({"born": BORN}, date(2008, 3, 15), True),
        ({"born": date(2008, 2, 29)}, date(2026, 2, 28), True),
        ({"born": date(2008, 2, 29)}, date(2026, 3, 1), False),
        ({"birth_year": 2008}, date(2025, 12, 31), True),
        ({"birth_year": 2008}, date(2026, 1, 1), False),
        ({"birth_year": 2008}, date(2027, 1, 1), False),
        ({"born": BORN, "birth_year": 1990}, date(2026, 3, 14), True),
        ({"born": date(1990, 1, 1), "birth_year": 2020}, date(2026, 3, 14), False),
        ({}, date(2026, 1, 1), False),
    ],
)
def test_somebody_is_a_minor_until_the_eighteenth_birthday(
    keys: dict[str, object], day: date, minor: bool
) -> None:
    assert _person(**keys).is_minor(day) is minor


@pytest.mark.parametrize(
    ("name", "patronymic", "full", "signature", "given"),
    [
        ("Анна", "Петровна", "Ли Анна Петровна", "А.П. Ли", "Анна Петровна"),
        ("А.", "П.", "Ли А.П.", "А.П. Ли", None),
        ("А", "П", "Ли А.П.", "А.П. Ли", None),
        ("Анна", "П.", "Ли Анна П.", "А.П. Ли", None),
        ("Анна", None, "Ли Анна", "А. Ли", "Анна"),
        ("А.", None, "Ли А.", "А. Ли", None),
        (None, None, "Ли", "Ли", None),
        ("Ян", "Юн", "Ли Ян Юн", "Я.Ю. Ли", "Ян Юн"),
        ("Ян", "Ю.", "Ли Ян Ю.", "Я.Ю. Ли", None),
    ],
)
def test_a_name_is_written_as_far_as_it_is_known(
    name: str | None, patronymic: str | None, full: str, signature: str, given: str | None
) -> None:
    person = _person(name=name, patronymic=patronymic)
    assert person.full_name == full
    assert person.signature_name == signature
    assert person.given_names == given


def test_a_form_given_by_hand_wins() -> None:
    cases = CaseForms(genitive="Лии Анны")
    person = _person(name="Анна", gender=Gender.FEMALE, name_cases=cases, position_cases=cases)
    assert person.name_in(Case.GENITIVE) == "Лии Анны"
    assert person.with_initials(Case.GENITIVE) == "Лии А."
    assert person.name_in(Case.NOMINATIVE) == "Ли Анна"
    assert person.position_in(Case.GENITIVE) == "Лии Анны"
    assert person.with_initials(Case.NOMINATIVE) == "Ли А."


def test_without_a_form_of_its_own_a_name_is_declined() -> None:
    person = _person(surname="Орлова", name="Анна", patronymic="Ильинична", position="учитель")
    assert person.name_in(Case.NOMINATIVE) == "Орлова Анна Ильинична"
    assert person.name_in(Case.DATIVE) == "Орловой Анне Ильиничне"
    assert person.with_initials(Case.DATIVE) == "Орловой А.И."
    assert person.position_in(Case.DATIVE) == "учителю"
    assert _person().position_in(Case.DATIVE) == ""


def test_the_gender_is_told_or_seen_from_the_patronymic() -> None:
    assert _person(name="Женя", patronymic="Петровна").known_gender is Gender.FEMALE
    own = _person(name="Женя", patronymic="Петровна", gender=Gender.MALE)
    assert own.known_gender is Gender.MALE
    assert _person(name="Ж.").known_gender is None


def test_people_are_found_by_code_and_the_forgotten_are_known() -> None:
    gone = Person(id="no", surname="Но", forgotten_on=BORN)
    people = People(people=(_person(), gone))
    assert people.find("no") is gone
    assert people.find("nobody") is None
    assert people.find(None) is None
    assert people.forgotten == {"no"}
