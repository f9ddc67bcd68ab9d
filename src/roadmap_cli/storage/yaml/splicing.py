"""Changes to splices: the named value moves, every other character of the file stays."""

from collections.abc import Sequence
from typing import Any

from roadmap_cli.domain.model.changes import AppendItem, Change, Plain, RemoveItem, SetKey
from roadmap_cli.domain.model.record import Pointer
from roadmap_cli.errors import WriteRefusedError
from roadmap_cli.storage.yaml.compose import compose
from roadmap_cli.storage.yaml.nodes import AnyNode, bare_data
from roadmap_cli.storage.yaml.splices import Editor, Splice


def apply_changes(text: str, changes: Sequence[Change], newline: str) -> str:
    """The text after all changes.

    Raises WriteRefusedError when the result, read again, is not exactly the old data with
    the changes made: then nothing may be written.
    """
    root = _read(text)
    expected = {} if root is None else bare_data(root)
    for change in changes:
        _apply_to_plain(expected, change)
    given, changes = changes, _additions_last(changes)
    # A comment below can turn into a part of a block («|-»); on one line it cannot.
    for blocks in (True, False):
        edited = _edited(text, root, changes, newline, blocks=blocks)
        if edited is not None and bare_data(_composed(edited)) == expected:
            return edited
    if text and not text.endswith("\n"):
        # A block of text ends with the file: a line behind it gives it the line end that it lacks.
        return apply_changes(text + newline, given, newline)
    raise WriteRefusedError("правка изменила бы в файле лишнее, запись отменена")


def _additions_last(changes: Sequence[Change]) -> Sequence[Change]:
    """The changes with the additions to lists after the rest, where that means the same.

    Additions follow each other in one pass; between other changes each would need its own.
    """
    added = [change for change in changes if isinstance(change, AppendItem)]
    if any(isinstance(change, RemoveItem) for change in changes):
        return changes
    others = [change for change in changes if not isinstance(change, AppendItem)]
    if any(_touch(change.at, addition.at) for change in others for addition in added):
        return changes
    return [*others, *added]


def _touch(one: Pointer, other: Pointer) -> bool:
    """True when one of the spots is the other or holds it."""
    shorter = min(len(one), len(other))
    return one[:shorter] == other[:shorter]


def _edited(
    text: str, root: AnyNode | None, pending: Sequence[Change], newline: str, *, blocks: bool
) -> str | None:
    """The text after the changes, or None when it cannot be read half-way."""
    while pending:
        splices, pending = _independent(Editor(text, root, newline, blocks), pending)
        text = _spliced(text, splices)
        root = _composed(text)
        if root is None:
            return None
    return text


def _composed(text: str) -> AnyNode | None:
    composed = compose(text, "")
    return None if any(problem.is_error for problem in composed.problems) else composed.root


def _read(text: str) -> AnyNode | None:
    composed = compose(text, "")
    if any(problem.is_error for problem in composed.problems):
        raise WriteRefusedError("в файле есть ошибки записи, править его нельзя")
    return composed.root


def _independent(
    editor: Editor, changes: Sequence[Change]
) -> tuple[list[Splice], Sequence[Change]]:
    """The splices of the first changes that touch different spots, and the changes that wait."""
    touched: set[Pointer] = set()
    grown: set[Pointer] = set()
    splices: list[Splice] = []
    for number, change in enumerate(changes):
        one_more = change.at in grown and editor.can_append(change)
        if not one_more and any(_touch(change.at, at) for at in touched):
            return splices, changes[number:]
        own = editor.splices(change)
        if not one_more and any(new.meets(old) for new in own for old in splices):
            return splices, changes[number:]
        splices += own
        if isinstance(change, AppendItem):
            grown.add(change.at)
        # Taking an item out moves the ones below it.
        touched.add(change.at[:-1] if isinstance(change, RemoveItem) else change.at)
    return splices, ()


def _spliced(text: str, splices: Sequence[Splice]) -> str:
    # Backwards, so that offsets stay true and insertions at one spot keep their order.
    ordered = sorted(
        enumerate(splices), key=lambda numbered: (numbered[1].start, numbered[0]), reverse=True
    )
    for _, splice in ordered:
        text = text[: splice.start] + splice.text + text[splice.end :]
    return text


def _apply_to_plain(root: Plain, change: Change) -> None:
    """Make the same change to bare data: an independent account of the intended result."""
    target: Any = root
    try:
        for step in change.at[:-1]:
            target = target[step]
    except (IndexError, KeyError, TypeError):
        target = None
    key = change.at[-1]
    if isinstance(change, RemoveItem) and isinstance(target, list) and isinstance(key, int):
        del target[key]
        return
    if not isinstance(target, dict) or not isinstance(key, str):
        raise WriteRefusedError("записи, которую нужно изменить, в файле уже нет")
    if isinstance(change, SetKey):
        target[key] = change.value
    elif isinstance(change, AppendItem):
        old = target.get(key)
        target[key] = [*(old if isinstance(old, list) else []), change.value]
    else:
        target.pop(key, None)
