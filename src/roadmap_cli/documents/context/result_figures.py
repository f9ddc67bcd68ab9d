"""Charts of indicators and of what changed between two questionnaires."""

from collections.abc import Sequence

from roadmap_cli.domain.monitoring.builtin import PERCENT
from roadmap_cli.domain.monitoring.result import IndicatorResult
from roadmap_cli.domain.papers.figures import Figure, Series
from roadmap_cli.domain.surveys.change import Change
from roadmap_cli.text.decimals import decimal

_WHOLE = 100


def indicators_figure(results: Sequence[IndicatorResult]) -> Figure | None:
    """Shares in per cent beside their targets; None where no share has a value."""
    shown = [one for one in results if one.value is not None and one.unit == PERCENT]
    if not shown:
        return None
    series = [Series("факт", tuple(one.value for one in shown))]
    if any(one.target is not None for one in shown):
        targets = tuple(float(one.target) if one.target is not None else None for one in shown)
        series.append(Series("цель", targets))
    told = "; ".join(f"{one.title} – {decimal(one.value or 0)} %" for one in shown)
    return Figure(
        "Показатели, %",
        tuple(one.title for one in shown),
        tuple(series),
        unit="%",
        most=max(_WHOLE, *(one.value or 0 for one in shown)),
        alt=f"Показатели программы: {told}.",
    )


def changes_figure(title: str, changes: Sequence[Change]) -> Figure | None:
    """Mean scores before and after; None where nobody answered twice."""
    if not changes:
        return None
    told = "; ".join(
        f"{one.question.text}: {decimal(one.before)} и {decimal(one.after)}" for one in changes
    )
    return Figure(
        title,
        tuple(one.question.text for one in changes),
        (
            Series("до", tuple(one.before for one in changes)),
            Series("после", tuple(one.after for one in changes)),
        ),
        most=max(one.question.most for one in changes),
        alt=f"Средние оценки до и после: {told}.",
    )
