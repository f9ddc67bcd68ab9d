"""The results of the programme as the public page gets them from whoever computes them."""

from typing import NamedTuple

from roadmap_cli.domain.papers.figures import Figure


class IndicatorLine(NamedTuple):
    """A row of the table of indicators, ready to print; «» stands for what is not known.

    `fact` is the value, `target` the one that was planned, `previous` that of the time before.
    """

    title: str
    fact: str
    target: str
    previous: str
    note: str


class PublicResults(NamedTuple):
    """Charts, indicators and remarks on them; what is empty is not printed."""

    figures: tuple[Figure, ...] = ()
    indicators: tuple[IndicatorLine, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """True when there is nothing to print."""
        return not (self.figures or self.indicators or self.notes)
