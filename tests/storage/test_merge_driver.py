"""Merging encrypted files: records are opened where the ring is, and sealed again one by one."""

from pathlib import Path

import pytest

from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.storage.ring import COMMON, Ring
from roadmap_cli.storage.vault.merge_driver import merge_versions
from roadmap_cli.storage.vault.sealing import read_lines, seal, unseal

PEOPLE = Dataset.people
FILE = "data/people.yaml"
TEXT = """\
people:
  - id: a
    surname: Аев
    phone: 1
  # вторая
  - id: b
    surname: Бева
# конец
"""


@pytest.fixture
def ring(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ring:
    monkeypatch.chdir(tmp_path)
    made = Ring.new("abcd")
    for code in ("a", "b", "c"):
        made.key_to_write(code)
    made.save()
    return made


def _without(ring: Ring, *codes: str) -> None:
    """Write the ring as a colleague has it who never got some keys."""
    ring.path.unlink()
    kept = {label: ring.keys(label) for label in (COMMON, "a", "b", "c") if label not in codes}
    Ring(ring.vault, kept, ring.path).save()


def _sealed(ring: Ring, *texts: str) -> list[bytes]:
    return [seal(text.encode(), PEOPLE, ring) for text in texts]


def test_a_merge_is_what_clean_would_store(ring: Ring) -> None:
    ours, theirs = TEXT.replace("phone: 1", "phone: 2"), TEXT.replace("Аев", "Ав")
    made = merge_versions(FILE, _sealed(ring, TEXT, ours, theirs))
    assert made.agrees
    assert made.raw == _sealed(ring, ours.replace("Аев", "Ав"))[0]


def test_a_conflict_is_sealed_under_the_key_of_its_record(ring: Ring) -> None:
    ours, theirs = TEXT.replace("phone: 1", "phone: 2"), TEXT.replace("phone: 1", "phone: 3")
    made = merge_versions(FILE, _sealed(ring, TEXT, ours, theirs))
    assert not made.agrees
    assert [line.label for line in read_lines(made.raw)] == [COMMON, "a", "b", COMMON]
    shown = unseal(made.raw, PEOPLE, ring).decode()
    marks = "<<<<<<< у нас\n    phone: 2\n=======\n    phone: 3\n>>>>>>> у них\n"
    assert shown == TEXT.replace("    phone: 1\n", marks)
    _without(ring, "a")
    without = unseal(made.raw, PEOPLE, Ring("abcd", {COMMON: ring.keys(COMMON)}, ring.path))
    assert "phone" not in without.decode()


@pytest.mark.parametrize("both", [False, True])
def test_a_record_that_is_locked_here_is_taken_whole(ring: Ring, both: bool) -> None:
    ours = TEXT.replace("phone: 1", "phone: 2") if both else TEXT
    theirs = TEXT.replace("phone: 1", "phone: 3").replace("Бева", "Бевина")
    versions = _sealed(ring, TEXT, ours + "#\n", theirs)
    _without(ring, "a")
    made = merge_versions(FILE, versions)
    assert made.agrees is not both
    ciphers = [[line.cipher for line in read_lines(raw) if line.label == "a"] for raw in
               (versions[1], versions[2], made.raw)]  # fmt: skip
    assert ciphers[2] == ([*ciphers[0], *ciphers[1]] if both else ciphers[1])
    assert "Бевина" in unseal(made.raw, PEOPLE, ring).decode()


def test_a_conflict_outside_the_records_leaves_whole_records(ring: Ring) -> None:
    versions = _sealed(ring, TEXT, "note: a\n" + TEXT, "note: b\n" + TEXT)
    made = merge_versions(FILE, versions)
    assert (made.agrees, made.stretches, made.raw) == (False, None, versions[1])


def test_what_cannot_be_read_is_never_laid_open(ring: Ring) -> None:
    """A side that git cannot be asked about, because it would have to see it."""
    versions = _sealed(ring, TEXT, TEXT.replace("phone: 1", "phone: 2"), TEXT + "note: x\n")
    broken = [line for line in versions[2].splitlines() if not line.startswith(b"b ")]
    made = merge_versions(FILE, [*versions[:2], b"\n".join(broken) + b"\n"])
    assert made.raw.startswith(b"roadmap-vault ")
    assert b"phone" not in made.raw
