"""Everybody to be matched, with what the rules say of each pair."""

from collections.abc import Mapping
from typing import NamedTuple

from roadmap_cli.domain.matching.question import Candidate, Question
from roadmap_cli.domain.model.files.matching import Weights


class Reason(NamedTuple):
    """Why a pair gets points: how many and a Russian phrase."""

    points: int
    words: str


class Cohort(NamedTuple):
    """Everybody to be matched with the rules applied.

    `reasons` are the points of each allowed pair, `forbidden` says in Russian why another may
    not be; `settled` are the pairs that were decided beforehand, `wishes` the choices by person.
    """

    question: Question
    reasons: Mapping[Candidate, tuple[Reason, ...]]
    forbidden: Mapping[Candidate, str]
    settled: Mapping[str, str]
    weights: Weights
    wishes: Mapping[str, tuple[str, ...]]


class Ruled(NamedTuple):
    """A pair that must be (`pinned`) or must not be, and why."""

    pair: Candidate
    pinned: bool
    reason: str | None
