"""`roadmap docx-text`: a Word file as text, so that `git diff` can show it."""

from pathlib import Path
from typing import Annotated

import typer

from roadmap_cli.cli.frame.result import Result
from roadmap_cli.documents.docx.text import docx_text as text_of
from roadmap_cli.errors import RoadmapError
from roadmap_cli.storage.disk import bytes_of


def docx_text(
    path: Annotated[Path, typer.Argument(metavar="ФАЙЛ", help="Файл Word.")],
) -> Result:
    """Print a Word file as text."""
    raw = bytes_of(path)
    text = text_of(raw) if raw is not None else None
    if text is None:
        raise RoadmapError(f"«{path}» — не файл Word" if raw is not None else f"файла «{path}» нет")
    return Result(raw=text)
