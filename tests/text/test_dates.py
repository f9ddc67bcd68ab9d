"""Days as Russian prints them: every bound between the short forms and the long ones."""

from datetime import date, timedelta

import pytest

from roadmap_cli.text.dates import (
    MONTHS_GENITIVE,
    MONTHS_SHORT,
    dates_in,
    days_between,
    in_words,
    numeric,
    span,
)

TODAY = date(2024, 2, 29)


@pytest.mark.parametrize(
    ("distance", "said"),
    [
        (-366, "366 дн. назад"),
        (-3, "3 дн. назад"),
        (-2, "2 дн. назад"),
        (-1, "вчера"),
        (0, "сегодня"),
        (1, "завтра"),
        (2, "через 2 дн."),
        (3, "через 3 дн."),
        (365, "через 365 дн."),
    ],
)
def test_how_far_a_day_is(distance: int, said: str) -> None:
    assert days_between(TODAY + timedelta(days=distance), TODAY) == said


@pytest.mark.parametrize(
    ("day", "digits", "words"),
    [
        (date(2016, 6, 5), "05.06.2016", "5 июня 2016 г."),
        (date(2024, 1, 1), "01.01.2024", "1 января 2024 г."),
        (date(2024, 9, 9), "09.09.2024", "9 сентября 2024 г."),
        (date(2024, 10, 10), "10.10.2024", "10 октября 2024 г."),
        (date(2024, 12, 31), "31.12.2024", "31 декабря 2024 г."),
    ],
)
def test_a_day_in_digits_and_in_words(day: date, digits: str, words: str) -> None:
    assert numeric(day) == digits
    assert in_words(day) == words


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_has_its_names(month: int) -> None:
    assert len(MONTHS_GENITIVE) == len(MONTHS_SHORT) == 12
    assert MONTHS_GENITIVE[month - 1][:3].replace("мая", "май") == MONTHS_SHORT[month - 1]
    assert in_words(date(2024, month, 2)) == f"2 {MONTHS_GENITIVE[month - 1]} 2024 г."


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (None, None, ""),
        (date(2023, 10, 1), None, "с 01.10.2023"),
        (None, date(2023, 10, 1), "до 01.10.2023"),
        (date(2023, 10, 1), date(2023, 10, 1), "01.10.2023"),
        (date(2023, 10, 1), date(2023, 10, 2), "01–02.10.2023"),
        (date(2023, 10, 1), date(2023, 10, 31), "01–31.10.2023"),
        (date(2023, 10, 31), date(2023, 11, 1), "31.10–01.11.2023"),
        (date(2023, 1, 1), date(2023, 12, 31), "01.01–31.12.2023"),
        (date(2023, 12, 31), date(2024, 1, 1), "31.12.2023–01.01.2024"),
        (date(2023, 10, 1), date(2024, 10, 1), "01.10.2023–01.10.2024"),
        (date(2023, 10, 1), date(2024, 10, 2), "01.10.2023–02.10.2024"),
    ],
)
def test_an_interval_is_as_short_as_it_can_be(
    start: date | None, end: date | None, said: str
) -> None:
    assert span(start, end) == said


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("05.03.2012", "05.03.2012"),
        ("р. 5.3.2012 г.", "5.3.2012"),
        ("5/03/2012", "5/03/2012"),
        ("5 марта 2012 года", "5 марта 2012"),
        ("«05» марта 2012", "05» марта 2012"),
        ("5\u00a0МАРТА\u00a02012", "5\u00a0МАРТА\u00a02012"),
        ("до 2012-03-05.", "2012-03-05"),
        ("05.03.12", None),
        ("п. 1.05.03.2012", None),
        ("05.03.20121", None),
        ("5 март 2012", None),
        ("32.03.2012", None),
        ("2012-13-05", None),
    ],
)
def test_whole_dates_of_a_text(text: str, told: str | None) -> None:
    found = [(text[each.start : each.end], each.day) for each in dates_in(text)]
    assert found == ([(told, date(2012, 3, 5))] if told else [])
