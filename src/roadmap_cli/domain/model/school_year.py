"""The school year: the context in which a month without a year gets its year."""

import re
from datetime import date
from typing import NamedTuple

from roadmap_cli.domain.model.kinds import InvalidValueError, JsonSchema, Kind

_NOTATION = r"\s*(\d{4})\s*[/\-–—]\s*(\d{4}|\d{2})\s*"
_FIRST_MONTH = 9


class SchoolYear(NamedTuple):
    """A year from 1 September of `first` to 31 August of the next one."""

    first: int

    @classmethod
    def read(cls, text: str) -> "SchoolYear":
        """Read `2023/2024` (also with a dash or a short second part).

        Raises ValueError when the two years do not follow each other.
        """
        match = re.fullmatch(_NOTATION, text)
        if not match or not 1990 <= int(match[1]) < 2100:
            raise ValueError(text)
        first, second = int(match[1]), match[2]
        if int(second) != (first + 1) % (10 ** len(second)):
            raise ValueError(text)
        return cls(first)

    @property
    def start(self) -> date:
        """1 September."""
        return date(self.first, _FIRST_MONTH, 1)

    @property
    def end(self) -> date:
        """31 August: the last day that still belongs to this year."""
        return date(self.first + 1, 8, 31)

    @property
    def lessons_end(self) -> date:
        """31 May: what people mean by «конец учебного года»."""
        return date(self.first + 1, 5, 31)

    def year_of(self, month: int) -> int:
        """The calendar year in which `month` (1–12) of this school year falls."""
        return self.first if month >= _FIRST_MONTH else self.first + 1

    def __str__(self) -> str:
        return f"{self.first}/{self.first + 1}"


class Years(Kind):
    """A school year, `2023/2024`."""

    title = "учебный год"

    def read(self, text: str) -> SchoolYear:
        """The school year; raises InvalidValueError."""
        try:
            return SchoolYear.read(text)
        except ValueError:
            raise InvalidValueError(
                f"«{text}» — не учебный год", "Учебный год пишут так: 2023/2024."
            ) from None

    def schema(self) -> JsonSchema:
        """Two years with a slash."""
        return {"type": "string", "pattern": r"^\d{4}\s*[/\-–—]\s*(\d{4}|\d{2})$"}
