"""Two branches' encrypted files made one: opened where the ring is, else line by line."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from roadmap_cli.domain.model.registry import Registry
from roadmap_cli.errors import VaultError
from roadmap_cli.storage.merging.data_file import Merged, has_records_in_lines, merge_files
from roadmap_cli.storage.merging.segments import Owner
from roadmap_cli.storage.ring import COMMON, Ring, load_ring
from roadmap_cli.storage.vault.filters import people_of, registry_at
from roadmap_cli.storage.vault.location import ring_of, vault_id
from roadmap_cli.storage.vault.merging import merge_sealed
from roadmap_cli.storage.vault.sealing import (
    Chunk,
    People,
    is_sealed,
    label_to_write,
    owner_of,
    read_lines,
    refuse_name,
    seal,
    seal_chunks,
    unseal,
    vault_of,
)
from roadmap_cli.storage.workspace import load_file


def merge_versions(path: str, versions: Sequence[bytes]) -> Merged:
    """Three versions of a file (base, ours, theirs) made one; the result is encrypted.

    With the ring the merge is the one of unencrypted files. Without it, and where that would
    mix the records of several people, whole records are chosen. A version from before the vault
    is sealed first. Raises VaultError when it cannot be.
    """
    registry = registry_at(path)
    root = Path(path).parent.parent
    vault = vault_id(root) or next((vault_of(each) for each in versions if is_sealed(each)), "")
    ring = load_ring(vault) if vault else None
    if ring is not None:
        people = _people_of(root, registry, versions)
        try:
            made = _merged_open(registry, ring, people, versions)
        except VaultError:
            made = None
        if made is not None:
            ring.save()
            return made
    base, ours, theirs = (
        each if is_sealed(each) or not each else seal(each, registry, ring or ring_of(root))
        for each in versions
    )
    if ring is None:
        return Merged(*merge_sealed(base, ours, theirs))

    def is_sound(result: bytes) -> bool:
        loaded = load_file(registry, unseal(result, registry, ring))
        return not loaded.is_broken

    whole = merge_sealed(base, ours, theirs, is_sound)
    ring.save()
    return Merged(*whole)


def _merged_open(
    registry: Registry, ring: Ring, people: People, versions: Sequence[bytes]
) -> Merged | None:
    """The merge of the decrypted versions, encrypted; None where records would be mixed.

    A conflict stays within its record, so that it is sealed under that person's key. Raises
    VaultError when the result cannot be sealed.
    """
    opened = [unseal(each, registry, ring) for each in versions]
    base, ours, theirs = opened
    # Git would be given the decrypted text in files.
    made = merge_files(registry, base, ours, theirs, lambda _base, own, _other: Merged(own, False))
    if made.agrees:
        return made._replace(raw=seal(made.raw, registry, ring, people))
    if made.stretches is None or not all(has_records_in_lines(registry, each) for each in opened):
        return None
    if any(not each.agreed and each.owner is None for each in made.stretches):
        return None
    grouped = groupby(made.stretches, key=lambda each: each.owner)
    chunks = [
        _chunk(owner, "".join(each.text for each in own), registry, ring, people)
        for owner, own in grouped
    ]
    return made._replace(raw=seal_chunks(chunks, registry, ring))


def _chunk(owner: Owner | None, text: str, registry: Registry, ring: Ring, people: People) -> Chunk:
    """A stretch of a merged file as it is sealed."""
    if owner is None or not owner.code:
        return Chunk(COMMON, text)
    refuse_name(owner.code, registry)
    if owner.cipher is not None:
        label, _, cipher = owner.cipher.partition(" ")
        if owner_of(label) != owner.code or not cipher or "#" in text:
            raise VaultError(f"запись «{owner.code}» зашифрована, изменить её здесь нельзя")
        return Chunk(label, text, cipher)
    label = label_to_write(owner.code, registry, registry.owned_lists[0], ring, people)
    return Chunk(label, text)


def _people_of(root: Path, registry: Registry, versions: Sequence[bytes]) -> People:
    """Who has a key of their own: in the workspace, and in the versions to be merged."""
    labels = {line.label for each in versions if is_sealed(each) for line in read_lines(each)} - {
        COMMON
    }
    stored = people_of(root, registry, next((each for each in versions[1:] if each), b""))
    return People(stored.known | labels)
