"""The catalog of document types: a new one is a template and a row here."""

from dataclasses import dataclass


@dataclass(frozen=True)
class DocumentType:
    """A document: its command (`roadmap GROUP KIND`), template and names.

    `file_name` is the name of the file without number and ending. `left_margin_mm` is 30 for
    papers kept longer than ten years (ГОСТ Р 7.0.97, приказы по основной деятельности), else 20.
    An annex takes `--annex` and carries the stamp of its order.
    """

    group: str
    kind: str
    title: str
    purpose: str
    template: str
    file_name: str
    left_margin_mm: int = 20
    font_size: int = 14
    is_annex: bool = False


@dataclass(frozen=True)
class DocumentGroup:
    """A family of documents with one command."""

    name: str
    title: str
    purpose: str


GROUPS: tuple[DocumentGroup, ...] = (
    DocumentGroup("order", "Приказы", "Приказы программы наставничества в Word."),
    DocumentGroup("report", "Отчёты и планы", "Отчёты, планы и таблицы в Word."),
)

DOCUMENT_TYPES: tuple[DocumentType, ...] = (
    DocumentType(
        group="order",
        kind="introduction",
        title="О внедрении целевой модели наставничества",
        purpose="Приказ, с которого начинается программа: кто отвечает и что утверждается.",
        template="order/introduction.md",
        file_name="Приказ о внедрении целевой модели наставничества",
        left_margin_mm=30,
    ),
    DocumentType(
        group="report",
        kind="roadmap",
        title="Дорожная карта",
        purpose="Дорожная карта таблицей: приложение к приказу.",
        template="report/roadmap.md",
        file_name="Дорожная карта",
        font_size=12,
        is_annex=True,
    ),
)


def types_of(group: str) -> tuple[DocumentType, ...]:
    """The document types of a group, in the order of the catalog."""
    return tuple(each for each in DOCUMENT_TYPES if each.group == group)
