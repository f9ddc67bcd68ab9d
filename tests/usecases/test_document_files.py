"""Files of made documents: whose work may be replaced, and what the register learns."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from roadmap_cli.documents.docx.text import docx_text
from roadmap_cli.storage.workspace import load_workspace
from roadmap_cli.usecases.document_files import mark_of
from tests.conftest import Run

TODAY = "2025-12-01"
NAME = "Приказ о поощрении участников.docx"
FILE = f"documents/{NAME}"


def _lines(root: Path) -> list[Any]:
    return list(load_workspace(root).data(("roadmap", "documents")).register.documents)


def _line(root: Path, file: str) -> Any:
    (found,) = [line for line in _lines(root) if line.file == file]
    return found


def _nothing(_run: Run, _root: Path) -> None:
    """No file is there."""


def _made(run: Run, _root: Path) -> None:
    run("order", "rewards", today=TODAY)


def _older(run: Run, root: Path) -> None:
    """Made of data that have changed since."""
    run("order", "rewards", today=TODAY)
    path = root / "data" / "organization.yaml"
    path.write_text(path.read_text("utf-8").replace("«Искра»", "«Заря»"), encoding="utf-8")


def _edited(run: Run, root: Path) -> None:
    _older(run, root)
    (root / FILE).write_bytes((root / FILE).read_bytes() + b"a person's work")


def _foreign(_run: Run, root: Path) -> None:
    (root / "documents").mkdir(exist_ok=True)
    (root / FILE).write_bytes(b"a person's work")


def _untracked(run: Run, root: Path) -> None:
    """The register knows the file, but not that the program has made it."""
    _foreign(run, root)
    written = {"kind": "order.rewards", "file": FILE}
    (root / "data" / "documents.yaml").write_text(json.dumps({"documents": [written]}), "utf-8")


def _of_another(run: Run, root: Path) -> None:
    """The program has made these very bytes, but as another file."""
    run("order", "curators", "-o", "другой.docx", today=TODAY)
    (root / "documents").mkdir(exist_ok=True)
    (root / FILE).write_bytes((root / "другой.docx").read_bytes())


WRITTEN, SAME, REFUSED = "Создан файл", "Без изменений", "изменён вручную или создан не программой"


@pytest.mark.parametrize("dry_run", [False, True], ids=["", "dry-run"])
@pytest.mark.parametrize(
    ("before", "force", "said"),
    [
        (_nothing, False, WRITTEN),
        (_nothing, True, WRITTEN),
        (_made, False, SAME),
        (_made, True, SAME),
        (_older, False, WRITTEN),
        (_older, True, WRITTEN),
        (_edited, False, REFUSED),
        (_edited, True, WRITTEN),
        (_foreign, False, REFUSED),
        (_foreign, True, WRITTEN),
        (_untracked, False, REFUSED),
        (_untracked, True, WRITTEN),
        (_of_another, False, REFUSED),
        (_of_another, True, WRITTEN),
    ],
)
def test_a_persons_work_is_replaced_only_when_told(
    run: Run,
    school: Path,
    before: Callable[[Run, Path], None],
    force: bool,
    said: str,
    dry_run: bool,
) -> None:
    before(run, school)
    path = school / FILE
    old = path.read_bytes() if path.exists() else None
    inode = path.stat().st_ino if path.exists() else None
    words = ["order", "rewards", *["--force"] * force, *["--dry-run"] * dry_run]
    outcome = run(*words, today=TODAY)
    new = path.read_bytes() if path.exists() else None
    if said == REFUSED:
        assert outcome.code == 1
        assert REFUSED in outcome.err
        assert "--force" in outcome.err
        assert new == old
    elif dry_run:
        assert outcome.code == 0
        assert "Пробный запуск. Был бы создан файл" in outcome.out
        assert new == old
    else:
        assert outcome.code == 0
        assert said in outcome.out
        assert (new == old) is (said == SAME)
        # What is as it was is not written anew: it stays the very same file.
        assert (path.stat().st_ino == inode) is (said == SAME)
        assert new is not None
        assert _line(school, FILE).made == mark_of(new)


def test_a_persons_own_form_is_not_overwritten(run: Run, school: Path) -> None:
    words = ["form", "consent-processing", "dyuma"]
    assert run(*words, today=TODAY).code == 0
    (path,) = (school / "documents").iterdir()
    path.write_bytes(b"signed and scanned")
    outcome = run("form", "consent-processing", "--all", today=TODAY)
    assert outcome.code == 1
    assert path.read_bytes() == b"signed and scanned"
    assert list((school / "documents").iterdir()) == [path]


@pytest.mark.parametrize(
    ("output", "file"),
    [
        ("x.docx", "x.docx"),
        ("documents/x.docx", "documents/x.docx"),
        ("новая/папка/x.DOCX", "новая/папка/x.DOCX"),
        ("documents/../x.docx", "x.docx"),
        ("../снаружи.docx", None),
    ],
)
def test_the_register_knows_files_of_the_workspace_only(
    run: Run, school: Path, output: str, file: str | None
) -> None:
    before = (school / "data" / "documents.yaml").read_bytes()
    assert run("order", "rewards", "-n", "7", "-o", output, today=TODAY).code == 0
    raw = (school / output).resolve().read_bytes()
    assert "№ 7" in (docx_text(raw) or "")
    if file is None:
        assert (school / "data" / "documents.yaml").read_bytes() == before
        # Nobody knows who made it, so it is replaced by nothing but its equal.
        assert SAME in run("order", "rewards", "-n", "7", "-o", output, today=TODAY).out
        assert run("order", "rewards", "-n", "8", "-o", output, today=TODAY).code == 1
        assert (school / output).resolve().read_bytes() == raw
    else:
        assert (_line(school, file).number, _line(school, file).made) == ("7", mark_of(raw))
        assert WRITTEN in run("order", "rewards", "-n", "8", "-o", output, today=TODAY).out


def test_a_link_into_the_workspace_is_the_file_it_points_at(
    run: Run, school: Path, tmp_path: Path
) -> None:
    run("order", "rewards", "-o", "x.docx", today=TODAY)
    (tmp_path / "ссылка.docx").symlink_to(school / "x.docx")
    assert run("order", "rewards", "-n", "7", "-o", "../ссылка.docx", today=TODAY).code == 0
    assert _line(school, "x.docx").number == "7"


@pytest.mark.parametrize(
    ("people", "code"), [(["dyuma"], 0), (["dyuma", "novik"], 2), (["--all"], 2), ([], 0)]
)
def test_one_output_holds_one_document(
    run: Run, school: Path, people: list[str], code: int
) -> None:
    outcome = run("form", "consent-processing", *people, "-o", "x.docx", today=TODAY)
    assert outcome.code == code
    assert (school / "x.docx").exists() is (code == 0)
    if code:
        assert "один файл через --output, а документов несколько" in outcome.err
        assert not (school / "documents").exists()


def test_a_folder_in_the_way_is_told_and_left(run: Run, school: Path) -> None:
    (school / "x.docx").mkdir()
    before = (school / "data" / "documents.yaml").read_bytes()
    outcome = run("order", "rewards", "-o", "x.docx", "--dry-run", today=TODAY)
    assert outcome.code == 0
    assert (school / "x.docx").is_dir()
    assert (school / "data" / "documents.yaml").read_bytes() == before


def test_a_fingerprint_is_short_and_of_the_bytes() -> None:
    assert mark_of(b"") == "e3b0c44298fc1c14"
    assert mark_of(b"a") != mark_of(b"b")
