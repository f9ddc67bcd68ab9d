"""What surveys and indicators say in public: nothing from which one person's answers show."""

from collections.abc import Iterator
from datetime import date

from roadmap_cli.documents.context.result_figures import changes_figure, indicators_figure
from roadmap_cli.documents.context.survey_results import topic_title
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.monitoring.indicators import indicators
from roadmap_cli.domain.monitoring.result import IndicatorResult, State
from roadmap_cli.domain.monitoring.sources import Sources
from roadmap_cli.domain.monitoring.words import (
    count_words,
    fact_words,
    previous_words,
    target_note,
    target_words,
)
from roadmap_cli.domain.papers.figures import Figure
from roadmap_cli.domain.publication.results import IndicatorLine, PublicResults
from roadmap_cli.domain.surveys.change import changes, paired_surveys
from roadmap_cli.domain.surveys.results import FEWEST_ANONYMOUS

_TOO_FEW = f"ответов меньше {FEWEST_ANONYMOUS}"

_NOT_YET = "Показатели, которые посчитать ещё нельзя, не приведены."


def public_results(data: Dataset, today: date) -> PublicResults:
    """The indicators that have a value and the changes of means, of at least three answers each."""
    found = [
        one for one in indicators(Sources(data, today)) if one.state is not State.NOT_APPLICABLE
    ]
    valued = [one for one in found if one.state is State.VALUE]
    told = [one for one in valued if not _shows_answers(one)]
    figures = [indicators_figure(told), *_changes(data)]
    notes = [target_note(told), *(f"{one.title}: {one.rule}." for one in told if one.rule)]
    notes += [_NOT_YET] if len(valued) < len(found) else []
    if not valued:
        return PublicResults()
    return PublicResults(
        tuple(figure for figure in figures if figure is not None),
        tuple(map(_line, valued)),
        tuple(filter(None, notes)),
    )


def _shows_answers(one: IndicatorResult) -> bool:
    """True where so few answered that a reader could guess what one of them said."""
    answers = any(part.of_answers for part in one.parts)
    return answers and one.value is not None and (one.n or 0) < FEWEST_ANONYMOUS


def _line(one: IndicatorResult) -> IndicatorLine:
    if _shows_answers(one):
        return IndicatorLine(
            one.title, "не публикуется", target_words(one), previous_words(one), _TOO_FEW
        )
    notes = "; ".join((count_words(one), *one.remarks))
    return IndicatorLine(one.title, fact_words(one), target_words(one), previous_words(one), notes)


def _changes(data: Dataset) -> Iterator[Figure | None]:
    for paired in paired_surveys(data):
        found = [one for one in changes(data, paired) if one.n >= FEWEST_ANONYMOUS]
        yield changes_figure(topic_title(data, paired), found)
