"""When a questionnaire was sent, as forms and spreadsheets write it.

Google's own CSV has «2026/05/20 2:03:11 PM GMT+3», its spreadsheet «20.05.2026 14:03:11» or the
order of another country, Yandex «2026-05-20 14:03:11». The zone is not counted: the day is that
of the file.
"""

import re
from collections.abc import Iterable
from datetime import datetime, timedelta

_DAY = re.compile(r"\s*(\d{1,4})([./-])(\d{1,2})\2(\d{2,4})(?=$|[\sT,])")
_HOURS = re.compile(r"(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*([AaPp])?\.?[Mm]?")
_SERIAL = re.compile(r"\d{5}(?:[.,]\d+)?")
# Day 0 of Excel; the numbers of the years 2000 to 2099.
_EPOCH, _FIRST, _LAST = datetime(1899, 12, 30), 36_526, 73_050


def day_first(texts: Iterable[str]) -> bool | None:
    """Whether the days of a column stand before the months; None when it cannot be seen."""
    parts = [found for text in texts if (found := _DAY.match(text)) and found[2] == "/"]
    pairs = [(int(found[1]), int(found[3])) for found in parts if len(found[1]) < 3]
    if any(first > 12 for first, _ in pairs):
        return True
    return False if any(second > 12 for _, second in pairs) else None


def moment(text: str, *, days_first: bool | None = None) -> datetime | None:
    """The moment, without its zone; None for a text that is none, or that has two meanings."""
    if _SERIAL.fullmatch(text.strip()):
        number = float(text.replace(",", "."))
        fits = _FIRST <= number <= _LAST
        return _EPOCH + timedelta(seconds=round(number * 86_400)) if fits else None
    day = _DAY.match(text)
    if day is None:
        return None
    numbers = _year_month_day(day, days_first)
    try:
        return datetime(*numbers, *_time(text[day.end() :])) if numbers else None
    except ValueError:
        return None


def _year_month_day(day: re.Match[str], days_first: bool | None) -> tuple[int, int, int] | None:
    first, middle, last = (int(day[place]) for place in (1, 3, 4))
    if len(day[1]) == 4:
        return first, middle, last
    year = last + 2000 if len(day[4]) == 2 else last
    if day[2] == "/" and not days_first and first != middle:
        return None if days_first is None else (year, first, middle)
    return year, middle, first


def _time(text: str) -> tuple[int, int, int]:
    found = _HOURS.search(text)
    if found is None:
        return 0, 0, 0
    hour = int(found[1])
    if found[4]:
        hour = hour % 12 + (12 if found[4] in "Pp" else 0)
    return hour, int(found[2]), int(found[3] or 0)
