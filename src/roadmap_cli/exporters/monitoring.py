"""Indicators as sheets: all of them, or the columns that somebody asks for, in their order."""

from collections.abc import Mapping, Sequence

from roadmap_cli.domain.model.files.indicators import LayoutColumn, RegionLayout
from roadmap_cli.domain.monitoring.quantities import QUANTITY
from roadmap_cli.domain.monitoring.result import IndicatorResult, State
from roadmap_cli.domain.monitoring.sources import Sources
from roadmap_cli.exporters.tables import Sheet
from roadmap_cli.text.decimals import decimal

_PLACES = 2
_HEAD = (
    "Код", "Показатель", "Факт", "Единица", "Числитель", "Знаменатель", "Цель",
    "Год цели региона", "Прошлый год", "Правило", "Замечания",
)  # fmt: skip
_STATES = {
    State.NOT_APPLICABLE: "не применимо",
    State.UNKNOWN: "нет данных",
    State.NOTHING: "не из чего считать",
}


def indicator_sheet(title: str, results: Sequence[IndicatorResult]) -> Sheet:
    """All indicators, a row each."""
    return Sheet(title, [list(_HEAD), *map(_row, results)])


def _row(one: IndicatorResult) -> list[str]:
    return [
        one.id,
        one.title,
        fact(one),
        one.unit,
        _number(one.numerator.value),
        _number(one.denominator.value) if one.denominator else "",
        _number(None if one.target is None else float(one.target)),
        str(one.target_year or ""),
        _number(None if one.previous is None else float(one.previous)),
        one.rule,
        "; ".join(one.remarks),
    ]


def fact(one: IndicatorResult) -> str:
    """The value as a number, or in words why there is none."""
    return _STATES[one.state] if one.value is None else _number(one.value)


def layout_sheet(
    layout: RegionLayout, results: Mapping[str, IndicatorResult], sources: Sources
) -> Sheet:
    """A row of values under the headings of a layout."""
    head = [column.title for column in layout.columns]
    return Sheet(
        layout.title or layout.id,
        [head, [_cell(column, results, sources) for column in layout.columns]],
    )


def _cell(column: LayoutColumn, results: Mapping[str, IndicatorResult], sources: Sources) -> str:
    if column.value is None:
        return column.text or ""
    if column.value in results:
        return fact(results[column.value])
    quantity = QUANTITY.get(column.value)
    if quantity is None:
        return "нет такого показателя"
    if not quantity.applies(sources):
        return _STATES[State.NOT_APPLICABLE]
    value = quantity.measure(sources).value
    return _STATES[State.UNKNOWN] if value is None else _number(value)


def _number(value: float | None) -> str:
    return "" if value is None else decimal(value, _PLACES)
