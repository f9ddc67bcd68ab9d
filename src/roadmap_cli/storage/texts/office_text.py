"""The words of Word, Excel and OpenDocument files: of every part, and of files inside them."""

import io
import re
import zipfile
from typing import NamedTuple

# More than a document of a school holds; what is larger is named as not looked through.
LARGEST = 50 * 1024 * 1024
_ENDS = re.compile(
    rb"</(?:w:p|w:tc|c|c:f|c:v|si|row|text:p|a:p|p|br|td|tr)>|<(?:w:br|w:tab|br)\b[^>]*>"
)
_TAGS = re.compile(rb"<[^>]*>")
# Names stand in attributes too: who made a remark, what a picture shows, where a link leads.
_VALUE = re.compile(r"""=\s*(?:"([^"<]*)"|'([^'<]*)')""")
_SPEAKS = re.compile("[А-Яа-яЁё@]|&#|^tel:")
_READ = (".xml", ".rels")
# The numbers behind a chart lie in a file of their own.
_INSIDE = (".xlsx", ".docx")
_ENTITIES = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&#10;": "\n"}


class OfficeText(NamedTuple):
    """The words, and the parts that have none to read: pictures, programs, other files."""

    words: str
    unread: tuple[str, ...]


def office_text(raw: bytes, *, inside: bool = False) -> OfficeText | None:
    """Every part of a file, or None for one that is damaged, too large or no such file.

    A file `inside` another one is not looked into for more.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            parts = [info for info in archive.infolist() if not info.is_dir()]
            if not any(part.filename.endswith(".xml") for part in parts):
                return None  # an archive of other files
            looked = [part for part in parts if part.filename.endswith((*_READ, *_INSIDE))]
            if sum(part.file_size for part in looked) > LARGEST:
                return None
            return _together(archive, parts, inside=inside)
    except (zipfile.BadZipFile, OSError, EOFError, RuntimeError, NotImplementedError, ValueError):
        return None


def _together(
    archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo], *, inside: bool
) -> OfficeText:
    words, unread = [], []
    for part in parts:
        name = part.filename
        if name.endswith(_READ):
            words.append(_words(archive.read(part)))
            continue
        within = name.endswith(_INSIDE) and not inside
        found = office_text(archive.read(part), inside=True) if within else None
        if found is not None:
            words.append(found.words)
            unread += [f"{name}: {each}" for each in found.unread]
        elif name != "mimetype":
            unread.append(name)
    return OfficeText("\n".join(words), tuple(unread))


def _words(xml: bytes) -> str:
    """The text between the tags: words cut by formatting become whole, paragraphs stay apart."""
    text = _TAGS.sub(b"", _ENDS.sub(b"\n", xml)).decode("utf-8", "replace")
    tags = b"".join(_TAGS.findall(xml)).decode("utf-8", "replace")
    told = (found[1] or found[2] or "" for found in _VALUE.finditer(tags))
    text = "\n".join((text, *dict.fromkeys(filter(_SPEAKS.search, told))))
    for entity, character in _ENTITIES.items():
        text = text.replace(entity, character)
    return text
