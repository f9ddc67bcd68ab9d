"""The people and pairs that a document picks out: rewarded, paid, replaced, those at work."""

from dataclasses import dataclass
from typing import Any

from roadmap_cli.documents.context.pairs import PairWords, live_pairs, one_pair
from roadmap_cli.documents.context.people import Declined, DeclinedBlank, PersonWords, person_words
from roadmap_cli.documents.context.request import Request
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.pairs import Pair, PairStatus
from roadmap_cli.domain.papers.conditions import AT_WORK, only_a_worker, predecessor


@dataclass(frozen=True)
class RewardedWords:
    """Who is rewarded: workers by ст. 191 ТК, others (learners, partners' people) otherwise."""

    workers: tuple[PersonWords, ...]
    others: tuple[PersonWords, ...]


@dataclass(frozen=True)
class PaidWords:
    """A worker who is paid for mentoring, and for which pair."""

    mentor: PersonWords
    pair: PairWords


def rewarded_words(data: Dataset, request: Request) -> RewardedWords:
    """Those who are named, else every mentor whose pair has worked."""
    codes = request.people or tuple(rewarded_codes(data))
    day = request.day or request.today
    workers = [code for code in codes if only_a_worker(data, code, day) is None]
    others = [code for code in codes if code not in workers]
    return RewardedWords(_people(data, workers), _people(data, others))


def rewarded_codes(data: Dataset) -> list[str]:
    """The mentors whose pair has worked, in the order of their registry."""
    worked = {
        pair.mentor
        for pair in data.pairs.pairs
        if pair.status in (PairStatus.ACTIVE, PairStatus.CLOSED, PairStatus.REPLACED)
    }
    return [code for code in data.mentors.codes if code in worked - data.people.forgotten]


def paid_words(data: Dataset, request: Request) -> tuple[PaidWords, ...]:
    """The workers who are named, else all of them, each with the pairs at work."""
    return tuple(
        PaidWords(person_words(data.people.find(pair.mentor), "наставник"), one_pair(data, pair))
        for pair in paid_pairs(data, request)
    )


def paid_pairs(data: Dataset, request: Request) -> list[Pair]:
    """The pairs at work of the workers who are named, else of all workers."""
    day = request.day or request.today
    return [
        pair
        for pair in live_pairs(data)
        if pair.status in AT_WORK
        and (not request.people or pair.mentor in request.people)
        and only_a_worker(data, pair.mentor, day) is None
    ]


def own_pairs(data: Dataset, request: Request) -> tuple[PairWords, ...]:
    """The pairs in which the person of the document is the mentor and which are not over."""
    return tuple(
        one_pair(data, pair)
        for pair in live_pairs(data)
        if pair.is_live and pair.mentor == request.subject
    )


def live_words(data: Dataset, _request: Request) -> tuple[PairWords, ...]:
    """The pairs that are not over."""
    return tuple(one_pair(data, pair) for pair in live_pairs(data) if pair.is_live)


def completed(data: Dataset) -> list[Pair]:
    """The pairs whose work is over, without those of the forgotten."""
    return [pair for pair in live_pairs(data) if pair.status is PairStatus.CLOSED]


def completed_words(data: Dataset, _request: Request) -> tuple[PairWords, ...]:
    """The pairs whose work is over."""
    return tuple(one_pair(data, pair) for pair in completed(data))


def replaced_words(data: Dataset, request: Request) -> PairWords:
    """The pair whose place the document's pair has taken, or a blank one."""
    return one_pair(data, predecessor(data, request.subject))


def role_words(data: Dataset, request: Request) -> Any:
    """As what the person of the document takes part: «наставник», with its cases, or a blank."""
    roles = [
        role
        for role, codes in (("наставник", data.mentors.codes), ("наставляемый", data.mentees.codes))
        if request.subject in codes
    ]
    if not roles:
        return DeclinedBlank("кем участвует: наставником или наставляемым", 20)
    return Declined(
        " и ".join(roles),
        lambda case: " и ".join(_ROLE_FORMS[role][case.value] for role in roles),
    )


_ROLE_FORMS = {
    "наставник": {
        "nominative": "наставник",
        "genitive": "наставника",
        "dative": "наставнику",
        "accusative": "наставника",
        "instrumental": "наставником",
        "prepositional": "наставнике",
    },
    "наставляемый": {
        "nominative": "наставляемый",
        "genitive": "наставляемого",
        "dative": "наставляемому",
        "accusative": "наставляемого",
        "instrumental": "наставляемым",
        "prepositional": "наставляемом",
    },
}


def representatives_words(data: Dataset, request: Request) -> tuple[PersonWords, ...]:
    """The representatives who have signed for the person of the document; a blank for none."""
    codes = [
        consent.representative
        for consent in data.consents.consents
        if consent.person == request.subject and consent.representative
    ]
    found = _people(data, list(dict.fromkeys(codes)))
    return found or (person_words(None, "родитель (законный представитель)"),)


def _people(data: Dataset, codes: list[str]) -> tuple[PersonWords, ...]:
    return tuple(person_words(data.people.find(code), "участник") for code in codes)
