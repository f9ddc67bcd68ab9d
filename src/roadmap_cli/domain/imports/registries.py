"""Tables that this program has written, taken back: each row is the record with its code."""

from collections.abc import Mapping, Sequence

from roadmap_cli.domain.model.changes import AppendItem, Change, Plain
from roadmap_cli.domain.model.edits import Edit, key_changes
from roadmap_cli.domain.model.flat import flat_keys, restored
from roadmap_cli.domain.model.kinds import InvalidValueError, Many, Nested
from roadmap_cli.domain.model.record import Record, key_names
from roadmap_cli.domain.model.registry import Registry
from roadmap_cli.domain.registries.codes import new_code
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.errors import ImportFailedError

Rows = Sequence[tuple[int, Mapping[str, str]]]


def table_edits(directory: Directory, registry: Registry, rows: Rows) -> list[Edit]:
    """The edits that bring the rows into the registry; those that say nothing new make none.

    Raises ImportFailedError with the row and the column of a cell that cannot be read.
    """
    known = {registry.identity(item): item for item in registry.items_of(directory.data)}
    edits = []
    taken: dict[str, str] = {}
    for number, texts in rows:
        _refuse_faults(registry, number, texts)
        try:
            told = restored(registry.item_type, texts)
        except ValueError as error:
            said = f"{registry.title}, строка {number}: ячейка с вложенными записями повреждена"
            raise ImportFailedError(said) from error
        code = str(told.get(registry.described.identity) or "")
        if not code and registry.described.identity == "id" and registry.described.code_from:
            given = {key: value for key, value in texts.items() if value}
            code = new_code(directory.data, registry.key, given, {**known, **taken})
            told, taken[code] = {"id": code, **told}, code
        if not code:
            raise ImportFailedError(f"{registry.title}, строка {number}: нет кода записи")
        item = known.get(code)
        if item is None:
            change = AppendItem(registry.file, (registry.described.key,), told)
            edits.append(Edit(code, f"добавлена запись ({registry.described.one})", (change,)))
        elif changes := tuple(_differences(registry, item, told, texts)):
            named = ", ".join(str(change.at[-1]) for change in changes)
            edits.append(Edit(code, f"изменено: {named}", changes))
    return edits


def _differences(
    registry: Registry, item: Record, told: Mapping[str, Plain], texts: Mapping[str, str]
) -> list[Change]:
    """What the row says otherwise; a column that the table does not have changes nothing."""
    columns = {path.partition(".")[0] for path in texts}
    news = {name: told.get(name) for name in key_names(type(item)) if name in columns}
    return key_changes(registry.file, item, news)


def _refuse_faults(registry: Registry, number: int, texts: Mapping[str, str]) -> None:
    for key in flat_keys(registry.item_type):
        text = texts.get(key.path)
        if not text or (isinstance(key.kind, Many) and isinstance(key.kind.item, Nested)):
            continue
        if not isinstance(key.kind, Many):
            try:
                key.kind.read(text)
            except InvalidValueError as error:
                said = f"{registry.title}, строка {number}, столбец «{key.path}»: {error.message}"
                raise ImportFailedError(said, hint=error.hint) from error
