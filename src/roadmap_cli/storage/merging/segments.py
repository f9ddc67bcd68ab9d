"""A merged text as stretches: what both sides agree on, and where a person must choose."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

OURS, THEIRS = "у нас", "у них"


class Owner(NamedTuple):
    """Whose record a stretch belongs to; `cipher` is set for a record that is locked here."""

    code: str
    cipher: str | None = None


class Segment(NamedTuple):
    """A stretch of the merged text; where its versions differ both are whole lines."""

    ours: str
    theirs: str
    owner: Owner | None = None

    @property
    def agreed(self) -> bool:
        """True where nothing is left to choose."""
        return self.ours == self.theirs


def agreed(text: str) -> list[Segment]:
    """A stretch that both sides agree on; none for an empty one."""
    return [Segment(text, text)] if text else []


def of_ours(segments: Iterable[Segment]) -> str:
    """The text with every choice made for us."""
    return "".join(segment.ours for segment in segments)


def of_theirs(segments: Iterable[Segment]) -> str:
    """The text with every choice made for them."""
    return "".join(segment.theirs for segment in segments)


def as_one(segments: Sequence[Segment]) -> Segment:
    """All stretches as one."""
    return Segment(of_ours(segments), of_theirs(segments))


def marked(segment: Segment, newline: str) -> str:
    """The text of a stretch, with the marks of git where a person must choose."""
    if segment.agreed:
        return segment.ours
    opened, between, closed = f"<<<<<<< {OURS}", "=======", f">>>>>>> {THEIRS}"
    return "".join(
        (opened, newline, segment.ours, between, newline, segment.theirs, closed, newline)
    )
