"""A fault found in the data or in a template: a value with its place, never an exception."""

from enum import Enum
from typing import NamedTuple


class Severity(Enum):
    """How much a problem matters: an error stops writing, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


_OF_PARAGRAPHS = ".docx"


class Place(NamedTuple):
    """A position in a file of the workspace; `line` and `column` count from 1.

    In a Word file `line` is the paragraph. A line of 0 is the whole file.
    """

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        if not self.line:
            return self.file
        if self.file.endswith(_OF_PARAGRAPHS):
            return f"{self.file}, абзац {self.line}"
        return f"{self.file}:{self.line}:{self.column}"


class Problem(NamedTuple):
    """What is wrong, where, and (where one is likely) how to mend it; texts are Russian."""

    code: str
    message: str
    place: Place
    hint: str | None = None
    severity: Severity = Severity.ERROR

    @property
    def is_error(self) -> bool:
        """True when the data cannot be trusted until the problem is mended."""
        return self.severity is Severity.ERROR


def in_reading_order(problems: list[Problem]) -> tuple[Problem, ...]:
    """Sort by file, line and column, so that a person walks the files once."""
    return tuple(sorted(problems, key=lambda problem: (problem.place, problem.code)))
