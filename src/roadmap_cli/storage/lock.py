"""The lock of a workspace, for one writer at a time, and the sign of one that was broken off."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from roadmap_cli.errors import WriteRefusedError
from roadmap_cli.storage.disk import bytes_of, explained, overwrite_file

PRIVATE = ".roadmap"
JOURNAL = "journal.json"
_PATIENCE_SECONDS = 10.0
_IGNORED = b"*\n"


@contextlib.contextmanager
def locked(root: Path) -> Iterator[None]:
    """Keep other commands from writing into the workspace while the block runs.

    Raises WriteRefusedError when another command holds the lock for ten seconds.
    """
    from filelock import FileLock, Timeout

    folder = root / PRIVATE
    try:
        folder.mkdir(exist_ok=True)
        lock = FileLock(folder / "lock", timeout=_PATIENCE_SECONDS)
        lock.acquire()
    except Timeout as error:
        raise WriteRefusedError(
            "в эту папку сейчас пишет другая команда roadmap", hint="Подождите и повторите."
        ) from error
    except OSError as error:
        what = error.filename or root
        raise WriteRefusedError(
            f"в папку «{root}» нельзя писать: {explained(error)} («{what}»)"
        ) from error
    try:
        if bytes_of(folder / ".gitignore") != _IGNORED:
            overwrite_file(folder / ".gitignore", _IGNORED)
        yield
    finally:
        lock.release()


def is_interrupted(root: Path) -> bool:
    """True when a write was broken off and waits to be finished."""
    return (root / PRIVATE / JOURNAL).is_file()
