"""Every form in which a name may stand: those of the engine, and in doubt those of other rules."""

import re
from pathlib import Path

import pytest

from roadmap_cli.text.declension.variants import (
    beginning,
    family_forms,
    first_name_forms,
    patronymic_forms,
    stands_alone,
    surname_forms,
    words_in,
)
from roadmap_cli.text.grammar import Gender

DATA = Path(__file__).parent.parent / "data"
M, F = Gender.MALE, Gender.FEMALE
ROWS = [row.split("\t") for row in (DATA / "peoples_surnames.tsv").read_text("utf-8").splitlines()]


def _plain(text: str) -> str:
    return text.lower().replace("ё", "е")


@pytest.mark.parametrize("row", ROWS[1:], ids=lambda row: row[0])
def test_every_accepted_form_of_a_surname_is_there(row: list[str]) -> None:
    """All variants that the table accepts, and each begins as the surname does."""
    surname, gender, *forms = row
    parts = surname_forms(surname, M if gender == "m" else F)
    known = [{_plain(form) for form in part} for part in parts]
    for accepted in "|".join(forms[:4]).split("|"):
        for part, word in zip(known, words_in(accepted), strict=True):
            assert _plain(word) in part, accepted
    for part, word in zip(known, words_in(surname), strict=True):
        assert all(form.startswith(beginning(_plain(word))) for form in part)


@pytest.mark.parametrize(
    ("surname", "gender", "there", "not_there"),
    [
        ("Коваль", M, "коваль коваля ковалю ковалем ковалём", "ковалой"),
        ("Коваль", F, "коваль", "коваля ковалю"),
        ("Коваль", None, "коваль коваля", ""),
        ("Орлов", M, "орлова орловым", "орловой орловы"),
        ("Орлов", F, "орлов орлова", ""),
        ("Голова", F, "головой головы голове голову", ""),
        ("Ирек", M, "ирека ирка", ""),
        ("Иванов.", M, "иванова", ""),
        ("Smith", M, "smith", "smithа"),
    ],
)
def test_forms_of_a_surname(
    surname: str, gender: Gender | None, there: str, not_there: str
) -> None:
    (forms,) = surname_forms(surname, gender)
    assert forms.issuperset(there.split())
    assert forms.isdisjoint(not_there.split())


def test_a_double_surname_has_forms_word_by_word() -> None:
    first, second = surname_forms("Гринь-Котова", F)
    assert "гринь" in first
    assert {"котова", "котовой", "котову"} <= second
    of_a_man = surname_forms("Бонч-Бруевич", M)
    assert of_a_man[0] == {"бонч"}
    assert "бруевичем" in of_a_man[1]


@pytest.mark.parametrize(
    ("half", "alone"),
    [("Котова", True), ("Бонч", False), ("оглы", False), ("Де", False), ("Гринь", True)],
)
def test_which_halves_name_somebody(half: str, alone: bool) -> None:
    assert stands_alone(half) is alone


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("Орлов", "орловы орловых орловым орловыми"),
        ("Орлова", "орловы орловых орловым орловыми"),
        ("Савицкая", "савицкие савицких савицким савицкими"),
        ("Коваль", ""),
        ("Черных", ""),
    ],
)
def test_a_family(word: str, forms: str) -> None:
    assert family_forms(word) == set(forms.split())


@pytest.mark.parametrize(
    ("name", "gender", "there"),
    [
        ("Наталья", F, "наталья наталии натальей наталию"),
        ("Павел", M, "павла павлу"),
        ("Анна-Мария", F, "анны марии"),
        ("Женя", None, "жени женей"),
    ],
)
def test_forms_of_a_first_name(name: str, gender: Gender | None, there: str) -> None:
    assert first_name_forms(name, gender).issuperset(there.split())


def test_forms_of_a_patronymic() -> None:
    assert {"геннадьевны", "геннадиевной"} <= patronymic_forms("Геннадьевна", F)
    assert patronymic_forms("Мамед оглы", M) >= {"мамед"}
    assert "оглы" not in patronymic_forms("Мамед оглы", M)


@pytest.mark.parametrize(
    ("word", "begins"),
    [("кузнецова", "кузнецов"), ("савицкий", "савицк"), ("лев", "л"), ("заяц", "з"), ("ли", "л"),
     ("машина", "машин"), ("гринкевич", "гринк")],
)  # fmt: skip
def test_what_all_forms_begin_with(word: str, begins: str) -> None:
    assert beginning(word) == begins
    assert re.match(begins, word)
