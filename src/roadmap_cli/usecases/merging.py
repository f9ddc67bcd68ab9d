"""What `git merge` asks of the program: three versions of a data file made one."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from roadmap_cli.domain.model.dataset import Dataset, registry_of
from roadmap_cli.domain.model.registry import Registry
from roadmap_cli.storage.disk import bytes_of
from roadmap_cli.storage.merging.data_file import Merged, merge_files
from roadmap_cli.storage.merging.words import conflict_told, overruled_told
from roadmap_cli.storage.vault.location import vault_id
from roadmap_cli.storage.vault.merge_driver import merge_versions
from roadmap_cli.storage.vault.sealing import is_sealed
from roadmap_cli.storage.workspace import load_file

_WHOLE_RECORDS = (
    "Обе ветки изменили одно и то же: если это запись, обе её версии оставлены (roadmap check"
    " назовёт код), если нет, оставлен наш вариант; сравните: git show MERGE_HEAD:./data/ФАЙЛ"
)


class Answer(NamedTuple):
    """The merged file as git stores it, whether the sides agree, what a person should know."""

    raw: bytes
    agrees: bool
    notices: tuple[str, ...]


def merge_data(path: str, versions: Sequence[bytes]) -> Answer:
    """Merge three versions (base, ours, theirs) of the file that git calls `path`.

    A file that a vault keeps is given and returned encrypted. Raises VaultError.
    """
    registry, root = _registry_at(path), Path(path).parent.parent
    kept = registry is not None and bool(registry.owned_lists)
    sealed = kept and (vault_id(root) is not None or any(map(is_sealed, versions)))
    base, ours, theirs = versions
    made = merge_versions(path, versions) if sealed else merge_files(registry, base, ours, theirs)
    return Answer(made.raw, made.agrees, tuple(_told(path, made, root, sealed=sealed)))


def _registry_at(path: str) -> Registry | None:
    _, _, name = ("/" + path.replace("\\", "/")).rpartition("/data/")
    return registry_of(f"data/{name}")


def _told(path: str, made: Merged, root: Path, *, sealed: bool) -> list[str]:
    names = _names(root) if made.conflicts or made.overruled else {}
    told = [f"{path}. {overruled_told(each, names)}." for each in made.overruled]
    told += [f"{path}. {conflict_told(each, names)}." for each in made.conflicts]
    if made.stretches is None and sealed:
        return [*told, *([] if made.agrees else [_WHOLE_RECORDS])]
    if made.stretches is None:
        told.append(
            f"{path}: по записям файл не объединить (ошибка записи или необычное оформление),"
            " строки объединил git; проверьте: roadmap check"
        )
    if not made.agrees:
        told.append(
            f"Выберите нужное между <<<<<<< и >>>>>>>, уберите пометки,"
            f" затем: git add {path}, roadmap check"
        )
    return told


def _names(root: Path) -> Mapping[str, str]:
    """The names of people by code, as far as the working tree tells them."""
    raw = bytes_of(root / Dataset.people.file)
    people = load_file(Dataset.people, raw).record if raw is not None else None
    return {person.id: person.full_name for person in people.people} if people else {}
