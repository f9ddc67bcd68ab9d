"""One file that a school might bring, and what must become of it.

How `expected` is to be read (plans and lists alike):

* A run of white space (also a line break, a no-break space, the next paragraph of the same
  cell) counts as one space; soft hyphens and tags of a web page count as nothing.
* The number of a stage, an activity or a task («Этап 2.», «II.», «1.1.», «3)», «–») is not a
  part of its text. Punctuation at the end stays as typed.
* Fields of a task are effective: a value told once for several tasks stands at each of them.
* `не взято` has one line a paragraph, cell or line. Words of a foreign table must be findable in
  what the user is told: cell by cell, or as the table named by its place and first words.
  The values of a column left out may be told by its heading and their number.
* Lists: a date is written day.month.year and a class or a form of mentoring as the file has it;
  several values of one key stand between «; ». A consent names its kind by the code of the data
  files. `человек` shows what the file tells of a person; what stood `before` is not repeated.
* `сомнение` and `спрошено` name a piece of text that must occur in what the user is told,
  although the value was taken.
* Headings of understood columns, numbers, names of sheets that were read and lines to sign on
  (____) need not be told.
"""

import re
import textwrap
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

KEYS = (
    "год",
    "название",
    "этап",
    "мероприятие",
    "пункт",
    "не взято",
    "сомнение",
    "человек",
    "пара",
    "согласие",
    "роль",
    "спрошено",
)
_OPENS = re.compile(rf" *(?:{'|'.join(KEYS)}): ")
_NOTHING_BEFORE: Mapping[str, str] = MappingProxyType({})


class Case(NamedTuple):
    """A file and the outline of what a careful secretary takes from it."""

    name: str
    file: str
    build: Callable[[], bytes]
    expected: str
    before: Mapping[str, str] = _NOTHING_BEFORE


def outline(text: str) -> str:
    """The outline without the margin; a line that opens with no key continues the one above."""
    lines: list[str] = []
    for line in textwrap.dedent(text).strip("\n").splitlines():
        if not line.strip():
            continue
        if _OPENS.match(line):
            lines.append(line.rstrip())
        else:
            lines[-1] += " " + line.strip()
    return "\n".join(lines) + "\n"
