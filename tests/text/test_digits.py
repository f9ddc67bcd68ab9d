"""Digits in runs, and the telephone numbers among them."""

import pytest

from roadmap_cli.text.digits import digit_runs, telephones


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("8 (927) 111-22-33", ["89271112233"]),
        ("927\n111\n22\n33 было 1234567890", ["9271112233", "1234567890"]),
        ("36 12 № 345678", ["3612345678"]),
        ("3612 номер 345678", ["3612345678"]),
        ("123456789", []),
        ("12345 и 67890", []),
        ("", []),
    ],
)
def test_runs_of_ten_digits_at_least(text: str, runs: list[str]) -> None:
    found = list(digit_runs(text, 10))
    assert [run.digits for run in found] == runs
    for run in found:
        assert "".join(text[place] for place in run.places) == run.digits


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("+7 (927) 111-22-33", ["9271112233"]),
        ("8 927 111 22 33 8 846 222 33 44", ["9271112233", "8462223344"]),
        ("89271112233, +78462223344", ["9271112233", "8462223344"]),
        ("9271112233", ["9271112233"]),
        ("2-33-44", []),
        ("927111223", []),
    ],
)
def test_telephones_by_their_last_ten_digits(text: str, numbers: list[str]) -> None:
    assert telephones(text) == numbers
