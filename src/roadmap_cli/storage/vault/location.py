"""Where a workspace's vault is named, and where its ring comes from."""

from pathlib import Path

from roadmap_cli.domain.model.dataset import REGISTRIES
from roadmap_cli.domain.model.registry import Registry
from roadmap_cli.errors import VaultError
from roadmap_cli.storage.disk import bytes_of
from roadmap_cli.storage.git_folder import VAULT_MARK
from roadmap_cli.storage.ring import Ring, load_ring

PERSONAL: tuple[Registry, ...] = tuple(registry for registry in REGISTRIES if registry.owned_lists)
_NO_RING = (
    "Возьмите связку ключей у коллеги (roadmap vault export), затем: roadmap vault import ФАЙЛ"
)


def vault_id(root: Path) -> str | None:
    """The id of a workspace's vault, or None when it has none."""
    raw = bytes_of(root / VAULT_MARK)
    return raw.decode("ascii", "replace").strip() if raw else None


def known_vault(root: Path) -> str:
    """The id of a workspace's vault. Raises VaultError when it has none."""
    vault = vault_id(root)
    if vault is None:
        raise VaultError("хранилища здесь нет", hint="Создать его: roadmap vault init")
    return vault


def ring_of(root: Path) -> Ring:
    """Return the key ring of a workspace; raises VaultError without a vault or a ring."""
    vault = known_vault(root)
    ring = load_ring(vault)
    if ring is None:
        raise VaultError(f"ключей хранилища {vault} на этом компьютере нет", hint=_NO_RING)
    return ring
