"""Consents of participants, day by day: who needs which, who lacks one, which blank is printed."""

from datetime import date
from typing import Any

import pytest

from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.consents import ConsentKind, Consents
from roadmap_cli.domain.model.files.forms import AnyForm, Form, OwnForm
from roadmap_cli.domain.model.files.participants import Mentee, Mentees, Mentor, Mentors
from roadmap_cli.domain.model.files.people import People, Person
from roadmap_cli.domain.papers.consent_forms import form_for
from roadmap_cli.domain.people.consents import (
    Lack,
    all_lacks,
    is_pupil_here,
    live_consents,
    mentee_needs,
    mentor_needs,
    naming_lacks,
    pair_needs,
)
from roadmap_cli.domain.people.forgetting import reason_of
from roadmap_cli.domain.registries.directory import Directory
from tests.records import AFTER, BEFORE, DAY, all_consents, consent, dataset, people

DATA, DUTY = ConsentKind.PD_PROCESSING, ConsentKind.MENTOR_DUTY
PART, IMAGE = ConsentKind.PARTICIPATION, ConsentKind.IMAGE


def _data(mentor: dict[str, Any], mentee: dict[str, Any], *more: Any) -> Dataset:
    return dataset(
        people("M", "X"),
        Mentors(mentors=(Mentor(person="m", **mentor),)),
        Mentees(mentees=(Mentee(person="x", **mentee),)),
        *more,
    )


@pytest.mark.parametrize(
    ("left", "takes_part"), [(None, True), (BEFORE, False), (DAY, False), (AFTER, True)]
)
def test_who_has_left_needs_no_consent_from_that_day(left: date | None, takes_part: bool) -> None:
    of_mentor = [Lack("m", DATA), Lack("m", DUTY)]
    of_mentee = [Lack("x", DATA), Lack("x", PART)]
    lacks = all_lacks(_data({"left": left}, {"left": AFTER}), DAY)
    assert lacks == [*(of_mentor if takes_part else []), *of_mentee]
    lacks = all_lacks(_data({"left": AFTER}, {"left": left}), DAY)
    assert lacks == [*of_mentor, *(of_mentee if takes_part else [])]


@pytest.mark.parametrize(
    ("keys", "lacks"),
    [
        ({"given_on": DAY}, False),
        ({"given_on": AFTER}, True),
        ({"valid_to": BEFORE}, True),
        ({"valid_to": DAY}, False),
        ({"withdrawn_on": DAY}, True),
        ({"withdrawn_on": AFTER}, False),
        ({"kind": IMAGE}, True),
        ({"person": "m"}, True),
    ],
)
def test_a_consent_that_holds_is_lacked_no_more(keys: dict[str, Any], lacks: bool) -> None:
    own = consent(keys.pop("person", "x"), keys.pop("kind", DATA), **keys)
    data = _data({}, {}, Consents(consents=(own,)))
    assert (Lack("x", DATA) in all_lacks(data, DAY)) is lacks
    assert (Lack("x", DATA) in live_consents(data, DAY)) is not lacks
    assert (Lack("x", DATA) in naming_lacks(data, ["x"], DAY)) is lacks


@pytest.mark.parametrize(
    ("form", "duty"),
    [
        (None, True),
        (Form.TEACHER_TEACHER, True),
        (Form.PUPIL_PUPIL, False),
        (Form.STUDENT_PUPIL, False),
        (Form.EMPLOYER_PUPIL, False),
        (Form.EMPLOYER_STUDENT, False),
        (Form.TEACHER_PUPIL, True),
        (Form.LEADER_TEACHER, True),
        (OwnForm("волонтёр – ученик"), True),
    ],
)
def test_only_a_worker_consents_to_extra_duties(form: AnyForm | None, duty: bool) -> None:
    needs = (DATA, DUTY) if duty else (DATA,)
    assert mentor_needs(dataset(), form) == needs
    assert mentee_needs() == (DATA, PART)
    wanted = [*(Lack("m", kind) for kind in needs), Lack("x", DATA), Lack("x", PART)]
    assert pair_needs(dataset(), "m", ["x"], form) == wanted
    assert pair_needs(dataset(), "m", ["x", "y"], form) == [
        *wanted,
        Lack("y", DATA),
        Lack("y", PART),
    ]


