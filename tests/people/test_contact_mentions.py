"""Telephones, addresses, numbers of papers, birthdays and codes in a text."""

from datetime import date
from typing import Any

import pytest

from roadmap_cli.domain.model.files.people import Person
from roadmap_cli.domain.people.mentions import Recognizer
from roadmap_cli.domain.people.tells import Tell

PHONE = {"phone": "+7 (927) 111-22-33"}
TWO = {"phone": "8 927 111-22-33 (мама), 8-846-222-33-44"}
LOCAL = {"phone": "2-33-44"}
EMAIL = {"email": "A.Kuz@School-5.ru; alisa@mail.ru"}
PASSPORT = {"passport": "36 12 345678, выдан ОВД 12.03.2030, код 630-001"}
CERTIFICATE = {"passport": "III-ЕР № 123456, выдано 05.04.2012"}
ADDRESS = {"address": "г. Самара, ул. Ленина, д. 5, кв. 7"}
BORN = {"born": date(2012, 3, 5)}


@pytest.mark.parametrize(
    ("keys", "text", "kind", "words"),
    [
        (PHONE, "тел. 8 (927) 111-22-33.", Tell.PHONE, "8 (927) 111-22-33"),
        (PHONE, "+79271112233", Tell.PHONE, "+79271112233"),
        (PHONE, "927 111 22 33", Tell.PHONE, "927 111 22 33"),
        (PHONE, "8\u00a0927\u2011111\u201122\u201133", Tell.PHONE,
         "8\u00a0927\u2011111\u201122\u201133"),
        (PHONE, "8 (927)\n111-22-33", Tell.PHONE, "8 (927)\n111-22-33"),
        (PHONE, "9А, 9271112233", Tell.PHONE, "9271112233"),
        (PHONE, "кв. 5, 9271112233", Tell.PHONE, "9271112233"),
        (PHONE, "8 900 000 00 00, 8 927 111 22 33", Tell.PHONE, "8 927 111 22 33"),
        (PHONE, "8 (927) 111-22-34", None, ""),
        (PHONE, "111-22-33", None, ""),
        (TWO, "89271112233", Tell.PHONE, "89271112233"),
        (TWO, "(846) 222 33 44", Tell.PHONE, "846) 222 33 44"),
        (LOCAL, "тел. 2-33-44", Tell.PHONE, "2-33-44"),
        (LOCAL, "тел. 2–33–44", Tell.PHONE, "2–33–44"),
        (LOCAL, "тел. 23344", None, ""),
        (LOCAL, "2, 33, 44", None, ""),
        ({"phone": "4-33"}, "4-33", None, ""),
        (EMAIL, "пишите: a.kuz@school-5.RU.", Tell.EMAIL, "a.kuz@school-5.RU"),
        (EMAIL, "alisa@mail.ru", Tell.EMAIL, "alisa@mail.ru"),
        (EMAIL, "malisa@mail.ru", None, ""),
        (PASSPORT, "паспорт 3612 345678", Tell.PASSPORT, "3612 345678"),
        (PASSPORT, "серия 36 12 № 345678", Tell.PASSPORT, "36 12 № 345678"),
        (PASSPORT, "серия 3612 номер 345678", Tell.PASSPORT, "3612 номер 345678"),
        (PASSPORT, "345678", None, ""),
        (PASSPORT, "12.03.2030, 630-001", None, ""),
        (CERTIFICATE, "свидетельство 123456", Tell.PASSPORT, "123456"),
        (CERTIFICATE, "1234567", None, ""),
        ({"passport": "AB-77 12"}, "ab 77-12", Tell.PASSPORT, "ab 77-12"),
        (ADDRESS, "Г.САМАРА  ул Ленина\nд.5 кв.7", Tell.ADDRESS, "Г.САМАРА  ул Ленина\nд.5 кв.7"),
        (ADDRESS, "г. Самара, ул. Ленина, д. 5, кв. 8", None, ""),
        ({"address": "5"}, "5", None, ""),
        (BORN, "05.03.2012", Tell.BIRTHDAY, "05.03.2012"),
        (BORN, "р. 5.3.2012 г.", Tell.BIRTHDAY, "5.3.2012"),
        (BORN, "2012-03-05", Tell.BIRTHDAY, "2012-03-05"),
        (BORN, "«05» марта 2012 г.", Tell.BIRTHDAY, "05» марта 2012"),
        (BORN, "5 МАРТА 2012", Tell.BIRTHDAY, "5 МАРТА 2012"),
        (BORN, "06.03.2012, 5 мая 2012, 5 марта", None, ""),
    ],
)  # fmt: skip
def test_what_records_hold(keys: dict[str, Any], text: str, kind: Tell | None, words: str) -> None:
    found = Recognizer([Person(id="p", surname="Икс", **keys)]).find(text)
    assert [(each.kind, each.words) for each in found] == ([(kind, words)] if kind else [])
    assert all(text[each.start : each.end] == each.words for each in found)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("пара iap-3f2.", ["iap-3f2"]),
        ("iap-3f2, iap-3f2", ["iap-3f2", "iap-3f2"]),
        ("iap-3f", []),
        ("iap-3f2-1", []),
        ("x-iap-3f2", []),
        ("documents/iap-3f2.docx", []),
    ],
)
def test_a_code_is_looked_for_when_asked(text: str, words: list[str]) -> None:
    people = [Person(id="iap-3f2", surname="Икс", locked="шифр")]
    found = Recognizer(people, codes=True).find(text)
    assert [(each.kind, each.words) for each in found] == [(Tell.CODE, word) for word in words]
    assert Recognizer(people).find(text) == []


def test_what_two_people_share_names_both() -> None:
    people = [Person(id=code, surname="Икс", **PHONE, **BORN) for code in "ab"]  # type: ignore[arg-type]
    found = Recognizer(people).find("89271112233, 05.03.2012")
    assert [(each.person, each.kind) for each in found] == [
        ("a", Tell.PHONE), ("b", Tell.PHONE), ("a", Tell.BIRTHDAY), ("b", Tell.BIRTHDAY),
    ]  # fmt: skip


def test_every_kind_has_a_russian_name() -> None:
    assert len({kind.title for kind in Tell}) == len(Tell)
