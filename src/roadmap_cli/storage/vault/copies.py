"""Taking the keys of a copied ring, except those of people who are forgotten by now."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from roadmap_cli.domain.model.registry import Registry
from roadmap_cli.errors import VaultError
from roadmap_cli.storage.disk import Write, bytes_of
from roadmap_cli.storage.git import Git
from roadmap_cli.storage.ring import Ring, read_ring, ring_path, wrong_ring
from roadmap_cli.storage.vault.filters import destroyed_in
from roadmap_cli.storage.vault.location import PERSONAL, vault_id
from roadmap_cli.storage.vault.sealing import unseal


class TakenRing(NamedTuple):
    """The ring as it will be, the write that makes it so, and how many keys are new."""

    ring: Ring
    write: Write
    added: int


def take_ring(root: Path, raw: bytes, shown_path: Path) -> TakenRing:
    """The workspace's ring with the keys of a copy. Raises VaultError, OSError.

    A person whom the working folder, the index or the last commit calls forgotten gets no key
    back: these versions are decrypted in memory first. To be called with the ring guarded.
    """
    copied = read_ring(raw, shown_path)
    vault = vault_id(root)
    if vault is None or copied.vault != vault:
        raise VaultError(
            f"это связка ключей другого хранилища: {copied.vault}, а здесь {vault or 'его нет'}"
        )
    path = ring_path(vault)
    before = bytes_of(path)
    own = _own_ring(before, path, vault)
    known = _keys_of(own)
    own.merge(copied)
    for version, registry in _newest_versions(root):
        own.destroy_marked(destroyed_in(unseal(version, registry, own), registry, own))
    added = len(_keys_of(own) - known)
    return TakenRing(own, Write(path, own.packed(), before, private=True), added)


def _own_ring(raw: bytes | None, path: Path, vault: str) -> Ring:
    """The ring that is here; a damaged one gives way to the copy."""
    try:
        own = read_ring(raw, path) if raw is not None else None
    except VaultError:
        own = None
    if own is not None and own.vault != vault:
        raise wrong_ring(own, vault)
    return own or Ring(vault, {}, path)


def _keys_of(ring: Ring) -> set[tuple[str, bytes]]:
    return {(label, key) for label in ring.labels for key in ring.keys(label)}


def _newest_versions(root: Path) -> Iterator[tuple[bytes, Registry]]:
    git = Git(root)
    for registry in PERSONAL:
        versions = (
            bytes_of(root / registry.file),
            git.stored(registry.file),
            git.stored(registry.file, "HEAD"),
        )
        yield from ((each, registry) for each in dict.fromkeys(versions) if each is not None)
