"""A document from first to last: context, template, sheet, bytes."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from roadmap_cli.documents.context.parts import (
    BY_NAME,
    TEMPLATE,
    build_parts,
    fingerprint,
    fingerprints,
)
from roadmap_cli.documents.context.request import Request
from roadmap_cli.documents.docx.text import docx_text
from roadmap_cli.documents.docx.writer import write_docx
from roadmap_cli.documents.template.blanks import stretches
from roadmap_cli.documents.template.fill import Filler, has_words
from roadmap_cli.documents.template.markup import read_markup
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.organization import GOST_2025_SINCE, STAMP_MM, Gost
from roadmap_cli.domain.papers.as_of import as_of
from roadmap_cli.domain.papers.document_type import DocumentType
from roadmap_cli.domain.papers.layouts import Subject
from roadmap_cli.domain.papers.paper_words import empty_cells, words_of
from roadmap_cli.domain.papers.sheet import Block, Contents, Paper
from roadmap_cli.domain.surveys.known import survey_names
from roadmap_cli.errors import TemplateInvalidError
from roadmap_cli.text.dates import numeric
from roadmap_cli.text.file_names import file_name
from roadmap_cli.text.names import comparable

# Only who lays the pages out knows their numbers.
NO_PAGES = (
    "В оглавлении пока нет номеров страниц: при открытии в Word согласитесь обновить поля"
    " или нажмите на оглавлении F9."
)
# In bytes: what is longer would be cut, and two files might get one name.
_LONGEST_TITLE = 140


class Templates(NamedTuple):
    """Where templates come from: text ones by the filler, the school's Word files by name.

    `word` gives the bytes and the shown path of a Word form, or None; `reference` are the
    bytes of the school's `reference.docx`, or None.
    """

    filler: Filler
    word: Callable[[str], tuple[bytes, str] | None]
    reference: bytes | None = None


@dataclass(frozen=True)
class Made:
    """A finished document.

    `paper` is what a preview shows (None for one made from a Word form), `missing` says what
    was left blank, `doubts` which printed forms a person should check, `file` is its path in the
    workspace, `sources` are the fingerprints of the data that it was made from, `words` that of
    what it says. Besides what is `missing` it has `hand_lines` and `empty_cells` to write on.
    """

    paper: Paper | None
    content: bytes
    missing: tuple[str, ...]
    doubts: tuple[str, ...]
    file: str
    sources: dict[str, str]
    words: str
    hand_lines: int = 0
    empty_cells: int = 0


def make_document(
    kind: DocumentType, data: Dataset, request: Request, templates: Templates, file: str
) -> Made:
    """Fill the template of `kind` for `file`; the school's Word form wins.

    Raises TemplateInvalidError.
    """
    if kind.layout.is_dated:
        data = as_of(data, request.today)
    author = data.organization.short_name if data.organization else ""
    form = templates.word(f"{kind.group}/{kind.kind}.docx")
    if form is not None:
        from roadmap_cli.documents.template.word_form import WordForm

        word = WordForm(*form, BY_NAME)
        parts = build_parts(word.names(), data, request)
        content, notes = word.fill(parts, kind.title, author, request.day)
        said = docx_text(content) or ""
        sources = {**fingerprints(parts), TEMPLATE: template_mark(kind, templates)}
        by_hand = max(stretches(said) - notes.told_lines, 0)
        mark = fingerprint(said)
        return Made(
            None, content, notes.missing, notes.doubts, file, sources, mark, hand_lines=by_hand
        )
    parts = build_parts(templates.filler.names(kind.template), data, request)
    filled = templates.filler.fill(kind.template, parts)
    try:
        blocks = read_markup(filled.text, kind.template, filled.figures)
    except TemplateInvalidError as error:
        raise templates.filler.at_home(error, kind.template, parts) from error
    if not has_words(filled.text):
        raise templates.filler.empty(kind.template)
    layout = kind.layout
    stamp = STAMP_MM[standard_of(data, request)]
    paper = Paper(kind.title, blocks, layout.left_margin_mm, layout.font_size, stamp, request.day)
    content = write_docx(paper, author, templates.reference)
    doubts = (*filled.doubts, *_remarks(blocks))
    return Made(
        paper,
        content,
        filled.missing,
        doubts,
        file,
        {**fingerprints(parts), TEMPLATE: template_mark(kind, templates)},
        fingerprint("\n".join(words_of(blocks))),
        filled.hand_lines,
        empty_cells(blocks),
    )


def template_mark(kind: DocumentType, templates: Templates) -> str:
    """The fingerprint of the template that a document is made from. Raises TemplateInvalidError."""
    form = templates.word(f"{kind.group}/{kind.kind}.docx")
    return fingerprint(form[0].hex() if form else templates.filler.text_of(kind.template))


def _remarks(blocks: Iterable[Block]) -> tuple[str, ...]:
    """What a person has to do with a finished document, because the program cannot."""
    return (NO_PAGES,) if any(isinstance(block, Contents) for block in blocks) else ()


def standard_of(data: Dataset, request: Request) -> Gost:
    """The edition of ГОСТ Р 7.0.97: the organisation's choice, else the one in force that day."""
    chosen = data.organization.gost if data.organization else None
    in_force = Gost.G2025 if (request.day or request.today) >= GOST_2025_SINCE else Gost.G2016
    return chosen or in_force


def document_file(kind: DocumentType, data: Dataset, request: Request) -> str:
    """Return the path of a document: its name, its subject and its number.

    Namesakes are distinguished by their codes, and orders that have one number in two years by
    their dates.
    """
    number = f"№ {request.number}" if request.number else None
    subject = request.subject if kind.layout.is_anonymous else _subject_name(kind, data, request)
    # The name of a person stays in the nominative, so that it does not go on the sentence.
    words = [f"{kind.file_name} – {subject}" if subject else kind.file_name, number]
    path = _path(words)
    year = request.day.year if request.day else None
    of_other_years = {
        document.file
        for document in data.register.documents
        if document.date and document.date.year != year
    }
    if request.day and path in of_other_years:
        path = _path([*words, f"от {numeric(request.day)}"])
    return path


def _path(words: Iterable[str | None]) -> str:
    return f"documents/{file_name(' '.join(filter(None, words)))}.docx"


def _subject_name(kind: DocumentType, data: Dataset, request: Request) -> str | None:
    if kind.layout.subject is Subject.SURVEY and request.subject:
        title = survey_names(data).get(request.subject, "")
        return title if 0 < len(title.encode()) <= _LONGEST_TITLE else request.subject
    person = data.people.find(request.subject)
    if person is None:
        return request.subject
    called = comparable(person.full_name)
    alike = sum(comparable(someone.full_name) == called for someone in data.people.people)
    return person.full_name if alike == 1 else f"{person.full_name} {person.id}"
