"""The one place that writes: whole files, all or nothing, refused if the file has changed since."""

import contextlib
import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

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
}
PRIVATE = ".roadmap"
_PATIENCE_SECONDS = 10.0


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


@contextlib.contextmanager
def locked(root: Path) -> Iterator[None]:
    """Keep other commands from writing into the workspace while the block runs.

    Raises WriteRefusedError when another command holds the lock for ten seconds.
    """
    from filelock import FileLock, Timeout

    folder = root / PRIVATE
    try:
        folder.mkdir(exist_ok=True)
        ignore = folder / ".gitignore"
        if not ignore.exists():
            ignore.write_text("*\n", encoding="utf-8")
        lock = FileLock(folder / "lock", timeout=_PATIENCE_SECONDS)
        lock.acquire()
    except Timeout as error:
        raise WriteRefusedError(
            "в эту папку сейчас пишет другая команда roadmap", hint="Подождите и повторите."
        ) from error
    except OSError as error:
        raise WriteRefusedError(f"в папку «{root}» нельзя писать: {explained(error)}") from error
    try:
        yield
    finally:
        lock.release()


def replace_file(path: Path, content: bytes, expected: bytes | None) -> None:
    """Write a file through a temporary one, synced to the disk before it takes the name.

    `expected` are the bytes that the file must still have, None for a file that must not
    exist yet. Raises WriteRefusedError; the old file is then untouched.
    """
    try:
        if bytes_of(path) != expected:
            raise WriteRefusedError(
                f"файл {path.name} тем временем изменился, запись отменена",
                hint="Сохраните файл в редакторе и повторите команду.",
            )
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = write_temporary(path, content)
        try:
            rename_over(temporary, path)
        except OSError:
            temporary.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise WriteRefusedError(
            f"файл {path.name} не записан: {explained(error)}", hint="Прежний файл цел."
        ) from error


def overwrite_file(path: Path, content: bytes) -> None:
    """Write a file whatever stood there before. Raises WriteRefusedError."""
    replace_file(path, content, bytes_of(path))


def remove_file(path: Path) -> None:
    """Remove a file; a missing one is not an error. Raises WriteRefusedError."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise WriteRefusedError(f"файл {path.name} не удалён: {explained(error)}") from error


def bytes_of(path: Path) -> bytes | None:
    """Return the content of a file, or None if the path is empty or a folder.

    Raises OSError for a file that cannot be read.
    """
    try:
        return path.read_bytes()
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError, ValueError):
        return None  # a ValueError is a name that no file can have


def write_temporary(path: Path, content: bytes) -> Path:
    """Write the content beside `path` under a temporary name, synced to the disk.

    Raises OSError; nothing is left over then.
    """
    import tempfile

    # A link must keep pointing at the real file, so that one is replaced.
    target = path.resolve()
    handle, name = tempfile.mkstemp(
        dir=target.parent, prefix=f".{target.name[:40]}.", suffix=".tmp"
    )
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(_rights(target))
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _rights(target: Path) -> int:
    """The rights of the file that is replaced, or those of any new file."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask


def rename_over(temporary: Path, path: Path) -> None:
    """Give a temporary file its name; raises OSError."""
    target = path.resolve()
    temporary.replace(target)
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    """Make the new name itself durable; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
