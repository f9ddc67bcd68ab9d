"""A document from first to last: context, template, sheet, bytes."""

from dataclasses import dataclass

from roadmap_cli.documents.catalog import DocumentType
from roadmap_cli.documents.context import Request, build_context
from roadmap_cli.documents.fill import FindTemplate, fill
from roadmap_cli.documents.markup import read_markup
from roadmap_cli.domain.dataset import Dataset
from roadmap_cli.domain.paper import Paper
from roadmap_cli.text.file_names import file_name


@dataclass(frozen=True)
class Made:
    """A document before it becomes a file, what is missing in it, and the name for the file."""

    paper: Paper
    missing: tuple[str, ...]
    file: str


def make_document(kind: DocumentType, data: Dataset, request: Request, find: FindTemplate) -> Made:
    """Fill the template of `kind`. Raises TemplateInvalidError."""
    filled = fill(kind.template, build_context(data, request), find)
    blocks = read_markup(filled.text, f"{kind.template} (заполненный)")
    paper = Paper(kind.title, blocks, kind.left_margin_mm, kind.font_size)
    number = f" № {request.number}" if request.number else ""
    return Made(paper, filled.missing, f"documents/{file_name(kind.file_name + number)}.docx")
