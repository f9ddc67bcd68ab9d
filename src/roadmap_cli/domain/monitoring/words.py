"""Indicators in Russian words, the same on a screen, on paper and on a page."""

from collections.abc import Sequence

from roadmap_cli.domain.monitoring.result import IndicatorResult, State
from roadmap_cli.text.decimals import decimal

_UNIT_OF_SHARE = "%"
_STAR = "*"
_STATES = {
    State.NOT_APPLICABLE: "не применимо",
    State.UNKNOWN: "нет данных",
    State.NOTHING: "n = 0",
}


def fact_words(result: IndicatorResult) -> str:
    """«66,7 %», «не применимо»."""
    if result.value is None:
        return _STATES[result.state]
    told = _with_unit(result.value, result.unit)
    return f"не менее {told}" if result.at_least else told


def target_words(result: IndicatorResult) -> str:
    """«70 %», with a star where a region's target stands in for one of the school."""
    if result.target is None:
        return ""
    told = _with_unit(float(result.target), result.unit)
    return f"{told}{_STAR}" if result.target_year else told


def target_note(results: Sequence[IndicatorResult]) -> str:
    """What the star means; empty where none is printed."""
    years = sorted({one.target_year for one in results if one.target_year})
    if not years:
        return ""
    told = ", ".join(map(str, years))
    return f"{_STAR} Цель Р-145 для региона на {told} год, не для школы."


def previous_words(result: IndicatorResult) -> str:
    """The value of last year, where it is entered."""
    return _with_unit(float(result.previous), result.unit) if result.previous is not None else ""


def count_words(result: IndicatorResult) -> str:
    """«14 из 21»; the number alone where nothing is shared."""
    if result.state is State.NOT_APPLICABLE:
        return ""
    counted = [result.numerator] if result.denominator is None else [
        result.numerator, result.denominator,
    ]  # fmt: skip
    between = " из " if result.unit == _UNIT_OF_SHARE else " : "
    return between.join("?" if one.value is None else decimal(one.value) for one in counted)


def _with_unit(value: float, unit: str) -> str:
    told = decimal(value)
    return f"{told} {unit}" if unit == _UNIT_OF_SHARE or not unit.strip() else told
