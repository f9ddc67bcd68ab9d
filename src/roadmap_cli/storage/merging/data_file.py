"""Three versions of one data file made one; nothing is returned that was not read again."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from roadmap_cli.domain.model.kinds import Kind, Nested
from roadmap_cli.domain.model.registry import Registry
from roadmap_cli.storage.git import merged_by_lines
from roadmap_cli.storage.merging.lines import LineMerge
from roadmap_cli.storage.merging.parts import Part
from roadmap_cli.storage.merging.plain import ABSENT, Conflict, PlainMerge, Value, Versions
from roadmap_cli.storage.merging.remarks import comments
from roadmap_cli.storage.merging.segments import (
    OURS,
    THEIRS,
    Owner,
    Segment,
    marked,
    of_ours,
    of_theirs,
)
from roadmap_cli.storage.text_file import TextFile, decode_text
from roadmap_cli.storage.yaml.compose import Composed, compose
from roadmap_cli.storage.yaml.nodes import MappingNode, ScalarNode, SequenceNode, bare_data

_LF, _CRLF = "\n", "\r\n"


class Stretch(NamedTuple):
    """A stretch of a merged file, with its marks where a person must choose."""

    owner: Owner | None
    text: str
    agreed: bool


class Merged(NamedTuple):
    """A merged file.

    `stretches` are it record by record, None where git has merged by lines. `overruled` are changes
    that gave way to the destruction of a person's data.
    """

    raw: bytes
    agrees: bool
    stretches: tuple[Stretch, ...] | None = None
    conflicts: tuple[Conflict, ...] = ()
    overruled: tuple[Conflict, ...] = ()


class _Version(NamedTuple):
    text: str
    root: MappingNode | None
    data: Value


ByLines = Callable[[bytes, bytes, bytes], Merged]


def by_lines(base: bytes, ours: bytes, theirs: bytes) -> Merged:
    """What git makes of three versions, line by line; it is given files with their text."""
    raw, agrees = merged_by_lines(base, ours, theirs, (OURS, THEIRS))
    return Merged(raw, agrees)


def merge_files(
    registry: Registry | None,
    base: bytes,
    ours: bytes,
    theirs: bytes,
    otherwise: ByLines = by_lines,
) -> Merged:
    """Merge three versions of a data file record by record.

    A version that cannot be read, and a merge that does not hold what it should, are left to
    `otherwise`.
    """
    decoded = [_decoded(raw) for raw in (base, ours, theirs)]
    if any(each is None for each in decoded):
        return otherwise(base, ours, theirs)
    old, own, other = (each for each in decoded if each is not None)
    layout = _layout(old, own, other)
    versions = [_version(_relined(each, layout.newline)) for each in (old, own, other)]
    if any(version is None for version in versions):
        return otherwise(base, ours, theirs)
    three = [version for version in versions if version is not None]
    segments = LineMerge(_owned(registry), _owner_of(registry)).file(
        registry.record if registry else None,
        *((version.text, version.root) for version in three),
    )
    plain, expected = _plain_merge(registry, three, theirs_win=False)
    told = (tuple(plain.conflicts), tuple(plain.overruled))
    if segments is None or not _is_proved(registry, segments, three):
        lines = otherwise(base, ours, theirs)
        sound = lines.agrees and not plain.conflicts and _held(lines.raw) == expected
        return Merged(lines.raw, sound, None, *told)
    stretches = [_stretch(segment, layout.newline) for segment in segments]
    if layout.bom:
        stretches.insert(0, Stretch(None, "\ufeff", agreed=True))
    text = "".join(stretch.text for stretch in stretches)
    if not layout.ended and not plain.conflicts:
        text = text.removesuffix(layout.newline)
    return Merged(text.encode(), not plain.conflicts, tuple(stretches), *told)


class _Layout(NamedTuple):
    newline: str
    bom: bool
    ended: bool


def _decoded(raw: bytes) -> TextFile | None:
    return decode_text(raw, "")[0]


def _layout(base: TextFile, ours: TextFile, theirs: TextFile) -> _Layout:
    """How the file is written where the sides differ: as the side has it that changed it."""

    def told(of: Callable[[TextFile], object]) -> TextFile:
        known = base.text or not ours.text
        return theirs if known and of(ours) == of(base) else ours

    return _Layout(
        told(lambda each: each.newline).newline,
        told(lambda each: each.bom).bom,
        _is_ended(told(_is_ended)),
    )


def _is_ended(file: TextFile) -> bool:
    return file.text.endswith("\n") or not file.text


def _relined(file: TextFile, newline: str) -> str:
    """The text with a last line end; all are made alike unless the file has both sorts."""
    text = file.text if _is_ended(file) else file.text + file.newline
    crlf = text.count(_CRLF)
    if crlf not in (0, text.count(_LF)):
        return text
    plain = text.replace(_CRLF, _LF)
    return plain.replace(_LF, newline)


def _version(text: str) -> _Version | None:
    composed = compose(text, "")
    if _is_broken(composed):
        return None
    root = composed.root
    if isinstance(root, ScalarNode) and root.is_null:
        root = None
    if root is not None and not isinstance(root, MappingNode):
        return None
    return _Version(text, root, {} if root is None else bare_data(root))


def _is_broken(composed: Composed) -> bool:
    return any(problem.is_error for problem in composed.problems)


def _plain_merge(
    registry: Registry | None, versions: Sequence[_Version], *, theirs_win: bool
) -> tuple[PlainMerge, Value]:
    """The merge of the bare data and what it makes of them."""
    merge = PlainMerge(theirs_win=theirs_win)
    kind: Kind | None = Nested(registry.record) if registry else None
    return merge, merge.value(kind, Versions(*(version.data for version in versions)))


def _is_proved(
    registry: Registry | None, segments: Sequence[Segment], versions: Sequence[_Version]
) -> bool:
    """True when the text, read again, holds the merged data and every comment still wanted.

    That must be so whichever side the choices are made for.
    """
    found: set[str] = set()
    for theirs_win, told in ((False, of_ours), (True, of_theirs)):
        made = _version(told(segments))
        if made is None or made.data != _plain_merge(registry, versions, theirs_win=theirs_win)[1]:
            return False
        found |= comments(made.text, made.root)
    old, own, other = (comments(version.text, version.root) for version in versions)
    wanted = (own & other) | (own - old) | (other - old)
    # Two comments on one line are one when they are read again.
    whole = "\n".join(found)
    return all(comment in whole for comment in wanted)


def _held(raw: bytes) -> Value:
    """What a file holds; nothing when it cannot be read."""
    decoded = _decoded(raw)
    version = _version(decoded.text) if decoded else None
    return version.data if version else ABSENT


def _stretch(segment: Segment, newline: str) -> Stretch:
    """A choice consists of whole lines."""
    ours, theirs = (
        text if not text or text.endswith("\n") else text + newline
        for text in (segment.ours, segment.theirs)
    )
    whole = segment if segment.agreed else Segment(ours, theirs)
    return Stretch(segment.owner, marked(whole, newline), segment.agreed)


def _owned(registry: Registry | None) -> str | None:
    # Where owners have several lists, records are not told apart by the list.
    lists = registry.owned_lists if registry else ()
    return lists[0].key if len(lists) == 1 else None


def _owner_of(registry: Registry | None) -> Callable[[Part], Owner | None]:
    if registry is None or _owned(registry) is None:
        return lambda _part: None
    named = registry.owned_lists[0].owner

    def owner(part: Part) -> Owner:
        data = part.data if isinstance(part.data, dict) else {}
        code, locked = data.get(named, ""), data.get("locked")
        return Owner(code if isinstance(code, str) else "", str(locked) if locked else None)

    return owner


def has_records_in_lines(registry: Registry, raw: bytes) -> bool:
    """False when the records of a file stand in brackets, all in one value."""
    decoded = _decoded(raw)
    version = _version(decoded.text) if decoded else None
    root = version.root if version else None
    lists = [root.get(owned.key) for owned in registry.owned_lists] if root else []
    return not any(isinstance(each, SequenceNode) and each.flow and each.items for each in lists)
