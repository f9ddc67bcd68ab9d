"""What the commands of every registry mean: add, change, remove — one mechanism for all."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from roadmap_cli.domain.model.changes import AppendItem, Change, Plain, RemoveItem
from roadmap_cli.domain.model.dataset import BY_KEY
from roadmap_cli.domain.model.edits import Edit, appended, key_changes
from roadmap_cli.domain.model.kinds import InvalidValueError, Kind, Many, Reference, Text, single
from roadmap_cli.domain.model.plain import as_plain, plain_text
from roadmap_cli.domain.model.record import Key, Record, keys
from roadmap_cli.domain.model.registry import Registry
from roadmap_cli.domain.registries.codes import new_code
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.domain.registries.lookup import find_code
from roadmap_cli.domain.registries.references import Link, links
from roadmap_cli.errors import RequestInvalidError, UnknownNameError, WriteRefusedError

Values = Mapping[str, str | Sequence[str]]


def add_record(directory: Directory, registry: Registry, values: Values) -> Edit:
    """Add a record. Raises RequestInvalidError listing every invalid value."""
    items = registry.described
    given = _understood(directory, registry, values)
    taken = directory.names(registry.key)
    if items.identity == "id" and not given.get("id"):
        given["id"] = new_code(directory.data, registry.key, given, taken)
    _refuse_faults(registry, given, new=True)
    code = str(given[items.identity])
    if code in taken:
        raise RequestInvalidError(f"«{code}» в {registry.file} уже есть")
    item = _built(registry, given)
    said = f"добавлена запись ({items.one}): {registry.called(item, directory)}"
    return Edit(code, said, (new_record(registry, given),), _remarks(registry, item))


def new_record(registry: Registry, given: Values, **more: Plain) -> AppendItem:
    """The change that adds a record with sound values; `more` are keys of other sorts."""
    values = {
        key.name: _written(key.kind, given[key.name])
        for key in registry.item_keys
        if given.get(key.name)
    }
    return appended(registry.file, (registry.described.key,), {**values, **more})


def change_record(directory: Directory, registry: Registry, item: Record, values: Values) -> Edit:
    """New values of a record; an empty text takes a value away."""
    code = registry.identity(item)
    if getattr(item, "forgotten_on", None) is not None:
        raise RequestInvalidError(f"данные «{code}» уничтожены, новые сюда не вписываются")
    if getattr(item, "locked", None) is not None:
        raise RequestInvalidError(
            f"запись «{code}» зашифрована, ключа к ней здесь нет",
            hint="Возьмите связку ключей у коллеги: roadmap vault import ФАЙЛ",
        )
    given = _understood(directory, registry, values)
    _refuse_faults(registry, given, new=False)
    changes = differences(registry, item, given)
    name = directory.name(registry.key, code)
    said = f"{name}: изменено" if name != code else "изменено"
    before = _remarks(registry, item)
    told = [each for each in _remarks(registry, _with(registry, item, given)) if each not in before]
    return Edit(code, said, tuple(changes), tuple(told))


def differences(registry: Registry, item: Record, given: Values) -> list[Change]:
    """The changes by which a record gets sound values that it does not have yet."""
    told = {
        key.name: _written(key.kind, value) if (value := given[key.name]) else None
        for key in registry.item_keys
        if key.name in given
    }
    return key_changes(registry.file, item, told)


def remove_record(directory: Directory, registry: Registry, item: Record) -> Edit:
    """A record taken out. Raises WriteRefusedError, naming the places, while it is referred to."""
    code = registry.identity(item)
    holding = references_to(directory, registry, code)
    if holding:
        places = ", ".join(dict.fromkeys(link.source.file for link in holding))
        raise WriteRefusedError(
            f"на «{code}» ссылаются: {places}",
            hint=f"Где именно: roadmap {registry.described.command} show {code}",
        )
    name = directory.name(registry.key, code)
    return Edit(
        code,
        f"удалена запись ({registry.described.one}): {name}",
        (RemoveItem(registry.file, item.at),),
    )


def references_to(directory: Directory, registry: Registry, code: str) -> list[Link]:
    """The references to a record of this registry."""
    return [
        link
        for link in links(directory.data, directory)
        if link.target == registry.key and link.code == code
    ]


def _built(registry: Registry, given: Values) -> Record:
    """The record with these sound values."""
    return registry.item_type(**_present(registry, given))


def _with(registry: Registry, item: Record, given: Values) -> Record:
    """The record with these sound values in place of its own; an empty one takes a value away."""
    kept = {
        key.name: getattr(item, key.name)
        for key in keys(registry.item_type)
        if key.name not in given
    }
    return registry.item_type(**kept, **_present(registry, given))


def _present(registry: Registry, given: Values) -> dict[str, Any]:
    return {
        key.name: _read(key.kind, given[key.name])
        for key in registry.item_keys
        if given.get(key.name)
    }


def remarks_of(registry: Registry, given: Values) -> tuple[str, ...]:
    """What a person should look at in a record with these sound values."""
    return _remarks(registry, _built(registry, given))


def _remarks(registry: Registry, item: Record) -> tuple[str, ...]:
    return tuple(map(str, registry.described.remarks(item)))


def _understood(
    directory: Directory, registry: Registry, values: Values
) -> dict[str, str | Sequence[str]]:
    """Clean the values and look up the codes of names."""
    found: dict[str, str | Sequence[str]] = {}
    faults = []
    for key in registry.item_keys:
        if key.name not in values:
            continue
        kind = single(key.kind)
        told = values[key.name]
        listed = isinstance(key.kind, Many) and not isinstance(kind, Text)
        texts = [told] if isinstance(told, str) else list(told)
        if listed:  # «вт, чт»: only a free text may hold a comma of its own
            texts = [part for text in texts for part in re.split("[,;]", text)]
        texts = [text.strip() for text in texts]
        if isinstance(kind, Reference):
            texts, unknown = _codes(directory, kind, [text for text in texts if text])
            faults += [f"{option_name(key.name)}: {fault}" for fault in unknown]
        own = [text for text in texts if text]
        if listed:
            own = list({as_written(kind, text): None for text in own})
        found[key.name] = own if isinstance(key.kind, Many) else "".join(own[-1:])
    if faults:
        raise RequestInvalidError("; ".join([*faults, *_faults(registry, found)]))
    return found


def as_written(kind: Kind, text: str) -> str:
    """A value as its file holds it, so that «вт» and «вторник» are one; a wrong one as it is."""
    try:
        return plain_text(kind.read(text))
    except InvalidValueError:
        return text


def _codes(
    directory: Directory, kind: Reference, words: Sequence[str]
) -> tuple[list[str], list[str]]:
    codes, faults = [], []
    for word in words:
        try:
            codes.append(find_code(directory, BY_KEY[kind.targets[0]], word))
        except UnknownNameError as error:
            faults.append(_told(error))
    return codes, faults


def _refuse_faults(registry: Registry, values: Values, *, new: bool) -> None:
    faults = _faults(registry, values)
    for key in registry.item_keys:
        if key.required and not values.get(key.name) and (new or key.name in values):
            faults.append(f"{option_name(key.name)}: нужно значение ({key.title})")
    if faults:
        raise RequestInvalidError("; ".join(faults))


def _faults(registry: Registry, values: Values) -> list[str]:
    return [
        f"{option_name(key.name)}: {fault}"
        for key in registry.item_keys
        for text in _texts(values.get(key.name) or ())
        if (fault := value_fault(key, text))
    ]


def value_fault(key: Key, text: str) -> str | None:
    """What is wrong with one value of a key, in Russian; None when it can be written."""
    kind = single(key.kind)
    try:
        kind.read(text)
    except InvalidValueError as error:
        return _told(error)
    return None


def _told(error: InvalidValueError | UnknownNameError) -> str:
    return " ".join(filter(None, (f"{error.message}.", error.hint)))


def answer_fault(directory: Directory, key: Key, text: str) -> str | None:
    """As `value_fault`; a name in place of a code must lead to one record."""
    kind = single(key.kind)
    if isinstance(kind, Reference):
        _, faults = _codes(directory, kind, [text])
        return faults[0] if faults else None
    return value_fault(key, text)


def option_name(name: str) -> str:
    """The name of a key on the command line."""
    return f"--{name.replace('_', '-')}"


def _texts(value: str | Sequence[str]) -> Sequence[str]:
    return [value] if isinstance(value, str) else value


def _read(kind: Kind, value: str | Sequence[str]) -> Any:
    if isinstance(kind, Many):
        return tuple(kind.item.read(text) for text in _texts(value))
    return kind.read(_texts(value)[-1])


def _written(kind: Kind, value: str | Sequence[str]) -> Plain:
    return as_plain(_read(kind, value))
