"""The school year: how it is written, its days, the calendar year of each of its months."""

from datetime import date

import pytest

from roadmap_cli.domain.model.kinds import InvalidValueError
from roadmap_cli.domain.model.school_year import SchoolYear, Years


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("2023/2024", 2023),
        ("2023-2024", 2023),
        ("2023–2024", 2023),
        ("2023 — 2024", 2023),
        (" 2023/2024 ", 2023),
        ("2023/24", 2023),
        ("1999/2000", 1999),
        ("1999/00", 1999),
        ("2009/10", 2009),
        ("1990/1991", 1990),
        ("2099/2100", 2099),
        ("2099/00", 2099),
    ],
)
def test_a_school_year_is_read(text: str, first: int) -> None:
    assert SchoolYear.read(text) == SchoolYear(first)
    assert Years().read(text) == SchoolYear(first)


@pytest.mark.parametrize(
    "text",
    ["", "2023", "2023/2022", "2023/2023", "2023/2025", "2023/22", "2023/23", "2023/25",
     "2023/124", "2023/202", "2023/4", "23/24", "2023.2024", "2023 2024", "2023//2024",
     "1989/1990", "1989/90", "2100/2101", "2100/01", "с 2023/2024", "2023/2024 г."],
)  # fmt: skip
def test_other_years_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="^" + text.replace(".", r"\.")):
        SchoolYear.read(text)
    with pytest.raises(InvalidValueError) as caught:
        Years().read(text)
    assert caught.value.message == f"«{text}» — не учебный год"
    assert caught.value.hint == "Учебный год пишут так: 2023/2024."


def test_its_first_and_last_days() -> None:
    year = SchoolYear(2023)
    assert year.start == date(2023, 9, 1)
    assert year.lessons_end == date(2024, 5, 31)
    assert year.end == date(2024, 8, 31)
    assert str(year) == "2023/2024"


@pytest.mark.parametrize(
    ("month", "year"),
    [(1, 2024), (5, 2024), (8, 2024), (9, 2023), (10, 2023), (12, 2023)],
)
def test_a_month_falls_in_the_year_in_which_it_comes(month: int, year: int) -> None:
    assert SchoolYear(2023).year_of(month) == year
