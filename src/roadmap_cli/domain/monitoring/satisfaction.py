"""Who is satisfied, by the questionnaires that are answered when the work is over.

Р-145 gives no bound, so that the school sets it; the rule is printed beside the result.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.forms import AnyForm
from roadmap_cli.domain.model.files.indicators import Rules
from roadmap_cli.domain.model.files.responses import Response
from roadmap_cli.domain.model.files.surveys import (
    Moment,
    QuestionKind,
    Questionnaire,
    Respondent,
)
from roadmap_cli.domain.monitoring.counted import Ref, respondent
from roadmap_cli.domain.surveys.replies import YES, score
from roadmap_cli.domain.surveys.respondents import form_of

# The rule speaks of points out of ten; scales of other lengths do not count.
_OUT_OF = 10


class Judged(NamedTuple):
    """A response, and whether whoever gave it is satisfied; None for one that does not tell."""

    ref: Ref
    satisfied: bool | None


def judged(data: Dataset, day: date, form: AnyForm | None, side: Respondent) -> list[Judged]:
    """Everybody's last response of that side up to the day, about the form or, with None, any.

    Anonymous ones count each for itself.
    """
    rules = data.indicators.rules or Rules()
    last: dict[str, Judged] = {}
    for code, survey, response in _given(data, side):
        # The form costs a look through the participants: it is asked for only where it counts.
        if not response.given_by(day) or (
            form is not None and form_of(data, survey, response) != form
        ):
            continue
        last[response.person or response.id] = Judged(
            respondent(response, code), _verdict(survey, response, rules)
        )
    return list(last.values())


def _given(data: Dataset, side: Respondent) -> Iterator[tuple[str, Questionnaire, Response]]:
    for code, survey in data.surveys.items():
        if survey.moment is Moment.AFTER and survey.respondents is side:
            for response in data.responses.of(code):
                yield code, survey, response


def _verdict(survey: Questionnaire, response: Response, rules: Rules) -> bool | None:
    scales = [
        one for one in survey.questions if one.kind is QuestionKind.SCALE and one.most == _OUT_OF
    ]
    if rules.satisfied_by is not None:
        for question in survey.questions:
            if question.pair == rules.satisfied_by and question.kind is QuestionKind.YES_NO:
                reply = response.reply(question.id)
                return reply[0] == YES if reply else None
        scales = [one for one in scales if one.pair == rules.satisfied_by]
    given = [score(one, response.reply(one.id)) for one in scales]
    values = [value for value in given if value is not None]
    return sum(values) / len(values) >= rules.satisfied_from if values else None
