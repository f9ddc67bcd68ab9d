"""The archive of a Word file: the same content gives the same bytes whenever it is packed."""

import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any
from xml.sax.saxutils import quoteattr

from docx import Document
from docx.document import Document as DocxDocument
from docx.opc.exceptions import OpcError
from lxml.etree import ErrorTypes, LxmlError

from roadmap_cli.documents.docx.properties import set_properties

# The archive knows no time before this one.
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_THUMBNAIL = "/metadata/thumbnail"
_RELATIONS = "application/vnd.openxmlformats-package.relationships+xml"


_LARGEST = 50_000_000


def open_docx(raw: bytes) -> DocxDocument | None:
    """Open a Word file; None if the bytes are not one, or are a zip bomb.

    Raises MemoryError.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _LARGEST:
                return None
        document = Document(io.BytesIO(raw))
        return document if document.element.body is not None else None
    except (zipfile.BadZipFile, zlib.error, OSError, LookupError, ValueError, AttributeError,
            NotImplementedError, RuntimeError, EOFError, OpcError, LxmlError) as error:  # fmt: skip
        if getattr(error, "code", None) == ErrorTypes.ERR_NO_MEMORY:
            raise MemoryError from error
        return None


def pack_docx(document: Any, title: str, author: str, day: date | None = None) -> bytes:
    """Save a python-docx document without the time of day or the user's name.

    `day` is the date that the document bears. python-docx would write the clock into the
    archive, and repacking its result would compress everything twice, which is most of the time
    that a document takes.
    """
    set_properties(document, title, author, day)
    package = document.part.package
    # A thumbnail shows what the first page of some other document once was.
    for key, relation in list(package.rels.items()):
        if relation.reltype.endswith(_THUMBNAIL):
            del package.rels[key]
    parts = list(package.iter_parts())
    for part in parts:
        part.before_marshal()
    return packed(_entries(package, parts))


def packed(entries: Iterable[tuple[str, bytes]]) -> bytes:
    """An archive of the files, names first, without the time of day."""
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w") as archive:
        for name, content in entries:
            entry = zipfile.ZipInfo(name, _ZIP_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            entry.create_system = 3
            archive.writestr(entry, content)
    return result.getvalue()


def _entries(package: Any, parts: list[Any]) -> Iterator[tuple[str, bytes]]:
    """The files of an OPC package: what types there are, the relations, the parts."""
    yield "[Content_Types].xml", _content_types(parts)
    yield "_rels/.rels", package.rels.xml
    for part in parts:
        yield part.partname.membername, part.blob
        if len(part.rels):
            yield part.partname.rels_uri.membername, part.rels.xml


def _content_types(parts: list[Any]) -> bytes:
    lines = [f'<Default Extension="rels" ContentType="{_RELATIONS}"/>']
    for part in sorted(parts, key=lambda one: str(one.partname)):
        name, kind = quoteattr(str(part.partname)), quoteattr(part.content_type)
        lines.append(f"<Override PartName={name} ContentType={kind}/>")
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return f'{head}<Types xmlns="{_TYPES}">{"".join(lines)}</Types>'.encode()
