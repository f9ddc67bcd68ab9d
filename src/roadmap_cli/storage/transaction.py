"""Everything that a command writes, removes and destroys: after a crash all of it or nothing."""

import contextlib
import json
import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from roadmap_cli.errors import RoadmapError, WriteRefusedError
from roadmap_cli.storage.disk import (
    Write,
    bytes_of,
    discard,
    explained,
    private_name,
    real_path,
    refuse_changed,
    replace_file,
    sweep,
    write_temporary,
)
from roadmap_cli.storage.journal import Journal, Step, digest, shown, within
from roadmap_cli.storage.lock import JOURNAL, PRIVATE, locked
from roadmap_cli.storage.recovery import (
    carry_out,
    clear,
    close,
    finish_interrupted,
    is_past_return,
    put_back,
)

_SWEPT = ("", "data", "data/schema", "documents", "templates", PRIVATE)
# The files that a transaction writes where `writing` does not look, for a later run to sweep there.
_OUTSIDE = "outside.json"


class Keys(NamedTuple):
    """People whose keys are destroyed in a vault."""

    vault: str
    people: tuple[str, ...]


def write_together(
    root: Path,
    writes: Sequence[Write],
    keys: Keys | None = None,
    then: Callable[[], tuple[str, ...]] = tuple,
) -> tuple[str, ...]:
    """Write and remove all files and destroy the keys, or do nothing of it; under the lock.

    All contents are on the disk under temporary names, and the old ones under second names,
    before a journal says so; only then do the files take their names. A name that the system
    refuses half-way brings the old files back. `then` is done while the journal still stands, so
    that a later run knows of it; it raises nothing. Returns what a person should know of a write
    that took place. Raises WriteRefusedError.
    """
    writes = [write for write in writes if write.content != write.expected]
    _refuse_repeated(writes)
    plain = all(write.content is not None and not write.private for write in writes)
    if len(writes) < 2 and keys is None and plain:
        return tuple(
            said
            for write in writes
            for said in replace_file(write.path, write.content or b"", write.expected)
        )
    journal = _prepared(root, writes, keys)
    try:
        remarks = carry_out(journal)
    except BaseException as error:
        if is_past_return(journal):
            _closed(root, journal)
            raise
        left = put_back(journal)
        if not left:
            _closed(root, journal)
        if isinstance(error, OSError | RoadmapError):
            raise _refused(error, root, left) from error
        raise
    return (*remarks, *then(), *_closed(root, journal))


@contextlib.contextmanager
def writing(root: Path) -> Iterator[tuple[str, ...]]:
    """Keep other commands out of the workspace; first bring order into what a crash has left.

    Yields what a person should know of that. Raises WriteRefusedError.
    """
    with locked(root):
        told = finish_interrupted(root)
        for folder in _swept(root):
            sweep(folder)
        _sweep_outside(root)
        yield told


def _swept(root: Path) -> list[Path]:
    """The folders in which every run looks for what a killed one has left."""
    return [*(root / name for name in _SWEPT), *(root / "templates").glob("*/")]


def _closed(root: Path, journal: Journal) -> tuple[str, ...]:
    said = close(root, journal)
    # What the system did not remove is left to the next run, which must know of it.
    if not any(
        one is not None and one.exists() for step in journal.steps for one in (step.new, step.old)
    ):
        discard(root / PRIVATE / _OUTSIDE)
    return said


def _refuse_repeated(writes: Sequence[Write]) -> None:
    count = Counter(real_path(write.path) for write in writes)
    repeated = [path for path, times in count.items() if times > 1]
    if repeated:
        raise WriteRefusedError(f"в файл «{repeated[0].name}» записалось бы дважды")


