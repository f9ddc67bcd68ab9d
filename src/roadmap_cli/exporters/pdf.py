"""Several PDF files to one by pypdf, an optional dependency that one file alone does not need."""

import importlib.util
import io
from collections.abc import Sequence
from typing import NamedTuple

from roadmap_cli.errors import PrintingFailedError

# The last line of what the program has put together: a comment, which readers of PDF skip.
_OURS = b"%roadmap docs print\n"


class Printed(NamedTuple):
    """The PDF of one document, and what it is called in the table of contents."""

    title: str
    content: bytes


def refuse_several() -> None:
    """Raises PrintingFailedError where several files cannot be joined."""
    if importlib.util.find_spec("pypdf") is None:
        raise PrintingFailedError(
            "несколько документов в один PDF собирает библиотека pypdf, а она не установлена",
            hint='Установите её: pip install "roadmap-cli[print]". Без неё печатайте по одному.',
        )


def joined(parts: Sequence[Printed]) -> bytes:
    """One PDF of all, in their order, with a bookmark for each. Raises PrintingFailedError."""
    if len(parts) == 1:
        return _marked(parts[0].content)
    refuse_several()
    from pypdf import PdfWriter
    from pypdf.errors import PyPdfError

    writer = PdfWriter()
    for part in parts:
        try:
            writer.append(io.BytesIO(part.content), outline_item=part.title)
        except PyPdfError as error:
            raise PrintingFailedError(f"«{part.title}»: PDF повреждён или защищён") from error
    result = io.BytesIO()
    writer.write(result)
    return _marked(result.getvalue())


def is_ours(raw: bytes) -> bool:
    """True for a file that `joined` has made and nobody has changed since."""
    return raw.endswith(_OURS)


def _marked(raw: bytes) -> bytes:
    return raw.rstrip(b"\n") + b"\n" + _OURS
