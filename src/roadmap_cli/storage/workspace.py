"""The folder of a roadmap: finding it, reading its files, placing what the checks found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from roadmap_cli.domain.model.dataset import REGISTRIES, Dataset, registry_of
from roadmap_cli.domain.model.files.roadmap import Roadmap, tasks
from roadmap_cli.domain.model.record import Pointer
from roadmap_cli.domain.model.registry import Registry
from roadmap_cli.errors import DataInvalidError, WorkspaceNotFoundError
from roadmap_cli.problems import Place, Problem, in_reading_order
from roadmap_cli.storage.disk import bytes_of, explained
from roadmap_cli.storage.lock import is_interrupted
from roadmap_cli.storage.text_file import decode_text
from roadmap_cli.storage.yaml.decode import Decoder
from roadmap_cli.storage.yaml.nodes import (
    AnyNode,
    MappingNode,
    ScalarNode,
    SequenceNode,
    nearest_place,
)
from roadmap_cli.text.plurals import counted

if TYPE_CHECKING:
    from roadmap_cli.domain.checks.finding import Finding

_MARK = Dataset.roadmap.file


class LoadedFile(NamedTuple):
    """A data file as read: its bytes (what a write must find unchanged), nodes and record.

    `torn` is true where lines were left out because their syntax is wrong.
    """

    registry: Registry
    raw: bytes
    root: AnyNode | None
    record: Any
    problems: tuple[Problem, ...]
    torn: bool = False

    @property
    def is_broken(self) -> bool:
        """True when the file has an error, not merely a remark."""
        return any(problem.is_error for problem in self.problems)


class Workspace(NamedTuple):
    """A workspace's folder and what its files hold."""

    root: Path
    files: dict[str, LoadedFile]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The faults of all files, in reading order."""
        return in_reading_order(
            [problem for loaded in self.files.values() for problem in loaded.problems]
        )

    def data(self, needed: tuple[str, ...] = ("roadmap",)) -> Dataset:
        """The records; a broken file that is not `needed` is left out (see `left_out`).

        Raises DataInvalidError with all faults when a needed file is broken.
        """
        broken = in_reading_order(
            [
                problem
                for key, loaded in self.files.items()
                if loaded.registry.root_key in needed and loaded.is_broken
                for problem in loaded.problems
            ]
        )
        if broken:
            errors = sum(problem.is_error for problem in broken)
            found = counted(errors, "ошибка", "ошибки", "ошибок")
            raise DataInvalidError(f"данные прочитать нельзя: {found}", broken)
        records = {key: loaded.record for key, loaded in self.files.items() if not loaded.is_broken}
        present = self._present(records.get("roadmap"))
        return Dataset(records, present_files=present, unreadable=self._broken)

    def readable_data(self) -> Dataset:
        """What could be read of every file, for `check`: broken files lack their faulty records."""
        records = {
            key: loaded.record for key, loaded in self.files.items() if loaded.record is not None
        }
        codes = {key: _codes(self.files[key]) for key in self._broken & self.files.keys()}
        return Dataset(
            records,
            present_files=self._present(records.get("roadmap")),
            unreadable=self._broken,
            dropped_codes={key: found for key, found in codes.items() if found},
        )

    @property
    def _broken(self) -> frozenset[str]:
        return frozenset(
            loaded.registry.root_key for loaded in self.files.values() if loaded.is_broken
        )

    def replaced(self, contents: Mapping[str, bytes]) -> Workspace:
        """The workspace as it would be with other contents of some files."""
        loaded = {
            registry.key: load_file(registry, raw)
            for file, raw in contents.items()
            if (registry := registry_of(file))
        }
        return self._replace(files={**self.files, **loaded})

    @property
    def left_out(self) -> tuple[str, ...]:
        """The files that are too broken to be used."""
        return tuple(loaded.registry.file for loaded in self.files.values() if loaded.is_broken)

    def _present(self, roadmap: Roadmap | None) -> frozenset[str]:
        named = {
            proof.file
            for task in (tasks(roadmap) if roadmap else ())
            for proof in task.evidence
            if proof.file
        }
        return frozenset(name for name in named if (self.root / name).is_file())

    def place(self, findings: Iterable[Finding]) -> list[Problem]:
        """Give findings of the checks their line and column."""
        return [self._placed(finding) for finding in findings]

    def spots(self, pointers: Iterable[tuple[str, Pointer]]) -> list[Place]:
        """Where pointers into files stand, by line and column."""
        return [self._spot(file, at) for file, at in pointers]

    def _spot(self, file: str, at: Pointer) -> Place:
        registry = registry_of(file)
        loaded = self.files.get(registry.key) if registry else None
        line, column = nearest_place(loaded.root if loaded else None, at)
        return Place(file, line, column)

    def _placed(self, finding: Finding) -> Problem:
        place = self._spot(finding.file, finding.at)
        return Problem(finding.code, finding.message, place, finding.hint, finding.severity)


def find_workspace(start: Path, named: Path | None = None) -> Path:
    """The nearest folder upwards with `data/roadmap.yaml`; `named` must be one itself.

    A folder in which `init` was broken off counts: the next command brings that to its end.
    Raises WorkspaceNotFoundError.
    """
    if named is not None:
        if not _is_workspace(named):
            raise _no_roadmap(named)
        return named
    for folder in (start, *start.parents):
        if _is_workspace(folder):
            return folder
    raise WorkspaceNotFoundError(
        f"здесь и в папках выше нет дорожной карты (файла {_MARK})",
        hint="Перейдите в папку с ней, назовите её через --workspace или создайте: roadmap init",
    )


def _is_workspace(folder: Path) -> bool:
    return (folder / _MARK).is_file() or is_interrupted(folder)


def _no_roadmap(folder: Path) -> WorkspaceNotFoundError:
    return WorkspaceNotFoundError(
        f"в папке «{folder}» нет дорожной карты (файла {_MARK})",
        hint=f"Создать её: roadmap init {folder}",
    )


def load_workspace(root: Path, wanted: Iterable[str] | None = None) -> Workspace:
    """Read the data files that exist: those with the `wanted` keys, or all.

    Raises WorkspaceNotFoundError where the roadmap is wanted and there is none.
    """
    keys = None if wanted is None else set(wanted)
    files = {}
    for registry in REGISTRIES:
        if keys is not None and registry.key not in keys:
            continue
        for each in _members(registry, root) if registry.folder else (registry,):
            loaded = _loaded(each, root / each.file)
            if loaded is not None:
                files[each.key] = loaded
            elif each.file == _MARK:
                raise _no_roadmap(root)
    return Workspace(root, files)


def _members(folder: Registry, root: Path) -> Iterator[Registry]:
    """The rows of the files in a folder, by name."""
    for path in sorted((root / folder.file).glob("*.yaml")):
        if not path.name.startswith("."):
            yield folder.member(path.stem)


def _loaded(registry: Registry, path: Path) -> LoadedFile | None:
    """A file as read, with a problem where the system does not give it; None where it is absent."""
    try:
        raw = bytes_of(path)
    except OSError as error:
        return _unread(registry, f"файл не читается: {explained(error)}")
    if raw is not None:
        return load_file(registry, raw)
    if path.is_dir():
        return _unread(registry, "это папка, а не файл")
    if path.is_symlink():
        return _unread(registry, "ссылка ведёт на файл, которого нет")
    return None


def _unread(registry: Registry, said: str) -> LoadedFile:
    hint = "Верните файл на место: git status покажет, что изменилось."
    problem = Problem("file-unreadable", said, Place(registry.file), hint)
    return LoadedFile(registry, b"", None, None, (problem,))


def _codes(loaded: LoadedFile) -> frozenset[str]:
    """The codes of all records of a broken file; none where lines of it could not be read."""
    if loaded.registry.items is None or not isinstance(loaded.root, MappingNode) or loaded.torn:
        return frozenset()
    listed = loaded.root.get(loaded.registry.items.key)
    records = listed.items if isinstance(listed, SequenceNode) else ()
    codes = (
        record.get(loaded.registry.items.identity)
        for record in records
        if isinstance(record, MappingNode)
    )
    return frozenset(code.text for code in codes if isinstance(code, ScalarNode))


def load_file(registry: Registry, raw: bytes) -> LoadedFile:
    """Read one file from its bytes, with all its faults."""
    if raw.startswith(b"roadmap-vault "):
        return LoadedFile(registry, raw, None, None, (_closed(registry, raw),))
    if not raw.strip():
        return LoadedFile(registry, raw, None, None, (_empty(registry),))
    text_file, problems = decode_text(raw, registry.file)
    if text_file is None:
        return LoadedFile(registry, raw, None, None, tuple(problems))
    from roadmap_cli.storage.yaml.compose import compose

    composed = compose(text_file.text, registry.file)
    decoder = Decoder(registry.file, composed.repaired_lines)
    record = decoder.record(registry.record, composed.root)
    problems = [*composed.problems, *decoder.problems]
    torn = bool(composed.repaired_lines)
    return LoadedFile(registry, raw, composed.root, record, in_reading_order(problems), torn)


def _closed(registry: Registry, raw: bytes) -> Problem:
    """An encrypted file: without its keys here, or one that was not decrypted although they are."""
    from roadmap_cli.storage.ring import is_ring_here

    said = "файл зашифрован, ключей к нему здесь нет"
    hint = "Возьмите связку ключей у коллеги: roadmap vault import ФАЙЛ"
    vault = raw.split(b"\n", 1)[0].split()[-1].decode("ascii", "replace")
    if is_ring_here(vault):
        said = "файл зашифрован, хотя связка ключей на этом компьютере есть"
        hint = "Расшифровать его или узнать, что мешает: roadmap vault open"
    return Problem("vault-closed", said, Place(registry.file), hint)


def _empty(registry: Registry) -> Problem:
    """An empty file is what a crash or a full disk leaves, not a list without records."""
    return Problem(
        "file-empty",
        "файл пуст: похоже, его содержимое потеряно",
        Place(registry.file),
        f"Верните его из истории: git checkout -- {registry.file}. Если записей в нём не было,"
        " удалите файл: программа создаст его сама.",
    )


def current_folder() -> Path:
    """Where the program was started."""
    return Path.cwd()
