"""Nothing is lost: a full disk, a kill in the middle, two commands at once, an editor meanwhile."""

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
from roadmap_cli.storage.disk import KNOWN_REASONS, explained, locked, replace_file
from roadmap_cli.storage.transaction import Write, write_together
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


def test_a_folder_in_place_of_a_file_is_told(workspace: Path) -> None:
    path = workspace / "data" / "people.yaml"
    path.unlink()
    path.mkdir()
    done = subprocess.run(
        [*COMMAND, "-w", str(workspace), "status"],
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "это папка, а не файл" in done.stderr


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


def test_a_write_broken_off_between_two_files_is_finished_later(workspace: Path) -> None:
    """The second file cannot take its name at first: a folder stands there."""
    first, second = workspace / "data" / "roadmap.yaml", workspace / "documents" / "б.docx"
    old = first.read_bytes()
    second.mkdir(parents=True)
    with locked(workspace), pytest.raises(OSError, match="directory"):
        write_together(workspace, [Write(first, old + b"# new\n", old), Write(second, b"2", None)])
    assert first.read_bytes() == old + b"# new\n"
    second.rmdir()
    done = subprocess.run(
        [*COMMAND, "-w", str(workspace), "check"], stdout=subprocess.DEVNULL, check=False
    )
    assert done.returncode == 1
    assert second.read_bytes() == b"2"
    assert not (workspace / ".roadmap" / "journal.json").exists()
    assert _left_over(workspace) == []


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
    with locked(workspace), pytest.raises(WriteRefusedError):
        write_together(workspace, [Write(path, b"1", None), Write(path, b"2", None)])
    assert not path.exists()
