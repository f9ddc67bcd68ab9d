"""Telephones in different notations are one telephone."""

import pytest

from roadmap_cli.text.phones import comparable_phone


@pytest.mark.parametrize(
    "text",
    ["+7 (900) 123-45-67", "8 900 123 45 67", "89001234567", "9001234567", "тел. 9001234567"],
)
def test_one_telephone(text: str) -> None:
    assert comparable_phone(text) == "9001234567"


def test_a_short_one_and_none() -> None:
    assert (comparable_phone("12-34"), comparable_phone("нет")) == ("1234", "")
