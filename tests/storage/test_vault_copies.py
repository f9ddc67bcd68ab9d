"""Copies of the key ring: under a passphrase, for this vault alone, and never of the forgotten."""

import json
import os
from pathlib import Path

import pytest

from roadmap_cli.storage.ring import load_ring
from tests.conftest import Run
from tests.terminal import at_terminal
from tests.vaults import PASSPHRASE, TODAY, commit, git


def _ring(folder: Path) -> Path:
    (ring,) = folder.glob("*.json")
    return ring


def _exported(run: Run, tmp_path: Path, name: str, *words: str) -> Path:
    copy = tmp_path / name
    assert run("vault", "export", str(copy), *words).code == 0
    return copy


@pytest.mark.usefixtures("vault")
def test_a_copy_holds_no_key_that_can_be_read(run: Run, tmp_path: Path) -> None:
    keys = json.loads(_ring(tmp_path / "ключи").read_bytes())["keys"]
    closed = _exported(run, tmp_path, "а.json").read_text("utf-8")
    plain = _exported(run, tmp_path, "б.json", "--plain").read_text("utf-8")
    assert len(keys) > 5
    for label, own in keys.items():
        assert own[0] not in closed
        assert own[0] in plain
        assert f'"{label}"' not in closed or label == "."
    assert (tmp_path / "а.json").stat().st_mode & 0o777 == 0o600


@pytest.mark.usefixtures("vault")
def test_a_wrong_passphrase_takes_nothing(
    run: Run, tmp_path: Path, clone: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    colleague = os.environ["ROADMAP_KEYS"]
    monkeypatch.setenv("ROADMAP_KEYS", str(tmp_path / "ключи"))
    copy = _exported(run, tmp_path, "к.json")
    monkeypatch.setenv("ROADMAP_KEYS", colleague)
    monkeypatch.setenv("ROADMAP_PASSPHRASE", "секретные слова не те")
    outcome = run("vault", "import", str(copy), "-w", str(clone))
    assert outcome.code == 1
    assert "пароль не подходит" in outcome.err
    assert "секретные" not in outcome.err + outcome.out
    assert not list(Path(colleague).glob("*.json"))
    file = tmp_path / "пароль.txt"
    file.write_text(f"{PASSPHRASE}\n", "utf-8")
    words = ("--passphrase-file", str(file), "-w", str(clone))
    outcome = run("vault", "import", str(copy), *words)
    assert outcome.code == 0, outcome.err
    assert "удалите его" not in outcome.err
    assert Path(colleague).stat().st_mode & 0o777 == 0o700
    assert _ring(Path(colleague)).stat().st_mode & 0o777 == 0o600


@pytest.mark.usefixtures("vault")
def test_where_nobody_can_be_asked(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ROADMAP_PASSPHRASE")
    outcome = run("vault", "export", str(tmp_path / "к.json"))
    assert (outcome.code, (tmp_path / "к.json").exists()) == (2, False)
    assert "--passphrase-file" in outcome.err
    monkeypatch.setenv("ROADMAP_PASSPHRASE", "п" * 11)
    assert "не меньше 12" in run("vault", "export", str(tmp_path / "к.json")).err
    assert not (tmp_path / "к.json").exists()
    plain = _exported(run, tmp_path, "п.json", "--plain")
    assert "удалите его" in run("vault", "import", str(plain)).err


def test_the_passphrase_is_asked_for_twice(
    vault: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ROADMAP_PASSPHRASE")
    words = ["vault", "export", str(tmp_path / "к.json")]
    code, said = at_terminal(words, [PASSPHRASE, f"{PASSPHRASE}!"], vault)
    assert (code, "пароли не совпали" in said) == (2, True)
    code, said = at_terminal(words, [PASSPHRASE, PASSPHRASE], vault)
    assert code == 0, said
    assert PASSPHRASE not in said
    code, said = at_terminal(["vault", "import", str(tmp_path / "к.json")], [PASSPHRASE], vault)
    assert code == 0, said


def test_an_old_copy_never_revives_the_forgotten(
    run: Run, vault: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = _exported(run, tmp_path, "до.json")
    mark = (vault / ".roadmap-vault").read_text().strip()
    before = load_ring(mark)
    assert before is not None
    (key,) = before.keys("novik")
    assert run("forget", "novik", "--yes", "--reason", "просьба", today=TODAY).code == 0
    commit(vault, "забыт")
    written: list[bytes] = []
    monkeypatch.setenv("ROADMAP_KEYS", str(tmp_path / "ключи коллеги"))
    git(tmp_path, "clone", "-q", str(vault), "копия")
    clone = tmp_path / "копия"
    monkeypatch.setattr(os, "fsync", lambda handle: written.append(_held(handle)))
    outcome = run("vault", "import", str(old), "-w", str(clone))
    monkeypatch.undo()
    assert outcome.code == 0, outcome.err
    ring = _ring(tmp_path / "ключи коллеги").read_text()
    told = json.loads(ring)
    assert "novik" not in told["keys"]
    assert before.mark("novik") in told["forgotten"]
    encoded = json.loads(before.packed())["keys"]["novik"][0].encode()
    assert any(b'"keys"' in each for each in written)
    assert not any(encoded in each for each in written)
    assert len(key) == 64
    assert "Новик" not in git(clone, "log", "-p", "--all")
    assert "Соколов" in (clone / "data" / "people.yaml").read_text("utf-8")


def _held(handle: int) -> bytes:
    try:
        return Path(f"/proc/self/fd/{handle}").read_bytes()
    except OSError:
        return b""


def test_a_ring_of_another_vault_under_this_name(run: Run, vault: Path, tmp_path: Path) -> None:
    ring = _ring(tmp_path / "ключи")
    copy = _exported(run, tmp_path, "к.json")
    told = json.loads(ring.read_bytes())
    ring.write_text(json.dumps({**told, "vault": "feedfeedfeedfeed"}))
    outcome = run("vault", "status", columns=200)
    assert outcome.code == 1
    assert "feedfeedfeedfeed" in outcome.out
    assert told["vault"] in outcome.out
    before = ring.read_bytes()
    for words in (["vault", "open"], ["vault", "import", str(copy)]):
        assert "другого хранилища" in run(*words, columns=200).err
    assert ring.read_bytes() == before
    assert (vault / "data" / "people.yaml").exists()


def test_a_damaged_head_is_not_a_missing_ring(run: Run, vault: Path) -> None:
    broken = git(vault, "show", "HEAD:data/people.yaml").replace("\n. ", "\n. AAAA", 1)
    (vault / "data" / "people.yaml").write_text(broken, "utf-8")
    said = run("check", today=TODAY, columns=200).out
    assert "хотя связка ключей на этом компьютере есть" in said
    assert "ключей к нему здесь нет" not in said
    assert "общая часть повреждена" in run("vault", "open", columns=200).err
