"""Digits of a text in runs, whatever stands between them: «8 (927) 111-22-33»."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_GAP = r"(?:[^\w\n]{0,4}|[^\w]{0,3}(?:№|номер|ном\.?|N)?[^\w]{0,3})"
_RUN = re.compile(rf"\d(?:{_GAP}\d)*")
_LONG = re.compile(r"(?:(?:\+\s?7|8|7)[^\w,;+]{0,3})?\d(?:[^\w,;+]{0,3}\d){9}(?!\d)")
# Days, hours and parts of a longer number, that as many digits in a row make too.
_NO_TELEPHONE = re.compile(
    r"(?<![\d.])\d\d?\.\d\d?\.(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d|\d\d?:\d\d|\n"
)
_AREAS = "3489"
_DIGIT = re.compile(r"\d")
TEN = 10


class DigitRun(NamedTuple):
    """The digits of a run and the place of each in the text."""

    digits: str
    places: tuple[int, ...]


def digit_runs(text: str, least: int) -> Iterator[DigitRun]:
    """Runs of at least so many digits; only signs and «номер» stand between the digits of one."""
    for match in _RUN.finditer(text):
        if match.end() - match.start() >= least:
            places = tuple(found.start() for found in _DIGIT.finditer(text, *match.span()))
            if len(places) >= least:
                yield DigitRun("".join(text[place] for place in places), places)


def telephones(text: str) -> list[str]:
    """The last ten digits of every telephone number with its code: «+7 927 …», «8 (927) …»."""
    return [re.sub(r"\D", "", match[0])[-TEN:] for match in _LONG.finditer(text)]


def surely_telephones(text: str) -> Iterator[tuple[int, str]]:
    """Where a telephone number stands beyond doubt, and its words.

    Days, hours, numbers of papers, addresses of pages and codes that no Russian number begins
    with are passed over.
    """
    for match in _LONG.finditer(text):
        before = text[max(0, match.start() - 1) : match.start()]
        ten = re.sub(r"\D", "", match[0])[-TEN:]
        part = before.isalnum() or before in ("_", "/", "=", "-")
        if not part and ten[0] in _AREAS and not _NO_TELEPHONE.search(match[0]):
            yield match.start(), match[0]
