"""Whether faults can be injected, and what is done where they cannot."""

from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.faults import strace
from tests.faults.strace import REQUIRED, Call, need_strace


@pytest.fixture
def without(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A machine without strace."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(strace, "why_not", strace.why_not.__wrapped__)


@pytest.mark.usefixtures("without")
def test_without_strace_faults_are_skipped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(REQUIRED, raising=False)
    with pytest.raises(pytest.skip.Exception, match="strace is not installed"):
        need_strace()


@pytest.mark.usefixtures("without")
def test_where_strace_must_be_they_fail(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(REQUIRED, "1")
    with pytest.raises(pytest.fail.Exception, match="strace is not installed"):
        need_strace()


def test_ci_installs_strace_and_may_not_skip() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    assert "command -v strace >/dev/null || need+=(strace)" in script
    assert script.index(f"export {REQUIRED}=1") < script.index(".venv/bin/pytest")


LOG = r"""
openat(AT_FDCWD</r/work>, "/usr/lib/x.pyc", O_RDONLY|O_CLOEXEC) = 3</usr/lib/x.pyc>
openat(AT_FDCWD</r/work>, "data/x.yaml", O_RDONLY|O_CLOEXEC) = 3</r/work/data/x.yaml>
openat(AT_FDCWD</r/work>, "/r/work/data/.x.tmp", O_RDWR|O_CREAT, 0600) = 3</r/work/data/.x.tmp>
write(1<pipe:[77]>, ""..., 5)             = 5
write(3</r/work/data/.x.tmp>, ""..., 5)   = 5
rename("/r/work/data/.x.tmp", "/r/work/data/\320\266.yaml") = 0
unlink("../keys/y.lock")                  = -1 EIO (Input/output error) (INJECTED)
unlink("/elsewhere/work/y")               = 0
fsync(3</r/work/data>)                    = ?
+++ killed by SIGKILL +++
"""


def test_touching_calls_are_found_with_their_number(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_text(LOG, "utf-8")
    assert list(strace._touching(log, Path("/r/work"), Path("/r"))) == [
        Call("openat", 3, ("work/data/.x.tmp",)),
        Call("write", 2, ("work/data/.x.tmp",)),
        Call("rename", 1, ("work/data/.x.tmp", "work/data/ж.yaml")),
        Call("unlink", 1, ("keys/y.lock",)),
        Call("fsync", 1, ("work/data",)),
    ]


@pytest.mark.parametrize(
    ("other", "alike"),
    [
        (Call("rename", 2, ("a/.x.tmp", "a/x")), True),
        (Call("rename", 2, ("a/.y.tmp", "a/x")), True),
        (Call("rename", 1, ("a/.x.tmp", "a/x")), False),
        (Call("rename", 2, ("b/.x.tmp", "b/x")), False),
        (Call("unlink", 2, ("a/.x.tmp", "a/x")), False),
    ],
)
def test_a_call_of_another_run_is_recognised(other: Call, alike: bool) -> None:
    assert Call("rename", 2, ("a/.x.tmp", "a/x")).is_like(other) is alike
