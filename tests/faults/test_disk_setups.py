"""Disks and files that are not as they should be: a full one, a name taken by a folder, a pipe.

Whatever it is, a command neither hangs nor breaks down, names what stands in the way, and leaves
its files wholly as they were or wholly done; the next one reads, and writes when the way is free.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.faults.program import PATIENCE_SECONDS, Answer
from tests.faults.rows import Row
from tests.faults.tree import Tree, random_values, snapshot, state_of
from tests.faults.workspaces import Bench

_ROOT = os.geteuid() == 0
_SOMEBODY_ELSE = 12345
_PEOPLE = "data/people.yaml"
_REGISTER = ("order", "register", "introduction", "-n", "22")
_NUMBERED = ("order", "pairs", "--number", "2")
_PAPER = "documents/Приказ об утверждении наставнических пар № 2.docx"
_FORGET = ("forget", "shvets", "--yes", "--reason", "просьба")
_ADD = ("person", "add", "--surname", "Ким", "--name", "Яна", "--gender", "female")


class Undo(NamedTuple):
    """What takes an obstacle away again, and what may only be undone at the end of the test."""

    soon: ExitStack
    late: ExitStack


# Puts something in the way of a workspace.
Obstacle = Callable[[Path, Undo], None]


def _read_only(*names: str) -> Obstacle:
    def prepare(work: Path, undo: Undo) -> None:
        for name in names:
            (work / name).chmod(0o555)
            undo.soon.callback((work / name).chmod, 0o755)

    return prepare


def _sticky(work: Path, undo: Undo) -> None:
    """Only its owner may replace a file here, and the owner is somebody else."""
    _need_root("a file of another owner")
    folder, file = work / "data", work / "data/roadmap.yaml"
    for path in (folder, file):
        os.chown(path, _SOMEBODY_ELSE, _SOMEBODY_ELSE)
    folder.chmod(0o1777)
    file.chmod(0o666)
    for path, mode in ((folder, 0o755), (file, 0o644)):
        undo.soon.callback(path.chmod, mode)
        undo.soon.callback(os.chown, path, os.geteuid(), os.getegid())


def _bound(work: Path, undo: Undo) -> None:
    """A file that is a mount point cannot be renamed over: containers are set up so."""
    file = work / "data/roadmap.yaml"
    beside = shutil.copy(file, work.parent / "roadmap.yaml")
    _mount(undo.soon, file, "--bind", str(beside))


def _full(work: Path, undo: Undo) -> None:
    """A file system of its own, in memory, without a free byte."""
    beside = work.parent / "beside"
    shutil.copytree(work, beside)
    _mount(undo.late, work, "-t", "tmpfs", "-o", "size=2m", "tmpfs")
    shutil.copytree(beside, work, dirs_exist_ok=True)
    shutil.rmtree(beside)
    filler = work / "filler.bin"
    with filler.open("wb", buffering=0) as stream, suppress(OSError):
        while True:
            stream.write(bytes(4096))
    undo.soon.callback(filler.unlink)


def _folder(name: str) -> Obstacle:
    def prepare(work: Path, undo: Undo) -> None:
        (work / name).unlink(missing_ok=True)
        (work / name).mkdir(parents=True)
        undo.soon.callback((work / name).rmdir)

    return prepare


def _pipe(work: Path, _undo: Undo) -> None:
    (work / _PEOPLE).unlink()
    os.mkfifo(work / _PEOPLE)


def _loop(work: Path, _undo: Undo) -> None:
    (work / _PEOPLE).unlink()
    (work / _PEOPLE).symlink_to("people.yaml")


def _unreadable(work: Path, _undo: Undo) -> None:
    (work / _PEOPLE).chmod(0)


def _empty(name: str) -> Obstacle:
    def prepare(work: Path, _undo: Undo) -> None:
        (work / name).write_bytes(b"")

    return prepare


def _file_for_folder(work: Path, undo: Undo) -> None:
    shutil.rmtree(work / ".roadmap")
    (work / ".roadmap").write_bytes(b"")
    undo.soon.callback((work / ".roadmap").unlink)


def _lock_is_a_folder(work: Path, undo: Undo) -> None:
    (work / ".roadmap/lock").unlink(missing_ok=True)
    (work / ".roadmap/lock").mkdir()
    undo.soon.callback((work / ".roadmap/lock").rmdir)


class SetUp(NamedTuple):
    """An obstacle, a command, what it must say (a pattern) and the exit codes it may have.

    `reads` is the exit code of `status` afterwards, None where the reader may be refused, too.
    `heals` is False for an obstacle that stays: then no writer follows.
    """

    obstacle: Obstacle
    words: Sequence[str]
    named: str
    codes: Sequence[int] = (1,)
    reads: int | None = 0
    heals: bool = True


_NO_ROOM = "нет места"
_ONE_OF_TWO = r"roadmap\.yaml|documents\.yaml|data"
_IN_PLACE_OF_PEOPLE: Mapping[str, Obstacle] = {
    "a pipe": _pipe, "a folder": _folder(_PEOPLE), "a link to itself": _loop,
    "a file without rights": _unreadable,
}  # fmt: skip
SETUPS: Mapping[str, SetUp] = {
    "a read-only folder of data": SetUp(_read_only("data"), ["done", "1.2.1"], "roadmap.yaml"),
    "a read-only folder of data, two files": SetUp(_read_only("data"), _REGISTER, _ONE_OF_TWO),
    "a read-only folder of documents": SetUp(_read_only("documents"), _NUMBERED, "Приказ"),
    "a read-only folder of papers to destroy": SetUp(
        _read_only("documents"), _FORGET, "Акт|Согласие|documents"
    ),
    "a read-only workspace": SetUp(
        _read_only("data", ".roadmap", "."), ["done", "1.2.1"], "roadmap.yaml|work"
    ),
    "reading a read-only workspace": SetUp(
        _read_only("data", ".roadmap", "."), ["status"], "", codes=[0]
    ),
    "another owner's file, one file": SetUp(_sticky, ["done", "1.2.1"], "roadmap.yaml"),
    "another owner's file, two files": SetUp(_sticky, _REGISTER, "roadmap.yaml"),
    "a mounted file, one file": SetUp(_bound, ["done", "1.2.1"], "roadmap.yaml"),
    "a mounted file, two files": SetUp(_bound, _REGISTER, "roadmap.yaml"),
    "a folder in place of a paper": SetUp(_folder(_PAPER), _NUMBERED, "Приказ"),
    "a full disk, one file": SetUp(_full, ["done", "1.2.1"], _NO_ROOM),
    "a full disk, two files": SetUp(_full, _REGISTER, _NO_ROOM),
    "a full disk, a paper": SetUp(_full, _NUMBERED, _NO_ROOM),
    "a full disk, forgetting": SetUp(_full, _FORGET, _NO_ROOM),
    "a file in place of .roadmap": SetUp(_file_for_folder, ["done", "1.2.1"], r"\.roadmap"),
    "a folder in place of the lock": SetUp(_lock_is_a_folder, ["done", "1.2.1"], r"\.roadmap|lock"),
    **{
        f"{what} in place of people.yaml: {' '.join(words[:2])}": SetUp(
            obstacle, words, "people.yaml", codes, reads=None, heals=False
        )
        for what, obstacle in _IN_PLACE_OF_PEOPLE.items()
        for words, codes in ((["check"], [1]), (["person", "list"], [1]), (_ADD, [1]))
    },
    **{
        f"an empty {name}: check": SetUp(_empty(name), ["check"], name, reads=None, heals=False)
        for name in (_PEOPLE, "data/consents.yaml", "data/pairs.yaml", "data/documents.yaml")
    },
    "an empty roadmap.yaml: check": SetUp(
        _empty("data/roadmap.yaml"), ["check"], "data/roadmap.yaml", reads=None, heals=False
    ),
}  # fmt: skip


@pytest.fixture
def stack() -> Iterator[ExitStack]:
    """Whatever is put in the way is taken out at the end, mounts above all."""
    with ExitStack() as made:
        yield made


@pytest.mark.parametrize("name", SETUPS)
def test_an_obstacle_is_told_and_nothing_is_half_done(
    place: Bench, stack: ExitStack, name: str
) -> None:
    row = SETUPS[name]
    place.fresh(Row("", row.words, "school"))
    known = random_values(place.root)
    untouched = snapshot(place.work, known)
    place.server.run(row.words, place.work)
    done = snapshot(place.work, known)
    place.fresh(Row("", row.words, "school"))
    undo = Undo(stack.enter_context(ExitStack()), stack)
    row.obstacle(place.work, undo)
    before = snapshot(place.work, known)
    after = {**before, **{n: done[n] for n in done if done[n] != untouched.get(n)}}
    for gone in untouched.keys() - done.keys():
        after.pop(gone, None)

    answer = _run(place, row.words)
    assert answer.code in row.codes, answer
    assert re.search(row.named, answer.said), answer
    if row.reads is not None:
        assert _run(place, ["status"]).code == row.reads
    states = state_of(snapshot(place.work, known), before, after)
    assert ("after" if answer.code == 0 else "before") in states
    if row.heals:
        undo.soon.close()
        _writes_again(place, row, untouched, done)


def _writes_again(place: Bench, row: SetUp, untouched: Tree, done: Tree) -> None:
    """With the way free the same command takes effect, and no hidden file is left."""
    known = random_values(place.root)
    assert _run(place, row.words).code == 0
    then = snapshot(place.work, known)
    assert "after" in state_of(then, untouched, done)
    assert [name for name in then if name.endswith(".tmp")] == []


def _run(place: Bench, words: Sequence[str]) -> Answer:
    """Run a command in a process of its own, without what root may do beyond others."""
    plain = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"] if _ROOT else []
    try:
        done = subprocess.run(
            [*plain, sys.executable, "-m", "roadmap_cli", *words], cwd=place.work, env=place.env,
            capture_output=True, encoding="utf-8", timeout=PATIENCE_SECONDS, check=False,
            stdin=subprocess.DEVNULL,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return Answer(None, "", "")
    return Answer(done.returncode, done.stdout, done.stderr)


def _need_root(what: str) -> None:
    if not _ROOT:
        pytest.skip(f"only root can set up {what}")
    if shutil.which("setpriv") is None:
        pytest.skip("setpriv is not installed, so root cannot be refused")


def _mount(stack: ExitStack, place: Path, *words: str) -> None:
    _need_root("a mount")
    done = subprocess.run(["mount", *words, str(place)], capture_output=True, check=False)
    if done.returncode:
        pytest.skip(f"mounting is not allowed here: {done.stderr.decode().strip()}")
    stack.callback(subprocess.run, ["umount", "--lazy", str(place)], check=False)
