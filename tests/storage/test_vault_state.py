"""What may let personal data lie in git unencrypted is found, with a way to mend it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.vaults import TODAY, commit, git, objects_with

FILE = "data/people.yaml"


def _no_attributes(root: Path) -> None:
    (root / ".gitattributes").unlink()


def _overridden(root: Path) -> None:
    (root / ".git" / "info" / "attributes").write_text("*.yaml -filter\n", "utf-8")


def _no_filter(root: Path) -> None:
    git(root, "config", "--unset", "filter.roadmap-vault.clean")


def _no_program(root: Path) -> None:
    git(root, "config", "filter.roadmap-vault.clean", '"/нет/python" -m roadmap_cli vault clean %f')


def _plain_index(root: Path) -> None:
    git(root, "-c", "filter.roadmap-vault.clean=cat", "add", "--renormalize", FILE)


def _plain_commit(root: Path) -> None:
    _plain_index(root)
    git(root, "commit", "--no-verify", "-qm", "открыто")
    git(root, "add", "--renormalize", FILE)


@pytest.mark.parametrize(
    ("spoil", "said", "mend"),
    [
        (_no_attributes, "не шифрует этот файл", "roadmap vault init"),
        (_overridden, "не шифрует этот файл", "git check-attr filter"),
        (_no_filter, "хранилище не подключено", "roadmap vault open"),
        (_no_program, "хранилище не подключено", "roadmap vault open"),
        (_plain_index, "people.yaml: в git не зашифрован", f"git add --renormalize {FILE}"),
        (_plain_commit, "в последнем коммите не зашифрован", "git commit"),
    ],
)
def test_a_fault_is_found_without_a_remote(
    run: Run, vault: Path, spoil: Callable[[Path], None], said: str, mend: str
) -> None:
    assert run("vault", "status", columns=200).code == 0
    spoil(vault)
    outcome = run("vault", "status", columns=200)
    assert outcome.code == 1
    assert said.casefold() in outcome.out.casefold()
    assert mend in outcome.out
    found = run("check", "--only", "personal-data-exposed", today=TODAY, columns=200)
    if said.startswith("хранилище"):  # a command mends that on its way
        assert (found.code, "в этой копии" in found.err) == (0, True)
    else:
        assert (found.code, mend in found.out) == (1, True), found.out


def test_history_worktrees_and_archives_are_told(run: Run, vault: Path, tmp_path: Path) -> None:
    git(vault, "worktree", "add", "-q", str(tmp_path / "рядом"), "-b", "ветка")
    _plain_commit(vault)
    commit(vault, "закрыто")
    outcome = run("vault", "status", columns=200)
    assert f"{FILE}: незашифрованных версий в истории: 1" in outcome.out
    assert "roadmap vault rewrite" in outcome.out
    assert "рядом" in outcome.out
    assert "git archive" in outcome.out
    assert run("check", "--only", "personal-data-exposed", today=TODAY).code == 0


def test_init_repairs_and_connects_a_vault_that_is_there(run: Run, vault: Path) -> None:
    shutil.rmtree(vault / ".git")
    git(vault, "init", "-q")
    lines = (vault / ".gitattributes").read_text("utf-8").splitlines()
    (vault / ".gitattributes").write_text("\n".join(["*.txt text", *lines[:2]]) + "\n", "utf-8")
    (vault / ".gitignore").unlink()
    mark = (vault / ".roadmap-vault").read_text("utf-8")
    assert "уже есть, оно подключено" in run("vault", "init", columns=200).out
    assert set(lines) < set((vault / ".gitattributes").read_text("utf-8").splitlines())
    assert "/documents/" in (vault / ".gitignore").read_text("utf-8")
    assert (vault / ".roadmap-vault").read_text("utf-8") == mark
    commit(vault, "заново")
    assert objects_with(vault, "Швец") == []


def test_the_next_command_connects_a_clone_whose_ring_is_here(
    run: Run, vault: Path, tmp_path: Path
) -> None:
    git(tmp_path, "clone", "-q", str(vault), "рядом")
    clone = tmp_path / "рядом"
    outcome = run("status", "-w", str(clone), today=TODAY)
    assert outcome.code == 0
    assert "Хранилище в этой копии подключено. Расшифрованы: data/people.yaml" in outcome.err
    assert "Швец" in (clone / FILE).read_text("utf-8")
    assert git(clone, "status", "--short") == ""
    assert run("status", "-w", str(clone), today=TODAY).err == ""
    assert run("vault", "status", "-w", str(clone)).code == 0
