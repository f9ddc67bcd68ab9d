"""Nodes to records: every fault is reported, none stops the reading."""

from typing import Any

from roadmap_cli.domain.model.kinds import InvalidValueError, Kind, Many, Nested
from roadmap_cli.domain.model.record import Key, Pointer, Record, keys, placed
from roadmap_cli.problems import Place, Problem, Severity
from roadmap_cli.storage.yaml.nodes import (
    ALIAS,
    AnyNode,
    MappingNode,
    Node,
    ScalarNode,
    SequenceNode,
)

_FAILED = object()


class Decoder:
    """Reads the nodes of one file; `problems` collects what does not fit.

    Lines in `repaired_lines` were unreadable: what seems to be missing there is not reported
    a second time.
    """

    def __init__(self, file: str, repaired_lines: set[int]) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self._repaired = repaired_lines

    def record(self, record_type: type[Record], node: AnyNode | None, at: Pointer = ()) -> Any:
        """Return the record that a node holds, or None if the node is not a record."""
        if node is None or (isinstance(node, ScalarNode) and node.is_null):
            node = MappingNode(0, 0, node.line if node else 0, node.column if node else 0)
        if not isinstance(node, MappingNode):
            self._report("value-type", node, "здесь ожидается запись «ключ: значение»")
            return None
        known = {key.name: key for key in keys(record_type)}
        self._unknown_keys(node, known)
        values: dict[str, Any] = {}
        complete = True
        for key in known.values():
            value = self._key(key, node, (*at, key.name))
            if value is _FAILED:
                complete = False
            else:
                values[key.name] = value
        if not complete:
            return None
        return placed(record_type(**values), at)

    def _unknown_keys(self, node: MappingNode, known: dict[str, Key]) -> None:
        for name, _ in node.entries:
            if name.text not in known:
                from roadmap_cli.text.suggest import did_you_mean

                hint = did_you_mean(name.text, known) or f"Допустимые ключи: {', '.join(known)}."
                self._report(
                    "key-unknown", name, f"неизвестный ключ «{name.text}»", hint, Severity.WARNING
                )

    def _key(self, key: Key, node: MappingNode, at: Pointer) -> Any:
        value_node = node.get(key.name)
        if value_node is None or (isinstance(value_node, ScalarNode) and value_node.is_null):
            if not key.required:
                return key.default
            if not self._was_repaired(node):
                spot = value_node or node
                self._report(
                    "key-missing", spot, f"не заполнен обязательный ключ «{key.name}»", key.title
                )
            return _FAILED
        value = self._value(key.kind, value_node, at)
        if value == "" and key.required:
            self._report(
                "key-missing", value_node, f"обязательный ключ «{key.name}» пуст", key.title
            )
            return _FAILED
        if value is _FAILED and not key.required:
            return key.default
        return value

    def _value(self, kind: Kind, node: AnyNode, at: Pointer) -> Any:
        if isinstance(kind, Many):
            return self._list(kind, node, at)
        if isinstance(kind, Nested):
            found = self.record(kind.record, node, at)
            return _FAILED if found is None else found
        if not isinstance(node, ScalarNode):
            self._report("value-type", node, f"здесь ожидается {kind.title}, а не вложенные данные")
            return _FAILED
        if node.style == ALIAS:
            return _FAILED
        try:
            return kind.read(node.text)
        except InvalidValueError as error:
            from roadmap_cli.text.suggest import did_you_mean

            hint = did_you_mean(node.text, error.choices) if error.choices else None
            self._report("value-invalid", node, error.message, hint or error.hint)
            return _FAILED

    def _list(self, kind: Many, node: AnyNode, at: Pointer) -> Any:
        if not isinstance(node, SequenceNode):
            self._report(
                "value-type", node, "здесь ожидается список", "Каждая запись начинается с «- »."
            )
            return _FAILED
        read = [
            self._value(kind.item, item, (*at, n))
            for n, item in enumerate(node.items)
            if not self._is_locked(kind.item, item)
        ]
        return tuple(value for value in read if value is not _FAILED)

    def _is_locked(self, kind: Kind, node: AnyNode) -> bool:
        """True for a record that a vault keeps closed here, of a sort that cannot say so itself."""
        locked = node.get("locked") if isinstance(node, MappingNode) else None
        if locked is None or not isinstance(kind, Nested):
            return False
        if any(key.name == "locked" for key in keys(kind.record)):
            return False
        said = "запись зашифрована, ключа к ней здесь нет"
        self._report("vault-locked", locked, said, severity=Severity.WARNING)
        return True

    def _was_repaired(self, node: MappingNode) -> bool:
        """True when an unreadable line lies in or right after the record."""
        last = max((value.line for _, value in node.entries), default=node.line)
        return any(node.line - 1 <= line <= last + 1 for line in self._repaired)

    def _report(
        self,
        code: str,
        node: Node,
        message: str,
        hint: str | None = None,
        severity: Severity = Severity.ERROR,
    ) -> None:
        place = Place(self.file, node.line + 1, node.column + 1)
        self.problems.append(Problem(code, message, place, hint, severity))
