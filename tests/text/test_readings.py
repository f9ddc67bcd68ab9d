"""What a word of a running text may be, by the dictionary."""

import pytest

from roadmap_cli.text.declension.readings import (
    is_function_word,
    is_given_name,
    is_ordinary,
    is_surname,
    may_agree,
)


@pytest.mark.parametrize(
    ("word", "small", "capital"),
    [
        ("белым", True, True),
        ("зайцем", True, True),
        ("голова", True, True),
        ("орлов", True, False),
        ("королева", True, True),
        ("иванов", False, False),
        ("кузнецова", False, False),
        ("алиса", False, False),
        ("гринкевич", False, False),
    ],
)
def test_ordinary_words(word: str, small: bool, capital: bool) -> None:
    assert is_ordinary(word) is small
    assert is_ordinary(word, capital=True) is capital


@pytest.mark.parametrize(
    ("word", "given", "later"),
    [
        ("алисой", True, False),
        ("ильича", True, True),
        ("рашидовной", True, True),
        ("мамедкулиевичем", True, True),
        ("дача", False, False),
        ("но", False, False),
        ("ли", False, False),
        ("директор", False, False),
    ],
)
def test_given_names(word: str, given: bool, later: bool) -> None:
    assert is_given_name(word) is given
    assert is_given_name(word, later=True) is later


@pytest.mark.parametrize(
    ("word", "surname", "function"),
    [("ивановой", True, False), ("ли", True, True), ("директор", False, False), ("и", False, True)],
)
def test_surnames_and_function_words(word: str, surname: bool, function: bool) -> None:
    assert is_surname(word) is surname
    assert is_function_word(word) is function


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("кузнецова", "алиса", True),
        ("кузнецовой", "алисе", True),
        ("кузнецовой", "борис", False),
        ("иванов", "алисе", False),
        ("дюма", "анны", True),
    ],
)
def test_words_in_one_case(one: str, other: str, agree: bool) -> None:
    assert may_agree(one, other) is agree
