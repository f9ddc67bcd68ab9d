"""The invented school with something to say in every kind of paper."""

from pathlib import Path

from roadmap_cli.domain.papers.document_type import DocumentType
from roadmap_cli.domain.papers.layouts import Subject

_ADDED = {
    "people": """\
  - {id: lisin, surname: Лисин, name: Егор, patronymic: Петрович, group: 9А, born: 2010-05-20,
     address: "г. Энск, ул. Лесная, д. 7"}
  - {id: lisina, surname: Лисина, name: Вера, patronymic: Павловна,
     address: "г. Энск, ул. Лесная, д. 7", passport: "паспорт 00 00 000001"}
""",
    "mentees": """\
  - {person: lisin, form: teacher_pupil, requests: [проект по физике], joined: 2025-10-14}
""",
    "consents": """\
  - {id: lisin-pd, person: lisin, kind: pd_processing, given_on: 2023-09-01,
     signer: representative, representative: lisina}
""",
    "pairs": """\
  - {id: novik-0, mentor: shvets, mentees: [novik], form: teacher_teacher, start: 2025-10-01,
     end: 2025-11-10, status: replaced, reason: перевод в другое отделение}
  - {id: dyuma-0, mentor: ivanova, mentees: [dyuma], form: teacher_teacher, start: 2025-09-10,
     end: 2025-10-30, status: closed, reason: цель достигнута}
""",
    "documents": """\
  - {kind: order.pairs, number: 24/1, date: 2025-11-08,
     title: Об утверждении наставнических пар (групп)}
  - {kind: protocol.council, number: "1", date: 2025-09-30, title: Протокол педагогического совета}
""",
}
_EVENTS = """\
events:
  - id: itog
    kind: closing
    held_on: 2026-05-20
    time: "14:00"
    place: актовый зал
    format: очно
    responsible: cherny
    programme:
      - {time: 14:00–14:10, content: Открытие, responsible: petrova}
      - {time: 14:10–15:00, content: Итоги работы пар, responsible: grinko}
  - {id: vstrecha, kind: group_meeting, held_on: 2025-11-03, time: "15:00", place: каб. 5,
     format: очно, responsible: sokolov, secretary: cherny}
  - {id: sovet, kind: council, held_on: 2025-09-30, time: "15:30", place: учительская,
     format: очно, secretary: sokolov}
"""
_ORGANIZATION = """\
phone: +7 (000) 000-00-02
email: iskra@iskra.example
mentor_payment: 3000 рублей в месяц за каждого наставляемого
"""

# Whom or what each paper is about, by its kind, else by the sort of its subject.
ABOUT: dict[Subject, str] = {
    Subject.PERSON: "shvets", Subject.MENTOR: "shvets", Subject.LEARNER: "lisin",
    Subject.PARTNER: "zavod", Subject.PAIR: "shvets-1", Subject.STAGE: "1",
    Subject.SURVEY: "curator", Subject.EVENT: "", Subject.ORDER: "order.introduction",
}  # fmt: skip
_OF_KIND = {
    "order.substitute": "ivanova-1",
    "order.amendment": "order.pairs",
    "order.rewards": "",
    "order.payment": "",
    "letter.notice": "grinko",
}


def subject_of(kind: DocumentType) -> list[str]:
    """The argument of a paper's command, if it has one."""
    is_minors = kind.kind.endswith("-minor")
    about = _OF_KIND.get(kind.code, "lisin" if is_minors else ABOUT.get(kind.layout.subject, ""))
    return [about] if about else []


def make_whole(root: Path) -> None:
    """Add to the school what papers are about: a learner, events, pairs that ended, orders."""
    data = root / "data"
    for name, lines in _ADDED.items():
        path = data / f"{name}.yaml"
        path.write_text(path.read_text("utf-8").rstrip("\n") + "\n" + lines, encoding="utf-8")
    (data / "events.yaml").write_text(_EVENTS, encoding="utf-8")
    path = data / "organization.yaml"
    path.write_text(path.read_text("utf-8") + _ORGANIZATION, encoding="utf-8")
    path = data / "roadmap.yaml"
    text = path.read_text("utf-8")
    assert "- id: 1.1.2\n" in text
    responsible = "- id: 1.1.2\n            responsible: grinko\n"
    path.write_text(text.replace("- id: 1.1.2\n", responsible), encoding="utf-8")
    path = data / "school.yaml"
    text = path.read_text("utf-8").replace("place: каб. 5}", "place: каб. 5, attended: [shvets]}")
    path.write_text(text, encoding="utf-8")
