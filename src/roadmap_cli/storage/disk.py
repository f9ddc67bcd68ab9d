"""A file is read and written whole: all or nothing, refused if it has changed since."""

import contextlib
import errno
import os
import re
import stat
from pathlib import Path
from typing import NamedTuple

from roadmap_cli.errors import RoadmapError, WriteRefusedError

KNOWN_REASONS = {
    errno.ENOSPC: "на диске нет места",
    errno.EDQUOT: "исчерпана квота диска",
    errno.EFBIG: "файл больше, чем разрешено",
    errno.EACCES: "нет прав",
    errno.EPERM: "нет прав",
    errno.EROFS: "диск доступен только для чтения",
    errno.ENOENT: "файла или папки нет",
    errno.EISDIR: "это папка, а не файл",
    errno.ENOTDIR: "часть пути — не папка",
    errno.ENAMETOOLONG: "слишком длинное имя",
    errno.EEXIST: "такой файл уже есть",
    errno.EBUSY: "файл занят другой программой",
    errno.ETXTBSY: "файл занят другой программой",
    errno.EXDEV: "временный файл и сам файл лежат на разных дисках",
    errno.EIO: "диск сообщил об ошибке",
    errno.ELOOP: "ссылки ведут по кругу",
    errno.ESPIPE: "это не файл, а канал или устройство",
}
# How much of a name goes into the temporary one, which is longer.
_LONGEST = 40
_TEMPORARY = re.compile(r"\.(.+)\.[a-z0-9_]{8}\.tmp")


class Write(NamedTuple):
    """One file: its new content (None: it goes) and what it must still hold (None: nothing).

    A `private` file is readable for its owner only, from its first byte on.
    """

    path: Path
    content: bytes | None
    expected: bytes | None
    private: bool = False


def explained(error: OSError) -> str:
    """The reason of a failure of the disk, in Russian."""
    return KNOWN_REASONS.get(error.errno or 0, f"ошибка диска {error.errno}")


def refusal(error: OSError) -> RoadmapError:
    """Turn an unforeseen failure of the disk into an expected error."""
    name = error.filename or "файл"
    return RoadmapError(f"«{name}» не читается и не пишется: {explained(error)}")


def unspeakable_name(error: UnicodeEncodeError) -> RoadmapError:
    """The error of a file whose name the system's encoding cannot express (a C locale)."""
    return RoadmapError(
        f"имя файла «{error.object}» нельзя записать в кодировке {error.encoding}",
        hint="Включите UTF-8 (переменная PYTHONUTF8=1) и повторите команду.",
    )


def replace_file(
    path: Path, content: bytes, expected: bytes | None, *, private: bool = False
) -> tuple[str, ...]:
    """Write a file through a temporary one, synced to the disk before it takes the name.

    `expected` are the bytes that the file must still have, None for a file that must not
    exist yet. A `private` file is readable for its owner only, from its first byte on. Returns
    what a person should know of a write that took place. Raises WriteRefusedError; the old file
    is then untouched.
    """
    try:
        refuse_changed(path, expected)
        path.parent.mkdir(parents=True, exist_ok=True)
        target = real_path(path)
        sweep(target.parent, private_name(target.name) if private else target.name)
        temporary = write_temporary(path, content, private=private)
        try:
            # Writing a large file takes a while, in which an editor may have saved its own.
            refuse_changed(path, expected)
            confirmed = rename_over(temporary, path)
        except BaseException:
            discard(temporary)
            raise
    except OSError as error:
        raise WriteRefusedError(
            f"файл {path.name} не записан: {explained(error)}", hint="Прежний файл цел."
        ) from error
    return () if confirmed else (unconfirmed(path),)


