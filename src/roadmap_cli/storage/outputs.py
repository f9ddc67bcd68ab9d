"""Made files: written under the workspace, never over something else without being told."""

from pathlib import Path

from roadmap_cli.errors import WriteRefusedError
from roadmap_cli.storage.disk import explained, overwrite_file


def save_output(path: Path, content: bytes, *, force: bool) -> bool:
    """Write a made file; False when it stands there already, byte for byte.

    Raises WriteRefusedError when another file has the name and `force` is not given, or when
    the disk does not take it.
    """
    try:
        there = path.read_bytes() if path.exists() else None
    except OSError as error:
        raise WriteRefusedError(f"файл {path.name} не читается: {explained(error)}") from error
    if there == content:
        return False
    if there is not None and not force:
        raise WriteRefusedError(
            f"файл «{path}» уже есть и отличается от нового",
            hint="Перезаписать: --force. Сохранить рядом под другим именем: --output.",
        )
    overwrite_file(path, content)
    return True
