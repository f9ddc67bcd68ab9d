"""A workspace with a vault: its files, its settings in git, sealing and opening them."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from roadmap_cli.domain.registries import BY_FILE, REGISTRIES, Registry
from roadmap_cli.domain.vault_state import VaultState
from roadmap_cli.errors import VaultError
from roadmap_cli.storage.compose import compose
from roadmap_cli.storage.disk import bytes_of, overwrite_file
from roadmap_cli.storage.git import Git
from roadmap_cli.storage.nodes import MappingNode, ScalarNode, SequenceNode
from roadmap_cli.storage.text_file import decode_text
from roadmap_cli.storage.vault.ring import Ring, load_ring, read_ring, ring_path
from roadmap_cli.storage.vault.sealing import (
    described_key,
    is_sealed,
    seal,
    unseal,
    vault_of,
)

MARK = ".roadmap-vault"
DRIVER = "roadmap-vault"
PERSONAL: tuple[Registry, ...] = tuple(each for each in REGISTRIES if each.personal is not None)
_IGNORED = "/documents/"
_NO_RING = "Возьмите кольцо у коллеги (roadmap vault export), затем: roadmap vault import ФАЙЛ"


def vault_id(root: Path) -> str | None:
    """The id of a workspace's vault, or None when it has none."""
    raw = bytes_of(root / MARK)
    return raw.decode("ascii", "replace").strip() if raw else None


def ring_of(root: Path) -> Ring:
    """The key ring of a workspace. Raises VaultError when there is no vault or no ring."""
    vault = vault_id(root)
    if vault is None:
        raise VaultError("хранилища здесь нет", hint="Создать его: roadmap vault init")
    ring = load_ring(vault)
    if ring is None:
        raise VaultError(f"ключей хранилища {vault} на этом компьютере нет", hint=_NO_RING)
    return ring


def create_vault(root: Path) -> tuple[Ring, list[str]]:
    """Make a vault: ring, mark, settings of git; the documents that git watches no more.

    Raises VaultError.
    """
    git = Git(root)
    if git.top is None:
        raise VaultError("папка не под git, прятать нечего", hint="Сначала: git init")
    if vault_id(root) is not None:
        raise VaultError("хранилище уже есть", hint="Подключить его здесь: roadmap vault open")
    ring = Ring.new(os.urandom(8).hex())
    ring.save()
    overwrite_file(root / MARK, f"{ring.vault}\n".encode())
    rows = [f"/{each.file} filter={DRIVER} merge={DRIVER} diff={DRIVER}" for each in PERSONAL]
    _add_lines(root / ".gitattributes", rows)
    _add_lines(root / ".gitignore", [_IGNORED])
    connect(root)
    listed = git.output("-c", "core.quotepath=off", "ls-files", "-z", "--", "documents")
    tracked = [name for name in listed.decode("utf-8", "replace").split("\0") if name]
    if tracked:
        git.run("rm", "-r", "-q", "--cached", "--", "documents")
    return ring, tracked


def connect(root: Path) -> None:
    """Tell git of this clone how to seal, open, merge and compare. Raises VaultError."""
    program = f'"{sys.executable}" -m roadmap_cli vault'
    settings = {
        f"filter.{DRIVER}.clean": f"{program} clean %f",
        f"filter.{DRIVER}.smudge": f"{program} smudge %f",
        f"filter.{DRIVER}.required": "true",
        f"merge.{DRIVER}.name": "roadmap vault",
        f"merge.{DRIVER}.driver": f"{program} merge %O %A %B",
        f"diff.{DRIVER}.textconv": f"{program} show",
        # What a textconv prints would be kept in git unencrypted.
        f"diff.{DRIVER}.cachetextconv": "false",
    }
    git = Git(root)
    if not all(git.run("config", name, value) for name, value in settings.items()):
        raise VaultError("git не принял настройки", hint="Проверьте: git status")
    # Files that lie in git unencrypted are sealed in the index at once.
    for registry in PERSONAL:
        stored = git.stored(registry.file)
        if stored is not None and not is_sealed(stored):
            git.run("add", "--renormalize", "--", registry.file)


def open_files(root: Path, ring: Ring) -> list[str]:
    """Write the personal files that lie here encrypted in plain; which they were."""
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


def registry_at(path: str) -> Registry:
    """The registry of a file that git names. Raises VaultError for another file."""
    for file, registry in BY_FILE.items():
        if path.replace("\\", "/").endswith(file) and registry.personal is not None:
            return registry
    raise VaultError(f"«{path}» — не файл хранилища")


