"""Nothing is lost: a full disk, a kill in the middle, two commands at once, an editor meanwhile."""

import errno
import os
import re
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from roadmap_cli.errors import WriteRefusedError
from roadmap_cli.storage.disk import KNOWN_REASONS, Write, explained, replace_file
from roadmap_cli.storage.lock import is_interrupted, locked
from roadmap_cli.storage.transaction import write_together, writing
from tests.outcome import roadmap_file

COMMAND = [sys.executable, "-m", "roadmap_cli"]


def _left_over(workspace: Path) -> list[Path]:
    return [path for path in workspace.rglob("*") if path.name.endswith(".tmp")]


def _tiny_files() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))


def test_a_full_disk_leaves_the_old_file(workspace: Path) -> None:
    """A limit on file size stands for the full disk: the write breaks off half-way."""
    before = roadmap_file(workspace).read_bytes()
    done = subprocess.run(
        [*COMMAND, "-w", str(workspace), "done", "1.1.1"],
        capture_output=True, encoding="utf-8", preexec_fn=_tiny_files, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "не записан" in done.stderr
    assert roadmap_file(workspace).read_bytes() == before
    assert _left_over(workspace) == []


def test_a_kill_at_any_moment_leaves_the_old_or_the_new_file(workspace: Path) -> None:
    path = roadmap_file(workspace)
    before = path.read_bytes()
    subprocess.run([*COMMAND, "-w", str(workspace), "done", "1", "--on", "2023-10-01"], check=True)
    after = path.read_bytes()
    start = time.perf_counter()
    path.write_bytes(before)
    subprocess.run([*COMMAND, "-w", str(workspace), "done", "1", "--on", "2023-10-01"], check=True)
    whole = time.perf_counter() - start
    for step in range(24):
        path.write_bytes(before)
        process = subprocess.Popen(
            [*COMMAND, "-w", str(workspace), "done", "1", "--on", "2023-10-01"],
            stdout=subprocess.DEVNULL,
        )
        # The write falls into the last quarter of the run, so most kills aim there.
        time.sleep(whole * (0.55 + 0.5 * step / 24))
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert path.read_bytes() in (before, after)
    # The lock of a killed command does not outlive it.
    path.write_bytes(before)
    subprocess.run([*COMMAND, "-w", str(workspace), "done", "1", "--on", "2023-10-01"], check=True)
    assert path.read_bytes() == after


def test_two_commands_at_once_both_take_effect(workspace: Path) -> None:
    ids = ["1.1.1", "1.1.2", "1.2.1", "1.2.2", "2.1.1", "2.1.2", "3.1.1", "4.1.1"]
    processes = [
        subprocess.Popen([*COMMAND, "-w", str(workspace), "done", each], stdout=subprocess.DEVNULL)
        for each in ids
    ]
    assert [process.wait() for process in processes] == [0] * len(ids)
    assert roadmap_file(workspace).read_text(encoding="utf-8").count("status: done") == len(ids)


def test_a_file_saved_by_an_editor_meanwhile_wins(tmp_path: Path) -> None:
    path = tmp_path / "файл.yaml"
    path.write_bytes(b"old")
    with pytest.raises(WriteRefusedError) as refused:
        replace_file(path, b"new", b"what was read")
    assert "тем временем изменился" in refused.value.message
    assert path.read_bytes() == b"old"


def test_a_new_file_does_not_overwrite(tmp_path: Path) -> None:
    path = tmp_path / "файл.yaml"
    path.write_bytes(b"old")
    with pytest.raises(WriteRefusedError):
        replace_file(path, b"new", None)
    assert path.read_bytes() == b"old"


def test_rights_and_links_stay(tmp_path: Path) -> None:
    real, link = tmp_path / "real.yaml", tmp_path / "link.yaml"
    real.write_bytes(b"old")
    real.chmod(0o640)
    link.symlink_to(real)
    replace_file(link, b"new", b"old")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert real.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("number", sorted(KNOWN_REASONS))
def test_every_reason_of_the_disk_is_russian(number: int) -> None:
    assert re.search("[а-я]", explained(OSError(number, "English")))
    assert "English" not in explained(OSError(number, "English"))


def test_an_unknown_reason_keeps_its_number() -> None:
    assert explained(OSError(9999, "English")) == "ошибка диска 9999"


def test_reading_writes_nothing(workspace: Path) -> None:
    def snapshot() -> dict[str, tuple[int, bytes]]:
        return {
            str(path): (path.stat().st_mtime_ns, path.read_bytes())
            for path in workspace.rglob("*")
            if path.is_file()
        }

    before = snapshot()
    for words, code in (
        (["status"], 0),
        (["deadlines"], 0),
        (["show", "1"], 0),
        (["gantt"], 0),
        (["check"], 1),
        (["schema", "people"], 0),
        (["person", "list"], 0),
        (["docs"], 0),
        (["order", "pairs", "--preview"], 0),
        (["done", "1.1.1", "--dry-run"], 0),
    ):
        done = subprocess.run(
            [*COMMAND, "-w", str(workspace), *words], stdout=subprocess.DEVNULL, check=False
        )
        assert done.returncode == code, words
    assert snapshot() == before
    assert not os.path.lexists(workspace / ".roadmap")


@pytest.mark.parametrize("order", [1, -1])
def test_a_name_that_the_system_refuses_brings_the_old_files_back(
    workspace: Path, order: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that somebody holds open, as Word does on Windows: only the renaming fails."""
    first, second = workspace / "data" / "roadmap.yaml", workspace / "documents" / "б.docx"
    gone = workspace / "documents" / "лишний.docx"
    second.parent.mkdir()
    gone.write_bytes(b"gone")
    old = first.read_bytes()
    replace = Path.replace

    def refused(self: Path, target: Path) -> Path:
        if target.name == "б.docx":
            raise PermissionError(errno.EACCES, "", str(self), None, str(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refused)
    writes = [Write(first, old + b"# new\n", old), Write(gone, None, b"gone"),
              Write(second, b"2", None)][::order]  # fmt: skip
    with locked(workspace), pytest.raises(WriteRefusedError) as error:
        write_together(workspace, writes)
    assert "ничего не записано: нет прав" in error.value.message
    assert "б.docx" in error.value.message
    assert first.read_bytes() == old
    assert gone.read_bytes() == b"gone"
    assert not second.exists()
    assert not is_interrupted(workspace)
    assert _left_over(workspace) == []


def test_a_folder_that_stands_in_the_way_is_named(workspace: Path) -> None:
    first, second = workspace / "data" / "roadmap.yaml", workspace / "documents" / "б.docx"
    old = first.read_bytes()
    second.mkdir(parents=True)
    with locked(workspace), pytest.raises(WriteRefusedError) as refused:
        write_together(workspace, [Write(first, b"new", old), Write(second, b"2", None)])
    assert "это папка, а не файл («documents/б.docx»)" in refused.value.message
    assert first.read_bytes() == old
    assert _left_over(workspace) == []


@pytest.mark.parametrize("several", [False, True])
def test_an_editor_that_saves_during_the_write_wins(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, several: bool
) -> None:
    path, other = workspace / "data" / "roadmap.yaml", workspace / "б.docx"
    old = path.read_bytes()
    monkeypatch.setattr(os, "fsync", lambda _descriptor: path.write_bytes(old + b"# mine\n"))
    writes = [Write(path, old + b"# ours\n", old), Write(other, b"2", None)][: 1 + several]
    with locked(workspace), pytest.raises(WriteRefusedError, match="тем временем изменился"):
        write_together(workspace, writes)
    assert path.read_bytes() == old + b"# mine\n"
    assert not other.exists()


@pytest.mark.parametrize("several", [False, True])
def test_a_folder_that_cannot_be_synced_does_not_make_the_write_fail(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, several: bool
) -> None:
    path, other = workspace / "data" / "roadmap.yaml", workspace / "б.docx"
    old = path.read_bytes()
    really = os.fsync

    def failing(descriptor: int) -> None:
        written = path.read_bytes() != old
        if written and Path(f"/proc/self/fd/{descriptor}").is_dir():
            raise OSError(errno.EIO, "")
        really(descriptor)

    monkeypatch.setattr(os, "fsync", failing)
    writes = [Write(path, b"new", old), Write(other, b"2", None)][: 1 + several]
    with locked(workspace):
        (said, *_) = write_together(workspace, writes)
    assert "roadmap.yaml записан, но диск этого не подтвердил" in said
    assert path.read_bytes() == b"new"


def test_what_killed_runs_have_left_is_swept_by_the_next_write(workspace: Path) -> None:
    left = [workspace / "data" / ".people.yaml.abcdefgh.tmp", workspace / ".x.docx.12345678.tmp"]
    for path in left:
        path.write_bytes(b"names")
    with writing(workspace):
        assert not any(path.exists() for path in left)


def test_when_one_of_two_files_cannot_be_written_neither_is(workspace: Path) -> None:
    first = workspace / "data" / "roadmap.yaml"
    old = first.read_bytes()
    with locked(workspace), pytest.raises(WriteRefusedError) as refused:
        write_together(workspace, [Write(first, b"new", old), Write(first / "x", b"2", None)])
    assert "ничего не записано" in refused.value.message
    assert first.read_bytes() == old
    assert _left_over(workspace) == []


def test_one_file_is_not_written_twice_at_once(workspace: Path) -> None:
    path = workspace / "x.docx"
    with locked(workspace), pytest.raises(WriteRefusedError, match="дважды"):
        write_together(workspace, [Write(path, b"1", None), Write(path, b"2", None)])
    assert not path.exists()
