"""Which documents of the register the public may see, and what is said of them."""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.register import RegisteredDocument
from roadmap_cli.domain.papers.catalog import BY_CODE
from roadmap_cli.domain.papers.document_type import DocumentType
from roadmap_cli.domain.publication.discretion import Discretion
from roadmap_cli.domain.publication.page import PublicDocument
from roadmap_cli.text.dates import numeric
from roadmap_cli.text.transliteration import latin

# Acts of the school as a whole. Minutes are its own business, letters belong to those who get
# them, forms and registries speak of people.
PUBLIC_KINDS = (
    "order.introduction",
    "act.regulation",
    "act.model",
    "report.roadmap",
    "order.curators",
    "order.mentor-school",
    "order.pairs",
    "order.closing-event",
    "order.rewards",
    "report.programme",
    "report.analytics",
)
_LONGEST_NAME = 60
_ORDERS = "order"


class PublicRegister(NamedTuple):
    """The documents to show, in the order of the kinds, and how many of them are but drafts."""

    documents: tuple[PublicDocument, ...]
    drafts: tuple[str, ...]


def public_register(data: Dataset, today: date, discretion: Discretion) -> PublicRegister:
    """Those that are signed by `today`: they bear a number or a date. A person's are left out."""
    shown: list[PublicDocument] = []
    drafts = []
    for code in PUBLIC_KINDS:
        kind = BY_CODE[code]
        own = [line for line in data.register.of_kind(code) if line.subject is None]
        for line in sorted(own, key=lambda line: line.date or date.min):
            if _is_signed(line, today):
                taken = [document.name for document in shown]
                shown.append(_document(kind, line, discretion, taken))
            else:
                drafts.append(kind.file_name)
    return PublicRegister(tuple(shown), tuple(dict.fromkeys(drafts)))


def _is_signed(line: RegisteredDocument, today: date) -> bool:
    return line.date <= today if line.date is not None else bool(line.number)


def _document(
    kind: DocumentType, line: RegisteredDocument, discretion: Discretion, taken: Collection[str]
) -> PublicDocument:
    place = f"журнал документов, {kind.code}"
    number = discretion.text(line.number, place)
    day = line.date
    title = discretion.text(line.title, place)
    if not title or title == kind.title:
        title = kind.file_name
    elif kind.group == _ORDERS and not title.startswith("Приказ"):
        title = f"Приказ «{title}»"
    details = [f"от {numeric(day)}"] if day else []
    details += [f"№ {number}"] if number else []
    words = (kind.file_name, number, day.isoformat() if day else "")
    return PublicDocument(title, " ".join(details), _name(words, taken), line.file)


def _name(words: Collection[str], taken: Collection[str]) -> str:
    """A name in Latin letters that no other document has; nothing of a person is in it."""
    name = "-".join(filter(None, (latin(word, _LONGEST_NAME) for word in words)))
    free, count = name, 1
    while free in taken:
        count += 1
        free = f"{name}-{count}"
    return free
