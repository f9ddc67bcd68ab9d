"""Codes and the names behind them, for every registry alike, each looked up once."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from roadmap_cli.domain.model.dataset import BY_KEY, Dataset
from roadmap_cli.domain.model.kinds import Kind, Many, Nested, Reference, TextOrCode
from roadmap_cli.domain.model.record import Record, keys
from roadmap_cli.text.dates import numeric
from roadmap_cli.text.grammar import TitledEnum
from roadmap_cli.text.names import comparable


class Directory:
    """The names of a workspace's records; namesakes carry their codes."""

    def __init__(self, data: Dataset) -> None:
        self.data = data
        self._names: dict[str, Mapping[str, str]] = {}

    def names(self, target: str) -> Mapping[str, str]:
        """Code and name of every record of a registry, in the order of its file; of a roadmap
        the stages.
        """
        if target not in self._names:
            registry = BY_KEY[target]
            if registry.listed is not None:
                found = registry.listed(self.data.part(target))
            else:
                found = {
                    registry.identity(item): registry.called(item, self)
                    for item in registry.items_of(self.data)
                }
            alike = Counter(comparable(name) for name in found.values())
            self._names[target] = {
                code: f"{name} ({code})" if alike[comparable(name)] > 1 else name
                for code, name in found.items()
            }
        return self._names[target]

    def name(self, target: str, code: str) -> str:
        """The name behind a code, or the code if it has no name."""
        return self.names(target).get(code) or code

    def person(self, code: str) -> str:
        """The name of a person."""
        return self.name("people", code)

    def together(self, people: Iterable[str]) -> str:
        """«Швец Илья Ильич – Дюма Артём Львович», as a pair is called."""
        return " – ".join(self.person(person) for person in people)

    def shown(self, kind: Kind, value: Any) -> str:
        """A value as a person reads it: references by name, words by their titles."""
        if value is None:
            return ""
        if isinstance(kind, Many):
            return "; ".join(self.shown(kind.item, item) for item in value)
        if isinstance(kind, Nested):
            return self._record(kind, value)
        if isinstance(kind, Reference | TextOrCode):
            owner = next((target for target in kind.targets if value in self.names(target)), None)
            return self.name(owner, value) if owner else value
        if isinstance(value, date):
            return numeric(value)
        return value.title if isinstance(value, TitledEnum) else str(value)

    def _record(self, kind: Nested, value: Record) -> str:
        parts = ((key.kind, getattr(value, key.name)) for key in keys(kind.record))
        return ", ".join(filter(None, (self.shown(*part) for part in parts)))
