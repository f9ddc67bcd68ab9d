"""What the commands of every registry mean: find, add, change, remove — one mechanism for all."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from roadmap_cli.domain.actions import Edit
from roadmap_cli.domain.changes import (
    AppendItem,
    Change,
    Plain,
    RemoveItem,
    RemoveKey,
    SetKey,
    plain,
)
from roadmap_cli.domain.dataset import Dataset
from roadmap_cli.domain.kinds import InvalidValueError, Kind, Many, Nested, Reference
from roadmap_cli.domain.records import Key, Record, keys
from roadmap_cli.domain.references import Link, links
from roadmap_cli.domain.registries import BY_KEY, Items, Registry
from roadmap_cli.errors import RequestInvalidError, UnknownNameError, WriteRefusedError
from roadmap_cli.text.grammar import TitledEnum
from roadmap_cli.text.suggest import did_you_mean
from roadmap_cli.text.transliteration import short_code

Values = Mapping[str, str | Sequence[str]]


def items_of(data: Dataset, registry: Registry) -> tuple[Record, ...]:
    """The records of a registry in the order of its file."""
    return cast(tuple[Record, ...], getattr(data.part(registry.key), _items(registry).key))


def item_keys(registry: Registry) -> tuple[Key, ...]:
    """The keys of one record that a command can set: not those that hold records themselves."""
    return tuple(key for key in keys(item_type(registry)) if not isinstance(key.kind, Nested))


def item_type(registry: Registry) -> type[Record]:
    """The record that the registry's list is made of."""
    declared = next(key for key in keys(registry.record) if key.name == _items(registry).key)
    return cast(type[Record], declared.kind.item.record)  # type: ignore[attr-defined]  # a list of records


def identity(registry: Registry, item: Record) -> str:
    """The code by which the record is called."""
    return str(getattr(item, _items(registry).identity))


def shown(data: Dataset, kind: Kind, value: Any) -> str:
    """A value as a person reads it: references by name, words by their titles."""
    if value is None:
        return ""
    if isinstance(kind, Many):
        return "; ".join(shown(data, kind.item, each) for each in value)
    if isinstance(kind, Nested):
        return "…"
    if isinstance(kind, Reference):
        return name_of(data, kind.target, value)
    return value.title if isinstance(value, TitledEnum) else str(value)


def name_of(data: Dataset, target: str, code: str) -> str:
    """The name behind a code: a person's, a partner's; the code itself where there is none."""
    for item in items_of(data, BY_KEY[target]):
        if identity(BY_KEY[target], item) == code:
            named = getattr(item, "full_name", None) or getattr(item, "name", None)
            return str(named or code)
    return code


def find_item(data: Dataset, registry: Registry, word: str) -> Record:
    """The record with this code, or the only one whose shown name has the word in it.

    Raises UnknownNameError.
    """
    every = items_of(data, registry)
    exact = [item for item in every if identity(registry, item) == word]
    if exact:
        return exact[0]
    close = [item for item in every if word.casefold() in _called(data, registry, item).casefold()]
    if len(close) == 1:
        return close[0]
    codes = [identity(registry, item) for item in close or every]
    if close:
        raise UnknownNameError(
            f"«{word}» подходит нескольким", hint=f"Назовите код: {', '.join(codes)}."
        )
    hint = did_you_mean(word, codes) or (f"Есть: {', '.join(codes[:10])}." if codes else None)
    raise UnknownNameError(f"записи «{word}» в {registry.file} нет", hint=hint)


def _called(data: Dataset, registry: Registry, item: Record) -> str:
    if _items(registry).identity == "id":
        return str(getattr(item, "full_name", None) or getattr(item, "name", ""))
    return name_of(data, "people", identity(registry, item))


