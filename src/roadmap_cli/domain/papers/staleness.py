"""How a registered document stands: as it was made, behind the data, changed by hand, or gone."""

from collections.abc import Mapping
from typing import NamedTuple

from roadmap_cli.domain.model.files.register import RegisteredDocument
from roadmap_cli.text.grammar import TitledEnum


class DocumentState(TitledEnum):
    """The state of a document's file."""

    CURRENT = "current"
    STALE = "stale"
    EDITED = "edited"
    MISSING = "missing"
    UNTRACKED = "untracked"

    @property
    def title(self) -> str:
        """The state in Russian."""
        return {
            "current": "соответствует данным",
            "stale": "данные с тех пор изменились",
            "edited": "изменён вручную",
            "missing": "файла нет",
            "untracked": "создан не программой",
        }[self.value]


class JudgedDocument(NamedTuple):
    """A document, its state, and the names of the data parts that have changed since."""

    document: RegisteredDocument
    state: DocumentState
    changed: tuple[str, ...] = ()


def judge(
    document: RegisteredDocument,
    file_mark: str | None,
    sources_now: Mapping[str, str] | None,
    words_now: str | None = None,
) -> JudgedDocument:
    """Compare a line of the register with what exists.

    `file_mark` is the file's fingerprint now (None: there is no file), `sources_now` are the
    fingerprints of the data now (None: the kind is unknown, so the data cannot be compared),
    `words_now` is the fingerprint of what the document would say if it were made again (None: it
    was not tried). Data that have changed without a word of it leave it as good as new.
    """
    if document.file is None or document.made is None:
        return JudgedDocument(document, DocumentState.UNTRACKED)
    if file_mark is None:
        return JudgedDocument(document, DocumentState.MISSING)
    then = {source.part: source.fingerprint for source in document.sources}
    changed = tuple(
        part
        for part, mark in then.items()
        if sources_now is not None and sources_now.get(part) != mark
    )
    if words_now is not None and words_now == document.words:
        changed = ()
    if file_mark != document.made:
        return JudgedDocument(document, DocumentState.EDITED, changed)
    return JudgedDocument(
        document, DocumentState.STALE if changed else DocumentState.CURRENT, changed
    )
