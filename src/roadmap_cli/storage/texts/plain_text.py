"""The words of any file, for the search for names: text in its encoding, Office files unpacked."""

import os
from collections.abc import Iterator
from pathlib import Path

from roadmap_cli.storage.disk import bytes_of
from roadmap_cli.storage.texts.office_text import LARGEST, office_text

_PASSED_OVER = {".git", ".roadmap", ".venv", "node_modules", "__pycache__"}


def plain_text(raw: bytes) -> str | None:
    """The words of a file, or None for one whose words cannot be had (a PDF, a picture)."""
    if len(raw) > LARGEST or raw.startswith(b"%PDF"):
        return None
    if raw.startswith(b"PK\x03\x04"):
        found = office_text(raw)
        return found.words if found else None
    for encoding in _encodings(raw):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _encodings(raw: bytes) -> Iterator[str]:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        yield "utf-16"
    if b"\0" not in raw[:8000]:
        yield from ("utf-8-sig", "cp1251")


def texts_below(root: Path) -> Iterator[tuple[str, str | None]]:
    """The path within the folder and the words of every file, None where they cannot be had."""
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if name not in _PASSED_OVER)
        for name in sorted(names):
            path = Path(folder) / name
            try:
                raw = bytes_of(path)
            except OSError:
                raw = b"\0"
            yield path.relative_to(root).as_posix(), plain_text(raw or b"")
