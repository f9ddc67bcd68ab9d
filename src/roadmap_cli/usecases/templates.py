"""The templates of a workspace: the school's own and the built-in ones, and whether they work."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, ParamSpec, TypeVar

from roadmap_cli.domain.papers.catalog import DOCUMENT_TYPES
from roadmap_cli.domain.papers.document_type import DocumentType
from roadmap_cli.errors import RequestInvalidError, TemplateInvalidError
from roadmap_cli.problems import Place, Problem
from roadmap_cli.storage.disk import bytes_of, replace_file
from roadmap_cli.storage.templates import find_template, find_word_template, has_own_templates
from roadmap_cli.usecases.confined import StoppedError, confined

if TYPE_CHECKING:
    from roadmap_cli.documents.context.request import Request
    from roadmap_cli.documents.make import Made, Templates
    from roadmap_cli.domain.model.dataset import Dataset
    from roadmap_cli.usecases.session import Run, Session

_T = TypeVar("_T")
_P = ParamSpec("_P")
_BUILT_IN = "встроенный "
# For one document, which takes a school's own template a tenth of a second; two with a
# thousand people in it.
_SECONDS = 7.0


class TemplateOfKind(NamedTuple):
    """The template of a document type; `is_own` when the school has one of its own."""

    kind: DocumentType
    is_own: bool


class Order(NamedTuple):
    """A document to make: its type, what stands on it, and its file."""

    kind: DocumentType
    request: Request
    file: str


def making(
    root: Path, data: Dataset, orders: Sequence[Order]
) -> contextlib.AbstractContextManager[Iterator[Made]]:
    """The documents, one after another. Taking one raises TemplateInvalidError."""
    return _bounded(root, [order.kind for order in orders], _made, root, data, orders)


def _made(root: Path, data: Dataset, orders: Sequence[Order]) -> Iterator[Made]:
    from roadmap_cli.documents.make import make_document

    templates = templates_of(root)
    for kind, request, file in orders:
        yield make_document(kind, data, request, templates, file)


@contextlib.contextmanager
def _bounded(
    root: Path,
    kinds: Sequence[DocumentType],
    work: Callable[_P, Iterator[_T]],
    *args: _P.args,
    **kwargs: _P.kwargs,
) -> Iterator[Iterator[_T]]:
    """The values of the work, one for each of `kinds`; in a child if a school's template may run.

    The program's own templates are trusted. Taking a value raises TemplateInvalidError when the
    template of its kind meets a bound.
    """
    if not has_own_templates(root):
        yield work(*args, **kwargs)
        return
    with confined(_SECONDS, work, *args, **kwargs) as values:
        yield _stopped_by_name(root, kinds, values)


def _stopped_by_name(
    root: Path, kinds: Sequence[DocumentType], values: Iterator[_T]
) -> Iterator[_T]:
    from roadmap_cli.documents.template.sandbox import TOO_LARGE

    for kind in kinds:
        try:
            value = next(values)
        except StoppedError as stopped:
            problem = Problem(
                "template",
                f"шаблон нельзя заполнить: {stopped}",
                Place(_shown(root, kind), 0),  # where it was, nobody knows
                TOO_LARGE,
            )
            raise TemplateInvalidError(
                "документ не создан: ошибка в шаблоне", (problem,)
            ) from stopped
        yield value


def _shown(root: Path, kind: DocumentType) -> str:
    """The path of the template that wins for a type."""
    found = find_word_template(root, _word_name(kind)) or find_template(root, kind.template)
    return found[1] if found else kind.template


def _word_name(kind: DocumentType) -> str:
    return f"{kind.group}/{kind.kind}.docx"


def templates_of(root: Path) -> Templates:
    """The templates of a workspace."""
    from roadmap_cli.documents.context.parts import BY_NAME
    from roadmap_cli.documents.make import Templates
    from roadmap_cli.documents.template.fill import Filler, TemplateSource

    def find(name: str) -> TemplateSource | None:
        found = find_template(root, name)
        return TemplateSource(*found) if found else None

    reference = find_word_template(root, "reference.docx")
    return Templates(
        Filler(find, BY_NAME),
        lambda name: find_word_template(root, name),
        reference[0] if reference else None,
    )


def list_templates(root: Path) -> list[TemplateOfKind]:
    """The template of every document type."""
    rows = []
    for kind in DOCUMENT_TYPES:
        found = find_template(root, kind.template)
        word = find_word_template(root, _word_name(kind))
        is_own = word is not None or not (found and found[1].startswith(_BUILT_IN))
        rows.append(TemplateOfKind(kind, is_own))
    return rows


def copy_template(run: Run, kind: DocumentType) -> Path:
    """Copy the built-in template of a type to the school's own templates.

    Raises RequestInvalidError when there is an own one already.
    """
    found = find_template(None, kind.template)
    assert found is not None, kind.template
    path = run.root / "templates" / kind.template
    if bytes_of(path) is not None:
        raise RequestInvalidError(
            f"свой шаблон уже есть: {path}", hint="Удалите его, чтобы начать со встроенного."
        )
    if not run.dry_run:
        replace_file(path, found[0].encode(), None)
    return path


def names_used(root: Path, kind: DocumentType) -> frozenset[str]:
    """The parts of the data that the text template of a type asks for.

    Raises TemplateInvalidError.
    """
    with _bounded(root, [kind], _names, root, kind) as values:
        return next(values)


def _names(root: Path, kind: DocumentType) -> Iterator[frozenset[str]]:
    yield templates_of(root).filler.names(kind.template)


def template_faults(session: Session) -> tuple[Problem, ...]:
    """What is wrong with the templates, each fault once; one that meets a bound ends the check.

    Remarks are on tags of Word forms that leave gaps in a document.
    """
    root = session.workspace.root
    found: list[Problem] = []
    with _bounded(root, DOCUMENT_TYPES, _faults, root, session.data, session.today) as values:
        try:
            for faults in values:
                found += faults
        except TemplateInvalidError as error:
            found += (
                problem._replace(hint=f"{problem.hint} Шаблоны после него не проверены.")
                for problem in error.problems
            )
    return tuple(dict.fromkeys(found))


def _faults(root: Path, data: Dataset, today: date) -> Iterator[tuple[Problem, ...]]:
    from roadmap_cli.documents.context.request import Request
    from roadmap_cli.documents.make import make_document

    templates = templates_of(root)
    for kind in DOCUMENT_TYPES:
        try:
            make_document(kind, data, Request(today), templates, "")
        except TemplateInvalidError as error:
            yield error.problems
        else:
            yield _gaps(root, kind)


def _gaps(root: Path, kind: DocumentType) -> tuple[Problem, ...]:
    form = find_word_template(root, _word_name(kind))
    if form is None:
        return ()
    from roadmap_cli.documents.template.word_form import WordForm

    return WordForm(*form, ()).gaps()
