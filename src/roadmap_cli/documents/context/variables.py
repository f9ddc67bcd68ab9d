"""What templates may use, read off the declared words: for `roadmap template vars` and the docs."""

from dataclasses import fields, is_dataclass
from typing import Any, get_args, get_type_hints

from roadmap_cli.documents.context.organization import OrganizationWords
from roadmap_cli.documents.context.parts import PARTS
from roadmap_cli.documents.context.people import Declined, PersonWords

_CASES = tuple(name for name, value in vars(Declined).items() if isinstance(value, property))
_DECLINED = {
    (PersonWords, "name"),
    (PersonWords, "position"),
    (PersonWords, "initials"),
    (OrganizationWords, "full_name"),
    (OrganizationWords, "short_name"),
}
_DEEPEST = 3


def describe_variables() -> list[tuple[str, str, list[str]]]:
    """List every part of the context: name, Russian title, and the paths of its attributes.

    A path through a list shows `[]`; a text that has cases shows `.dative` for all of them. The
    attributes of a person are listed once, at the end.
    """
    rows: list[tuple[str, str, list[str]]] = []
    for part in PARTS:
        returned = get_type_hints(part.build).get("return")
        rows.append((part.name, part.title, _paths(returned, "", 0)))
    person = [
        line for name in _attributes(PersonWords) for line in _member(PersonWords, name, "", 0)
    ]
    return [*rows, ("(человек)", "что есть у каждого человека", person)]


def _paths(kind: Any, path: str, depth: int) -> list[str]:
    if kind is PersonWords and path:
        return [f"{path.rstrip('.')} (человек)"]
    inner = [get_arg for get_arg in get_args(kind) if get_arg is not Ellipsis]
    if is_dataclass(kind) and isinstance(kind, type):
        return [line for name in _attributes(kind) for line in _member(kind, name, path, depth)]
    for part in inner:
        if is_dataclass(part):
            return _paths(part, f"{path}[].", depth)
    return []


def _attributes(kind: type) -> list[str]:
    own = [field.name for field in fields(kind)]
    return own + [name for name, value in vars(kind).items() if isinstance(value, property)]


def _member(kind: type, name: str, path: str, depth: int) -> list[str]:
    here = f"{path}{name}".replace(".[", "[")
    if (kind, name) in _DECLINED:
        return [here, f"{here}.{_CASES[1]}"]
    value = vars(kind).get(name)
    hint = get_type_hints(value.fget).get("return") if isinstance(value, property) else None
    deeper = hint or get_type_hints(kind).get(name)
    if depth >= _DEEPEST:
        return [here]
    below = _paths(deeper, f"{here}." if not get_args(deeper) else here, depth + 1)
    return below or [here]
