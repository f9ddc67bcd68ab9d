"""Exports of forms as Google and Yandex write them, and a school with questionnaires."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml
from openpyxl import Workbook

TODAY = "2026-06-15"
NAMED = """\
title: Анкета наставника после программы
respondents: mentor
moment: after
questions:
  - id: comfort
    text: Насколько комфортно было общение с наставляемым?
    kind: scale
    labels: [совсем нет, отлично]
  - {id: again, text: "Хотели бы Вы, Анна, продолжить работу?", kind: yes_no}
  - id: useful
    text: Что было полезнее всего?
    kind: choices
    options: ["Беседы, консультации", Посещение занятий, Открытый урок]
  - id: often
    text: Как часто Вы встречались?
    kind: choice
    options: [раз в неделю, раз в месяц, Другое]
  - {id: words, text: Ещё несколько слов о программе, kind: text}
  - {id: whom, text: С кем хотели бы работать дальше?, kind: people}
"""
ANONYMOUS = """\
title: Анкета родителей
respondents: anyone
anonymous: true
questions:
  - {id: trust, text: Доверяете ли Вы школе?, kind: yes_no}
  - {id: mark, text: Оцените программу, kind: scale, most: 5}
  - {id: wish, text: Ваши пожелания, kind: text}
"""
TEXTS = {
    "comfort": "Насколько комфортно было общение с наставляемым?",
    "again": "Хотели бы Вы, Анна, продолжить работу?",
    "useful": "Что было полезнее всего?",
    "often": "Как часто Вы встречались?",
    "words": "Ещё несколько слов о программе",
    "whom": "С кем хотели бы работать дальше?",
}
Rows = Sequence[Sequence[object]]


def with_surveys(school: Path) -> Path:
    """The school with two questionnaires, `after` and `parents`."""
    folder = school / "data" / "surveys"
    folder.mkdir(exist_ok=True)
    (folder / "after.yaml").write_text(NAMED, encoding="utf-8")
    (folder / "parents.yaml").write_text(ANONYMOUS, encoding="utf-8")
    return school


def as_csv(rows: Rows, mark: str = ",", encoding: str = "utf-8-sig", end: str = "\r\n") -> bytes:
    """A CSV as a form writes it: cells in quotes where they need them."""
    stream = io.StringIO()
    csv.writer(stream, delimiter=mark, lineterminator=end).writerows(rows)
    return stream.getvalue().encode(encoding)


def as_excel(rows: Rows, sheet: str = "Ответы на форму (1)") -> bytes:
    """A workbook of one sheet."""
    book = Workbook()
    own: Any = book.active
    own.title = sheet
    for row in rows:
        own.append(list(row))
    return saved(book)


def saved(book: Workbook) -> bytes:
    """The bytes of a workbook."""
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def responses(school: Path, survey: str = "after") -> list[dict[str, Any]]:
    """The recorded responses, each with its replies by question."""
    file = school / "data" / "responses.yaml"
    if not file.exists():
        return []
    told = yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader)["responses"]
    return [
        {**one, "replies": {reply["question"]: reply["value"] for reply in one["replies"]}}
        for one in told
        if one["survey"] == survey
    ]
