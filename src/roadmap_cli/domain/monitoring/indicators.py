"""Indicators of a school on a day: fact, target, last year; and why one has no value."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.indicators import Indicator
from roadmap_cli.domain.monitoring.builtin import BUILT_IN, BUILT_IN_IDS, PERCENT, BuiltIn
from roadmap_cli.domain.monitoring.counted import Counted
from roadmap_cli.domain.monitoring.quantities import QUANTITY, Quantity, unsound
from roadmap_cli.domain.monitoring.result import IndicatorResult, Part, State
from roadmap_cli.domain.monitoring.sources import Sources

# Of fewer records a share says next to nothing.
FEW = 3
_OWN = "показатель школы"


class _Formula(NamedTuple):
    """An indicator as it is to be counted, of the program or of the school."""

    id: str
    title: str
    numerator: Quantity
    denominator: Quantity | None
    unit: str
    target: Decimal | None
    target_year: int | None
    previous: Decimal | None
    rule: str
    source: str


def indicators(sources: Sources) -> tuple[IndicatorResult, ...]:
    """All indicators: those of Р-145, those of the method, those of the school."""
    return tuple(_result(formula, sources) for formula in _formulas(sources))


def _formulas(sources: Sources) -> Iterator[_Formula]:
    """The school's word goes before the program's; what cannot be counted `check` reports."""
    data = sources.data
    own = {one.id: one for one in data.indicators.indicators if not unsound(one)}
    for built in BUILT_IN:
        yield _of_builtin(built, own.get(built.id), sources)
    for one in own.values():
        if one.id not in BUILT_IN_IDS and one.numerator:
            yield _Formula(
                one.id,
                one.title or one.id,
                QUANTITY[one.numerator],
                QUANTITY[one.denominator] if one.denominator else None,
                one.unit or (PERCENT if one.denominator else ""),
                one.target,
                None,
                one.previous,
                one.rule or "",
                _OWN,
            )


def _of_builtin(built: BuiltIn, own: Indicator | None, sources: Sources) -> _Formula:
    numerator = (own.numerator if own else None) or built.numerator
    denominator = (own.denominator if own else None) or built.denominator
    target, year = _region_target(built, sources.data)
    if own is not None and own.target is not None:
        target, year = own.target, None
    return _Formula(
        built.id,
        (own.title if own else None) or built.title,
        QUANTITY[numerator],
        QUANTITY[denominator] if denominator else None,
        (own.unit if own else None) or built.unit,
        target,
        year,
        own.previous if own else None,
        (own.rule if own else None) or built.rule(sources.rules),
        built.source,
    )


def _region_target(built: BuiltIn, data: Dataset) -> tuple[Decimal | None, int | None]:
    """The region's target for the year in which the school year ends, or the last one set."""
    ends = data.roadmap.school_year.end.year
    years = [year for year in built.targets if year <= ends]
    year = max(years, default=None)
    return (Decimal(built.targets[year]), year) if year is not None else (None, None)


def _result(formula: _Formula, sources: Sources) -> IndicatorResult:
    parts = tuple(one for one in (formula.numerator, formula.denominator) if one is not None)
    applies = all(part.applies(sources) for part in parts)
    numerator = formula.numerator.measure(sources)
    denominator = formula.denominator.measure(sources) if formula.denominator else None
    state, value = State.NOT_APPLICABLE, None
    if applies:
        state, value = _value(formula, numerator, denominator)
    return IndicatorResult(
        formula.id,
        formula.title,
        state,
        value,
        formula.unit,
        numerator,
        denominator,
        tuple(Part(part.name, part.title, part.by_form, part.of_answers) for part in parts),
        formula.target,
        formula.target_year,
        formula.previous,
        formula.rule,
        formula.source,
        tuple(_remarks(state, value, formula, numerator, denominator)),
    )


def _value(
    formula: _Formula, numerator: Counted, denominator: Counted | None
) -> tuple[State, float | None]:
    if numerator.value is None or (denominator is not None and denominator.value is None):
        return State.UNKNOWN, None
    if not numerator.value and numerator.doubtful:
        return State.UNKNOWN, None
    if denominator is None:
        return State.VALUE, float(numerator.value)
    if not denominator.value:
        return State.NOTHING, None
    share = numerator.value / denominator.value
    return State.VALUE, 100 * share if formula.unit == PERCENT else share


def _remarks(
    state: State,
    value: float | None,
    formula: _Formula,
    numerator: Counted,
    denominator: Counted | None,
) -> Iterator[str]:
    counted = [numerator] if denominator is None else [numerator, denominator]
    if state is State.UNKNOWN:
        yield from dict.fromkeys(one.lacking for one in counted if one.lacking)
    if state is State.NOTHING:
        yield "считать не из чего: n = 0"
    if state is State.VALUE and denominator is not None and 0 < (denominator.value or 0) < FEW:
        yield f"n = {denominator.value:g}: для вывода мало"
    if value is not None and formula.unit == PERCENT and value > 100:
        yield "больше 100 %: проверьте, сколько людей всего"
    if state is not State.NOT_APPLICABLE:
        doubtful = len({ref for one in counted for ref in one.doubtful})
        if doubtful:
            yield f"не учтено из-за неполных данных: {doubtful}"
