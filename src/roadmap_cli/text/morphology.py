"""The dictionary of Russian word forms, loaded once and only by what needs it."""

from functools import cache
from typing import Any


@cache
def analyzer() -> Any:
    """The analyzer of pymorphy3."""
    from pymorphy3.analyzer import MorphAnalyzer

    return MorphAnalyzer()  # type: ignore[no-untyped-call]  # pymorphy3 has no annotations
