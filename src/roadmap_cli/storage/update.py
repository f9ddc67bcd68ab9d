"""Changes carried into the files of a workspace: computed for all files first, then written."""

from collections.abc import Sequence
from typing import NamedTuple

from roadmap_cli.domain.model.changes import Change
from roadmap_cli.domain.model.dataset import registry_of
from roadmap_cli.domain.model.record import keys
from roadmap_cli.domain.model.registry import Registry
from roadmap_cli.errors import DataInvalidError
from roadmap_cli.storage.disk import Write
from roadmap_cli.storage.text_file import decode_text
from roadmap_cli.storage.workspace import Workspace, load_file
from roadmap_cli.storage.yaml.splicing import apply_changes


class FileUpdate(NamedTuple):
    """A file before (None: it does not exist yet) and after the changes."""

    file: str
    before: bytes | None
    content: bytes

    def write(self, workspace: Workspace) -> Write:
        """The write that carries it out."""
        return Write(workspace.root / self.file, self.content, self.before)


def prepare(workspace: Workspace, changes: Sequence[Change]) -> tuple[FileUpdate, ...]:
    """The new content of every file that the changes touch; nothing is written yet.

    Raises WriteRefusedError or DataInvalidError when the result would not be sound.
    """
    by_file: dict[str, list[Change]] = {}
    for change in changes:
        by_file.setdefault(change.file, []).append(change)
    return tuple(_updated(workspace, file, own) for file, own in by_file.items())


def _updated(workspace: Workspace, file: str, changes: Sequence[Change]) -> FileUpdate:
    registry = registry_of(file)
    assert registry is not None, file
    loaded = workspace.files.get(registry.key)
    if loaded is not None and loaded.is_broken:
        raise DataInvalidError(f"файл {file} прочитать нельзя, ничего не записано", loaded.problems)
    before = loaded.raw if loaded else None
    text_file, problems = decode_text(before or empty_file(registry), file)
    if text_file is None:
        raise DataInvalidError("файл не читается", tuple(problems))
    text = apply_changes(text_file.text, changes, text_file.newline)
    content = text_file.encode(text)
    again = load_file(registry, content)
    if again.is_broken:
        raise DataInvalidError("с такой правкой в файле появились бы ошибки", again.problems)
    return FileUpdate(file, before, content)


def empty_file(registry: Registry) -> bytes:
    """What a data file holds before its first record."""
    up = "../" * registry.key.count("/")
    schema = f"{up}schema/{registry.root_key}.schema.json"
    head = f"# yaml-language-server: $schema={schema}\n\n"
    lists = [f"{key.name}: []\n" for key in keys(registry.record) if not key.required]
    return (head + "".join(lists)).encode()
