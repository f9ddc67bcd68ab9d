"""A conflict in words: which record, which key, what each side has."""

from collections.abc import Mapping

from roadmap_cli.domain.model.changes import Plain
from roadmap_cli.domain.model.record import Record, keys, told_apart
from roadmap_cli.storage.merging.plain import ABSENT, Conflict, Step, Value
from roadmap_cli.storage.merging.segments import OURS, THEIRS

_LONGEST = 60
_MOST_KEYS = 3
_NAMES = ("surname", "name", "patronymic"), ("title",), ("text",), ("task",), ("name",)


def conflict_told(conflict: Conflict, names: Mapping[str, str]) -> str:
    """A sentence about a conflict; `names` are those of people by code."""
    place = _place(conflict.trail, names)
    base, ours, theirs = conflict.versions
    if any(isinstance(side, dict) and "locked" in side for side in (ours, theirs)):
        return f"{place}: запись зашифрована и изменена в обеих ветках, оставлены обе её версии"
    if base is ABSENT and isinstance(ours, dict) and isinstance(theirs, dict):
        differing = _differing(conflict.trail[-1].record, ours, theirs)
        return f"{place}: добавлено в обеих ветках с разным содержанием — {differing}"
    gone = "нет" if base is ABSENT else "удалено"
    if isinstance(base, dict) and ABSENT in (ours, theirs) and conflict.trail[-1].key is None:
        record = conflict.trail[-1].record
        ours, theirs = (_changes(record, base, side) for side in (ours, theirs))
    return f"{place}: {_side(OURS, ours, gone)}, {_side(THEIRS, theirs, gone)}"


def overruled_told(conflict: Conflict, names: Mapping[str, str]) -> str:
    """A sentence about changes of a record that was forgotten on the other side."""
    place = _place(conflict.trail, names)
    ours = conflict.versions.ours
    where = OURS if isinstance(ours, dict) and "forgotten_on" in ours else THEIRS
    return f"{place}: данные уничтожены {where}, правки этой записи из другой ветки не взяты"


def _place(trail: tuple[Step, ...], names: Mapping[str, str]) -> str:
    """«Люди: Новик Пётр (novik), Телефон»; what lies around a record with a code is left out."""
    coded = [n for n, step in enumerate(trail) if isinstance(step.item, dict) and "id" in step.item]
    steps = trail[max(coded[-1] - 1, 0) :] if coded else trail
    told = ""
    for step in steps:
        if step.key is not None:
            told += f"{', ' if told else ''}{_heading(step.record, step.key)}"
        else:
            told += f": {_item(step.record, step.item, names)}"
    return told or "файл целиком"


def _heading(record: type[Record] | None, name: str) -> str:
    declared = keys(record) if record else ()
    return next((key.heading for key in declared if key.name == name), name)


def _item(record: type[Record] | None, item: Plain, names: Mapping[str, str]) -> str:
    if not isinstance(item, dict):
        return f"«{_short(_text(item))}»"
    way = next(iter(told_apart(record)), ()) if record else ("id",)
    marks = [_text(item[key]) for key in way if item.get(key)]
    told = [" ".join(_text(item[key]) for key in group if item.get(key)) for group in _NAMES]
    name = next((each for each in told if each and each not in marks), None)
    if name is not None:
        return f"«{_short(name)}» ({', '.join(marks)})" if marks else f"«{_short(name)}»"
    code = ", ".join(f"{names[mark]} ({mark})" if mark in names else mark for mark in marks)
    return code or f"«{_short(_text(item))}»"


def _changes(record: type[Record] | None, base: dict[str, Plain], side: Value) -> Value:
    """What a side changed in a record, where the other side removed it."""
    if not isinstance(side, dict):
        return side
    names = [key for key in {**base, **side} if base.get(key) != side.get(key)]
    told = [f"{_heading(record, key)}: {_text(side.get(key, '')) or 'убрано'}" for key in names]
    return "; ".join(told)


def _differing(
    record: type[Record] | None, ours: dict[str, Plain], theirs: dict[str, Plain]
) -> str:
    names = [key for key in {**ours, **theirs} if ours.get(key) != theirs.get(key)]
    told = [
        f"{_heading(record, key)}: {_side(OURS, ours.get(key, ABSENT), 'нет')},"
        f" {_side(THEIRS, theirs.get(key, ABSENT), 'нет')}"
        for key in names[:_MOST_KEYS]
    ]
    return "; ".join([*told, *(["…"] if len(names) > _MOST_KEYS else [])])


def _side(who: str, value: Value, absent: str) -> str:
    return f"{who} {absent}" if value is ABSENT else f"{who} «{_short(_text(value))}»"


def _text(value: Value) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_text(inner)}" for key, inner in value.items())
    if isinstance(value, list):
        return "; ".join(map(_text, value))
    return "" if value is ABSENT else " ".join(value.split())


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
