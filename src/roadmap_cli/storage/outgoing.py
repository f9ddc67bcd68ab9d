"""What git is about to keep or to send: the files of the next commit, or of unsent commits."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from roadmap_cli.storage.git import Git

_SUBMODULE = "160000"


class Outgoing(NamedTuple):
    """A file as it will be kept, by its path from the top folder; the commit once there is one."""

    file: str
    blob: str
    commit: str = ""


def staged(git: Git) -> list[Outgoing]:
    """The files of the index that the next commit adds or changes.

    What a merge takes from the other side as it is was committed there. Raises GitFailedError.
    """
    found = _against(git, _commit(git, "HEAD") or _empty_tree(git))
    other = _commit(git, "MERGE_HEAD")
    if other:
        new = set(_against(git, other))
        found = [each for each in found if each in new]
    return found


def is_unborn(git: Git) -> bool:
    """True before the first commit."""
    return not _commit(git, "HEAD")


def pushed(git: Git, remote: str, refs: Iterable[str]) -> list[Outgoing]:
    """The files that commits change which are about to be sent and which the remote lacks.

    `refs` are the lines that git gives its hook: local name and commit, name and commit there.
    A version that several commits bring to one place stands here once. Raises GitFailedError.
    """
    sent, there = [], []
    for line in refs:
        _, own, _, theirs = line.split()
        if own.strip("0"):
            sent.append(own)
            # The remote may hold commits that this copy has never seen.
            there += [f"^{theirs}"] if theirs.strip("0") and _commit(git, theirs) else []
    if not sent:
        return []
    commits = git.answer("rev-list", "--reverse", *sent, *there, "--not", f"--remotes={remote}")
    told = git.answer(
        "diff-tree", "--stdin", "-r", "-c", "--root", "--raw", "-z", "--no-renames", "--no-abbrev",
        given=commits,
    )  # fmt: skip
    first: dict[tuple[str, str], Outgoing] = {}
    for each in _rows(told):
        first.setdefault((each.file, each.blob), each)
    return list(first.values())


def _commit(git: Git, name: str) -> str:
    told = git.output("rev-parse", "--quiet", "--verify", f"{name}^{{commit}}")
    return told.decode().strip()


def _empty_tree(git: Git) -> str:
    return git.answer("hash-object", "-t", "tree", "--stdin").decode().strip()


def _against(git: Git, tree: str) -> list[Outgoing]:
    words = ("diff-index", "--cached", "--raw", "-z", "--no-renames", "--no-abbrev", tree, "--")
    return list(_rows(git.answer(*words)))


def _rows(told: bytes) -> Iterator[Outgoing]:
    """The files that rows of `--raw -z` leave: a row of a merge has a colon for each parent."""
    commit = ""
    parts = iter(told.decode("utf-8", "replace").split("\0"))
    for part in parts:
        if not part.startswith(":"):
            commit = part or commit
            continue
        parents = len(part) - len(part.lstrip(":"))
        words = part[parents:].split()
        mode, blob, file = words[parents], words[2 * parents + 1], next(parts)
        if blob.strip("0") and mode != _SUBMODULE:
            yield Outgoing(file, blob, commit)
