"""Other documents that a document names: by the register of documents, or as blanks."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from roadmap_cli.documents.context.request import Request
from roadmap_cli.documents.template.blanks import Blank, date_or_blank, or_blank
from roadmap_cli.documents.template.notes import Doubtful
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.register import RegisteredDocument
from roadmap_cli.text.dates import numeric


@dataclass(frozen=True)
class SignedWords:
    """A document with its number and date, as the register has it.

    `kind` is its code, `title` its heading; both are empty where it is not registered.
    """

    number: str
    date: "date | Blank"
    kind: str
    title: str


def signed_words(kind: str, called: str) -> Callable[[Dataset, Request], SignedWords]:
    """The last registered document of a kind; `called` names it in the genitive for a blank."""

    def build(data: Dataset, request: Request) -> SignedWords:
        return _words(_last(data, kind), called, request)

    return build


def rewards_words(data: Dataset, request: Request) -> SignedWords:
    """The last registered order that rewards the person of the document by name."""
    own = [
        line
        for line in data.register.of_kind("order.rewards")
        if line.number and request.subject in line.people
    ]
    return _words(own[-1] if own else None, "приказа о поощрении", request)


def changed_words(data: Dataset, request: Request) -> SignedWords:
    """The order that the document changes."""
    return _words(_last(data, request.subject), "изменяемого приказа", request)


def _last(data: Dataset, kind: str | None) -> RegisteredDocument | None:
    signed = [line for line in data.register.documents if line.kind == kind and line.number]
    return signed[-1] if signed else None


def _words(found: RegisteredDocument | None, called: str, request: Request) -> SignedWords:
    number = or_blank(found.number if found else None, f"номер {called}", 8)
    if found and found.date and request.day and found.date > request.day:
        remark = f"Дата {called} ({numeric(found.date)}) позже даты этого документа."
        number = Doubtful(number, remark)
    return SignedWords(
        number=number,
        date=date_or_blank(found.date if found else None, f"дата {called}"),
        kind=found.kind if found else "",
        title=or_blank(found.title if found else None, f"заголовок {called}", 40),
    )
