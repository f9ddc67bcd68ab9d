"""Faults seen in real papers: annex numbers, the order of dates, wrong or outdated laws."""

import re
from collections.abc import Iterator
from datetime import date

from roadmap_cli.domain.checks.finding import Finding
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.register import RegisteredDocument
from roadmap_cli.domain.model.record import Pointer
from roadmap_cli.domain.papers.catalog import BY_CODE, DOCUMENT_TYPES
from roadmap_cli.domain.papers.laws import wrong_citations
from roadmap_cli.text.dates import numeric
from roadmap_cli.text.grammar import Case
from roadmap_cli.text.suggest import did_you_mean

_FILE = Dataset.register.file
# «Приложение № 1 к приказу … № …», «УТВЕРЖДЕНА приказом … № …», and the same beside «ПРИНЯТО».
_STAMPS = tuple(
    re.compile(f"{begin}[^|\\n]{{0,200}}?№\\s*(?P<number>[^\\s|_]+)", re.MULTILINE)
    for begin in (
        r"^(?:Приложение(?: № \S+)? )?[Кк] приказу",
        r"УТВЕРЖД[А-ЯЁ]+ приказом",
        r"\| приказом [^|\n]*\n[^|\n]*\| от ",
    )
)


def annex_number(data: Dataset, _today: date) -> Iterator[Finding]:
    """An annex whose stamp names another order than the one that it stands with."""
    for document in data.register.documents:
        text = _without_names(data, data.document_texts.get(document.file or "", ""))
        if not document.number:
            continue
        for stamp in (found for one in _STAMPS for found in one.finditer(text)):
            if stamp["number"].rstrip(".,;»") != document.number:
                yield Finding(
                    _FILE,
                    _spot(document, "number"),
                    f"в приложении к «{document.title or document.kind}» стоит"
                    f" № {stamp['number']}, а номер приказа — {document.number}",
                    "Создайте документ заново или исправьте номер в файле.",
                )


def _without_names(data: Dataset, text: str) -> str:
    """The text without the organisation's names: «Школа № 5» holds no number of an order."""
    own = data.organization
    if own is None:
        return text
    for case in Case:
        text = text.replace(own.full_name_in(case), "").replace(own.short_name_in(case), "")
    return text


def document_kind_unknown(data: Dataset, _today: date) -> Iterator[Finding]:
    """A kind that the program makes no document of: a slip, or a paper of the school's own."""
    for document in data.register.documents:
        if document.kind not in BY_CODE:
            yield Finding(
                _FILE,
                _spot(document, "kind"),
                f"вида документа «{document.kind}» нет",
                did_you_mean(document.kind, BY_CODE)
                or "Все виды: roadmap order list (и так же letter, form, protocol, report).",
            )


def annex_of_another_order(data: Dataset, _today: date) -> Iterator[Finding]:
    """The roadmap, the regulation or the model stamped with a number that no order has."""
    numbers = {
        document.number
        for document in data.register.documents
        if document.kind.startswith("order.") and document.number
    }
    for document in data.register.documents:
        if document.annex and document.number and numbers and document.number not in numbers:
            yield Finding(
                _FILE,
                _spot(document, "number"),
                f"приложение № {document.annex} «{document.title or document.kind}» — к приказу"
                f" № {document.number}, а такого приказа в журнале нет",
            )


def order_too_early(data: Dataset, _today: date) -> Iterator[Finding]:
    """An order dated before the one that it rests on."""
    for kind in DOCUMENT_TYPES:
        if kind.rests_on is None:
            continue
        grounds = [basis.date for basis in data.register.of_kind(kind.rests_on) if basis.date]
        for document in data.register.of_kind(kind.code):
            if document.date and grounds and document.date < min(grounds):
                yield Finding(
                    _FILE,
                    _spot(document, "date"),
                    f"«{document.title or kind.code}» от {numeric(document.date)} — раньше, чем"
                    f" «{BY_CODE[kind.rests_on].title}» от {numeric(min(grounds))}",
                )


def law_miscited(data: Dataset, today: date) -> Iterator[Finding]:
    """A law named wrongly, or one that does not hold on the document's day."""
    for document in data.register.documents:
        text = data.document_texts.get(document.file or "", "")
        for citation in wrong_citations(text, document.date or today):
            yield Finding(
                _FILE,
                _spot(document, "file"),
                f"в «{document.title or document.kind}» {citation.message}",
                citation.hint,
            )


def number_repeated(data: Dataset, _today: date) -> Iterator[Finding]:
    """One number and one day for two orders of different kinds."""
    seen: dict[tuple[str, date], str] = {}
    for document in data.register.documents:
        if not document.kind.startswith("order.") or not document.number or not document.date:
            continue
        key = (document.number, document.date)
        if seen.setdefault(key, document.kind) != document.kind:
            yield Finding(
                _FILE,
                _spot(document, "number"),
                f"номер {document.number} от {numeric(document.date)} уже у другого приказа",
            )


def _spot(document: RegisteredDocument, key: str) -> Pointer:
    return (*document.at, key)
