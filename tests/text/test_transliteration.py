"""Codes in Latin letters: the alphabet, the length limit, a code that is taken."""

import re

import pytest

from roadmap_cli.text.transliteration import latin, short_code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("абвгдеёжзий", "abvgdeezhzii"),
        ("клмнопрсту", "klmnoprstu"),
        ("фхцчшщ", "fkhtschshshch"),
        ("ъыьэюя", "yeiuia"),
        ("Центр «Искра»", "tsentr-iskra"),
        ("Й и\u0306", "i-i"),  # composed and decomposed
        ("  Школа  № 12  ", "shkola-12"),
        ("School-2", "school-2"),
        ("---", ""),
        ("", ""),
        ("日本", ""),
        ("а" * 19, "a" * 19),
        ("а" * 20, "a" * 20),
        ("а" * 21, "a" * 20),
        ("щ" * 5, "shch" * 5),
        ("щ" * 6, "shch" * 5),
        ("а" * 19 + " б", "a" * 19),
        ("а" * 18 + " б", "a" * 18 + "-b"),
    ],
)
def test_a_text_in_latin_letters(text: str, code: str) -> None:
    assert latin(text) == code


def test_a_code_grows_by_a_letter_while_it_is_taken() -> None:
    parts = ["Иванова", "Анна"]
    taken: list[str] = []
    for length in (3, 4, 5):
        code = short_code("ia", parts, taken)
        assert re.fullmatch(rf"ia-[0-9a-f]{{{length}}}", code)
        assert all(code.startswith(each) for each in taken)
        taken.append(code)


def test_equal_initials_get_different_codes_and_equal_names_the_same() -> None:
    one = short_code("ia", ["Иванова", "Анна"], ())
    assert one != short_code("ia", ["Ильина", "Алла"], ())
    assert one == short_code("ia", [" ИВАНОВА ", "", "анна"], ())


def test_a_code_without_a_head_begins_with_x() -> None:
    assert re.fullmatch("x-[0-9a-f]{3}", short_code("", ["日本"], ()))


def test_there_is_an_end_to_codes() -> None:
    taken: list[str] = []
    for _ in range(61):
        taken.append(short_code("a", ["б"], taken))
    assert len(set(taken)) == 61
    with pytest.raises(ValueError, match="taken"):
        short_code("a", ["б"], taken)
