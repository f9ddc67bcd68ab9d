"""Which record a word means, what it is called, which code a new one gets."""

import pytest

from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.consents import ConsentKind, Consents
from roadmap_cli.domain.model.files.organization import Organization
from roadmap_cli.domain.model.files.partners import Partner, Partners
from roadmap_cli.domain.model.files.people import People, Person
from roadmap_cli.domain.model.files.plans import DevelopmentPlan, DevelopmentPlans
from roadmap_cli.domain.model.files.programs import Program, Programs
from roadmap_cli.domain.model.kinds import Choice, Day, Many, Reference, Text, TextOrCode
from roadmap_cli.domain.model.record import placed
from roadmap_cli.domain.registries.codes import new_code
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.domain.registries.lookup import find_code, find_item, person_code
from roadmap_cli.domain.registries.references import links
from roadmap_cli.errors import RequestInvalidError, UnknownNameError
from roadmap_cli.text.drawn_codes import is_random
from tests.records import (
    DAY,
    consent,
    dataset,
    mentees,
    mentors,
    pair,
    pairs,
    people,
    roadmap,
    task,
)

PEOPLE = Dataset.people


def _person(code: str, name: str) -> Person:
    parts = [*name.split(), None, None]
    return Person(id=code, surname=str(parts[0]), name=parts[1], patronymic=parts[2])


KNOWN = Directory(
    dataset(
        People(
            people=(
                _person("ivan", "Иванова Анна Петровна"),
                _person("ivanko", "Иванко Олег Ильич"),
                _person("petr", "Петров Иван Ильич"),
                _person("li-1", "Ли Ян Юн"),
                _person("li-2", "Ли Ян Юн"),
                _person("anna", "Анна Ольга"),
            )
        )
    )
)


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("ivan", "ivan"),
        ("li-2", "li-2"),
        ("Иванова Анна Петровна", "ivan"),
        ("иванова анна", "ivan"),
        ("Анна Иванова", "ivan"),
        ("Иванова", "ivan"),
        ("Иван", "petr"),
        ("Ольга", "anna"),
        ("Иванова А.П.", "ivan"),
        ("Иванова А.", "ivan"),
        ("Иванк", "ivanko"),
        ("Иван Оле", "ivanko"),
        ("ванко", "ivanko"),
        ("Ли Ян Юн (li-1)", "li-1"),
    ],
)
def test_the_nearest_name_is_meant(word: str, code: str) -> None:
    assert find_code(KNOWN, PEOPLE, word) == code
    assert person_code(KNOWN, word) == code
    found = find_item(KNOWN, PEOPLE, word)
    assert PEOPLE.identity(found) == code


