"""The journal of an interrupted write: only one that is whole is finished."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from roadmap_cli.storage.disk import locked
from roadmap_cli.storage.transaction import (
    Write,
    finish_interrupted,
    is_interrupted,
    write_together,
)
from tests.conftest import Run

Journal = dict[str, Any]


def _sum(files: object) -> str:
    return hashlib.sha256(json.dumps(files, sort_keys=True).encode()).hexdigest()


@pytest.fixture
def broken_off(workspace: Path) -> Path:
    """A workspace in which two files wait under temporary names, and a sound journal says so."""
    (workspace / ".roadmap").mkdir()
    (workspace / "а.docx").write_bytes(b"old")
    (workspace / "чужой.docx").write_bytes(b"mine")
    for name in ("1.tmp", "2.tmp"):
        (workspace / name).write_bytes(name.encode())
    files = [{"from": "1.tmp", "to": "а.docx"}, {"from": "2.tmp", "to": "б.docx"}]
    _journal(workspace).write_text(json.dumps({"files": files, "sum": _sum(files)}), "utf-8")
    return workspace


def _journal(workspace: Path) -> Path:
    return workspace / ".roadmap" / "journal.json"


def test_a_sound_journal_is_finished_by_whatever_comes_next(run: Run, broken_off: Path) -> None:
    assert is_interrupted(broken_off)
    assert run("status").code == 0
    assert (broken_off / "а.docx").read_bytes() == b"1.tmp"
    assert (broken_off / "б.docx").read_bytes() == b"2.tmp"
    assert not list(broken_off.glob("*.tmp"))
    assert not is_interrupted(broken_off)


def _to(told: Journal) -> object:
    told["files"][0]["to"] = "чужой.docx"
    return told


def _from(told: Journal) -> object:
    told["files"][1]["from"] = "чужой.docx"
    return told


def _shorter(told: Journal) -> object:
    told["files"].pop()
    return told


SPOILT: dict[str, Callable[[Journal], object]] = {
    "another target": _to,
    "another source": _from,
    "a file less": _shorter,
    "another sum": lambda told: {**told, "sum": _sum("")},
    "no sum": lambda told: {"files": told["files"]},
    "no files": lambda told: {"sum": told["sum"]},
    "files of another sort": lambda told: {**told, "files": [1, 2]},
    "a list": lambda told: [told],
    "nothing": lambda _told: None,
}


@pytest.mark.parametrize("fault", list(SPOILT))
def test_a_journal_that_was_touched_finishes_nothing(
    run: Run, broken_off: Path, fault: str
) -> None:
    path = _journal(broken_off)
    path.write_text(json.dumps(SPOILT[fault](json.loads(path.read_text("utf-8")))), "utf-8")
    assert run("status").code == 0
    assert (broken_off / "а.docx").read_bytes() == b"old"
    assert (broken_off / "чужой.docx").read_bytes() == b"mine"
    assert not (broken_off / "б.docx").exists()
    assert not path.exists()


@pytest.mark.parametrize("length", [0, 1, -1])
def test_a_journal_that_is_not_whole_finishes_nothing(
    run: Run, broken_off: Path, length: int
) -> None:
    path = _journal(broken_off)
    path.write_bytes(path.read_bytes()[:length])
    assert run("status").code == 0
    assert (broken_off / "а.docx").read_bytes() == b"old"
    assert not path.exists()


def test_what_took_its_name_already_is_passed_over(run: Run, broken_off: Path) -> None:
    (broken_off / "1.tmp").replace(broken_off / "а.docx")
    assert run("status").code == 0
    assert (broken_off / "а.docx").read_bytes() == b"1.tmp"
    assert (broken_off / "б.docx").read_bytes() == b"2.tmp"


def test_without_a_journal_there_is_nothing_to_finish(workspace: Path) -> None:
    with locked(workspace):
        assert not is_interrupted(workspace)
        assert not finish_interrupted(workspace)


def test_a_file_outside_the_workspace_is_finished_too(
    workspace: Path, tmp_path: Path, run: Run
) -> None:
    outside = tmp_path / "снаружи.docx"
    blocked = workspace / "б.docx"
    blocked.mkdir()
    with locked(workspace), pytest.raises(OSError, match="directory"):
        write_together(workspace, [Write(blocked, b"1", None), Write(outside, b"2", None)])
    assert not outside.exists()
    blocked.rmdir()
    assert run("status").code == 0
    assert outside.read_bytes() == b"2"
    assert blocked.read_bytes() == b"1"


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_any_number_of_files_is_written(workspace: Path, count: int) -> None:
    paths = [workspace / "новая" / f"{number}.docx" for number in range(count)]
    with locked(workspace):
        write_together(workspace, [Write(path, path.name.encode(), None) for path in paths])
    assert [path.read_bytes() for path in paths] == [path.name.encode() for path in paths]
    assert not is_interrupted(workspace)
