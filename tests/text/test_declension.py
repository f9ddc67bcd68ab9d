"""Names and positions in the Russian cases, against forms checked by hand."""

from pathlib import Path

import pytest

from roadmap_cli.domain.model.files.people import CaseForms, Person
from roadmap_cli.text.declension.names import declined, gender_of
from roadmap_cli.text.declension.positions import declined_position
from roadmap_cli.text.grammar import Case, Gender
from roadmap_cli.text.names import FullName
from roadmap_cli.text.numbers import number_in_words
from tests.conftest import ROOT, Run

DATA = ROOT / "tests" / "data"
OBLIQUE = [case for case in Case if case is not Case.NOMINATIVE]


def _rows(name: str) -> list[list[str]]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()[1:]
    return [line.split("\t") for line in lines]


POSITIONS = _rows("positions.tsv")
SURNAMES = _rows("surnames.tsv")


def test_there_are_enough_positions() -> None:
    assert len(POSITIONS) >= 120
    assert all(len(row) == 6 for row in POSITIONS)


@pytest.mark.parametrize("row", POSITIONS, ids=lambda row: row[0])
def test_position(row: list[str]) -> None:
    position, *forms = row
    assert [declined_position(position, case)[0] for case in OBLIQUE] == forms
    assert declined_position(position, Case.NOMINATIVE)[0] == position


@pytest.mark.parametrize("row", SURNAMES, ids=" ".join)
def test_surname(row: list[str]) -> None:
    surname, form, gender, case = row
    assert declined(FullName(surname), Case(case), Gender(gender)).name.surname == form


@pytest.mark.parametrize(
    ("patronymic", "gender"),
    [
        ("Петровна", Gender.FEMALE), ("Ильинична", Gender.FEMALE), ("Ильич", Gender.MALE),
        ("Мамед оглы", Gender.MALE), ("Али кызы", Gender.FEMALE), ("П.", None), (None, None),
    ],
)  # fmt: skip
def test_the_patronymic_tells_the_gender(patronymic: str | None, gender: Gender | None) -> None:
    assert gender_of(FullName("Ли", "А", patronymic)) is gender


def _person(**values: object) -> Person:
    return Person(**{"id": "x", "surname": "Гринкевич", "name": "Т.", "patronymic": "Ю.", **values})  # type: ignore[arg-type]  # a shorthand


def test_initials_stay_and_the_gender_decides() -> None:
    assert _person().name_in(Case.DATIVE) == "Гринкевич Т.Ю."
    assert _person(gender=Gender.FEMALE).name_in(Case.DATIVE) == "Гринкевич Т.Ю."
    assert _person(gender=Gender.MALE).name_in(Case.DATIVE) == "Гринкевичу Т.Ю."


def test_whole_names() -> None:
    woman = _person(surname="Иванова", name="Анна", patronymic="Петровна", position="методист")
    assert woman.name_in(Case.ACCUSATIVE) == "Иванову Анну Петровну"
    assert woman.with_initials(Case.DATIVE) == "Ивановой А.П."
    man = _person(surname="Соколов", name="Пётр", patronymic="Львович")
    assert man.name_in(Case.INSTRUMENTAL) == "Соколовым Петром Львовичем"
    assert man.with_initials(Case.GENITIVE) == "Соколова П.Л."


def test_a_form_given_by_hand_wins() -> None:
    person = _person(
        gender=Gender.MALE,
        name_cases=CaseForms(dative="Гринкевич Тарасу Юрьевичу"),
        position="и.о. директора",
        position_cases=CaseForms(dative="исполняющему обязанности директора"),
    )
    assert person.name_in(Case.DATIVE) == "Гринкевич Тарасу Юрьевичу"
    assert person.name_in(Case.GENITIVE) == "Гринкевича Т.Ю."
    assert person.position_in(Case.DATIVE) == "исполняющему обязанности директора"


@pytest.mark.parametrize(
    ("number", "case", "words"),
    [
        (6, "nominative", "шесть"), (21, "genitive", "двадцати одного"),
        (40, "dative", "сорока"), (112, "nominative", "сто двенадцать"),
        (2, "instrumental", "двумя"),
    ],
)  # fmt: skip
def test_numbers_in_words(number: int, case: str, words: str) -> None:
    assert number_in_words(number, case) == words


def test_the_whole_table_on_the_screen(run: Run, workspace: Path) -> None:
    line = "{id: i, surname: Иванова, name: Анна, patronymic: Петровна, position: методист}"
    (workspace / "data" / "people.yaml").write_text(f"people:\n- {line}\n", encoding="utf-8")
    outcome = run("person", "cases", "Иванова")
    assert "Иванову Анну Петровну" in outcome.out
    assert "методиста" in outcome.out
    data = run("person", "cases", "i", "--json").data
    assert data["gender"] == "female"
    assert len(data["cases"]) == 6


def test_an_unknown_gender_is_said(run: Run) -> None:
    outcome = run("person", "cases", "grinkevich")
    assert "Пол неизвестен" in outcome.out
    assert run("person", "cases", "никто").code == 1
