"""Numbers in words, in every case."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_cli.text.grammar import Case
from roadmap_cli.text.numbers import number_in_words

GENDERS = ("masculine", "feminine", "neuter")


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


# Every word that a number is made of, by the school grammar: nominative, genitive, dative,
# accusative, instrumental, prepositional.
_FORMS = """
    0    ноль         ноля          нолю          ноль         нолём             ноле
    1    один         одного        одному        один         одним             одном
    2    два          двух          двум          два          двумя             двух
    3    три          трёх          трём          три          тремя             трёх
    4    четыре       четырёх       четырём       четыре       четырьмя          четырёх
    5    пять         пяти          пяти          пять         пятью             пяти
    6    шесть        шести         шести         шесть        шестью            шести
    7    семь         семи          семи          семь         семью             семи
    8    восемь       восьми        восьми        восемь       восемью           восьми
    9    девять       девяти        девяти        девять       девятью           девяти
    10   десять       десяти        десяти        десять       десятью           десяти
    11   одиннадцать  одиннадцати   одиннадцати   одиннадцать  одиннадцатью      одиннадцати
    12   двенадцать   двенадцати    двенадцати    двенадцать   двенадцатью       двенадцати
    13   тринадцать   тринадцати    тринадцати    тринадцать   тринадцатью       тринадцати
    14   четырнадцать четырнадцати  четырнадцати  четырнадцать четырнадцатью     четырнадцати
    15   пятнадцать   пятнадцати    пятнадцати    пятнадцать   пятнадцатью       пятнадцати
    16   шестнадцать  шестнадцати   шестнадцати   шестнадцать  шестнадцатью      шестнадцати
    17   семнадцать   семнадцати    семнадцати    семнадцать   семнадцатью       семнадцати
    18   восемнадцать восемнадцати  восемнадцати  восемнадцать восемнадцатью     восемнадцати
    19   девятнадцать девятнадцати  девятнадцати  девятнадцать девятнадцатью     девятнадцати
    20   двадцать     двадцати      двадцати      двадцать     двадцатью         двадцати
    30   тридцать     тридцати      тридцати      тридцать     тридцатью         тридцати
    40   сорок        сорока        сорока        сорок        сорока            сорока
    50   пятьдесят    пятидесяти    пятидесяти    пятьдесят    пятьюдесятью      пятидесяти
    60   шестьдесят   шестидесяти   шестидесяти   шестьдесят   шестьюдесятью     шестидесяти
    70   семьдесят    семидесяти    семидесяти    семьдесят    семьюдесятью      семидесяти
    80   восемьдесят  восьмидесяти  восьмидесяти  восемьдесят  восемьюдесятью    восьмидесяти
    90   девяносто    девяноста     девяноста     девяносто    девяноста         девяноста
    100  сто          ста           ста           сто          ста               ста
    200  двести       двухсот       двумстам      двести       двумястами        двухстах
    300  триста       трёхсот       трёмстам      триста       тремястами        трёхстах
    400  четыреста    четырёхсот    четырёмстам   четыреста    четырьмястами     четырёхстах
    500  пятьсот      пятисот       пятистам      пятьсот      пятьюстами        пятистах
    600  шестьсот     шестисот      шестистам     шестьсот     шестьюстами       шестистах
    700  семьсот      семисот       семистам      семьсот      семьюстами        семистах
    800  восемьсот    восьмисот     восьмистам    восемьсот    восемьюстами      восьмистах
    900  девятьсот    девятисот     девятистам    девятьсот    девятьюстами      девятистах
