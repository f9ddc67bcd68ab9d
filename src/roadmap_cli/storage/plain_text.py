"""The words of any file, for the search for names: text in its encoding, Office files unpacked."""

import io
import os
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from roadmap_cli.storage.disk import bytes_of

# More than a document of a school holds; what is larger is named as not looked through.
LARGEST = 50 * 1024 * 1024
_PASSED_OVER = {".git", ".roadmap", ".venv", "node_modules", "__pycache__"}
_ENDS = re.compile(
    rb"</(?:w:p|w:tc|c|c:f|c:v|si|row|text:p|a:p|p|br|td|tr)>|<(?:w:br|w:tab|br)\b[^>]*>"
)
# What is said of a picture to those who do not see it stands in no paragraph.
_ALTERNATIVE = re.compile(rb'\bdescr="([^"]*)"')
_TAGS = re.compile(rb"<[^>]*>")
_ENTITIES = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&#10;": "\n"}


def plain_text(raw: bytes) -> str | None:
    """The words of a file, or None for one whose words cannot be had (a PDF, a picture)."""
    if len(raw) > LARGEST or raw.startswith(b"%PDF"):
        return None
    if raw.startswith(b"PK\x03\x04"):
        return _unpacked(raw)
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


def _unpacked(raw: bytes) -> str | None:
    """The words of a Word, Excel or OpenDocument file, every part of it; None if it is damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            parts = [info for info in archive.infolist() if info.filename.endswith(".xml")]
            if not parts:
                return None  # an archive of other files
            if sum(info.file_size for info in parts) > LARGEST:
                return None
            return "\n".join(_words(archive.read(info)) for info in parts)
    except (zipfile.BadZipFile, OSError, EOFError, RuntimeError, NotImplementedError, ValueError):
        return None


def _words(xml: bytes) -> str:
    """The text between the tags: words cut by formatting become whole, paragraphs stay apart."""
    told = [_TAGS.sub(b"", _ENDS.sub(b"\n", xml)), *_ALTERNATIVE.findall(xml)]
    text = b"\n".join(told).decode("utf-8", "replace")
    for entity, character in _ENTITIES.items():
        text = text.replace(entity, character)
    return text


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
