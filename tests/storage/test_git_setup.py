"""Git is told once in every copy how our files are merged; what it knows already stays."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from roadmap_cli.storage.git_setup import SETTINGS, VAULT_SETTINGS
from tests.conftest import Run
from tests.vaults import TODAY, commit, git

TOLD = "git в этой копии настроен"


def _setting(root: Path, name: str) -> str:
    return git(root, "config", name, check=False).strip()


def _lines(root: Path, *parts: str) -> list[str]:
    path = root.joinpath(".git", "info", *parts)
    return path.read_text("utf-8").splitlines() if path.exists() else []


def _merge_of(root: Path, file: str = "data/people.yaml") -> str:
    return git(root, "check-attr", "merge", "--", file).rpartition(": ")[2].strip()


def test_the_first_command_tells_git_and_says_so_once(run: Run, school: Path) -> None:
    git(school, "init", "-q")
    outcome = run("status", today=TODAY)
    assert outcome.err.count(TOLD) == 1
    assert sys.executable in _setting(school, "merge.roadmap.driver")
    assert "merge-data %O %A %B %P" in _setting(school, "merge.roadmap.driver")
    assert _merge_of(school) == "roadmap"
    assert {".*.tmp", "*.bak"} <= set(_lines(school, "exclude"))
    assert not (school / ".gitattributes").exists()
    assert TOLD not in run("status", today=TODAY).err


def test_a_call_without_options_does_so_too(school: Path) -> None:
    git(school, "init", "-q")
    done = subprocess.run(
        [sys.executable, "-m", "roadmap_cli"],
        cwd=school, capture_output=True, check=True, text=True, encoding="utf-8",
    )  # fmt: skip
    assert TOLD in done.stderr
    assert _merge_of(school) == "roadmap"


def test_it_is_told_though_the_command_fails(run: Run, school: Path) -> None:
    git(school, "init", "-q")
    outcome = run("done", "9.9.9", today=TODAY)
    assert outcome.code == 1
    assert TOLD in outcome.err
    assert _merge_of(school) == "roadmap"


@pytest.mark.parametrize(
    "words", [["done", "1.1.1", "--dry-run"], ["docx-text", "x.docx"], ["--help"], ["--version"]]
)
def test_what_leaves_git_alone(run: Run, school: Path, words: list[str]) -> None:
    git(school, "init", "-q")
    before = (school / ".git" / "config").read_bytes()
    assert TOLD not in run(*words, today=TODAY).err
    assert (school / ".git" / "config").read_bytes() == before


@pytest.mark.usefixtures("school")
def test_without_git_nothing_is_said(run: Run) -> None:
    outcome = run("status", today=TODAY)
    assert (outcome.code, outcome.err) == (0, "")


def test_init_has_it_in_a_file_of_the_workspace(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "новая"
    assert run("init", str(folder), "--organization", "Школа").code == 0
    assert "/data/**/*.yaml merge=roadmap" in (folder / ".gitattributes").read_text("utf-8")
    assert "merge-data" in _setting(folder, "merge.roadmap.driver")
    assert "docx-text" in _setting(folder, "diff.roadmap-docx.textconv")
    assert _lines(folder, "attributes") == []
    assert TOLD not in run("status", "-w", str(folder)).err
    commit(folder, "начало")
    git(tmp_path, "clone", "-q", str(folder), "копия")
    copy = tmp_path / "копия"
    assert TOLD in run("status", "-w", str(copy)).err
    assert (_merge_of(copy), _lines(copy, "attributes")) == ("roadmap", [])


def test_a_workspace_below_the_top_folder(run: Run, tmp_path: Path, school: Path) -> None:
    top = tmp_path / "все школы"
    for name in ("наша [5] школа", "другая"):
        shutil.copytree(school, top / name)
    git(top, "init", "-q")
    assert TOLD in run("status", "-w", str(top / "наша [5] школа"), today=TODAY).err
    assert _merge_of(top, "наша [5] школа/data/people.yaml") == "roadmap"
    assert _merge_of(top, "другая/data/people.yaml") == "unspecified"
    assert TOLD in run("status", "-w", str(top / "другая"), today=TODAY).err
    assert _merge_of(top, "другая/data/people.yaml") == "roadmap"
    assert TOLD not in run("status", "-w", str(top / "наша [5] школа"), today=TODAY).err


def test_a_second_working_tree_shares_the_settings(run: Run, tmp_path: Path, school: Path) -> None:
    git(school, "init", "-q", "-b", "main")
    commit(school, "начало")
    git(school, "worktree", "add", "-q", str(tmp_path / "рядом"), "-b", "ветка")
    assert TOLD in run("status", "-w", str(tmp_path / "рядом"), today=TODAY).err
    assert "merge-data" in _setting(school, "merge.roadmap.driver")
    assert _merge_of(tmp_path / "рядом") == "roadmap"
    assert TOLD not in run("status", today=TODAY).err


def test_a_program_that_has_moved_is_named_anew(run: Run, vault: Path) -> None:
    config = vault / ".git" / "config"
    gone = config.read_text("utf-8").replace(sys.executable, "/нет/такой/python")
    config.write_text(gone, encoding="utf-8")
    path = vault / "data" / "people.yaml"
    path.write_text(path.read_text("utf-8").replace("Новик", "Новикова"), encoding="utf-8")
    assert "clean filter" in git(vault, "add", "-A", check=False)
    assert TOLD in run("status", today=TODAY).err
    for setting in (*SETTINGS, *VAULT_SETTINGS):
        assert ("/нет/" in _setting(vault, setting.name)) is False
    commit(vault, "правка")
    assert git(vault, "show", "HEAD:data/people.yaml").startswith("roadmap-vault")


def test_another_program_that_is_there_stays(run: Run, school: Path) -> None:
    git(school, "init", "-q")
    other = school / "python другой"
    other.write_text("")
    git(
        school,
        "config",
        "merge.roadmap.driver",
        f'"{other}" -P -m roadmap_cli merge-data %O %A %B %P',
    )
    assert TOLD in run("status", today=TODAY).err
    assert str(other) in _setting(school, "merge.roadmap.driver")
    assert sys.executable in _setting(school, "diff.roadmap-docx.textconv")


def test_a_clone_from_before_keeps_its_vault(run: Run, vault: Path) -> None:
    old = "filter=roadmap-vault merge=roadmap-vault diff=roadmap-vault"
    (vault / ".gitattributes").write_text(f"/data/people.yaml {old}\n", encoding="utf-8")
    program = f'"{sys.executable}" -P -m roadmap_cli'
    git(vault, "config", "--remove-section", "merge.roadmap")
    git(vault, "config", "merge.roadmap-vault.driver", f"{program} vault merge %O %A %B %P")
    commit(vault, "как раньше")
    git(vault, "checkout", "-qb", "ветка")
    people = vault / "data" / "people.yaml"
    before = people.read_text("utf-8")
    people.write_text(before.replace("{id: novik,", "{id: novik, phone: 1,"), encoding="utf-8")
    commit(vault, "там")
    git(vault, "checkout", "-q", "main")
    people.write_text(before.replace("{id: novik,", "{id: novik, email: a@b.example,"), "utf-8")
    commit(vault, "здесь")
    git(vault, "merge", "-q", "--no-commit", "ветка")
    assert "phone: 1" in people.read_text("utf-8")
    assert "a@b.example" in people.read_text("utf-8")
    git(vault, "merge", "--abort")
    assert TOLD in run("status", today=TODAY).err
    assert "merge-data" in _setting(vault, "merge.roadmap-vault.driver")
    assert (_merge_of(vault), _merge_of(vault, "data/roadmap.yaml")) == ("roadmap", "roadmap")
    git(vault, "merge", "-q", "ветка", "-m", "слияние")
    assert "phone: 1" in people.read_text("utf-8")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root writes everywhere")
def test_a_copy_that_cannot_be_written_stays_as_it_is(run: Run, school: Path) -> None:
    git(school, "init", "-q")
    config = school / ".git" / "config"
    config.chmod(0o444)
    config.parent.chmod(0o555)
    outcome = run("status", today=TODAY)
    config.parent.chmod(0o755)
    assert (outcome.code, outcome.err) == (0, "")


def test_a_broken_link_to_a_repository_is_no_trouble(run: Run, school: Path) -> None:
    (school / ".git").write_text("gitdir: /нет/такой\n", encoding="utf-8")
    assert run("status", today=TODAY).code == 0
    (school / ".git").write_bytes(b"\xff\xfe")
    assert run("status", today=TODAY).err == ""
