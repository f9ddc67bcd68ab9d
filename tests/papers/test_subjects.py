"""Whom a document can be about: everybody of a sort, those who are refused."""

from datetime import date
from typing import Any

import pytest

from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.partners import Partner, Partners
from roadmap_cli.domain.model.files.school import School, SchoolLesson
from roadmap_cli.domain.model.files.surveys import Questionnaire, Respondent
from roadmap_cli.domain.papers.catalog import BY_CODE
from roadmap_cli.domain.papers.layouts import Subject
from roadmap_cli.domain.papers.subjects import SUBJECTS, everybody, offered, resolve
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


DAY = date(2025, 12, 1)
CONSENT, CERTIFICATE = BY_CODE["form.consent-processing"], BY_CODE["form.certificate"]
BLANK = BY_CODE["form.survey"]


@pytest.mark.parametrize(
    ("kind", "codes"),
    [
        ("form.consent-processing", ["b", "a", "c"]),
        ("letter.mentor-thanks", ["b", "a"]),
        ("letter.thanks", ["p"]),
        ("form.plan", ["one"]),
        ("form.certificate", ["b"]),
        ("report.stage", ["1"]),
    ],
)
def test_all_of_a_sort(kind: str, codes: list[str]) -> None:
    assert everybody(BY_CODE[kind], _data("bd", "bda", enough=2), DAY).codes == codes


@pytest.mark.parametrize(
    ("attended", "enough", "said"),
    [
        ((), None, "посещение занятий не отмечено: roadmap school attend"),
        (("", ""), None, "посещение занятий не отмечено: roadmap school attend"),
        (("b", ""), None, "Школа наставников не окончена"),
        (("a", ""), None, "Школа наставников не окончена"),
        (("a", "a"), None, None),
        (("a", ""), 1, None),
        (("a", ""), 2, "Школа наставников не окончена"),
    ],
)
def test_a_certificate_needs_recorded_attendance(
    attended: tuple[str, ...], enough: int | None, said: str | None
) -> None:
    data = _data(*attended, enough=enough)
    if said is None:
        assert resolve(CERTIFICATE, ["A"], data, DAY) == ["a"]
        return
    with pytest.raises(RequestInvalidError, match=rf"^A: {said}$"):
        resolve(CERTIFICATE, ["A"], data, DAY)
    assert resolve(CONSENT, ["A"], data, DAY) == ["a"]


def test_all_who_are_refused_are_told() -> None:
    with pytest.raises(RequestInvalidError) as caught:
        resolve(CERTIFICATE, ["a", "b", "c"], _data("b"), DAY)
    assert caught.value.message == (
        "A: Школа наставников не окончена; C: Школа наставников не окончена"
    )


def test_whom_all_leaves_out_is_told_with_the_reason() -> None:
    found = everybody(CERTIFICATE, _data("b"), DAY)
    assert found.codes == ["b"]
    assert found.left_out == {"a": "Школа наставников не окончена"}
    with pytest.raises(RequestInvalidError, match=r"не для кого\. B: посещение .*; A: посещение"):
        everybody(CERTIFICATE, _data(), DAY)


def test_codes_and_names_are_offered() -> None:
    assert offered(Subject.PARTNER, _data()) == [("p", "Завод")]
    assert offered(Subject.PAIR, _data()) == [("one", "A – C")]
    assert offered(Subject.STAGE, _data()) == [("1", "1. Условия")]
    assert [code for code, _ in offered(Subject.MENTOR, _data())] == ["a", "b", "c", "d"]


def test_every_subject_has_a_row() -> None:
    assert set(SUBJECTS) == set(Subject) - {Subject.NOTHING}


@pytest.mark.parametrize(
    ("kind", "said", "hint"),
    [
        ("letter.thanks", "в данных ещё никого нет", "Пустой бланк: без --all."),
        ("form.survey", "своих анкет в data/surveys ещё нет",
         "Встроенную анкету назовите кодом: roadmap form survey curator"),
    ],
)  # fmt: skip
def test_all_of_nothing_is_refused(kind: str, said: str, hint: str) -> None:
    with pytest.raises(RequestInvalidError) as caught:
        everybody(BY_CODE[kind], _surveys({"curator": "Анкета"}), DAY)
    assert (caught.value.message, caught.value.hint) == (said, hint)


def test_the_schools_questionnaires_come_before_the_samples() -> None:
    data = _surveys({"a": "Образец", "b": "Другой"}, b="Своя", c="Ещё одна")
    assert offered(Subject.SURVEY, data) == [("b", "Своя"), ("c", "Ещё одна"), ("a", "Образец")]
    assert everybody(BLANK, data, DAY).codes == ["b", "c"]
    assert resolve(BLANK, ["образец", "b", "ещё"], data, DAY) == ["a", "b", "c"]
    assert resolve(BLANK, [], data, DAY) == []
    with pytest.raises(UnknownNameError, match=r"^записи «Другой» в data/surveys и среди встр"):
        resolve(BLANK, ["Другой"], data, DAY)


def test_titles_that_occur_twice_carry_their_codes() -> None:
    data = _surveys({"a": "Анкета ё", "b": "Анкета"}, c="анкета е")
    assert offered(Subject.SURVEY, data) == [
        ("c", "анкета е (c)"), ("a", "Анкета ё (a)"), ("b", "Анкета"),
    ]  # fmt: skip
