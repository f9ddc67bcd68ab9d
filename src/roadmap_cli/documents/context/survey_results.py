"""What questionnaires and indicators have shown, in the words of templates."""

from collections.abc import Sequence
from dataclasses import dataclass, fields

from roadmap_cli.documents.context.request import Request
from roadmap_cli.documents.context.result_figures import changes_figure, indicators_figure
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.surveys import Moment
from roadmap_cli.domain.monitoring.indicators import indicators
from roadmap_cli.domain.monitoring.result import IndicatorResult
from roadmap_cli.domain.monitoring.sources import Sources
from roadmap_cli.domain.monitoring.words import (
    count_words,
    fact_words,
    previous_words,
    target_note,
    target_words,
)
from roadmap_cli.domain.papers.figures import Figure
from roadmap_cli.domain.surveys.change import Change, PairedSurveys, changes, paired_surveys
from roadmap_cli.domain.surveys.respondents import form_of
from roadmap_cli.domain.surveys.results import SurveyResult, survey_result
from roadmap_cli.text.decimals import decimal


@dataclass(frozen=True)
class SurveyResultWords:
    """A questionnaire: how many answered, of how many; `level` where its scores add up."""

    title: str
    respondents: str
    moment: str
    answered: int
    asked: str
    anonymous: bool
    level: str


@dataclass(frozen=True)
class ChangeWords:
    """A question asked before and after; `difference` has its sign."""

    question: str
    people: int
    before: str
    after: str
    difference: str
    words: str


@dataclass(frozen=True)
class ComparedWords:
    """Two questionnaires of one topic: their changes and a chart of them."""

    title: str
    rows: tuple[ChangeWords, ...]
    figure: Figure | None


@dataclass(frozen=True)
class MeanWords:
    """A scale of a questionnaire after the work: its mean, its median, how many answered."""

    question: str
    answered: int
    mean: str
    median: str


@dataclass(frozen=True)
class SatisfactionWords:
    """A questionnaire that is answered when the work is over: its scales."""

    title: str
    rows: tuple[MeanWords, ...]


@dataclass(frozen=True)
class SwotWords:
    """The curators' words on each side, none where nobody answered.

    The names are the codes of the questions in a questionnaire that asks all four.
    """

    strengths: tuple[str, ...] = ()
    weaknesses: tuple[str, ...] = ()
    opportunities: tuple[str, ...] = ()
    threats: tuple[str, ...] = ()


@dataclass(frozen=True)
class SurveysWords:
    """All that the school asked."""

    surveys: tuple[SurveyResultWords, ...]
    compared: tuple[ComparedWords, ...]
    satisfaction: tuple[SatisfactionWords, ...]
    swot: SwotWords


@dataclass(frozen=True)
class IndicatorWords:
    """An indicator in a report."""

    code: str
    title: str
    fact: str
    counted: str
    target: str
    previous: str
    rule: str
    remarks: tuple[str, ...]


@dataclass(frozen=True)
class IndicatorsWords:
    """The indicators of the day, and of each form of mentoring where there are several.

    `note` explains the star at a target, `rules` are the rules that were applied, each once.
    """

    rows: tuple[IndicatorWords, ...]
    forms: tuple[tuple[str, tuple[IndicatorWords, ...]], ...]
    note: str
    rules: tuple[str, ...]
    has_previous: bool
    figure: Figure | None


def surveys_words(data: Dataset, request: Request) -> SurveysWords:
    """The questionnaires that somebody has answered by the day of the request."""
    found = [survey_result(data, code, request.today) for code in data.surveys]
    given = [result for result in found if result.n]
    compared = (_compared(data, paired) for paired in paired_surveys(data))
    return SurveysWords(
        tuple(map(_survey, given)),
        tuple(one for one in compared if one is not None),
        tuple(one for one in map(_satisfaction, given) if one is not None),
        _swot(given),
    )


def indicators_words(data: Dataset, request: Request) -> IndicatorsWords:
    """The indicators on the day of the request."""
    sources = Sources(data, request.today)
    found = indicators(sources)
    forms = sources.forms if len(sources.forms) > 1 else ()
    rules = (f"{one.title.lower()}: {one.rule}" for one in found if one.rule)
    return IndicatorsWords(
        tuple(map(_indicator, found)),
        tuple(
            (str(form.title), _of_form(indicators(sources._replace(form=form)))) for form in forms
        ),
        target_note(found),
        tuple(dict.fromkeys(rules)),
        any(one.previous is not None for one in found),
        indicators_figure(found),
    )


def _of_form(found: Sequence[IndicatorResult]) -> tuple[IndicatorWords, ...]:
    """The indicators that a single form has a value of."""
    return tuple(_indicator(one) for one in found if one.value is not None and one.parts[0].by_form)


def _survey(result: SurveyResult) -> SurveyResultWords:
    level = ""
    if result.level is not None:
        level = f"{decimal(result.level.total)} из {result.level.most}"
        level += f" ({result.level.level})" if result.level.level else ""
    survey = result.survey
    return SurveyResultWords(
        survey.title,
        survey.respondents.title,
        survey.moment.title,
        result.n,
        "" if result.asked is None else str(result.asked),
        survey.anonymous,
        level,
    )


def _compared(data: Dataset, paired: PairedSurveys) -> ComparedWords | None:
    found = changes(data, paired)
    if not found:
        return None
    title = topic_title(data, paired)
    return ComparedWords(title, tuple(map(_change, found)), changes_figure(title, found))


def topic_title(data: Dataset, paired: PairedSurveys) -> str:
    """Whose scores they are, in those forms of the questionnaire that somebody is in."""
    survey = data.surveys[paired.after]
    given = data.responses.of(paired.after)
    used = {form_of(data, survey, response) for response in given}
    forms = [str(form.title) for form in survey.forms if form in used]
    return ", ".join((f"Средние оценки до и после: {survey.respondents.title}", *forms))


def _change(change: Change) -> ChangeWords:
    sign = "+" if change.difference > 0 else ""
    return ChangeWords(
        change.question.text,
        change.n,
        decimal(change.before),
        decimal(change.after),
        f"{sign}{decimal(change.difference)}".replace("-", "−"),
        change.words,
    )


def _satisfaction(result: SurveyResult) -> SatisfactionWords | None:
    if result.survey.moment is not Moment.AFTER:
        return None
    rows = tuple(
        MeanWords(one.question.text, one.n, decimal(one.mean), decimal(one.median))
        for one in result.questions
        if one.mean is not None and one.median is not None
    )
    return SatisfactionWords(result.survey.title, rows) if rows else None


def _swot(given: Sequence[SurveyResult]) -> SwotWords:
    names = [field.name for field in fields(SwotWords)]
    found: dict[str, list[str]] = {name: [] for name in names}
    for result in given:
        asked = {one.question.id: one for one in result.questions}
        if asked.keys() >= found.keys():
            for name in names:
                found[name] += asked[name].texts
    return SwotWords(**{name: tuple(texts) for name, texts in found.items()})


def _indicator(one: IndicatorResult) -> IndicatorWords:
    return IndicatorWords(
        one.id,
        one.title,
        fact_words(one),
        count_words(one),
        target_words(one),
        previous_words(one),
        one.rule,
        one.remarks,
    )
