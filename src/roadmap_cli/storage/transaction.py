"""Several files written together: after a crash either all are new or all are old."""

import contextlib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from roadmap_cli.errors import WriteRefusedError
from roadmap_cli.storage.disk import (
    PRIVATE,
    bytes_of,
    explained,
    locked,
    rename_over,
    replace_file,
    write_temporary,
)

_JOURNAL = "journal.json"


class Write(NamedTuple):
    """One file: its new content and the bytes it must still have (None: it must not exist)."""

    path: Path
    content: bytes
    expected: bytes | None


def write_together(root: Path, writes: Sequence[Write]) -> None:
    """Write all files or none; to be called under the workspace's lock.

    All contents are on the disk under temporary names before a journal says so; only then do
    they take their names, and after a crash `finish_interrupted` goes on from the journal.
    Raises WriteRefusedError.
    """
    if len(writes) < 2:
        for write in writes:
            replace_file(*write)
        return
    repeated = [
        path for path, count in Counter(write.path for write in writes).items() if count > 1
    ]
    if repeated:
        raise WriteRefusedError(f"в файл «{repeated[0].name}» записалось бы дважды")
    for write in writes:
        if bytes_of(write.path) != write.expected:
            raise WriteRefusedError(
                f"файл {write.path.name} тем временем изменился, запись отменена",
                hint="Сохраните файл в редакторе и повторите команду.",
            )
    temporaries: list[Path] = []
    journal = root / PRIVATE / _JOURNAL
    try:
        for write in writes:
            write.path.parent.mkdir(parents=True, exist_ok=True)
            temporaries.append(write_temporary(write.path, write.content))
        pairs = list(zip(temporaries, (write.path for write in writes), strict=True))
        replace_file(journal, _described(root, pairs), bytes_of(journal))
    except (OSError, WriteRefusedError) as error:
        for temporary in temporaries:
            temporary.unlink(missing_ok=True)
        reason = explained(error) if isinstance(error, OSError) else error.message
        raise WriteRefusedError(
            f"ничего не записано: {reason}", hint="Прежние файлы целы."
        ) from error
    _finish(pairs, journal)


@contextlib.contextmanager
def writing(root: Path) -> Iterator[None]:
    """Keep other commands out of the workspace, and finish what a crash has left, first."""
    with locked(root):
        finish_interrupted(root)
        yield


def finish_interrupted(root: Path) -> bool:
    """Bring an interrupted write to its end; False when there was none. Call it under the lock."""
    journal = root / PRIVATE / _JOURNAL
    raw = bytes_of(journal)
    if raw is None:
        return False
    import json

    try:
        told = json.loads(raw)
        pairs = [(root / entry["from"], root / entry["to"]) for entry in told["files"]]
        sound = told["sum"] == _sum(told["files"])
    except (ValueError, KeyError, TypeError):
        sound, pairs = False, []
    # A journal that is not whole was never finished, so no file had taken its name yet.
    _finish(pairs if sound else [], journal)
    return True


def is_interrupted(root: Path) -> bool:
    """True when a write was broken off and waits to be finished."""
    return (root / PRIVATE / _JOURNAL).exists()


def _finish(pairs: Sequence[tuple[Path, Path]], journal: Path) -> None:
    for temporary, target in pairs:
        with contextlib.suppress(FileNotFoundError):
            rename_over(temporary, target)
    journal.unlink(missing_ok=True)


def _described(root: Path, pairs: Sequence[tuple[Path, Path]]) -> bytes:
    files = [
        {"from": str(_relative(temporary, root)), "to": str(_relative(target, root))}
        for temporary, target in pairs
    ]
    import json

    return json.dumps({"files": files, "sum": _sum(files)}).encode()


def _relative(path: Path, root: Path) -> Path:
    """A path inside the workspace moves with it; one outside stays absolute."""
    path, root = path.resolve(), root.resolve()
    return path.relative_to(root) if path.is_relative_to(root) else path


def _sum(files: object) -> str:
    import hashlib
    import json

    return hashlib.sha256(json.dumps(files, sort_keys=True).encode()).hexdigest()
