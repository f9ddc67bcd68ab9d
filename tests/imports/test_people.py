"""Who is who in an import: certain, new, or a question; a guess is never made."""

from datetime import date
from typing import Any

import pytest

from roadmap_cli.domain.imports.incoming import NEW, Incoming, Question
from roadmap_cli.domain.imports.people import Proposal, people_edits
from roadmap_cli.domain.model.changes import AppendItem, SetKey
from roadmap_cli.domain.model.files.participants import Answer, Mentor, Mentors
from roadmap_cli.domain.model.files.people import People, Person
from roadmap_cli.domain.model.record import placed
from roadmap_cli.domain.registries.directory import Directory
from tests.records import dataset

NAME = {"surname": "Ли", "name": "Анна", "patronymic": "Ильинична"}
BORN = date(1990, 5, 1)


def _row(number: str = "1", parts: Any = None, answers: Any = (), **person: str) -> Incoming:
    return Incoming(number, {**NAME, **person}, parts or {}, answers)


def _proposed(
    known: list[dict[str, Any]],
    *rows: Incoming,
    answer: str | None = None,
    more: tuple[Any, ...] = (),
    overwrite: bool = False,
) -> tuple[Proposal, list[Question]]:
    asked: list[Question] = []

    def decide(question: Question) -> str | None:
        asked.append(question)
        return answer

    people = tuple(
        placed(Person(**{"id": f"p{n}", **NAME, **each}), ("people", n))
        for n, each in enumerate(known)
    )
    data = dataset(People(people=people), *more)
    return people_edits(Directory(data), rows, decide, overwrite=overwrite), asked


def _meant(proposal: Proposal) -> str:
    """What a row came to: the codes that change, `new`, or nothing."""
    found = ["new" if each.said.startswith("новый человек") else each.item_id
             for each in proposal.edits]  # fmt: skip
    return " ".join(found)


PHONE, OTHER = "+7 900 111-22-33", "+7 900 444-55-66"


@pytest.mark.parametrize(
    ("known", "told", "meant", "asked"),
    [
        # Nobody of this name.
        ([], {}, "new", False),
        ([{"surname": "Но"}], {}, "new", False),
        ([{"name": "Ольга"}], {}, "new", False),
        ([{"patronymic": "Олеговна"}], {}, "new", False),
        # One of this name: nothing that differs, so the same person.
        ([{}], {}, "", False),
        ([{}], {"email": "a@b.c"}, "p0", False),
        ([{"phone": PHONE}], {"email": "a@b.c"}, "p0", False),
        ([{"phone": PHONE}], {"phone": PHONE}, "", False),
        ([{"phone": PHONE}], {"phone": "8 (900) 111 22 33"}, "", False),
        ([{"phone": PHONE}], {"phone": "8 (900) 111 22 33", "email": "a@b.c"}, "p0", False),
        ([{"email": "A@b.c"}], {"email": "a@B.C"}, "", False),
        ([{"born": BORN}], {"born": "01.05.1990"}, "", False),
        # Something that tells people apart differs.
        ([{"phone": PHONE}], {"phone": OTHER}, "", True),
        ([{"email": "a@b.c"}], {"email": "d@b.c"}, "", True),
        ([{"born": BORN}], {"born": "02.05.1990"}, "", True),
        ([{"phone": PHONE, "email": "a@b.c"}], {"phone": PHONE, "email": "d@b.c"}, "", True),
        # Initials are no whole name.
        ([{"name": "А.", "patronymic": "И."}], {"email": "a@b.c"}, "", True),
        ([{}], {"name": "А.", "patronymic": "И."}, "", False),
        ([{}], {"name": "А.", "patronymic": "И.", "email": "a@b.c"}, "", True),
        ([{}], {"name": "О.", "patronymic": "И."}, "new", False),
        ([{"patronymic": None}], {}, "", True),
        # Two of this name.
        ([{}, {}], {"email": "a@b.c"}, "", True),
        ([{"phone": PHONE}, {"phone": OTHER}], {"phone": PHONE, "email": "a@b.c"}, "p0", False),
        ([{"phone": PHONE}, {"phone": OTHER}], {"phone": OTHER, "email": "a@b.c"}, "p1", False),
        ([{"phone": PHONE}, {}], {"phone": PHONE, "email": "a@b.c"}, "p0", False),
        # Two equally certain namesakes are a question, not a guess.
        ([{"phone": PHONE}, {"phone": PHONE}], {"phone": PHONE, "email": "a@b.c"}, "", True),
        ([{"phone": PHONE}, {"email": "a@b.c"}],
         {"phone": PHONE, "email": "a@b.c", "note": "н"}, "", True),
        ([{"phone": PHONE}, {"phone": OTHER}], {"phone": "+7 1", "email": "a@b.c"}, "", True),
    ],
)  # fmt: skip
def test_who_is_meant(
    known: list[dict[str, Any]], told: dict[str, str], meant: str, asked: bool
) -> None:
    proposal, questions = _proposed(known, _row(**told))
    assert _meant(proposal) == meant
    assert bool(questions) is asked
    assert len(proposal.open) == len(questions)


