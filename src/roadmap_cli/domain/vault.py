"""How a vault stands: its keys, what is closed here, what git holds in the open."""

from collections.abc import Mapping
from typing import NamedTuple


class VaultState(NamedTuple):
    """A vault in this clone.

    `ring` is the path of the key ring (None: it is not here), `keys` counts people, `connected`
    says whether git knows the vault, `sealed` are files that lie here encrypted, `exposed` those
    that git holds unencrypted and sends out, `history` counts the unencrypted revisions.
    """

    vault: str
    ring: str | None
    keys: int
    connected: bool
    sealed: tuple[str, ...]
    exposed: tuple[str, ...]
    history: Mapping[str, int]
