"""Texts cut to a length: at a word where that keeps more than half, else where it falls."""

import pytest

from roadmap_cli.render.styles import shortened


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("", ""),
        ("абвгдежзи", "абвгдежзи"),
        ("абвгдежзик", "абвгдежзик"),
        ("абвгдежзикл", "абвгдежзи…"),
        ("абвг ежзик", "абвг ежзик"),
        ("абвгдеё зикл", "абвгдеё…"),
        ("абвгде жзикл", "абвгде…"),  # six letters are more than half of ten
        ("абвгд ежзикл", "абвгд ежз…"),  # five are not
        ("абвгдежзи клм", "абвгдежзи…"),
        ("абвгдежз клмн", "абвгдежз…"),
        ("абвгде, жзикл", "абвгде…"),
        ("абвгде – жзикл", "абвгде…"),
        ("абвгде: жзикл", "абвгде…"),
        ("абвгдеж.; жзикл", "абвгдеж…"),
        ("  абв\n\tгде  ", "абв где"),
        ("аб " * 4, "аб аб аб…"),
    ],
)
def test_a_text_in_ten_letters(text: str, cut: str) -> None:
    assert shortened(text, 10) == cut


@pytest.mark.parametrize(
    ("length", "cut"), [(1, "а…"), (2, "а…"), (3, "аб…"), (4, "абвг"), (5, "абвг")]
)
def test_a_word_in_a_few_letters(length: int, cut: str) -> None:
    assert shortened("абвг", length) == cut