def cleaned(path: str, raw: bytes) -> bytes:
    """What git stores for a file. Raises VaultError; then git stores nothing."""
    registry = registry_at(path)
    if is_sealed(raw):
        return raw
    root = Path(path).parent.parent
    ring = ring_of(root)
    sealed = seal(raw, registry, ring)
    ring.save()
    return sealed


def smudged(path: str, raw: bytes) -> bytes:
    """What stands in the working tree for what git has stored; sealed where no key is.

    A person whom a colleague has forgotten is forgotten here too: the key goes.
    """
    if not is_sealed(raw):
        return raw
    ring = load_ring(vault_of(raw))
    if ring is None:
        return raw
    registry = registry_at(path)
    plain = unseal(raw, registry, ring)
    ring.destroy(forgotten_in(plain, registry))
    ring.save()
    return plain


def shown(raw: bytes) -> bytes:
    """A stored or a plain file as text, for `git diff`: whichever registry it is of."""
    if not is_sealed(raw):
        return raw
    ring = load_ring(vault_of(raw))
    if ring is None:
        return raw
    for registry in PERSONAL:
        try:
            return unseal(raw, registry, ring)
        except VaultError:
            continue
    return raw


def forgotten_in(raw: bytes, registry: Registry) -> list[str]:
    """The codes of the records that say when their data were destroyed."""
    text_file, _ = decode_text(raw, registry.file)
    root = compose(text_file.text, registry.file).root if text_file else None
    node = root.get(described_key(registry)) if isinstance(root, MappingNode) else None
    records = node.items if isinstance(node, SequenceNode) else []
    found = []
    for record in records:
        if isinstance(record, MappingNode) and record.get("forgotten_on") is not None:
            code = record.get(str(registry.personal))
            found += [code.text] if isinstance(code, ScalarNode) else []
    return found


def exposed(root: Path) -> tuple[str, ...]:
    """The personal files that git holds unencrypted in a repository that is sent somewhere."""
    git = Git(root)
    if not git.has_remote:
        return ()
    stored = {each.file: git.stored(each.file) for each in PERSONAL}
    return tuple(file for file, raw in stored.items() if raw and not is_sealed(raw))


def plain_in_history(root: Path) -> Mapping[str, int]:
    """How many revisions hold each personal file unencrypted; files without any are left out."""
    git = Git(root)
    counts = {
        each.file: sum(not is_sealed(raw) for _, raw in git.history(each.file)) for each in PERSONAL
    }
    return {file: count for file, count in counts.items() if count}


def destroy_key(root: Path, code: str) -> None:
    """Destroy a person's key, and seal anew what stays of the person, as nobody's.

    Nothing happens where there is no vault.
    """
    vault = vault_id(root)
    ring = load_ring(vault) if vault else None
    if ring is None:
        return
    ring.destroy([code])
    ring.save()
    for registry in PERSONAL:
        Git(root).run("add", "--renormalize", "--", registry.file)


def take_ring(root: Path, raw: bytes, shown_path: Path) -> int:
    """Take over the keys of a copied ring; how many were new. Raises VaultError."""
    copied = read_ring(raw, shown_path)
    vault = vault_id(root)
    if vault is None or copied.vault != vault:
        raise VaultError("это кольцо ключей другого хранилища")
    own = load_ring(vault)
    if own is None:
        own = Ring(vault, {}, ring_path(vault))
    added = own.merge(copied)
    forgotten = [
        code
        for registry in PERSONAL
        if (raw_file := bytes_of(root / registry.file)) is not None and not is_sealed(raw_file)
        for code in forgotten_in(raw_file, registry)
    ]
    own.destroy(forgotten)
    own.save()
    return added


def _add_lines(path: Path, lines: list[str]) -> None:
    known = (bytes_of(path) or b"").decode("utf-8")
    missing = [line for line in lines if line not in known.splitlines()]
    if missing:
        ended = known if known.endswith("\n") or not known else f"{known}\n"
        overwrite_file(path, (ended + "\n".join(missing) + "\n").encode())


def state_of(root: Path) -> VaultState:
    """The state of a workspace's vault. Raises VaultError when it has none."""
    vault = vault_id(root)
    if vault is None:
        raise VaultError("хранилища здесь нет", hint="Создать его: roadmap vault init")
    ring = load_ring(vault)
    files = {each.file: bytes_of(root / each.file) for each in PERSONAL}
    return VaultState(
        vault,
        str(ring.path) if ring is not None else None,
        ring.count if ring is not None else 0,
        bool(Git(root).output("config", f"filter.{DRIVER}.clean")),
        tuple(file for file, raw in files.items() if raw is not None and is_sealed(raw)),
        exposed(root),
        plain_in_history(root),
    )