@pytest.mark.parametrize(
    ("answer", "meant", "waits"),
    [("p0", "p0", False), ("p1", "p1", False), (NEW, "new", False), (None, "", True),
     ("stranger", "", True)],
)  # fmt: skip
def test_an_answer_is_taken(answer: str | None, meant: str, waits: bool) -> None:
    row = _row(email="a@b.c")
    proposal, (question,) = _proposed([{}, {"position": "учитель"}], row, answer=answer)
    assert _meant(proposal) == meant
    assert [code for code, _ in question.known] == ["p0", "p1"]
    assert question.known[1][1] == "Ли Анна Ильинична учитель"
    assert proposal.open == ([Question(row, question.known)] if waits else [])


@pytest.mark.parametrize(
    ("numbers", "told", "meant", "asked"),
    [
        # One name twice in one sheet are two people; in two sheets they are one.
        (("1", "2"), ({}, {"email": "a@b.c"}), "new", 1),
        (("А:1", "А:2"), ({}, {"email": "a@b.c"}), "new", 1),
        (("А:1", "Б:1"), ({}, {"email": "a@b.c"}), "new", 0),
        (("1", "2"), ({"phone": PHONE}, {"phone": PHONE, "email": "a@b.c"}), "new", 1),
        (("1", "2"), ({}, {"surname": "Но"}), "new new", 0),
    ],
)
def test_rows_of_one_name(
    numbers: tuple[str, ...], told: tuple[dict[str, str], ...], meant: str, asked: int
) -> None:
    rows = [_row(number, **each) for number, each in zip(numbers, told, strict=True)]
    proposal, questions = _proposed([], *rows)
    assert (_meant(proposal), len(questions)) == (meant, asked)


@pytest.mark.parametrize(
    ("known", "told", "set_"),
    [
        ({}, {"position": "учитель"}, {"position": "учитель"}),
        # What stands is not overwritten.
        ({"position": "учитель"}, {"position": "завуч"}, {}),
        ({"position": "учитель"}, {"position": "учитель"}, {}),
        ({"note": "а"}, {"note": "б"}, {"note": "а\nб"}),
        ({"note": "а\nб"}, {"note": "б"}, {}),
        ({"note": "а"}, {"note": "а\nб"}, {"note": "а\nб"}),
        ({"phone": PHONE}, {"phone": "89001112233", "position": "учитель"},
         {"position": "учитель"}),
        ({"name": "А."}, {"position": "учитель"}, {"name": "Анна", "position": "учитель"}),
    ],
)  # fmt: skip
def test_what_is_new_of_a_known_person(
    known: dict[str, Any], told: dict[str, str], set_: dict[str, str]
) -> None:
    proposal, _ = _proposed([known], _row(**told), answer="p0")
    changes = [change for each in proposal.edits for change in each.changes]
    assert all(isinstance(change, SetKey) for change in changes)
    assert {change.at[-1]: getattr(change, "value", None) for change in changes} == set_


