"""A sealed file: back byte for byte, bound to its people, closed where a key is not."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.errors import VaultError
from roadmap_cli.storage.ring import Ring
from roadmap_cli.storage.vault.merging import merge_sealed
from roadmap_cli.storage.vault.sealing import read_lines, seal, unseal
from roadmap_cli.storage.workspace import load_file
from tests.storage.test_splices import Line, files
from tests.vaults import ring_at

PEOPLE = Dataset.people


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(made=files(), newline=st.sampled_from(["\n", "\r\n"]), bom=st.booleans())
def test_any_file_comes_back_byte_for_byte(
    made: tuple[list[Line], int], newline: str, bom: bool
) -> None:
    lines = [line.text.replace("tasks:", "people:") for line in made[0]]
    raw = (("\ufeff" if bom else "") + newline.join(lines)).encode()
    ring = ring_at(Path())
    sealed = seal(raw, PEOPLE, ring)
    assert unseal(sealed, PEOPLE, ring) == raw
    assert seal(raw, PEOPLE, ring) == sealed
    assert len({line.label for line in read_lines(sealed)} - {"."}) == made[1]


@pytest.mark.parametrize("raw", ["", "# все люди\n", "people: []\n", "people:\n", "people: [\n]"])
def test_a_file_without_people(raw: str) -> None:
    ring = ring_at(Path())
    assert unseal(seal(raw.encode(), PEOPLE, ring), PEOPLE, ring) == raw.encode()


@pytest.mark.parametrize(
    "raw",
    [
        "people:\n- {id: a, surname: А}\n- {id: b, surname: Б}\n# конец\n",
        "people: [{id: a, surname: А}, {id: b, surname: Б}]\n",
        "people:\n    - id: a\n      surname: А\n    - id: b\n      surname: Б\n",
    ],
)
def test_a_record_without_a_key_stays_closed_and_goes_back_as_it_came(raw: str) -> None:
    ring = ring_at(Path())
    sealed = seal(raw.encode(), PEOPLE, ring)
    ring.destroy(["a"])
    stub = unseal(sealed, PEOPLE, ring)
    assert "surname: А" not in stub.decode()
    assert "surname: Б" in stub.decode()
    assert seal(stub, PEOPLE, ring) == sealed


def _sealed(*lines: str) -> bytes:
    return ("roadmap-vault 1 00\n" + "".join(f"{line}\n" for line in lines)).encode()


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "result", "sound"),
    [
        ("a:1 b:1", "a:2 b:1", "a:1 b:2", "a:2 b:2", True),
        ("a:1 b:1", "a:1", "a:1 b:1 c:1", "a:1 c:1", True),
        ("a:1 b:1", "b:1", "a:2 b:1", "a:2 b:1", False),
        ("a:1", "a:2", "a:3", "a:2 a:3", False),
        ("", "a:1", "a:1", "a:1", True),
        ("a:1", "a:1 x:1", "a:1 y:1", "a:1 y:1 x:1", True),
        ("a:1", "", "", "", True),
        ("a:1", ".:gone", "a:1 b:1", ".:gone b:1", True),
    ],
)
def test_merging_record_by_record(
    base: str, ours: str, theirs: str, result: str, sound: bool
) -> None:
    def side(told: str) -> bytes:
        return _sealed(". head", *(each.replace(":", " ") for each in told.split()))

    made, clean = merge_sealed(side(base), side(ours), side(theirs))
    lines = [f"{line.label}:{line.cipher}" for line in read_lines(made)[1:]]
    assert (sorted(lines), clean) == (sorted(result.split()), sound)


def test_two_keys_for_one_code_both_open_and_agree() -> None:
    one, two = ring_at(Path("a")), ring_at(Path("b"))
    raw = "people:\n- {id: kim, surname: Ким}\n".encode()
    sealed = [seal(raw, PEOPLE, ring) for ring in (one, two)]
    assert sealed[0] != sealed[1]
    one.merge(two)
    two.merge(one)
    assert [unseal(each, PEOPLE, ring) for each in sealed for ring in (one, two)] == [raw] * 4
    assert seal(raw, PEOPLE, one) == seal(raw, PEOPLE, two)


def test_every_person_has_another_key() -> None:
    ring = ring_at(Path())
    seal("people:\n- {id: a, surname: А}\n- {id: b, surname: Б}\n".encode(), PEOPLE, ring)
    assert len({ring.keys(label) for label in ("a", "b", ".")}) == 3


def test_a_ciphertext_is_bound_to_its_code_and_its_file() -> None:
    key = [b"1" * 64]
    ring = Ring("00", {".": key, "a": key, "b": key}, Path())
    sealed = seal("people:\n- {id: a, surname: А}\n".encode(), PEOPLE, ring)
    troubles: list[str] = []
    unseal(sealed.replace(b"\na ", b"\nb "), PEOPLE, ring, troubles)
    assert len(troubles) == 1
    with pytest.raises(VaultError):
        unseal(sealed, Dataset.consents, ring)


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("surname: \"(запись", "phone: 1\n    surname: \"(запись"),
        lambda text: text.replace('id: "a"', 'id: "c"'),
        lambda text: text.replace("    surname", "    # важно\n    surname", 1),
    ],
    ids=["key", "code", "comment"],
)  # fmt: skip
def test_a_closed_record_cannot_be_changed_unseen(change: Callable[[str], str]) -> None:
    ring = ring_at(Path())
    raw = "people:\n  - id: a\n    surname: А\n  - id: b\n    surname: Б\n".encode()
    sealed = seal(raw, PEOPLE, ring)
    ring.destroy(["a"])
    stub = unseal(sealed, PEOPLE, ring).decode()
    changed = change(stub)
    assert changed != stub
    with pytest.raises(VaultError):
        seal(changed.encode(), PEOPLE, ring)


@pytest.mark.parametrize(
    "raw",
    [
        "people: [{id: a, surname: А}, {id: b, surname: Б}, {id: c, surname: В}]\n",
        "people:\n- id: a\n  surname: А\n- id: x\n  surname: Х\n  forgotten_on: 2025-01-01\n",
        "people:\n    - {id: a, surname: А}\n    - {id: x, surname: Х, forgotten_on: 2025-01-01}\n",
    ],
)
@pytest.mark.parametrize("gone", ["a", "c"])
def test_stubs_can_be_read_in_any_hand(raw: str, gone: str) -> None:
    ring = ring_at(Path())
    sealed = seal(raw.encode(), PEOPLE, ring)
    ring.destroy([gone])
    stub = unseal(sealed, PEOPLE, ring)
    assert not load_file(PEOPLE, stub).is_broken
    assert unseal(seal(stub, PEOPLE, ring), PEOPLE, ring) == stub
