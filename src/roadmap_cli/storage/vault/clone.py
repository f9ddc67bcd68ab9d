"""A workspace with a vault: its files, its settings in git, sealing and opening them."""

import os
from pathlib import Path

from roadmap_cli.errors import VaultError
from roadmap_cli.storage.disk import Write, bytes_of
from roadmap_cli.storage.git import Git
from roadmap_cli.storage.git_folder import MERGED, SETUP, VAULT_MARK
from roadmap_cli.storage.git_setup import SETTINGS, VAULT_SETTINGS, configure, lines_to_add
from roadmap_cli.storage.ring import Ring, load_ring
from roadmap_cli.storage.vault.location import PERSONAL, vault_id
from roadmap_cli.storage.vault.sealing import is_sealed, unseal

DRIVER = "roadmap-vault"
# What names people and can be made again, or is on its way in or out.
_IGNORED = ("/documents/", "*.xlsx", "*.csv", "*.tmp", "*.bak")


def new_vault(root: Path) -> tuple[Ring, list[Write]]:
    """The ring of a new vault, not written yet, and the files that found it. Raises VaultError."""
    if Git(root).top is None:
        raise VaultError("в папке нет репозитория git, шифровать нечего", hint="Сначала: git init")
    ring = Ring.new(os.urandom(8).hex())
    mark = root / VAULT_MARK
    return ring, [
        Write(ring.path, ring.packed(), None, private=True),
        Write(mark, f"{ring.vault}\n".encode(), bytes_of(mark)),
    ]


def missing_lines(root: Path) -> list[Write]:
    """What the workspace's `.gitattributes` and `.gitignore` lack. Raises OSError."""
    rows = [
        f"/{registry.file} filter={DRIVER} merge=roadmap diff={DRIVER}" for registry in PERSONAL
    ]
    return [
        *lines_to_add(root / ".gitattributes", [MERGED, *rows]),
        *lines_to_add(root / ".gitignore", _IGNORED),
    ]


def connect(root: Path) -> tuple[str, ...]:
    """Tell git of this clone how to seal, open, merge, compare and check before it commits.

    Returns what a person should know of the checks. Raises VaultError.
    """
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


def note_connected(root: Path) -> bool:
    """Note that nothing is left to do here, so that no later command does it again."""
    return Git(root).run("config", "roadmap.vault", SETUP)


def untrack_documents(root: Path) -> list[str]:
    """Have git forget the documents, which stay on the disk; their names."""
    git = Git(root)
    listed = git.output("-c", "core.quotepath=off", "ls-files", "-z", "--", "documents")
    tracked = [name for name in listed.decode("utf-8", "replace").split("\0") if name]
    if tracked:
        git.run("rm", "-r", "-q", "--cached", "--", "documents")
    return tracked


def opened_files(root: Path, ring: Ring) -> list[Write]:
    """The encrypted files of the working folder, decrypted. Raises VaultError, OSError."""
    writes = []
    for registry in PERSONAL:
        raw = bytes_of(root / registry.file)
        if raw is not None and is_sealed(raw):
            writes.append(Write(root / registry.file, unseal(raw, registry, ring), raw))
    return writes


def take_unchanged(root: Path, opened: list[Write]) -> None:
    """Have git see that files which were only decrypted have not changed: their size has."""
    git = Git(root)
    for write in opened:
        name = write.path.relative_to(root).as_posix()
        if git.stored(name) == write.expected:
            git.run("add", "--", name)


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
