"""The register of documents: what was made, under which number, from which data."""

import re
from datetime import date

from roadmap_cli.domain.model.kinds import Day, Identifier, Nested, Reference, Text
from roadmap_cli.domain.model.record import Record, many, optional, required
from roadmap_cli.text.dates import numeric


class Source(Record, told_apart=(("part",),)):
    """A part of the data that a document was made from, as it was then."""

    part: str = required(
        Identifier(r"[a-z][a-z0-9._-]*"), "Часть данных: organization, people, roadmap…"
    )
    fingerprint: str = required(Text(), "Отпечаток этой части при создании документа")


class RegisteredDocument(Record, told_apart=(("kind", "subject", "number"), ("kind", "subject"))):
    """A line of the register."""

    kind: str = required(Identifier(), "Вид документа: order.introduction", survives=True)
    subject: str | None = optional(
        Reference("people", "partners", "pairs", "events", "roadmap", "documents"),
        "О ком или о чём: код, у отчёта об этапе — номер этапа",
        default=None,
        survives=True,
    )
    people: "tuple[str, ...]" = many(
        Reference("people"), "Кто назван по выбору: коды", default=(), survives=True
    )
    number: str | None = optional(
        Text(), "Номер, свободная строка: 26/1, 42-ОД", default=None, survives=True
    )
    date: "date | None" = optional(Day(), "Дата документа", default=None, survives=True)
    annex: str | None = optional(Text(), "Номер приложения", default=None, survives=True)
    title: str | None = optional(Text(), "Заголовок", default=None, survives=True)
    file: str | None = optional(Text(), "Файл: путь от папки с дорожной картой", default=None)
    made: str | None = optional(Text(), "Отпечаток файла, созданного программой", default=None)
    words: str | None = optional(
        Text(), "Отпечаток слов документа при создании", default=None, survives=True
    )
    sources: tuple[Source, ...] = many(
        Nested(Source), "По каким данным создан", default=(), survives=True
    )


class Register(Record):
    """`data/documents.yaml`."""

    documents: tuple[RegisteredDocument, ...] = many(
        Nested(RegisteredDocument), "Документы", default=()
    )

    def of_kind(self, kind: str) -> tuple[RegisteredDocument, ...]:
        """The documents of a kind, in the order of the register."""
        return tuple(document for document in self.documents if document.kind == kind)


def document_words(register: Register, kind: str, called: str | None = None) -> str:
    """What the register says of a kind: its number and date, or that it is not there.

    `called` is what the kind is called for the reader, its code otherwise.
    """
    signed = [document for document in register.of_kind(kind) if document.number or document.date]
    if not signed:
        return f"{called or kind}: в журнале нет"
    last = signed[-1]
    number = f" № {last.number}" if last.number else ""
    day = f" от {numeric(last.date)}" if last.date else ""
    return f"{called or kind}:{number}{day}"


def next_number(numbers: list[str]) -> str | None:
    """Return the number after the last one of a school's series: 26/1 → 27/1, 42-ОД → 43-ОД.

    None when no number has digits.
    """
    for number in reversed(numbers):
        digits = re.search(r"\d{1,18}", number)
        if digits:
            following = str(int(digits[0]) + 1).zfill(len(digits[0]))
            return number[: digits.start()] + following + number[digits.end() :]
    return None
