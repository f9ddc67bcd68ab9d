"""Dates as Russian prints them, in documents and on the screen, and as they stand in a text."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

MONTHS = (
    "январь", "февраль", "март", "апрель", "май", "июнь",
    "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
)  # fmt: skip
MONTHS_GENITIVE = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip
WEEKDAYS = (
    "понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье",
)  # fmt: skip
MONTHS_SHORT = (
    "янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек",
)  # fmt: skip
_IN_TEXT = (
    r"(?<![\d.])(?P<day>\d{1,2})(?:\s?[./-]\s?(?P<month>\d{1,2})\s?[./-]\s?"
    r"|[»\"”]?\s{0,3}(?P<word>[а-яё]{3,8})\s{1,3})(?P<year>\d{4})(?!\d)"
)
_ISO = r"(?<![\d-])(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?!\d)"


class DateInText(NamedTuple):
    """A whole date where it stands: the places of its first character and behind its last."""

    start: int
    end: int
    day: date


def numeric(day: date) -> str:
    """`05.06.2016`, with leading zeros as ГОСТ Р 7.0.97 asks of the digital form."""
    return f"{day.day:02}.{day.month:02}.{day.year}"


def in_words(day: date) -> str:
    """`5 июня 2016 г.`, without a leading zero."""
    return f"{day.day} {MONTHS_GENITIVE[day.month - 1]} {day.year} г."


def span(start: date | None, end: date | None) -> str:
    """A closed or half-open interval, as short as it can be without being ambiguous."""
    if start is None or end is None:
        if end is not None:
            return f"до {numeric(end)}"
        return f"с {numeric(start)}" if start is not None else ""
    if start == end:
        return numeric(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day:02}–{numeric(end)}"
    if start.year == end.year:
        return f"{start.day:02}.{start.month:02}–{numeric(end)}"
    return f"{numeric(start)}–{numeric(end)}"


def days_between(day: date, today: date) -> str:
    """How far `day` is from `today`: «сегодня», «через 3 дн.», «3 дн. назад»."""
    distance = (day - today).days
    near = {-1: "вчера", 0: "сегодня", 1: "завтра"}
    if distance in near:
        return near[distance]
    return f"через {distance} дн." if distance > 0 else f"{-distance} дн. назад"


def dates_in(text: str) -> Iterator[DateInText]:
    """Every whole date: «05.03.2012», «5.3.2012», «2012-03-05», «5 марта 2012», «05» марта 2012."""
    for pattern in (_IN_TEXT, _ISO):
        for match in re.finditer(pattern, text, re.IGNORECASE):
            said = match.groupdict()
            word = (said.get("word") or "").lower()
            if not said["month"] and word not in MONTHS_GENITIVE:
                continue
            month = int(said["month"] or MONTHS_GENITIVE.index(word) + 1)
            try:
                day = date(int(said["year"]), month, int(said["day"]))
            except ValueError:
                continue
            yield DateInText(match.start(), match.end(), day)
