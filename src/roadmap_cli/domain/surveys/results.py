"""What the replies to a questionnaire come to: how many, how often, mean and median."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from statistics import mean, median
from typing import NamedTuple

from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.forms import AnyForm
from roadmap_cli.domain.model.files.responses import Response
from roadmap_cli.domain.model.files.surveys import Level, Question, QuestionKind, Questionnaire
from roadmap_cli.domain.model.kinds import InvalidValueError
from roadmap_cli.domain.surveys.replies import NO, YES, label, read_reply, score, scores
from roadmap_cli.domain.surveys.respondents import asked, form_of, missing

# Of fewer anonymous responses nothing is shown but their number: one could guess whose they are.
FEWEST_ANONYMOUS = 3


class Tally(NamedTuple):
    """How often a reply was given."""

    reply: str
    times: int


class QuestionResult(NamedTuple):
    """The replies to a question: `n` gave one, `invalid` gave one that is none of its replies.

    `mean` and `median` are of scores; `texts` are replies in the respondents' own words, in the
    order of the alphabet where the questionnaire is anonymous.
    """

    question: Question
    n: int
    tallies: tuple[Tally, ...] = ()
    mean: float | None = None
    median: float | None = None
    texts: tuple[str, ...] = ()
    invalid: int = 0


class LevelResult(NamedTuple):
    """The mean sum of the scores of whole responses, and the level it reaches."""

    n: int
    total: float
    most: int
    level: str | None


class SurveyResult(NamedTuple):
    """All that a questionnaire has brought.

    `asked` is how many were asked, None where nobody can tell; `missing` are the codes of those
    who have not answered, None where that cannot be known. With `is_withheld` the responses are
    too few to be shown without telling whose they are. `destroyed` responses count as given.
    """

    code: str
    survey: Questionnaire
    n: int
    asked: int | None
    missing: tuple[str, ...] | None
    questions: tuple[QuestionResult, ...]
    level: LevelResult | None = None
    is_withheld: bool = False
    destroyed: int = 0


class FormResult(NamedTuple):
    """The results within one form of mentoring; None for responses of which it is not known."""

    form: AnyForm | None
    result: SurveyResult


def survey_result(data: Dataset, code: str, day: date) -> SurveyResult:
    """The results of all responses to a questionnaire of the school."""
    survey = data.surveys[code]
    everybody = asked(data, survey, day)
    count = len(everybody) if everybody is not None else survey.invited
    found = _result(code, survey, data.responses.of(code))
    return found._replace(asked=count, missing=missing(data, code, survey, day))


def results_by_form(data: Dataset, code: str) -> tuple[FormResult, ...] | None:
    """The results of each form of mentoring, the known ones first by name.

    None when there are not two of them, or when a group of anonymous responses is so small that
    it, or what remains when it is taken away, would tell whose they are.
    """
    survey = data.surveys[code]
    groups: dict[AnyForm | None, list[Response]] = {}
    for response in data.responses.of(code):
        groups.setdefault(form_of(data, survey, response), []).append(response)
    if len(groups) < 2:
        return None
    if survey.anonymous and any(len(group) < FEWEST_ANONYMOUS for group in groups.values()):
        return None
    ordered = sorted(groups, key=lambda form: (form is None, str(form.title) if form else ""))
    return tuple(FormResult(form, _result(code, survey, groups[form])) for form in ordered)


def _result(code: str, survey: Questionnaire, responses: Sequence[Response]) -> SurveyResult:
    whole = [response for response in responses if response.replies]
    withheld = survey.anonymous and 0 < len(responses) < FEWEST_ANONYMOUS
    shown = [] if withheld else whole
    return SurveyResult(
        code,
        survey,
        len(responses),
        None,
        None,
        tuple(_question(question, shown, survey) for question in survey.questions),
        _level(survey, shown),
        withheld,
        destroyed=len(responses) - len(whole),
    )


def _question(
    question: Question, responses: Sequence[Response], survey: Questionnaire
) -> QuestionResult:
    read: list[tuple[str, ...]] = []
    invalid = 0
    for response in responses:
        try:
            read.append(read_reply(question, response.reply(question.id)))
        except InvalidValueError:
            invalid += 1
    given = [reply for reply in read if reply]
    result = QuestionResult(question, len(given), invalid=invalid)
    if question.kind is QuestionKind.TEXT:
        texts = [reply[0] for reply in given]
        return result._replace(texts=tuple(sorted(texts) if survey.anonymous else texts))
    counts = Counter(word for reply in given for word in reply)
    result = result._replace(tallies=_tallies(question, counts))
    values = [value for reply in given if (value := score(question, reply)) is not None]
    if values:
        return result._replace(mean=mean(values), median=median(values))
    return result


def _tallies(question: Question, counts: Counter[str]) -> tuple[Tally, ...]:
    if question.kind is QuestionKind.SCALE:
        span = range(question.least, question.most + 1)
        return tuple(Tally(label(question, value), counts[str(value)]) for value in span)
    if question.kind is QuestionKind.YES_NO:
        return (Tally(YES, counts[YES]), Tally(NO, counts[NO]))
    if question.kind is QuestionKind.PEOPLE:
        return tuple(Tally(code, count) for code, count in sorted(counts.items()))
    return tuple(Tally(option, counts[option]) for option in question.options)


def _level(survey: Questionnaire, responses: Sequence[Response]) -> LevelResult | None:
    """The mean sum; a response that leaves a scale out has no sum."""
    scales = [one for one in survey.questions if one.kind is QuestionKind.SCALE]
    if not survey.levels or not scales:
        return None
    given = [scores(survey, response) for response in responses]
    sums = [sum(values) for values in given if len(values) == len(scales)]
    if not sums:
        return None
    total = mean(sums)
    return LevelResult(
        len(sums), total, sum(one.most for one in scales), level_of(survey.levels, total)
    )


def level_of(levels: Sequence[Level], total: float) -> str | None:
    """The highest level that a sum reaches; None below all of them."""
    reached = [level for level in levels if level.least <= total]
    return max(reached, key=lambda level: level.least).title if reached else None