def _prepared(root: Path, writes: Sequence[Write], keys: Keys | None) -> Journal:
    """Put everything on the disk that the transaction needs. Raises WriteRefusedError."""
    steps: list[Step] = []
    folders: list[Path] = []
    path = root / PRIVATE / JOURNAL
    try:
        for write in writes:
            refuse_changed(write.path, write.expected)
        _note_outside(root, writes)
        for write in writes:
            folders += _made(write.path.parent, private=write.private)
            steps.append(_step(write))
        journal = Journal(tuple(steps), *(keys or (None, ())))
        before = bytes_of(path)
        if replace_file(path, journal.packed(root), before):
            raise WriteRefusedError("диск не подтвердил запись")
    except BaseException as error:
        # The temporary files go first: a journal without them has nothing to finish.
        clear(steps)
        discard(path)
        discard(root / PRIVATE / _OUTSIDE)
        for folder in reversed(folders):
            with contextlib.suppress(OSError):
                folder.rmdir()
        if isinstance(error, OSError | WriteRefusedError):
            said = explained(error) if isinstance(error, OSError) else error.message
            where = _named(error.filename, root) if isinstance(error, OSError) else ""
            raise WriteRefusedError(
                f"ничего не записано: {said}{where}",
                hint=getattr(error, "hint", None) or "Прежние файлы целы.",
            ) from error
        raise
    return journal


def _step(write: Write) -> Step:
    """Write the new content under a temporary name and give the old one a second name."""
    was, becomes = digest(write.expected), digest(write.content)
    new = None
    if write.content is not None:
        new = write_temporary(write.path, write.content, private=write.private)
    step = Step(write.path, new, None, was, becomes)
    if write.expected is None:
        return step
    try:
        return step._replace(old=_second_name(write.path, write.expected, private=write.private))
    except BaseException:
        clear([step])
        raise


def _second_name(path: Path, content: bytes, *, private: bool) -> Path:
    """Another name for the old file, or a copy where the disk has no links; raises OSError."""
    copy = write_temporary(path, b"", private=private)
    try:
        copy.unlink()
        os.link(real_path(path), copy)
    except OSError:
        discard(copy)
        return write_temporary(path, content, private=private)
    return copy


def _made(folder: Path, *, private: bool) -> list[Path]:
    """Make a folder and those above it; those that were missing, the upper ones first."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    folder.mkdir(parents=True, exist_ok=True, mode=0o700 if private else 0o777)
    return missing[::-1]


def _note_outside(root: Path, writes: Sequence[Write]) -> None:
    """Remember where temporary files will lie that nobody else would look for; raises OSError."""
    swept = set(map(real_path, _swept(root)))
    outside = {
        str(target): private_name(target.name) if write.private else target.name
        for write in writes
        if (target := real_path(write.path)).parent not in swept
    }
    if outside:
        note = root / PRIVATE / _OUTSIDE
        replace_file(note, json.dumps(outside).encode(), bytes_of(note))


def _sweep_outside(root: Path) -> None:
    """Remove the temporary files that a killed run has left in other folders."""
    note = root / PRIVATE / _OUTSIDE
    with contextlib.suppress(OSError, ValueError, AttributeError):
        raw = bytes_of(note)
        if raw is not None:
            for path, name in json.loads(raw).items():
                sweep(Path(path).parent, name)
            discard(note)


def _refused(error: OSError | RoadmapError, root: Path, left: Sequence[Step]) -> WriteRefusedError:
    """The error of a transaction that was taken back, or that could not be taken back whole."""
    if isinstance(error, RoadmapError):
        said, help_ = error.message, error.hint
    else:
        said = explained(error) + _named(error.filename2 or error.filename, root)
        help_ = "Закройте файл в других программах, проверьте права и повторите команду."
    if not left:
        return WriteRefusedError(f"ничего не записано: {said}", hint=help_)
    return WriteRefusedError(
        f"запись не удалась: {said}. Не возвращено прежнее содержимое: {shown(left, root)}",
        hint="Следующая команда roadmap попробует вернуть его. " + (help_ or ""),
    )


def _named(name: object, root: Path) -> str:
    return f" («{within(Path(str(name)), root)}»)" if name else ""