@pytest.mark.parametrize(
    ("word", "offered"),
    [
        ("Ли", "li-1 (Ли Ян Юн (li-1)); li-2 (Ли Ян Юн (li-2))."),
        ("Ильич", "ivanko (Иванко Олег Ильич); petr (Петров Иван Ильич)."),
        ("Анна", "ivan (Иванова Анна Петровна); anna (Анна Ольга)."),
    ],
)
def test_a_word_that_fits_several_is_a_question(word: str, offered: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        find_code(KNOWN, PEOPLE, word)
    assert caught.value.message == f"«{word}» подходит нескольким"
    assert caught.value.hint == f"Назовите код: {offered}"


@pytest.mark.parametrize(
    ("likely", "code"),
    [(["li-1"], "li-1"), (["li-2", "ivan"], "li-2"), (["li-1", "li-2"], None), (["ivan"], None)],
)
def test_of_several_the_only_likely_one_is_meant(likely: list[str], code: str | None) -> None:
    if code is not None:
        assert find_code(KNOWN, PEOPLE, "Ли", likely=likely) == code
        return
    with pytest.raises(UnknownNameError, match="подходит нескольким"):
        find_code(KNOWN, PEOPLE, "Ли", likely=likely)


def test_the_only_one_is_meant_even_if_not_likely() -> None:
    assert find_code(KNOWN, PEOPLE, "Иванова", likely=["petr"]) == "ivan"


@pytest.mark.parametrize("word", ["Иванова", "Иванова А.П.", "Иванова Анна", "", "  "])
def test_a_whole_name_is_wanted_where_a_slip_would_harm(word: str) -> None:
    with pytest.raises(UnknownNameError, match=r"нет$"):
        find_code(KNOWN, PEOPLE, word, whole=True)
    assert find_code(KNOWN, PEOPLE, "иванова анна петровна", whole=True) == "ivan"
    assert find_code(KNOWN, PEOPLE, "ivan", whole=True) == "ivan"


@pytest.mark.parametrize(("count", "more"), [(7, ""), (8, ""), (9, " и ещё 1"), (10, " и ещё 2")])
def test_no_more_than_eight_are_offered(count: int, more: str) -> None:
    known = [_person(f"p{number}", f"Ли Ян{number}") for number in range(count)]
    directory = Directory(dataset(People(people=tuple(known))))
    with pytest.raises(UnknownNameError) as caught:
        find_code(directory, PEOPLE, "Ли")
    hint = str(caught.value.hint)
    assert hint.count(";") == min(count, 8) - 1
    assert hint.endswith(f"){more}.")
    with pytest.raises(UnknownNameError) as caught:
        find_code(directory, PEOPLE, "Щукина")
    assert str(caught.value.hint).count(";") == min(count, 8) - 1


def test_a_code_that_stands_twice_is_told() -> None:
    directory = Directory(dataset(pairs(pair("a", "m"), pair("a", "n"), pair("b", "n"))))
    with pytest.raises(RequestInvalidError, match=r"код «a» в data/pairs\.yaml повторяется"):
        find_item(directory, Dataset.pairs, "a")
    assert Dataset.pairs.identity(find_item(directory, Dataset.pairs, "b")) == "b"


def test_an_empty_registry_offers_nothing() -> None:
    with pytest.raises(UnknownNameError) as caught:
        find_code(Directory(dataset()), PEOPLE, "Ли")
    assert caught.value.message == "записи «Ли» в data/people.yaml нет"
    assert caught.value.hint is None


NAMED = Directory(
    dataset(
        People(people=(_person("li", "Ли Ян"), Person(id="blank", surname=""))),
        mentors("li", "ghost"),
        mentees("blank"),
        pairs(pair("a", "li", "blank", "ghost")),
        DevelopmentPlans(plans=(DevelopmentPlan(pair="a"),)),
        Partners(partners=(Partner(id="p", name="Завод"),)),
        Programs(programs=(Program(id="g", title="Рост"),)),
        Consents(consents=(consent("li", ConsentKind.IMAGE),)),
    )
)


@pytest.mark.parametrize(
    ("registry", "code", "name"),
    [
        ("people", "li", "Ли Ян"),
        ("people", "blank", "blank"),
        ("people", "stranger", "stranger"),
        ("mentors", "li", "Ли Ян"),
        ("mentors", "ghost", "ghost"),
        ("mentees", "blank", "blank"),
        ("partners", "p", "Завод"),
        ("programs", "g", "Рост"),
        ("consents", "li-image", "Ли Ян, на использование изображения"),
        ("pairs", "a", "Ли Ян – blank – ghost"),
        ("plans", "a", "Ли Ян – blank – ghost"),
    ],
)
def test_the_name_behind_a_code(registry: str, code: str, name: str) -> None:
    assert NAMED.name(registry, code) == name


@pytest.mark.parametrize(
    ("kind", "value", "shown"),
    [
        (Text(), None, ""),
        (Text(), "а", "а"),
        (Day(), DAY, "01.12.2025"),
        (Choice(ConsentKind), ConsentKind.IMAGE, "на использование изображения"),
        (Reference("people"), "li", "Ли Ян"),
        (Reference("people"), "stranger", "stranger"),
        (Reference("people", "partners", "pairs"), "p", "Завод"),
        (TextOrCode("people"), "li", "Ли Ян"),
        (TextOrCode("people"), "Директор", "Директор"),
        (Many(Reference("people")), ("li", "stranger"), "Ли Ян; stranger"),
        (Many(Text()), (), ""),
    ],
)
def test_a_value_as_a_person_reads_it(kind: Text, value: object, shown: str) -> None:
    assert NAMED.shown(kind, value) == shown


def test_only_namesakes_carry_their_codes() -> None:
    names = KNOWN.names("people")
    assert names["li-1"] == "Ли Ян Юн (li-1)"
    assert names["ivan"] == "Иванова Анна Петровна"
    assert list(names) == ["ivan", "ivanko", "petr", "li-1", "li-2", "anna"]


def test_every_reference_is_found_with_its_place() -> None:
    own = placed(pair("a", "li", "no"), ("pairs", 0))
    plan = roadmap(task(1, responsible="li"), task(2, responsible="Ли Ян"))
    organization = Organization(short_name="Ц", curators=("li", "ghost"))
    data = dataset(people("Li"), pairs(own), organization, plan)
    found = {(each.at, each.target, each.code, each.role) for each in links(data)}
    assert found == {
        (("pairs", 0, "mentor"), "people", "li", False),
        (("pairs", 0, "mentor"), "mentors", "li", True),
        (("pairs", 0, "mentees", 0), "people", "no", False),
        (("pairs", 0, "mentees", 0), "mentees", "no", True),
        (("curators", 0), "people", "li", False),
        (("curators", 1), "people", "ghost", False),
        (("stages", 0, "activities", 0, "tasks", 0, "responsible"), "people", "li", False),
    }


@pytest.mark.parametrize(
    ("registry", "given", "begins"),
    [
        ("partners", {"name": "Завод"}, "zavod-"),
        ("programs", {"title": "Рост"}, "rost-"),
        ("pairs", {"mentor": "li", "mentees": ["a", "b"]}, "li-"),
    ],
)
def test_a_new_code_says_what_the_record_is(
    registry: str, given: dict[str, str | list[str]], begins: str
) -> None:
    code = new_code(dataset(), registry, given, ())
    assert code.startswith(begins)
    assert code == new_code(dataset(salt="other"), registry, given, ("other",))
    other = new_code(dataset(), registry, given, (code,))
    assert other != code
    assert other.startswith(begins)


def test_the_code_of_a_person_is_random() -> None:
    """Two runs draw two codes for one name, one run the same for its preview and its write."""
    given = {"surname": "Иванова", "name": "Анна"}
    codes = {new_code(dataset(salt=str(n)), "people", given, ()) for n in range(200)}
    assert len(codes) == 200
    assert all(is_random(code) for code in codes)
    code = new_code(dataset(), "people", given, ())
    assert code == new_code(dataset(), "people", given, ())
    assert code != new_code(dataset(), "people", given, (code,))


@pytest.mark.parametrize(
    ("code", "random"),
    [
        ("p-bcd23", True), ("p-bcd234", True), ("p-bcd2", False), ("p-ivan1", False),
        ("iap-3f2", False), ("novik", False), ("p-bcd2o", False),
    ],
)  # fmt: skip
def test_a_drawn_code_is_told_from_a_telling_one(code: str, random: bool) -> None:
    assert is_random(code) is random


@pytest.mark.parametrize("word", ["Лапина", "лапина", "Марина", "Лапина Марина"])
def test_a_name_of_two_alphabets_is_pointed_at(word: str) -> None:
    """It looks the same on the screen."""
    named = Directory(dataset(People(people=(_person("x", "Лaпинa Маринa Ильинична"),))))
    with pytest.raises(UnknownNameError) as refused:
        find_code(named, PEOPLE, word)
    assert "Похоже на «Лaпинa Маринa Ильинична». В слове «Лaпинa» 2-я" in (refused.value.hint or "")