"""
_ROWS = [row.split() for row in _FORMS.strip().splitlines()]


@pytest.mark.parametrize("row", _ROWS, ids=lambda row: row[0])
def test_every_word_in_every_case(row: list[str]) -> None:
    assert [number_in_words(int(row[0]), case.value) for case in Case] == row[1:]


@pytest.mark.parametrize(
    ("number", "gender", "words"),
    [
        (1, "masculine", "один одного одному один одним одном"),
        (1, "feminine", "одна одной одной одну одной одной"),
        (1, "neuter", "одно одного одному одно одним одном"),
        (2, "masculine", "два двух двум два двумя двух"),
        (2, "feminine", "две двух двум две двумя двух"),
        (2, "neuter", "два двух двум два двумя двух"),
        (3, "feminine", "три трёх трём три тремя трёх"),
    ],
)
def test_one_and_two_have_the_gender_of_what_is_counted(
    number: int, gender: str, words: str
) -> None:
    assert [number_in_words(number, case.value, gender) for case in Case] == words.split()


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1000, ["одна тысяча", "одной тысячи", "одной тысяче",
                "одну тысячу", "одной тысячей", "одной тысяче"]),
        (2000, ["две тысячи", "двух тысяч", "двум тысячам",
                "две тысячи", "двумя тысячами", "двух тысячах"]),
        (5000, ["пять тысяч", "пяти тысяч", "пяти тысячам",
                "пять тысяч", "пятью тысячами", "пяти тысячах"]),
        (11000, ["одиннадцать тысяч", "одиннадцати тысяч", "одиннадцати тысячам",
                 "одиннадцать тысяч", "одиннадцатью тысячами", "одиннадцати тысячах"]),
        (10**6, ["один миллион", "одного миллиона", "одному миллиону",
                 "один миллион", "одним миллионом", "одном миллионе"]),
        (2 * 10**9, ["два миллиарда", "двух миллиардов", "двум миллиардам",
                     "два миллиарда", "двумя миллиардами", "двух миллиардах"]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("gender", ["masculine", "feminine", "neuter"])
def test_thousands_have_a_gender_of_their_own(number: int, words: list[str], gender: str) -> None:
    assert [number_in_words(number, case.value, gender) for case in Case] == words


@pytest.mark.parametrize(
    ("number", "case", "gender", "words"),
    [
        (21, "genitive", "masculine", "двадцати одного"),
        (2021, "nominative", "feminine", "две тысячи двадцать одна"),
        (22_022, "accusative", "feminine", "двадцать две тысячи двадцать две"),
        (2_000_002, "nominative", "feminine", "два миллиона две"),
        (1_001_001, "accusative", "feminine", "один миллион одну тысячу одну"),
        (-21, "instrumental", "neuter", "минус двадцатью одним"),
    ],
)
def test_each_word_of_a_number_is_declined(number: int, case: str, gender: str, words: str) -> None:
    assert number_in_words(number, case, gender) == words


@given(st.integers(20, 10**12 - 1), st.sampled_from(Case), st.sampled_from(GENDERS))
def test_a_number_is_its_parts_one_after_another(number: int, case: Case, gender: str) -> None:
    part = next(size for size in (10**9, 10**6, 1000, 100, 10) if number >= size)
    rest = number % part
    words = number_in_words(number - rest, case.value, gender)
    if rest:
        words += " " + number_in_words(rest, case.value, gender)
    assert number_in_words(number, case.value, gender) == words


@pytest.mark.parametrize(("number", "words"), [(1, "один"), (3, "три"), (22, "двадцать два")])
def test_things_are_counted_not_people(number: int, words: str) -> None:
    assert number_in_words(number, "accusative") == words


@pytest.mark.parametrize(
    ("case", "gender", "said"),
    [
        ("vocative", "masculine", "нет падежа «vocative», есть: nominative, genitive"),
        ("nominative", "male", "нет рода «male», есть: masculine, feminine, neuter"),
    ],
)
def test_a_case_or_a_gender_that_does_not_exist_is_refused(
    case: str, gender: str, said: str
) -> None:
    with pytest.raises(ValueError, match=said):
        number_in_words(1, case, gender)


def test_the_largest_number_that_has_words() -> None:
    assert number_in_words(10**12 - 1).startswith("девятьсот девяносто девять миллиардов")
    assert number_in_words(1 - 10**12).startswith("минус девятьсот")


@pytest.mark.parametrize("value", [10**12, -(10**12), 2.5, "21", "____"])
def test_what_has_no_words_is_refused(value: Any) -> None:
    with pytest.raises(ValueError, match=f"целые числа до 999999999999, а не «{value}»"):
        number_in_words(value)
