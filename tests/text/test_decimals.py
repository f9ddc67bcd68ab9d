"""Numbers with a decimal comma."""

import pytest

from roadmap_cli.text.decimals import decimal


@pytest.mark.parametrize(
    ("value", "places", "told"),
    [
        (7, 1, "7"),
        (7.0, 1, "7"),
        (7.25, 1, "7,3"),
        (7.24, 1, "7,2"),
        (0.05, 1, "0,1"),
        (0.04, 1, "0"),
        (-0.04, 1, "0"),
        (-1.5, 0, "-2"),
        (-0.5, 1, "-0,5"),
        (100.0, 1, "100"),
        (66.666, 2, "66,67"),
        (1 / 3, 2, "0,33"),
    ],
)
def test_a_number_as_russian_papers_print_it(value: float, places: int, told: str) -> None:
    assert decimal(value, places) == told
