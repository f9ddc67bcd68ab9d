"""What git asks of a vault: to seal, to open and to show a file."""

from collections.abc import Iterator
from pathlib import Path

from roadmap_cli.domain.model.dataset import BY_FILE, BY_KEY, Dataset
from roadmap_cli.domain.model.registry import Registry
from roadmap_cli.errors import VaultError
from roadmap_cli.storage.disk import bytes_of
from roadmap_cli.storage.ring import Ring, load_ring
from roadmap_cli.storage.text_file import decode_text
from roadmap_cli.storage.vault.location import PERSONAL, ring_of
from roadmap_cli.storage.vault.sealing import (
    LOCKED,
    People,
    is_sealed,
    seal,
    unseal,
    vault_of,
)
from roadmap_cli.storage.yaml.compose import compose
from roadmap_cli.storage.yaml.nodes import MappingNode, ScalarNode, SequenceNode


def registry_at(path: str) -> Registry:
    """The registry of a file that git names. Raises VaultError for another file."""
    for file, registry in BY_FILE.items():
        if path.replace("\\", "/").endswith(file) and registry.owned_lists:
            return registry
    raise VaultError(f"«{path}» — не файл хранилища")


def clean(path: str, raw: bytes) -> bytes:
    """What git stores for a file. Raises VaultError; then git stores nothing."""
    registry = registry_at(path)
    if is_sealed(raw):
        return raw
    root = Path(path).parent.parent
    ring = ring_of(root)
    sealed = seal(raw, registry, ring, people_of(root, registry, raw))
    ring.save()
    return sealed


def people_of(root: Path, registry: Registry, raw: bytes) -> People:
    """Which owners are known in the workspace, and whose records are closed here."""
    known: dict[str, MappingNode] = {}
    for owned in {each.owners: each for each in registry.owned_lists}.values():
        owners = BY_KEY[owned.owners]
        own = raw if registry.key == owners.key else bytes_of(root / owners.file) or b""
        records = [] if is_sealed(own) else list(_records(own, owners))
        known |= {owned.label(code): each for each in records if (code := _text_of(each, "id"))}
    locked = [label for label, record in known.items() if record.get(LOCKED) is not None]
    gone = [label for label, record in known.items() if record.get("forgotten_on") is not None]
    return People(frozenset(known), frozenset(locked), frozenset(gone))


def smudge(path: str, raw: bytes, troubles: list[str]) -> bytes:
    """What stands in the working tree for what git has stored; sealed where no key is.

    A person whom a colleague has forgotten is forgotten here too: the key goes. `troubles`
    learns of damaged records.
    """
    if not is_sealed(raw):
        return raw
    ring = load_ring(vault_of(raw))
    if ring is None:
        return raw
    registry = registry_at(path)
    plain = unseal(raw, registry, ring, troubles)
    ring.destroy_marked(destroyed_in(plain, registry, ring))
    ring.save()
    return plain


def show_plain(raw: bytes) -> bytes:
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


def destroyed_in(raw: bytes, registry: Registry, ring: Ring) -> Iterator[str]:
    """The marks of the keys that records without a name say are destroyed."""
    for record in _records(raw, registry) if registry == Dataset.people else ():
        if record.get("forgotten_on") is not None:
            told = record.get("destroyed_keys")
            marks = told.items if isinstance(told, SequenceNode) else ()
            yield from (mark.text for mark in marks if isinstance(mark, ScalarNode))
            yield ring.mark(_text_of(record, "id"))


def _records(raw: bytes, registry: Registry) -> Iterator[MappingNode]:
    text_file, _ = decode_text(raw, registry.file)
    root = compose(text_file.text, registry.file).root if text_file else None
    node = root.get(registry.record_list) if isinstance(root, MappingNode) else None
    for record in node.items if isinstance(node, SequenceNode) else ():
        if isinstance(record, MappingNode):
            yield record


def _text_of(record: MappingNode, key: str) -> str:
    value = record.get(key)
    return value.text if isinstance(value, ScalarNode) else ""
