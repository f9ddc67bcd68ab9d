"""The parts of a template's context: each is built only for templates that use it."""

import hashlib
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from roadmap_cli.documents.context.matching import MatchingWords, matching_words
from roadmap_cli.documents.context.organization import (
    document_words,
    introduction_words,
    organization_words,
)
from roadmap_cli.documents.context.pairs import (
    awaiting,
    awaiting_words,
    forms_in_use,
    live_pairs,
    pair_words,
    pairs_words,
)
from roadmap_cli.documents.context.participants import mentees_words, mentors_words
from roadmap_cli.documents.context.programme import (
    destroyed_words,
    partner_words,
    results_words,
    school_words,
    subject_person,
)
from roadmap_cli.documents.context.request import Request
from roadmap_cli.documents.context.roadmap import RoadmapWords, roadmap_words
from roadmap_cli.domain.model.dataset import Dataset


class Part(NamedTuple):
    """A part of the context: the name in templates, a Russian title, and how it is built.

    `people` gives the codes of the people whom a document with this part names; it receives the
    built part.
    """

    name: str
    title: str
    build: Callable[[Dataset, Request], Any]
    people: Callable[[Dataset, Request, Any], Iterable[str]] = lambda _data, _request, _built: ()


def _roadmap(data: Dataset, _request: Request) -> RoadmapWords:
    return roadmap_words(data)


def _mentors(data: Dataset, _request: Request, _built: Any) -> tuple[str, ...]:
    return data.mentors.codes


def _mentees(data: Dataset, _request: Request, _built: Any) -> tuple[str, ...]:
    return data.mentees.codes


def _paired(data: Dataset, _request: Request, _built: Any) -> list[str]:
    return [code for pair in live_pairs(data) for code in pair.people]


def _awaiting(data: Dataset, _request: Request, _built: Any) -> list[str]:
    return [code for pair in awaiting(data) for code in pair.people]


def _pair(data: Dataset, request: Request, _built: Any) -> list[str]:
    chosen = [pair for pair in data.pairs.pairs if pair.id == request.subject]
    return [code for pair in chosen for code in pair.people]


def _subject(_data: Dataset, request: Request, _built: Any) -> list[str]:
    return [request.subject] if request.subject else []


def _in_plan(_data: Dataset, _request: Request, built: MatchingWords) -> tuple[str, ...]:
    return built.people


PARTS: tuple[Part, ...] = (
    Part("organization", "организация и её сотрудники", organization_words),
    Part("document", "реквизиты документа", document_words),
    Part("introduction", "приказ о внедрении, по журналу документов", introduction_words),
    Part("roadmap", "дорожная карта", _roadmap),
    Part("forms", "формы наставничества, которые есть в данных", forms_in_use),
    Part("mentors", "база наставников", mentors_words, _mentors),
    Part("mentees", "база наставляемых", mentees_words, _mentees),
    Part("pairs", "пары и группы", pairs_words, _paired),
    Part("awaiting", "пары, которые утверждает приказ", awaiting_words, _awaiting),
    Part("pair", "пара, о которой документ", pair_words, _pair),
    Part("person", "человек, о котором документ", subject_person, _subject),
    Part("partner", "партнёр, которому документ", partner_words),
    Part("school", "Школа наставников", school_words),
    Part("results", "итоги на день документа", results_words),
    Part("matching", "предложенные пары и объяснение", matching_words, _in_plan),
    Part("destroyed", "данные, которые уничтожаются", destroyed_words),
)
BY_NAME = {part.name: part for part in PARTS}
# A change of these does not make a document stale: they are said anew each time.
_NOT_FROM_DATA = ("document", "results", "destroyed")


def build_parts(names: Iterable[str], data: Dataset, request: Request) -> dict[str, Any]:
    """Build the parts with these names; the template itself reports unknown ones later."""
    return {name: BY_NAME[name].build(data, request) for name in names if name in BY_NAME}


def people_in(parts: dict[str, Any], data: Dataset, request: Request) -> tuple[str, ...]:
    """The codes of the people whom a document made of these parts names."""
    named = (BY_NAME[name].people(data, request, built) for name, built in parts.items())
    return tuple(dict.fromkeys(code for codes in named for code in codes))


def fingerprints(parts: dict[str, Any]) -> dict[str, str]:
    """A short fingerprint of each part that comes from data."""
    return {
        name: hashlib.sha256(repr(value).encode()).hexdigest()[:12]
        for name, value in sorted(parts.items())
        if name not in _NOT_FROM_DATA
    }
