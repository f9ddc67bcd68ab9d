"""The journal of an interrupted write: finished or taken back by whatever comes next, out loud."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from roadmap_cli.storage.disk import Write
from roadmap_cli.storage.journal import Journal, State, Step, digest, read_journal
from roadmap_cli.storage.lock import is_interrupted, locked
from roadmap_cli.storage.recovery import finish_interrupted
from roadmap_cli.storage.transaction import write_together
from tests.conftest import Run
from tests.outcome import roadmap_file

Told = dict[str, Any]
FINISHED = "её запись завершена"
TAKEN_BACK = "прервана и отменена"


@pytest.fixture
def broken_off(workspace: Path) -> Path:
    """A workspace in which a change, a new file and a removal wait, and a sound journal says so."""
    contents = {
        "а.docx": b"old", "1.tmp": b"new", "1.old": b"old", "2.tmp": b"born",
        "лишний.docx": b"gone", "3.old": b"gone", "чужой.docx": b"mine",
    }  # fmt: skip
    for name, content in contents.items():
        (workspace / name).write_bytes(content)
    (workspace / ".roadmap").mkdir()
    _journal(workspace).write_bytes(Journal(_steps(workspace)).packed(workspace))
    return workspace


def _steps(root: Path) -> tuple[Step, ...]:
    return (
        Step(root / "а.docx", root / "1.tmp", root / "1.old", digest(b"old"), digest(b"new")),
        Step(root / "б.docx", root / "2.tmp", None, None, digest(b"born")),
        Step(root / "лишний.docx", None, root / "3.old", digest(b"gone"), None),
    )


def _journal(workspace: Path) -> Path:
    return workspace / ".roadmap" / "journal.json"


def _content(root: Path, name: str) -> bytes | None:
    return (root / name).read_bytes() if (root / name).exists() else None


def _contents(root: Path) -> tuple[bytes | None, ...]:
    return tuple(_content(root, name) for name in ("а.docx", "б.docx", "лишний.docx"))


OLD = (b"old", None, b"gone")
NEW = (b"new", b"born", None)


def _rename(root: Path, *names: str) -> None:
    for source, target in zip(names[::2], names[1::2], strict=True):
        (root / source).replace(root / target)


@pytest.mark.parametrize("command", [("status",), ("note", "1.1.1", "слово")])
@pytest.mark.parametrize("done", [0, 1, 2, 3])
def test_a_sound_journal_is_finished_by_whatever_comes_next(
    run: Run, broken_off: Path, done: int, command: tuple[str, ...]
) -> None:
    if done > 0:
        _rename(broken_off, "1.tmp", "а.docx")
    if done > 1:
        _rename(broken_off, "2.tmp", "б.docx")
    if done > 2:
        (broken_off / "лишний.docx").unlink()
    outcome = run(*command)
    assert outcome.code == 0
    assert FINISHED in outcome.err
    assert "а.docx, б.docx, лишний.docx" in outcome.err.replace("\n", " ")
    assert _contents(broken_off) == NEW
    assert not [*broken_off.glob("*.tmp"), *broken_off.glob("*.old")]
    assert not is_interrupted(broken_off)
    assert FINISHED not in run(*command).err


def test_what_a_person_changed_since_is_kept_and_the_rest_taken_back(
    run: Run, broken_off: Path
) -> None:
    """The files of the command belong together, so none of them stays new."""
    _rename(broken_off, "2.tmp", "б.docx")
    (broken_off / "а.docx").write_bytes(b"by hand")
    outcome = run("status")
    assert outcome.code == 0
    assert TAKEN_BACK in outcome.err
    assert "а.docx.unfinished.bak" in outcome.err.replace("\n", " ")
    assert _contents(broken_off) == (b"by hand", None, b"gone")
    assert _content(broken_off, "а.docx.unfinished.bak") == b"new"
    assert not is_interrupted(broken_off)


def test_what_a_person_changed_after_it_was_written_stands_in_nobodys_way(
    run: Run, broken_off: Path
) -> None:
    _rename(broken_off, "1.tmp", "а.docx")
    (broken_off / "а.docx").write_bytes(b"new, and by hand")
    assert FINISHED in run("status").err
    assert _contents(broken_off) == (b"new, and by hand", *NEW[1:])


def test_a_file_to_be_removed_that_a_person_changed_is_kept(run: Run, broken_off: Path) -> None:
    _rename(broken_off, "1.tmp", "а.docx")
    (broken_off / "лишний.docx").write_bytes(b"by hand")
    outcome = run("status")
    assert TAKEN_BACK in outcome.err
    assert "не удалён" in outcome.err
    assert _contents(broken_off) == (b"old", None, b"by hand")


@pytest.mark.parametrize("blocked", ["б.docx", "а.docx"])
def test_what_cannot_be_finished_is_taken_back(run: Run, broken_off: Path, blocked: str) -> None:
    if blocked == "б.docx":
        _rename(broken_off, "1.tmp", "а.docx")
    else:
        _rename(broken_off, "2.tmp", "б.docx")
        (broken_off / "а.docx").unlink()
    (broken_off / blocked).mkdir()
    outcome = run("status")
    assert outcome.code == 0
    assert TAKEN_BACK in outcome.err
    if blocked == "б.docx":
        assert _content(broken_off, "а.docx") == b"old"
    else:
        assert not (broken_off / "б.docx").exists()
    assert not is_interrupted(broken_off)


def _to(told: Told) -> object:
    told["told"]["steps"][0]["path"] = "чужой.docx"
    return told


def _from(told: Told) -> object:
    told["told"]["steps"][1]["new"] = "чужой.docx"
    return told


def _shorter(told: Told) -> object:
    told["told"]["steps"].pop()
    return told


SPOILT: dict[str, Callable[[Told], object]] = {
    "another target": _to,
    "another source": _from,
    "a file less": _shorter,
    "another version": lambda told: {**told, "version": 1},
    "no version": lambda told: {"told": told["told"], "sum": told["sum"]},
    "no sum": lambda told: {"told": told["told"], "version": 2},
    "no files": lambda told: {"sum": told["sum"], "version": 2},
    "files of another sort": lambda told: {**told, "told": [1, 2]},
    "a list": lambda told: [told],
    "nothing": lambda _told: None,
}


@pytest.mark.parametrize("fault", list(SPOILT))
def test_a_journal_that_was_touched_finishes_nothing(
    run: Run, broken_off: Path, fault: str
) -> None:
    path = _journal(broken_off)
    path.write_text(json.dumps(SPOILT[fault](json.loads(path.read_text("utf-8")))), "utf-8")
    outcome = run("status")
    assert outcome.code == 0
    assert "повреждён и удалён" in outcome.err
    assert _contents(broken_off) == OLD
    assert _content(broken_off, "чужой.docx") == b"mine"
    assert not path.exists()


@pytest.mark.parametrize("length", [0, 1, -1])
def test_a_journal_that_is_not_whole_finishes_nothing(
    run: Run, broken_off: Path, length: int
) -> None:
    path = _journal(broken_off)
    path.write_bytes(path.read_bytes()[:length])
    assert run("status").code == 0
    assert _contents(broken_off) == OLD
    assert not path.exists()


def test_a_journal_is_read_as_it_was_written(tmp_path: Path) -> None:
    journal = Journal(_steps(tmp_path), "00aa", ("novik",))
    assert read_journal(journal.packed(tmp_path), tmp_path) == journal


def test_a_workspace_that_was_moved_takes_its_journal_along(tmp_path: Path) -> None:
    there = tmp_path / "там"
    moved = read_journal(Journal(_steps(tmp_path)).packed(tmp_path), there)
    assert moved == Journal(_steps(there))


@pytest.mark.parametrize(
    ("now", "new", "old", "state"),
    [
        (b"old", b"new", b"old", State.WAITING),
        (b"new", None, b"old", State.DONE),
        (b"new", b"new", b"old", State.DONE),
        (b"other", b"new", b"old", State.FOREIGN),
        (None, b"new", b"old", State.FOREIGN),
        (b"other", None, b"old", State.DONE),
        (b"old", None, None, State.TAKEN_BACK),
    ],
)
def test_the_disk_tells_how_far_a_change_has_come(
    tmp_path: Path, now: bytes | None, new: bytes | None, old: bytes | None, state: State
) -> None:
    for name, content in (("x", now), ("n", new), ("o", old)):
        if content is not None:
            (tmp_path / name).write_bytes(content)
    paths = (tmp_path / "x", tmp_path / "n", tmp_path / "o")
    assert Step(*paths, digest(b"old"), digest(b"new")).state() is state


@pytest.mark.parametrize(
    ("now", "old", "state"),
    [
        (b"old", b"old", State.WAITING),
        (None, b"old", State.DONE),
        (b"other", b"old", State.FOREIGN),
        (b"old", None, State.TAKEN_BACK),
    ],
)
def test_the_disk_tells_how_far_a_removal_has_come(
    tmp_path: Path, now: bytes | None, old: bytes | None, state: State
) -> None:
    for name, content in (("x", now), ("o", old)):
        if content is not None:
            (tmp_path / name).write_bytes(content)
    step = Step(tmp_path / "x", None, tmp_path / "o", digest(b"old"), None)
    assert step.state() is state


def test_without_a_journal_there_is_nothing_to_finish(workspace: Path) -> None:
    with locked(workspace):
        assert not is_interrupted(workspace)
        assert finish_interrupted(workspace) == ()


def test_a_folder_in_place_of_the_journal_is_named(run: Run, workspace: Path) -> None:
    _journal(workspace).mkdir(parents=True)
    assert run("status").code == 0
    outcome = run("order", "introduction")
    assert outcome.code == 1
    assert "journal.json" in outcome.err
    assert "ничего не записано" in outcome.err


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_any_number_of_files_is_written(workspace: Path, count: int) -> None:
    paths = [workspace / "новая" / f"{number}.docx" for number in range(count)]
    with locked(workspace):
        write_together(workspace, [Write(path, path.name.encode(), None) for path in paths])
    assert [path.read_bytes() for path in paths] == [path.name.encode() for path in paths]
    assert not is_interrupted(workspace)


def test_an_init_that_was_broken_off_is_finished_by_the_next_command(
    run: Run, tmp_path: Path
) -> None:
    place = tmp_path / "новая"
    content = b"title: \xd0\x9a\nschool_year: 2025/2026\nstages: []\n"
    (place / "data").mkdir(parents=True)
    (place / "1.tmp").write_bytes(content)
    step = Step(roadmap_file(place), place / "1.tmp", None, None, digest(content))
    (place / ".roadmap").mkdir()
    _journal(place).write_bytes(Journal((step,)).packed(place))
    outcome = run("status", "-w", str(place))
    assert outcome.code == 0
    assert FINISHED in outcome.err
    assert roadmap_file(place).read_bytes() == content


def test_a_damaged_journal_alone_makes_no_workspace(run: Run, tmp_path: Path) -> None:
    (tmp_path / "новая" / ".roadmap").mkdir(parents=True)
    _journal(tmp_path / "новая").write_bytes(b"{")
    outcome = run("status", "-w", str(tmp_path / "новая"))
    assert outcome.code == 1
    assert "нет дорожной карты" in outcome.err
