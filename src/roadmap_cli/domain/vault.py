"""How a vault stands: its keys, what is wrong with it, and a history that begins anew."""

from typing import NamedTuple


class VaultFault(NamedTuple):
    """Something by which personal data may come to lie in git unencrypted.

    `file` is the data file, or None where it concerns all; `said` is Russian, `mend` what to do.
    """

    file: str | None
    said: str
    mend: str


class VaultState(NamedTuple):
    """A vault in this clone.

    `ring` is the path of the key ring (None: it is not here), `keys` counts people, `connected`
    says whether git knows the vault, `sealed` are files that lie here encrypted, `exposed` those
    that git holds unencrypted, `history` counts the unencrypted revisions by file, `open_folders`
    are other working folders where the files lie decrypted. `faults` is what a person must mend.
    """

    vault: str
    ring: str | None
    keys: int
    connected: bool
    sealed: tuple[str, ...]
    exposed: tuple[str, ...]
    history: dict[str, int]
    open_folders: tuple[str, ...]
    faults: tuple[VaultFault, ...]


class OldHistory(NamedTuple):
    """What a history that begins anew takes away.

    `refs` are all names of commits but that of the present `branch`, `remote_branches` those of
    the branches that remote repositories had, `untracked` the files that git does not follow.
    """

    branch: str
    commits: int
    objects: int
    refs: tuple[str, ...]
    remotes: tuple[str, ...]
    remote_branches: tuple[str, ...]
    untracked: tuple[str, ...]


class NewHistory(NamedTuple):
    """What was found in a history that has begun anew.

    `left_out` are files that git no longer follows, `looked` says how much was looked through,
    `open_objects` where in it people are named, `open_files` counts data files that are not
    encrypted, `named` are the lines of other files in which people are named.
    """

    left_out: tuple[str, ...]
    objects: int
    looked: str
    open_objects: tuple[str, ...]
    open_files: int
    named: tuple[str, ...]
