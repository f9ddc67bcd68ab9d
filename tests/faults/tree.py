"""What stands on the disk after a run, without what differs each time; two states compared."""

import io
import re
import stat
import zipfile
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

# Of git's own files only the settings are the program's doing.
_OF_GIT = re.compile(r"(^|/)\.git/(?!config$)")
# These two are the program's own, and stay for good: the locks of the workspace and of the ring.
_LOCKS = re.compile(r"(^|/)\.roadmap/lock$|^keys/[^/]+\.lock$")
_OWN = re.compile(r"(^|/)\.roadmap/")
# Keys and names of vaults are random; a time of day in an Excel file is that of the run.
_RANDOM = re.compile(rb"[A-Za-z0-9+/]{85,86}==|\b[0-9a-f]{16}\b")
_PACKED = b"PK"
_TIME = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ?")

Tree = Mapping[str, tuple[int, bytes]]


class Known(NamedTuple):
    """The random values that a template holds; all others are new, and stand for each other."""

    values: frozenset[bytes]

    def plain(self, raw: bytes) -> bytes:
        """The bytes with every new random value made the same."""
        return _RANDOM.sub(lambda m: m[0] if m[0] in self.values else b"(new)", raw)


def random_values(root: Path) -> Known:
    """Every random value in the files and in the names of files."""
    found: set[bytes] = set()
    for path in _files(root):
        raw = path.read_bytes()
        found.update(_RANDOM.findall(path.name.encode()))
        found.update(() if raw.startswith(_PACKED) else _RANDOM.findall(raw))
    return Known(frozenset(found))


def snapshot(root: Path, known: Known) -> Tree:
    """Rights and content of every file below a folder."""
    found = {}
    for path in _files(root):
        name = known.plain(path.relative_to(root).as_posix().encode()).decode()
        status = path.lstat()
        raw = path.readlink().as_posix().encode() if path.is_symlink() else path.read_bytes()
        found[name] = (stat.S_IMODE(status.st_mode), _comparable(raw, known))
    return found


@lru_cache(maxsize=1000)
def _comparable(raw: bytes, known: Known) -> bytes:
    return _unpacked(raw) if raw.startswith(_PACKED) else known.plain(raw)


def _files(root: Path) -> list[Path]:
    return [
        path
        for path in sorted(root.rglob("*"))
        if (path.is_symlink() or path.is_file())
        and not _OF_GIT.search(name := path.relative_to(root).as_posix())
        and not _LOCKS.search(name)
    ]


def _unpacked(raw: bytes) -> bytes:
    """The members of an Excel or a Word file; two of them packed at different times are equal."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            members = [name.encode() + b"\n" + archive.read(name) for name in archive.namelist()]
    except zipfile.BadZipFile:
        return raw
    return _TIME.sub(b"(now)", b"\n".join(members))


def left_over(tree: Tree, before: Tree, after: Tree) -> list[str]:
    """The files that belong to neither state, and the program's own in neither's form."""
    return [
        name
        for name, held in tree.items()
        if (name not in before and name not in after)
        or (_OWN.search(name) and held not in (before.get(name), after.get(name)))
    ]


def state_of(tree: Tree, before: Tree, after: Tree) -> set[str]:
    """Which of the two states the files show: one, none, or both where the two are equal."""
    sides = {"before": before, "after": after}
    known = {name for side in sides.values() for name in side if not _OWN.search(name)}
    return {
        word
        for word, side in sides.items()
        if all(tree.get(name) == side.get(name) for name in known)
    }


def differences(tree: Tree, side: Tree) -> list[str]:
    """The names of the files in which a tree differs from a state, for the report of a failure."""
    return sorted(n for n in {*tree, *side} if not _OWN.search(n) and tree.get(n) != side.get(n))
