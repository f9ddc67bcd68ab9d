"""What an indicator came to on a day, or why it has no value."""

from decimal import Decimal
from enum import Enum
from typing import NamedTuple

from roadmap_cli.domain.monitoring.counted import Counted


class Part(NamedTuple):
    """A quantity of a formula: its name, its Russian title, whether it is told by form.

    One `of_answers` counts what people replied to questionnaires.
    """

    name: str
    title: str
    by_form: bool
    of_answers: bool


class State(Enum):
    """Whether an indicator has a value."""

    VALUE = "value"
    NOT_APPLICABLE = "not applicable"
    UNKNOWN = "unknown"
    NOTHING = "nothing to count"


class IndicatorResult(NamedTuple):
    """An indicator on a day.

    `value` is in its unit (a percentage from 0 to 100), None unless `state` is VALUE. `n` is how
    many records the share is taken of. `target_year` is the year of a region's target that
    stands in for one of the school.
    """

    id: str
    title: str
    state: State
    value: float | None
    unit: str
    numerator: Counted
    denominator: Counted | None
    parts: tuple[Part, ...]
    target: Decimal | None
    target_year: int | None
    previous: Decimal | None
    rule: str
    source: str
    remarks: tuple[str, ...]

    @property
    def at_least(self) -> bool:
        """True where records of which too little is known may make the value larger."""
        return self.value is not None and bool(self.numerator.doubtful)

    @property
    def n(self) -> float | None:
        """How many records the share is taken of."""
        return self.denominator.value if self.denominator else self.numerator.value
