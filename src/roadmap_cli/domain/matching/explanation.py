"""What explains a plan: its pairs, who is left over, which wishes are unmet, what rulings cost."""

from collections.abc import Mapping
from typing import NamedTuple

from roadmap_cli.domain.matching.cohort import Reason, Ruled
from roadmap_cli.domain.matching.prices import Price


class Proposed(NamedTuple):
    """A pair of the plan; `said` is the Russian phrase for a decision made by people, if any."""

    mentee: str
    mentor: str
    points: int
    reasons: tuple[Reason, ...]
    said: str | None


class LeftOver(NamedTuple):
    """A mentee without a mentor: rivals for too few places, or no allowed mentor at all."""

    mentee: str
    rivals: tuple[str, ...]
    mentors: tuple[str, ...]
    places: int
    barred: Mapping[str, str]


class Unmet(NamedTuple):
    """A first choice that the plan does not give, and its price."""

    mentee: str
    mentor: str
    why: str | None
    price: Price | None


class RulingPrice(NamedTuple):
    """A pin or a ban with its cost: how much better the plan would be without it."""

    ruling: Ruled
    price: Price
