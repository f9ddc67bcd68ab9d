"""The plan of pairs with its reasons, in the words of templates."""

from dataclasses import dataclass

from roadmap_cli.documents.request import Request
from roadmap_cli.domain.dataset import Dataset
from roadmap_cli.domain.directory import Directory
from roadmap_cli.domain.matching.report import Plan, plan_of
from roadmap_cli.domain.matching.rules import cohort_of
from roadmap_cli.domain.matching.words import left_words, unmet_words, why_words


@dataclass(frozen=True)
class ProposedWords:
    """A proposed pair."""

    mentee: str
    mentor: str
    points: str
    why: str


@dataclass(frozen=True)
class MatchingWords:
    """The whole plan: pairs, who is left over and why, whose first wish is not met."""

    pairs: tuple[ProposedWords, ...]
    left_over: tuple[str, ...]
    unmet: tuple[str, ...]
    matched: int
    total: int
    points: int


def matching_words(data: Dataset, request: Request) -> MatchingWords:
    """The best plan on the day of the request."""
    plan, names = current_plan(data, request), Directory(data)
    return MatchingWords(
        pairs=tuple(
            ProposedWords(
                names.name("people", each.mentee),
                names.name("people", each.mentor),
                str(each.points),
                why_words(each.reasons),
            )
            for each in plan.pairs
        ),
        left_over=tuple(left_words(each, names) for each in plan.left_over),
        unmet=tuple(unmet_words(each, names) for each in plan.unmet),
        matched=len(plan.pairs),
        total=len(plan.pairs) + len(plan.left_over),
        points=plan.points,
    )


def current_plan(data: Dataset, request: Request) -> Plan:
    """The plan that `match propose` shows on that day."""
    return plan_of(cohort_of(data, request.today))


def people_in_plan(data: Dataset, request: Request) -> list[str]:
    """The codes of those whom the plan names."""
    plan = current_plan(data, request)
    named = [code for each in plan.pairs for code in (each.mentee, each.mentor)]
    return [*named, *(each.mentee for each in plan.left_over)]
