"""An answer sheet set against the responses there are: what is new, what is left out and why."""

from collections.abc import Sequence

from roadmap_cli.domain.imports.anonymous_answers import AnonymousAnswers
from roadmap_cli.domain.imports.answers import AnswerRow, Left
from roadmap_cli.domain.imports.named_answers import NamedAnswers
from roadmap_cli.domain.imports.survey_rows import Decisions, Reading, SurveyProposal
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.errors import RequestInvalidError


def survey_proposal(
    data: Dataset,
    code: str,
    rows: Sequence[AnswerRow],
    left: Sequence[Left],
    decisions: Decisions,
) -> SurveyProposal:
    """What the rows add to the responses of a questionnaire; `left` is what was not read at all.

    Raises RequestInvalidError for decisions that do not fit, UnknownNameError for a person.
    """
    survey = data.surveys[code]
    reading = Reading(data, survey, decisions.today)
    if decisions.again and not survey.anonymous:
        raise RequestInvalidError(
            "--again нужен только анонимной анкете", hint="Заменить ответы людей: --replace"
        )
    if survey.anonymous:
        _refuse_names(decisions)
        return AnonymousAnswers(data, code, reading, decisions).proposal(rows, left)
    return NamedAnswers(data, code, reading, decisions).proposal(rows, left)


def _refuse_names(decisions: Decisions) -> None:
    if decisions.people:
        raise RequestInvalidError("анкета анонимная: чьи ответы, не указывают")
    if decisions.replace and decisions.again:
        raise RequestInvalidError("указывают одно из двух: --replace или --again")
