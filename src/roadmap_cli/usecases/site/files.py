"""The files of an exported site: which are ours, which a person changed, which are foreign."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from roadmap_cli.errors import RequestInvalidError, WriteRefusedError
from roadmap_cli.storage.disk import Write, bytes_of, explained
from roadmap_cli.storage.journal import digest
from roadmap_cli.storage.texts.plain_text import texts_below
from roadmap_cli.text.grammar import TitledEnum

# What was written the last time: names and digests, nothing of a person.
MANIFEST = "roadmap-site.json"
DOCUMENTS = "documents"
_VERSION = 1
# Names that an export gives; whatever else a manifest names was not written by us.
_OURS = re.compile(rf"(?:{DOCUMENTS}/[a-z0-9-]+\.docx|[a-z0-9-]+\.(?:html|css))")
_OWN_FOLDERS = ("data", "templates", "documents", ".git", ".roadmap")


class FileState(TitledEnum):
    """What becomes of a file."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    REMOVED = "removed"

    @property
    def title(self) -> str:
        """The same in Russian."""
        return {
            "new": "новый",
            "changed": "изменён",
            "same": "без изменений",
            "removed": "удалён: в раздел больше не входит",
        }[self.value]


class SiteFile(NamedTuple):
    """A file of the site and what becomes of it."""

    name: str
    state: FileState


class SitePlan(NamedTuple):
    """What is written; `kept` are old files of ours that a person changed, `foreign` others'."""

    writes: list[Write]
    files: tuple[SiteFile, ...]
    kept: tuple[str, ...]
    foreign: tuple[str, ...]


def refuse_folder(root: Path, folder: Path) -> None:
    """Raises RequestInvalidError for a folder where the site would mix with the data."""
    inside, top = folder.resolve(), root.resolve()
    if folder.exists() and not folder.is_dir():
        raise RequestInvalidError(f"«{folder}» — файл, а сайт записывается в папку")
    own = [top / name for name in _OWN_FOLDERS]
    if inside == top or any(inside.is_relative_to(each) for each in own):
        raise RequestInvalidError(
            f"в «{folder}» лежат данные дорожной карты", hint="Укажите отдельную папку: сайт."
        )


def site_plan(folder: Path, files: Mapping[str, bytes], *, force: bool) -> SitePlan:
    """Compare the files of the site with what lies in the folder.

    Raises WriteRefusedError for a file in the way that is not ours or that a person changed;
    with `force` such files are replaced.
    """
    known = _manifest(folder)
    whole = {**files, MANIFEST: _packed(files)}
    writes, shown, refused = [], [], []
    for name, content in whole.items():
        before = _present(folder / name)
        ours = name == MANIFEST or before is None or digest(before) == known.get(name)
        if before == content:
            state = FileState.SAME
        elif ours or force:
            state = FileState.NEW if before is None else FileState.CHANGED
            writes.append(Write(folder / name, content, before))
        else:
            refused.append(name)
            continue
        shown.append(SiteFile(name, state))
    if refused:
        raise WriteRefusedError(
            f"в папке «{folder}» есть файлы не из прежней выгрузки или изменённые вручную:"
            f" {', '.join(refused)}",
            hint="Заменить их: --force. Или укажите другую папку.",
        )
    kept = []
    for name in sorted(known.keys() - whole.keys()):
        before = _present(folder / name)
        if before is None:
            continue
        if digest(before) == known[name]:
            writes.append(Write(folder / name, None, before))
            shown.append(SiteFile(name, FileState.REMOVED))
        else:
            kept.append(name)
    ours_now = {*whole, *(one.name for one in shown), *kept}
    return SitePlan(writes, tuple(shown), tuple(kept), tuple(_foreign(folder, ours_now)))


def _packed(files: Mapping[str, bytes]) -> bytes:
    told = {"version": _VERSION, "files": {name: digest(files[name]) for name in sorted(files)}}
    return (json.dumps(told, indent=1) + "\n").encode()


def _manifest(folder: Path) -> dict[str, str]:
    """Name and digest of the files of the last export; empty where that cannot be told."""
    raw = _present(folder / MANIFEST)
    try:
        told = json.loads(raw or b"")
        files = told["files"] if told["version"] == _VERSION else {}
        return {
            name: mark
            for name, mark in files.items()
            if _OURS.fullmatch(name) and isinstance(mark, str)
        }
    except (ValueError, KeyError, TypeError, AttributeError):
        return {}


def _foreign(folder: Path, ours: set[str]) -> list[str]:
    if not folder.is_dir():
        return []
    return [name for name, _ in texts_below(folder) if name not in ours]


def _present(path: Path) -> bytes | None:
    try:
        return bytes_of(path)
    except OSError as error:
        raise WriteRefusedError(f"файл «{path}» не читается: {explained(error)}") from error
