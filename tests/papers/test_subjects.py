"""Whom a document can be about: everybody of a sort, those who are refused."""

from typing import Any

import pytest

from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.partners import Partner, Partners
from roadmap_cli.domain.model.files.school import School, SchoolLesson
from roadmap_cli.domain.model.files.surveys import Questionnaire, Respondent
from roadmap_cli.domain.papers.layouts import Subject
from roadmap_cli.domain.papers.subjects import SUBJECTS, all_of, offered, resolve
from roadmap_cli.errors import RequestInvalidError, UnknownNameError
from tests.records import dataset, mentees, mentors, pair, pairs, people, roadmap, task


def _survey(title: str) -> Questionnaire:
    return Questionnaire(title=title, respondents=Respondent.ANYONE)


def _surveys(samples: dict[str, str], **own: str) -> Dataset:
    """A school with questionnaires of these titles, and the program's samples."""
    records = {f"surveys/{code}": _survey(title) for code, title in own.items()}
    given = {code: _survey(title) for code, title in samples.items()}
    return Dataset(records, built_in_surveys=given)


def _data(*attended: str, **keys: Any) -> Dataset:
    lessons = tuple(SchoolLesson(topic="Т", attended=tuple(each)) for each in attended)
    return dataset(
        people("A", "B", "C", "D"),
        mentors("b", "a"),
        mentees("c", "b"),
        Partners(partners=(Partner(id="p", name="Завод"),)),
        pairs(pair("one", "a", "c")),
        School(lessons=lessons, **keys),
        roadmap(task()),
    )


@pytest.mark.parametrize(
    ("subject", "codes"),
    [
        (Subject.PERSON, ["b", "a", "c"]),
        (Subject.PARTNER, ["p"]),
        (Subject.PAIR, ["one"]),
        (Subject.GRADUATE, ["b"]),
        (Subject.STAGE, ["1"]),
    ],
)
def test_all_of_a_sort(subject: Subject, codes: list[str]) -> None:
    assert all_of(subject, _data("bd", "bda", enough=2)) == codes


@pytest.mark.parametrize(
    ("attended", "enough", "refused"),
    [
        ((), None, False),
        (("", ""), None, False),
        (("b", ""), None, True),
        (("a", ""), None, True),
        (("a", "a"), None, False),
        (("a", ""), 1, False),
        (("a", ""), 2, True),
    ],
)
def test_who_has_not_finished_gets_no_certificate(
    attended: tuple[str, ...], enough: int | None, refused: bool
) -> None:
    data = _data(*attended, enough=enough)
    if not refused:
        assert resolve(Subject.GRADUATE, ["A"], data) == ["a"]
        return
    with pytest.raises(RequestInvalidError, match=r"^A: Школа наставников не окончена$"):
        resolve(Subject.GRADUATE, ["A"], data)
    assert resolve(Subject.PERSON, ["A"], data) == ["a"]


def test_all_who_are_refused_are_told() -> None:
    with pytest.raises(RequestInvalidError) as caught:
        resolve(Subject.GRADUATE, ["a", "b", "c"], _data("b"))
    assert caught.value.message == (
        "A: Школа наставников не окончена; C: Школа наставников не окончена"
    )


def test_codes_and_names_are_offered() -> None:
    assert offered(Subject.PARTNER, _data()) == [("p", "Завод")]
    assert offered(Subject.PAIR, _data()) == [("one", "A – C")]
    assert offered(Subject.STAGE, _data()) == [("1", "1. Условия")]
    assert [code for code, _ in offered(Subject.GRADUATE, _data())] == ["a", "b", "c", "d"]


def test_every_subject_has_a_row() -> None:
    assert set(SUBJECTS) == set(Subject) - {Subject.NOTHING}


@pytest.mark.parametrize(
    ("subject", "said", "hint"),
    [
        (Subject.PARTNER, "в данных ещё никого нет", "Пустой бланк: без --all."),
        (Subject.SURVEY, "своих анкет в data/surveys ещё нет",
         "Встроенную анкету назовите кодом: roadmap form survey curator"),
    ],
)  # fmt: skip
def test_all_of_nothing_is_refused(subject: Subject, said: str, hint: str) -> None:
    with pytest.raises(RequestInvalidError) as caught:
        all_of(subject, _surveys({"curator": "Анкета"}))
    assert (caught.value.message, caught.value.hint) == (said, hint)


def test_the_schools_questionnaires_come_before_the_samples() -> None:
    data = _surveys({"a": "Образец", "b": "Другой"}, b="Своя", c="Ещё одна")
    assert offered(Subject.SURVEY, data) == [("b", "Своя"), ("c", "Ещё одна"), ("a", "Образец")]
    assert all_of(Subject.SURVEY, data) == ["b", "c"]
    assert resolve(Subject.SURVEY, ["образец", "b", "ещё"], data) == ["a", "b", "c"]
    assert resolve(Subject.SURVEY, [], data) == []
    with pytest.raises(UnknownNameError, match=r"^записи «Другой» в data/surveys и среди встр"):
        resolve(Subject.SURVEY, ["Другой"], data)


def test_titles_that_occur_twice_carry_their_codes() -> None:
    data = _surveys({"a": "Анкета ё", "b": "Анкета"}, c="анкета е")
    assert offered(Subject.SURVEY, data) == [
        ("c", "анкета е (c)"), ("a", "Анкета ё (a)"), ("b", "Анкета"),
    ]  # fmt: skip
