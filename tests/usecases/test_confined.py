"""A child process with a deadline and a memory bound: what comes back, what ends it, what stays."""

import gc
import itertools
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from filelock import FileLock, Timeout

from roadmap_cli.cli.frame.guard import guarded
from roadmap_cli.errors import RoadmapError, TemplateInvalidError
from roadmap_cli.problems import Place, Problem
from roadmap_cli.storage.lock import locked
from roadmap_cli.usecases import confined as module
from roadmap_cli.usecases.confined import ChildFaultError, StoppedError, confined
from tests.conftest import ROOT

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="the kernel bounds are those of Linux")
PROBLEM = Problem("template", "беда", Place("templates/x.md", 7, 3), "совет")


def _counting(last: int) -> Iterator[int]:
    yield from range(last)


def _own_pid() -> Iterator[int]:
    yield os.getpid()
    while True:
        pass


def _endless() -> Iterator[int]:
    yield sum(1 for _ in itertools.count())


def _deaf() -> Iterator[bool]:
    """A single call into C: Python's own signals and timers would wait for its end."""
    yield bool(re.match("(a+)+$", "a" * 60 + "b"))


def _taking(size: int) -> Iterator[int]:
    yield len(bytearray(size))


def _failing(error: Exception) -> Iterator[int]:
    yield 1
    raise error


def _dying() -> Iterator[int]:
    os.kill(os.getpid(), signal.SIGKILL)
    yield 0


def _descriptors() -> Iterator[list[str]]:
    found = []
    for link in Path("/proc/self/fd").iterdir():
        try:
            found.append(str(link.readlink()))
        except OSError:
            continue
    yield found


def _is_gone(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()[0]
    except OSError:
        return True
    return state == "Z"  # an orphan that nobody has waited for yet


def _waits_until_gone(pid: int) -> bool:
    until = time.monotonic() + 30.0
    while not _is_gone(pid) and time.monotonic() < until:
        time.sleep(0.05)
    return _is_gone(pid)


@pytest.mark.parametrize("method", [module._METHOD, "spawn"])
def test_the_values_come_back_in_their_order(monkeypatch: pytest.MonkeyPatch, method: str) -> None:
    monkeypatch.setattr(module, "_METHOD", method)
    with confined(60.0, _counting, 3) as values:
        assert list(values) == [0, 1, 2]


@pytest.mark.parametrize("method", [module._METHOD, "spawn"])
@pytest.mark.parametrize(
    "error", [RoadmapError("беда", hint="совет"), TemplateInvalidError("беда", (PROBLEM,))]
)
def test_an_error_of_ours_arrives_as_itself(
    monkeypatch: pytest.MonkeyPatch, method: str, error: RoadmapError
) -> None:
    monkeypatch.setattr(module, "_METHOD", method)
    with confined(60.0, _failing, error) as values:
        assert next(values) == 1
        with pytest.raises(type(error)) as raised:
            next(values)
    assert vars(raised.value) == vars(error)


@pytest.mark.parametrize("work", [_endless, _deaf])
@pytest.mark.parametrize("ignored", [False, True])
def test_work_without_an_end_is_stopped(work: Callable[[], Iterator[int]], ignored: bool) -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN) if ignored else None
    try:
        with (
            confined(0.3, work) as values,
            pytest.raises(StoppedError, match="работа заняла больше 0 с"),
        ):
            next(values)
    finally:
        if before is not None:
            signal.signal(signal.SIGINT, before)


@LINUX
def test_the_child_is_gone_when_the_parent_has_had_enough() -> None:
    with confined(60.0, _own_pid) as values:
        pid = next(values)
        assert not _is_gone(pid)
    assert _is_gone(pid)


@LINUX
@pytest.mark.parametrize("method", ["fork", "spawn"])
@pytest.mark.parametrize(("size", "sound"), [(250_000_000, True), (400_000_000, False)])
def test_work_has_so_much_memory(
    monkeypatch: pytest.MonkeyPatch, method: str, size: int, sound: bool
) -> None:
    monkeypatch.setattr(module, "_METHOD", method)
    gc.collect()  # garbage of earlier tests that the child frees would be room to spare
    with confined(60.0, _taking, size) as values:
        if sound:
            assert next(values) == size
        else:
            with pytest.raises(StoppedError, match="не хватило памяти"):
                next(values)


