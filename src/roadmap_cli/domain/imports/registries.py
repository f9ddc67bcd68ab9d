"""Tables that this program has written, taken back: each row is the record with its code."""

from collections.abc import Iterator, Mapping, Sequence

from roadmap_cli.domain.model.changes import AppendItem, Change, Plain, RemoveKey, SetKey
from roadmap_cli.domain.model.flat import as_plain, flat_keys, restored
from roadmap_cli.domain.model.items import described, identity, item_type, items_of
from roadmap_cli.domain.model.kinds import InvalidValueError, Many, Nested
from roadmap_cli.domain.model.record import Record, key_names
from roadmap_cli.domain.model.registries import Registry
from roadmap_cli.domain.plan.edits import Edit
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.domain.registries.edits import new_code
from roadmap_cli.errors import ImportFailedError

Rows = Sequence[tuple[int, Mapping[str, str]]]


def table_edits(directory: Directory, registry: Registry, rows: Rows) -> list[Edit]:
    """The edits that bring the rows into the registry; those that say nothing new make none.

    Raises ImportFailedError with the row and the column of a cell that cannot be read.
    """
    known = {identity(registry, item): item for item in items_of(directory.data, registry)}
    edits = []
    taken: dict[str, str] = {}
    for number, texts in rows:
        _refuse_faults(registry, number, texts)
        try:
            told = restored(item_type(registry), texts)
        except ValueError as error:
            said = f"{registry.title}, строка {number}: клетка с вложенными записями испорчена"
            raise ImportFailedError(said) from error
        code = str(told.get(described(registry).identity) or "")
        if not code and described(registry).identity == "id" and described(registry).code_from:
            given = {key: value for key, value in texts.items() if value}
            code = new_code(described(registry), given, {**known, **taken})
            told, taken[code] = {"id": code, **told}, code
        if not code:
            raise ImportFailedError(f"{registry.title}, строка {number}: нет кода записи")
        item = known.get(code)
        if item is None:
            change = AppendItem(registry.file, (described(registry).key,), told)
            edits.append(Edit(code, f"добавлено: {described(registry).one}", (change,)))
        elif changes := tuple(_differences(registry, item, told, texts)):
            named = ", ".join(str(change.at[-1]) for change in changes)
            edits.append(Edit(code, f"изменено: {named}", changes))
    return edits


def _differences(
    registry: Registry, item: Record, told: Mapping[str, Plain], texts: Mapping[str, str]
) -> Iterator[Change]:
    """What the row says otherwise; a column that the table does not have changes nothing."""
    order = key_names(type(item))
    now = as_plain(item)
    columns = {path.partition(".")[0] for path in texts}
    for name in order:
        if name not in columns or now.get(name) == told.get(name):
            continue
        if name in told:
            yield SetKey(registry.file, (*item.at, name), told[name], order)
        else:
            yield RemoveKey(registry.file, (*item.at, name))


def _refuse_faults(registry: Registry, number: int, texts: Mapping[str, str]) -> None:
    for key in flat_keys(item_type(registry)):
        text = texts.get(key.path)
        if not text or (isinstance(key.kind, Many) and isinstance(key.kind.item, Nested)):
            continue
        if not isinstance(key.kind, Many):
            try:
                key.kind.read(text)
            except InvalidValueError as error:
                said = f"{registry.title}, строка {number}, столбец «{key.path}»: {error.message}"
                raise ImportFailedError(said, hint=error.hint) from error
