"""Who is asked, who has not answered, in which form of mentoring somebody answers."""

from datetime import date
from typing import Any

import pytest

from roadmap_cli.domain.model.files.forms import Form
from roadmap_cli.domain.model.files.organization import Organization
from roadmap_cli.domain.model.files.participants import Mentee, Mentees
from roadmap_cli.domain.model.files.people import People, Person
from roadmap_cli.domain.model.files.surveys import Moment, Respondent
from roadmap_cli.domain.surveys.respondents import asked, form_of, missing
from tests.records import AFTER, BEFORE, DAY, mentees, mentors, people
from tests.surveys.samples import response, responses, scale, survey, surveyed

EVERYBODY = (
    mentors("m", form=Form.TEACHER_TEACHER),
    mentees("x", "y", form=Form.TEACHER_TEACHER),
    people("M", "X", "Y", "K"),
    Organization(short_name="Центр", coordinator="k", curators=("k", "m")),
)


@pytest.mark.parametrize(
    ("who", "codes"),
    [
        (Respondent.MENTOR, ["m"]),
        (Respondent.MENTEE, ["x", "y"]),
        (Respondent.PARTICIPANT, ["m", "x", "y"]),
        (Respondent.CURATOR, ["k", "m"]),
        (Respondent.ANYONE, None),
    ],
)
def test_who_is_asked(who: Respondent, codes: list[str] | None) -> None:
    own = survey(scale(), respondents=who)
    found = asked(surveyed({"s": own}, *EVERYBODY), own, DAY)
    assert (found if found is None else [one.person for one in found]) == codes


def test_only_those_of_the_form_are_asked_and_those_of_an_unknown_one() -> None:
    own = survey(scale(), forms=(Form.TEACHER_TEACHER,))
    records = Mentees(
        mentees=(
            Mentee(person="a", form=Form.TEACHER_TEACHER),
            Mentee(person="b", form=Form.PUPIL_PUPIL),
            Mentee(person="c"),
        )
    )
    found = asked(surveyed({"s": own}, records), own, DAY)
    assert found is not None
    assert [one.person for one in found] == ["a", "c"]


@pytest.mark.parametrize(
    ("left", "keys", "is_asked"),
    [
        (BEFORE, {"opens": DAY}, False),
        (DAY, {"opens": DAY}, True),
        (AFTER, {"opens": DAY}, True),
        (BEFORE, {"moment": Moment.AFTER}, True),
        (BEFORE, {"moment": Moment.INTERIM}, False),
        (DAY, {"moment": Moment.INTERIM}, True),
    ],
)
def test_who_has_left_before_is_not_asked(left: date, keys: dict[str, Any], is_asked: bool) -> None:
    own = survey(scale(), **keys)
    found = asked(surveyed({"s": own}, mentees("x", left=left)), own, DAY)
    assert bool(found) is is_asked


def test_who_was_forgotten_is_not_asked() -> None:
    own = survey(scale())
    gone = People(people=(Person(id="x", surname="–", forgotten_on=DAY),))
    assert asked(surveyed({"s": own}, mentees("x"), gone), own, DAY) == ()


def test_who_has_not_answered_is_known_of_named_questionnaires_only() -> None:
    given = responses(response(1, "x", q1=5))
    own = survey(scale())
    assert missing(surveyed({"s": own}, *EVERYBODY, given), "s", own, DAY) == ("y",)
    anonymous = survey(scale(), anonymous=True)
    assert missing(surveyed({"s": anonymous}, *EVERYBODY), "s", anonymous, DAY) is None
    anyone = survey(scale(), respondents=Respondent.ANYONE)
    assert missing(surveyed({"s": anyone}, *EVERYBODY), "s", anyone, DAY) is None


def test_the_form_that_a_response_is_about() -> None:
    own = survey(scale(), respondents=Respondent.ANYONE)
    data = surveyed({"s": own}, *EVERYBODY)
    assert form_of(data, own, response(1, "x")) is Form.TEACHER_TEACHER
    assert form_of(data, own, response(1, "x", form=Form.PUPIL_PUPIL)) is Form.PUPIL_PUPIL
    assert form_of(data, own, response(1)) is None
    assert form_of(data, own, response(1, "nobody")) is None
    one = survey(scale(), forms=(Form.STUDENT_PUPIL,))
    assert form_of(data, one, response(1, "nobody")) is Form.STUDENT_PUPIL
    two = Mentees(mentees=(Mentee(person="z", form=Form.PUPIL_PUPIL), Mentee(person="z")))
    assert form_of(surveyed({"s": own}, two), own, response(1, "z")) is None
