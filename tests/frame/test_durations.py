"""Distances in time on the command line: every unit, and what is none."""

import pytest
import typer

from roadmap_cli.cli.frame.durations import read_days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("0", 0), ("1", 1), ("14", 14), ("9999", 9999), ("0d", 0), ("14d", 14), ("14 d", 14),
        (" 14D ", 14), ("14д", 14), ("14 дн.", 14), ("1 день", 1), ("2 дня", 2), ("5 дней", 5),
        ("2w", 14), ("2н", 14), ("2 нед.", 14), ("1 неделя", 7), ("2 недели", 14),
        ("5 недель", 35), ("1 неделю", 7), ("1m", 30), ("1м", 30), ("2 мес", 60),
        ("1 месяц", 30), ("2 месяца", 60), ("5 месяцев", 150), ("1y", 365), ("1г", 365),
        ("1 год", 365), ("2 года", 730), ("5 лет", 1825), ("007", 7),
    ],
)  # fmt: skip
def test_a_distance(text: str, days: int) -> None:
    assert read_days(text).days == days


@pytest.mark.parametrize(
    "text",
    ["", " ", "d", "-1", "-1d", "+1", "1.5d", "1,5", "10000", "10000d", "1 x", "1 век", "1d2",
     "1d..", "месяц", "d1"],
)  # fmt: skip
def test_what_is_no_distance(text: str) -> None:
    with pytest.raises(typer.BadParameter) as refused:
        read_days(text)
    assert f"«{text}» — не промежуток времени" in refused.value.message
