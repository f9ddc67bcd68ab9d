"""The families of documents: each is a group of commands."""

from typing import NamedTuple


class DocumentFamily(NamedTuple):
    """A family of documents with one command."""

    name: str
    title: str
    purpose: str


FAMILIES: tuple[DocumentFamily, ...] = (
    DocumentFamily("order", "Приказы", "Приказы программы наставничества в Word."),
    DocumentFamily("act", "Локальные акты", "Положение и целевая модель в Word."),
    DocumentFamily("letter", "Письма", "Письма, благодарности, приглашения и уведомления в Word."),
    DocumentFamily("form", "Бланки", "Согласия, анкеты, планы, журналы в Word."),
    DocumentFamily("protocol", "Протоколы", "Протоколы совещаний и встреч в Word."),
    DocumentFamily("report", "Отчёты и таблицы", "Отчёты, планы и таблицы в Word."),
)
