"""Indicators on a screen: fact, target, last year; one of them with all that it counts."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from roadmap_cli.domain.monitoring.counted import Counted, Ref
from roadmap_cli.domain.monitoring.indicators import IndicatorResult, State
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.render.columns import Column, Columns
from roadmap_cli.render.json_values import Json, as_json
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


def indicators_view(results: Sequence[IndicatorResult], title: str = "") -> RenderableType:
    """All indicators, a row each, and what must be known about some of them."""
    columns = [
        Column("Код"),
        Column("Показатель", fills=True),
        Column("Факт", right=True),
        Column("Посчитано", right=True),
        Column("Цель", right=True),
        Column("Прошлый год", right=True),
    ]
    kept = [0, 1, 2, 3]
    kept += [4] if any(one.target is not None for one in results) else []
    kept += [5] if any(one.previous is not None for one in results) else []
    rows = [
        [
            Text(one.id),
            Text(one.title),
            Text(fact_words(one).strip(), style="" if one.value is not None else "dim"),
            Text(count_words(one)),
            Text(target_words(one)),
            Text(previous_words(one)),
        ]
        for one in results
    ]
    table = Columns([columns[n] for n in kept], [[row[n] for n in kept] for row in rows])
    remarks = [Text(f"{one.id}: {'; '.join(one.remarks)}") for one in results if one.remarks]
    head: list[RenderableType] = [Text(title, style="bold")] if title else []
    note = target_note(results)
    below: list[RenderableType] = [Text(note, style="dim")] if note else []
    below += [Text(), *remarks] if remarks else []
    return Group(*head, table, *below)


def explained_view(result: IndicatorResult, directory: Directory) -> RenderableType:
    """One indicator: its formula, rule, values, and the very records that were counted."""
    lines = [Text(f"{result.title} ({result.id})", style="bold")]
    formula = " : ".join(f"{part.title} ({part.name})" for part in result.parts)
    lines.append(Text(f"Формула: {formula}{', в процентах' if result.unit == '%' else ''}"))
    lines += [Text(f"Правило: {result.rule}")] if result.rule else []
    lines += [Text(f"Откуда: {result.source}")] if result.source else []
    counted = count_words(result)
    lines.append(Text(f"Факт: {fact_words(result)}{f' ({counted})' if counted else ''}"))
    if result.target is not None:
        lines.append(Text(" ".join((f"Цель: {target_words(result)}", target_note([result])))))
    lines += [Text(remark) for remark in result.remarks]
    for part, found in zip(result.parts, (result.numerator, result.denominator), strict=False):
        if found is not None:
            lines += [Text(), *_records(part.title, found, directory)]
    return Group(*lines)


def _records(title: str, counted: Counted, directory: Directory) -> list[Text]:
    number = "?" if counted.value is None else decimal(counted.value)
    lines = [Text(f"{title}: {number}", style="bold")]
    lines += [Text(f"  {ref_words(ref, directory)}") for ref in counted.records]
    if counted.doubtful:
        lines.append(Text("  Не учтены, данных о них не хватает:", style="yellow"))
        lines += [Text(f"    {ref_words(ref, directory)}") for ref in counted.doubtful]
    return lines


def ref_words(ref: Ref, directory: Directory) -> str:
    """A counted record by its name."""
    has_names = ref.registry in ("people", "pairs", "partners", "plans")
    name = directory.name(ref.registry, ref.code) if has_names else ref.code
    return f"{name}: {ref.words}" if ref.words else name


def indicators_json(results: Sequence[IndicatorResult]) -> list[Json]:
    """The same as JSON; a value that does not exist is null, and `state` says why."""
    return [
        {
            "id": one.id,
            "title": one.title,
            "state": one.state.value,
            "value": one.value,
            "unit": one.unit,
            "numerator": _counted_json(one.numerator),
            "denominator": _counted_json(one.denominator) if one.denominator else None,
            "target": None if one.target is None else float(one.target),
            "target_year": one.target_year,
            "previous": None if one.previous is None else float(one.previous),
            "rule": one.rule,
            "source": one.source,
            "remarks": list(one.remarks),
        }
        for one in results
    ]


def _counted_json(counted: Counted) -> Json:
    return {
        "value": counted.value,
        "records": as_json(counted.records),
        "doubtful": as_json(counted.doubtful),
        "lacking": counted.lacking,
    }