def refuse_changed(path: Path, expected: bytes | None) -> None:
    """Raises WriteRefusedError unless the file still has the expected bytes; or OSError."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, "", str(path))
    if bytes_of(path) != expected:
        raise WriteRefusedError(
            f"файл {path.name} тем временем изменился, запись отменена",
            hint="Сохраните файл в редакторе и повторите команду.",
        )


def unconfirmed(path: Path) -> str:
    """What is said when a file has its new content, but the disk did not confirm the name."""
    return (
        f"Файл {path.name} записан, но диск этого не подтвердил: после отключения питания"
        " проверьте его."
    )


def overwrite_file(path: Path, content: bytes, *, private: bool = False) -> tuple[str, ...]:
    """Write a file whatever stood there before; see `replace_file`. Raises WriteRefusedError."""
    try:
        before = bytes_of(path)
    except OSError as error:
        raise WriteRefusedError(f"файл {path.name} не читается: {explained(error)}") from error
    return replace_file(path, content, before, private=private)


def bytes_of(path: Path) -> bytes | None:
    """Return the content of a file, or None if the path is empty or a folder.

    Raises OSError for a file that cannot be read, and for a pipe or a device, on which reading
    would wait for ever.
    """
    try:
        kind = path.stat().st_mode
        if not (stat.S_ISREG(kind) or stat.S_ISDIR(kind)):
            raise OSError(errno.ESPIPE, KNOWN_REASONS[errno.ESPIPE], str(path))
        return path.read_bytes()
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError, ValueError):
        return None  # a ValueError is a name that no file can have


def foreign_bytes_of(path: Path, most: int) -> bytes | None:
    """The content of a regular file that others wrote, or None if there is nothing.

    A pipe or a device would never end, so neither is opened. Raises RoadmapError for what is no
    regular file or has more than `most` bytes, OSError for a file that cannot be read.
    """
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return None  # a ValueError is a name that no file can have
    if not stat.S_ISREG(found.st_mode):
        what = "это папка" if stat.S_ISDIR(found.st_mode) else "это канал или устройство"
        raise RoadmapError(
            f"«{path}» не читается: {what}, а не файл", hint="Укажите обычный файл на диске."
        )
    with path.open("rb") as file:
        raw = file.read(most + 1)
    if len(raw) > most:
        size = f"{most // 1_000_000} МБ"
        raise RoadmapError(
            f"файл «{path}» больше {size} и не читается",
            hint="Удалите из файла рисунки и лишние листы или разделите его.",
        )
    return raw


def write_temporary(path: Path, content: bytes, *, private: bool = False) -> Path:
    """Write the content beside `path` under a temporary name, synced to the disk.

    Raises OSError; nothing is left over then.
    """
    import tempfile

    # A link must keep pointing at the real file, so that one is replaced.
    target = real_path(path)
    named = private_name(target.name) if private else target.name
    handle, name = tempfile.mkstemp(
        dir=target.parent, prefix=f".{named[:_LONGEST]}.", suffix=".tmp"
    )
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        if not private:
            temporary.chmod(_rights(target))
    except BaseException:
        discard(temporary)
        raise
    return temporary


def private_name(name: str) -> str:
    """What the temporary files of a private file begin with.

    Git's filters write the ring without the lock of a workspace, and sweep what is named as their
    own: what an interrupted transaction still needs must stay.
    """
    return f"kept-{name}"


def _rights(target: Path) -> int:
    """The rights of the file that is replaced, or those of any new file."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask


def rename_over(temporary: Path, path: Path) -> bool:
    """Give a temporary file its name; raises OSError. False: the disk did not confirm the name."""
    target = real_path(path)
    temporary.replace(target)
    return sync_folder(target.parent)


def real_path(path: Path) -> Path:
    """Where a path leads to; a loop of links stays as it is, for the system to refuse."""
    return Path(os.path.realpath(path))


def sweep(folder: Path, name: str | None = None) -> None:
    """Remove what runs that were killed have left in a folder, of one file or of all.

    To be called where nobody else writes there. What cannot be removed stays.
    """
    with contextlib.suppress(OSError):
        for entry in os.scandir(folder):
            found = _TEMPORARY.fullmatch(entry.name)
            if found and (name is None or name[:_LONGEST] == found[1]):
                discard(Path(entry.path))


def is_temporary(name: str) -> bool:
    """True for the name of a file that a run which was killed has left."""
    return _TEMPORARY.fullmatch(name) is not None


def discard(path: Path) -> None:
    """Remove a temporary file; one that cannot be removed is swept away by a later run."""
    with contextlib.suppress(OSError):
        path.unlink()


def sync_folder(folder: Path) -> bool:
    """Make a change of names durable; False where the disk refuses. Windows needs no such call."""
    if os.name == "nt":
        return True
    try:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError:
        return False
    return True
