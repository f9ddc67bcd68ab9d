"""The ring forgets for good, and keeps no word that tells of the forgotten."""

import json
from pathlib import Path

import pytest

from roadmap_cli.storage.ring import Ring, read_ring
from tests.vaults import ring_at


def test_rings_of_the_first_version_stay_forgetful(tmp_path: Path) -> None:
    ring = ring_at(tmp_path)
    ring.destroy(["novik"])
    old = json.loads(ring.packed())
    old["forgotten"] = ["novik"]
    again = read_ring(json.dumps(old).encode(), ring.path)
    assert again.has_forgotten(["novik"])
    assert "novik" not in again.packed().decode()
    again.merge(Ring("00", {".": [b"0" * 64], "novik": [b"1" * 64]}, ring.path))
    assert again.keys("novik") == ()


@pytest.mark.parametrize(
    ("destroyed", "label"),
    [((), "pairs/x"), (("pairs/x",), "pairs/x~2"), (("pairs/x", "pairs/x~2"), "pairs/x~3")],
)
def test_the_next_key_of_an_owner_who_goes_on(
    tmp_path: Path, destroyed: tuple[str, ...], label: str
) -> None:
    ring = ring_at(tmp_path)
    ring.destroy(destroyed)
    assert ring.current("pairs/x") == label
