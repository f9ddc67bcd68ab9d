"""Whether a vault works: attributes, filter, index and history, whether or not git sends it on."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from roadmap_cli.domain.vault import VaultFault, VaultState
from roadmap_cli.errors import VaultError
from roadmap_cli.storage.disk import bytes_of
from roadmap_cli.storage.git import Git
from roadmap_cli.storage.git_setup import VAULT_SETTINGS, missing_settings
from roadmap_cli.storage.ring import load_ring
from roadmap_cli.storage.vault.clone import DRIVER
from roadmap_cli.storage.vault.location import PERSONAL, known_vault, vault_id
from roadmap_cli.storage.vault.sealing import is_sealed

_FILES = tuple(registry.file for registry in PERSONAL)
_REWRITE = "Начать историю заново: roadmap vault rewrite"


def state_of(root: Path) -> VaultState:
    """The state of a workspace's vault. Raises VaultError when it has none."""
    vault = known_vault(root)
    faults = list(faults_of(root))
    try:
        ring = load_ring(vault)
        if ring is None:
            mend = "Возьмите копию связки у коллеги: roadmap vault import ФАЙЛ"
            faults.insert(0, VaultFault(None, "связки ключей на этом компьютере нет", mend))
    except VaultError as error:
        ring = None
        faults.insert(0, VaultFault(None, error.message, error.hint or ""))
    history = plain_in_history(root)
    faults += [
        VaultFault(file, f"незашифрованных версий в истории: {count}", _REWRITE)
        for file, count in history.items()
    ]
    files = {file: bytes_of(root / file) for file in _FILES}
    return VaultState(
        vault,
        str(ring.path) if ring is not None else None,
        ring.count if ring is not None else 0,
        not _missing_settings(root),
        tuple(file for file, raw in files.items() if raw is not None and is_sealed(raw)),
        tuple(dict.fromkeys((*plain_in_index(root), *_plain_in(root, "HEAD")))),
        dict(history),
        tuple(_open_folders(root)),
        tuple(faults),
    )


def exposures(root: Path) -> tuple[VaultFault, ...]:
    """What `check` tells: faults of a vault, or without one what git holds and sends on."""
    if vault_id(root) is not None:
        return tuple(faults_of(root))
    if not Git(root).has_remote:
        return ()
    said = "персональные данные в git не зашифрованы, а у репозитория есть удалённая копия"
    mend = "Зашифровать: roadmap vault init. О прежней истории: руководство, «Хранилище»."
    return tuple(VaultFault(file, said, mend) for file in plain_in_index(root))


def faults_of(root: Path) -> Iterator[VaultFault]:
    """What is wrong with the vault of a workspace now; its history is not looked at."""
    if Git(root).top is None:
        return
    missing = _missing_settings(root)
    if missing:
        yield VaultFault(
            None,
            "в этой копии хранилище не подключено: git сохранит данные незашифрованными",
            "Подключить: roadmap vault open (без связки ключей — roadmap vault import ФАЙЛ)",
        )
    for file in _without_filter(root):
        yield VaultFault(
            file,
            "git не шифрует этот файл: нет действующей строки в .gitattributes",
            "Вернуть её: roadmap vault init. Не помогло — уберите строку, которая её отменяет:"
            f" git check-attr filter {file}",
        )
    in_index = plain_in_index(root)
    for file in in_index:
        yield VaultFault(
            file,
            "в git не зашифрован",
            f"Зашифровать: git add --renormalize {file}, затем git commit",
        )
    for file in _plain_in(root, "HEAD"):
        if file not in in_index:
            yield VaultFault(file, "в последнем коммите не зашифрован", "Выполните: git commit")


def plain_in_index(root: Path) -> tuple[str, ...]:
    """The personal files that the next commit would hold unencrypted."""
    return _plain_in(root, "")


def plain_in_history(root: Path) -> Mapping[str, int]:
    """How many revisions hold each personal file unencrypted; files without any are left out."""
    git = Git(root)
    counts = {file: sum(not is_sealed(raw) for _, raw in git.history(file)) for file in _FILES}
    return {file: count for file, count in counts.items() if count}


def _plain_in(root: Path, revision: str) -> tuple[str, ...]:
    stored = Git(root).several_stored(_FILES, revision)
    return tuple(file for file, raw in stored.items() if raw and not is_sealed(raw))


def _missing_settings(root: Path) -> bool:
    return bool(missing_settings(root, VAULT_SETTINGS))


def _without_filter(root: Path) -> Iterator[str]:
    """The files that git would not encrypt, by all its attributes together."""
    if not (root / ".gitattributes").is_file():
        # Git would still name the lines that it has stored, until the next `git add -A`.
        yield from _FILES
        return
    told = Git(root).output("check-attr", "-z", "filter", "--", *_FILES).decode("utf-8", "replace")
    words = told.split("\0")
    for file, value in zip(words[::3], words[2::3], strict=False):
        if value != DRIVER:
            yield file


def _open_folders(root: Path) -> Iterator[str]:
    """Other working folders of the repository where a personal file lies decrypted."""
    git = Git(root)
    top = git.top
    if top is None:
        return
    within = root.resolve().relative_to(top.resolve())
    for folder in git.folders:
        if folder.resolve() == top.resolve():
            continue
        raws = (bytes_of(folder / within / file) for file in _FILES)
        if any(raw is not None and not is_sealed(raw) for raw in raws):
            yield str(folder)
