"""After `forget` no object of git can be read about the person, however the history came about."""

import json
import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from roadmap_cli.domain.model.files.people import Person
from roadmap_cli.domain.people.mentions import Recognizer
from roadmap_cli.storage.git import Git
from roadmap_cli.usecases.mentions import in_git
from tests.conftest import Run
from tests.vaults import TODAY, commit, git, objects_with, share_ring

PHONE = "+7 900 111-22-33"
SECRETS = ("Швец", "Илья", "Лесная", "00 00 000000", "111-22-33", "111 22 33", "тихий разговор")
SHVETS = Person(
    id="shvets", surname="Швец", name="Илья", patronymic="Ильич", phone=PHONE,
    address="г. Энск, ул. Лесная, д. 2, кв. 3",
)  # fmt: skip


class Place:
    """The school's repository in which a setting takes place."""

    def __init__(self, run: Run, root: Path, tmp: Path) -> None:
        self.run, self.root, self.tmp = run, root, tmp

    def edit(self, note: str) -> None:
        """Something is said of the person, in the files that are sealed."""
        assert self.run("person", "set", "shvets", "--note", note, today=TODAY).code == 0
        assert self.run("meeting", "add", "shvets-1", "--on", "2025-11-30", "--topic",
                        "тихий разговор", today=TODAY).code == 0  # fmt: skip

    def git(self, *words: str) -> str:
        """Git in the school's folder."""
        return git(self.root, *words)


def _straight(place: Place) -> None:
    place.edit("раз")
    commit(place.root, "раз")


def _merge(place: Place) -> None:
    place.git("checkout", "-qb", "ветка")
    place.edit("раз")
    commit(place.root, "раз")
    place.git("checkout", "-q", "main")
    place.run("person", "set", "novik", "--phone", PHONE.replace("33", "44"), today=TODAY)
    commit(place.root, "два")
    place.git("merge", "-q", "--no-edit", "ветка")


def _rebase(place: Place) -> None:
    place.git("checkout", "-qb", "ветка")
    place.edit("раз")
    commit(place.root, "раз")
    place.git("checkout", "-q", "main")
    place.run("person", "set", "novik", "--note", "два", today=TODAY)
    commit(place.root, "два")
    place.git("checkout", "-q", "ветка")
    place.git("rebase", "-q", "main")
    place.git("checkout", "-q", "main")
    place.git("merge", "-q", "ветка")


def _cherry_pick(place: Place) -> None:
    place.git("checkout", "-qb", "ветка")
    place.edit("раз")
    commit(place.root, "раз")
    place.git("checkout", "-q", "main")
    place.git("cherry-pick", "ветка")


def _stash(place: Place) -> None:
    place.edit("в запас")
    place.git("stash")
    place.edit("раз")
    commit(place.root, "раз")


def _amend(place: Place) -> None:
    place.edit("раз")
    commit(place.root, "раз")
    place.run("person", "set", "shvets", "--note", "два", today=TODAY)
    place.git("commit", "-qa", "--amend", "-m", "два")


def _tag(place: Place) -> None:
    place.edit("раз")
    commit(place.root, "раз")
    place.git("tag", "-a", "v1", "-m", "сентябрь")


def _conflict(place: Place) -> None:
    place.git("checkout", "-qb", "ветка")
    place.run("person", "set", "shvets", "--phone", "+7 900 111-22-34", today=TODAY)
    commit(place.root, "раз")
    place.git("checkout", "-q", "main")
    place.run("person", "set", "shvets", "--phone", PHONE, today=TODAY)
    commit(place.root, "два")
    git(place.root, "merge", "ветка", check=False)
    place.git("checkout", "--ours", "data/people.yaml")
    commit(place.root, "решено")


def _worktree(place: Place) -> None:
    place.edit("раз")
    commit(place.root, "раз")
    place.git("worktree", "add", "-q", "-b", "вторая", str(place.tmp / "вторая"))
    place.git("worktree", "remove", "--force", str(place.tmp / "вторая"))


def _packed(place: Place) -> None:
    place.edit("раз")
    commit(place.root, "раз")
    place.git("gc", "-q")


