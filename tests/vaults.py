"""A school with a vault, a colleague's clone, and git as the tests call it."""

import os
import subprocess
from pathlib import Path

import pytest

from roadmap_cli.storage.ring import Ring
from tests.conftest import Run

TODAY = "2025-12-01"
PASSPHRASE = "верный конь батарея скрепка"
NAMES = ("Швец", "Илья", "Лесная", "00 00 000000")


@pytest.fixture(autouse=True)
def keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rings in a folder of the test's own, and an author for the commits."""
    monkeypatch.setenv("ROADMAP_KEYS", str(tmp_path / "ключи"))
    monkeypatch.setenv("ROADMAP_PASSPHRASE", PASSPHRASE)
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "т")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "t@t.example")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)


def git(root: Path, *words: str, check: bool = True) -> str:
    done = subprocess.run(
        ["git", "-c", "core.quotepath=off", *words], cwd=root, capture_output=True, check=False
    )
    assert not check or done.returncode == 0, done.stderr.decode()
    return done.stdout.decode("utf-8", "replace") + done.stderr.decode("utf-8", "replace")


@pytest.fixture
def vault(run: Run, school: Path) -> Path:
    """The sample school under git, with a vault and one commit."""
    git(school, "init", "-q", "-b", "main")
    assert run("vault", "init", today=TODAY).code == 0
    commit(school, "начало")
    return school


def commit(root: Path, message: str) -> None:
    """Commit everything; without the hooks, which have tests of their own and take time."""
    git(root, "add", "-A")
    git(root, "commit", "-qnm", message)


def objects_with(root: Path, *needles: str) -> list[str]:
    """Every stored object, dangling ones too, in which one of the words occurs."""
    names = git(root, "cat-file", "--batch-all-objects", "--batch-check=%(objectname)").split()
    contents = {name: git(root, "cat-file", "-p", name) for name in names}
    return [name for name, text in contents.items() if any(each in text for each in needles)]


def ring_at(tmp: Path) -> Ring:
    return Ring("00", {".": [b"0" * 64]}, tmp / "ring.json")


@pytest.fixture
def clone(vault: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A colleague's copy, on a machine with no keys."""
    monkeypatch.setenv("ROADMAP_KEYS", str(tmp_path / "ключи коллеги"))
    git(tmp_path, "clone", "-q", str(vault), "копия")
    return tmp_path / "копия"


def share_ring(run: Run, vault: Path, clone: Path, tmp_path: Path, name: str) -> None:
    """Carry the first colleague's ring over to the clone."""
    copy = tmp_path / f"{name}.json"
    env = os.environ["ROADMAP_KEYS"]
    os.environ["ROADMAP_KEYS"] = str(tmp_path / "ключи")
    assert run("vault", "export", str(copy), "-w", str(vault)).code == 0
    os.environ["ROADMAP_KEYS"] = env
    assert run("vault", "import", str(copy), "-w", str(clone)).code == 0