def added(data: Dataset, registry: Registry, values: Values) -> Edit:
    """A new record. Raises RequestInvalidError for values that do not fit, all of them told."""
    items = _items(registry)
    given = dict(values)
    if items.identity == "id" and not given.get("id"):
        taken = {identity(registry, item) for item in items_of(data, registry)}
        given["id"] = short_code([str(given.get(part) or "") for part in items.code_from], taken)
    _refuse_faults(data, registry, given, new=True)
    code = str(given[items.identity])
    written: dict[str, Plain] = {
        key.name: _written(key.kind, given[key.name])
        for key in item_keys(registry)
        if given.get(key.name)
    }
    change = AppendItem(registry.file, (items.key,), written, ())
    return Edit(code, f"добавлено: {registry.title.lower()}", (change,))


def changed(data: Dataset, registry: Registry, item: Record, values: Values) -> Edit:
    """New values of a record; an empty text takes a value away."""
    _refuse_faults(data, registry, values, new=False)
    order = tuple(key.name for key in keys(type(item)))
    changes: list[Change] = []
    for key in item_keys(registry):
        if key.name not in values:
            continue
        at, value = (*item.at, key.name), values[key.name]
        if not value:
            changes.append(RemoveKey(registry.file, at))
        elif _written(key.kind, value) != _as_written(getattr(item, key.name)):
            changes.append(SetKey(registry.file, at, _written(key.kind, value), order))
    return Edit(identity(registry, item), "изменено", tuple(changes))


def removed(data: Dataset, registry: Registry, item: Record) -> Edit:
    """A record taken out. Raises WriteRefusedError, naming the places, while it is referred to."""
    code = identity(registry, item)
    holding = referring(data, registry, code) if _items(registry).identity == "id" else []
    if holding:
        places = ", ".join(dict.fromkeys(link.source.file for link in holding))
        raise WriteRefusedError(
            f"на «{code}» ссылаются: {places}",
            hint="Сначала уберите ссылки. Где они, покажет команда show.",
        )
    return Edit(code, "удалено", (RemoveItem(registry.file, item.at),))


def referring(data: Dataset, registry: Registry, code: str) -> list[Link]:
    """The references to a record of this registry."""
    return [link for link in links(data) if link.target == registry.key and link.code == code]


def _refuse_faults(data: Dataset, registry: Registry, values: Values, *, new: bool) -> None:
    faults = []
    for key in item_keys(registry):
        value = values.get(key.name)
        if not value:
            if key.required and (new or key.name in values):
                faults.append(f"{option(key.name)}: нужно значение ({key.title})")
            continue
        for text in [value] if isinstance(value, str) else value:
            faults += _value_faults(data, key, text)
    items = _items(registry)
    code = values.get(items.identity)
    if new and code in {identity(registry, item) for item in items_of(data, registry)}:
        faults.append(f"«{code}» в {registry.file} уже есть")
    if faults:
        raise RequestInvalidError("; ".join(faults))


def _value_faults(data: Dataset, key: Key, text: str) -> list[str]:
    kind = key.kind.item if isinstance(key.kind, Many) else key.kind
    try:
        kind.read(text)
    except InvalidValueError as error:
        return [" ".join(filter(None, (f"{option(key.name)}: {error.message}.", error.hint)))]
    if isinstance(kind, Reference):
        target = BY_KEY[kind.target]
        known = [identity(target, item) for item in items_of(data, target)]
        if text not in known:
            hint = did_you_mean(text, known)
            return [" ".join(filter(None, (f"{option(key.name)}: кода «{text}» нет.", hint)))]
    return []


def option(name: str) -> str:
    """The name of a key on the command line."""
    return f"--{name.replace('_', '-')}"


def _written(kind: Kind, value: str | Sequence[str]) -> Plain:
    if isinstance(kind, Many):
        return [str(each) for each in ([value] if isinstance(value, str) else value)]
    text = value if isinstance(value, str) else value[-1]
    return plain(kind.read(text))


def _as_written(value: Any) -> Plain | None:
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    return None if value is None else plain(value)


def _items(registry: Registry) -> Items:
    assert registry.items is not None, registry.key
    return registry.items
