"""Faults by strace: the calls with which a command touches files, and one of them failing."""

import os
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.faults.program import Answer, CommandServer

REQUIRED = "ROADMAP_REQUIRE_STRACE"
# Those by which names are given and taken away, and the rest.
NAMING = ("rename", "renameat", "renameat2", "link", "linkat", "unlink", "unlinkat", "rmdir")
_OTHERS = (
    "open", "openat", "creat", "write", "writev", "pwrite64", "copy_file_range", "sendfile",
    "fsync", "fdatasync", "ftruncate", "truncate", "mkdir", "mkdirat", "chmod", "fchmod",
    "fchmodat", "symlink", "symlinkat",
)  # fmt: skip
TOUCHING = (*NAMING, *_OTHERS)
_BY_HANDLE = (
    "write", "writev", "pwrite64", "copy_file_range", "sendfile", "fsync", "fdatasync",
    "ftruncate", "fchmod",
)  # fmt: skip
_OPENING = ("open", "openat")
FAULTS = {"SIGKILL": "signal=SIGKILL", "ENOSPC": "error=ENOSPC", "EIO": "error=EIO"}
_LINE = re.compile(r"(?P<call>\w+)\((?P<rest>.*)")
_HANDLE = re.compile(r"\d+<(?P<path>[^>]*)>")
_PATH = re.compile(r'"(?P<path>(?:[^"\\]|\\.)*)"')
# Names of vaults and of temporary files are made by chance.
_VAULT = re.compile(r"[0-9a-f]{16}")


class Call(NamedTuple):
    """A touching call: which of its name it is in the whole run, and what it touches."""

    name: str
    number: int
    paths: tuple[str, ...]

    def is_like(self, other: "Call") -> bool:
        """True for the same call of another run."""
        return (self.name, self.number, _settled(self.paths)) == (
            other.name, other.number, _settled(other.paths)
        )  # fmt: skip

    def __str__(self) -> str:
        return f"{self.name}#{self.number}({', '.join(self.paths)})"


def _settled(paths: Sequence[str]) -> list[tuple[str, str]]:
    """Folders and endings; the rest of a temporary name differs from run to run."""
    return [
        (str(path.parent), path.suffix) for path in (Path(_VAULT.sub("", one)) for one in paths)
    ]


@cache
def why_not() -> str | None:
    """Why faults cannot be injected on this machine, or None."""
    if shutil.which("strace") is None:
        return "strace is not installed"
    command = ["strace", "-o", os.devnull, "-e", "inject=fsync:error=EIO:when=9", "true"]
    done = subprocess.run(command, capture_output=True, check=False)
    return None if done.returncode == 0 else f"strace does not work here: {done.stderr.decode()}"


def need_strace() -> None:
    """Skip the test without strace; where the environment says that it must be there, fail."""
    reason = why_not()
    if reason is not None and os.environ.get(REQUIRED):
        pytest.fail(f"{REQUIRED} is set, but {reason}")
    if reason is not None:
        pytest.skip(f"no faults without strace: {reason}")


def record(
    server: CommandServer, words: Sequence[str], folder: Path, root: Path, stdin: str
) -> tuple[list[Call], Answer]:
    """Run a command and list the calls that touch files below `root`."""
    log = root.parent / "strace.log"
    answer = server.run(words, folder, stdin, tracer=_tracer(log, TOUCHING))
    return list(_touching(log, folder, root)), answer


def run_with_fault(
    server: CommandServer, words: Sequence[str], folder: Path, root: Path, stdin: str, *,
    call: Call, fault: str,
) -> tuple[Answer, bool]:  # fmt: skip
    """Run a command in which one call fails; False when the fault did not hit that call."""
    log = root.parent / "strace.log"
    log.unlink(missing_ok=True)
    inject = ["-e", f"inject={call.name}:{FAULTS[fault]}:when={call.number}"]
    answer = server.run(words, folder, stdin, tracer=_tracer(log, (call.name,), inject))
    return answer, any(call.is_like(each) for each in _touching(log, folder, root))


def _tracer(log: Path, calls: Sequence[str], inject: Sequence[str] = ()) -> list[str]:
    """The command line but for the process; programs that the command starts are left in peace."""
    traced = ",".join(f"?{name}" for name in calls)
    return [
        "strace", "-y", "-s", "0", "-o", str(log), "-e", f"trace={traced}", "-e", "signal=none",
        *inject, "-p",
    ]  # fmt: skip


def _touching(log: Path, folder: Path, root: Path) -> Iterator[Call]:
    """The touching calls among what strace has written."""
    seen: Counter[str] = Counter()
    for line in log.read_text("utf-8").splitlines():
        match = _LINE.match(line)
        if match is None:
            continue
        name, rest = match["call"], match["rest"]
        seen[name] += 1
        paths = tuple(_below(root, folder, _paths(name, rest)))
        reads = name in _OPENING and not re.search(r"O_(CREAT|WRONLY|RDWR)", rest)
        if paths and not reads:
            yield Call(name, seen[name], paths)


def _paths(name: str, rest: str) -> list[str]:
    if name in _BY_HANDLE:
        return [match["path"] for match in _HANDLE.finditer(rest)]
    return [match["path"] for match in _PATH.finditer(rest)]


def _below(root: Path, folder: Path, paths: Sequence[str]) -> Iterator[str]:
    """Those below the root, as seen from it; `folder` is where the command was started."""
    for path in paths:
        if ":[" in path:  # a pipe or a socket
            continue
        whole = os.path.normpath(folder / _readable(path))
        if whole.startswith(f"{root}/"):
            yield whole.removeprefix(f"{root}/")


def _readable(escaped: str) -> str:
    raw = escaped.encode("ascii", "replace").decode("unicode_escape").encode("latin-1")
    return raw.decode("utf-8", "replace")
