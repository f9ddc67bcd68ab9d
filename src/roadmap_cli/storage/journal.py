"""The journal of a transaction: what each file was and becomes, so that a later run can tell."""

import hashlib
import json
from collections.abc import Sequence
from enum import Enum
from pathlib import Path
from typing import Any, NamedTuple

from roadmap_cli.storage.disk import bytes_of, real_path

_VERSION = 2


class State(Enum):
    """How far a step has come, as the disk shows it."""

    WAITING = "waiting"
    DONE = "done"
    TAKEN_BACK = "taken back"
    FOREIGN = "foreign"


class Step(NamedTuple):
    """What happens to one file.

    `new` is the temporary file with the new content (None: the file is removed), `old` a second
    name of the old content (None: there was no file). `was` and `becomes` are the digests.
    """

    path: Path
    new: Path | None
    old: Path | None
    was: str | None
    becomes: str | None

    def state(self) -> State:
        """Compare the disk with the step; raises OSError.

        The temporary file tells whether the step was carried out, so that a change that a
        person made afterwards is not taken for one that stands in the way.
        """
        now = digest(bytes_of(self.path))
        waiting = _exists(self.new) if self.new else now is not None and _exists(self.old)
        if now == self.becomes:
            return State.DONE
        if now == self.was:
            return State.WAITING if waiting else State.TAKEN_BACK
        return State.FOREIGN if waiting or self.new is None else State.DONE


class Journal(NamedTuple):
    """A transaction: its steps, and the people whose keys go with it, of which vault."""

    steps: tuple[Step, ...]
    vault: str | None = None
    people: tuple[str, ...] = ()

    def packed(self, root: Path) -> bytes:
        """The journal as its file holds it."""
        told = {
            "steps": [_written(step, root) for step in self.steps],
            "vault": self.vault,
            "people": list(self.people),
        }
        return json.dumps({"version": _VERSION, "told": told, "sum": _sum(told)}).encode()


def read_journal(raw: bytes, root: Path) -> Journal | None:
    """The journal from its bytes; None for one that is damaged or of another version."""
    try:
        whole = json.loads(raw)
        told = whole["told"]
        if whole["version"] != _VERSION or whole["sum"] != _sum(told):
            return None
        steps = tuple(_read(step, root) for step in told["steps"])
        return Journal(steps, told["vault"], tuple(told["people"]))
    except (ValueError, KeyError, TypeError):
        return None


def digest(raw: bytes | None) -> str | None:
    """The fingerprint of a file's content; None for a file that does not exist."""
    return None if raw is None else hashlib.sha256(raw).hexdigest()


def shown(steps: Sequence[Step], root: Path) -> str:
    """The files of the steps, as a person knows them."""
    return ", ".join(within(step.path, root) for step in steps)


def within(path: Path, root: Path) -> str:
    """A path inside the workspace moves with it; one outside stays absolute."""
    path, root = real_path(path), real_path(root)
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()


def _exists(path: Path | None) -> bool:
    return path is not None and path.exists()


def _written(step: Step, root: Path) -> dict[str, Any]:
    return {
        name: within(value, root) if isinstance(value, Path) else value
        for name, value in step._asdict().items()
    }


def _read(told: dict[str, Any], root: Path) -> Step:
    new, old = (root / told[name] if told[name] else None for name in ("new", "old"))
    return Step(root / told["path"], new, old, told["was"], told["becomes"])


def _sum(told: object) -> str:
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
