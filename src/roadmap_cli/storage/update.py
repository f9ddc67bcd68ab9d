"""Changes carried into the files of a workspace: computed for all files first, then written."""

from collections.abc import Sequence
from typing import NamedTuple

from roadmap_cli.domain.changes import Change
from roadmap_cli.domain.registries import BY_FILE
from roadmap_cli.errors import DataInvalidError
from roadmap_cli.storage.disk import replace_file
from roadmap_cli.storage.edit import apply_changes
from roadmap_cli.storage.text_file import decode_text
from roadmap_cli.storage.workspace import LoadedFile, Workspace, load_file


class FileUpdate(NamedTuple):
    """A file before and after the changes."""

    loaded: LoadedFile
    content: bytes

    @property
    def file(self) -> str:
        """The path within the workspace."""
        return self.loaded.registry.file


def prepare(workspace: Workspace, changes: Sequence[Change]) -> tuple[FileUpdate, ...]:
    """The new content of every file that the changes touch; nothing is written yet.

    Raises WriteRefusedError or DataInvalidError when the result would not be sound.
    """
    by_file: dict[str, list[Change]] = {}
    for change in changes:
        by_file.setdefault(change.file, []).append(change)
    return tuple(_updated(workspace, file, own) for file, own in by_file.items())


def write(workspace: Workspace, updates: Sequence[FileUpdate]) -> None:
    """Write prepared files. Raises WriteRefusedError when one has changed meanwhile."""
    for update in updates:
        replace_file(workspace.root / update.file, update.content, update.loaded.raw)


def _updated(workspace: Workspace, file: str, changes: Sequence[Change]) -> FileUpdate:
    loaded = workspace.files[BY_FILE[file].key]
    text_file, problems = decode_text(loaded.raw, file)
    if text_file is None:
        raise DataInvalidError("файл не читается", tuple(problems))
    text = apply_changes(text_file.text, changes, text_file.newline)
    content = text_file.encode(text)
    again = load_file(loaded.registry, content)
    if again.is_broken:
        raise DataInvalidError("с такой правкой в файле появились бы ошибки", again.problems)
    return FileUpdate(loaded, content)
