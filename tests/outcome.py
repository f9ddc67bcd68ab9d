"""What a run of the program left behind."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Outcome:
    """Exit code and both streams."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """The `data` of a `--json` answer."""
        return json.loads(self.out)["data"]


def changed_lines(before: bytes, after: bytes) -> tuple[list[bytes], list[bytes]]:
    """The lines that vanished and the lines that came, line ends included."""
    import difflib

    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    gone: list[bytes] = []
    come: list[bytes] = []
    matcher = difflib.SequenceMatcher(a=old, b=new, autojunk=False)
    for operation, a, b, c, d in matcher.get_opcodes():
        if operation != "equal":
            gone += old[a:b]
            come += new[c:d]
    return gone, come


def roadmap_file(workspace: Path) -> Path:
    """The plan of a workspace."""
    return workspace / "data" / "roadmap.yaml"
