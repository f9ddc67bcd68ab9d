"""The key ring: a file outside git with keys for each person and one for all the rest."""

import base64
import contextlib
import hashlib
import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from roadmap_cli.errors import VaultError
from roadmap_cli.storage.disk import bytes_of, explained, overwrite_file

COMMON = "."
_KEY_BYTES = 64  # AES-256 in SIV mode takes two keys of 32 bytes
_VAULT = re.compile(r"[0-9a-f]{4,64}")
_MARK = re.compile(r"[0-9a-f]{32}")
Keys = dict[str, tuple[bytes, ...]]


class Ring:
    """Keys by label: a person's code, or COMMON for shared content.

    If two colleagues each add a person under one code, both keys are kept, and both colleagues
    write with the same one. `forgotten` are the marks of the keys that were destroyed.
    """

    def __init__(
        self,
        vault: str,
        keys: Mapping[str, Sequence[bytes]],
        path: Path,
        forgotten: Iterable[str] = (),
    ) -> None:
        self.vault = vault
        self.path = path
        self._keys: Keys = {label: tuple(sorted(own)) for label, own in keys.items()}
        self._forgotten = set(forgotten)
        self.destroy_marked(())

    @classmethod
    def new(cls, vault: str) -> "Ring":
        """A ring with nothing but the common key; not written yet."""
        return cls(vault, {COMMON: [os.urandom(_KEY_BYTES)]}, ring_path(vault))

    def keys(self, label: str) -> tuple[bytes, ...]:
        """The keys that a label's ciphertexts may have; none when they never came or are gone."""
        return self._keys.get(label, ())

    def mark(self, label: str) -> str:
        """What stands for a destroyed key where its label may not: no name can be told from it.

        It is given to the other clones in the anonymous record, which is sealed itself.
        """
        return hashlib.sha256(f"{self.vault}\0{label}".encode()).hexdigest()[:32]

    def current(self, label: str) -> str:
        """The label to write under, when that of an owner who goes on was destroyed with another's.

        A pair outlives one of its people: its old records go, the new ones get a new key.
        """
        name, number = label, 2
        while self.mark(name) in self._forgotten:
            name, number = f"{label}~{number}", number + 1
        return name

    def key_to_write(self, label: str) -> bytes:
        """The key of a label; a person who has none gets one."""
        if label not in self._keys:
            self._keys[label] = (os.urandom(_KEY_BYTES),)
        return self._keys[label][0]

    def destroy(self, labels: Iterable[str]) -> None:
        """Delete keys, for good: no other ring brings them back."""
        self.destroy_marked(self.mark(label) for label in labels if label != COMMON)

    def destroy_marked(self, marks: Iterable[str]) -> None:
        """Delete the keys whose labels have these marks, now and whenever they come again."""
        self._forgotten.update(marks)
        self._keys = {
            label: own
            for label, own in self._keys.items()
            if self.mark(label) not in self._forgotten
        }

    def has_forgotten(self, labels: Iterable[str]) -> bool:
        """True when the keys of all these labels were destroyed."""
        return self._forgotten.issuperset(map(self.mark, labels))

    def merge(self, other: "Ring") -> int:
        """Take over the keys that this ring lacks; how many they were.

        What one ring has forgotten the other does not bring back.
        """
        self.destroy_marked(other._forgotten)
        added = 0
        for label, keys in other._keys.items():
            if self.mark(label) in self._forgotten:
                continue
            missing = [key for key in keys if key not in self.keys(label)]
            self._keys[label] = tuple(sorted((*self.keys(label), *missing)))
            added += len(missing)
        return added

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels that have a key."""
        return tuple(self._keys)

    @property
    def count(self) -> int:
        """How many people have a key."""
        return len(self._keys) - 1

    def save(self) -> None:
        """Write the ring, readable for its owner only.

        What another command has put there meanwhile stays. Raises VaultError, WriteRefusedError.
        """
        with guarded(self.path):
            raw = bytes_of(self.path)
            if raw is not None:
                self.merge(read_ring(raw, self.path))
            if raw != self.packed():
                overwrite_file(self.path, self.packed(), private=True)

    def packed(self) -> bytes:
        """The ring as its file holds it."""
        keys = {
            label: [base64.b64encode(key).decode() for key in own]
            for label, own in sorted(self._keys.items())
        }
        told = {"vault": self.vault, "keys": keys, "forgotten": sorted(self._forgotten)}
        return json.dumps(told, indent=1).encode()


@contextlib.contextmanager
def guarded(path: Path) -> Iterator[None]:
    """Keep git's filters from writing a ring while the block runs. Raises OSError."""
    from filelock import FileLock

    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with FileLock(path.with_suffix(".lock"), timeout=30):
        yield


def ring_path(vault: str) -> Path:
    """Return the path of a vault's ring: in `ROADMAP_KEYS`, or in the user's data folder.

    Raises VaultError if the vault name is invalid.
    """
    import platformdirs

    if not _VAULT.fullmatch(vault):
        raise VaultError("имя хранилища записано неверно", hint="Проверьте файл .roadmap-vault.")
    named = os.environ.get("ROADMAP_KEYS")
    folder = Path(named) if named else Path(platformdirs.user_data_dir("roadmap")) / "keys"
    return folder / f"{vault}.json"


def load_ring(vault: str) -> Ring | None:
    """The ring of a vault, or None when it is not on this machine. Raises VaultError."""
    path = ring_path(vault)
    try:
        raw = bytes_of(path)
    except OSError as error:
        raise VaultError(f"связка ключей «{path}» не читается: {explained(error)}") from error
    if raw is None:
        return None
    ring = read_ring(raw, path)
    if ring.vault != vault:
        raise wrong_ring(ring, vault)
    return ring


def wrong_ring(ring: Ring, vault: str) -> VaultError:
    """The error of a ring that lies where another vault's should."""
    return VaultError(
        f"в файле «{ring.path}» связка ключей другого хранилища: {ring.vault}, а нужна {vault}",
        hint=f"Переименуйте его в {ring.vault}.json и возьмите копию нужной связки:"
        " roadmap vault import КОПИЯ",
    )


def is_ring_here(vault: str) -> bool:
    """True when there is a file for the ring of a vault; a quick look that reads nothing."""
    with contextlib.suppress(VaultError, OSError):
        return ring_path(vault).is_file()
    return False


def read_ring(raw: bytes, path: Path) -> Ring:
    """A ring from the bytes of its file. Raises VaultError."""
    try:
        told = json.loads(raw)
        keys = {
            str(label): [base64.b64decode(key, validate=True) for key in own]
            for label, own in told["keys"].items()
        }
        sound = all(len(key) == _KEY_BYTES for own in keys.values() for key in own)
        if not sound or not keys[COMMON] or not all(keys.values()):
            raise ValueError(path)
        ring = Ring(str(told["vault"]), keys, path)
        forgotten = [str(each) for each in told.get("forgotten", ())]
        # Rings of the first version name the labels themselves.
        ring.destroy_marked(
            each if _MARK.fullmatch(each) else ring.mark(each) for each in forgotten
        )
        return ring
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise VaultError(
            f"файл «{path}» — не связка ключей или он повреждён",
            hint="Возьмите копию: roadmap vault import КОПИЯ",
        ) from error
