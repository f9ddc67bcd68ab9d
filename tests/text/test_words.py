"""The words of a text, folded, and where they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_cli.text.words import key_of, keys_of, opens_sentence, words_of


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Гринь-Котова А.Ф.", "гринь котова а ф"),
        ("ул.Ленина,5", "ул ленина 5"),
        ("9А класс, 5-й", "9а класс 5 й"),
        ("Фёдоров ФЁДОРОВ Фе\u0308доров", "федоров федоров федоров"),
        ("Андреи\u0306", "андрей"),
        ("Кузне\u00adцова Кузне\u200bцова", "кузнецова кузнецова"),
        ("Кузне-\nцова Кузне\u00ad\n  цова", "кузнецова кузнецова"),
        ("Гринь-\nКотова", "гринь котова"),
        ("Кузнецо\u0301ва", "кузнецова"),
        ("Kузнeцoвa К0валь", "кузнецова коваль"),
        ("30 03", "30 03"),
        ("файл_Орлов_1", "файл орлов 1"),
        ("", ""),
        ("—", ""),
    ],
)
def test_words_are_folded(text: str, keys: str) -> None:
    assert keys_of(text) == tuple(keys.split())


def test_latin_words_are_folded_whatever_their_capitals() -> None:
    assert key_of("AB") == key_of("ab") == key_of("Ab")
    assert key_of("A") == key_of("А")
    assert key_of("В") == key_of("B")


@given(st.text())
def test_every_word_stands_where_it_says(text: str) -> None:
    for word in words_of(text):
        assert key_of(text[word.start : word.end]) == word.key
        assert word.end > word.start


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("Слово и дело", True),
        ("Было. Слово и дело", True),
        ("Было? Слово и дело", True),
        ("было Слово и дело", False),
        ("было, Слово и дело", False),
        ("было: Слово и дело", False),
        ("было «Слово и дело»", True),
        ("было «Слово»", True),
        ("было\nСлово и дело", True),
        ("было,\nСлово и дело", False),
        ("с\nСлово и дело", False),
        ("было | Слово и дело", True),
        ("было | Слово | было", False),
        ("было\nСлово\nбыло", False),
        ("- Слово и дело", True),
        ("1) Слово и дело", True),
        ("зам. Слово и дело", False),
        ("# Слово и дело", True),
        ("Слово", False),
    ],
)
def test_where_a_capital_tells_nothing(text: str, opens: bool) -> None:
    start = text.index("Слово")
    assert opens_sentence(text, start, start + len("Слово")) is opens
