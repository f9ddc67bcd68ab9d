"""The key ring: a file outside git with a key for each person and one for all the rest."""

import base64
import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from roadmap_cli.errors import VaultError
from roadmap_cli.storage.disk import bytes_of, explained, replace_file

COMMON = "."
_KEY_BYTES = 64  # AES-256 in SIV mode takes two keys of 32 bytes


class Ring:
    """Keys by label: a person's code, or COMMON for what is nobody's.

    What is left of a person whose key was destroyed is nobody's from then on.
    """

    def __init__(
        self, vault: str, keys: Mapping[str, bytes], path: Path, forgotten: Iterable[str] = ()
    ) -> None:
        self.vault = vault
        self.path = path
        self._keys = dict(keys)
        self._forgotten = set(forgotten)
        self._saved = self.packed()

    @classmethod
    def new(cls, vault: str) -> "Ring":
        """A ring with nothing but the common key; not written yet."""
        return cls(vault, {COMMON: os.urandom(_KEY_BYTES)}, ring_path(vault))

    def key(self, label: str) -> bytes | None:
        """The key of a label, or None when it was destroyed or never came here."""
        return self._keys.get(label)

    def label(self, code: str) -> str:
        """The label under which a person's record is sealed."""
        return COMMON if code in self._forgotten else code

    def key_to_write(self, label: str) -> bytes:
        """The key of a label; a person who has none gets one."""
        if label not in self._keys:
            self._keys[label] = os.urandom(_KEY_BYTES)
        return self._keys[label]

    def destroy(self, labels: Iterable[str]) -> list[str]:
        """Take keys out for good; those that were there. The common key stays."""
        wanted = [label for label in labels if label != COMMON]
        self._forgotten.update(wanted)
        known = [label for label in wanted if label in self._keys]
        for label in known:
            del self._keys[label]
        return known

    def merge(self, other: "Ring") -> int:
        """Take over the keys that this ring lacks; how many they were. What one has forgotten
        the other does not bring back."""
        self.destroy(other._forgotten)
        missing = {
            label: key
            for label, key in other._keys.items()
            if label not in self._keys and label not in self._forgotten
        }
        self._keys |= missing
        return len(missing)

    @property
    def count(self) -> int:
        """How many people have a key."""
        return len(self._keys) - 1

    def save(self) -> None:
        """Write the ring when it has changed, readable for its owner only.

        Raises WriteRefusedError, also when another command has written it meanwhile.
        """
        before = bytes_of(self.path)
        if before is not None and self.packed() == self._saved:
            return
        self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        replace_file(self.path, self.packed(), before)
        self.path.chmod(0o600)
        self._saved = self.packed()

    def packed(self) -> bytes:
        """The ring as its file holds it."""
        keys = {label: base64.b64encode(key).decode() for label, key in sorted(self._keys.items())}
        told = {"vault": self.vault, "keys": keys, "forgotten": sorted(self._forgotten)}
        return json.dumps(told, indent=1).encode()


def ring_path(vault: str) -> Path:
    """Where the ring of a vault lies: `ROADMAP_KEYS`, or the user's own data folder."""
    import platformdirs

    named = os.environ.get("ROADMAP_KEYS")
    folder = Path(named) if named else Path(platformdirs.user_data_dir("roadmap")) / "keys"
    return folder / f"{vault}.json"


def load_ring(vault: str) -> Ring | None:
    """The ring of a vault, or None when it is not on this machine. Raises VaultError."""
    path = ring_path(vault)
    try:
        raw = bytes_of(path)
    except OSError as error:
        raise VaultError(f"кольцо ключей «{path}» не читается: {explained(error)}") from error
    return None if raw is None else read_ring(raw, path)


def read_ring(raw: bytes, path: Path) -> Ring:
    """A ring from the bytes of its file. Raises VaultError."""
    try:
        told = json.loads(raw)
        keys = {str(label): base64.b64decode(key) for label, key in told["keys"].items()}
        if COMMON not in keys or any(len(key) != _KEY_BYTES for key in keys.values()):
            raise ValueError(path)
        return Ring(str(told["vault"]), keys, path, map(str, told.get("forgotten", ())))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise VaultError(
            f"файл «{path}» — не кольцо ключей или он повреждён",
            hint="Возьмите копию: roadmap vault import КОПИЯ",
        ) from error
