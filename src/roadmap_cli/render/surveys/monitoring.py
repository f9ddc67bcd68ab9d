"""Indicators on a screen: fact, target, last year; one of them with all that it counts."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from roadmap_cli.domain.monitoring.counted import Counted, Ref
from roadmap_cli.domain.monitoring.result import IndicatorResult
from roadmap_cli.domain.monitoring.words import (
    count_words,
    fact_words,
    previous_words,
    target_note,
    target_words,
)
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.render.columns import Column, Columns
from roadmap_cli.render.json_values import Json, as_json
from roadmap_cli.text.decimals import decimal


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
