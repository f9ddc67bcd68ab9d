"""What a check found: a code, a spot in a file and Russian words; storage adds line and column."""

from typing import NamedTuple

from roadmap_cli.domain.model.record import Pointer
from roadmap_cli.problems import Severity


class Finding(NamedTuple):
    """A remark about the record or the key at `at` in `file`."""

    file: str
    at: Pointer
    message: str
    hint: str | None = None
    code: str = ""
    severity: Severity = Severity.WARNING
