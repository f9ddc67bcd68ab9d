"""What `check` says of questionnaires, responses and indicators, and of sound ones nothing."""

from datetime import date
from typing import Any

import pytest

from roadmap_cli.domain.checks.table import run_checks
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.indicators import (
    Indicator,
    Indicators,
    LayoutColumn,
    RegionLayout,
)
from roadmap_cli.domain.model.files.surveys import Moment, QuestionKind, Use
from tests.records import DAY
from tests.surveys.samples import question, response, responses, scale, survey, surveyed

CHOICE, PEOPLE = QuestionKind.CHOICE, QuestionKind.PEOPLE
BEFORE = survey(scale("a", pair="p"), moment=Moment.BEFORE, topic="t")
AFTER = survey(scale("b", pair="p"), moment=Moment.AFTER, topic="t")
SHORTER = survey(scale("b", pair="p", most=5), moment=Moment.AFTER, topic="t")
SECRET = survey(scale(), anonymous=True)


def _of(*each: Any, **surveys: Any) -> Dataset:
    return surveyed(surveys or {"s": survey(scale())}, *each)


def _indicators(**keys: Any) -> Dataset:
    return _of(Indicators(indicators=(Indicator(**keys),)))


def _column(value: str) -> Dataset:
    layout = RegionLayout(id="r", columns=(LayoutColumn(title="Т", value=value),))
    return _of(Indicators(layouts=(layout,)))


@pytest.mark.parametrize(
    ("code", "data", "faults"),
    [
        ("question-duplicate", _of(s=survey(scale("a"), scale("b"))), 0),
        ("question-duplicate", _of(s=survey(scale("a"), scale("a"), scale("a"))), 2),
        ("question-unanswerable", _of(s=survey(scale(least=0, most=1))), 0),
        ("question-unanswerable", _of(s=survey(scale(least=1, most=1))), 1),
        ("question-unanswerable", _of(s=survey(scale(least=2, most=1))), 1),
        ("question-unanswerable", _of(s=survey(scale(labels=("a",)))), 1),
        ("question-unanswerable", _of(s=survey(scale(labels=("a", "b")))), 0),
        ("question-unanswerable", _of(s=survey(scale(labels=("a",) * 10))), 0),
        ("question-unanswerable", _of(s=survey(scale(labels=("a",) * 9))), 1),
        ("question-unanswerable", _of(s=survey(question(CHOICE, options=("a",)))), 1),
        ("question-unanswerable", _of(s=survey(question(CHOICE, options=("a", "b")))), 0),
        ("question-unanswerable", _of(s=survey(question(PEOPLE))), 1),
        ("question-unanswerable", _of(s=survey(question(PEOPLE, use=Use.WISHES))), 0),
        ("question-unanswerable", _of(s=survey(scale(use=Use.WISHES))), 1),
        ("question-unanswerable",
         _of(s=survey(question(QuestionKind.TEXT, use=Use.REQUESTS), anonymous=True)), 1),
        ("survey-unpaired", _of(a=BEFORE, b=AFTER), 0),
        ("survey-unpaired", _of(a=BEFORE, b=SHORTER), 1),
        ("response-astray", _of(responses(response(1, "x", q1=5))), 0),
        ("response-astray", _of(responses(response(1, "x", "нет", q1=5))), 1),
        ("response-astray", _of(responses(response(1, "x", q2=5))), 1),
        ("reply-invalid", _of(responses(response(1, "x", q1=10))), 0),
        ("reply-invalid", _of(responses(response(1, "x", q1=11))), 1),
        ("response-traceable", _of(responses(response(1, "x", q1=5))), 0),
        ("response-traceable", _of(responses(response(1, q1=5))), 1),
        ("response-traceable", _of(responses(response(1, q1=5)), s=SECRET), 0),
        ("response-traceable", _of(responses(response(1, "x", q1=5)), s=SECRET), 1),
        ("response-traceable", _of(responses(response(1, q1=5, day=DAY)), s=SECRET), 1),
        ("response-repeated", _of(responses(response(1, "x"), response(2, "y"))), 0),
        ("response-repeated", _of(responses(response(1, "x"), response(2, "x"))), 1),
        ("before-missing", _of(responses(response(1, "x", "b", b=5)), a=BEFORE, b=AFTER), 1),
        ("before-missing",
         _of(responses(response(1, "x", "a", a=5), response(2, "x", "b", b=5)),
             a=BEFORE, b=AFTER), 0),
        ("indicator-unsound", _indicators(id="own", numerator="meetings"), 0),
        ("indicator-unsound", _indicators(id="own", numerator="meetigs"), 1),
        ("indicator-unsound", _indicators(id="own"), 1),
        ("indicator-unsound", _indicators(id="pairs", numerator="meetings"), 1),
        ("indicator-unsound", _indicators(id="r145.1"), 0),
        ("indicator-unsound", _indicators(id="r145.1", denominator="нет"), 1),
        ("indicator-unsound", _column("mentors"), 0),
        ("indicator-unsound", _column("r145.6"), 0),
        ("indicator-unsound", _column("r145.7"), 1),
    ],
)  # fmt: skip
def test_a_fault_is_found_and_a_sound_file_has_none(code: str, data: Dataset, faults: int) -> None:
    found = run_checks(data, date(2026, 1, 1), frozenset({code}))
    assert len(found) == faults, found
    assert all(finding.code == code for finding in found)
