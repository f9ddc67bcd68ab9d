"""What happens to the register: a document is made, a document gets its number and date."""

import re
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from roadmap_cli.domain.model.changes import AppendItem, Change
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.edits import key_changes
from roadmap_cli.domain.model.files.register import Register, RegisteredDocument
from roadmap_cli.domain.model.plain import present

_FILE = Dataset.register.file


class Entry(NamedTuple):
    """News for the register about a document; None keeps what the register has."""

    kind: str
    title: str
    file: str | None = None
    subject: str | None = None
    number: str | None = None
    day: date | None = None
    annex: str | None = None
    made: str | None = None
    sources: Mapping[str, str] | None = None
    words: str | None = None
    people: tuple[str, ...] = ()


def plain_number(told: str | None) -> str | None:
    """A number as people type it, without the sign: «№ 26/1» → «26/1»; None for nothing."""
    return re.sub(r"^(?:\s|№|N(?=[\s\d]))+", "", told or "").strip() or None


def register_changes(register: Register, entry: Entry) -> tuple[Change, ...]:
    """Return the changes that record a document in the register.

    A line with the same file is the same document. Without a file it is the line of that kind
    with the same number in the same year (numbers start again every year), or the newest line
    without a number.
    """
    values = present(
        {
            "kind": entry.kind,
            "subject": entry.subject,
            "people": list(entry.people),
            "number": entry.number,
            "date": entry.day,
            "annex": entry.annex,
            "title": entry.title,
            "file": entry.file,
            "made": entry.made,
            "words": entry.words,
            "sources": [
                {"part": part, "fingerprint": mark} for part, mark in (entry.sources or {}).items()
            ],
        }
    )
    known = _known(register, entry)
    if known is None:
        return (AppendItem(_FILE, ("documents",), values, ()),)
    return tuple(key_changes(_FILE, known, values))


def _known(register: Register, entry: Entry) -> RegisteredDocument | None:
    for document in register.documents:
        if entry.file is not None and document.file == entry.file:
            return document
    if entry.file is not None:
        return line_without_file(register, entry)
    for document in register.of_kind(entry.kind):
        if document.number == entry.number and _same_year(document.date, entry.day):
            return document
    waiting = [document for document in register.of_kind(entry.kind) if not document.number]
    return waiting[-1] if waiting else None


def line_without_file(register: Register, entry: Entry) -> RegisteredDocument | None:
    """Return the newest line without a file that contradicts none of the given values."""
    found = [
        document
        for document in register.of_kind(entry.kind)
        if document.file is None
        and document.subject == entry.subject
        and (entry.number is None or document.number in (None, entry.number))
        and _same_year(document.date, entry.day)
    ]
    return found[-1] if found else None


def known_line(register: Register, entry: Entry) -> RegisteredDocument | None:
    """Return the line whose number and date a document reuses when none are given."""
    for document in register.documents:
        if document.file == entry.file:
            return document
    return line_without_file(register, entry)


def _same_year(one: date | None, other: date | None) -> bool:
    return one is None or other is None or one.year == other.year
