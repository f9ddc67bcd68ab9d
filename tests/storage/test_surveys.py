"""The questionnaires that come with the program: each can be read and is what it says."""

import shutil
from collections import Counter
from pathlib import Path

import pytest

from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.forms import Form, FormChoice
from roadmap_cli.domain.model.files.participants import Weekday
from roadmap_cli.domain.model.files.surveys import (
    Moment,
    Question,
    QuestionKind,
    Questionnaire,
    Respondent,
    Use,
)
from roadmap_cli.domain.model.kinds import Choice
from roadmap_cli.domain.surveys.change import paired_surveys
from roadmap_cli.storage.surveys import BuiltInSurveys, built_in_surveys
from roadmap_cli.storage.workspace import load_file, load_workspace
from tests.conftest import ROOT, Run

SAMPLES = dict(BuiltInSurveys())
SCHEMA = "# yaml-language-server: $schema=../schema/surveys.schema.json"
OPTIONS = {QuestionKind.CHOICE, QuestionKind.CHOICES}


def _questions(use: Use) -> list[Question]:
    every = [question for survey in SAMPLES.values() for question in survey.questions]
    return [question for question in every if question.use is use]


def _of(side: Respondent, moment: Moment) -> list[Questionnaire]:
    return [
        survey
        for survey in SAMPLES.values()
        if (survey.respondents, survey.moment) == (side, moment)
    ]


def test_every_sample_is_there() -> None:
    folder = ROOT / "templates" / "surveys"
    assert sorted(SAMPLES) == sorted(path.stem for path in folder.iterdir())
    wanted = {"requests", "willing", "preferences", "interim", "curator", "swot"}
    assert wanted < set(SAMPLES)
    assert len(SAMPLES) == len(wanted) + 20


def test_a_sample_is_read_when_it_is_asked_for() -> None:
    samples = BuiltInSurveys()
    assert len(samples) == len(built_in_surveys())
    assert samples["swot"] is samples["swot"]
    for code in ("нет", "../form/plan", ""):
        assert code not in samples
        assert samples.get(code) is None


@pytest.mark.parametrize("code", SAMPLES)
def test_a_sample_has_no_fault(code: str) -> None:
    raw = built_in_surveys()[code]
    loaded = load_file(Dataset.surveys.member(code), raw)
    assert loaded.problems == ()
    assert raw.decode().splitlines()[0] == SCHEMA
    survey = SAMPLES[code]
    assert survey.source is not None
    assert survey.source.startswith("Образец, а не официальный текст.")
    assert survey.intro
    assert survey.questions
    for name in ("id", "text"):
        assert set(Counter(getattr(one, name) for one in survey.questions).values()) == {1}
    for name in ("pair", "use"):
        told = [getattr(one, name) for one in survey.questions if getattr(one, name)]
        assert len(told) == len(set(told))


@pytest.mark.parametrize("code", SAMPLES)
def test_a_question_of_a_sample_can_be_answered(code: str) -> None:
    for question in SAMPLES[code].questions:
        assert (len(question.options) > 1) is (question.kind in OPTIONS)
        assert len(set(question.options)) == len(question.options)
        span = question.most - question.least + 1
        labels = (2, span) if question.kind is QuestionKind.SCALE else (0,)
        assert len(question.labels) in labels


def test_titles_tell_the_samples_apart() -> None:
    titles = [survey.title for survey in SAMPLES.values()]
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("side", [Respondent.MENTOR, Respondent.MENTEE])
@pytest.mark.parametrize("moment", [Moment.BEFORE, Moment.AFTER])
def test_every_form_has_one_questionnaire_a_side(side: Respondent, moment: Moment) -> None:
    forms = Counter(form for survey in _of(side, moment) for form in survey.forms)
    assert forms == Counter(Form)


def test_the_same_is_asked_before_and_after() -> None:
    data = Dataset({f"surveys/{code}": survey for code, survey in SAMPLES.items()})
    paired = paired_surveys(data)
    assert len(paired) == 10
    for topic, before, after in paired:
        assert topic == "satisfaction"
        assert after == before.replace("-before-", "-after-")
        first, second = (
            {one.pair: (one.kind, one.least, one.most, one.labels, one.options)
             for one in SAMPLES[code].questions if one.pair}
            for code in (before, after)
        )  # fmt: skip
        # How important something is before the work is compared with nothing.
        assert first.items() <= second.items()
        assert sum(kind is QuestionKind.SCALE for kind, *_ in first.values()) >= 8


@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize(
    "form", ["pupil", "teacher", "student", "employer-pupil", "employer-student"]
)
def test_both_sides_are_asked_of_the_same(moment: str, form: str) -> None:
    mentor, mentee = (
        {one.pair for one in SAMPLES[f"{side}-{moment}-{form}"].questions if one.pair}
        for side in ("mentor", "mentee")
    )
    assert mentor & mentee >= {"effect", "comfort", "events", "value", "often", "glad"}
    assert len(mentor & mentee) >= 8


@pytest.mark.parametrize("side", [Respondent.MENTOR, Respondent.MENTEE])
def test_satisfaction_can_be_told_by_a_question_and_by_scores(side: Respondent) -> None:
    for survey in _of(side, Moment.AFTER):
        glad = survey.question("glad")
        assert glad is not None
        assert (glad.kind, glad.pair) == (QuestionKind.YES_NO, "glad")
        assert glad.text == "Рады ли Вы, что участвовали в программе?"


def test_the_curator_gives_nine_scores() -> None:
    survey = SAMPLES["curator"]
    assert [(one.least, one.most) for one in survey.questions] == [(0, 2)] * 9
    assert [(level.least, level.title) for level in survey.levels] == [
        (0, "недопустимый"), (9, "допустимый"), (15, "оптимальный"),
    ]  # fmt: skip


def test_only_the_interim_one_is_anonymous() -> None:
    assert [code for code, survey in SAMPLES.items() if survey.anonymous] == ["interim"]


@pytest.mark.parametrize(
    ("code", "uses"),
    [
        ("requests", {Use.REQUESTS, Use.DIRECTIONS, Use.INTERESTS, Use.FORM, Use.DAYS}),
        ("willing", {Use.ROLE, Use.FORM, Use.DIRECTIONS, Use.INTERESTS, Use.EXPERIENCE, Use.DAYS,
                     Use.COMPETENCES, Use.CAPACITY, Use.TIME, Use.REQUESTS}),
        ("preferences", {Use.WISHES}),
    ],
)  # fmt: skip
def test_what_the_matching_takes(code: str, uses: set[Use]) -> None:
    assert {one.use for one in SAMPLES[code].questions if one.use} == uses


def test_the_matching_understands_every_option() -> None:
    for question in _questions(Use.FORM):
        assert all(isinstance(FormChoice().read(option), Form) for option in question.options)
    for question in _questions(Use.DAYS):
        assert [Choice(Weekday).read(option) for option in question.options] == list(Weekday)
    for question in _questions(Use.ROLE):
        assert question.options == ("наставник", "наставляемый")
    assert [question.kind for question in _questions(Use.WISHES)] == [QuestionKind.PEOPLE]


def test_a_school_takes_the_samples_as_they_are(run: Run, school: Path) -> None:
    shutil.copytree(ROOT / "templates" / "surveys", school / "data" / "surveys")
    workspace = load_workspace(school)
    assert workspace.problems == ()
    assert dict(workspace.data().surveys) == SAMPLES
    assert "data/surveys" not in run("check", today="2025-12-01").out
