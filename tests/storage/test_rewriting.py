"""A history that begins anew holds nothing readable, in no object, no reflog and no note of git."""

import shutil
from pathlib import Path

import pytest

from roadmap_cli.errors import GitFailedError
from roadmap_cli.storage.git import Git
from roadmap_cli.storage.vault.location import PERSONAL
from roadmap_cli.storage.vault.rewriting import open_blobs
from tests.conftest import Run
from tests.vaults import TODAY, commit, git, objects_with

NAMES = ("Петрова", "Швец", "Новик", "grinko@iskra.example", "папка 3")


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the first test keeps what the others copy."""
    return tmp_path_factory.mktemp("готовое")


@pytest.fixture
def exposed(run: Run, school: Path, tmp_path: Path, ready: Path) -> Path:
    """A school whose history is full of names, in every corner of git."""
    if not (ready / "ключи").exists():
        _fill(run, school, tmp_path)
        shutil.copytree(school, ready / "школа")
        shutil.copytree(tmp_path / "ключи", ready / "ключи")
    else:
        shutil.rmtree(school / "data")
        shutil.copytree(ready / "школа", school, dirs_exist_ok=True)
        shutil.copytree(ready / "ключи", tmp_path / "ключи")
    return school


def _fill(run: Run, school: Path, tmp_path: Path) -> None:
    git(school, "init", "-q", "-b", "main")
    run("order", "introduction", today=TODAY)
    (school / "люди.xlsx").write_bytes(b"x")
    commit(school, "Встреча с Новик Еленой")
    git(school, "tag", "-a", "v1", "-m", "Новик")
    git(school, "branch", "другая")
    git(school, "notes", "add", "-m", "звонила Новик")
    (school / "data" / "people.yaml").write_text(
        (school / "data" / "people.yaml").read_text("utf-8") + "# Новик\n", encoding="utf-8"
    )
    git(school, "stash")
    git(school, "init", "-q", "--bare", str(tmp_path / "сервер"))
    git(school, "remote", "add", "origin", str(tmp_path / "сервер"))
    git(school, "push", "-q", "origin", "main", "другая", "v1")
    git(school, "fetch", "-q")
    assert run("vault", "init", today=TODAY).code == 0
    # No file outside the vault names anybody.
    for name in ("organization", "pairs", "plans", "meetings", "school", "partners"):
        (school / "data" / f"{name}.yaml").unlink(missing_ok=True)
    (school / "data" / "roadmap.yaml").write_text(
        "title: Карта\nschool_year: 2025/2026\nstages: []\n", encoding="utf-8"
    )


def _traces(root: Path) -> list[str]:
    """Git's own files, beside objects, in which a name occurs or an old commit may."""
    folder = root / ".git"
    notes = [path.name for path in folder.iterdir() if path.name.isupper() and path.name != "HEAD"]
    logs = [path.name for path in folder.rglob("logs/**/*") if path.is_file()]
    return notes + logs


def test_nothing_plain_is_left_in_any_object(run: Run, exposed: Path) -> None:
    assert objects_with(exposed, *NAMES) != []
    outcome = run("vault", "rewrite", "--yes", today=TODAY, columns=200)
    assert outcome.code == 0, outcome.out + outcome.err
    assert objects_with(exposed, *NAMES) == []
    assert _traces(exposed) == []
    assert git(exposed, "for-each-ref", "--format=%(refname)").split() == ["refs/heads/main"]
    assert git(exposed, "log", "--format=%s|%an").strip() == (
        "Начало истории: данные зашифрованы|roadmap"
    )
    assert "surname: Швец" in (exposed / "data" / "people.yaml").read_text("utf-8")
    assert git(exposed, "status", "--short") == ""
    assert "объект" in outcome.out
    assert "имён людей в git нет" in outcome.out
    for said in ("git push --force origin main", "--delete другая", "--delete v1", "Владельца"):
        assert said in outcome.out
    tracked = git(exposed, "ls-files")
    assert "documents/" not in tracked
    assert "люди.xlsx" not in tracked
    assert (exposed / "люди.xlsx").exists()
    assert run("vault", "status", columns=200).code == 0


def test_a_dry_run_and_no_answer_change_nothing(run: Run, exposed: Path) -> None:
    before = git(exposed, "for-each-ref"), git(exposed, "reflog")
    shown = run("vault", "rewrite", "--dry-run", today=TODAY, columns=200)
    assert shown.code == 0
    # The first commit, the stash with its two, the note; a tag and two branches more.
    assert "Исчезнут все прежние версии: 4 коммита" in shown.out
    assert "refs/stash" in shown.out
    assert "refs/notes/commits" in shown.out
    refused = run("vault", "rewrite", today=TODAY, columns=200)
    assert "та же команда с --yes" in refused.err
    assert (git(exposed, "for-each-ref"), git(exposed, "reflog")) == before