SETTINGS: Mapping[str, Callable[[Place], None]] = {
    "straight on": _straight,
    "a merge": _merge,
    "a rebase": _rebase,
    "a cherry-pick": _cherry_pick,
    "a stash": _stash,
    "an amended commit": _amend,
    "a tag": _tag,
    "a conflict": _conflict,
    "a worktree": _worktree,
    "a pack": _packed,
}


@pytest.mark.parametrize("setting", list(SETTINGS))
def test_nothing_of_the_forgotten_is_in_any_object(
    run: Run, vault: Path, tmp_path: Path, setting: str
) -> None:
    SETTINGS[setting](Place(run, vault, tmp_path))
    assert run("forget", "shvets", "--yes", today=TODAY).code == 0
    commit(vault, "уничтожено")
    assert objects_with(vault, *SECRETS) == []
    looked = in_git(Git(vault), Recognizer([SHVETS]))
    assert (looked.found, looked.texts > 20) == (0, True)
    ring = next((tmp_path / "ключи").glob("*.json")).read_text("utf-8")
    assert "shvets" not in ring
    # Nor does any old version open again.
    for revision in git(vault, "rev-list", "--all", "^HEAD").split():
        git(vault, "checkout", "-qf", revision)
        texts = "".join(path.read_text("utf-8") for path in (vault / "data").glob("*.yaml"))
        assert not any(secret in texts for secret in SECRETS)
    git(vault, "checkout", "-qf", "main")


def test_a_clone_without_keys_holds_nothing(run: Run, vault: Path, clone: Path) -> None:
    run("forget", "shvets", "--yes", "-w", str(vault), today=TODAY)
    git(clone, "pull", "-q")
    assert objects_with(clone, *SECRETS) == []
    assert all(secret not in path.read_text("utf-8", "replace")
               for path in (clone / "data").glob("*.yaml") for secret in SECRETS)  # fmt: skip


def test_a_colleague_who_goes_on_editing_brings_nobody_back(
    run: Run, vault: Path, clone: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One forgets, the other has changed the same person meanwhile, then they merge."""
    share_ring(run, vault, clone, tmp_path, "кольцо")
    colleague = os.environ["ROADMAP_KEYS"]
    run("person", "set", "shvets", "--phone", PHONE, "-w", str(clone), today=TODAY)
    commit(clone, "телефон")
    monkeypatch.setenv("ROADMAP_KEYS", str(tmp_path / "ключи"))
    run("forget", "shvets", "--yes", "-w", str(vault), today=TODAY)
    commit(vault, "уничтожено")
    monkeypatch.setenv("ROADMAP_KEYS", colleague)
    git(clone, "pull", "-q", "--no-rebase", check=False)
    people = clone / "data" / "people.yaml"
    if "<<<<<<<" in people.read_text("utf-8"):
        git(clone, "checkout", "--theirs", "data/people.yaml")
    git(clone, "add", "-A", check=False)
    git(clone, "commit", "-qm", "слито", check=False)
    assert objects_with(clone, *SECRETS) == []
    (ring,) = Path(colleague).glob("*.json")
    assert "shvets" not in json.loads(ring.read_text("utf-8"))["keys"]
    assert "111-22-33" not in people.read_text("utf-8")


def test_an_old_history_is_begun_anew(run: Run, school: Path) -> None:
    """The history from before the vault lies open; `vault rewrite` takes it away."""
    git(school, "init", "-q", "-b", "main")
    commit(school, "Встреча со Швецом")
    git(school, "tag", "-a", "v1", "-m", "при Швеце")
    assert run("vault", "init", today=TODAY).code == 0
    commit(school, "зашифровано")
    outcome = run("forget", "shvets", "--yes", today=TODAY)
    assert "roadmap vault rewrite" in outcome.err
    assert run("vault", "rewrite", "--yes", today=TODAY).code == 0
    assert objects_with(school, *SECRETS, "shvets") == []
    assert in_git(Git(school), Recognizer([SHVETS], codes=True)).found == 0
