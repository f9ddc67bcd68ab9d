"""Setting up a vault, connecting a clone to it, and handing its key ring on."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from roadmap_cli.errors import VaultError, WriteRefusedError
from roadmap_cli.storage.disk import bytes_of
from roadmap_cli.storage.git import Git
from roadmap_cli.storage.ring import Ring, write_private
from roadmap_cli.storage.transaction import writing
from roadmap_cli.storage.vault import clone, location


class NewVault(NamedTuple):
    """A new vault: its ring, the files that git no longer follows, open versions by file.

    `told` is what a person should know of the checks before commits.
    """

    ring: Ring
    untracked: list[str]
    history: Mapping[str, int]
    told: tuple[str, ...]


class Connected(NamedTuple):
    """A connected clone: its vault, the files that were opened, how many keys are new."""

    vault: str
    opened: list[str]
    told: tuple[str, ...]
    added: int = 0


def create_vault(root: Path) -> NewVault:
    """Make a vault for the workspace; raises VaultError."""
    with writing(root):
        made = clone.create_vault(root)
    return NewVault(made.ring, made.untracked, clone.plain_in_history(root), made.told)


def connect_vault(root: Path) -> Connected:
    """Tell git about the vault in this clone and decrypt the files; raises VaultError."""
    with writing(root):
        ring = location.ring_of(root)
        told = clone.connect(root)
        return Connected(ring.vault, clone.open_files(root, ring), told)


def export_ring(root: Path, file: Path) -> None:
    """Copy the key ring to a file outside git; raises VaultError or WriteRefusedError."""
    ring = location.ring_of(root)
    top = Git(root).top
    if top is not None and file.resolve().is_relative_to(top.resolve()):
        raise VaultError(
            f"файл «{file}» попал бы в git вместе с ключами",
            hint="Назовите место вне этой папки: флешку, свою домашнюю папку.",
        )
    if bytes_of(file) is not None:
        raise WriteRefusedError(f"файл «{file}» уже есть")
    write_private(file, ring.packed())


def import_ring(root: Path, file: Path) -> Connected:
    """Take the keys of a copy of the ring and connect the clone; raises VaultError."""
    raw = bytes_of(file)
    if raw is None:
        raise VaultError(f"файла «{file}» нет")
    with writing(root):
        added = clone.take_ring(root, raw, file)
        told = clone.connect(root)
        ring = location.ring_of(root)
        return Connected(ring.vault, clone.open_files(root, ring), told, added)
