"""The rows of a registry's list: chosen, ordered, each value as a person reads it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from roadmap_cli.domain.model.kinds import InvalidValueError
from roadmap_cli.domain.model.record import Record
from roadmap_cli.domain.model.registry import NAME, Registry
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.domain.registries.edits import option_name
from roadmap_cli.errors import RequestInvalidError
from roadmap_cli.text.grammar import TitledEnum
from roadmap_cli.text.names import comparable
from roadmap_cli.text.suggest import did_you_mean


class Row(NamedTuple):
    """A record with its values as texts, by key; under NAME the name behind it."""

    item: Record
    texts: Mapping[str, str]


def columns_of(registry: Registry) -> tuple[str, ...]:
    """Every column that a list can have: those that matter most first."""
    first = registry.described.columns
    return tuple(dict.fromkeys((*first, *(key.name for key in registry.item_keys))))


def rows_of(
    directory: Directory,
    registry: Registry,
    *,
    search: str | None = None,
    where: Mapping[str, str] = {},
    sort: str | None = None,
) -> list[Row]:
    """The records as rows.

    `search` words must all occur in a row, `where` gives the wanted words of keys with a closed
    set of them, `sort` is a key or «name». Raises RequestInvalidError for a word or a column
    that there is none of.
    """
    rows = [_row(directory, registry, item) for item in registry.items_of(directory.data)]
    for name, wanted in where.items():
        key = next(one for one in registry.item_keys if one.name == name)
        try:
            value = key.kind.read(wanted)
        except InvalidValueError as error:
            raise RequestInvalidError(
                f"{option_name(name)}: {error.message}", hint=error.hint
            ) from error
        rows = [row for row in rows if getattr(row.item, name) == value]
    words = [comparable(word) for word in (search or "").split()]
    if words:
        rows = [
            row for row in rows
            if all(word in comparable(" ".join(row.texts.values())) for word in words)
        ]  # fmt: skip
    if sort is not None:
        column = column_called(registry, sort)
        rows.sort(key=lambda row: _order(getattr(row.item, column, None), row.texts[column]))
    return rows


def column_called(registry: Registry, word: str) -> str:
    """The column that a word on the command line names; raises RequestInvalidError."""
    columns = columns_of(registry)
    name = NAME if word in ("name", "имя") and NAME in columns else word.replace("-", "_")
    if name not in columns:
        known = ["name" if column == NAME else column for column in columns]
        raise RequestInvalidError(
            f"столбца «{word}» нет", hint=did_you_mean(word, known) or f"Есть: {', '.join(known)}."
        )
    return name


def _row(directory: Directory, registry: Registry, item: Record) -> Row:
    texts = {
        key.name: directory.shown(key.kind, getattr(item, key.name)) for key in registry.item_keys
    }
    code = registry.identity(item)
    texts[registry.described.identity] = code
    return Row(item, {**texts, NAME: directory.name(registry.key, code)})


def _order(value: Any, text: str) -> tuple[bool, float, str]:
    """Absent values last, numbers and days by size, texts by the alphabet."""
    if isinstance(value, date):
        return False, value.toordinal(), ""
    if isinstance(value, int):
        return False, value, ""
    if isinstance(value, TitledEnum):
        return False, list(type(value)).index(value), ""
    return not text, 0, _alphabetical(text)


def _alphabetical(text: str) -> str:
    """«ё» has its place after «е», which its code has not."""
    return text.casefold().replace("ё", "е\uffff")


def shown_columns(registry: Registry, wanted: str | None) -> Sequence[str]:
    """The columns named with commas, or those that matter most."""
    if wanted is None:
        return registry.described.columns or columns_of(registry)
    return [column_called(registry, word.strip()) for word in wanted.split(",") if word.strip()]
