"""Numbers in words, in every case."""

import pytest

from roadmap_cli.text.grammar import Case
from roadmap_cli.text.numbers import number_in_words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "ноль"), (1, "один"), (2, "два"), (10, "десять"), (11, "одиннадцать"),
        (19, "девятнадцать"), (20, "двадцать"), (21, "двадцать один"), (100, "сто"),
        (111, "сто одиннадцать"), (1000, "одна тысяча"), (-1, "минус один"),
    ],
)  # fmt: skip
def test_a_number_in_words(number: int, words: str) -> None:
    assert number_in_words(number) == words


@pytest.mark.parametrize(
    ("case", "words"),
    [
        ("nominative", "пять"),
        ("genitive", "пяти"),
        ("dative", "пяти"),
        ("accusative", "пять"),
        ("instrumental", "пятью"),
        ("prepositional", "пяти"),
    ],
)
def test_a_number_in_a_case(case: str, words: str) -> None:
    assert number_in_words(5, case) == words


def test_cases_that_look_alike_in_five_differ_in_two() -> None:
    told = [number_in_words(2, case.value) for case in Case]
    assert told == ["два", "двух", "двум", "два", "двумя", "двух"]


@pytest.mark.parametrize(("number", "words"), [(1, "один"), (3, "три"), (22, "двадцать два")])
def test_things_are_counted_not_people(number: int, words: str) -> None:
    assert number_in_words(number, "accusative") == words


def test_a_case_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="vocative"):
        number_in_words(1, "vocative")
