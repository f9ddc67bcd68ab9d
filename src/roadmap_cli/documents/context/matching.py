"""The plan of pairs with its reasons, in the words of templates."""

from dataclasses import dataclass
from typing import NamedTuple

from roadmap_cli.documents.context.request import Request
from roadmap_cli.domain.matching.explanation import LeftOver, RulingPrice, Unmet
from roadmap_cli.domain.matching.plan import MatchingPlan, make_plan
from roadmap_cli.domain.matching.terms import (
    decision_words,
    left_words,
    pair_words,
    ruling_words,
    unmet_words,
)
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.pairs import Pair, PairStatus
from roadmap_cli.domain.registries.directory import Directory


@dataclass(frozen=True)
class MatchedWords:
    """A pair of a mentee and a mentor, accepted or proposed."""

    mentee: str
    mentor: str
    points: str
    why: str


@dataclass(frozen=True)
class MatchingWords:
    """What was decided last, and the plan for those who have no mentor yet.

    `accepted` and `decisions` are the pairs decided and who decided; `pairs` are proposed, of
    the `total` mentees without a mentor; the rest says whom and what the plan does not give."""

    accepted: tuple[MatchedWords, ...]
    decisions: tuple[str, ...]
    pairs: tuple[MatchedWords, ...]
    left_over: tuple[str, ...]
    unmet: tuple[str, ...]
    mutual: tuple[str, ...]
    rulings: tuple[str, ...]
    matched: int
    total: int
    points: int


class _Public(NamedTuple):
    """The part of a plan that is safe to print for many readers."""

    left_over: tuple[LeftOver, ...]
    unmet: tuple[Unmet, ...]
    rulings: tuple[RulingPrice, ...]


def matching_words(data: Dataset, request: Request) -> MatchingWords:
    """The decisions and the best plan on the day of the request; raises as `planned` does."""
    plan, names = make_plan(data, request.today), Directory(data)
    public, accepted = _public(plan), _accepted(data)
    return MatchingWords(
        accepted=tuple(row for pair in accepted for row in _rows(pair, names)),
        decisions=tuple(dict.fromkeys(decision_words(pair) for pair in accepted)),
        pairs=tuple(
            MatchedWords(
                names.person(pair.mentee),
                names.person(pair.mentor),
                str(pair.points),
                pair_words(pair),
            )
            for pair in plan.pairs
        ),
        left_over=tuple(left_words(left, names) for left in public.left_over),
        unmet=tuple(unmet_words(wish, names) for wish in public.unmet),
        mutual=tuple(names.together(pair) for pair in plan.blocking),
        rulings=tuple(ruling_words(ruling, names) for ruling in public.rulings),
        matched=len(plan.pairs),
        total=len(plan.pairs) + len(plan.left_over),
        points=plan.points,
    )


def _public(plan: MatchingPlan) -> _Public:
    """Why two people may not be together, who lacks a consent, and the wishes that a hard rule
    forbids stay on the screen.
    """
    return _Public(
        tuple(left._replace(barred={}) for left in plan.left_over),
        tuple(e for e in plan.unmet if (e.mentee, e.mentor) not in plan.cohort.forbidden),
        tuple(
            ruling_price._replace(ruling=ruling_price.ruling._replace(reason=None))
            for ruling_price in plan.ruling_prices
        ),
    )


def _accepted(data: Dataset) -> list[Pair]:
    """The pairs decided and not yet put into an order, else those of the last decision."""
    decided = [pair for pair in data.pairs.pairs if pair.decided_by is not None]
    last = max((pair.decided_on for pair in decided if pair.decided_on), default=None)
    waiting = [pair for pair in decided if pair.status is PairStatus.PROPOSED]
    return waiting or [pair for pair in decided if pair.decided_on == last]


def _rows(pair: Pair, names: Directory) -> list[MatchedWords]:
    grounds = {ground.mentee: ground for ground in pair.grounds}
    mentor = names.person(pair.mentor)
    rows = []
    for mentee in pair.mentees:
        ground = grounds.get(mentee)
        points = "" if ground is None or ground.points is None else str(ground.points)
        why = ground.why or "" if ground else ""
        rows.append(MatchedWords(names.person(mentee), mentor, points, why))
    return rows
