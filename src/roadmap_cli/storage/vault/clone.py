"""A workspace with a vault: its files, its settings in git, sealing and opening them."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from roadmap_cli.domain.vault import VaultState
from roadmap_cli.errors import VaultError
from roadmap_cli.storage.disk import bytes_of, overwrite_file
from roadmap_cli.storage.git import Git
from roadmap_cli.storage.ring import Ring, load_ring, read_ring, ring_path
from roadmap_cli.storage.vault.filters import destroyed_in
from roadmap_cli.storage.vault.location import MARK, PERSONAL, known_vault, vault_id
from roadmap_cli.storage.vault.sealing import (
    is_sealed,
    unseal,
)
from roadmap_cli.storage.workspace import MERGED

DRIVER = "roadmap-vault"
# What names people and can be made again, or is on its way in or out.
_IGNORED = ("/documents/", "*.xlsx", "*.csv", "*.tmp", "*.bak")


class Made(NamedTuple):
    """A new vault: its ring, the documents that git no longer tracks, what was told of hooks."""

    ring: Ring
    untracked: list[str]
    told: tuple[str, ...]


def create_vault(root: Path) -> Made:
    """Make a vault: ring, mark, settings of git.

    Raises VaultError.
    """
    from roadmap_cli.storage.git_setup import add_lines

    git = Git(root)
    if git.top is None:
        raise VaultError("в папке нет репозитория git, шифровать нечего", hint="Сначала: git init")
    if vault_id(root) is not None:
        raise VaultError("хранилище уже есть", hint="Подключить его здесь: roadmap vault open")
    ring = Ring.new(os.urandom(8).hex())
    ring.save()
    overwrite_file(root / MARK, f"{ring.vault}\n".encode())
    rows = [
        f"/{registry.file} filter={DRIVER} merge=roadmap diff={DRIVER}" for registry in PERSONAL
    ]
    add_lines(root / ".gitattributes", [MERGED, *rows])
    add_lines(root / ".gitignore", list(_IGNORED))
    told = connect(root)
    listed = git.output("-c", "core.quotepath=off", "ls-files", "-z", "--", "documents")
    tracked = [name for name in listed.decode("utf-8", "replace").split("\0") if name]
    if tracked:
        git.run("rm", "-r", "-q", "--cached", "--", "documents")
    return Made(ring, tracked, told)


def connect(root: Path) -> tuple[str, ...]:
    """Tell git of this clone how to seal, open, merge, compare and check before it commits.

    Returns what a person should know of the checks. Raises VaultError.
    """
    from roadmap_cli.storage.git_setup import SETTINGS, VAULT_SETTINGS, configure
    from roadmap_cli.storage.hooks import install

    git = Git(root)
    if not configure(root, (*SETTINGS, *VAULT_SETTINGS)):
        raise VaultError("git не принял настройки", hint="Проверьте: git status")
    # Files that lie in git unencrypted are sealed in the index at once.
    for registry in PERSONAL:
        stored = git.stored(registry.file)
        if stored is not None and not is_sealed(stored):
            git.run("add", "--renormalize", "--", registry.file)
    return install(root)


def open_files(root: Path, ring: Ring) -> list[str]:
    """Decrypt the personal files of the clone and return their names."""
    git = Git(root)
    opened = []
    for registry in PERSONAL:
        raw = bytes_of(root / registry.file)
        if raw is not None and is_sealed(raw):
            overwrite_file(root / registry.file, unseal(raw, registry, ring))
            opened.append(registry.file)
            if git.stored(registry.file) == raw:
                git.run("add", "--", registry.file)  # the size differs, the content does not
    return opened


def exposed(root: Path) -> tuple[str, ...]:
    """The personal files that git holds unencrypted in a repository that is sent somewhere."""
    git = Git(root)
    if not git.has_remote:
        return ()
    stored = {registry.file: git.stored(registry.file) for registry in PERSONAL}
    return tuple(file for file, raw in stored.items() if raw and not is_sealed(raw))


def plain_in_history(root: Path) -> Mapping[str, int]:
    """How many revisions hold each personal file unencrypted; files without any are left out."""
    git = Git(root)
    counts = {
        registry.file: sum(not is_sealed(raw) for _, raw in git.history(registry.file))
        for registry in PERSONAL
    }
    return {file: count for file, count in counts.items() if count}


def ring_here(root: Path) -> Ring | None:
    """The ring of a workspace, or None without a vault or without its ring on this machine."""
    vault = vault_id(root)
    return load_ring(vault) if vault else None


def stage_sealed(root: Path) -> tuple[str, ...]:
    """Have git take the personal files anew, sealed with the keys that are left.

    Returns what a person must do where git refuses.
    """
    git = Git(root)
    refused = [
        registry.file
        for registry in PERSONAL
        if git.stored(registry.file) is not None
        and not git.run("add", "--renormalize", "--", registry.file)
    ]
    return tuple(
        f"git не принял {file}: выполните git add --renormalize {file}" for file in refused
    )


def take_ring(root: Path, raw: bytes, shown_path: Path) -> int:
    """Take over the keys of a copied ring; how many were new. Raises VaultError."""
    copied = read_ring(raw, shown_path)
    vault = vault_id(root)
    if vault is None or copied.vault != vault:
        raise VaultError("это связка ключей другого хранилища")
    try:
        own = load_ring(vault)
    except VaultError:
        own = None  # a damaged ring gives way to the copy
        ring_path(vault).unlink(missing_ok=True)
    if own is None:
        own = Ring(vault, {}, ring_path(vault))
    added = own.merge(copied)
    for registry in PERSONAL:
        plain = bytes_of(root / registry.file)
        if plain is not None and not is_sealed(plain):
            own.destroy_marked(destroyed_in(plain, registry, own))
    own.save()
    return added


def state_of(root: Path) -> VaultState:
    """The state of a workspace's vault. Raises VaultError when it has none."""
    vault = known_vault(root)
    ring = load_ring(vault)
    files = {registry.file: bytes_of(root / registry.file) for registry in PERSONAL}
    return VaultState(
        vault,
        str(ring.path) if ring is not None else None,
        ring.count if ring is not None else 0,
        bool(Git(root).output("config", f"filter.{DRIVER}.clean")),
        tuple(file for file, raw in files.items() if raw is not None and is_sealed(raw)),
        exposed(root),
        plain_in_history(root),
    )
