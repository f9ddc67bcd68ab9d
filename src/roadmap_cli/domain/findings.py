"""What a check found: a code, a spot in a file and Russian words; storage adds line and column."""

from dataclasses import dataclass

from roadmap_cli.domain.pointers import Pointer
from roadmap_cli.problems import Severity


@dataclass(frozen=True)
class Finding:
    """A remark about the record or the key at `at` in `file`."""

    file: str
    at: Pointer
    message: str
    hint: str | None = None
    code: str = ""
    severity: Severity = Severity.WARNING