@pytest.mark.parametrize(
    ("told", "doubts", "note"),
    [
        ({"born": "01.05.1990"}, 0, None),
        ({"born": "весной"}, 1, "Дата рождения: весной"),
        ({"born": "весной", "note": "а"}, 1, "а\nДата рождения: весной"),
        ({"birth_year": "1899"}, 1, "Год рождения: 1899"),
        ({"birth_year": "1900"}, 0, None),
    ],
)
def test_what_does_not_fit_goes_to_the_note(
    told: dict[str, str], doubts: int, note: str | None
) -> None:
    proposal, _ = _proposed([], _row("7", **told))
    (change,) = proposal.edits[0].changes
    assert isinstance(change, AppendItem)
    assert isinstance(change.value, dict)
    assert change.value.get("note") == note
    assert len(proposal.doubts) == doubts
    assert all(each.startswith("строка 7: ") for each in proposal.doubts)


def _mentor(number: str = "1", answers: Any = (), **part: Any) -> Incoming:
    return _row(number, {"mentors": part}, answers)


KNOWN = Mentors(
    mentors=(
        placed(
            Mentor(person="p0", capacity=1, answers=(Answer(question="Как?", answer="так"),)),
            ("mentors", 0),
        ),
    )
)


@pytest.mark.parametrize(
    ("part", "answers", "set_"),
    [
        ({}, (), {}),
        ({"capacity": "1"}, (), {}),
        ({"capacity": "2"}, (), {}),
        ({}, (("Как?", "так"),), {}),
        ({}, (("Когда?", "завтра"),), {"answers": {"question": "Когда?", "answer": "завтра"}}),
        ({"capacity": "0"}, (), {"note": "Сколько наставляемых готов вести: 0"}),
    ],
)
def test_the_part_that_a_person_takes(
    part: dict[str, str], answers: tuple[tuple[str, str], ...], set_: dict[str, Any]
) -> None:
    proposal, _ = _proposed([{}], _mentor(answers=answers, **part), more=(KNOWN,))
    changes = [change for each in proposal.edits for change in each.changes]
    assert {change.at[-1]: getattr(change, "value", None) for change in changes} == set_


@pytest.mark.parametrize(
    ("known", "told", "kept", "said"),
    [
        ({"position": "учитель"}, {"position": "завуч"}, [("должность", "учитель", "завуч")],
         "изменено (человек): Ли Анна Ильинична: должность: было «учитель», стало «завуч»"),
        ({"position": "учитель"}, {"position": "учитель"}, [], None),
        ({}, {"position": "завуч"}, [],
         "дополнено (человек): Ли Анна Ильинична: должность «завуч»"),
        ({"name": "А."}, {}, [],
         "изменено (человек): Ли Анна Ильинична: имя: было «А.», стало «Анна»"),
    ],
)  # fmt: skip
def test_a_value_that_stands_is_replaced_only_when_it_is_wanted(
    known: dict[str, Any], told: dict[str, str], kept: list[tuple[str, str, str]], said: str | None
) -> None:
    left, _ = _proposed([known], _row(**told), answer="p0")
    assert [(one.title, one.old, one.new) for one in left.kept] == kept
    taken, _ = _proposed([known], _row(**told), answer="p0", overwrite=True)
    assert taken.kept == []
    assert [each.said for each in taken.edits] == ([said] if said else [])


def test_a_part_is_taken_once() -> None:
    proposal, _ = _proposed([{}], _mentor("А:1", capacity="2"), _mentor("Б:1", capacity="3"))
    (said,) = [each.said for each in proposal.edits]
    assert said == "новый наставник: Ли Анна Ильинична — сколько наставляемых готов вести «2»"
    assert proposal.doubts == ["строка Б:1: Ли Анна Ильинична повторяется, строка не взята"]


def test_answers_without_a_part_are_kept_in_the_note() -> None:
    proposal, _ = _proposed([], _row(answers=(("Как?", "так"),)))
    (change,) = proposal.edits[0].changes
    assert isinstance(change, AppendItem)
    assert isinstance(change.value, dict)
    assert change.value["note"] == "Как?: так"
