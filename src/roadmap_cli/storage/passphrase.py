"""Bytes encrypted under a passphrase: scrypt makes the key, ChaCha20-Poly1305 encrypts.

The parameters stand in the file, so that later versions may choose others, and are authenticated.
"""

import base64
import json
import os
import unicodedata
from typing import Any

from roadmap_cli.errors import VaultError

# Shorter ones are guessed by trying, however slow one try is.
SHORTEST = 12
_VERSION = 1
# A try takes 128 MiB of memory and a third of a second.
_COST, _BLOCK, _LANES = 2**17, 8, 1
# What a stranger's file may ask for.
_MOST_COST, _MOST_BLOCK, _MOST_LANES = 2**20, 16, 4
_SALT_BYTES, _NONCE_BYTES, _KEY_BYTES = 16, 12, 32


def is_encrypted(raw: bytes) -> bool:
    """True for what `encrypt` has made, of this version or another."""
    return _told(raw) is not None


def encrypt(content: bytes, passphrase: str) -> bytes:
    """The content under a passphrase, as the bytes of a JSON file. Raises VaultError."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    if len(passphrase) < SHORTEST:
        raise VaultError(
            f"пароль слишком короткий: знаков {len(passphrase)}, нужно не меньше {SHORTEST}",
            hint="Возьмите четыре–пять слов, которые никак не связаны.",
        )
    nonce = os.urandom(_NONCE_BYTES)
    head = {
        "roadmap_ring": _VERSION,
        "kdf": "scrypt",
        "cost": _COST,
        "block": _BLOCK,
        "lanes": _LANES,
        "salt": base64.b64encode(os.urandom(_SALT_BYTES)).decode(),
        "cipher": "chacha20-poly1305",
        "nonce": base64.b64encode(nonce).decode(),
    }
    cipher = ChaCha20Poly1305(_key(head, passphrase)).encrypt(nonce, content, _bound(head))
    told = {**head, "sealed": base64.b64encode(cipher).decode()}
    return json.dumps(told, indent=1).encode() + b"\n"


def decrypt(raw: bytes, passphrase: str) -> bytes:
    """What was encrypted. Raises VaultError for a wrong passphrase and for a damaged file."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    told = _told(raw) or {}
    head = {name: value for name, value in told.items() if name != "sealed"}
    if (told.get("roadmap_ring"), told.get("kdf"), told.get("cipher")) != (
        _VERSION,
        "scrypt",
        "chacha20-poly1305",
    ):
        raise VaultError(
            "копия связки записана другой версией программы", hint="Обновите программу roadmap."
        )
    try:
        nonce = base64.b64decode(told["nonce"], validate=True)
        cipher = base64.b64decode(told["sealed"], validate=True)
        return ChaCha20Poly1305(_key(head, passphrase)).decrypt(nonce, cipher, _bound(head))
    except InvalidTag:
        # Nothing of what was tried may be shown with the error.
        raise VaultError(
            "пароль не подходит, или копия связки повреждена",
            hint="Проверьте раскладку и регистр; пароль знает тот, кто создал копию.",
        ) from None
    except (ValueError, KeyError, TypeError):
        raise VaultError(
            "копия связки ключей повреждена", hint="Попросите коллегу создать её заново."
        ) from None


def _told(raw: bytes) -> dict[str, Any] | None:
    try:
        told = json.loads(raw)
    except ValueError:
        return None
    return told if isinstance(told, dict) and "roadmap_ring" in told else None


def _key(head: dict[str, Any], passphrase: str) -> bytes:
    """The key of a passphrase; raises ValueError, KeyError or TypeError for other parameters."""
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    cost, block, lanes = int(head["cost"]), int(head["block"]), int(head["lanes"])
    if cost > _MOST_COST or block > _MOST_BLOCK or lanes > _MOST_LANES:
        raise ValueError("more work than a file of ours asks for")
    salt = base64.b64decode(head["salt"], validate=True)
    words = unicodedata.normalize("NFC", passphrase).encode()
    return Scrypt(salt=salt, length=_KEY_BYTES, n=cost, r=block, p=lanes).derive(words)


def _bound(head: dict[str, Any]) -> bytes:
    return json.dumps(head, sort_keys=True).encode()
