"""Distances in time on the command line: `14d`, `2w`, `1m`, and the same in Russian letters."""

import re
from datetime import timedelta

import typer

_DAYS = {"": 1, "d": 1, "д": 1, "w": 7, "н": 7, "m": 30, "м": 30}


def read_days(text: str) -> timedelta:
    """Read a distance; raises typer.BadParameter."""
    match = re.fullmatch(r"\s*(\d{1,4})\s*([dwmднм]?)[а-я.]*\s*", text.lower())
    if not match:
        raise typer.BadParameter(f"«{text}» — не срок. Пишите: 14d (дней), 2w (недель), 1m (месяц)")
    return timedelta(days=int(match[1]) * _DAYS[match[2]])