@pytest.mark.parametrize(("spare", "sound"), [(1, True), (0, True), (-1, False)])
def test_an_answer_has_a_largest_size(
    monkeypatch: pytest.MonkeyPatch, spare: int, sound: bool
) -> None:
    size = len(module._packed(module._Answer("а" * 1000)))
    monkeypatch.setattr(module, "_LARGEST_ANSWER", size + spare)
    with confined(60.0, _texts) as values:
        if sound:
            assert next(values) == "а" * 1000
        else:
            with pytest.raises(StoppedError, match="не хватило памяти"):
                next(values)


def _texts() -> Iterator[str]:
    yield "а" * 1000


def test_a_child_that_dies_is_told() -> None:
    with (
        confined(60.0, _dying) as values,
        pytest.raises(StoppedError, match="работа прервана системой"),
    ):
        next(values)


def test_a_fault_of_the_program_keeps_its_name_and_its_trace(
    capsys: pytest.CaptureFixture[str],
) -> None:
    def act() -> int:
        with confined(60.0, _failing, ZeroDivisionError("тайна")) as values:
            return sum(values)

    with pytest.raises(ChildFaultError) as raised:
        act()
    assert "tests/usecases/test_confined.py" in "".join(raised.value.__notes__)
    assert guarded(act) == 3
    said = capsys.readouterr().err
    assert "внутренняя ошибка программы (ZeroDivisionError, usecases/confined.py:" in said
    assert "тайна" not in said


@LINUX
def test_the_child_has_no_file_of_the_parent(tmp_path: Path) -> None:
    with (tmp_path / "замок").open("w"), confined(60.0, _descriptors) as values:
        assert not [name for name in next(values) if name.startswith(str(tmp_path))]


def test_the_lock_of_the_workspace_stays_with_the_parent(tmp_path: Path) -> None:
    with locked(tmp_path):
        with confined(60.0, _counting, 1) as values:
            assert list(values) == [0]
        with pytest.raises(Timeout):
            FileLock(tmp_path / ".roadmap" / "lock", timeout=0).acquire()


SCRIPT = """
import sys, time
from roadmap_cli.usecases.confined import confined
from tests.usecases.test_confined import _counting, _own_pid
sys.stdout.write("один раз ")
with confined({seconds}, {work}) as values:
    print(next(values), flush=True)
    next(values)
"""


def _started(work: str, seconds: float) -> "subprocess.Popen[str]":
    surroundings = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    script = SCRIPT.format(work=work, seconds=seconds)
    return subprocess.Popen(
        [sys.executable, "-c", script], env=surroundings, text=True, encoding="utf-8",
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip


def test_what_the_parent_has_still_to_print_is_printed_once() -> None:
    out, err = _started("_counting, 2", 60.0).communicate(timeout=60)
    assert (out, err) == ("один раз 0\n", "")


@LINUX
def test_an_interruption_ends_both_and_the_child_is_silent() -> None:
    """Ctrl-C reaches every process of the terminal."""
    parent = _started("_own_pid", 60.0)
    assert parent.stdout is not None
    pid = int(parent.stdout.readline().split()[-1])
    os.killpg(parent.pid, signal.SIGINT)
    _, err = parent.communicate(timeout=60)
    assert _waits_until_gone(pid)
    assert err.count("KeyboardInterrupt") == 1


@LINUX
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGKILL])
def test_the_child_does_not_outlive_its_parent(sent: signal.Signals) -> None:
    """A parent that is killed cannot kill its child; then the bound on its time does."""
    parent = _started("_own_pid", 1.0 if sent == signal.SIGKILL else 60.0)
    assert parent.stdout is not None
    pid = int(parent.stdout.readline().split()[-1])
    parent.send_signal(sent)
    parent.communicate(timeout=60)
    assert _waits_until_gone(pid)
