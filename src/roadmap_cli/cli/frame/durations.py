"""Distances in time on the command line: `14d`, `2w`, `1m`, and the same in Russian words."""

import re
from datetime import timedelta

import typer

_WORDS = {
    1: ("", "d", "д", "дн", "день", "дня", "дней"),
    7: ("w", "н", "нед", "неделя", "недели", "недель", "неделю"),
    30: ("m", "м", "мес", "месяц", "месяца", "месяцев"),
    365: ("y", "г", "год", "года", "лет"),
}
_DAYS = {word: days for days, words in _WORDS.items() for word in words}


def read_days(text: str) -> timedelta:
    """Read a distance; raises typer.BadParameter."""
    match = re.fullmatch(r"\s*(\d{1,4})\s*([a-zа-я]*)\.?\s*", text.lower())
    if not match or match[2] not in _DAYS:
        raise typer.BadParameter(
            f"«{text}» — не промежуток времени. Пишите: 14d (дней), 2w (недель), 1m (месяц)"
        )
    return timedelta(days=int(match[1]) * _DAYS[match[2]])
