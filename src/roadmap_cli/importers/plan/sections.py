"""Rows of a table that are headings of what follows: stages, and activities under them."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from roadmap_cli.importers.plan.columns import (
    ACTIVITY,
    CONTENT,
    DEADLINE,
    NUMBER,
    RESPONSIBLE,
    STAGE,
    Columns,
)
from roadmap_cli.importers.reading.grid import Cell, Row

_WORD = r"(?:этап|раздел|блок|модуль|направление|форма наставничества)"
_ROMAN = r"[IVXІ]{1,5}"
_NUMBER = rf"(?:№\s*)?(?:{_ROMAN}|\d{{1,2}}(?:\.\d{{1,2}})*)"
# «Этап 2. Формирование», «II этап. Формирование», «Раздел 1», «2. Формирование», «IV Формирование».
_LEADING = re.compile(
    rf"^\s*(?:(?:этап|раздел|блок|модуль)\s+{_NUMBER}\s*[.:)\-–—]*|{_NUMBER}[\s-]*(?:й\s+)?этап\s*[.:)\-–—]+"
    rf"|{_ROMAN}(?:[.)]\s*|\s+)|\d{{1,2}}(?:\.\d{{1,2}})*(?:[.)]\s*|\s+))\s*(?=\S)",
    re.IGNORECASE,
)
_ROMANS = {
    roman: number
    for number, roman in enumerate(
        ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"], 1
    )
}
# The lines of a head that approves the plan, in capitals like a heading.
_APPROVAL = r"\s*(?:утвержд|согласован|принят|рассмотрен|приложение)"


def without_number(title: str) -> str:
    """The title without «Этап 2.», «II.», «2.1.»; a title that is nothing else stays."""
    rest = _LEADING.sub("", title, count=1).strip()
    return rest or title.strip()


def number_of(text: str) -> int | None:
    """The number of a stage that a text begins with, or is."""
    match = re.match(rf"\s*(?:этап|раздел|блок|модуль)?\s*(?:№\s*)?({_ROMAN}|\d{{1,2}})\b", text,
                     re.IGNORECASE)  # fmt: skip
    if match is None:
        return None
    told = match[1].upper().replace("І", "I")
    return int(told) if told.isdigit() else _ROMANS.get(told)


def is_heading_like(text: str) -> bool:
    """True for words that open a part of a plan: «Этап 2. …», «II. …», «ОСНОВНОЙ»."""
    if re.match(_APPROVAL, text, re.IGNORECASE):
        return False
    return bool(
        re.match(rf"\s*(?:{_WORD}\b|{_NUMBER}[\s-]*(?:й\s+)?этап\b|{_ROMAN}[.)\s]\s*\S)", text,
                 re.IGNORECASE)
        or re.search(r"\bэтап\b", text, re.IGNORECASE)
        or re.match(r"\s*\d{1,2}\.\s+\S", text)
        or (text.isupper() and len(text) > 3)
    )  # fmt: skip


class _Found(NamedTuple):
    """A heading in a row: its words, its style, and the deadline and responsible beside it."""

    text: str
    style: str
    beside: dict[str, Cell]


class Sections:
    """The headings that are open, the outer one first."""

    def __init__(self) -> None:
        self.path: list[str] = []
        self.numbers: list[int | None] = []
        self.values: dict[str, Cell] = {}
        self.deadline: Cell | None = None
        self._styles: dict[str, int] = {}
        self._dotted = False
        self._just_entered = False

    def reset(self) -> None:
        """Close all headings: a new part of the document begins."""
        self.path, self.numbers, self.values, self._styles = [], [], {}, {}
        self.deadline = None

    def look_at(self, columns: Columns, rows: Sequence[Row]) -> None:
        """Learn how the table numbers its tasks."""
        numbers = [row.text(columns.of.get(NUMBER)) for row in rows]
        self._dotted = any(re.match(r"\d{1,2}\.\d", number) for number in numbers)
        self._just_entered = False

    def enter(self, columns: Columns, row: Row, is_deadline: Callable[[str], bool]) -> bool:
        """Open the heading that the row is; False for a row of tasks."""
        found = self._heading(columns, row)
        if found is None:
            self._just_entered = False
            return False
        level = self._styles.get(found.style)
        if level is None:
            deeper = self._just_entered or found.style > max(self._styles, default="")
            level = len(self.path) if deeper and self._styles else max(len(self.path) - 1, 0)
            self._styles[found.style] = level
        self.path[level:] = [without_number(found.text)]
        self.numbers[level:] = [
            number_of(found.text) or number_of(row.text(columns.of.get(NUMBER)))
        ]
        self.values = found.beside
        self.deadline = None
        if DEADLINE not in columns.of and is_deadline(found.text):
            self.deadline = Cell(row.cells[row.filled[0]].lines)
        self._just_entered = True
        return True

    def _heading(self, columns: Columns, row: Row) -> _Found | None:
        texts = {column: row.text(column) for column in row.filled}
        if not texts or all(row.cell(column).continues for column in texts):
            return None
        text = next(iter(texts.values()))
        if len(set(texts.values())) == 1 and not row.cell(next(iter(texts))).continues:
            column = next(iter(texts))
            wide = row.cell(column).span > max(len(columns.of) // 2, 1) or len(texts) > 2
            alone = column in (columns.of.get(NUMBER), columns.of.get(STAGE))
            grouped = STAGE in columns.of or {CONTENT, ACTIVITY} <= set(columns.of)
            if wide or alone or (is_heading_like(text) and not grouped):
                return _Found(text, _style(text), {})
            return None
        return self._numbered(columns, row, texts)

    def _numbered(self, columns: Columns, row: Row, texts: dict[int, str]) -> _Found | None:
        """«I | Подготовительный этап | сентябрь | Администрация»."""
        number, words = row.text(columns.of.get(NUMBER)), row.text(columns.of[columns.task])
        if not number or not words or STAGE in columns.of:
            return None
        roman = re.fullmatch(rf"{_ROMAN}\.?", number) is not None
        whole = re.fullmatch(r"\d{1,2}\.?", number) is not None and self._dotted
        if not (roman or whole) or (len(texts) > 2 and not roman):
            return None
        beside = {
            kind: row.cell(columns.of.get(kind))
            for kind in (DEADLINE, RESPONSIBLE)
            if row.text(columns.of.get(kind))
        }
        return _Found(words, "1" if roman else "2", beside)


def _style(text: str) -> str:
    """How a heading is marked: headings marked alike stand on one level."""
    if re.match(r"\s*\d{1,2}(?:\.\d{1,2})+", text):
        return "3"
    if re.match(r"\s*\d{1,2}[.)]\s", text):
        return "2"
    if re.match(rf"\s*{_ROMAN}[.)\s]", text) or re.search(r"\bэтап\b", text, re.IGNORECASE):
        return "1"
    return "4"
