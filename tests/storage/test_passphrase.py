"""A copy under a passphrase: only with it, whole, and of our own parameters."""

import json

import pytest

from roadmap_cli.errors import VaultError
from roadmap_cli.storage.passphrase import SHORTEST, decrypt, encrypt, is_encrypted

WORDS = "верный конь батарея"
COPY = encrypt(b"secret \x00 keys", WORDS)


def test_there_and_back() -> None:
    assert decrypt(COPY, WORDS) == b"secret \x00 keys"
    assert decrypt(COPY, WORDS.replace("й", "и\u0306")) == b"secret \x00 keys"
    assert b"secret" not in COPY
    assert (is_encrypted(COPY), is_encrypted(b"{}"), is_encrypted(b"\xff")) == (True, False, False)


def test_a_wrong_passphrase_shows_nothing_of_it() -> None:
    with pytest.raises(VaultError, match="пароль не подходит") as caught:
        decrypt(COPY, "другой пароль совсем")
    assert "другой" not in str(caught.value.__dict__)
    assert caught.value.__cause__ is None


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("roadmap_ring", 2, "другой версией"),
        ("cipher", "rot13", "другой версией"),
        ("cost", 2**21, "повреждена"),
        ("cost", 1000, "повреждена"),
        ("cost", 2**16, "пароль не подходит, или копия"),
        ("salt", "?", "повреждена"),
        ("nonce", "", "повреждена"),
        ("sealed", "AAAA", "повреждена"),
        ("sealed", None, "повреждена"),
        ("note", "added", "пароль не подходит, или копия"),
    ],
)
def test_every_part_of_the_file_is_bound(key: str, value: object, said: str) -> None:
    with pytest.raises(VaultError, match=said):
        decrypt(json.dumps({**json.loads(COPY), key: value}).encode(), WORDS)


@pytest.mark.parametrize(("length", "taken"), [(SHORTEST - 1, False), (SHORTEST, True)])
def test_the_shortest_passphrase(length: int, taken: bool) -> None:
    if taken:
        assert is_encrypted(encrypt(b"x", "п" * length))
    else:
        with pytest.raises(VaultError, match=f"знаков {length}, нужно не меньше {SHORTEST}"):
            encrypt(b"x", "п" * length)