def test_a_lack_is_told_once_and_of_nobody_forgotten() -> None:
    twice = Mentees(mentees=(Mentee(person="x"), Mentee(person="x", form=Form.PUPIL_PUPIL)))
    data = dataset(people("X"), twice)
    assert all_lacks(data, DAY) == [Lack("x", DATA), Lack("x", PART)]
    gone = People(people=(Person(id="x", surname="X", forgotten_on=BEFORE),))
    assert all_lacks(dataset(gone, twice), DAY) == []
    assert naming_lacks(dataset(gone, twice), ["x"], DAY) == []
    assert Lack("x", DATA).words(Directory(data)) == (
        "X: нет согласия на обработку персональных данных"
    )


def test_a_paper_may_name_staff_and_those_who_have_agreed() -> None:
    data = _data({}, {}, all_consents("x"))
    assert naming_lacks(data, ["x", "director", "m", "m"], DAY) == [Lack("m", DATA)]


@pytest.mark.parametrize(
    ("form", "as_mentee", "as_mentor"),
    [
        (None, False, False),
        (Form.TEACHER_TEACHER, False, False),
        (Form.PUPIL_PUPIL, True, True),
        (Form.STUDENT_PUPIL, True, False),
        (Form.EMPLOYER_PUPIL, True, False),
        (Form.EMPLOYER_STUDENT, False, False),
    ],
)
def test_who_is_a_pupil_of_the_school(form: Form | None, as_mentee: bool, as_mentor: bool) -> None:
    data = _data({"form": form}, {"form": form})
    assert is_pupil_here(data, "x") is as_mentee
    assert is_pupil_here(data, "m") is as_mentor
    assert not is_pupil_here(data, "stranger")


ADULT, CHILD = "form.consent-processing", "form.consent-processing-minor"
BORN = date(2007, 12, 1)


@pytest.mark.parametrize(
    ("keys", "is_pupil", "code"),
    [
        ({"born": BORN}, True, ADULT),
        ({"born": date(2007, 12, 2)}, True, CHILD),
        ({"born": date(2007, 12, 2)}, False, CHILD),
        ({"born": BORN}, False, ADULT),
        ({"birth_year": 2007}, True, ADULT),
        ({"birth_year": 2008}, False, CHILD),
        ({}, True, CHILD),
        ({}, False, ADULT),
        (None, True, CHILD),
        (None, False, ADULT),
    ],
)
def test_a_minors_blank_is_for_those_under_eighteen(
    keys: dict[str, Any] | None, is_pupil: bool, code: str
) -> None:
    person = None if keys is None else Person(id="x", surname="X", **keys)
    assert form_for(_taking_part(person, is_pupil=is_pupil), DATA, "x", DAY).code == code


def test_a_consent_without_a_blank_for_minors_has_one_for_all() -> None:
    child = Person(id="x", surname="X", born=DAY)
    data = _taking_part(child, is_pupil=True)
    assert form_for(data, DUTY, "x", DAY).code == "form.consent-duty"


def _taking_part(person: Person | None, *, is_pupil: bool) -> Dataset:
    form = Form.TEACHER_PUPIL if is_pupil else Form.TEACHER_TEACHER
    mentee = Mentees(mentees=(Mentee(person="x", form=form),))
    return dataset(People(people=(person,) if person else ()), mentee)


WITHDRAWN = "отзыв согласия на обработку персональных данных"
ENDED = "истечение срока согласия"


@pytest.mark.parametrize(
    ("consents", "why"),
    [
        ((), None),
        (({},), None),
        (({"withdrawn_on": BEFORE},), WITHDRAWN),
        (({"withdrawn_on": DAY},), WITHDRAWN),
        (({"withdrawn_on": AFTER},), None),
        (({"valid_to": BEFORE},), ENDED),
        (({"valid_to": DAY},), None),
        (({"valid_to": AFTER},), None),
        (({"valid_to": DAY, "given_on": AFTER},), None),
        (({"valid_to": BEFORE}, {}), None),
        (({"valid_to": BEFORE}, {"given_on": AFTER}), ENDED),
        (({"valid_to": BEFORE}, {"withdrawn_on": DAY}), WITHDRAWN),
        (({}, {"withdrawn_on": DAY}), WITHDRAWN),
        (({"person": "m", "withdrawn_on": DAY},), None),
    ],
)
def test_why_the_data_go(consents: tuple[dict[str, Any], ...], why: str | None) -> None:
    own = tuple(consent(each.get("person", "x"), **{k: v for k, v in each.items() if k != "person"})
                for each in consents)  # fmt: skip
    data = _data({}, {}, Consents(consents=own))
    assert reason_of(data, data.people.people[1], DAY) == why
