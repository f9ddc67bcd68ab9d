"""Which documents of the register are meant: by file, kind, and whom they are about."""

from collections.abc import Mapping, Sequence

from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.register import RegisteredDocument
from roadmap_cli.domain.papers.catalog import BY_CODE
from roadmap_cli.domain.papers.families import FAMILIES
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.errors import UnknownNameError
from roadmap_cli.text.names import comparable
from roadmap_cli.text.suggest import did_you_mean

# Whom documents are about.
_SUBJECTS = ("people", "partners", "pairs")
_ALL = "Все документы: roadmap docs"


def chosen(data: Dataset, words: Sequence[str], kinds: Sequence[str]) -> list[RegisteredDocument]:
    """The documents that any of the words and any of the kinds mean, in the register's order.

    A word is a file, a part of its name or of the title, or a person, a pair or a partner by code
    or by a part of the name; a kind is `order.pairs` or a whole family, `order`. No words or no
    kinds mean all. Raises UnknownNameError for a word and for a kind without a document.
    """
    documents = data.register.documents
    directory = Directory(data)
    meant = set(range(len(documents)))
    if words:
        found = [_by_word(documents, data, directory, word) for word in words]
        meant &= set().union(*found)
    if kinds:
        meant &= set().union(*(_by_kind(documents, kind) for kind in kinds))
    if not meant:
        raise UnknownNameError("таких документов в журнале нет", hint=_ALL)
    return [document for place, document in enumerate(documents) if place in meant]


def offered(data: Dataset) -> list[tuple[str, str]]:
    """Names of files and titles, for completion."""
    return [
        (_name(document.file), document.title or document.kind)
        for document in data.register.documents
        if document.file
    ]


def kinds_offered(data: Dataset) -> list[tuple[str, str]]:
    """The kinds of which there are documents, for completion."""
    kinds = dict.fromkeys(document.kind for document in data.register.documents)
    return [(kind, BY_CODE[kind].title if kind in BY_CODE else "") for kind in kinds]


def _by_kind(documents: Sequence[RegisteredDocument], kind: str) -> set[int]:
    found = {
        place
        for place, document in enumerate(documents)
        if document.kind == kind or document.kind.startswith(f"{kind}.")
    }
    if not found:
        known = kind in BY_CODE or any(family.name == kind for family in FAMILIES)
        if known:
            raise UnknownNameError(f"документов вида «{kind}» в журнале нет", hint=_ALL)
        raise UnknownNameError(f"вида «{kind}» нет", hint=did_you_mean(kind, BY_CODE) or _ALL)
    return found


def _by_word(
    documents: Sequence[RegisteredDocument], data: Dataset, directory: Directory, word: str
) -> set[int]:
    """The documents with exactly this file, else all those that the word fits."""
    named = {
        place
        for place, document in enumerate(documents)
        if document.file and word in (document.file, _name(document.file))
    }
    if named:
        return named
    about = _subjects(data, directory, word)
    part = comparable(word)
    found = {
        place
        for place, document in enumerate(documents)
        if document.subject in about or (part and part in _called(document))
    }
    if not found:
        raise UnknownNameError(
            f"документа «{word}» в журнале нет",
            hint=did_you_mean(word, [name for name, _ in offered(data)]) or _ALL,
        )
    return found


def _name(file: str) -> str:
    return file.rpartition("/")[2]


def _called(document: RegisteredDocument) -> str:
    return f"{comparable(_name(document.file or ''))}\n{comparable(document.title or '')}"


def _subjects(data: Dataset, directory: Directory, word: str) -> set[str]:
    """The codes that a word means, and those of the pairs of the people among them."""
    found = {code for target in _SUBJECTS for code in _codes(directory.names(target), word)}
    pairs = {pair.id for pair in data.pairs.pairs if found.intersection(pair.people)}
    return found | pairs


def _codes(names: Mapping[str, str], word: str) -> set[str]:
    if word in names:
        return {word}
    part = comparable(word)
    return {code for code, name in names.items() if part and part in comparable(name)}
