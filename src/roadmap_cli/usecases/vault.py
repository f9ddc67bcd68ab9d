"""Setting up a vault, connecting a clone to it, and handing its key ring on."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from roadmap_cli.errors import RoadmapError, VaultError, WriteRefusedError
from roadmap_cli.storage.disk import Write, bytes_of, explained
from roadmap_cli.storage.git import Git
from roadmap_cli.storage.passphrase import decrypt, encrypt, is_encrypted
from roadmap_cli.storage.ring import Ring, guarded, ring_path
from roadmap_cli.storage.transaction import write_together, writing
from roadmap_cli.storage.vault import clone, copies, location, state

# How a passphrase is had where one is needed.
Passphrase = Callable[[], str]


class Connected(NamedTuple):
    """A connected clone.

    Its vault, the path of the ring, the files that were opened, those that git no longer follows,
    how many keys are new, and what a person should know besides.
    """

    vault: str
    ring: str
    opened: list[str]
    untracked: list[str]
    told: tuple[str, ...]
    added: int = 0


class NewVault(NamedTuple):
    """A vault that was made, or was there already (`is_new` tells), and its open history."""

    is_new: bool
    connected: Connected
    history: Mapping[str, int]


def create_vault(root: Path) -> NewVault:
    """Make a vault for the workspace, or connect the one that it has.

    Raises VaultError, WriteRefusedError.
    """
    with writing(root) as told:
        is_new = location.vault_id(root) is None
        ring, writes = clone.new_vault(root) if is_new else (location.ring_of(root), [])
        connected = _connected(root, ring, writes, told)
    return NewVault(is_new, connected, state.plain_in_history(root))


def connect_vault(root: Path) -> Connected:
    """Tell git about the vault in this clone and decrypt the files.

    Raises VaultError, WriteRefusedError.
    """
    with writing(root) as told:
        return _connected(root, location.ring_of(root), [], told)


def export_ring(root: Path, file: Path, passphrase: Passphrase | None) -> tuple[str, ...]:
    """Copy the key ring to a file outside git, under a passphrase or, without one, as it is.

    Returns what a person should know besides. Raises VaultError or WriteRefusedError.
    """
    ring = location.ring_of(root)
    top = Git(root).top
    if top is not None and file.resolve().is_relative_to(top.resolve()):
        raise VaultError(
            f"файл «{file}» попал бы в git вместе с ключами",
            hint="Назовите место вне этой папки: флешку, свою домашнюю папку.",
        )
    if bytes_of(file) is not None:
        raise WriteRefusedError(f"файл «{file}» уже есть")
    content = ring.packed()
    copy = encrypt(content, passphrase()) if passphrase else content
    with writing(root) as told:
        return (*told, *write_together(root, [Write(file, copy, None, private=True)]))


def import_ring(root: Path, file: Path, passphrase: Passphrase) -> Connected:
    """Take the keys of a copy of the ring and connect the clone.

    Raises VaultError, WriteRefusedError.
    """
    raw = bytes_of(file)
    if raw is None:
        raise VaultError(f"файла «{file}» нет")
    is_plain = not is_encrypted(raw)
    copied = raw if is_plain else decrypt(raw, passphrase())
    with writing(root) as told:
        with guarded(ring_path(location.known_vault(root))):
            taken = copies.take_ring(root, copied, file)
            # Decrypted files must not lie where git does not encrypt them yet, so they come last.
            written = write_together(root, [taken.write])
        if is_plain:
            written += (f"Ключи в файле «{file}» ничем не защищены: удалите его.",)
        done = _connected(root, taken.ring, [], (*told, *written))
    return done._replace(added=taken.added)


def _connected(root: Path, ring: Ring, writes: Sequence[Write], told: tuple[str, ...]) -> Connected:
    """Write what the vault lacks, then have git encrypt, and only then decrypt the files.

    What is broken off is done by the next command. Raises VaultError, WriteRefusedError.
    """
    opened = clone.opened_files(root, ring)
    written = write_together(root, [*writes, *clone.missing_lines(root)])
    try:
        guarded_by = clone.connect(root)
        untracked = clone.untrack_documents(root)
        written += write_together(root, opened)
        clone.take_unchanged(root, opened)
        clone.note_connected(root)
    except (OSError, RoadmapError) as error:
        reason = explained(error) if isinstance(error, OSError) else error.message
        raise VaultError(
            f"хранилище подключено не до конца: {reason}",
            hint="Следующая команда roadmap завершит подключение; повторить сейчас:"
            " roadmap vault open",
        ) from error
    refused = [
        f"{file}: в git не зашифрован. Зашифровать: git add --renormalize {file}"
        for file in state.plain_in_index(root)
    ]
    names = [write.path.relative_to(root).as_posix() for write in opened]
    return Connected(
        ring.vault, str(ring.path), names, untracked, (*told, *written, *guarded_by, *refused)
    )
