"""Two branches' sealed files made one, record by record; no key is needed for it."""

from collections.abc import Callable, Mapping, Sequence

from roadmap_cli.storage.ring import COMMON
from roadmap_cli.storage.vault.sealing import HEADER, Sealed, read_lines

_Name = tuple[str, str]
# Whether the sealed bytes hold a file that can be read.
Check = Callable[[bytes], bool]
_HEAD: _Name = (COMMON, "head")


def merge_sealed(
    base: bytes, ours: bytes, theirs: bytes, check: Check = lambda _result: True
) -> tuple[bytes, bool]:
    """Merge two sealed files; returns the result, and whether it is free of conflicts.

    A record changed on one side only is taken from there. If both sides changed it, both versions
    stay, one after the other, for a person to choose: `check` reports the repeated code. Of the
    shared content ours stays. A result that is not a sound file is a conflict, and ours stays
    whole.
    """
    old, own, other = (_named(read_lines(side)) for side in (base, ours, theirs))
    sound = True
    lines = [(ours if ours.startswith(HEADER) else theirs).split(b"\n", 1)[0].decode()]
    for name in _order(own, other):
        kept, clean = _chosen(old.get(name), own.get(name), other.get(name))
        sound = sound and clean
        lines += [f"{sealed.label} {sealed.cipher}" for sealed in kept]
    result = ("\n".join(lines) + "\n").encode()
    if result not in (ours, theirs) and not check(result):
        return ours, False
    return result, sound


def _chosen(
    old: Sealed | None, own: Sealed | None, other: Sealed | None
) -> tuple[list[Sealed], bool]:
    """The lines that stay of one record, and whether the two sides agree about it."""
    if other in (own, old):
        return [own] if own else [], True
    if own == old:
        return [other] if other else [], True
    both = [record for record in (own, other) if record is not None]
    return (both[:1] if both[0].label == COMMON else both), False


def _named(lines: Sequence[Sealed]) -> dict[_Name, Sealed]:
    """The lines by what they are: the head, records by code and count, the rest by content."""
    found: dict[_Name, Sealed] = {}
    for number, line in enumerate(lines):
        count = sum(label == line.label for label, _ in found)
        alike = sum(label == COMMON and line.cipher in rest for label, rest in found)
        content = f"{line.cipher} {alike}" if line.label == COMMON else str(count)
        name = (line.label, content)
        found[name if number else _HEAD] = line
    return found


def _order(own: Mapping[_Name, Sealed], other: Mapping[_Name, Sealed]) -> list[_Name]:
    """Ours in their order; what only theirs has comes after what it follows there."""
    names = list(own)
    before: _Name = _HEAD
    for name in other:
        if name not in own:
            names.insert(names.index(before) + 1 if before in names else len(names), name)
        before = name
    return names
