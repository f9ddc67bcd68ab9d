"""The archive of a Word file: the same content gives the same bytes whenever it is packed."""

import io
import zipfile
from datetime import datetime
from typing import Any

from roadmap_cli.documents.escape import one_line

_FIXED_TIME = datetime(2000, 1, 1)
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)


def packed(document: Any, title: str, author: str) -> bytes:
    """Save a python-docx document. No time of day or user name gets into it."""
    properties = document.core_properties
    properties.title, properties.author = one_line(title)[:255], one_line(author)[:255]
    properties.created = properties.modified = _FIXED_TIME
    properties.comments, properties.last_modified_by, properties.revision = "", "", 1
    properties.language = "ru-RU"
    stream = io.BytesIO()
    document.save(stream)
    return _with_fixed_times(stream.getvalue())


def _with_fixed_times(raw: bytes) -> bytes:
    """The same archive with one time for all its entries."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(result, "w") as new:
        for entry in old.infolist():
            fixed = zipfile.ZipInfo(entry.filename, _ZIP_TIME)
            fixed.compress_type = zipfile.ZIP_DEFLATED
            fixed.external_attr = 0o600 << 16
            fixed.create_system = 3
            new.writestr(fixed, old.read(entry))
    return result.getvalue()
