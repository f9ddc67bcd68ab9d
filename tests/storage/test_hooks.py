"""Git itself refuses to commit and to push what is not encrypted, through the hooks of a copy."""

import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run
from tests.vaults import TODAY, commit, git

PLAIN = "people:\n  - {id: a, surname: Аев}\n"
TOLD = "Перед git commit и git push"


@pytest.fixture(autouse=True)
def _this_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """A hook starts the program anew: it must be this one."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT / "src"))
    monkeypatch.setenv("ROADMAP_TODAY", TODAY)


def _head(root: Path) -> str:
    return git(root, "rev-parse", "HEAD")


def _write(root: Path, file: str, text: str) -> None:
    (root / file).write_text(text, encoding="utf-8")


def _refused(root: Path, *words: str) -> str:
    """What git says; nothing is committed."""
    before = _head(root)
    said = git(root, *words, check=False)
    assert _head(root) == before
    assert "коммит не записан" in said
    return said


def test_a_commit_is_refused_and_can_be_forced(vault: Path) -> None:
    _write(vault, "заметка о Новик.md", "Новик Елена")
    git(vault, "add", "-A")
    assert "заметка о Новик.md:1:1" in _refused(vault, "commit", "-qm", "x")
    git(vault, "commit", "-qnm", "всё равно")
    assert "заметка" in git(vault, "show", "--stat", "HEAD")


def test_sealed_files_are_committed(run: Run, vault: Path) -> None:
    run("person", "set", "novik", "--phone", "1", today=TODAY)
    before = _head(vault)
    git(vault, "commit", "-qam", "телефон")
    assert _head(vault) != before
    assert git(vault, "show", "HEAD:data/people.yaml").startswith("roadmap-vault")


def test_commits_that_pass_by_the_index(vault: Path) -> None:
    _write(vault, "заметка.md", "пусто")
    commit(vault, "заметка")
    _write(vault, "заметка.md", "Новик Елена")
    _refused(vault, "commit", "-qam", "x")
    _refused(vault, "commit", "-qm", "x", "заметка.md")
    # Another file alone: what waits in the index is no part of the commit.
    _write(vault, "другая.md", "ничего")
    git(vault, "add", "-A")
    git(vault, "commit", "-qm", "x", "другая.md")
    assert git(vault, "show", "HEAD:другая.md") == "ничего"


def test_lost_attributes(run: Run, vault: Path) -> None:
    (vault / ".gitattributes").unlink()
    run("person", "set", "novik", "--phone", "1", today=TODAY)
    git(vault, "add", "-A")
    assert "registry-plain" in _refused(vault, "commit", "-qm", "x")


def test_a_linked_worktree(vault: Path, tmp_path: Path) -> None:
    git(vault, "worktree", "add", "-q", str(tmp_path / "рядом"), "-b", "ветка")
    _write(tmp_path / "рядом", "заметка.md", "Новик Елена")
    git(tmp_path / "рядом", "add", "-A")
    _refused(tmp_path / "рядом", "commit", "-qm", "x")
    assert "nothing to commit" in git(vault, "commit", check=False)


def test_a_copy_without_keys(run: Run, clone: Path) -> None:
    """A program of ours has to run there once: git copies no hooks."""
    outcome = run("status", "-w", str(clone), today=TODAY)
    assert outcome.err.count(TOLD) == 1
    assert TOLD not in run("status", "-w", str(clone), today=TODAY).err
    _write(clone, "data/people.yaml", PLAIN)
    git(clone, "add", "-A")
    assert "registry-plain" in _refused(clone, "commit", "-qm", "x")


def test_a_push_of_what_was_committed_without_a_check(vault: Path, tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "--bare", "-b", "main", "сервер")
    git(vault, "remote", "add", "origin", str(tmp_path / "сервер"))
    assert "Проверено" in git(vault, "push", "origin", "main")
    sent = _head(vault)
    _write(vault, "заметка.md", "Новик Елена")
    git(vault, "add", "-A")
    git(vault, "commit", "-qnm", "без проверки")
    bad = _head(vault)
    git(vault, "rm", "-q", "заметка.md")
    git(vault, "commit", "-qm", "убрано, а в истории осталось")
    said = git(vault, "push", "origin", "main", check=False)
    assert f"коммит {bad[:8]}" in said
    assert "ничего не отправлено" in said
    assert git(tmp_path / "сервер", "rev-parse", "main") == sent
    git(vault, "push", "-q", "--no-verify", "origin", "main")
    assert git(tmp_path / "сервер", "rev-parse", "main") == _head(vault)
    # What the remote has is not looked at again; deleting a branch sends nothing.
    git(vault, "push", "-q", "origin", "main:ещё")
    git(vault, "push", "-q", "origin", ":ещё")


def test_a_merge_brings_what_was_committed_elsewhere(vault: Path) -> None:
    git(vault, "checkout", "-qb", "ветка")
    _write(vault, "заметка.md", "Новик Елена")
    git(vault, "add", "-A")
    git(vault, "commit", "-qnm", "там")
    git(vault, "checkout", "-q", "main")
    _write(vault, "другая.md", "здесь")
    commit(vault, "здесь")
    git(vault, "merge", "-q", "--no-commit", "ветка")
    git(vault, "commit", "-qm", "слияние")
    git(vault, "merge-base", "--is-ancestor", "ветка", "HEAD")
    git(vault, "reset", "-q", "--hard", "HEAD^")
    git(vault, "merge", "-q", "--no-commit", "ветка")
    _write(vault, "третья.md", "Новик Елена")
    git(vault, "add", "-A")
    assert "третья.md" in _refused(vault, "commit", "-qm", "слияние")


def test_a_program_that_is_gone_lets_nothing_through(run: Run, vault: Path) -> None:
    hook = vault / ".git" / "hooks" / "pre-commit"
    there = hook.read_text("utf-8")
    hook.write_text(there.replace(sys.executable, "/нет/python"), encoding="utf-8")
    _write(vault, "другая.md", "ничего")
    git(vault, "add", "-A")
    assert "программа для проверки не найдена" in _refused(vault, "commit", "-qm", "x")
    assert TOLD in run("status", today=TODAY).err
    assert hook.read_text("utf-8") == there
    git(vault, "commit", "-qm", "снова")


def test_hooks_of_others_stay(run: Run, school: Path) -> None:
    git(school, "init", "-q")
    hook = school / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 0\n")
    said = run("vault", "init", today=TODAY, columns=400).err
    assert hook.read_text() == "#!/bin/sh\nexit 0\n"
    assert "добавьте в начало файла" in said
    assert "-m roadmap_cli check --staged -w . || exit 1" in said
    assert (school / ".git" / "hooks" / "pre-push").exists()
    assert "добавьте" not in run("status", today=TODAY).err


def test_a_folder_that_the_user_has_named_for_hooks(run: Run, school: Path) -> None:
    git(school, "init", "-q")
    git(school, "config", "core.hooksPath", "мои хуки")
    said = run("vault", "init", today=TODAY, columns=400).err
    assert "core.hooksPath" in said
    assert 'check --pushed "$1" -w . || exit 1' in said
    assert not (school / "мои хуки").exists()
    assert not (school / ".git" / "hooks" / "pre-commit").exists()


def test_two_workspaces_of_one_repository(run: Run, tmp_path: Path, school: Path) -> None:
    top = tmp_path / "все"
    for name in ("первая школа", "вторая"):
        (top / name).mkdir(parents=True)
        (school / "data").rename(top / name / "data") if name == "вторая" else git(
            tmp_path, "init", "-q", "все"
        )
    (top / "первая школа" / "data").mkdir()
    for file in (top / "вторая" / "data").glob("*.yaml"):
        (top / "первая школа" / "data" / file.name).write_bytes(file.read_bytes())
    for name in ("первая школа", "вторая"):
        assert run("vault", "init", "-w", str(top / name), today=TODAY).code == 0
    commit(top, "начало")
    for name in ("первая школа", "вторая"):
        _write(top, f"{name}/заметка.md", "Новик Елена")
        git(top, "add", "-A")
        assert f"{name}/заметка.md" in _refused(top, "commit", "-qm", "x")
        git(top, "rm", "-qf", f"{name}/заметка.md")


def test_without_a_vault_there_are_no_hooks(run: Run, school: Path) -> None:
    git(school, "init", "-q")
    assert TOLD not in run("status", today=TODAY).err
    assert not (school / ".git" / "hooks" / "pre-commit").exists()