def test_names_that_stay_are_told_by_file_and_line(run: Run, exposed: Path) -> None:
    (exposed / "data" / "roadmap.yaml").write_text(
        "title: Карта\nschool_year: 2025/2026\n# Новик Елена Юрьевна\nstages: []\n", "utf-8"
    )
    outcome = run("vault", "rewrite", "--yes", today=TODAY, columns=200)
    assert outcome.code == 1
    assert "data/roadmap.yaml:3:3 «Новик Елена Юрьевна»" in outcome.out
    assert "имён людей в git нет" not in outcome.out


def test_repeating_finishes_what_was_broken_off(run: Run, exposed: Path) -> None:
    """As after a kill: the branch has its new beginning, all else is still there."""
    config = (exposed / ".git" / "config").read_bytes()
    shutil.copytree(exposed / ".git", exposed.parent / "прежний")
    assert run("vault", "rewrite", "--yes", today=TODAY).code == 0
    new = git(exposed, "rev-parse", "HEAD").strip()
    pack = exposed.parent / "новый.pack"
    git(exposed, "bundle", "create", str(pack), "main")
    shutil.rmtree(exposed / ".git")
    (exposed.parent / "прежний").rename(exposed / ".git")
    git(exposed, "fetch", "-q", str(pack), "main")
    git(exposed, "update-ref", "refs/heads/main", new)
    assert (exposed / ".git" / "config").read_bytes() == config
    assert objects_with(exposed, *NAMES) != []
    assert run("vault", "rewrite", "--yes", today=TODAY).code == 0
    assert objects_with(exposed, *NAMES) == []
    assert _traces(exposed) == []


def _worktree(root: Path) -> None:
    git(root, "worktree", "add", "-q", str(root.parent / "рядом"), "другая")


def _merge(root: Path) -> None:
    (root / ".git" / "MERGE_HEAD").write_text(git(root, "rev-parse", "HEAD"), "utf-8")


def _detached(root: Path) -> None:
    (root / ".git" / "HEAD").write_text(git(root, "rev-parse", "HEAD"), "utf-8")


def _rebase(root: Path) -> None:
    (root / ".git" / "rebase-merge").mkdir()


@pytest.mark.parametrize(
    ("prepare", "said"),
    [(_worktree, "рядом"), (_merge, "git merge"), (_detached, "а не ветка"),
     (_rebase, "git rebase")],
)  # fmt: skip
def test_when_it_is_refused(run: Run, exposed: Path, prepare, said: str) -> None:  # type: ignore[no-untyped-def]  # a row of the table
    prepare(exposed)
    before = git(exposed, "for-each-ref")
    outcome = run("vault", "rewrite", "--yes", today=TODAY, columns=200)
    assert outcome.code == 1
    assert said in outcome.err
    assert git(exposed, "for-each-ref") == before


def test_only_the_top_folder_of_a_repository(run: Run, vault: Path) -> None:
    shutil.rmtree(vault / ".git")
    git(vault.parent, "init", "-q")
    said = run("vault", "rewrite", "--yes", today=TODAY).err
    assert "не верхняя папка" in said


def test_the_old_way_of_the_guide_works_too(run: Run, exposed: Path) -> None:
    shutil.rmtree(exposed / ".git")
    git(exposed, "init", "-q", "-b", "main")
    outcome = run("vault", "init", today=TODAY)
    assert outcome.code == 0
    assert "уже есть, оно подключено" in outcome.out
    commit(exposed, "начало")
    assert objects_with(exposed, *NAMES) == []
    assert run("vault", "status", columns=200).code == 0


@pytest.mark.parametrize(
    ("key", "text", "is_open"),
    [
        *((owned.key, "{}:\n- id: x\n", True) for each in PERSONAL for owned in each.owned_lists),
        *((owned.key, "{}: []\n", False) for each in PERSONAL for owned in each.owned_lists),
        ("people", "{}: [{{id: x}}]\n", True),
        ("programs", "{}:\n- id: x\n", False),
    ],
)
def test_an_open_file_is_known_by_its_list(
    tmp_path: Path, key: str, text: str, is_open: bool
) -> None:
    git(tmp_path, "init", "-q")
    (tmp_path / "копия").write_text(text.format(key), "utf-8")
    git(tmp_path, "hash-object", "-w", "копия")
    assert open_blobs(tmp_path) == is_open


def test_a_failing_call_of_git_is_named_by_its_verb(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    with pytest.raises(GitFailedError, match="команда git gc завершилась"):
        Git(tmp_path).demand("-c", "gc.auto=0", "gc", "--нет-такого")
